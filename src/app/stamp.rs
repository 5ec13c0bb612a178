//! What is changed counts as later than what stood there before (修改时间).
//!
//! Two copies of a document are merged by the time of each change, and a clock can be set back, a
//! file can bring older times, and two taps can fall into one millisecond. So every edit passes
//! here. Not here: the merging.

use crate::assessment::{Answer, Assessment};
use crate::exchange::Document;
use crate::exchange::limits::INSTANTS;
use crate::exchange::merge::{same_content, same_entry};
use crate::ledger::{Entry, LedgerPage};

/// The document `after`, in which all that differs from `before` is newer than it.
pub fn stamped(before: &Document, after: Document, now_ms: i64) -> Document {
    let same = same_but_for_time(before, &after);
    let stamp = |old: i64, new: &mut i64| *new = newer(old, *new, same, now_ms);
    match (before, after) {
        (Document::Settings(before), Document::Settings(mut after)) => {
            stamp(before.changed_at, &mut after.changed_at);
            Document::Settings(after)
        }
        (Document::Organization(before), Document::Organization(mut after)) => {
            stamp(before.changed_at, &mut after.changed_at);
            Document::Organization(after)
        }
        (Document::Standard(before), Document::Standard(mut after)) => {
            stamp(before.added_at, &mut after.added_at);
            Document::Standard(after)
        }
        (Document::Assessment(before), Document::Assessment(after)) => {
            Document::Assessment(stamped_answers(before, after, now_ms))
        }
        (Document::Ledger(before), Document::Ledger(after)) => {
            Document::Ledger(stamped_entries(before, after, now_ms))
        }
        (_, after) => after,
    }
}

/// Whether two documents say the same, whenever it was entered.
pub fn same_but_for_time(one: &Document, other: &Document) -> bool {
    timeless(one.clone()) == timeless(other.clone())
}

/// The next instant, within the calendar: what lies beyond it no file could hold.
pub fn just_after(instant: i64) -> i64 {
    instant.saturating_add(1).min(*INSTANTS.end())
}

fn timeless(mut document: Document) -> Document {
    match &mut document {
        Document::Settings(one) => one.changed_at = 0,
        Document::Organization(one) => {
            (one.changed_at, one.local.own_duties_as_of) = (0, None);
        }
        Document::Standard(one) => one.added_at = 0,
        Document::Assessment(one) => {
            for list in [&mut one.answers, &mut one.retired] {
                list.retain(|_, answer| !answer.is_empty());
                list.values_mut()
                    .for_each(|answer| (answer.changed_at, answer.note_as_of) = (0, None));
            }
        }
        Document::Ledger(one) => {
            one.entries.retain(|_, entry| says_something(entry));
            one.entries
                .values_mut()
                .for_each(|entry| entry.changed_at = 0);
        }
    }
    document
}

/// The time of something that was changed at `old`, and that says it was changed at `new`.
fn newer(old: i64, new: i64, same: bool, now_ms: i64) -> i64 {
    match same || new > old {
        true => new.max(old),
        false => now_ms.max(just_after(old)),
    }
}

fn stamped_answers(before: &Assessment, mut after: Assessment, now_ms: i64) -> Assessment {
    for (id, old) in before.retired.iter().chain(&before.answers) {
        let new = match after.answers.get_mut(id) {
            Some(new) => Some(new),
            None => after.retired.get_mut(id),
        };
        match new {
            Some(new) => {
                let same = same_content(old, new);
                new.changed_at = newer(old.changed_at, new.changed_at, same, now_ms);
            }
            // What is gone from the document without a trace would come back from any other copy.
            None if before.answers.contains_key(id) && !old.is_empty() => {
                let gone = Answer {
                    changed_at: newer(old.changed_at, old.changed_at, false, now_ms),
                    ..Answer::default()
                };
                after.answers.insert(id.clone(), gone);
            }
            None => {}
        }
    }
    after
}

fn stamped_entries(before: &LedgerPage, mut after: LedgerPage, now_ms: i64) -> LedgerPage {
    for (id, old) in &before.entries {
        match after.entries.get_mut(id) {
            Some(new) => {
                let same = same_entry(old, new);
                new.changed_at = newer(old.changed_at, new.changed_at, same, now_ms);
            }
            // What is gone from the page without a trace would come back from any other copy, and
            // the memory of what was taken out is no more to be lost than an entry.
            None => {
                let same = !says_something(old);
                let gone = Entry {
                    changed_at: newer(old.changed_at, old.changed_at, same, now_ms),
                    ..Entry::default()
                };
                after.entries.insert(*id, gone);
            }
        }
    }
    after
}

fn says_something(entry: &Entry) -> bool {
    entry.body.is_some() || !entry.extra.is_empty()
}
