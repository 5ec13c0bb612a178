//! Finds parts in a text (找出各段), whatever a chat or a mail put before, between and behind them.
//!
//! Undone inside of a part: breaks of lines, spaces, marks of quotation at the beginning of a line,
//! invisible characters, wide and small letters. Not here: putting them together (`collection`).

use super::base32::{Decoder, plain, value};
use super::part::{BEGINNING, ChatPart, END, PartFault};
use crate::exchange::encoding::{self, ForeignEncoding};
use crate::visible_text::is_invisible;
use memchr::memchr_iter;

/// The parts in a text, in their order, and for what begins like one and is none what is wrong.
/// Empty where nothing begins like a part.
pub fn find(text: &str) -> Vec<Result<ChatPart, PartFault>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(inside) = behind_a_beginning(rest) {
        let (part, behind) = part(inside);
        found.extend(part);
        rest = behind;
    }
    found
}

/// The parts in a file that is a text, as [`find`] finds them.
pub fn find_in_bytes(
    bytes: &[u8],
    foreign: &dyn ForeignEncoding,
) -> Vec<Result<ChatPart, PartFault>> {
    /// A text of parts is far shorter; longer ones are looked through for the plain form alone.
    const LONGEST_TEXT: usize = 2_000_000;
    let is_plain = || {
        // Comparing at every place of a large file takes ten times as long.
        let mut firsts = memchr_iter(BEGINNING.as_bytes()[0], bytes);
        firsts.any(|at| bytes[at..].starts_with(BEGINNING.as_bytes()))
    };
    if bytes.len() > LONGEST_TEXT && !is_plain() {
        return Vec::new();
    }
    let text = encoding::decode(bytes, foreign);
    text.map(|decoded| find(&decoded.text)).unwrap_or_default()
}

/// What follows the next beginning of a part; `None` if there is none.
fn behind_a_beginning(text: &str) -> Option<&str> {
    let first = BEGINNING.chars().next()?;
    text.char_indices()
        .filter(|(_, character)| plain(*character) == first)
        .find_map(|(at, _)| without_beginning(text.get(at..)?))
}

fn without_beginning(text: &str) -> Option<&str> {
    let mut characters = text.chars();
    for expected in BEGINNING.chars() {
        let is_it = |one: char| plain(one) == expected;
        if !characters
            .by_ref()
            .find(|one| !is_passed_over(*one))
            .is_some_and(is_it)
        {
            return None;
        }
    }
    Some(characters.as_str())
}

/// The part at the start of a text, behind its beginning, and the text from where to look on;
/// nothing where no letter of it follows, as in a word that happens to be the same.
fn part(text: &str) -> (Option<Result<ChatPart, PartFault>>, &str) {
    let mut decoder = Decoder::default();
    let mut letters = 0_usize;
    let found = |letters: usize, part| (letters > 0).then_some(part);
    for (at, character) in text.char_indices() {
        if let Some(value) = value(character) {
            decoder.push(value);
            letters += 1;
        } else if plain(character) == END {
            let behind = text.get(at + character.len_utf8()..).unwrap_or_default();
            return match ChatPart::read(&decoder.into_bytes()) {
                Ok(part) => (Some(Ok(part)), behind),
                // Its end may be in the beginning of the next part.
                Err(fault) => (found(letters, Err(fault)), text),
            };
        } else if !is_passed_over(character) {
            return (found(letters, Err(PartFault::CutOff)), text);
        }
    }
    (found(letters, Err(PartFault::CutOff)), "")
}

/// Whether a character inside of a part says nothing.
fn is_passed_over(character: char) -> bool {
    character.is_whitespace()
        || is_invisible(character)
        || matches!(character, '>' | '|' | '-' | '*' | '_' | '`' | '=')
}
