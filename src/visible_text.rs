//! Texts without what nobody sees (看不见的字符): names that are no names, and signs that turn a
//! line around.
//!
//! Not here: what file systems refuse (`exchange::file_name`).

/// Whether a character is seen by nobody: of no width, a sign of direction, or a control character.
/// White space is none of them.
pub fn is_invisible(character: char) -> bool {
    let has_no_shape = matches!(
        character,
        '\u{00AD}'
            | '\u{034F}'
            | '\u{061C}'
            | '\u{115F}'..='\u{1160}'
            | '\u{17B4}'..='\u{17B5}'
            | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{2800}'
            | '\u{3164}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
            | '\u{FFA0}'
            | '\u{FFF9}'..='\u{FFFB}'
            | '\u{E0000}'..='\u{E0FFF}'
    );
    has_no_shape || (character.is_control() && !character.is_whitespace())
}

/// A text without white space and invisible characters around it; empty where nobody sees anything
/// of it.
///
/// ```
/// use wuxing::visible_text::trimmed;
/// assert_eq!(trimmed(" \u{200B}新坝村\u{FEFF} "), "新坝村");
/// assert_eq!(trimmed("\u{200B}\u{3164}"), "");
/// ```
pub fn trimmed(text: &str) -> &str {
    text.trim_matches(|character: char| character.is_whitespace() || is_invisible(character))
}

/// A name of the user's as it stands inside a sentence: trimmed, and with its direction kept to
/// itself, so that the words and numbers around it stay where they are. A name of plain Chinese is
/// left as it is.
///
/// ```
/// use wuxing::visible_text::isolated;
/// assert_eq!(isolated("新坝村"), "新坝村");
/// assert_eq!(isolated("新\u{202E}村"), "\u{2068}新村\u{2069}");
/// ```
pub fn isolated(name: &str) -> String {
    let name = trimmed(name);
    if !name.chars().any(has_a_say_in_direction) {
        return name.to_owned();
    }
    // What opens inside of an isolate ends with it; what closes would end the isolate itself.
    let inside = name
        .chars()
        .filter(|character| !is_sign_of_direction(*character));
    let inside: String = inside.collect();
    format!("\u{2068}{inside}\u{2069}")
}

/// The first line of a text that says anything, as a name that stands inside a sentence: no longer
/// than `longest` characters, and with an ellipsis where it is cut.
///
/// ```
/// use wuxing::visible_text::first_line;
/// assert_eq!(first_line(" \n路灯不亮\n已报修", 36), "路灯不亮");
/// assert_eq!(first_line("路灯不亮", 2), "路灯…");
/// ```
pub fn first_line(text: &str, longest: usize) -> String {
    let mut lines = text.lines().map(trimmed);
    let line = lines.find(|line| !line.is_empty()).unwrap_or_default();
    let cut: String = line.chars().take(longest).collect();
    let is_cut = cut.len() < line.len();
    isolated(&cut) + if is_cut { "…" } else { "" }
}

/// Whether a character turns the text around it: a sign of direction, or a letter of a script that
/// runs from right to left.
fn has_a_say_in_direction(character: char) -> bool {
    let runs_to_the_left = matches!(
        character,
        '\u{0590}'..='\u{08FF}'
            | '\u{FB1D}'..='\u{FDFF}'
            | '\u{FE70}'..='\u{FEFE}'
            | '\u{10800}'..='\u{10FFF}'
            | '\u{1E800}'..='\u{1EFFF}'
    );
    runs_to_the_left || is_sign_of_direction(character)
}

fn is_sign_of_direction(character: char) -> bool {
    matches!(
        character,
        '\u{061C}' | '\u{200E}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_nobody_sees_is_no_name() {
        fn check(name: &str, expected: &str) {
            assert_eq!(trimmed(name), expected, "{name:?}");
        }

        check("", "");
        check("  ", "");
        check("\u{3000}", "");
        check("\u{200B}\u{200B}", "");
        check("\u{FEFF} \u{2060}", "");
        check("\u{202E}", "");
        check("\u{3164}", "");
        check("\u{2800}\u{00AD}", "");
        check("\u{E0041}\u{0007}", "");
        check(" 平潮镇新坝村党总支\u{200B}\n", "平潮镇新坝村党总支");
        check("第一 支部", "第一 支部");
        check("a\u{200D}b", "a\u{200D}b");
    }

    #[test]
    fn a_name_keeps_its_direction_to_itself() {
        fn check(name: &str, expected: &str) {
            assert_eq!(isolated(name), expected, "{name:?}");
        }

        check("新坝村第二党支部", "新坝村第二党支部");
        check(" Village 2 ", "Village 2");
        check("新坝村\u{202E}部支二第", "\u{2068}新坝村部支二第\u{2069}");
        check("\u{202E}村", "村");
        check("a\u{2069}b", "\u{2068}ab\u{2069}");
        check("ב", "\u{2068}ב\u{2069}");
    }

    proptest! {
        #[test]
        fn an_isolated_name_leaves_nothing_open(
            name in ".{0,12}", signs in "[\u{202A}-\u{202E}\u{2066}-\u{2069}]{0,4}"
        ) {
            let isolated = isolated(&format!("{name}{signs}{name}"));
            let inside = isolated.strip_prefix('\u{2068}');
            let inside = inside.and_then(|rest| rest.strip_suffix('\u{2069}'));
            prop_assert!(!inside.unwrap_or(&isolated).chars().any(is_sign_of_direction));
            prop_assert!(inside.is_some() || !isolated.chars().any(has_a_say_in_direction));
        }
    }
}
