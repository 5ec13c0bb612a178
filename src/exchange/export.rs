//! The way out (导出): documents to the text of a file, which is opened again through the door
//! before anybody gets it.
//!
//! Not here: handing it to the user (`platform`), and what it is called ([`super::file_name`]).

use super::document::{Document, DocumentKey};
use super::envelope::{self, BackupPayload, Kind, ReviewPayload, StandardPayload, WriteFault};
use super::fault::{ImportError, ImportIssue};
use super::for_others::ForOthers;
use super::import::{self, Opened};
use crate::assessment::Assessment;
use crate::canonical::CanonicalError;
use crate::ledger::LedgerPage;
use crate::sorted_map::SortedMap;
use crate::standard::StandardPack;
use crate::typed_json;
use serde::Serialize;

/// Why a file was not made. Everything on the device is as it was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ExportError {
    /// A number somewhere has a fraction, which the format does not have.
    #[error("not an integer at {place}")]
    NotAnInteger {
        /// Where, as a JSON pointer into the payload.
        place: String,
    },
    /// The serializer refused, in its own words.
    #[error("not written: {problem}")]
    NotWritten {
        /// The serializer's words, for a report and not for the user.
        problem: String,
    },
    /// The finished file does not open.
    #[error("the finished file does not open: {0}")]
    DoesNotOpen(Box<ImportError>),
    /// The finished file opens, but does not hold everything that was put into it.
    #[error("the finished file lacks something")]
    Incomplete,
}

/// One period for somebody else (给别人看): what [`ForOthers`] holds, and nothing besides.
///
/// `exported_at_ms` is the present instant in UTC milliseconds, `app_version` what the file says
/// about the program that wrote it.
///
/// # Errors
/// See [`ExportError`]; a file that would not open again is not handed out.
pub fn for_others(
    period: &ForOthers,
    exported_at_ms: i64,
    app_version: &str,
) -> Result<String, ExportError> {
    let (text, opened) = written(Kind::Assessment, period, exported_at_ms, app_version)?;
    complete(&opened, &period.documents(), period.standard())
        .then_some(text)
        .ok_or(ExportError::Incomplete)
}

/// Everything: all documents of a device.
///
/// # Errors
/// See [`ExportError`]; a file that would not open again is not handed out.
pub fn everything(
    documents: &[Document],
    exported_at_ms: i64,
    app_version: &str,
) -> Result<String, ExportError> {
    let mut payload = BackupPayload::default();
    for document in documents {
        match document.clone() {
            Document::Settings(settings) => payload.settings = Some(settings),
            Document::Organization(organization) => payload.organizations.push(organization),
            Document::Assessment(assessment) => payload.assessments.push(assessment),
            Document::Ledger(page) => payload.ledgers.push(page),
            Document::Standard(standard) => payload.standards.push(standard),
        }
    }
    let (text, opened) = written(Kind::Backup, &payload, exported_at_ms, app_version)?;
    complete(&opened, documents, None)
        .then_some(text)
        .ok_or(ExportError::Incomplete)
}

/// A standard pack.
///
/// # Errors
/// See [`ExportError`]; a file that would not open again is not handed out.
pub fn standard(
    pack: &StandardPack,
    exported_at_ms: i64,
    app_version: &str,
) -> Result<String, ExportError> {
    let payload = StandardPayload {
        standard: pack.clone(),
    };
    let (text, opened) = written(Kind::Standard, &payload, exported_at_ms, app_version)?;
    complete(&opened, &[], Some(pack))
        .then_some(text)
        .ok_or(ExportError::Incomplete)
}

/// A review of one period, from the pages that [`super::review::of_period`] makes.
///
/// # Errors
/// See [`ExportError`]; a file that would not open again is not handed out.
pub fn review(
    pages: Vec<LedgerPage>,
    exported_at_ms: i64,
    app_version: &str,
) -> Result<String, ExportError> {
    let payload = ReviewPayload { ledgers: pages };
    let (text, opened) = written(Kind::Review, &payload, exported_at_ms, app_version)?;
    let given: Vec<Document> = payload.ledgers.into_iter().map(Document::Ledger).collect();
    complete(&opened, &given, None)
        .then_some(text)
        .ok_or(ExportError::Incomplete)
}

/// Writes a file and opens it again.
fn written(
    kind: Kind,
    payload: &impl Serialize,
    exported_at_ms: i64,
    app_version: &str,
) -> Result<(String, Opened), ExportError> {
    let payload = typed_json::value_of(payload).map_err(WriteFault::from)?;
    let text = envelope::write(kind, &payload, exported_at_ms, app_version)?;
    let opened =
        import::open_text(&text).map_err(|error| ExportError::DoesNotOpen(Box::new(error)))?;
    Ok((text, opened))
}

/// Whether an opened file holds all these documents and this pack, and its checksum fits.
fn complete(opened: &Opened, given: &[Document], pack: Option<&StandardPack>) -> bool {
    let spoilt = opened.issues.iter().any(|issue| {
        matches!(
            issue,
            ImportIssue::ChecksumDiffers
                | ImportIssue::NoChecksum
                | ImportIssue::NotKept { .. }
                | ImportIssue::UnknownPart { .. }
        )
    });
    let bare_pack_is_there = pack.is_none_or(|pack| {
        opened.documents.iter().any(|found| match found {
            Document::Standard(standard) => standard.pack == *pack,
            _ => false,
        })
    });
    let found: SortedMap<DocumentKey, &Document> = opened
        .documents
        .iter()
        .map(|document| (document.key(), document))
        .collect();
    let came_back = |given: &Document| found.get(&given.key()).is_some_and(|one| same(given, one));
    !spoilt
        && bare_pack_is_there
        && opened.documents.len() == given.len() + usize::from(pack.is_some())
        && given.iter().all(came_back)
}

/// Whether a document came back as it was. The door may have moved answers between those in use
/// and 「已停用」, so they are held against each other together.
fn same(given: &Document, found: &Document) -> bool {
    let (Document::Assessment(given), Document::Assessment(found)) = (given, found) else {
        return given == found;
    };
    let gathered = |assessment: &Assessment| {
        let mut one = assessment.clone();
        for (id, answer) in std::mem::take(&mut one.retired) {
            one.answers.entry(id).or_insert(answer);
        }
        one
    };
    gathered(given) == gathered(found)
}

impl From<WriteFault> for ExportError {
    fn from(fault: WriteFault) -> Self {
        match fault {
            WriteFault::NoCanonicalForm(CanonicalError::NotAnInteger { place, .. }) => {
                Self::NotAnInteger { place }
            }
            WriteFault::Serializer(error) => Self::NotWritten {
                problem: error.to_string(),
            },
        }
    }
}
