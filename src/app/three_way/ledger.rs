//! Two changes of one page of the ledger put together, entry by entry and field by field.
//!
//! Not here: which fields an entry has (`ledger`), and which of two is the later one
//! (`exchange::merge`).

use crate::ledger::{Entry, EntryBody, LedgerPage};
use crate::sorted_map::SortedMap;
use crate::sorted_set::SortedSet;
use crate::three_versions::{Precedence, pick, picked};
use uuid::Uuid;

/// Puts two changes of one page together. What was taken out since is remembered as such, so that
/// other copies are told of it.
pub fn pages(
    base: &LedgerPage,
    ours: &LedgerPage,
    theirs: &LedgerPage,
    by: Precedence,
) -> LedgerPage {
    let ids: SortedSet<Uuid> = [base, ours, theirs]
        .into_iter()
        .flat_map(|page| page.entries.keys().copied())
        .collect();
    let nothing = Entry::default();
    let mut merged = SortedMap::new();
    for id in ids {
        let [from, our_entry, their_entry] =
            [base, ours, theirs].map(|page| page.entries.get(&id).unwrap_or(&nothing));
        let entry = entries(from, our_entry, their_entry, by);
        let is_known = theirs.entries.contains_key(&id);
        if is_known || entry.body.is_some() || !entry.extra.is_empty() {
            merged.insert(id, entry);
        }
    }
    picked!(LedgerPage { organization, year, example, extra } of base, ours, theirs, by;
        id: theirs.id,
        entries: merged,
        created_at: theirs.created_at,
    )
}

/// Puts two changes of one entry together, field by field. The time is theirs.
pub fn entries(base: &Entry, ours: &Entry, theirs: &Entry, by: Precedence) -> Entry {
    Entry {
        body: bodies(&base.body, &ours.body, &theirs.body, by),
        changed_at: theirs.changed_at,
        extra: pick(&base.extra, &ours.extra, &theirs.extra, by),
    }
}

fn bodies(
    base: &Option<EntryBody>,
    ours: &Option<EntryBody>,
    theirs: &Option<EntryBody>,
    by: Precedence,
) -> Option<EntryBody> {
    use EntryBody::{Card, Missed, Record, Rectification, Reply, Review};
    let both = match (base, ours, theirs) {
        (Some(Record(base)), Some(Record(ours)), Some(Record(theirs))) => {
            Record(base.together(ours, theirs, by))
        }
        (Some(Missed(base)), Some(Missed(ours)), Some(Missed(theirs))) => {
            Missed(base.together(ours, theirs, by))
        }
        (Some(Rectification(base)), Some(Rectification(ours)), Some(Rectification(theirs))) => {
            Rectification(base.together(ours, theirs, by))
        }
        (Some(Card(base)), Some(Card(ours)), Some(Card(theirs))) => {
            Card(base.together(ours, theirs, by))
        }
        (Some(Review(base)), Some(Review(ours)), Some(Review(theirs))) => {
            Review(base.together(ours, theirs, by))
        }
        (Some(Reply(base)), Some(Reply(ours)), Some(Reply(theirs))) => {
            Reply(base.together(ours, theirs, by))
        }
        // One of them begins it, takes it out, or makes something else of it.
        _ => return pick(base, ours, theirs, by),
    };
    Some(both)
}
