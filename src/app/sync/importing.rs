//! An import that is there as a whole or not at all (导入): noted, written, and only then told; in
//! steps, so that a large file keeps nobody waiting before a page that does not answer.
//!
//! Once the note is saved, the next start completes what is cut off between two steps. Not here: which
//! documents it is about (`exchange::plan`), the note (`import_note`), and what the next start makes
//! of it (`finishing`).

use super::WorkspaceSync;
use super::import_note::ImportNote;
use crate::app::edit::{self, DocumentChange};
use crate::app::standards::{keys_of_pack, settle};
use crate::app::undo::{Deed, UndoStep};
use crate::app::unfinished;
use crate::app::watched::Watched;
use crate::app::workspace::Workspace;
use crate::exchange::{Document, DocumentKey};
use crate::sorted_set::SortedSet;
use crate::storage::usage::utf16_units;
use crate::storage::{SaveState, WriteError};

/// How far an import is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportState {
    /// It is being written; nothing may be said yet.
    UnderWay {
        /// How far it is, in hundredths.
        percent: u8,
    },
    /// All of it is saved.
    Done,
    /// It did not find room, or the stores refused. Everything is as it was before.
    Refused(WriteError),
}

/// What a step of an import came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportNews {
    /// A part of it is written, and the next step can be taken at once.
    GoesOn {
        /// How far it is, in hundredths.
        percent: u8,
    },
    /// All of it is saved; this is what it changed.
    Done(Vec<DocumentChange>),
    /// The stores refused. Everything is as it was before.
    Refused(WriteError),
}

/// An import that is under way.
pub(super) struct Import {
    /// What is not in the workspace yet.
    documents: std::vec::IntoIter<Document>,
    note: ImportNote,
    /// What was written so far, once the note is saved.
    writing: Option<Writing>,
}

/// What an import has changed in the workspace, on its way to the stores.
struct Writing {
    changes: Vec<DocumentChange>,
    /// How many have been handed to the stores.
    handed: usize,
    /// How many of them, from the first on, have been seen to be saved.
    seen: usize,
    /// How many documents there are in all.
    all: usize,
}

/// What a step came to.
enum Step {
    /// The next one can be taken at once.
    GoesOn,
    /// The stores have to answer first.
    Waits,
    Ended(ImportNews),
}

/// How many documents one step writes.
const IN_ONE_STEP: usize = 8;

/// The hundredth at which the writing begins: before it, all of it is noted.
const WRITING_FROM: usize = 40;

/// How much room these documents take in the store, in UTF-16 units; what they replace there keeps
/// its place beside them as the version before.
pub fn room_needed<'a>(documents: impl Iterator<Item = &'a Document>) -> u64 {
    /// A header and a key.
    const AROUND: u64 = 180;
    let bodies = documents.filter_map(|document| document.body().ok());
    bodies.map(|body| utf16_units(&body) + AROUND).sum()
}

impl<Home: Watched<Workspace>> WorkspaceSync<Home> {
    /// Begins to import these documents. Nothing in the workspace changes until the note of it is
    /// saved; [`WorkspaceSync::go_on_importing`] is to be called whenever what may be promised changes.
    pub fn begin_import(&self, documents: Vec<Document>) {
        let Some(first) = documents.first().map(Document::key) else {
            return;
        };
        let key = unfinished::new_key(self.saver.now_ms(), &first);
        let documents = by_key(documents);
        let mut note = ImportNote::new(key, &documents);
        self.go_on_noting(&mut note, &documents);
        self.inner.borrow_mut().import = Some(Import {
            documents: documents.into_iter(),
            note,
            writing: None,
        });
    }

    /// Takes the next step of the import that is under way, if what may be promised now allows one;
    /// returns what it came to. Each step is short: a file can have thousands of documents.
    pub fn go_on_importing(&self) -> Option<ImportNews> {
        self.asked_to_import.set(false);
        let mut import = self.inner.borrow_mut().import.take()?;
        let step = match import.writing {
            None => self.go_on_before_writing(&mut import),
            Some(_) => self.go_on_writing(&mut import),
        };
        if let Step::Ended(news) = step {
            return Some(news);
        }
        let percent = u8::try_from(import.percent()).unwrap_or(100);
        self.inner.borrow_mut().import = Some(import);
        matches!(step, Step::GoesOn).then_some(ImportNews::GoesOn { percent })
    }

    /// Whether going on with an import was not yet asked for. Many answers of the journal come at
    /// once, and one step is enough for all of them.
    pub fn asks_to_go_on_importing(&self) -> bool {
        !self.asked_to_import.replace(true)
    }

    fn go_on_before_writing(&self, import: &mut Import) -> Step {
        let note = &mut import.note;
        if self.go_on_noting(note, import.documents.as_slice()) {
            return Step::GoesOn;
        }
        match self.state_of_note(note) {
            SaveState::NotSaved { .. } if note.has_texts => self.try_without_texts(note),
            SaveState::Idle | SaveState::Saving => Step::Waits,
            _ => {
                import.writing = Some(Writing {
                    changes: Vec::new(),
                    handed: 0,
                    seen: 0,
                    all: import.documents.len(),
                });
                Step::GoesOn
            }
        }
    }

