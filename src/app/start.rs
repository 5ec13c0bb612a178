//! From what the device holds to a workspace (启动).
//!
//! Not here: reading the device (`storage`), the form of documents (`exchange`), how two versions
//! are put together (`meeting`), and what is written of it (`keeper`).

use super::meeting::together;
use super::workspace::Workspace;
use crate::exchange::{Document, DocumentKey, ImportError, SCHEMA_VERSION, open_stored};
use crate::ordered_map::OrderedMap;
use crate::storage::{LoadFault, Loaded, ReadOnlyReason, StoredDocument};

/// What start-up came to, beside the workspace itself.
#[derive(Debug, Default)]
pub struct StartReport {
    /// Documents that verify and could not be understood; they stay as they are and are shown.
    pub unreadable: Vec<(String, ImportError)>,
    /// Documents that must not be written, because a newer build wrote them.
    pub read_only: OrderedMap<String, ReadOnlyReason>,
    /// What storage found not to be as it should be.
    pub faults: Vec<LoadFault>,
    /// Documents in which two versions were put together, and that are to be saved.
    pub to_save: Vec<DocumentKey>,
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
    }
}

/// Puts what was loaded into the workspace. What is there already is merged, never replaced.
pub fn take_in(loaded: &Loaded, workspace: &mut Workspace) -> StartReport {
    gather(loaded, open, |document, _| {
        let key = document.key();
        let merged = together(None, workspace.document(&key).as_ref(), document.clone());
        let differs = merged != document;
        workspace.put(merged);
        differs
    })
}

/// Opens all that was loaded with `open`, and gives it to `meet`, which is told whether it is the
/// version that counts and not another that may hold something it lacks, and which says whether
/// what stands in the workspace then differs from it.
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
    for (stored, chosen) in others.chain(chosen) {
        let read_only = loaded.read_only.contains_key(&stored.key);
        match open(stored, read_only) {
            Ok(document) => {
                let key = document.key();
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
