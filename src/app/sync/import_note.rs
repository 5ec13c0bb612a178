//! The note of an import (导入的底稿): all that is to be written, before any of it is.
//!
//! A large one is written in parts, of which none takes long; the note itself follows when all of
//! them are saved, and with it the import has begun. Not here: what the next start makes of it
//! (`finishing`).

use super::WorkspaceSync;
use crate::app::unfinished::{self, Note, NotedDocument};
use crate::app::watched::Watched;
use crate::app::workspace::Workspace;
use crate::exchange::{Document, SCHEMA_VERSION};
use crate::storage::SaveState;

/// How many bytes of texts go into one note, about.
const ONE_NOTE: usize = 256 * 1024;

/// The note of an import that is under way.
pub(super) struct ImportNote {
    key: String,
    /// The keys of all documents that are to be written.
    keys: Vec<String>,
    /// How many parts have been written beside the note.
    parts: usize,
    /// How many documents stand in them or in the note.
    noted: usize,
    /// Whether the note itself has been written.
    is_written: bool,
    /// Whether it has the texts, and not the keys alone.
    pub(super) has_texts: bool,
}

impl ImportNote {
    /// A note under this key, of which nothing is written yet.
    pub(super) fn new(key: String, documents: &[Document]) -> Self {
        let keys = documents.iter().map(|one| one.key().to_string());
        Self {
            key,
            keys: keys.collect(),
            parts: 0,
            noted: 0,
            is_written: false,
            has_texts: true,
        }
    }

    /// Which share of the texts is noted, in hundredths.
    pub(super) fn percent(&self) -> usize {
        self.noted * 100 / self.keys.len().max(1)
    }

    /// Whether parts of the texts stand beside it.
    pub(super) fn has_parts(&self) -> bool {
        self.parts > 0
    }

    fn part_keys(&self) -> impl Iterator<Item = String> {
        (0..self.parts).map(|part| unfinished::key_of_part(&self.key, part))
    }
}

impl<Home: Watched<Workspace>> WorkspaceSync<Home> {
    /// Goes on noting these documents; says whether there is more to do at once. To be called until
    /// the state of the note says that it is saved.
    pub(super) fn go_on_noting(&self, note: &mut ImportNote, documents: &[Document]) -> bool {
        if note.is_written {
            return false;
        }
        if note.noted == documents.len() {
            let are_saved = !matches!(
                self.state_of_note(note),
                SaveState::Saving | SaveState::NotSaved { .. }
            );
            if are_saved {
                self.write_note(note, Vec::new());
            }
            return false;
        }
        let (mut bytes, mut texts) = (0, Vec::new());
        for document in documents.iter().skip(note.noted) {
            note.noted += 1;
            let text = NotedDocument::of(document);
            bytes += text.as_ref().map_or(0, |text| text.body.len());
            texts.extend(text);
            if bytes >= ONE_NOTE {
                break;
            }
        }
        if note.parts == 0 && note.noted == documents.len() {
            self.write_note(note, texts);
            return false;
        }
        let key = unfinished::key_of_part(&note.key, note.parts);
        note.parts += 1;
        let body = Note::ImportTexts { documents: texts }.body();
        if !self.saver.save_in_journal(&key, SCHEMA_VERSION, &body) {
            self.write_text(&key, body, &|_| None);
        }
        true
    }

    /// What may be promised of the note: while it is not written, of the worst of its parts, and at
    /// best that it is on its way.
    pub(super) fn state_of_note(&self, note: &ImportNote) -> SaveState {
        if note.is_written {
            return self.saver.state_of(&note.key);
        }
        let mut worst = SaveState::Saved;
        for key in note.part_keys() {
            match self.saver.state_of(&key) {
                refused @ SaveState::NotSaved { .. } => return refused,
                SaveState::Saving => worst = SaveState::Saving,
                _ => {}
            }
        }
        worst
    }

    /// Puts a note of the keys alone in the place of the one with the texts, in both slots.
    pub(super) fn note_without_texts(&self, note: &mut ImportNote) {
        note.has_texts = false;
        let parts = std::mem::take(&mut note.parts);
        for _ in 0..2 {
            self.write_note(note, Vec::new());
        }
        self.drop_parts(note, parts);
    }

    /// Takes the note away: what it is about is done, or was taken back.
    pub(super) fn drop_note(&self, note: &ImportNote) {
        drop(self.saver.delete(&note.key));
        self.drop_parts(note, note.parts);
    }

    fn drop_parts(&self, note: &ImportNote, parts: usize) {
        // The note itself has gone before them, or names none any more.
        for part in 0..parts {
            let key = unfinished::key_of_part(&note.key, part);
            drop(self.saver.delete(&key));
        }
    }

    fn write_note(&self, note: &mut ImportNote, documents: Vec<NotedDocument>) {
        note.is_written = true;
        let body = Note::Import {
            keys: note.keys.clone(),
            documents,
            parts: note.parts,
        };
        self.write_text(&note.key, body.body(), &|_| None);
    }
}
