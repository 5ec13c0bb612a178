//! What no line breaks (不断行): days, numbers with their units, boxes with what they stand before,
//! words of Latin letters, and short words of Chinese that stand alone.
//!
//! Not here: how wide any of it is, and where a title may end a line (`phrases`).

/// Signs that no line begins with.
const NOT_FIRST: &str = "。，、；：？！）》」』】〉”’…—–·％‰℃.,;:?!)]}%";
/// Signs that no line ends with.
const NOT_LAST: &str = "（《「『【〈“‘–([{";
/// What is ticked by pen.
pub const BOX: char = '□';
/// How many characters a Chinese word has that is never broken where it stands alone.
const SHORT_WORD: usize = 6;
/// A space at which no line ends.
const FIRM_SPACE: &str = "\u{a0}";

/// The pieces of a line between which it may be broken; together they are the line. A space belongs
/// to the piece behind it, so that a line can drop it.
pub fn units(line: &str) -> Vec<String> {
    let mut units: Vec<String> = Vec::new();
    let (mut earlier, mut before) = (None, None);
    let mut characters = line.chars().peekable();
    while let Some(character) = characters.next() {
        let is_digit = |one: Option<char>| one.is_some_and(|one| one.is_ascii_digit());
        let next = characters.peek().copied();
        // 「31 日」 and 「12 月 31 日」 are one; between the year and the month a line may end.
        let is_unit = match character {
            ' ' => {
                is_digit(before) && next.is_some_and(|next| !next.is_ascii())
                    || before == Some('月') && is_digit(next)
            }
            other if other.is_ascii_digit() => before == Some(' ') && earlier == Some('月'),
            other => before == Some(' ') && is_digit(earlier) && !other.is_ascii(),
        };
        let is_boxed = units.last().is_some_and(|unit| {
            let begins = unit.trim_start().starts_with(BOX);
            begins && !unit.ends_with(' ')
        });
        let stays = is_unit
            || is_boxed && character != ' '
            || before.is_some_and(|before| stay_together(before, character));
        match units.last_mut() {
            Some(unit) if stays => unit.push(character),
            _ => units.push(character.to_string()),
        }
        (earlier, before) = (before, Some(character));
    }
    units
}

/// Whether no line breaks this text, which stands in a cell or in a line of it alone.
pub fn is_short_word(text: &str) -> bool {
    text.chars().count() <= SHORT_WORD
}

/// A text with spaces at which no line ends inside of what is not broken.
pub fn with_firm_spaces(text: &str) -> String {
    let firm = |line: &str| {
        let units = units(line).into_iter();
        let units = units.map(|unit| {
            let word = unit.trim_start();
            let (space, word) = unit.split_at(unit.len() - word.len());
            format!("{space}{}", word.replace(' ', FIRM_SPACE))
        });
        units.collect::<String>()
    };
    let lines: Vec<String> = text.split('\n').map(firm).collect();
    lines.join("\n")
}

/// The boxes of a line that has nothing else, each with what it stands before; `None` if the line
/// is another one.
pub fn boxes(line: &str) -> Option<Vec<&str>> {
    let boxes: Vec<&str> = line.split(' ').collect();
    let is_box = |one: &&str| one.starts_with(BOX) && one.chars().nth(1).is_some();
    (boxes.len() > 1 && boxes.iter().all(is_box)).then_some(boxes)
}

/// Whether a line is a choice of its own: a box, a space and what it says. Its further lines stand
/// below the words, and not below the box.
pub fn is_choice(line: &str) -> bool {
    let rest = line.strip_prefix(BOX);
    rest.is_some_and(|rest| rest.starts_with(' ') && rest.trim_start().chars().nth(1).is_some())
}

/// A piece of the text of a cell, as pages show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Running text, with its line feeds.
    Text(String),
    /// A box with what it stands before, which no line breaks.
    Box(String),
    /// A choice, a line of its own.
    Choice(String),
}

/// The pieces of the text of a cell.
pub fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let is_choice = is_choice(line);
        let is_behind_choice = matches!(pieces.last(), Some(Piece::Choice(_)));
        if number > 0 && !is_choice && !is_behind_choice {
            pieces.push(Piece::Text("\n".to_owned()));
        }
        match boxes(line) {
            _ if is_choice => pieces.push(Piece::Choice(line.to_owned())),
            Some(boxes) => {
                for (place, one) in boxes.into_iter().enumerate() {
                    if place > 0 {
                        pieces.push(Piece::Text(" ".to_owned()));
                    }
                    pieces.push(Piece::Box(one.to_owned()));
                }
            }
            None => pieces.push(Piece::Text(with_firm_spaces(line))),
        }
    }
    pieces
}

/// Whether two characters beside each other stay on one line.
fn stay_together(before: char, next: char) -> bool {
    if NOT_FIRST.contains(next) || NOT_LAST.contains(before) {
        return true;
    }
    is_of_word(next) && (is_of_word(before) || before == ' ')
}

/// Whether a character is one of a word or number that is not cut.
fn is_of_word(character: char) -> bool {
    character.is_ascii_graphic()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn days_and_boxes_are_whole() {
        fn check(line: &str, expected: &[&str]) {
            assert_eq!(units(line), expected);
        }
        check("党课，已开", &["党", "课，", "已", "开"]);
        check("12 月 31 日", &["12 月 31 日"]);
        check("2026 年 12 月 31 日", &["2026 年", " 12 月 31 日"]);
        check("外出 7 人", &["外", "出", " 7 人"]);
        check("□达标 □未达标", &["□达标", " ", "□未达标"]);
        check("（必达）", &["（必", "达）"]);
    }

    #[test]
    fn lines_with_boxes_are_told_apart() {
        assert_eq!(boxes("□达标 □未达标"), Some(vec!["□达标", "□未达标"]));
        assert_eq!(boxes("□ 20 分：有标准"), None);
        assert_eq!(boxes("达标 未达标"), None);
        assert!(is_choice("□ 20 分：有标准"));
        assert!(!is_choice("□达标 □未达标"));
        assert!(!is_choice("□"));
        let text = |text: &str| Piece::Text(text.to_owned());
        let expected = [
            text("甲"),
            text("\n"),
            Piece::Box("□有".to_owned()),
            text(" "),
            Piece::Box("□无".to_owned()),
            Piece::Choice("□ 20 分：好".to_owned()),
            Piece::Choice("□ 0 分：差".to_owned()),
        ];
        assert_eq!(pieces("甲\n□有 □无\n□ 20 分：好\n□ 0 分：差"), expected);
        assert_eq!(pieces("甲\n□ 0 分：差\n乙").len(), 3);
    }

    proptest! {
        #[test]
        fn nothing_is_lost(line in "[甲月日年，（）□0-9a-c ]{0,40}") {
            prop_assert_eq!(units(&line).concat(), line.clone());
            prop_assert_eq!(with_firm_spaces(&line).replace('\u{a0}', " "), line);
        }
    }
}
