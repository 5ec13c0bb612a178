//! Keeps the workspace and the stores in step (保管): what was edited goes out, what other tabs
//! and the journal have comes in, and neither is lost to the other.
//!
//! Not here: the writing of one document (`saver`), how two versions are put together
//! (`reconcile`), signals and timers (`session`).

mod finishing;
mod import_note;
mod importing;
mod incoming;
mod taking_back;
mod writing;

pub use importing::{ImportNews, ImportState, room_needed};

use self::importing::Import;
use super::edit::{self, DocumentChange};
use super::reconcile::{Beginning, reconcile};
use super::removal::Removal;
use super::saver::Saver;
use super::start::{StartReport, gather, open};
use super::told::Told;
use super::unfinished;
use super::watched::Watched;
use super::workspace::Workspace;
use crate::exchange::{Document, DocumentKey, SCHEMA_VERSION, Settings};
use crate::order::sorted_by_key;
use crate::sorted_map::SortedMap;
use crate::sorted_set::SortedSet;
use crate::storage::{JournalRecord, Loaded, ReadOnlyReason, StoredDocument, WriteError};
use std::cell::{Cell, RefCell};

/// Keeps a workspace and the stores in step.
pub struct WorkspaceSync<Home> {
    workspace: Home,
    saver: Saver,
    inner: RefCell<Inner>,
    /// Whether the next step of an import was asked for and not taken yet.
    asked_to_import: Cell<bool>,
}

#[derive(Default)]
struct Inner {
    /// The version of each document that was last known to be stored: what an edit started from.
    stored: SortedMap<DocumentKey, Document>,
    /// Versions that nobody here could understand, to be copied before they are written over.
    unreadable: SortedMap<DocumentKey, Vec<StoredDocument>>,
    /// What the slots held at the start, until the journal has answered: it mostly says the same,
    /// and is not read a second time then.
    opened: SortedMap<String, (StoredDocument, Document)>,
    /// Notes of what an earlier session left unfinished, by key.
    notes: SortedMap<String, StoredDocument>,
    /// The import that is under way.
    import: Option<Import>,
    /// Documents that were deleted here, in this session.
    deleted: SortedSet<DocumentKey>,
    /// Documents that are gone from the slots without a trace, until the journal says why.
    vanished: SortedSet<DocumentKey>,
    /// When another tab said that it deletes everything, in UTC milliseconds.
    erased_elsewhere_at: Option<i64>,
    /// What the user has not been told yet.
    told: Vec<Told>,
}

impl<Home: Watched<Workspace>> WorkspaceSync<Home> {
    /// The sync of this workspace, which writes by this saver.
    pub fn new(workspace: Home, saver: Saver) -> Self {
        let inner = RefCell::default();
        Self {
            workspace,
            saver,
            inner,
            asked_to_import: Cell::new(false),
        }
    }

    /// What writes.
    pub fn saver(&self) -> &Saver {
        &self.saver
    }

    /// Documents that must not be written, because a newer build wrote them.
    pub fn read_only(&self) -> SortedMap<String, ReadOnlyReason> {
        self.saver.with_store(|store| store.read_only().clone())
    }

    /// Why one of these documents must not be written, if one must not.
    pub fn why_read_only(&self, keys: &[DocumentKey]) -> Option<ReadOnlyReason> {
        let mut names = keys.iter().map(DocumentKey::to_string);
        names.find_map(|name| self.saver.why_read_only(&name))
    }

