//! From what the device holds to a workspace (启动).
//!
//! Not here: carrying to its end what was cut off (`sync::finishing`), reading the device
//! (`storage`), the form of documents (`exchange`), how two versions are put together
//! (`reconcile`), and what is written of it (`sync`).

use super::reconcile::reconcile;
use super::stand_in;
use super::told::Told;
use super::unfinished::{self, Note};
use super::workspace::Workspace;
use crate::exchange::{Document, DocumentKey, ImportError, SCHEMA_VERSION, open_stored};
use crate::sorted_map::SortedMap;
use crate::sorted_set::SortedSet;
use crate::storage::{LoadFault, Loaded, ReadOnlyReason, StoredDocument};

/// What start-up came to, beside the workspace itself.
#[derive(Debug, Default)]
pub struct StartReport {
    /// Documents that verify and could not be understood; they stay as they are and are shown.
    pub unreadable: Vec<(String, ImportError)>,
    /// Documents that must not be written, because a newer build wrote them.
    pub read_only: SortedMap<String, ReadOnlyReason>,
    /// What storage found not to be as it should be.
    pub faults: Vec<LoadFault>,
    /// Documents in which two versions were put together, and that are to be saved.
    pub to_save: Vec<DocumentKey>,
    /// What was put right, or came out otherwise than the user may expect.
    pub told: Vec<Told>,
}

impl StartReport {
    /// Adds what an earlier reading found. What was moved aside then is not found again, and the
    /// person is still to be told of it.
    pub fn join_earlier(&mut self, earlier: Self) {
        let mut faults = earlier.faults;
        for fault in std::mem::take(&mut self.faults) {
            if !faults.contains(&fault) {
                faults.push(fault);
            }
        }
        self.faults = faults;
        let mut told = earlier.told;
        Told::join(&mut told, std::mem::take(&mut self.told));
        self.told = told;
    }
}

/// Puts what was loaded into the workspace, for looking at the raw data of a device. What is there
/// already is merged, never replaced.
pub fn take_in(loaded: &Loaded, workspace: &mut Workspace) -> StartReport {
    let mut put_in = |document: Document, _| {
        let key = document.key();
        let merged = reconcile(None, workspace.document(&key).as_ref(), document.clone());
        let differs = merged != document;
        workspace.put(merged);
        differs
    };
    let report = gather(loaded, open, &mut put_in);
    // An import that was cut off belongs to what the user had.
    let notes = loaded
        .documents
        .iter()
        .filter(|one| unfinished::is_note(&one.key));
    let body_of = |key: &str| {
        let mut notes = notes.clone();
        notes
            .find(|one| one.key == key)
            .map(|one| one.body.as_str())
    };
    for (key, note) in notes
        .clone()
        .filter_map(|one| Some((&one.key, Note::read(&one.body).ok()?)))
    {
        let documents = note.documents_to_write(key, body_of);
        for document in documents.iter().filter_map(|one| open(one, false).ok()) {
            put_in(document, false);
        }
    }
    stand_in::add_missing(workspace);
    report
}

/// Opens all that was loaded with `open`, and gives it to `meet`, which is told whether it is the
/// version that counts and not another that may hold something it lacks, and which says whether
/// what stands in the workspace then differs from it.
///
/// Where none of a document can be understood, its earlier versions are tried.
pub(super) fn gather(
    loaded: &Loaded,
    mut open: impl FnMut(&StoredDocument, bool) -> Result<Document, ImportError>,
    mut meet: impl FnMut(Document, bool) -> bool,
) -> StartReport {
    let mut report = StartReport {
        read_only: loaded.read_only.clone(),
        faults: loaded.faults.clone(),
        ..StartReport::default()
    };
    // The others first: whether there is something to save shows in the chosen version at last.
    let others = loaded.alternatives.iter().map(|stored| (stored, false));
    let chosen = loaded.documents.iter().map(|stored| (stored, true));
    let mut opened = SortedSet::new();
    let of_the_person = |(stored, _): &(&StoredDocument, bool)| !unfinished::is_note(&stored.key);
    for (stored, chosen) in others.chain(chosen).filter(of_the_person) {
        let read_only = loaded.read_only.contains_key(&stored.key);
        match open(stored, read_only) {
            Ok(document) => {
                let key = document.key();
                opened.insert(key.to_string());
                let differs = meet(document, chosen);
                if differs && chosen && !read_only {
                    report.to_save.push(key);
                }
            }
            Err(error) => {
                if report.unreadable.iter().all(|(key, _)| *key != stored.key) {
                    report.unreadable.push((stored.key.clone(), error));
                }
            }
        }
    }
    // What a newer build wrote is not shown as it was before.
    let closed = report.unreadable.iter().map(|(key, _)| key);
    let closed =
        closed.filter(|key| !opened.contains(*key) && !loaded.read_only.contains_key(*key));
    for name in closed {
        let mut earlier = loaded.earlier.iter().filter(|one| one.key == *name);
        if let Some(document) = earlier.find_map(|stored| open(stored, false).ok()) {
            let key = document.key();
            meet(document, false);
            report.told.push(Told::EarlierShown { key });
        }
    }
    report
}

/// Opens one stored version.
///
/// What a newer build wrote is shown as far as this build understands it; it is never written,
/// and what is not understood stays in its slot.
///
/// # Errors
///
/// Why it cannot be understood.
pub(super) fn open(stored: &StoredDocument, read_only: bool) -> Result<Document, ImportError> {
    let schema = match read_only {
        true => stored.schema.min(SCHEMA_VERSION),
        false => stored.schema,
    };
    open_stored(&stored.key, schema, &stored.body)
}
