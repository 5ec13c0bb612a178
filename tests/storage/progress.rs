//! What waits to be written, and what was refused and is worth another try.

use wuxing::storage::{ReadOnlyReason, SaveProgress, WriteError};

/// One thing that happens to a document.
enum Event {
    Edited,
    Slot(u64),
    Refused(u64),
    InJournal(u64),
}
use Event::{Edited, InJournal, Refused, Slot};

#[test]
fn what_waits_and_what_was_refused_is_known() {
    #[track_caller]
    fn check(events: &[(&str, Event)], waiting: &[&str], refused: &[&str]) {
        let mut progress = SaveProgress::new();
        for (key, event) in events {
            match event {
                Edited => progress.edited(key),
                Slot(generation) => progress.slot_verified(key, *generation, 10),
                Refused(generation) => {
                    progress.slot_refused(key, *generation, WriteError::QuotaExceeded, 10);
                }
                InJournal(generation) => progress.journal_complete(key, *generation),
            }
        }
        assert_eq!(progress.waiting().collect::<Vec<_>>(), waiting);
        assert_eq!(progress.refused().collect::<Vec<_>>(), refused);
    }
    check(&[], &[], &[]);
    check(&[("b", Edited), ("a", Edited)], &["a", "b"], &[]);
    check(&[("a", Edited), ("a", Slot(1))], &[], &[]);
    check(&[("a", Refused(2))], &[], &["a"]);
    // In the journal it is safe, and it is owed to the slots all the same.
    check(&[("a", Refused(2)), ("a", InJournal(2))], &[], &["a"]);
    check(&[("a", Refused(2)), ("a", Edited)], &["a"], &["a"]);
    check(&[("a", Refused(2)), ("a", Slot(3))], &[], &[]);
}

#[test]
fn what_must_not_be_written_is_not_tried_again() {
    let mut progress = SaveProgress::new();
    let reason = ReadOnlyReason::NewerSchema { schema: 99 };
    progress.slot_refused("a", 1, WriteError::ReadOnly { reason }, 10);
    assert_eq!(progress.refused().count(), 0);
}
