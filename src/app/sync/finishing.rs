//! What an earlier session left unfinished is carried to its end, and what belongs to a lost
//! organisation is shown.
//!
//! Not here: the notes (`unfinished`), and an import that is under way (`importing`).

use super::{WorkspaceSync, keys_outermost_last};
use crate::app::stand_in;
use crate::app::start::open;
use crate::app::told::Told;
use crate::app::unfinished::{self, Note};
use crate::app::watched::Watched;
use crate::app::workspace::Workspace;
use crate::exchange::{Document, DocumentKey};
use crate::sorted_map::SortedMap;
use crate::storage::StoredDocument;

impl<Home: Watched<Workspace>> WorkspaceSync<Home> {
    /// Carries to its end what was cut off, and shows what belongs to an organisation that is lost.
    /// To be called when all that the device holds has been taken in: the journal has answered, or
    /// is known not to.
    pub fn finish(&self) {
        let notes = std::mem::take(&mut self.inner.borrow_mut().notes);
        if !notes.is_empty() {
            self.finish_noted(&notes);
        }
        self.show_stand_ins();
        self.save_owed();
    }

    /// Carries to its end what is noted as begun. Apart, since hardly a start finds a note.
    #[inline(never)]
    fn finish_noted(&self, notes: &SortedMap<String, StoredDocument>) {
        let body_of = |key: &str| notes.get(key).map(|stored| stored.body.as_str());
        for (key, stored) in notes {
            // One that cannot be read is of another build, which will.
            let Ok(note) = Note::read(&stored.body) else {
                continue;
            };
            match &note {
                Note::Import { keys, .. } => {
                    self.finish_import(note.documents_to_write(key, body_of), keys);
                }
                Note::Deletion { documents } => self.finish_deletion(documents),
                // The import that it belongs to comes before it, or has not begun.
                Note::ImportTexts { .. } => {}
            }
            drop(self.saver.delete(key));
        }
    }

    /// Writes down which documents are about to be deleted, if there are several; returns the key
    /// of the note.
    pub(super) fn note_deletion(&self, keys: &[DocumentKey]) -> Option<String> {
        let first = keys.first().filter(|_| keys.len() > 1)?;
        let noted = keys.iter().map(|key| {
            let name = key.to_string();
            let generation = self.saver.generation_of(&name);
            (name, generation)
        });
        let documents = noted.collect();
        let key = unfinished::new_key(self.saver.now_ms(), first);
        let body = Note::Deletion { documents }.body();
        self.write_text(&key, body, &|_| None);
        Some(key)
    }

    /// Takes the note of a deletion away, now that all of it is gone. What the slots have refused
    /// is for the next start to finish.
    pub(super) fn drop_deletion_note(&self, note: Option<String>, gone: &[DocumentKey]) {
        let unsaved = self.unsaved();
        if !gone.iter().any(|key| unsaved.contains(key)) {
            drop(note.and_then(|note| self.saver.delete(&note)));
        }
    }

    fn finish_import(&self, documents: Vec<StoredDocument>, keys: &[String]) {
        let mut changed = Vec::new();
        for stored in documents {
            if let Ok(document) = open(&stored, false) {
                let key = document.key();
                self.put_together(key, document, false);
                changed.push(key);
            }
        }
        changed.retain(|key| self.has_unsaved(key));
        if !changed.is_empty() {
            self.save(changed);
            self.tell(Told::ImportCompleted);
        }
        let is_missing = |name: &&String| {
            let key = name.parse::<DocumentKey>();
            key.is_ok_and(|key| !self.is_there(&key))
        };
        let missing = keys.iter().filter(is_missing).count();
        if missing > 0 {
            self.tell(Told::ImportIncomplete { missing });
        }
    }

    fn finish_deletion(&self, documents: &[(String, u64)]) {
        let keys = documents.iter().filter_map(|(name, generation)| {
            let key = name.parse::<DocumentKey>().ok()?;
            let is_older = self.saver.generation_of(name) <= *generation;
            let is_there = key != DocumentKey::Settings && self.is_there(&key);
            (is_there && is_older && !self.has_unsaved(&key)).then_some(key)
        });
        let keys: Vec<DocumentKey> = keys.collect();
        if keys.is_empty() {
            return;
        }
        self.workspace.change(|workspace| {
            keys.iter().for_each(|key| workspace.remove(key));
            true
        });
        let documents = keys.len();
        keys_outermost_last(keys).for_each(|key| self.delete(key));
        self.tell(Told::DeletionCompleted { documents });
    }

    /// Puts a stand-in in the place of every organisation that is lost, and tells of it.
    pub(super) fn show_stand_ins(&self) {
        let mut added = Vec::new();
        self.workspace.change(|workspace| {
            added = stand_in::add_missing(workspace);
            !added.is_empty()
        });
        for organization in added {
            let key = DocumentKey::Organization(organization.id);
            {
                // It is written when the user enters something into it, and not before.
                let stored = &mut self.inner.borrow_mut().stored;
                stored.insert(key, Document::Organization(organization));
            }
            self.tell(Told::OrganizationMissing { key });
        }
    }
}
