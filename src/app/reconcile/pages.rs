//! Our version of a page of the ledger and another tab's put together, entry by entry.
//!
//! Not here: the fields of an entry (`three_way`), and two devices (`exchange::merge`).

use super::texts;
use crate::app::stamp::just_after;
use crate::app::three_way::{self, Precedence};
use crate::exchange::merge::{self, same_entry};
use crate::ledger::{Entry, LedgerPage};

/// The entries go by time, and by field where both changed the same one. The page itself has no
/// time of its own, so it goes by who changed it, where that is `certain`.
pub fn pages(
    base: &LedgerPage,
    ours: &LedgerPage,
    theirs: &LedgerPage,
    certain: bool,
) -> LedgerPage {
    let mut both = merge::pages(ours, theirs).page;
    for (id, later) in &mut both.entries {
        if let (Some(ours), Some(theirs)) = (ours.entries.get(id), theirs.entries.get(id)) {
            let nothing = Entry::default();
            let base = base.entries.get(id).unwrap_or(&nothing);
            *later = both_entries(base, ours, theirs, later);
        }
    }
    if !certain {
        return both;
    }
    let entries = both.entries;
    LedgerPage {
        entries,
        ..three_way::pages(base, ours, theirs, Precedence::Theirs)
    }
}

fn both_entries(base: &Entry, ours: &Entry, theirs: &Entry, later: &Entry) -> Entry {
    if same_entry(base, ours) || theirs.changed_at < base.changed_at {
        return later.clone();
    }
    let both_changed = !same_entry(base, theirs);
    let precedence = match (both_changed, &ours.body, &theirs.body) {
        // Whoever took it out did not know of the change, which is worth more.
        (true, Some(_), None) => Precedence::Ours,
        (true, None, Some(_)) => Precedence::Theirs,
        _ if later == ours => Precedence::Ours,
        _ => Precedence::Theirs,
    };
    let mut both = three_way::ledger_entries(base, ours, theirs, precedence);
    texts::of_entries([base, ours, theirs], precedence, &mut both);
    if same_entry(&both, later) {
        return later.clone();
    }
    // It is not what time alone would choose, so it has to be later than both, and at the same
    // instant in each tab.
    Entry {
        changed_at: just_after(ours.changed_at.max(theirs.changed_at)),
        ..both
    }
}
