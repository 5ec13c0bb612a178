//! Two versions of one page of the ledger (册页): entry by entry, the later one wins.
//!
//! Not here: an id that stands on two pages. Nothing moves an entry; should two devices come to
//! it all the same, whoever reads the pages takes the later (`ledger::Ledger`).

use super::{Side, united};
use crate::ledger::{Entry, LedgerPage};
use crate::sorted_set::SortedSet;
use uuid::Uuid;

/// Two versions of a page put together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MergedPage {
    /// The result. Its id and its organisation are ours.
    pub page: LedgerPage,
    /// Entries that came from the other one: ours had none, or an earlier one.
    pub taken: Vec<Uuid>,
    /// Entries that both have, and that do not say the same.
    pub differing: Vec<EntryDifference>,
}

/// One entry that both have, and that does not say the same in both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryDifference {
    /// Its id.
    pub id: Uuid,
    /// Our entry.
    pub ours: Entry,
    /// The other entry.
    pub theirs: Entry,
    /// Which of them stands in the result.
    pub kept: Side,
}

/// Merges two versions of one page, entry by entry by the time of the last change.
///
/// An entry that was taken out has a time and no body, so it stays out where that is the later. Of
/// two changes at the same instant the one that says something wins, and else the greater text.
pub fn pages(ours: &LedgerPage, theirs: &LedgerPage) -> MergedPage {
    let mut merged = MergedPage {
        page: head(ours, theirs),
        taken: Vec::new(),
        differing: Vec::new(),
    };
    let ids: SortedSet<Uuid> = ours
        .entries
        .keys()
        .chain(theirs.entries.keys())
        .copied()
        .collect();
    for id in ids {
        let kept = match (ours.entries.get(&id), theirs.entries.get(&id)) {
            (Some(our_entry), Some(their_entry)) => {
                let side = later_entry(our_entry, their_entry);
                if !same_entry(our_entry, their_entry) {
                    merged.differing.push(EntryDifference {
                        id,
                        ours: our_entry.clone(),
                        theirs: their_entry.clone(),
                        kept: side,
                    });
                    if side == Side::Theirs {
                        merged.taken.push(id);
                    }
                }
                match side {
                    Side::Ours => our_entry,
                    Side::Theirs => their_entry,
                }
            }
            (Some(our_entry), None) => our_entry,
            (None, Some(their_entry)) => {
                merged.taken.push(id);
                their_entry
            }
            (None, None) => continue,
        };
        merged.page.entries.insert(id, kept.clone());
    }
    merged
}

/// Whether two entries say the same, whenever they were changed.
pub fn same_entry(one: &Entry, other: &Entry) -> bool {
    one.body == other.body && one.extra == other.extra
}

/// Which of two entries stands.
pub fn later_entry(ours: &Entry, theirs: &Entry) -> Side {
    if theirs.supersedes(ours) {
        Side::Theirs
    } else {
        Side::Ours
    }
}

/// Everything but the entries.
fn head(ours: &LedgerPage, theirs: &LedgerPage) -> LedgerPage {
    LedgerPage {
        id: ours.id,
        organization: ours.organization,
        year: ours.year.max(theirs.year),
        entries: Default::default(),
        // What one side calls its own is not thrown away as an example.
        example: ours.example && theirs.example,
        created_at: ours.created_at.min(theirs.created_at),
        extra: united(&ours.extra, &theirs.extra),
    }
}
