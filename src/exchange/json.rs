//! Text that this app wrote to JSON, with a bound on the nesting first.
//!
//! Not here: files from outside ([`super::search`]), and what the JSON means.

use super::fault::ImportError;
use super::limits::DEEPEST_NESTING;
use super::syntax::SyntaxPlace;
use crate::typed_json;
use serde_json::Value;

/// The JSON of a text that this app wrote; nothing may stand around it.
pub(super) fn parse_stored(text: &str) -> Result<Value, ImportError> {
    if text.trim().is_empty() {
        return Err(ImportError::Empty);
    }
    check_nesting(text)?;
    typed_json::parse(text).map_err(|error| SyntaxPlace::of(&error, text).in_text(text, 0))
}

/// Refuses what is nested too deeply, before any parser recurses into it.
pub(super) fn check_nesting(text: &str) -> Result<(), ImportError> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::fault::SyntaxFault;

    #[test]
    fn what_is_no_stored_document_is_refused_with_its_place() {
        fn check(text: &str, expected: ImportError) {
            assert_eq!(parse_stored(text), Err(expected), "{text}");
        }
        let at = |line, column, fault| ImportError::NotJson {
            line,
            column,
            fault,
        };

        check("", ImportError::Empty);
        check(" \n\t ", ImportError::Empty);
        check("{\"a\":1", at(1, 6, SyntaxFault::CutOff));
        check("{}x", at(1, 3, SyntaxFault::Other));
        check(&"[".repeat(65), ImportError::TooDeep { most: 64 });
    }
}
