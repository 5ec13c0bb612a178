//! One part (一段): its bytes, with its number, what it belongs to, and a checksum of its own.
//!
//! Not here: finding it in a text (`search`), and putting parts together (`collection`).

use super::base32;
use sha2::{Digest, Sha256};

/// How many bytes say to which file a part belongs.
pub(super) const SUM_BYTES: usize = 8;

/// The form of the parts that this build writes.
const FORM: u8 = 1;

/// The form, the sum, the number and the count.
const HEAD_BYTES: usize = 1 + SUM_BYTES + 2 + 2;

/// How many bytes of its SHA-256 stand at the end of a part.
const CHECK_BYTES: usize = 4;

/// How many characters a person is told to know parts of one file by.
const CODE_LENGTH: usize = 4;

/// What every part begins with, so that it is found among other words. The last letter is none of
/// the alphabet of what follows.
pub(super) const BEGINNING: &str = "WUXINGU";

/// What every part ends with.
pub(super) const END: char = 'U';

/// A part of a file (一段).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChatPart {
    /// By what the parts of one file are known.
    pub(super) sum: [u8; SUM_BYTES],
    /// Which part it is, from 1.
    pub(super) number: u16,
    /// How many there are.
    pub(super) count: u16,
    /// Its piece of the compressed file.
    pub(super) piece: Vec<u8>,
}

/// What is wrong with a part (这一段有什么问题).
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PartFault {
    /// Its end is missing: it was not copied or sent whole.
    #[error("its end is missing")]
    CutOff,
    /// Characters of it are missing or were changed.
    #[error("it was changed on its way")]
    Damaged,
    /// A newer build wrote it.
    #[error("form {0}")]
    Newer(NewerParts),
}

/// The form of parts that a newer build writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct NewerParts(pub u8);

impl ChatPart {
    /// Which part it is, from 1.
    pub fn number(&self) -> u16 {
        self.number
    }

    /// How many there are.
    pub fn count(&self) -> u16 {
        self.count
    }

    /// By what a person knows the parts of one file: four letters and digits.
    pub fn code(&self) -> String {
        code_of(self.sum)
    }

    /// The part as letters and digits, all of it in one line.
    pub fn letters(&self) -> String {
        let mut bytes = Vec::with_capacity(HEAD_BYTES + self.piece.len() + CHECK_BYTES);
        bytes.push(FORM);
        bytes.extend(self.sum);
        bytes.extend(self.number.to_be_bytes());
        bytes.extend(self.count.to_be_bytes());
        bytes.extend(&self.piece);
        let check = check(&bytes);
        bytes.extend(check);
        format!("{BEGINNING}{}{END}", base32::encode(&bytes))
    }

    /// Reads the bytes of a part.
    ///
    /// # Errors
    /// See [`PartFault`].
    pub(super) fn read(bytes: &[u8]) -> Result<Self, PartFault> {
        let inner = bytes.len().checked_sub(CHECK_BYTES);
        let (inner, sum) = inner
            .and_then(|inner| bytes.split_at_checked(inner))
            .ok_or(PartFault::Damaged)?;
        if check(inner) != sum {
            return Err(PartFault::Damaged);
        }
        let (form, rest) = inner.split_first().ok_or(PartFault::Damaged)?;
        if *form != FORM {
            return Err(PartFault::Newer(NewerParts(*form)));
        }
        let part = (|| {
            let (sum, rest) = rest.split_first_chunk()?;
            let (number, rest) = rest.split_first_chunk()?;
            let (count, piece) = rest.split_first_chunk()?;
            let (number, count) = (u16::from_be_bytes(*number), u16::from_be_bytes(*count));
            let counts = usize::from(count) <= super::MOST_PARTS;
            (counts && (1..=count).contains(&number)).then(|| Self {
                sum: *sum,
                number,
                count,
                piece: piece.to_vec(),
            })
        })();
        part.ok_or(PartFault::Damaged)
    }
}

/// By what a person knows the parts of one file.
pub(super) fn code_of(sum: [u8; SUM_BYTES]) -> String {
    base32::encode(&sum).chars().take(CODE_LENGTH).collect()
}

fn check(bytes: &[u8]) -> [u8; CHECK_BYTES] {
    let mut check = [0; CHECK_BYTES];
    let whole = Sha256::digest(bytes);
    check
        .iter_mut()
        .zip(whole)
        .for_each(|(place, byte)| *place = byte);
    check
}
