//! A pack written by position (按位置写的标准包): the built-in pack that most phones open with, put
//! together and checked when the app is built, so that a start reads it without names, without
//! merging files and without the code that says what is wrong with JSON.
//!
//! It is two texts of bytes. The first has all by which anything is reckoned, and what home shows.
//! The second has the long texts ([`LONG_TEXTS`]), in the order in which the first refers to them;
//! read without it, a pack has them empty. English is in neither, and the examples that prove a
//! pack are left out: what asks for them reads the JSON (`composition`). Nobody else writes this
//! form, and it changes with the types, so it is never kept on a device and never sent.

mod reader;
mod writer;

use super::pack::StandardPack;
use serde::Deserialize;
use std::fmt;

/// The members that home does without (长文本): the rules and what cites them, what is asked in full,
/// what is to be done and shown for it, and the fields of mechanisms. None of them says how
/// anything is reckoned.
pub(super) const LONG_TEXTS: [&str; 13] = [
    "about",
    "criterion",
    "evidence",
    "goal",
    "hint",
    "label",
    "measure",
    "milestone",
    "note",
    "rules",
    "scope",
    "sources",
    "when",
];

/// The examples of a pack, which are written nowhere.
const EXAMPLES: &str = "examples";

/// A pack by position.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Positional {
    /// The pack without its long texts.
    pub brief: Vec<u8>,
    /// Its long texts.
    pub texts: Vec<u8>,
}

/// Writes a pack by position.
///
/// # Errors
///
/// When it has a number that no pack has, such as a fraction, or is not read back as it was
/// written.
pub fn write(pack: &StandardPack) -> Result<Positional, Misread> {
    let written = writer::written(pack)?;
    let back = read(&written.brief, Some(&written.texts))?;
    match writer::written(&back)? == written {
        true => Ok(written),
        false => Err(Misread),
    }
}

/// Reads a pack; without `texts` its long texts are empty.
///
/// # Errors
///
/// When bytes are missing or left over.
///
/// # Panics
///
/// When they are others than this very build has written.
pub(super) fn read(brief: &[u8], texts: Option<&[u8]>) -> Result<StandardPack, Misread> {
    let mut reader = reader::Reader::of(brief, texts);
    let Ok(pack) = StandardPack::deserialize(&mut reader);
    match reader.has_read_all() {
        true => Ok(pack),
        false => Err(Misread),
    }
}

/// Bytes that are no pack by position, or a pack that cannot be written so. The build does not come
/// to its end with such bytes, so nothing more is told of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a pack by position")]
pub struct Misread;

impl serde::ser::Error for Misread {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// What stands before each member of a structure.
mod member {
    /// Nothing follows: it has the value of its absence.
    pub const ABSENT: u64 = 0;
    /// Its value follows.
    pub const HERE: u64 = 1;
    /// Its value follows, and the texts and lists in it stand among the long texts.
    pub const LONG: u64 = 2;
}

#[cfg(test)]
mod tests;
