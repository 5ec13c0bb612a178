//! An import that is there as a whole or not at all (导入): noted, written, and only then told.
//!
//! Not here: which documents it is about (`exchange::plan`), and what the next start makes of one
//! that was cut off (`finishing`).

use super::Keeper;
use crate::app::edit::{self, Change};
use crate::app::standards::{keys_of_pack, settle};
use crate::app::undo::{Deed, UndoStep};
use crate::app::unfinished::{self, Note};
use crate::app::watched::Watched;
use crate::app::workspace::Workspace;
use crate::exchange::{Document, DocumentKey};
use crate::storage::usage::utf16_units;
use crate::storage::{SaveState, WriteError};

/// How far an import is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportState {
    /// It is being written; nothing may be said yet.
    UnderWay,
    /// All of it is saved.
    Done,
    /// It did not find room, or the stores refused. Everything is as it was before.
    Refused(WriteError),
}

/// The end of an import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportNews {
    /// All of it is saved; this is what it changed.
    Done(Vec<Change>),
    /// The stores refused. Everything is as it was before.
    Refused(WriteError),
}

/// An import that is under way.
pub(super) struct Import {
    documents: Vec<Document>,
    /// Where it is noted.
    note: String,
    /// Whether the note has the texts, and not the keys alone.
    has_texts: bool,
    /// What it changed, once it has been written.
    written: Option<Vec<Change>>,
}

/// How much room these documents take in the store, in UTF-16 units; what they replace there keeps
/// its place beside them as the version before.
pub fn room_needed<'a>(documents: impl Iterator<Item = &'a Document>) -> u64 {
    /// A header and a key.
    const AROUND: u64 = 180;
    let bodies = documents.filter_map(|document| document.body().ok());
    bodies.map(|body| utf16_units(&body) + AROUND).sum()
}

impl<Home: Watched<Workspace>> Keeper<Home> {
    /// Begins to import these documents. Nothing in the workspace changes until the note of it is
    /// saved; [`Keeper::go_on_importing`] is to be called whenever what may be promised changes.
    pub fn begin_import(&self, documents: Vec<Document>) {
        let Some(first) = documents.first().map(Document::key) else {
            return;
        };
        let note = unfinished::new_key(self.saver.now_ms(), &first);
        let body = Note::import(&documents).body();
        self.inner.borrow_mut().import = Some(Import {
            documents,
            note: note.clone(),
            has_texts: true,
            written: None,
        });
        self.write_text(&note, body, &|_| None);
    }

    /// Takes the next step of the import that is under way, if what may be promised now allows one;
    /// returns how it ended, once it has.
    pub fn go_on_importing(&self) -> Option<ImportNews> {
        let import = self.inner.borrow_mut().import.take()?;
        let state = match &import.written {
            None => self.saver.state_of(&import.note),
            Some(changes) => self.state_of_all(changes),
        };
        match (state, &import.written) {
            (SaveState::Idle | SaveState::Saving, None) | (SaveState::Saving, Some(_)) => {
                self.inner.borrow_mut().import = Some(import);
                None
            }
            (SaveState::NotSaved { .. }, _) if import.has_texts => {
                // Without room for the texts twice it is still tried, and what is cut off is told.
                self.note_without_texts(&import);
                let has_texts = false;
                self.inner.borrow_mut().import = Some(Import {
                    has_texts,
                    ..import
                });
                self.save_owed();
                None
            }
            (_, None) => {
                let changes = self.write_import(&import.documents);
                let written = Some(changes);
                self.inner.borrow_mut().import = Some(Import { written, ..import });
                None
            }
            (SaveState::NotSaved { why }, Some(changes)) => {
                self.take_import_back(changes.clone());
                drop(self.saver.delete(&import.note));
                Some(ImportNews::Refused(why))
            }
            (_, Some(changes)) => {
                drop(self.saver.delete(&import.note));
                self.save_owed();
                // A backup may hold periods without their organisation.
                self.show_stand_ins();
                Some(ImportNews::Done(changes.clone()))
            }
        }
    }

    /// Writes the documents as one step. Of several versions of a loaded pack the newest stays.
    fn write_import(&self, documents: &[Document]) -> Vec<Change> {
        let packs = documents.iter().filter_map(|document| match document {
            Document::Standard(own) => Some(own.pack.id.clone()),
            _ => None,
        });
        let packs: Vec<String> = packs.collect();
        let mut keys: Vec<DocumentKey> = documents.iter().map(Document::key).collect();
        self.workspace.look(|workspace| {
            let touched = packs.iter().flat_map(|pack| keys_of_pack(workspace, pack));
            keys.extend(touched);
        });
        #[expect(
            clippy::disallowed_methods,
            reason = "an import may have thousands of documents"
        )]
        keys.sort_unstable();
        keys.dedup();
        let mut changes = Vec::new();
        self.workspace.change(|workspace| {
            changes = edit::make(workspace, &keys, self.saver.now_ms(), |workspace, _| {
                documents.iter().for_each(|one| workspace.put(one.clone()));
                for pack in &packs {
                    // A pack that was read has a hash; nothing else can go wrong here.
                    let _ = settle(workspace, pack);
                }
            });
            !changes.is_empty()
        });
        self.save(changes.iter().map(|change| change.key));
        changes
    }

    /// Puts a note of the keys alone in the place of the one with the texts, in both slots.
    fn note_without_texts(&self, import: &Import) {
        let body = Note::import_without_texts(&import.documents).body();
        for _ in 0..2 {
            self.write_text(&import.note, body.clone(), &|_| None);
        }
    }

    fn take_import_back(&self, changes: Vec<Change>) {
        let deed = Deed::Imported(changes.len());
        let step = UndoStep { deed, changes };
        let mut keys = Vec::new();
        self.workspace.change(|workspace| {
            keys = step.restore(workspace, self.saver.now_ms());
            !keys.is_empty()
        });
        self.save(keys);
    }

    /// The worst that may be promised of what an import changed.
    fn state_of_all(&self, changes: &[Change]) -> SaveState {
        let mut worst = SaveState::Saved;
        for change in changes {
            match self.saver.state_of(&change.key.to_string()) {
                refused @ SaveState::NotSaved { .. } => return refused,
                SaveState::Saving => worst = SaveState::Saving,
                _ => {}
            }
        }
        worst
    }
}
