//! Numbered parts (分段): a file as several short texts, of a size that a chat takes or that one QR
//! code holds, and back, in any order, twice, and with other words around.
//!
//! - `part`: one part, written and read.
//! - `search`: the parts that are in a text.
//! - `page`: a page for a browser around a whole file.
//! - `collection`: the parts that have come so far, and the file once all are here.
//!
//! `docs/file-format.md` says the same for other programs. Not here: drawing and reading codes
//! ([`super::qr`]), and what is in the file.

mod base32;
mod collection;
mod page;
mod part;
mod search;

pub use collection::{Collection, PartSet, SetFault, Taken};
pub use page::page_around;
pub use part::{ChatPart, NewerParts, PartFault};
pub use search::{find, find_in_bytes};

use miniz_oxide::deflate::compress_to_vec;
use sha2::{Digest, Sha256};

/// The most parts that one file is cut into. A file that takes more is sent as a file.
pub const MOST_PARTS: usize = 999;

/// How thoroughly a file is compressed, from 0 to 10.
const COMPRESSION: u8 = 9;

/// What a part is made for (给谁用).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carrier {
    /// A message in a chat. With the line above it a part has fewer than 1,800 characters: many
    /// chats fold or cut what has more than 2,000, and a phone selects and pastes this much at
    /// once.
    Message,
    /// A QR code of version 13 with the second of four levels of error correction: 69 squares wide,
    /// each of them larger than four pixels on the screen of a phone.
    Code,
    /// A file, which takes all of it in one part.
    File,
}

impl Carrier {
    /// How many compressed bytes go into one part.
    fn piece(self) -> usize {
        match self {
            Self::Message => 1_075,
            Self::Code => 275,
            Self::File => usize::MAX,
        }
    }
}

/// Cuts a file of this app, which is JSON, into parts; `None` if there would be more than
/// [`MOST_PARTS`]. The white space between its members is left out, which says nothing and takes a
/// tenth of the parts.
pub fn cut_file(text: &str, carrier: Carrier) -> Option<Vec<ChatPart>> {
    cut(&without_space(text), carrier)
}

/// A JSON text without the white space between its members and values.
fn without_space(json: &str) -> String {
    let (mut in_string, mut is_escaped) = (false, false);
    let is_kept = |character: &char| {
        match character {
            '"' if !is_escaped => in_string = !in_string,
            ' ' | '\n' | '\r' | '\t' if !in_string => return false,
            _ => {}
        }
        is_escaped = *character == '\\' && !is_escaped;
        true
    };
    json.chars().filter(is_kept).collect()
}

/// Cuts the text of a file into parts; `None` if there would be more than [`MOST_PARTS`].
///
/// The pieces are of one length, but for one byte: where they are codes, all are of one size.
pub fn cut(text: &str, carrier: Carrier) -> Option<Vec<ChatPart>> {
    let packed = compress_to_vec(text.as_bytes(), COMPRESSION);
    let sum = sum_of(&packed);
    let count = packed.len().div_ceil(carrier.piece()).max(1);
    if count > MOST_PARTS {
        return None;
    }
    let total = u16::try_from(count).ok()?;
    let begins = |number: u16| packed.len() * usize::from(number) / count;
    let part = |number: u16| ChatPart {
        sum,
        number,
        count: total,
        piece: packed
            .get(begins(number - 1)..begins(number))
            .unwrap_or_default()
            .to_vec(),
    };
    Some((1..=total).map(part).collect())
}

/// By what the parts of one file are known: the beginning of the SHA-256 of what was cut.
fn sum_of(packed: &[u8]) -> [u8; part::SUM_BYTES] {
    let mut sum = [0; part::SUM_BYTES];
    let whole = Sha256::digest(packed);
    sum.iter_mut()
        .zip(whole)
        .for_each(|(place, byte)| *place = byte);
    sum
}

#[cfg(test)]
mod tests;
