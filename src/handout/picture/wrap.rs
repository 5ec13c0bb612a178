//! A text in lines of some width (换行). No line begins with a sign that belongs to what is before
//! it, and none ends with one that belongs to what comes next.
//!
//! Not here: where the lines stand.

use super::{Font, Measure};

/// Signs that no line begins with.
const NOT_FIRST: &str = "。，、；：？！）》」』】〉”’…—·％‰℃.,;:?!)]}%";
/// What is ticked by pen.
const BOX: char = '□';
/// Signs that no line ends with.
const NOT_LAST: &str = "（《「『【〈“‘([{";

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
    let mut line = String::new();
    let mut filled = 0.0;
    for chunk in chunks(paragraph) {
        let wide = measure.width(&chunk, font);
        if filled + wide <= width {
            line.push_str(&chunk);
            filled += wide;
            continue;
        }
        if !line.is_empty() {
            lines.push(finished(&mut line));
        }
        let chunk = chunk.trim_start();
        filled = measure.width(chunk, font);
        if filled <= width {
            line.push_str(chunk);
            continue;
        }
        // A word that is longer than a line is cut wherever the line ends.
        filled = 0.0;
        for character in chunk.chars() {
            let wide = measure.width(character.encode_utf8(&mut [0; 4]), font);
            if filled + wide > width && !line.is_empty() {
                lines.push(finished(&mut line));
                filled = 0.0;
            }
            line.push(character);
            filled += wide;
        }
    }
    lines.push(finished(&mut line));
}

fn finished(line: &mut String) -> String {
    std::mem::take(line).trim_end().to_owned()
}

/// The pieces of a paragraph between which a line may end.
fn chunks(paragraph: &str) -> Vec<String> {
    let mut chunks: Vec<String> = Vec::new();
    let (mut earlier, mut before) = (None, None);
    let characters = paragraph.chars();
    let mut characters = characters
        .map(|one| if one == '\t' { ' ' } else { one })
        .peekable();
    while let Some(character) = characters.next() {
        // 「31 日」, and a box with what it stands before, are not cut.
        let is_digit = |one: Option<char>| one.is_some_and(|one| one.is_ascii_digit());
        let next = characters.peek();
        let is_unit = match character {
            ' ' => is_digit(before) && next.is_some_and(|next| !next.is_ascii()),
            other => before == Some(' ') && is_digit(earlier) && !other.is_ascii(),
        };
        let is_boxed = chunks.last().is_some_and(|chunk| {
            let begins = chunk.trim_start().starts_with(BOX);
            begins && !chunk.ends_with(' ')
        });
        let stays = is_unit
            || is_boxed && character != ' '
            || before.is_some_and(|before| stay_together(before, character));
        match chunks.last_mut() {
            Some(chunk) if stays => chunk.push(character),
            _ => chunks.push(character.to_string()),
        }
        (earlier, before) = (before, Some(character));
    }
    chunks
}

/// Whether two characters beside each other stay on one line.
fn stay_together(before: char, next: char) -> bool {
    if NOT_FIRST.contains(next) || NOT_LAST.contains(before) {
        return true;
    }
    // A space belongs to the word after it, so that a line can drop it.
    is_of_word(next) && (is_of_word(before) || before == ' ')
}

/// Whether a character is one of a word or number that is not cut.
fn is_of_word(character: char) -> bool {
    character.is_ascii_graphic()
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
        check("支委会开会，", &["支委会开", "会，"]);
        check("甲\n\n乙", &["甲", "", "乙"]);
        check("一二三四（五）", &["一二三四", "（五）"]);
        check("2026年12月31日", &["2026年12月", "31日"]);
        check("10 月 31 日", &["10 月", "31 日"]);
        check("□达标 □未达标", &["□达标", "□未达标"]);
        check("□ 一二三四五", &["□ 一二三", "四五"]);
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
