//! Opening what was chosen or pasted: a file of this app, or the raw data that the rescue page and
//! the data page give out.
//!
//! Not here: showing it, and writing any of it.

use crate::app::start::take_in;
use crate::app::workspace::Workspace;
use crate::exchange::limits::AHEAD_OF_NOW_MS;
use crate::exchange::{
    Document, DocumentKey, ImportError, ImportIssue, Kind, Opened, SCHEMA_VERSION, open, open_text,
    stamps,
};
use crate::storage::rescue::{self, RESCUE_FORMAT, RescueFault};
use crate::ui::devices::BrowserEncodings;

/// What was found in a file or a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// What is in it.
    pub opened: Opened,
    /// Whether it is the raw data of a device and no ordinary file.
    pub raw: bool,
    /// How many pieces of raw data could not be read and are left out.
    pub lost: usize,
}

/// Opens the bytes of a file.
///
/// # Errors
/// See [`ImportError`]; nothing was changed.
pub fn open_bytes(bytes: &[u8], now_ms: i64) -> Result<Found, ImportError> {
    found(
        open(bytes, &BrowserEncodings),
        || String::from_utf8_lossy(bytes).into_owned(),
        now_ms,
    )
}

/// Opens a text that was pasted.
///
/// # Errors
/// See [`ImportError`]; nothing was changed.
pub fn open_pasted(text: &str, now_ms: i64) -> Result<Found, ImportError> {
    found(open_text(text), || text.to_owned(), now_ms)
}

fn found(
    opened: Result<Opened, ImportError>,
    text: impl FnOnce() -> String,
    now_ms: i64,
) -> Result<Found, ImportError> {
    match opened {
        Ok(opened) => Ok(Found {
            opened: with_stamps_ahead(opened, now_ms),
            raw: false,
            lost: 0,
        }),
        Err(ImportError::AnotherProgram { found }) if found.as_deref() == Some(RESCUE_FORMAT) => {
            open_raw(&text(), now_ms)
        }
        Err(error) => Err(error),
    }
}

/// Opens raw data as start-up would have opened the device that it came from.
fn open_raw(text: &str, now_ms: i64) -> Result<Found, ImportError> {
    // A nickname in the chat around it can have braces, too.
    let member = text.find("\"format\"").unwrap_or(text.len());
    let start = text.get(..member).and_then(|before| before.rfind('{'));
    let part = match (start, text.rfind('}')) {
        (Some(start), Some(end)) => text.get(start..=end).unwrap_or(text),
        _ => text,
    };
    let loaded = rescue::open(part, SCHEMA_VERSION, now_ms).map_err(|fault| match fault {
        RescueFault::NewerVersion { version } => ImportError::NewerVersion {
            found: u64::from(version),
            known: SCHEMA_VERSION,
        },
        RescueFault::OtherFormat { format } => ImportError::AnotherProgram {
            found: Some(format),
        },
        RescueFault::NotReadable { message } => ImportError::WrongShape {
            place: String::new(),
            problem: message,
        },
    })?;
    let mut workspace = Workspace::default();
    let report = take_in(&loaded, &mut workspace);
    // A workspace has settings even where the device had none.
    let settings = DocumentKey::Settings.to_string();
    let had_settings = loaded
        .documents
        .iter()
        .any(|document| document.key == settings);
    let keep = |document: &Document| had_settings || document.key() != DocumentKey::Settings;
    let documents: Vec<Document> = workspace.documents().into_iter().filter(keep).collect();
    let lost = report.unreadable.len() + report.faults.len();
    if documents.is_empty() && lost == 0 {
        return Err(ImportError::Empty);
    }
    let opened = Opened {
        kind: Kind::Backup,
        app: None,
        exported_at: None,
        documents,
        issues: Vec::new(),
    };
    Ok(Found {
        opened: with_stamps_ahead(opened, now_ms),
        raw: true,
        lost,
    })
}

/// What was opened, with a word on times that lie ahead of now.
fn with_stamps_ahead(mut opened: Opened, now_ms: i64) -> Opened {
    let latest = now_ms.saturating_add(AHEAD_OF_NOW_MS);
    let ahead = stamps::later_than(&opened.documents, latest);
    let issue = ahead.map(|(stamps, latest)| ImportIssue::StampsAhead { stamps, latest });
    opened.issues.extend(issue);
    opened
}
