//! What chats, mail programs and editors put around and into a JSON text on its way.
//!
//! Undone: text before and after, ``` fences, marks of byte order, spaces that are no JSON spaces.
//! Not undone: anything inside strings, and quotation marks that were made curly. Guessing there
//! could change an answer.

use std::borrow::Cow;

/// The part of a text from the first `{` on, and how many bytes lie before it; the whole text
/// without white space around it where there is no `{`.
pub(super) fn from_first_brace(text: &str) -> (usize, &str) {
    let start = text.find('{').unwrap_or_else(|| {
        text.find(|character: char| !is_ignored(character))
            .unwrap_or(text.len())
    });
    text.get(start..).map_or((0, text), |rest| (start, rest))
}

/// Whether what follows the JSON is nothing that could be data: no second `{`. Square brackets are
/// no sign of data, since chats write their smileys with them.
pub(super) fn is_mere_trailer(rest: &str) -> bool {
    !rest.contains('{')
}

/// Whether there is nothing in it but white space and invisible marks.
pub(super) fn is_blank(text: &str) -> bool {
    text.chars().all(is_ignored)
}

/// The text with every odd space outside strings made an ordinary one. Chats and web pages write
/// several spaces as no-break spaces, which JSON does not know.
pub(super) fn with_plain_spaces(text: &str) -> Cow<'_, str> {
    let odd = |character: char| !character.is_ascii() && is_ignored(character);
    if !text.contains(odd) {
        return Cow::Borrowed(text);
    }
    let (mut inside, mut escaped) = (false, false);
    let plain = text.chars().map(|character| {
        if inside {
            inside = escaped || character != '"';
            escaped = !escaped && character == '\\';
            character
        } else {
            inside = character == '"';
            if odd(character) { ' ' } else { character }
        }
    });
    Cow::Owned(plain.collect())
}

/// White space of any kind, zero-width spaces and marks of byte order.
fn is_ignored(character: char) -> bool {
    character.is_whitespace()
        || matches!(character, '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_json_part_starts_at_the_first_brace() {
        fn check(text: &str, expected: &str) {
            let (start, part) = from_first_brace(text);
            assert_eq!(part, expected);
            assert_eq!(&text[start..], expected);
        }

        check("{}", "{}");
        check(" \u{FEFF}\n{}", "{}");
        check("张三 10:24\n{\"a\":1}", "{\"a\":1}");
        check("```json\n{}\n```", "{}\n```");
        check("  [1]", "[1]");
        check(" 你好", "你好");
        check("  ", "");
        check("", "");
    }

    #[test]
    fn odd_spaces_are_made_plain_outside_strings_alone() {
        fn check(text: &str, expected: &str) {
            assert_eq!(with_plain_spaces(text), expected);
        }

        check("{ \"a\": 1 }", "{ \"a\": 1 }");
        check("{\u{A0}\u{A0}\"a\":\u{3000}1}", "{  \"a\": 1}");
        check(
            "{\"a\u{A0}\":\u{A0}\"\u{3000}\"}",
            "{\"a\u{A0}\": \"\u{3000}\"}",
        );
        check("{\"a\\\"\u{A0}\":\u{A0}1}", "{\"a\\\"\u{A0}\": 1}");
        check("{\"a\\\\\":\u{A0}1}", "{\"a\\\\\": 1}");
        check("{\u{200B}}", "{ }");
        check("{“a”:1}", "{“a”:1}");
    }
}
