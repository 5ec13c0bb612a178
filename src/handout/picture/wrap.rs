//! A text in lines of some width (换行). No line begins with a sign that belongs to what is before
//! it, and none ends with one that belongs to what comes next.
//!
//! Not here: where the lines stand.

use super::{Font, Measure};
use crate::handout::unbroken::{is_choice, units};

/// As wide as the box and the space before a choice.
const BESIDE_BOX: &str = "\u{3000} ";
/// How many characters a line gives so that the next one is not a single one.
const MOST_GIVEN: u16 = 3;

/// The lines of a text; one empty line if there is none.
pub fn lines(text: &str, font: Font, width: f64, measure: &impl Measure) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        wrap(paragraph.trim_end(), font, width, measure, &mut lines);
    }
    if lines.is_empty() {
        lines.push(String::new());
    }
    lines
}

fn wrap(paragraph: &str, font: Font, width: f64, measure: &impl Measure, lines: &mut Vec<String>) {
    // The further lines of a choice stand below its words.
    let beside_box = match is_choice(paragraph) {
        true => measure.width(BESIDE_BOX, font),
        false => 0.0,
    };
    let broken = |width: f64| broken(paragraph, font, width, beside_box, measure);
    let mut best = broken(width);
    // No character is left alone on the last line where the one before can give it company.
    for step in 1..=MOST_GIVEN {
        if best.len() < 2 || !best.last().is_some_and(|last| is_alone(last)) {
            break;
        }
        let tried = broken(width - f64::from(step * font.size));
        if tried.len() != best.len() {
            break;
        }
        if !tried.last().is_some_and(|last| is_alone(last)) {
            best = tried;
        }
    }
    for (place, line) in best.into_iter().enumerate() {
        lines.push(match place > 0 && beside_box > 0.0 {
            true => format!("{BESIDE_BOX}{line}"),
            false => line,
        });
    }
}

/// Whether a line is a single character, signs apart.
fn is_alone(line: &str) -> bool {
    line.chars().filter(|one| one.is_alphanumeric()).count() == 1
}

/// A paragraph in lines of this width, all but the first of which have less room by so much.
fn broken(
    paragraph: &str,
    font: Font,
    width: f64,
    less: f64,
    measure: &impl Measure,
) -> Vec<String> {
    let (mut lines, mut line) = (Vec::new(), String::new());
    let (mut filled, mut room) = (0.0, width);
    for unit in units(&paragraph.replace('\t', " ")) {
        let wide = measure.width(&unit, font);
        if filled + wide <= room {
            line.push_str(&unit);
            filled += wide;
            continue;
        }
        if !line.is_empty() {
            lines.push(finished(&mut line));
            room = width - less;
        }
        let unit = unit.trim_start();
        filled = measure.width(unit, font);
        if filled <= room {
            line.push_str(unit);
            continue;
        }
        // A word that is longer than a line is cut wherever the line ends.
        filled = 0.0;
        for character in unit.chars() {
            let wide = measure.width(character.encode_utf8(&mut [0; 4]), font);
            if filled + wide > room && !line.is_empty() {
                lines.push(finished(&mut line));
                room = width - less;
                filled = 0.0;
            }
            line.push(character);
            filled += wide;
        }
    }
    lines.push(finished(&mut line));
    lines
}

fn finished(line: &mut String) -> String {
    std::mem::take(line).trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::tests::Halves;
    use super::*;
    use proptest::prelude::*;

    const FONT: Font = Font {
        size: 2,
        bold: false,
    };

    #[test]
    fn lines_break_where_they_may() {
        // Ten letters, or five Chinese characters.
        let check = |text: &str, expected: &[&str]| {
            assert_eq!(lines(text, FONT, 10.0, &Halves), expected, "{text:?}");
        };
        check("", &[""]);
        check("党员大会", &["党员大会"]);
        check("党员大会，支委会", &["党员大会，", "支委会"]);
        check("支委会开大会，", &["支委会开", "大会，"]);
        // 「会议记录本」 stood as 「会议记录」 and 「本」.
        check("村部会议记录", &["村部会议", "记录"]);
        check("甲\n\n乙", &["甲", "", "乙"]);
        check("一二三四（五）", &["一二三四", "（五）"]);
        check("2026年12月31日", &["2026年12月", "31日"]);
        check("10 月 31 日", &["10 月", "31 日"]);
        check("□达标 □未达标", &["□达标", "□未达标"]);
        check("□ 一二三四五", &["□ 一二三", "\u{3000} 四五"]);
        check("one two three", &["one two", "three"]);
        check("abcdefghijklm", &["abcdefghij", "klm"]);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_nothing_is_too_wide(
            text in "[甲乙，。（）a-c1-2 ]{0,60}",
            width in 4_u8..30,
        ) {
            let width = f64::from(width);
            let found = lines(&text, FONT, width, &Halves);
            let bare = |text: &str| text.replace(' ', "");
            prop_assert_eq!(bare(&found.concat()), bare(&text));
            for line in &found {
                prop_assert!(Halves.width(line, FONT) <= width, "{:?}", found);
            }
        }
    }
}
