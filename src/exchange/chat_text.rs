//! What chats, mail programs and editors put around and into a JSON text on its way.
//!
//! Undone: text before and after, ``` fences, marks of byte order, spaces that are no JSON spaces,
//! and halves of characters, which are replaced and counted. Not undone: anything else inside
//! strings, and quotation marks that were made curly. Guessing there could change an answer.

use std::borrow::Cow;

/// The longest escape of one character, `\u` and four digits, in bytes.
const ESCAPE: usize = 6;

/// Whether a text that begins with a brace looks like the beginning of an object with members: a
/// name follows, whatever its quotation marks, or the end. A smiley or a nickname of a chat has
/// none.
pub(super) fn looks_like_an_object(text: &str) -> bool {
    let behind = text.chars().skip(1).find(|one| !is_ignored(*one));
    behind.is_none_or(|behind| matches!(behind, '"' | '“' | '”' | '„' | '‘' | '’' | '＂' | '\''))
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

/// The text with every half of a character that is escaped alone (`\ud83d` without its other half)
/// made U+FFFD, and how many there were. Phones that cut a text in the middle of a picture
/// character write them. The length of the text stays the same.
pub(super) fn without_half_characters(text: &str) -> (Cow<'_, str>, usize) {
    let mut bytes = Cow::Borrowed(text.as_bytes());
    let (mut at, mut count) = (0, 0);
    while let Some(next) = text.get(at..).and_then(|rest| rest.find('\\')) {
        at += next;
        match half_at(text, at) {
            Some(0xD800..0xDC00)
                if half_at(text, at + ESCAPE).is_some_and(|other| other >= 0xDC00) =>
            {
                at += 2 * ESCAPE;
            }
            Some(_) => {
                bytes.to_mut()[at + 2..at + ESCAPE].copy_from_slice(b"fffd");
                count += 1;
                at += ESCAPE;
            }
            // The backslash and what it escapes, which can be a backslash too.
            None => {
                let escaped = text.get(at + 1..).and_then(|rest| rest.chars().next());
                at += 1 + escaped.map_or(0, char::len_utf8);
            }
        }
    }
    match bytes {
        Cow::Owned(bytes) => match String::from_utf8(bytes) {
            Ok(whole) => (Cow::Owned(whole), count),
            Err(_) => (Cow::Borrowed(text), 0),
        },
        Cow::Borrowed(_) => (Cow::Borrowed(text), 0),
    }
}

/// The half of a character that is escaped at this place.
fn half_at(text: &str, at: usize) -> Option<u32> {
    let digits = text.get(at..at + ESCAPE)?.strip_prefix("\\u")?;
    let unit = u32::from_str_radix(digits, 16).ok()?;
    (0xD800..0xE000).contains(&unit).then_some(unit)
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
    fn an_object_has_a_name() {
        fn check(text: &str, expected: bool) {
            assert_eq!(looks_like_an_object(text), expected, "{text}");
        }

        check("{", true);
        check("{}", false);
        check("{\r\n\u{A0} \"a\"", true);
        check("{“a”", true);
        check("{'a'", true);
        check("{张三}", false);
        check("{a: 1}", false);
        check("{{", false);
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
