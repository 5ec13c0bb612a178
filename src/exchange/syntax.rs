//! Where a text stops being JSON, and what went wrong there, as far as that can be told.
//!
//! Not here: looking for files in a text ([`super::search`]).

use super::fault::{ImportError, SyntaxFault};
use serde_json::error::Category;

/// Signs that input methods and chats put in the place of those of JSON.
const TYPOGRAPHIC: [char; 16] = [
    '“', '”', '„', '‘', '’', '＂', '「', '」', '：', '，', '｛', '｝', '［', '］', '【', '】',
];

/// What the names of members look like where the signs around them were changed.
const CHANGED_SIGNS: [&str; 8] = [
    "“format",
    "format”",
    "„format",
    "‘format",
    "＂format",
    "｛",
    "\"format\"：",
    "&quot;",
];

/// Where the parser gave up.
#[derive(Clone, Copy, Debug)]
pub(super) struct SyntaxPlace {
    /// The line, from 1.
    line: usize,
    /// The column in characters, from 1.
    column: usize,
    /// What went wrong there.
    fault: SyntaxFault,
}

impl SyntaxPlace {
    /// The place of an error in the text that was parsed. The parser counts bytes; people count
    /// characters.
    pub(super) fn of(error: &serde_json::Error, text: &str) -> Self {
        let (mut line, mut column) = (error.line().max(1), error.column());
        let content = |line: usize| text.split('\n').nth(line - 1).unwrap_or_default();
        let at_line_break = column == 0;
        if at_line_break {
            // The parser has gone past the line break that it stumbles over.
            line = line.saturating_sub(1).max(1);
            column = content(line).chars().count() + 1;
        } else {
            let starts = content(line).char_indices();
            column = starts.take_while(|(byte, _)| *byte < column).count().max(1);
        }
        let here = content(line).chars().nth(column - 1);
        Self {
            line,
            column,
            fault: fault_of(error, here, text),
        }
    }

    /// The same place in the whole text, of which what was parsed starts at byte `start`.
    pub(super) fn in_text(self, text: &str, start: usize) -> ImportError {
        let before = text.get(..start).unwrap_or_default();
        let columns_before = before.rsplit('\n').next().unwrap_or_default();
        let column = if self.line <= 1 {
            columns_before.chars().count() + self.column
        } else {
            self.column
        };
        ImportError::NotJson {
            line: before.matches('\n').count() + self.line,
            column,
            fault: self.fault,
        }
    }
}

/// What went wrong, from the words of the parser, the character at the place, and the text.
fn fault_of(error: &serde_json::Error, here: Option<char>, text: &str) -> SyntaxFault {
    if error.classify() == Category::Eof {
        return SyntaxFault::CutOff;
    }
    let words = error.to_string();
    if words.starts_with("control character") {
        // The line break itself stands in no line.
        return match here {
            None | Some('\r' | '\t') => SyntaxFault::LineBroken,
            Some(_) => SyntaxFault::ControlCharacter,
        };
    }
    if words.starts_with("number out of range") {
        return SyntaxFault::NumberTooLarge;
    }
    if here.is_some_and(|here| TYPOGRAPHIC.contains(&here)) || signs_were_changed(text) {
        return SyntaxFault::Punctuation;
    }
    SyntaxFault::Other
}

/// Whether the signs around the first member of a file were changed into other ones.
pub(super) fn signs_were_changed(text: &str) -> bool {
    CHANGED_SIGNS.iter().any(|signs| text.contains(signs))
}
