//! What taking over an opened file would change (导入预览), worked out before anything is written.
//!
//! The caller shows it and then writes the document of every change that is not
//! [`What::Same`], as one step that can be undone. Documents that the file does not mention stay
//! as they are. [`Planning`] works it out in steps. Not here: how two versions are put together
//! ([`super::merge`]).

mod comparison;
mod gathering;
mod ledgers;
mod planning;

pub use self::ledgers::LedgerChange;
pub use self::planning::Planning;

use super::document::{Document, DocumentKey};
use super::import::Opened;
use super::merge::{Difference, EntryDifference};
use crate::period::Quarter;
use crate::sorted_map::SortedMap;
use crate::sorted_set::SortedSet;
use uuid::Uuid;

/// What taking over a file would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// One entry for each document of the file, in its order; two of the file that belong to the
    /// same thing are one entry.
    pub changes: Vec<PlannedChange>,
}

/// What would happen to one document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedChange {
    /// The key under which the result is written.
    pub key: DocumentKey,
    /// What would happen.
    pub what: What,
    /// What to call it.
    pub title: Title,
    /// The result.
    pub document: Document,
    /// For a new organisation: one that is here already and seems to be the same. The user
    /// decides; if the user says yes, [`against_joining`] makes the plan anew.
    pub seems_to_be: Option<Uuid>,
}

/// What would happen to one document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// It is not here yet (新增).
    New,
    /// It is here already and says the same (相同).
    Same,
    /// It is here already and differs (合并).
    Merges(Merging),
}

/// How two versions differ: of an assessment by answers, of a page of the ledger by entries. Of
/// everything else the whole counts as one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merging {
    /// Answers or entries that only the file has.
    pub added: usize,
    /// Answers or entries that differ, and the one here is the later: it stays.
    pub newer_here: usize,
    /// Answers or entries that differ, and the one of the file is the later: it is taken.
    pub newer_there: usize,
    /// Entries that are here and that the file, later, says were taken out: they go.
    pub removed: usize,
    /// Each answer that differs, both values.
    pub differences: Vec<Difference>,
    /// Each entry that differs, both versions.
    pub entries: Vec<EntryDifference>,
}

/// What to call a document; the words around it are the interface's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Title {
    /// The settings.
    Settings,
    /// An organisation.
    Organization {
        /// Its name; may be empty.
        name: String,
    },
    /// An assessment.
    Assessment {
        /// The name of its organisation, if that is here or in the file.
        organization: Option<String>,
        /// Its period.
        period: Quarter,
    },
    /// A page of the ledger.
    Ledger {
        /// The name of its organisation, if that is here or in the file.
        organization: Option<String>,
        /// The year for which it was begun.
        year: i32,
    },
    /// A pack.
    Standard {
        /// Its Chinese title.
        title: String,
        /// Its version.
        version: String,
    },
}

impl Plan {
    /// The changes that are to be written.
    pub fn to_write(&self) -> impl Iterator<Item = &PlannedChange> {
        self.changes
            .iter()
            .filter(|change| change.what != What::Same)
    }

    /// The changes that are to be written, without those of organisations that are left out.
    pub fn to_write_without(
        &self,
        left_out: &SortedSet<Uuid>,
    ) -> impl Iterator<Item = &PlannedChange> {
        self.to_write().filter(|change| {
            let owner = change.document.organization();
            owner.is_none_or(|owner| !left_out.contains(&owner))
        })
    }

    /// Whether everything in the file is here already.
    pub fn is_all_same(&self) -> bool {
        self.to_write().next().is_none()
    }
}

/// What taking over `opened` would change in `existing`, the documents of this device.
pub fn against(existing: &[Document], opened: &Opened) -> Plan {
    against_joining(existing, opened, &SortedMap::new())
}

/// The same, where the user said that organisations of the file (the keys of `joined`) are ones
/// of this device (the values).
pub fn against_joining(
    existing: &[Document],
    opened: &Opened,
    joined: &SortedMap<Uuid, Uuid>,
) -> Plan {
    let mut planning = Planning::of(existing.to_vec(), joined.clone());
    loop {
        if let Some(plan) = planning.step(&opened.documents) {
            return plan;
        }
    }
}
