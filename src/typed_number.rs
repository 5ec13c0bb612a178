//! Numbers as people type them (填的数): what is one and what is none, and why not.
//!
//! Not here: the field (`ui`), and the sentence about what is no number (`text`).

/// In what a number is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unit {
    /// Whole ones.
    #[default]
    Whole,
    /// Halves (半): 1.5 is kept as 3.
    Halves,
    /// Tenths: 2.5 is kept as 25.
    Tenths,
}

impl Unit {
    /// How many of what is kept make one.
    pub fn in_one(self) -> u32 {
        match self {
            Self::Whole => 1,
            Self::Halves => 2,
            Self::Tenths => 10,
        }
    }
}

/// What a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allowed {
    /// In what it counts.
    pub unit: Unit,
    /// The smallest number, in whole ones.
    pub least: u32,
    /// The largest number, in what is kept: 2.5 can be the most.
    pub most: u32,
}

/// Why a text is no number that is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotTaken {
    /// It is no number.
    #[error("no number")]
    NoNumber,
    /// It has a fraction, and whole numbers alone are taken.
    #[error("not whole")]
    NotWhole,
    /// It has another fraction than a half.
    #[error("neither whole nor a half")]
    NotHalf,
    /// It has more than one digit behind the point.
    #[error("finer than a tenth")]
    NotTenth,
    /// It is smaller than anything that is taken.
    #[error("less than {least}")]
    TooSmall {
        /// The smallest that is taken.
        least: u32,
    },
    /// It is larger than anything that is taken.
    #[error("more than {}", written(*most, *unit))]
    TooLarge {
        /// The largest that is taken, in what is kept.
        most: u32,
        /// What is kept.
        unit: Unit,
    },
}

/// What is written behind a number without changing it, the longer ones first. Not one that makes
/// another number of it (万, 半, %), nor one that a field of hours would take for hours (分, 天).
const COUNTERS: [&str; 16] = [
    "个小时",
    "个学时",
    "人次",
    "学时",
    "课时",
    "小时",
    "人",
    "名",
    "位",
    "次",
    "户",
    "件",
    "个",
    "项",
    "票",
    "元",
];

/// Reads what was typed, in the units in which it is kept; `None` if nothing was.
///
/// The signs of a Chinese keyboard in full width, commas between thousands and a counter behind the
/// number are understood.
///
/// ```
/// use wuxing::typed_number::{Allowed, NotTaken, Unit, read};
/// let people = Allowed { unit: Unit::Whole, least: 0, most: 9_999 };
/// assert_eq!(read("1,200人", people), Ok(Some(1_200)));
/// assert_eq!(read("12345", people), Err(NotTaken::TooLarge { most: 9_999, unit: Unit::Whole }));
/// let hours = Allowed { unit: Unit::Halves, ..people };
/// assert_eq!(read("1.5", hours), Ok(Some(3)));
/// ```
///
/// # Errors
///
/// Why it is no number that is taken.
pub fn read(text: &str, allowed: Allowed) -> Result<Option<u32>, NotTaken> {
    let narrow: String = text.trim().chars().map(narrow).collect();
    if narrow.is_empty() {
        return Ok(None);
    }
    let number = without_counter(&narrow).trim_end();
    // A separator at the end is one behind which more is to come.
    let number = number.strip_suffix(['.', ',']).unwrap_or(number);
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let whole = without_commas(whole).ok_or(NotTaken::NoNumber)?;
    let is_number = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(&whole) || !is_number(fraction) || (whole.is_empty() && fraction.is_empty()) {
        return Err(NotTaken::NoNumber);
    }
    let rest = match (fraction.trim_end_matches('0'), allowed.unit) {
        ("", _) => 0,
        ("5", Unit::Halves) => 1,
        (_, Unit::Halves) => return Err(NotTaken::NotHalf),
        (digit, Unit::Tenths) => digit
            .parse()
            .ok()
            .filter(|rest| *rest < 10)
            .ok_or(NotTaken::NotTenth)?,
        (_, Unit::Whole) => return Err(NotTaken::NotWhole),
    };
    // Nothing but a number of more digits than fit is not read here.
    let whole = whole.trim_start_matches('0');
    let ones: Option<u32> = if whole.is_empty() {
        Some(0)
    } else {
        whole.parse().ok()
    };
    let in_one = allowed.unit.in_one();
    let kept = ones
        .and_then(|ones| ones.checked_mul(in_one)?.checked_add(rest))
        .filter(|kept| *kept <= allowed.most)
        .ok_or(NotTaken::TooLarge {
            most: allowed.most,
            unit: allowed.unit,
        })?;
    if kept < allowed.least.saturating_mul(in_one) {
        return Err(NotTaken::TooSmall {
            least: allowed.least,
        });
    }
    Ok(Some(kept))
}

/// A number as it is written in a field and in a sentence; 3 halves are `1.5`.
pub fn written(kept: u32, unit: Unit) -> String {
    let (ones, rest) = (kept / unit.in_one(), kept % unit.in_one());
    match rest {
        0 => ones.to_string(),
        rest => format!("{ones}.{}", rest * 10 / unit.in_one()),
    }
}

/// A sign of full width as the keyboard of a computer has it.
fn narrow(character: char) -> char {
    match character {
        '０'..='９' | '，' | '．' => {
            let code = u32::from(character) - 0xFEE0;
            char::from_u32(code).unwrap_or(character)
        }
        '。' => '.',
        '\u{3000}' => ' ',
        other => other,
    }
}

