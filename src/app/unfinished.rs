//! Work on several documents that is done as a whole or not at all (未完的事): what is to be done is
//! written down first, so that the next start carries a cut-off import or deletion to its end.
//!
//! Not here: the doing (`sync`). To the stores a note is a document like any other.

use crate::exchange::{Document, DocumentKey, SCHEMA_VERSION};
use crate::storage::{Source, StoredDocument};
use serde::{Deserialize, Serialize};

/// How the keys of all notes begin. No document of the user has such a key.
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
        /// Their texts; empty where there was no room, and where they stand in notes of their own.
        documents: Vec<NotedDocument>,
        /// In how many notes of their own the texts stand. Those are there before this one is.
        #[serde(default, skip_serializing_if = "is_zero")]
        parts: usize,
    },
    /// A part of the texts of an import that is too large for one note. Without the note of the
    /// import itself it says nothing: then nothing has been written yet.
    ImportTexts {
        /// The texts.
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

impl NotedDocument {
    /// A document as it is to be written; `None` if it has no text, which none of ours lacks.
    pub fn of(document: &Document) -> Option<Self> {
        Some(Self {
            key: document.key().to_string(),
            schema: SCHEMA_VERSION,
            body: document.body().ok()?,
        })
    }
}

impl Note {
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

    /// The documents that the import noted under `key` was about to write, as if they had been
    /// found in the journal. `body_of` gives the texts of other notes. Nothing where one of the
    /// notes in which they stand is not there: a part of an import is not to be written.
    pub fn documents_to_write<'a>(
        &self,
        key: &str,
        body_of: impl Fn(&str) -> Option<&'a str>,
    ) -> Vec<StoredDocument> {
        let Self::Import {
            documents, parts, ..
        } = self
        else {
            return Vec::new();
        };
        let texts_of = |part: usize| match Self::read(body_of(&key_of_part(key, part))?) {
            Ok(Self::ImportTexts { documents }) => Some(documents),
            _ => None,
        };
        let texts: Option<Vec<_>> = (0..*parts).map(texts_of).collect();
        let texts = texts.into_iter().flatten().flatten();
        let stored = documents
            .iter()
            .cloned()
            .chain(texts)
            .map(|noted| StoredDocument {
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

/// The key of a part of the texts of the import that is noted under `key`.
pub fn key_of_part(key: &str, part: usize) -> String {
    format!("{key}/{part}")
}

fn is_zero(number: &usize) -> bool {
    *number == 0
}
