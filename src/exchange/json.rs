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
    let mut nesting = Nesting::from(0);
    while nesting.step(text)? {}
    typed_json::parse(text).map_err(|error| SyntaxPlace::of(&error, text).in_text(text, 0))
}

/// How many bytes are measured in one step.
const MEASURED: usize = 1 << 20;

/// Refuses what is nested too deeply, before any parser recurses into it.
#[derive(Debug)]
pub(super) struct Nesting {
    /// How far it has been measured, in bytes.
    at: usize,
    depth: usize,
    /// Whether this is inside a string.
    inside: bool,
    /// Whether the sign before was a backslash that counts.
    escaped: bool,
}

impl Nesting {
    /// To be measured from this byte of a text on.
    pub(super) fn from(start: usize) -> Self {
        Self {
            at: start,
            depth: 0,
            inside: false,
            escaped: false,
        }
    }

    /// Measures on in the text, which must be the same at every step. Says whether there is more.
    pub(super) fn step(&mut self, text: &str) -> Result<bool, ImportError> {
        let rest = text.as_bytes().get(self.at..).unwrap_or_default();
        let piece = rest.get(..MEASURED).unwrap_or(rest);
        for byte in piece {
            if self.inside {
                self.inside = self.escaped || *byte != b'"';
                self.escaped = !self.escaped && *byte == b'\\';
                continue;
            }
            match byte {
                b'"' => self.inside = true,
                b'{' | b'[' => self.depth += 1,
                b'}' | b']' => self.depth = self.depth.saturating_sub(1),
                _ => {}
            }
            if self.depth > DEEPEST_NESTING {
                return Err(ImportError::TooDeep {
                    most: DEEPEST_NESTING,
                });
            }
        }
        self.at += piece.len();
        Ok(piece.len() < rest.len())
    }
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
