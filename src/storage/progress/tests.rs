//! What is promised after any row of events.

use super::*;
use proptest::prelude::*;

#[derive(Clone, Debug)]
enum Event {
    Edited,
    Slot(u64, i64),
    SlotRefused(u64, i64),
    Complete(u64),
    Refused(u64),
}
use Event::{Complete, Edited, Refused, Slot, SlotRefused};

fn after(events: &[(&str, Event)]) -> SaveProgress {
    let mut progress = SaveProgress::new();
    for (key, event) in events {
        happen(&mut progress, key, event);
    }
    progress
}

fn happen(progress: &mut SaveProgress, key: &str, event: &Event) {
    match event {
        Edited => progress.edited(key),
        Slot(generation, at) => progress.slot_verified(key, *generation, *at),
        SlotRefused(generation, at) => {
            progress.slot_refused(key, *generation, WriteError::QuotaExceeded, *at);
        }
        Complete(generation) => progress.journal_complete(key, *generation),
        Refused(generation) => {
            progress.journal_refused(key, *generation, JournalError::Denied);
        }
    }
}

#[test]
fn saved_is_said_only_with_read_back_and_journal() {
    fn check(events: &[(&str, Event)], now_ms: i64, expected: SaveState) {
        assert_eq!(after(events).state(now_ms), expected);
    }
    let slot_only = |why| SaveState::SavedInSlotOnly { why };
    let why = || WriteError::QuotaExceeded;
    check(&[], 0, SaveState::Idle);
    check(&[("a", Edited)], 9_000, SaveState::Saving);
    check(
        &[("a", Edited), ("a", Slot(1, 10))],
        2_009,
        SaveState::Saving,
    );
    check(
        &[("a", Slot(1, 10))],
        2_010,
        slot_only(JournalError::TimedOut),
    );
    check(
        &[("a", Slot(1, 10)), ("a", Complete(1))],
        11,
        SaveState::Saved,
    );
    check(
        &[("a", Slot(1, 10)), ("a", Complete(1))],
        9_999,
        SaveState::Saved,
    );
    check(
        &[("a", Slot(2, 10)), ("a", Complete(1))],
        11,
        SaveState::Saving,
    );
    check(
        &[("a", Complete(2)), ("a", Slot(2, 10))],
        11,
        SaveState::Saved,
    );
    check(
        &[("a", Slot(1, 10)), ("a", Complete(1)), ("a", Edited)],
        11,
        SaveState::Saving,
    );
    check(
        &[("a", Slot(1, 10)), ("a", Refused(1))],
        11,
        slot_only(JournalError::Denied),
    );
    check(
        &[("a", Refused(1)), ("a", Slot(2, 10))],
        11,
        SaveState::Saving,
    );
    check(&[("a", SlotRefused(2, 10))], 11, SaveState::Saving);
    check(
        &[("a", SlotRefused(2, 10))],
        2_010,
        SaveState::NotSaved { why: why() },
    );
    // Regression: no store at all. Nothing was written under any generation, and that was taken
    // for a journal that had it.
    check(
        &[("a", SlotRefused(0, 10)), ("a", Refused(0))],
        11,
        SaveState::NotSaved { why: why() },
    );
    check(
        &[("a", SlotRefused(2, 10)), ("a", Refused(2))],
        11,
        SaveState::NotSaved { why: why() },
    );
    check(
        &[("a", SlotRefused(2, 10)), ("a", Complete(2))],
        11,
        SaveState::SavedInJournalOnly { why: why() },
    );
    check(
        &[
            ("a", Slot(1, 10)),
            ("a", Complete(1)),
            ("b", SlotRefused(2, 10)),
            ("b", Refused(2)),
        ],
        11,
        SaveState::NotSaved { why: why() },
    );
    check(
        &[("a", Slot(1, 10)), ("a", Complete(1)), ("b", Edited)],
        11,
        SaveState::Saving,
    );
}

