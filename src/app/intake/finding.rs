//! Opening one file or text that came (打开一份): a file of this app, or the raw data that the rescue
//! page and the data page give out. An ordinary file is opened in steps; raw data, which comes from
//! a device in trouble, at once.
//!
//! Not here: showing it, and writing any of it.

use super::Origin;
use crate::app::start::take_in;
use crate::app::workspace::Workspace;
use crate::exchange::limits::AHEAD_OF_NOW_MS;
use crate::exchange::opening::Opening;
use crate::exchange::{
    Document, DocumentKey, ForeignEncoding, ImportError, ImportIssue, Kind, Opened, SCHEMA_VERSION,
    stamps,
};
use crate::storage::rescue::{self, RESCUE_FORMAT, RescueFault};
use std::borrow::Cow;

/// What was found in a file or a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// What is in it.
    pub opened: Opened,
    /// Whether it is the raw data of a device and no ordinary file.
    pub raw: bool,
    /// How many pieces of raw data could not be read and are left out.
    pub lost: usize,
    /// The origin of each of the files that it was put together from.
    pub origins: Vec<Origin>,
}

/// A file or a text that is being opened, step by step.
pub struct Finding {
    /// What it is opened from, should it turn out to be raw data.
    source: Source,
    stage: Stage,
    now_ms: i64,
}

enum Source {
    Bytes(Vec<u8>),
    Text(String),
}

enum Stage {
    Opening(Opening),
    /// The times of its documents are looked at, from this one on.
    Times(Found, usize, Option<(usize, i64)>),
    Ended,
}

impl Finding {
    /// The bytes of a file. What is neither UTF-8 nor UTF-16 is decoded by `foreign`.
    ///
    /// # Errors
    /// See [`ImportError`]; nothing was changed.
    pub fn of_bytes(
        bytes: Vec<u8>,
        foreign: &dyn ForeignEncoding,
        now_ms: i64,
    ) -> Result<Self, ImportError> {
        let opening = Opening::of_bytes(&bytes, foreign)?;
        Ok(Self {
            source: Source::Bytes(bytes),
            stage: Stage::Opening(opening),
            now_ms,
        })
    }

    /// A text that was pasted.
    ///
    /// # Errors
    /// See [`ImportError`]; nothing was changed.
    pub fn of_text(text: String, now_ms: i64) -> Result<Self, ImportError> {
        let opening = Opening::of_text(text.clone())?;
        Ok(Self {
            source: Source::Text(text),
            stage: Stage::Opening(opening),
            now_ms,
        })
    }

    /// Takes the next step. Returns what was found, once there is no more to do.
    ///
    /// # Errors
    /// See [`ImportError`]; nothing was changed.
    pub fn step(&mut self) -> Result<Option<Found>, ImportError> {
        self.stage = match std::mem::replace(&mut self.stage, Stage::Ended) {
            Stage::Opening(mut opening) => match opening.step() {
                Ok(None) => Stage::Opening(opening),
                Ok(Some(opened)) => {
                    let found = Found {
                        origins: vec![Origin::of(&opened)],
                        opened,
                        raw: false,
                        lost: 0,
                    };
                    Stage::Times(found, 0, None)
                }
                Err(ImportError::AnotherProgram { found })
                    if found.as_deref() == Some(RESCUE_FORMAT) =>
                {
                    Stage::Times(open_raw(&self.source.text(), self.now_ms)?, 0, None)
                }
                Err(error) => return Err(error),
            },
            Stage::Times(mut found, seen, ahead) => match found.opened.documents.get(seen) {
                Some(document) => {
                    let latest_ms = self.now_ms.saturating_add(AHEAD_OF_NOW_MS);
                    let more = stamps::later_than(std::slice::from_ref(document), latest_ms);
                    Stage::Times(found, seen + 1, both(ahead, more))
                }
                None => {
                    // A word on times that lie ahead of now.
                    let issue =
                        ahead.map(|(stamps, latest)| ImportIssue::StampsAhead { stamps, latest });
                    found.opened.issues.extend(issue);
                    return Ok(Some(found));
                }
            },
            Stage::Ended => Stage::Ended,
        };
        Ok(None)
    }

    /// How far it has come, in hundredths.
    pub fn percent(&self) -> u8 {
        match &self.stage {
            Stage::Opening(opening) => opening.percent(),
            Stage::Times(..) | Stage::Ended => 100,
        }
    }
}

impl Source {
    fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Bytes(bytes) => String::from_utf8_lossy(bytes),
            Self::Text(text) => Cow::Borrowed(text),
        }
    }
}

/// Opens a text that was pasted, all of it at once.
///
/// # Errors
/// See [`ImportError`]; nothing was changed.
pub fn open_pasted(text: &str, now_ms: i64) -> Result<Found, ImportError> {
    let mut finding = Finding::of_text(text.to_owned(), now_ms)?;
    loop {
        if let Some(found) = finding.step()? {
            return Ok(found);
        }
    }
}

/// How many times lie ahead in both, and the latest of them.
fn both(one: Option<(usize, i64)>, other: Option<(usize, i64)>) -> Option<(usize, i64)> {
    match (one, other) {
        (Some((some, latest)), Some((more, later))) => Some((some + more, latest.max(later))),
        (one, other) => one.or(other),
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
        code: None,
        signature: None,
        documents,
        issues: Vec::new(),
    };
    Ok(Found {
        origins: vec![Origin::of(&opened)],
        opened,
        raw: true,
        lost,
    })
}
