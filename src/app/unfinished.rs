//! Work on several documents that is done as a whole or not at all (未完的事): what is to be done is
//! written down first, so that the next start carries a cut-off import or deletion to its end.
//!
//! Not here: the doing (`keeper`). To the stores a note is a document like any other.

use crate::exchange::{Document, DocumentKey, SCHEMA_VERSION};
use crate::storage::{Source, StoredDocument};
use serde::{Deserialize, Serialize};

/// How the keys of all notes begin. No document of the person has such a key.
const NOTES: &str = "unfinished/";

/// What is to be written, or taken out, as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Note {
    /// These documents are being imported. Where there was no room for their texts, only their keys
    /// are noted: then it can be told that something is missing, and no more.
    Import {
        /// The key of every document.
        keys: Vec<String>,
        /// Their texts; empty where there was no room.
        documents: Vec<NotedDocument>,
    },
    /// These documents are being deleted, each up to the generation that was known then. What was
    /// written of it later stays.
    Deletion {
        /// The key and the generation of every document.
        documents: Vec<(String, u64)>,
    },
}

/// A document as it is to be written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotedDocument {
    /// Its key.
    pub key: String,
    /// The version of its form.
    pub schema: u32,
    /// Its JSON text.
    pub body: String,
}

impl Note {
    /// The note of an import, with all that is to be written.
    pub fn import(documents: &[Document]) -> Self {
        let noted = documents.iter().filter_map(|document| {
            Some(NotedDocument {
                key: document.key().to_string(),
                schema: SCHEMA_VERSION,
                body: document.body().ok()?,
            })
        });
        Self::Import {
            keys: documents.iter().map(|one| one.key().to_string()).collect(),
            documents: noted.collect(),
        }
    }

    /// The note of an import with the keys alone.
    pub fn import_without_texts(documents: &[Document]) -> Self {
        Self::Import {
            keys: documents.iter().map(|one| one.key().to_string()).collect(),
            documents: Vec::new(),
        }
    }

    /// Its JSON text.
    pub fn body(&self) -> String {
        // Texts and numbers cannot fail to be written.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The note that this text is.
    ///
    /// # Errors
    /// The parser's words, for a note of another build.
    #[expect(clippy::disallowed_methods, reason = "its error is the parser's own")]
    pub fn read(body: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(body)
    }

    /// The documents that an import was about to write, as if they had been found in the journal.
    pub fn documents_to_write(&self) -> Vec<StoredDocument> {
        let Self::Import { documents, .. } = self else {
            return Vec::new();
        };
        let stored = documents.iter().cloned().map(|noted| StoredDocument {
            key: noted.key,
            generation: 1,
            schema: noted.schema,
            body: noted.body,
            source: Source::Journal,
        });
        stored.collect()
    }
}

/// A key for a new note. Two notes made in one millisecond by two tabs are about different things.
pub fn new_key(now_ms: i64, about: &DocumentKey) -> String {
    format!("{NOTES}{now_ms}/{about}")
}

/// Whether this is the key of a note.
pub fn is_note(key: &str) -> bool {
    key.starts_with(NOTES)
}
