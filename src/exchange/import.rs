//! The one door in (导入): files, pasted text, and what the device's own store holds.
//!
//! Bytes → text → JSON → envelope → migrations → types → meaning. Nothing is written here, and a
//! refusal changes nothing. Not here: the way itself, which can be gone in steps
//! ([`super::opening`]), and what taking it over would change ([`super::plan`]).

use super::document::{Document, DocumentKey};
use super::encoding::ForeignEncoding;
use super::envelope::{self, Kind};
use super::fault::{ImportError, ImportIssue};
use super::opening::Opening;
use super::short_code::ShortCode;
use super::signing::Signature;
use super::{json, stamps, typed};
use crate::assessment::Answer;

/// What a file or a text holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// What kind of file it is.
    pub kind: Kind,
    /// What wrote it, in its own words.
    pub app: Option<String>,
    /// When it was exported, in UTC milliseconds, if that can be read.
    pub exported_at: Option<i64>,
    /// The short code (校验短码) of what is in it; `None` if it has none.
    pub code: Option<ShortCode>,
    /// What its signature (签名) amounts to; `None` if it has none.
    pub signature: Option<Signature>,
    /// The documents: packs before organisations before assessments and pages.
    pub documents: Vec<Document>,
    /// What the user should know before the user takes them over.
    pub issues: Vec<ImportIssue>,
}

impl Opened {
    /// Whether it was made without the notes beside its answers (不带备注), as a file for others is
    /// where they are not chosen. The notes that are here stay.
    pub fn lacks_notes(&self) -> bool {
        self.documents.iter().any(|document| match document {
            Document::Assessment(one) => one.answers.values().any(Answer::lacks_note),
            _ => false,
        })
    }
}

/// Opens the bytes of a file.
///
/// # Errors
/// See [`ImportError`]; whatever it is, nothing was changed.
pub fn open(bytes: &[u8], foreign: &dyn ForeignEncoding) -> Result<Opened, ImportError> {
    whole(Opening::of_bytes(bytes, foreign)?)
}

/// Opens a text that was pasted.
///
/// # Errors
/// See [`ImportError`]; whatever it is, nothing was changed.
pub fn open_text(text: &str) -> Result<Opened, ImportError> {
    whole(Opening::of_text(text.to_owned())?)
}

fn whole(mut opening: Opening) -> Result<Opened, ImportError> {
    loop {
        if let Some(opened) = opening.step()? {
            return Ok(opened);
        }
    }
}

/// Opens a document that the device's own store holds under `key`, in the form `schema`.
///
/// What the user was able to enter must open again, so its content is not judged here. A time of
/// change beyond what can be counted on from is brought back into the range.
///
/// # Errors
/// [`ImportError::UnknownKind`] for a key this build does not know,
/// [`ImportError::NewerVersion`] for a newer form, [`ImportError::WrongShape`] with the place
/// otherwise.
pub fn open_stored(key: &str, schema: u32, body: &str) -> Result<Document, ImportError> {
    let key: DocumentKey = key.parse().map_err(|_| ImportError::UnknownKind {
        found: key.chars().take(80).collect(),
    })?;
    let version = envelope::check_version(u64::from(schema))?;
    let value = json::parse_stored(body)?;
    let mut document = typed::stored_document(key.kind(), version, value)?;
    stamps::settle(&mut document);
    if document.key() != key {
        return Err(ImportError::WrongShape {
            place: "id".to_owned(),
            problem: format!("expected {key}, found {}", document.key()),
        });
    }
    Ok(document)
}
