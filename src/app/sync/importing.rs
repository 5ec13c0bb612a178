//! An import that is there as a whole or not at all (导入): noted, written, and only then told; in
//! steps, so that a large file keeps nobody waiting before a page that does not answer.
//!
//! Once the note is saved, the next start completes what is cut off between two steps. Not here:
//! which documents it is about (`exchange::plan`), whether there is room for them (`import_room`),
//! the note (`import_note`), the way back (`taking_back`), and what the next start makes of it
//! (`finishing`).

use super::WorkspaceSync;
use super::import_note::ImportNote;
use super::taking_back::TakingBack;
use crate::app::duties_begun::PacksBefore;
use crate::app::edit::{self, DocumentChange};
use crate::app::standards::{keys_of_pack, settle, users};
use crate::app::unfinished;
use crate::app::watched::Watched;
use crate::app::workspace::Workspace;
use crate::exchange::{Document, DocumentKey};
use crate::storage::usage::utf16_units;
use crate::storage::{SaveState, WriteError};
use uuid::Uuid;

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
    stage: Stage,
    /// What the slots have refused before, and what there may be room for now.
    retries: std::vec::IntoIter<DocumentKey>,
}

/// What is done next.
enum Stage {
    /// All of it is noted.
    Noting,
    /// It is written, now that the note is saved.
    Writing(Writing),
    /// It was refused, and what was written of it is taken back.
    TakingBack(TakingBack),
    /// All of it is saved; this is what it changed.
    Ending(Vec<DocumentChange>),
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
pub(super) enum Step {
    /// The next one can be taken at once.
    GoesOn,
    /// The stores have to answer first.
    Waits,
    Ended(ImportNews),
}

/// How many documents one step writes.
pub(super) const IN_ONE_STEP: usize = 8;

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
    /// saved; [`WorkspaceSync::go_on_importing`] is to be called whenever what may be promised
    /// changes.
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
            stage: Stage::Noting,
            retries: Vec::new().into_iter(),
        });
    }

    /// Takes the next step of the import that is under way, if what may be promised now allows one;
    /// returns what it came to. Each step is short: a file can have thousands of documents.
    pub fn go_on_importing(&self) -> Option<ImportNews> {
        self.asked_to_import.set(false);
        let mut import = self.inner.borrow_mut().import.take()?;
        let step = match self.retry(&mut import.retries) {
            true => Step::GoesOn,
            false => self.go_on_with_stage(&mut import),
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

    /// Tries to write some of what was refused; says whether there was anything left to try.
    fn retry(&self, retries: &mut std::vec::IntoIter<DocumentKey>) -> bool {
        let next: Vec<DocumentKey> = retries.by_ref().take(IN_ONE_STEP).collect();
        let there = next.iter().filter(|key| self.is_there(key));
        there.for_each(|key| self.write(*key));
        !next.is_empty()
    }

    fn go_on_with_stage(&self, import: &mut Import) -> Step {
        match &mut import.stage {
            Stage::Noting => self.go_on_before_writing(import),
            Stage::Writing(_) => self.go_on_writing(import),
            Stage::TakingBack(taking_back) => match self.go_on_taking_back(taking_back) {
                Step::GoesOn if taking_back.is_over() => {
                    import.retries = self.unsaved().into_iter();
                    Step::GoesOn
                }
                step => step,
            },
            Stage::Ending(changes) => {
                // A backup may hold periods without their organisation.
                self.show_stand_ins();
                Step::Ended(ImportNews::Done(std::mem::take(changes)))
            }
        }
    }

    fn go_on_before_writing(&self, import: &mut Import) -> Step {
        let note = &mut import.note;
        if self.go_on_noting(note, import.documents.as_slice()) {
            return Step::GoesOn;
        }
        match self.state_of_note(note) {
            SaveState::NotSaved { .. } if note.has_texts => self.try_without_texts(import),
            SaveState::Idle | SaveState::Saving => Step::Waits,
            _ => {
                import.stage = Stage::Writing(Writing {
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
            stage,
            ..
        } = import;
        let Stage::Writing(writing) = stage else {
            return Step::Waits;
        };
        let is_last = documents.len() == 0;
        match self.state_of_handed(writing, is_last) {
            SaveState::NotSaved { .. } if note.has_texts => self.try_without_texts(import),
            SaveState::NotSaved { why } => {
                let changes = std::mem::take(&mut writing.changes);
                let taking_back = self.begin_taking_back(note, changes, writing.handed, why);
                import.stage = Stage::TakingBack(taking_back);
                Step::GoesOn
            }
            _ if writing.handed < writing.changes.len() => {
                self.hand_on(writing);
                Step::GoesOn
            }
            _ if !is_last => {
                let is_pack = |one: &Document| matches!(one, Document::Standard(_));
                // What a pack changes besides is one step.
                let whole = documents.as_slice().iter().any(is_pack);
                let amount = if whole { documents.len() } else { IN_ONE_STEP };
                let next = documents.by_ref().take(amount).collect();
                writing.changes.extend(self.put_into_workspace(next));
                self.hand_on(writing);
                Step::GoesOn
            }
            SaveState::Saving => Step::Waits,
            _ => {
                self.drop_note(note);
                if !note.has_parts() {
                    import.retries = self.unsaved().into_iter();
                }
                import.stage = Stage::Ending(std::mem::take(&mut writing.changes));
                Step::GoesOn
            }
        }
    }

    /// Without room for the texts twice it is still tried, and what is cut off is told.
    fn try_without_texts(&self, import: &mut Import) -> Step {
        self.note_without_texts(&mut import.note);
        import.retries = self.unsaved().into_iter();
        match import.retries.len() {
            0 => Step::Waits,
            _ => Step::GoesOn,
        }
    }

    /// Hands the next changes to the stores.
    fn hand_on(&self, writing: &mut Writing) {
        let next = writing.changes.iter().skip(writing.handed);
        let next = next.take(IN_ONE_STEP);
        let keys: Vec<DocumentKey> = next.map(|change| change.key).collect();
        writing.handed += keys.len();
        self.save(keys);
    }

    /// Puts documents into the workspace as one edit. Of several versions of a loaded pack the
    /// newest stays.
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
                let held = packs.iter().flat_map(|pack| users(workspace, pack));
                let before = PacksBefore::of(workspace, &held.collect::<Vec<Uuid>>());
                documents.into_iter().for_each(|one| workspace.put(one));
                for pack in &packs {
                    // A pack that was read has a hash; nothing else can go wrong here.
                    let _ = settle(workspace, pack, self.saver.today());
                }
                before.note_duties(workspace, self.saver.today());
            });
            !changes.is_empty()
        });
        changes
    }

    /// The worst that may be promised of what was handed to the stores. What was seen to be saved
    /// is looked at once more when all of it was.
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
        match &self.stage {
            Stage::Noting => self.note.percent() * WRITING_FROM / 100,
            Stage::TakingBack(taking_back) => taking_back.percent(),
            Stage::Ending(_) => 100,
            Stage::Writing(writing) => {
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