    /// Takes in what the device holds; is called again when the journal has answered. What was
    /// refused before the journal answered is tried once more.
    pub fn take_in(&self, loaded: &Loaded) -> StartReport {
        for stored in &loaded.documents {
            self.saver.holds(&stored.key, stored.generation);
        }
        let notes = loaded.documents.iter();
        let notes = notes.filter(|stored| unfinished::is_note(&stored.key));
        self.inner.borrow_mut().notes = notes
            .map(|stored| (stored.key.clone(), stored.clone()))
            .collect();
        let mut known = std::mem::take(&mut self.inner.borrow_mut().opened);
        let remembers = known.is_empty();
        let open_once = |stored: &StoredDocument, read_only| {
            if let Some((before, document)) = known.remove(&stored.key)
                && has_same_content(&before, stored)
            {
                return Ok(document);
            }
            let document = open(stored, read_only).inspect_err(|_| self.note_unreadable(stored))?;
            if remembers {
                let opened = (stored.clone(), document.clone());
                self.inner
                    .borrow_mut()
                    .opened
                    .insert(stored.key.clone(), opened);
            }
            Ok(document)
        };
        let report = gather(loaded, open_once, |document, chosen| {
            self.put_together(document.key(), document, chosen)
        });
        let mut to_save: SortedSet<DocumentKey> = report.to_save.iter().copied().collect();
        to_save.extend(self.unsaved());
        self.save(to_save.iter().copied());
        // What was just saved is newer than what the journal was to be given.
        let saved: SortedSet<String> = to_save.iter().map(DocumentKey::to_string).collect();
        let repairs = loaded.journal_repairs.iter();
        let repairs = repairs.filter(|record| !saved.contains(&record.key));
        self.saver.repair_journal(repairs.cloned().collect());
        report
    }

    /// Writes these documents in this task: the slots at once, the journal as soon as it can.
    pub fn save(&self, keys: impl IntoIterator<Item = DocumentKey>) {
        let (there, gone): (Vec<_>, Vec<_>) = keys.into_iter().partition(|key| self.is_there(key));
        there.into_iter().for_each(|key| self.write(key));
        if gone.is_empty() {
            return;
        }
        let note = self.note_deletion(&gone);
        keys_outermost_last(gone.clone()).for_each(|key| self.delete(key));
        self.drop_deletion_note(note, &gone);
        self.save_owed();
    }

    /// What the user is to be told and has not been; each is handed out once.
    pub fn take_told(&self) -> Vec<Told> {
        std::mem::take(&mut self.inner.borrow_mut().told)
    }

    /// Notes that these documents were edited and are to be written soon.
    pub fn save_soon(&self, keys: &[DocumentKey]) {
        for key in keys {
            self.saver.will_save(&key.to_string());
        }
    }

    /// Writes what is still waiting to be written.
    pub fn flush(&self) {
        let waiting = self.saver.waiting().into_iter();
        let waiting: SortedSet<DocumentKey> =
            waiting.filter_map(|name| name.parse().ok()).collect();
        self.save(waiting);
    }

    /// Deletes everything on this device, empties the workspace, and returns what was in it.
    ///
    /// # Errors
    ///
    /// The store's refusal. The workspace is then as it was, so that nobody is told of a deletion
    /// that did not take place.
    pub fn delete_everything(
        &self,
        journal: &[JournalRecord],
    ) -> Result<Vec<DocumentChange>, WriteError> {
        self.saver.delete_everything(journal)?;
        *self.inner.borrow_mut() = Inner::default();
        let mut changes = Vec::new();
        self.workspace.change(|workspace| {
            let keys = Removal::Everything.keys(workspace);
            let remove = |workspace: &mut Workspace, _| Removal::Everything.carry_out(workspace);
            changes = edit::make(workspace, &keys, self.saver.now_ms(), remove);
            true
        });
        Ok(changes)
    }

    fn document(&self, key: &DocumentKey) -> Option<Document> {
        self.workspace.look(|workspace| workspace.document(key))
    }

    fn is_there(&self, key: &DocumentKey) -> bool {
        self.workspace.look(|workspace| workspace.contains(key))
    }

    /// Writes what was refused, for which there may be room now.
    fn save_owed(&self) {
        let owed = self.unsaved().into_iter();
        let owed = owed.filter(|key| self.is_there(key));
        owed.for_each(|key| self.write(key));
    }

