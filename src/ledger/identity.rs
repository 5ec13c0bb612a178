//! Whether a text holds something that looks like an identity number (身份证号).
//!
//! Nothing is asked about persons, and nothing is refused: the user gets a word of warning. Not
//! here: the warning.

use crate::period::CivilDate;

/// Whether a text holds what looks like an identity number: 18 characters of digits, the last of
/// which may be X, with a day of birth in the seventh to the fourteenth.
///
/// ```
/// use wuxing::ledger::looks_like_identity_number;
/// assert!(looks_like_identity_number("张三 320683198001014519"));
/// assert!(!looks_like_identity_number("2026 年 3 月 15 日开会，到会 32 人"));
/// ```
pub fn looks_like_identity_number(text: &str) -> bool {
    // Some write the number in groups: spaces and hyphens between digits are passed over.
    let characters: Vec<char> = text
        .chars()
        .filter(|character| !matches!(character, ' ' | '-' | '\u{3000}'))
        .map(narrow)
        .collect();
    let is_part = |character: &char| character.is_ascii_digit() || matches!(character, 'x' | 'X');
    characters
        .split(|character| !is_part(character))
        .any(|run| run.len() == 18 && is_identity_number(run))
}

/// A digit or letter in full width, as Chinese keyboards write it, in its usual form.
fn narrow(character: char) -> char {
    match character {
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character)
        }
        _ => character,
    }
}

fn is_identity_number(run: &[char]) -> bool {
    let (number, _check) = run.split_at(17);
    let digits: Option<Vec<u32>> = number.iter().map(|digit| digit.to_digit(10)).collect();
    let Some(digits) = digits else { return false };
    let value = |from: usize, to: usize| digits[from..to].iter().fold(0, |sum, d| sum * 10 + d);
    let year = value(6, 10);
    let (month, day) = (value(10, 12), value(12, 14));
    (1900..=2099).contains(&year)
        && i32::try_from(year)
            .ok()
            .zip(u8::try_from(month).ok())
            .zip(u8::try_from(day).ok())
            .and_then(|((year, month), day)| CivilDate::new(year, month, day))
            .is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_an_identity_number() {
        fn check(text: &str, expected: bool) {
            assert_eq!(looks_like_identity_number(text), expected, "{text}");
        }

        check("320683198001014519", true);
        check("证号：32068319800101451X，已核", true);
        check("320683 19800101 4519", true);
        check("320683-19800101-451x", true);
        // As Chinese keyboards write digits.
        check("３２０６８３１９８００１０１４５１９", true);
        check("３２０６８３１９８００１０１４５１Ｘ", true);
        check("身份证Ｘ号32068319800101451x。", true);
        check("320683198013014519", false);
        check("3206831980010145190", false);
        check("32068319800101451", false);
        check("档案号 2026-001，第 18 号", false);
        check("", false);
    }
}