/// The text without the counter behind it.
fn without_counter(text: &str) -> &str {
    let found = COUNTERS
        .iter()
        .find_map(|counter| text.strip_suffix(counter));
    found.unwrap_or(text)
}

/// The digits without the commas between thousands; `None` if a comma stands elsewhere.
fn without_commas(text: &str) -> Option<String> {
    let mut groups = text.split(',');
    let first = groups.next().unwrap_or_default();
    let is_grouped = groups.clone().all(|group| group.len() == 3)
        && (groups.next().is_none() || (1..=3).contains(&first.len()));
    is_grouped.then(|| text.replace(',', ""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const PEOPLE: Allowed = Allowed {
        unit: Unit::Whole,
        least: 0,
        most: 9_999,
    };
    const HOURS: Allowed = Allowed {
        unit: Unit::Halves,
        most: 19_998,
        ..PEOPLE
    };
    const TOO_LARGE: Result<Option<u32>, NotTaken> = Err(NotTaken::TooLarge {
        most: 19_998,
        unit: Unit::Halves,
    });

    #[test]
    fn whole_numbers_are_read_as_people_type_them() {
        fn check(text: &str, expected: Result<Option<u32>, NotTaken>) {
            assert_eq!(read(text, PEOPLE), expected, "{text:?}");
        }

        check("", Ok(None));
        check("  ", Ok(None));
        check("\u{3000}", Ok(None));
        check("0", Ok(Some(0)));
        check(" 12 ", Ok(Some(12)));
        check("007", Ok(Some(7)));
        check("１２", Ok(Some(12)));
        check("9999", Ok(Some(9_999)));
        check("1,200", Ok(Some(1_200)));
        check("1，200", Ok(Some(1_200)));
        check("１，２００", Ok(Some(1_200)));
        check("1.0", Ok(Some(1)));
        check("1.", Ok(Some(1)));
        check("1,", Ok(Some(1)));
        check("3。", Ok(Some(3)));
        for counted in ["20人", "20 人", "20名", "20 次", "20户", "20　件", "20人次"] {
            check(counted, Ok(Some(20)));
        }
    }

    #[test]
    fn what_is_no_number_is_none_and_not_the_part_before() {
        fn check(text: &str, expected: NotTaken) {
            assert_eq!(read(text, PEOPLE), Err(expected), "{text:?}");
        }

        for text in [
            "5/8", "0x10", "-1", "+1", "1e3", "十二", "约20人", "20多人", "3万", "3个半", "80%",
            "1,2", "12,34", "1,2000", ",200", "1,,200", "1 200", "20人人", "人", ".", ",", "1.2.3",
            "20分", "3天",
        ] {
            check(text, NotTaken::NoNumber);
        }
        check("1.5", NotTaken::NotWhole);
        check("0.25", NotTaken::NotWhole);
        let too_large = NotTaken::TooLarge {
            most: 9_999,
            unit: Unit::Whole,
        };
        check("12345", too_large);
        check("10000", too_large);
        check("12,345", too_large);
        check("99999999999999999999", too_large);
        let due = Allowed { least: 1, ..PEOPLE };
        assert_eq!(read("0", due), Err(NotTaken::TooSmall { least: 1 }));
        assert_eq!(read("1", due), Ok(Some(1)));
    }

    #[test]
    fn hours_take_halves() {
        fn check(text: &str, expected: Result<Option<u32>, NotTaken>) {
            assert_eq!(read(text, HOURS), expected, "{text:?}");
        }

        check("", Ok(None));
        check("1.5", Ok(Some(3)));
        check("1．5", Ok(Some(3)));
        check("1.50", Ok(Some(3)));
        check(".5", Ok(Some(1)));
        check("0.5学时", Ok(Some(1)));
        check("2", Ok(Some(4)));
        check("2 个小时", Ok(Some(4)));
        check("2.0", Ok(Some(4)));
        check("1,000.5", Ok(Some(2_001)));
        check("9999", Ok(Some(19_998)));
        check("9999.5", TOO_LARGE);
        check("10000", TOO_LARGE);
        check("4294967295", TOO_LARGE);
        check("1.3", Err(NotTaken::NotHalf));
        check("1.55", Err(NotTaken::NotHalf));
        check("1/2", Err(NotTaken::NoNumber));
        check("90分钟", Err(NotTaken::NoNumber));
    }

    /// The most of an item of 2.5 points was once 2, so that nobody could give all of them.
    #[test]
    fn the_most_can_have_a_fraction() {
        let points = Allowed {
            unit: Unit::Tenths,
            least: 0,
            most: 25,
        };
        assert_eq!(read("2.5", points), Ok(Some(25)));
        let refused = read("2.6", points).unwrap_err();
        assert_eq!(refused.to_string(), "more than 2.5");
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_as_the_same(kept in 0..=19_998_u32) {
            prop_assert_eq!(read(&written(kept, Unit::Halves), HOURS), Ok(Some(kept)));
            let whole = kept.min(9_999);
            prop_assert_eq!(read(&written(whole, Unit::Whole), PEOPLE), Ok(Some(whole)));
        }

        #[test]
        fn no_text_panics_or_passes_the_limit(
            text in ".{0,12}", least in 0..3_u32, most in 0..u32::MAX
        ) {
            for unit in [Unit::Whole, Unit::Halves, Unit::Tenths] {
                if let Ok(Some(kept)) = read(&text, Allowed { unit, least, most }) {
                    prop_assert!(kept <= most);
                }
            }
        }
    }
}
