//! The parts that have come so far (已收到的段), by the file that they belong to, and the file once
//! all of them are here.
//!
//! What is taken in is either the text that was cut, or nothing: every part has its own checksum,
//! and all of them together have another. Not here: where parts come from.

use super::part::{ChatPart, SUM_BYTES, code_of};
use super::sum_of;
use crate::exchange::limits::MOST_BYTES;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

/// The parts that have come so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Collection {
    sets: Vec<PartSet>,
}

/// Parts of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartSet {
    sum: [u8; SUM_BYTES],
    pieces: Vec<Option<Vec<u8>>>,
}

/// What came of taking a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// It was not here yet.
    New,
    /// It is here already.
    Again,
    /// Another one of this number is here; that one stays.
    Contradicts,
}

/// Why parts that are all here are no file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SetFault {
    /// Together they are not what was cut.
    #[error("they do not fit together")]
    DoNotFit,
    /// What was cut is no text of a size that is taken.
    #[error("they are no text")]
    NoText,
}

impl Collection {
    /// Takes a part.
    pub fn take(&mut self, part: ChatPart) -> Taken {
        let place = usize::from(part.number).saturating_sub(1);
        let count = usize::from(part.count);
        let is_of = |set: &PartSet| set.sum == part.sum && set.pieces.len() == count;
        let known = match self.sets.iter().position(is_of) {
            Some(known) => known,
            None => {
                self.sets.push(PartSet {
                    sum: part.sum,
                    pieces: vec![None; count],
                });
                self.sets.len() - 1
            }
        };
        let set = self.sets.get_mut(known);
        match set.and_then(|set| set.pieces.get_mut(place)) {
            Some(free @ None) => {
                *free = Some(part.piece);
                Taken::New
            }
            Some(Some(piece)) if *piece == part.piece => Taken::Again,
            _ => Taken::Contradicts,
        }
    }

    /// What is still missing, by file, in the order in which they began to come.
    pub fn incomplete(&self) -> impl Iterator<Item = &PartSet> {
        self.sets.iter().filter(|set| !set.is_complete())
    }

    /// Takes out the texts of the files of which all parts are here, each with its code.
    pub fn take_complete(&mut self) -> Vec<(String, Result<String, SetFault>)> {
        let (complete, rest) = std::mem::take(&mut self.sets)
            .into_iter()
            .partition(PartSet::is_complete);
        self.sets = rest;
        let complete: Vec<PartSet> = complete;
        complete
            .into_iter()
            .map(|set| (set.code(), set.text()))
            .collect()
    }
}

impl PartSet {
    /// By what a person knows these parts.
    pub fn code(&self) -> String {
        code_of(self.sum)
    }

    /// How many parts there are in all.
    pub fn count(&self) -> usize {
        self.pieces.len()
    }

    /// How many have come.
    pub fn come(&self) -> usize {
        self.pieces.iter().flatten().count()
    }

    /// The numbers of those that are missing, from 1.
    pub fn missing(&self) -> impl Iterator<Item = usize> {
        let numbered = self.pieces.iter().enumerate();
        numbered.filter_map(|(place, piece)| piece.is_none().then_some(place + 1))
    }

    fn is_complete(&self) -> bool {
        self.pieces.iter().all(Option::is_some)
    }

    fn text(self) -> Result<String, SetFault> {
        let packed = self.pieces.into_iter().flatten().flatten();
        let packed: Vec<u8> = packed.collect();
        if sum_of(&packed) != self.sum {
            return Err(SetFault::DoNotFit);
        }
        let bytes =
            decompress_to_vec_with_limit(&packed, MOST_BYTES).map_err(|_| SetFault::NoText)?;
        String::from_utf8(bytes).map_err(|_| SetFault::NoText)
    }
}
