//! One version of one document, and what writing it can come to.
//!
//! Not here: the writing ([`super::document_store`]).

use super::journal::JournalRecord;
use super::key_value::StoreError;
use super::load::ReadOnlyReason;
use super::slot::Slot;

/// Where the version of a document was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// In one of its slots.
    Slot,
    /// In the journal.
    Journal,
}

/// One version of one document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredDocument {
    /// The document's key.
    pub key: String,
    /// Counts the writes of the document; the higher is the newer.
    pub generation: u64,
    /// The version of the document's own form.
    pub schema: u32,
    /// The document's JSON text.
    pub body: String,
    /// Where it was found.
    pub source: Source,
}

/// What a write or a deletion came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The document's new generation, to be given at the next write.
    pub generation: u64,
    /// What the journal is to put, in the same task. `None` as long as the journal has not been
    /// read in this session: it may hold what the slots have lost, and must be asked before it is
    /// written over. The next [`super::DocumentStore::load`] with its records says what it is to
    /// put.
    pub record: Option<JournalRecord>,
}

/// Why a document was not written. What was stored before is still there.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WriteError {
    /// The key cannot name a document.
    #[error("{key:?} cannot name a document")]
    InvalidKey {
        /// The key that was given.
        key: String,
    },
    /// The body is empty, which no JSON text is.
    #[error("the body is empty")]
    EmptyBody,
    /// Another version was stored since the caller last saw the document, most likely by another
    /// tab. The caller merges and writes again, giving this version's generation.
    #[error("generation {} is stored already", stored.generation)]
    NewerGeneration {
        /// The version that is stored.
        stored: Box<StoredDocument>,
    },
    /// The document belongs to a newer build and is not written.
    #[error("the document is read-only")]
    ReadOnly {
        /// What makes it so.
        reason: ReadOnlyReason,
    },
    /// There is no room. [`super::DocumentStore::record_for`] gives what the journal can still
    /// take.
    #[error("there is no room left in the store")]
    QuotaExceeded,
    /// The browser forbids storage.
    #[error("the browser does not allow storage here")]
    Denied,
    /// There is no store.
    #[error("there is no store")]
    Unavailable,
    /// What was read back is not what was written.
    #[error("what was read back is not what was written")]
    ReadBackDiffers,
    /// Anything else, in the browser's own words.
    #[error("the store failed: {message}")]
    Other {
        /// The browser's own words, for a report and not for the user.
        message: String,
    },
}

impl StoredDocument {
    pub(super) fn of_slot(key: &str, slot: Slot) -> Self {
        let Slot {
            generation,
            schema,
            body,
            ..
        } = slot;
        Self {
            key: key.to_owned(),
            generation,
            schema,
            body,
            source: Source::Slot,
        }
    }

    pub(super) fn of_record(record: &JournalRecord) -> Self {
        let JournalRecord {
            key,
            generation,
            schema,
            body,
            ..
        } = record.clone();
        Self {
            key,
            generation,
            schema,
            body,
            source: Source::Journal,
        }
    }
}

impl From<StoreError> for WriteError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Denied => Self::Denied,
            StoreError::QuotaExceeded => Self::QuotaExceeded,
            StoreError::Unavailable => Self::Unavailable,
            StoreError::Other { message } => Self::Other { message },
        }
    }
}