#[test]
fn the_next_change_is_the_end_of_patience() {
    fn check(events: &[(&str, Event)], now_ms: i64, expected: Option<i64>) {
        assert_eq!(after(events).next_change(now_ms), expected);
    }
    check(&[("a", Edited)], 0, None);
    check(&[("a", Slot(1, 10))], 10, Some(2_010));
    check(&[("a", Slot(1, 10)), ("b", Slot(1, 5))], 10, Some(2_005));
    check(&[("a", Slot(1, 10))], 2_010, None);
    check(&[("a", Slot(1, 10)), ("a", Complete(1))], 10, None);
    check(&[("a", Slot(1, 10)), ("a", Refused(1))], 10, None);
}

#[test]
fn an_edit_in_memory_alone_would_be_lost() {
    fn check(events: &[(&str, Event)], expected: bool) {
        assert_eq!(after(events).would_lose(), expected);
    }
    check(&[], false);
    check(&[("a", Edited)], true);
    check(&[("a", Edited), ("a", Slot(1, 10))], false);
    check(&[("a", SlotRefused(2, 10))], true);
    check(&[("a", SlotRefused(2, 10)), ("a", Refused(2))], true);
    check(&[("a", SlotRefused(2, 10)), ("a", Complete(2))], false);
}

/// What may be promised of all documents, found by asking each; of several that are as bad, any.
fn worst_of_all(progress: &SaveProgress, now_ms: i64) -> Vec<SaveState> {
    let states = progress.documents.values().map(|one| one.state(now_ms));
    let states: Vec<SaveState> = states.chain([SaveState::Idle]).collect();
    let worst = states.iter().map(gravity).max();
    let worst = |state: &SaveState| Some(gravity(state)) == worst;
    states.into_iter().filter(worst).collect()
}

/// The next end of patience, found by asking each.
fn next_of_all(progress: &SaveProgress, now_ms: i64) -> Option<i64> {
    let waiting = progress.documents.values().filter_map(|one| {
        let write = one.write.as_ref().filter(|_| !one.edited)?;
        let is_open = one.journal_complete < Some(write.generation)
            && one.journal_failure(write, i64::MIN).is_none();
        is_open.then_some(write.at_ms + JOURNAL_PATIENCE_MS)
    });
    waiting.filter(|deadline| *deadline > now_ms).min()
}

fn any_event() -> impl Strategy<Value = Event> {
    let generation = || 0..4_u64;
    let at_ms = || 0..5_000_i64;
    prop_oneof![
        Just(Edited),
        (generation(), at_ms()).prop_map(|(generation, at)| Slot(generation, at)),
        (generation(), at_ms()).prop_map(|(generation, at)| SlotRefused(generation, at)),
        generation().prop_map(Complete),
        generation().prop_map(Refused),
    ]
}

proptest! {
    /// The lists say what asking every document says, whatever happened and was forgotten.
    #[test]
    fn the_lists_say_what_all_documents_say(
        events in prop::collection::vec((0..5_usize, any_event()), 0..30),
        forgotten in prop::option::of(0..5_usize),
        times in prop::collection::vec(0..8_000_i64, 1..6),
    ) {
        const KEYS: [&str; 5] = ["a", "b", "c", "d", "e"];
        let mut progress = SaveProgress::new();
        for (key, event) in events {
            happen(&mut progress, KEYS[key], &event);
            for now_ms in &times {
                prop_assert!(worst_of_all(&progress, *now_ms).contains(&progress.state(*now_ms)));
                prop_assert_eq!(progress.next_change(*now_ms), next_of_all(&progress, *now_ms));
            }
        }
        if let Some(key) = forgotten {
            progress.forget(KEYS[key]);
        }
        for now_ms in times {
            prop_assert!(worst_of_all(&progress, now_ms).contains(&progress.state(now_ms)));
            prop_assert_eq!(progress.next_change(now_ms), next_of_all(&progress, now_ms));
        }
    }
}
