//! What an import does to the ledger of each organisation (台账), from however many pages.
//!
//! A year has dozens of pages, and a user knows of entries alone. Not here: the pages one by one;
//! they are changes of the plan like all others.

use super::{Merging, Plan, PlannedChange, Title, What};
use crate::exchange::document::Document;
use crate::sorted_map::SortedMap;
use uuid::Uuid;

/// What an import does to the ledger of one organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedgerChange {
    /// The organisation.
    pub organization: Uuid,
    /// Its name, if it is here or in the file.
    pub name: Option<String>,
    /// Its entries. Those of pages that are new here count as added.
    pub entries: Merging,
    /// Whether all of it is here already.
    pub is_same: bool,
}

impl Plan {
    /// What it does to the ledger of each organisation, in the order of the file.
    pub fn ledgers(&self) -> Vec<LedgerChange> {
        let mut order = Vec::new();
        let mut found: SortedMap<Uuid, LedgerChange> = SortedMap::new();
        for change in &self.changes {
            let (Document::Ledger(page), Title::Ledger { organization, .. }) =
                (&change.document, &change.title)
            else {
                continue;
            };
            let id = page.organization;
            let ledger = found.entry(id).or_insert_with(|| {
                order.push(id);
                LedgerChange {
                    organization: id,
                    name: organization.clone(),
                    entries: Merging::default(),
                    is_same: true,
                }
            });
            ledger.add(change);
        }
        order.iter().filter_map(|id| found.remove(id)).collect()
    }
}

impl LedgerChange {
    fn add(&mut self, change: &PlannedChange) {
        let all = &mut self.entries;
        self.is_same &= change.what == What::Same;
        match (&change.what, &change.document) {
            (What::New, Document::Ledger(page)) => {
                let entries = page.entries.values();
                all.added += entries.filter(|entry| entry.body.is_some()).count();
            }
            (What::Merges(one), _) => {
                all.added += one.added;
                all.newer_here += one.newer_here;
                all.newer_there += one.newer_there;
                all.removed += one.removed;
                all.entries.extend(one.entries.iter().cloned());
            }
            (What::New | What::Same, _) => {}
        }
    }
}