    fn go_on_writing(&self, import: &mut Import) -> Step {
        let Import {
            documents,
            note,
            writing,
        } = import;
        let Some(writing) = writing else {
            return Step::Waits;
        };
        let is_last = documents.len() == 0;
        match self.state_of_handed(writing, is_last) {
            SaveState::NotSaved { .. } if note.has_texts => self.try_without_texts(note),
            SaveState::NotSaved { why } => {
                self.take_import_back(std::mem::take(&mut writing.changes), writing.handed);
                self.drop_note(note);
                Step::Ended(ImportNews::Refused(why))
            }
            _ if writing.handed < writing.changes.len() => {
                self.hand_on(writing, note.has_texts);
                Step::GoesOn
            }
            _ if !is_last => {
                let is_pack = |one: &Document| matches!(one, Document::Standard(_));
                // What no note could complete, and what a pack changes besides, is one step.
                let whole = !note.has_texts || documents.as_slice().iter().any(is_pack);
                let amount = if whole { documents.len() } else { IN_ONE_STEP };
                let next = documents.by_ref().take(amount).collect();
                writing.changes.extend(self.put_into_workspace(next));
                self.hand_on(writing, note.has_texts);
                Step::GoesOn
            }
            SaveState::Saving => Step::Waits,
            _ => {
                self.drop_note(note);
                if !note.has_parts() {
                    self.save_owed();
                }
                // A backup may hold periods without their organisation.
                self.show_stand_ins();
                let changes = std::mem::take(&mut writing.changes);
                Step::Ended(ImportNews::Done(changes))
            }
        }
    }

    /// Without room for the texts twice it is still tried, and what is cut off is told.
    fn try_without_texts(&self, note: &mut ImportNote) -> Step {
        self.note_without_texts(note);
        self.save_owed();
        Step::Waits
    }

    /// Hands the next changes to the stores; all of them where no note could complete the rest.
    fn hand_on(&self, writing: &mut Writing, has_texts: bool) {
        let amount = if has_texts { IN_ONE_STEP } else { usize::MAX };
        let next = writing.changes.iter().skip(writing.handed).take(amount);
        let keys: Vec<DocumentKey> = next.map(|change| change.key).collect();
        writing.handed += keys.len();
        self.save(keys);
    }

    /// Puts documents into the workspace as one edit. Of several versions of a loaded pack the newest
    /// stays.
    fn put_into_workspace(&self, documents: Vec<Document>) -> Vec<DocumentChange> {
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
                documents.into_iter().for_each(|one| workspace.put(one));
                for pack in &packs {
                    // A pack that was read has a hash; nothing else can go wrong here.
                    let _ = settle(workspace, pack);
                }
            });
            !changes.is_empty()
        });
        changes
    }

    /// Takes back what an import changed; of what was not handed to the stores yet there is nothing
    /// in them.
    fn take_import_back(&self, changes: Vec<DocumentChange>, handed: usize) {
        let untouched = changes.iter().skip(handed);
        let untouched = untouched.filter(|change| change.before.is_none());
        let untouched: SortedSet<DocumentKey> = untouched.map(|change| change.key).collect();
        let deed = Deed::Imported(changes.len());
        let step = UndoStep { deed, changes };
        let mut keys = Vec::new();
        self.workspace.change(|workspace| {
            keys = step.restore(workspace, self.saver.now_ms());
            !keys.is_empty()
        });
        keys.retain(|key| !untouched.contains(key) || self.is_there(key));
        self.save(keys);
    }

    /// The worst that may be promised of what was handed to the stores. What was seen to be saved is
    /// looked at once more when all of it was.
    fn state_of_handed(&self, writing: &mut Writing, is_last: bool) -> SaveState {
        while writing.seen < writing.handed {
            match self.state_of_change(writing.changes.get(writing.seen)) {
                state @ (SaveState::NotSaved { .. } | SaveState::Saving) => return state,
                _ => writing.seen += 1,
            }
        }
        if !is_last || writing.handed < writing.changes.len() {
            return SaveState::Saved;
        }
        let mut worst = SaveState::Saved;
        for change in &writing.changes {
            match self.state_of_change(Some(change)) {
                refused @ SaveState::NotSaved { .. } => return refused,
                SaveState::Saving => worst = SaveState::Saving,
                _ => {}
            }
        }
        worst
    }

    fn state_of_change(&self, change: Option<&DocumentChange>) -> SaveState {
        let name = change.map(|change| change.key.to_string());
        name.map_or(SaveState::Idle, |name| self.saver.state_of(&name))
    }
}

impl Import {
    /// How far it is, in hundredths.
    fn percent(&self) -> usize {
        match &self.writing {
            None => self.note.percent() * WRITING_FROM / 100,
            Some(writing) => {
                let left = self.documents.len() + writing.changes.len() - writing.handed;
                let done = writing.all.saturating_sub(left);
                WRITING_FROM + done * (100 - WRITING_FROM) / writing.all.max(1)
            }
        }
    }
}

/// Documents in the order of their keys, in which all lists of documents are filled fastest.
fn by_key(documents: Vec<Document>) -> Vec<Document> {
    let mut keys: Vec<(DocumentKey, usize)> = Vec::new();
    for (place, document) in documents.iter().enumerate() {
        keys.push((document.key(), place));
    }
    #[expect(
        clippy::disallowed_methods,
        reason = "an import may have thousands of documents"
    )]
    keys.sort_unstable();
    let mut documents: Vec<Option<Document>> = documents.into_iter().map(Some).collect();
    let in_order = keys.into_iter();
    in_order
        .filter_map(|(_, place)| documents.get_mut(place)?.take())
        .collect()
}
