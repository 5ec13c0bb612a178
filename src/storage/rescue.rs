//! Everything that is stored, verbatim, as one JSON text, and the way back from such a text.
//!
//! The boot script writes the same form without any of this code. Unreadable values are part of
//! it: what this build cannot read, a user or a later build may. Not here: the exchange files of
//! ordinary days.

use crate::sorted_map::SortedMap;
use crate::typed_json;

use serde::{Deserialize, Serialize};

use super::document_store::DocumentStore;
use super::journal::JournalRecord;
use super::key_value::KeyValueStore;
use super::keys::PREFIX;
use super::load::Loaded;
use super::memory::MemoryStore;
use super::names::RESCUE_VERSION;

pub use super::names::RESCUE_FORMAT;

/// Why a text is not a rescue text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RescueFault {
    /// It is not JSON, or not of this form.
    #[error("not a rescue text: {message}")]
    NotReadable {
        /// Where and what, in the parser's words.
        message: String,
    },
    /// It is of another format.
    #[error("the format is {format:?}")]
    OtherFormat {
        /// What stands there.
        format: String,
    },
    /// A newer build wrote it.
    #[error("rescue version {version} is newer than this build")]
    NewerVersion {
        /// The text's version.
        version: u32,
    },
}

#[derive(Serialize, Deserialize)]
struct RescueText {
    format: String,
    version: u32,
    /// All our entries of the key-value store.
    local_storage: SortedMap<String, String>,
    /// All records of the journal, or nothing if it did not answer.
    journal: Option<Vec<JournalRecord>>,
    /// What could not be read, in plain English.
    #[serde(default)]
    unreadable: Vec<String>,
}

/// Everything of ours in `store` and `journal` (`None` if it did not answer), verbatim, as one
/// JSON text. It never fails: what cannot be read is named in the text.
#[must_use]
pub fn export_raw(store: &dyn KeyValueStore, journal: Option<&[JournalRecord]>) -> String {
    let mut text = RescueText {
        format: RESCUE_FORMAT.to_owned(),
        version: RESCUE_VERSION,
        local_storage: SortedMap::new(),
        journal: journal.map(<[_]>::to_vec),
        unreadable: Vec::new(),
    };
    let keys = store.keys().unwrap_or_else(|error| {
        text.unreadable.push(format!("all keys: {error}"));
        Vec::new()
    });
    for key in keys.into_iter().filter(|key| key.starts_with(PREFIX)) {
        match store.get(&key) {
            Ok(Some(value)) => {
                text.local_storage.insert(key, value);
            }
            Ok(None) => {}
            Err(error) => text.unreadable.push(format!("{key}: {error}")),
        }
    }
    // A map with text keys and texts in it cannot fail to be written.
    let value = typed_json::value_of(&text).unwrap_or_default();
    serde_json::to_string_pretty(&value).unwrap_or_default()
}

/// Reads a rescue text as start-up would have read the device it came from.
///
/// Documents of schemas above `newest_schema` come out read-only. `now_ms` only names what is
/// moved aside on the way.
///
/// # Errors
/// When the text is not a rescue text of this build or an older one.
pub fn open(text: &str, newest_schema: u32, now_ms: i64) -> Result<Loaded, RescueFault> {
    let value = typed_json::parse(text).map_err(not_readable)?;
    let head: RescueHead = typed_json::read(&value).map_err(not_readable)?;
    if head.format != RESCUE_FORMAT {
        return Err(RescueFault::OtherFormat {
            format: head.format,
        });
    }
    if head.version > RESCUE_VERSION {
        return Err(RescueFault::NewerVersion {
            version: head.version,
        });
    }
    let rescue: RescueText = typed_json::read(&value).map_err(not_readable)?;
    let mut store = DocumentStore::new(MemoryStore::holding(rescue.local_storage), newest_schema);
    Ok(store.load(rescue.journal.as_deref(), now_ms))
}

fn not_readable(error: impl ToString) -> RescueFault {
    RescueFault::NotReadable {
        message: error.to_string(),
    }
}

#[derive(Deserialize)]
struct RescueHead {
    format: String,
    version: u32,
}
