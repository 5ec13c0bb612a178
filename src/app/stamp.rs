//! What is changed counts as later than what stood there before (修改时间).
//!
//! Two copies of a document are merged by the time of each change, and a clock can be set back, a
//! file can bring older times, and two taps can fall into one millisecond. So every edit passes
//! here. Not here: the merging, and which kind of document has which times (`kinds`).

use crate::assessment::{Answer, Assessment, Summary};
use crate::exchange::limits::INSTANTS;
use crate::exchange::merge::{same_content, same_entry};
use crate::ledger::{Entry, LedgerPage};

/// The next instant, within the calendar: what lies beyond it no file could hold.
pub fn just_after(instant: i64) -> i64 {
    instant.saturating_add(1).min(*INSTANTS.end())
}

/// The time of something that was changed at `old`, and that says it was changed at `new`.
pub(super) fn newer(old: i64, new: i64, same: bool, now_ms: i64) -> i64 {
    match same || new > old {
        true => new.max(old),
        false => now_ms.max(just_after(old)),
    }
}

/// The assessment `after`, in which every answer that differs from `before` is newer than it.
pub(super) fn stamped_answers(
    before: &Assessment,
    mut after: Assessment,
    now_ms: i64,
) -> Assessment {
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
    after.summary = stamped_summary(before.summary.as_ref(), after.summary, now_ms);
    after
}

/// The summary `after`, newer than `before` where it says something else. One that is gone would
/// come back from any other copy.
fn stamped_summary(
    before: Option<&Summary>,
    after: Option<Summary>,
    now_ms: i64,
) -> Option<Summary> {
    let Some(old) = before else { return after };
    let text = after.as_ref().map_or("", |new| &new.text);
    let new = after.as_ref().map_or(old.changed_at, |new| new.changed_at);
    let changed_at = newer(old.changed_at, new, old.text == text, now_ms);
    Some(Summary {
        changed_at,
        text: text.to_owned(),
    })
}

/// The page `after`, in which every entry that differs from `before` is newer than it.
pub(super) fn stamped_entries(
    before: &LedgerPage,
    mut after: LedgerPage,
    now_ms: i64,
) -> LedgerPage {
    for (id, old) in &before.entries {
        match after.entries.get_mut(id) {
            Some(new) => {
                let same = same_entry(old, new);
                new.changed_at = newer(old.changed_at, new.changed_at, same, now_ms);
            }
            // What is gone from the page without a trace would come back from any other copy, and
            // the memory of what was taken out is no more to be lost than an entry.
            None => {
                let same = !old.says_something();
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
