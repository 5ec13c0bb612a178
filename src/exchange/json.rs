//! Text to JSON: a bound on the nesting first, then the parser; an error names line and column of
//! the text as the person has it.
//!
//! Not here: what the JSON means.

use super::chat_text;
use super::fault::ImportError;
use super::limits::DEEPEST_NESTING;
use serde_json::Value;
use serde_json::error::Category;

/// The JSON of a text that came from outside, with what a chat put around it.
pub(super) fn parse_foreign(text: &str) -> Result<Value, ImportError> {
    if chat_text::is_blank(text) {
        return Err(ImportError::Empty);
    }
    let (start, part) = chat_text::from_first_brace(text);
    check_nesting(part)?;
    parse_part(part)
        .or_else(|fault| match chat_text::with_plain_spaces(part) {
            std::borrow::Cow::Borrowed(_) => Err(fault),
            // Every odd space was replaced by one character, so lines and columns stay the same.
            std::borrow::Cow::Owned(plain) => parse_part(&plain),
        })
        .map_err(|fault| fault.in_text(text, start))
}

/// The JSON of a text that this app wrote; nothing may stand around it.
pub(super) fn parse_stored(text: &str) -> Result<Value, ImportError> {
    if text.trim().is_empty() {
        return Err(ImportError::Empty);
    }
    check_nesting(text)?;
    serde_json::from_str(text).map_err(|error| SyntaxFault::of(&error, text).in_text(text, 0))
}

/// Refuses what is nested too deeply, before any parser recurses into it.
fn check_nesting(text: &str) -> Result<(), ImportError> {
    let (mut depth, mut inside, mut escaped) = (0_usize, false, false);
    for byte in text.bytes() {
        if inside {
            inside = escaped || byte != b'"';
            escaped = !escaped && byte == b'\\';
            continue;
        }
        match byte {
            b'"' => inside = true,
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST_NESTING {
            return Err(ImportError::TooDeep {
                most: DEEPEST_NESTING,
            });
        }
    }
    Ok(())
}

/// The first value of a text, if nothing that could be data follows it.
fn parse_part(text: &str) -> Result<Value, SyntaxFault> {
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<Value>();
    match values.next() {
        Some(Ok(value)) => {
            let rest = text.get(values.byte_offset()..).unwrap_or_default();
            if chat_text::is_mere_trailer(rest) {
                return Ok(value);
            }
            let before = text.get(..values.byte_offset()).unwrap_or_default();
            let (lines, column) = line_and_column(before);
            Err(SyntaxFault {
                line: lines,
                column: column + 1,
                cut_off: false,
            })
        }
        Some(Err(error)) => Err(SyntaxFault::of(&error, text)),
        None => Err(SyntaxFault {
            line: 1,
            column: 1,
            cut_off: false,
        }),
    }
}

/// Where the parser gave up.
#[derive(Clone, Copy, Debug)]
struct SyntaxFault {
    /// The line, from 1.
    line: usize,
    /// The column in characters, from 1; 0 at the end of the line before.
    column: usize,
    cut_off: bool,
}

impl SyntaxFault {
    /// The parser counts bytes; people count characters.
    fn of(error: &serde_json::Error, text: &str) -> Self {
        let line = text
            .split('\n')
            .nth(error.line().saturating_sub(1))
            .unwrap_or_default();
        let characters = line
            .char_indices()
            .take_while(|(byte, _)| *byte < error.column());
        Self {
            line: error.line(),
            column: characters.count(),
            cut_off: error.classify() == Category::Eof,
        }
    }

    /// The same place in the whole text, of which the JSON starts at byte `start`.
    fn in_text(self, text: &str, start: usize) -> ImportError {
        let (lines_before, columns_before) = line_and_column(text.get(..start).unwrap_or_default());
        let column = if self.line <= 1 {
            columns_before + self.column
        } else {
            self.column
        };
        ImportError::NotJson {
            line: lines_before - 1 + self.line.max(1),
            column,
            cut_off: self.cut_off,
        }
    }
}

/// On which line (from 1) the end of a text is, and how many characters that line has.
fn line_and_column(text: &str) -> (usize, usize) {
    let lines = text.matches('\n').count() + 1;
    let last = text.rsplit('\n').next().unwrap_or_default();
    (lines, last.chars().count())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_a_chat_adds_is_passed_over() {
        fn check(text: &str) {
            assert_eq!(parse_foreign(text), Ok(json!({"a": "{\u{A0}"})), "{text}");
        }

        check("{\"a\":\"{\u{A0}\"}");
        check("  \r\n {\"a\":\"{\u{A0}\"}\n ");
        check("```json\n{\"a\":\"{\u{A0}\"}\n```\n");
        check("李书记 2026-11-21 09:12\n文件内容如下：\n{\"a\":\"{\u{A0}\"}\n已读[微笑]");
        check("\u{FEFF}{\u{A0}\"a\":\u{A0}\"{\u{A0}\"}");
    }

    #[test]
    fn errors_name_the_place_in_the_text_as_it_came() {
        fn check(text: &str, expected: (usize, usize, bool)) {
            let (line, column, cut_off) = expected;
            assert_eq!(
                parse_foreign(text),
                Err(ImportError::NotJson {
                    line,
                    column,
                    cut_off
                })
            );
        }

        check("你好", (1, 1, false));
        check("{\"五基\":}", (1, 7, false));
        check("好友：{\"五基\":}", (1, 10, false));
        check("第一行\n好友：{\"a\":1,\n\"五基\" 1}", (3, 6, false));
        check("{\"五基\":1", (1, 7, true));
        check("{\"五基\":tr", (1, 8, true));
        check("{", (1, 1, true));
        check("{“a”:1}", (1, 2, false));
        check("{\"a\":1}\n{\"a\":2}", (1, 8, false));
    }

    #[test]
    fn depth_is_bounded_before_parsing() {
        fn check(text: &str, deep: bool) {
            let found = parse_foreign(text);
            assert_eq!(
                found == Err(ImportError::TooDeep { most: 64 }),
                deep,
                "{found:?}"
            );
        }

        check(
            &format!("{{\"a\":{}{}}}", "[".repeat(63), "]".repeat(63)),
            false,
        );
        check(
            &format!("{{\"a\":{}{}}}", "[".repeat(64), "]".repeat(64)),
            true,
        );
        check(&"{\"a\":".repeat(10_000), true);
        check(&"[".repeat(10_000), true);
        check(&format!("{{\"a\":\"{}\"}}", "[".repeat(100)), false);
        check(&format!("{{\"a\":\"\\\"{}\"}}", "[".repeat(100)), false);
        // Where quotes do not pair, the parser's own bound is the second net.
        check(&format!("{{\"{}", "[".repeat(10_000)), false);
    }

    #[test]
    fn nothing_is_told_apart_from_garbage() {
        fn check(text: &str) {
            assert_eq!(parse_foreign(text), Err(ImportError::Empty));
            assert_eq!(parse_stored(text), Err(ImportError::Empty));
        }

        check("");
        check(" \n\t ");
        assert_eq!(parse_foreign("\u{FEFF}\u{200B}"), Err(ImportError::Empty));
    }
}