    fn tell(&self, told: Told) {
        Told::join(&mut self.inner.borrow_mut().told, [told]);
    }

    /// Tells that a document stays though it was deleted in one of the tabs. A page of the ledger
    /// is nothing that the user knows by name.
    fn tell_kept(&self, key: DocumentKey) {
        let key = match self.document(&key) {
            Some(Document::Ledger(page)) => DocumentKey::Organization(page.organization),
            _ => key,
        };
        self.tell(Told::KeptThoughDeleted { key });
    }

    fn unsaved(&self) -> Vec<DocumentKey> {
        let names = self.saver.unsaved().into_iter();
        names.filter_map(|name| name.parse().ok()).collect()
    }

    /// Whether the workspace has something of a document that was not stored yet.
    fn has_unsaved(&self, key: &DocumentKey) -> bool {
        let untouched = Document::Settings(Settings::default());
        let current = self.document(key).filter(|one| *one != untouched);
        self.waits(key) || current.as_ref() != self.inner.borrow().stored.get(key)
    }

    /// Whether a document was edited and waits to be written.
    fn waits(&self, key: &DocumentKey) -> bool {
        self.saver.is_waiting(&key.to_string())
    }

    /// Puts a stored version into the workspace together with ours. Returns whether the workspace
    /// then differs from it, and `None` if it must be left alone. `knew_ours` says that it was
    /// written over the version that was last known here.
    fn meet(&self, stored: &StoredDocument, knew_ours: bool) -> Option<bool> {
        let is_newer_form = stored.schema > SCHEMA_VERSION;
        let opened = open(stored, is_newer_form);
        if is_newer_form {
            let schema = stored.schema;
            let key = stored.key.parse().ok()?;
            let reason = ReadOnlyReason::NewerSchema { schema };
            self.saver
                .with_store(|store| store.note_read_only(&stored.key, reason));
            if let Ok(document) = opened {
                self.put_together(key, document, true);
            }
            return None;
        }
        match opened {
            Ok(document) => Some(self.put_together(document.key(), document, knew_ours)),
            Err(_) => {
                self.note_unreadable(stored);
                None
            }
        }
    }

    fn note_unreadable(&self, stored: &StoredDocument) {
        if let Ok(key) = stored.key.parse() {
            let inner = &mut *self.inner.borrow_mut();
            let known = inner.unreadable.entry(key).or_default();
            if !known.contains(stored) {
                known.push(stored.clone());
            }
        }
    }

    /// Returns whether the workspace then differs from `theirs`. What is stored in the slots is
    /// where the next edit starts from; another version need not come from the one that was
    /// stored last.
    fn put_together(&self, key: DocumentKey, theirs: Document, in_slots: bool) -> bool {
        let ours = self.document(&key);
        let base = {
            let stored = &mut self.inner.borrow_mut().stored;
            match in_slots {
                true => stored.insert(key, theirs.clone()),
                false => stored.get(&key).cloned(),
            }
        };
        let beginning = base.as_ref().map(|version| Beginning {
            version,
            certain: in_slots,
        });
        if ours.as_ref() == Some(&theirs) {
            return false;
        }
        let merged = reconcile(beginning, ours.as_ref(), theirs.clone());
        let differs = merged != theirs;
        if ours.as_ref() != Some(&merged) {
            self.workspace.change(|workspace| {
                workspace.put(merged);
                true
            });
        }
        differs
    }
}

/// Whether two stored versions are one, wherever they were found.
fn has_same_content(one: &StoredDocument, other: &StoredDocument) -> bool {
    one.generation == other.generation && one.schema == other.schema && one.body == other.body
}

/// These keys, organisations after what belongs to them.
fn keys_outermost_last(
    keys: impl IntoIterator<Item = DocumentKey>,
) -> impl Iterator<Item = DocumentKey> {
    sorted_by_key(keys, |key| matches!(key, DocumentKey::Organization(_))).into_iter()
}
