//! What the person is told of her last edit, and whether it is true.

use crate::device::Device;
use crate::journal_double::{JournalDouble, Temper};
use crate::samples::{BRANCH, NEXT_PERIOD, PERIOD, branch_and_period, period, period_key};
use crate::tab::Tab;
use wuxing::assessment::{AnswerValue, Verdict};
use wuxing::exchange::SCHEMA_VERSION;
use wuxing::storage::keys::{SlotName, slot_key};
use wuxing::storage::memory::MemoryStore;
use wuxing::storage::progress::JOURNAL_PATIENCE_MS;
use wuxing::storage::{
    JournalError, JournalRecord, KeyValueStore, SaveState, Slot, StoreError, WriteError,
};

fn slot_only(why: JournalError) -> SaveState {
    SaveState::SavedInSlotOnly { why }
}

fn journal_only(why: WriteError) -> SaveState {
    SaveState::SavedInJournalOnly { why }
}

fn not_saved(why: WriteError) -> SaveState {
    SaveState::NotSaved { why }
}

/// What an answer comes to at once, and when the journal's time is up.
struct Told {
    at_once: SaveState,
    later: SaveState,
    would_lose: bool,
}

#[test]
fn the_person_is_told_where_her_edit_is() {
    #[track_caller]
    fn check(store: impl Fn(&Device), journal: Temper, told: Told) {
        let device = Device::new();
        let tab = device.open(0);
        tab.add(&branch_and_period());
        assert_eq!(tab.state(), SaveState::Saved);
        store(&device);
        device.journal.be(journal.clone());
        tab.shown.borrow_mut().clear();
        tab.answer(PERIOD, "ORG-01", Verdict::Met);
        assert_eq!(tab.state(), told.at_once, "{journal:?} at once");
        // She is shown what holds, and 「已保存」 only if it does.
        let shown_saved = tab.shown.borrow().contains(&SaveState::Saved);
        assert!(!shown_saved || told.at_once == SaveState::Saved);
        assert_eq!(tab.would_lose(), told.would_lose, "{journal:?}");
        device.clock.advance(JOURNAL_PATIENCE_MS);
        // She need do nothing to be told.
        assert_eq!(tab.state(), told.later, "{journal:?} later");
        assert_eq!(tab.would_lose(), told.would_lose, "{journal:?}");
        // What she entered is in front of her in every case.
        assert_eq!(tab.verdict(PERIOD, "ORG-01"), Some(Verdict::Met));
        let kept = !told.would_lose;
        device.store.deny(false);
        device.kill(0);
        device.journal.be(Temper::AtOnce);
        let again = device.open(0).verdict(PERIOD, "ORG-01");
        assert_eq!(again.is_some(), kept, "{journal:?}");
    }
    let denied = || Temper::Refuses(JournalError::Denied);
    let well = |_: &Device| {};
    let full = |device: &Device| device.store.limit(Some(device.used()));
    let shut = |device: &Device| device.store.deny(true);
    let torn = |device: &Device| device.store.tear_next_write(30);
    let told = |at_once: SaveState, later: SaveState, would_lose| Told {
        at_once,
        later,
        would_lose,
    };
    let same = |state: SaveState, would_lose| told(state.clone(), state, would_lose);
    let late = || slot_only(JournalError::TimedOut);

    check(well, Temper::AtOnce, same(SaveState::Saved, false));
    check(well, Temper::Late, told(SaveState::Saving, late(), false));
    check(well, Temper::Never, told(SaveState::Saving, late(), false));
    check(well, denied(), same(slot_only(JournalError::Denied), false));

    let why = || WriteError::QuotaExceeded;
    check(full, Temper::AtOnce, same(journal_only(why()), false));
    check(
        full,
        Temper::Late,
        told(SaveState::Saving, not_saved(why()), true),
    );
    check(
        full,
        Temper::Never,
        told(SaveState::Saving, not_saved(why()), true),
    );
    check(full, denied(), same(not_saved(why()), true));

    let why = || WriteError::Denied;
    check(shut, Temper::AtOnce, same(journal_only(why()), false));
    check(
        shut,
        Temper::Never,
        told(SaveState::Saving, not_saved(why()), true),
    );
    check(shut, denied(), same(not_saved(why()), true));

    let why = || WriteError::ReadBackDiffers;
    check(torn, Temper::AtOnce, same(journal_only(why()), false));
    check(
        torn,
        Temper::Never,
        told(SaveState::Saving, not_saved(why()), true),
    );
    check(torn, denied(), same(not_saved(why()), true));
}

#[test]
fn what_the_journal_answers_after_its_time_still_counts() {
    let device = Device::new();
    let tab = device.open(0);
    tab.add(&branch_and_period());
    device.journal.be(Temper::Late);
    tab.answer(PERIOD, "ORG-01", Verdict::Met);
    device.clock.advance(JOURNAL_PATIENCE_MS);
    assert_eq!(tab.state(), slot_only(JournalError::TimedOut));
    device.journal.answer_all();
    assert_eq!(tab.state(), SaveState::Saved);
}

#[test]
fn what_is_typed_and_not_written_would_be_lost() {
    let device = Device::new();
    let tab = device.open(0);
    tab.add(&branch_and_period());
    assert!(!tab.would_lose());
    tab.note(PERIOD, "ORG-01", "会议");
    assert!(tab.would_lose());
    assert_eq!(tab.state(), SaveState::Saving);
    // A tap elsewhere is written at once, and says nothing of what is typed.
    tab.members(BRANCH, 30);
    assert!(tab.would_lose());
    tab.flush();
    assert!(!tab.would_lose());
    assert_eq!(tab.state(), SaveState::Saved);
    tab.note(PERIOD, "ORG-01", "会议记录");
    tab.delete_branch();
    assert!(!tab.would_lose());
}

#[test]
fn a_journal_that_is_refused_for_ever_is_not_waited_for() {
    let denied = || Temper::Refuses(JournalError::Denied);
    let device = Device::new();
    device.journal.be(denied());
    let tab = device.open(0);
    tab.add(&branch_and_period());
    assert_eq!(tab.state(), slot_only(JournalError::Denied));
    assert_eq!(device.journal.asked(), 1, "it is not asked again");
    device.store.limit(Some(device.used()));
    tab.answer(PERIOD, "ORG-01", Verdict::Met);
    assert_eq!(tab.state(), not_saved(WriteError::QuotaExceeded));
    assert!(tab.would_lose());

    // It may refuse after something was entered already.
    let device = Device::new();
    device.journal.be(Temper::Late);
    let tab = device.open(0);
    tab.add(&branch_and_period());
    assert_eq!(tab.state(), SaveState::Saving);
    let refused = JournalError::Unavailable;
    tab.with_saver(|saver| saver.without_journal(refused.clone()));
    assert_eq!(tab.state(), slot_only(refused));
}

#[test]
fn what_a_full_store_refused_is_in_the_journal_once_that_answers() {
    let device = Device::new();
    device.open(0).add(&branch_and_period());
    device.kill(0);
    device.clock.advance(1_000);
    device.journal.be(Temper::Late);
    let tab = device.open(0);
    device.store.limit(Some(device.used()));
    tab.add(&[period(NEXT_PERIOD, "2026Q4")]);
    device.journal.answer_all();
    let why = WriteError::QuotaExceeded;
    assert_eq!(tab.state(), journal_only(why));
    device.kill(0);
    device.journal.be(Temper::AtOnce);
    let again = device.open(0).workspace();
    assert!(again.assessments.contains_key(&NEXT_PERIOD));
}

#[test]
fn what_was_entered_before_the_journal_answered_is_in_it_afterwards() {
    #[track_caller]
    fn check(full: bool) {
        let device = Device::new();
        device.open(0).add(&branch_and_period());
        device.kill(0);
        device.clock.advance(1_000);
        device.journal.be(Temper::Late);
        let tab = device.open(0);
        if full {
            device.store.limit(Some(device.used()));
        }
        tab.answer(PERIOD, "ORG-01", Verdict::Met);
        assert_eq!(tab.state(), SaveState::Saving);
        assert_eq!(tab.would_lose(), full);
        device.clock.advance(JOURNAL_PATIENCE_MS);
        device.journal.answer_all();
        let why = WriteError::QuotaExceeded;
        let expected = if full {
            journal_only(why)
        } else {
            SaveState::Saved
        };
        assert_eq!(tab.state(), expected);
        let record = device.journal.record(&period_key().to_string()).unwrap();
        assert!(record.body.contains("ORG-01"));
    }
    check(false);
    check(true);
}

/// A store that notes whether the journal had been asked when it was written.
struct Watchful {
    store: MemoryStore,
    journal: std::rc::Rc<JournalDouble>,
    asked_at_write: std::cell::RefCell<Vec<usize>>,
}

impl KeyValueStore for Watchful {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.store.get(key)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.asked_at_write.borrow_mut().push(self.journal.asked());
        self.store.set(key, value)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.store.remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.store.keys()
    }
}

#[test]
fn slot_and_journal_start_in_the_task_of_the_edit_the_slot_first() {
    let device = Device::new();
    let store = std::rc::Rc::new(Watchful {
        store: MemoryStore::default(),
        journal: device.journal.clone(),
        asked_at_write: Default::default(),
    });
    let (journal, clock) = (device.journal.clone(), device.clock.clone());
    let tab = Tab::start(store.clone(), journal, clock, device.ids.clone());
    tab.add(&branch_and_period());
    for temper in [Temper::AtOnce, Temper::Late, Temper::Never] {
        device.journal.be(temper);
        store.asked_at_write.borrow_mut().clear();
        let before = device.journal.asked();
        tab.answer(PERIOD, &format!("ITEM-{before}"), Verdict::Met);
        assert_eq!(*store.asked_at_write.borrow(), [before]);
        assert_eq!(device.journal.asked(), before + 1);
    }
}

#[test]
fn a_version_that_only_the_journal_has_is_merged_and_written_over_by_both_together() {
    #[track_caller]
    fn check(generations_ahead: u64) {
        let device = Device::new();
        let tab = device.open(0);
        tab.add(&branch_and_period());
        let elsewhere = Device::new();
        let other = elsewhere.open(0);
        other.add(&branch_and_period());
        other.answer(PERIOD, "ORG-02", Verdict::Unmet);
        let key = period_key().to_string();
        let record = elsewhere.journal.record(&key).unwrap();
        let known = device.journal.record(&key).unwrap().generation;
        let generation = known + generations_ahead;
        let record = JournalRecord {
            generation,
            ..record
        };
        device.journal.force(record.sealed());
        tab.answer(PERIOD, "ORG-01", Verdict::Met);
        assert_eq!(tab.state(), SaveState::Saved);
        device.kill(0);
        let again = device.open(0);
        for tab in [&tab, &again] {
            assert_eq!(tab.verdict(PERIOD, "ORG-01"), Some(Verdict::Met));
            assert_eq!(tab.verdict(PERIOD, "ORG-02"), Some(Verdict::Unmet));
        }
        let record = device.journal.record(&key).unwrap();
        assert!(record.generation > known + generations_ahead);
        assert!(record.body.contains("ORG-01") && record.body.contains("ORG-02"));
    }
    // The race of two tabs is of equal generations; after a loss of slots it is further ahead.
    check(1);
    check(2);
    check(7);
}

#[test]
fn what_a_newer_build_has_written_meanwhile_is_never_written_over() {
    let newer = SCHEMA_VERSION + 1;
    // In the slots.
    let device = Device::new();
    let tab = device.open(0);
    tab.add(&branch_and_period());
    let key = period_key().to_string();
    let body = r#"{"what":"only a newer build knows"}"#;
    for name in SlotName::BOTH {
        let slot = Slot::new(40, newer, body).encode();
        device.store.set(&slot_key(&key, name), &slot).unwrap();
    }
    let before = device.store.entries();
    tab.heard_of_other_tab(&key);
    assert!(tab.is_read_only(&period_key()));
    tab.answer(PERIOD, "ORG-01", Verdict::Met);
    tab.delete_assessment(PERIOD);
    assert_eq!(device.store.entries(), before);

    // In the journal alone, while something waits to be written.
    let device = Device::new();
    let tab = device.open(0);
    tab.add(&branch_and_period());
    let record = JournalRecord::of_document(&key, 40, newer, body);
    device.journal.force(record.clone());
    tab.answer(PERIOD, "ORG-01", Verdict::Met);
    tab.note(PERIOD, "ORG-02", "还没写完");
    tab.flush();
    assert_eq!(device.journal.record(&key), Some(record));
    assert!(tab.is_read_only(&period_key()));
    assert_eq!(tab.verdict(PERIOD, "ORG-01"), Some(Verdict::Met));
}

#[test]
fn a_slot_that_cannot_be_read_is_no_deletion() {
    #[track_caller]
    fn check(text: &str, can_be_written: bool) {
        let device = Device::new();
        let tab = device.open(0);
        tab.add(&branch_and_period());
        let key = period_key().to_string();
        for name in SlotName::BOTH {
            device.store.set(&slot_key(&key, name), text).unwrap();
        }
        tab.heard_of_other_tab(&key);
        assert!(tab.workspace().assessments.contains_key(&PERIOD), "{text}");
        tab.answer(PERIOD, "ORG-01", Verdict::Met);
        assert_eq!(tab.state() == SaveState::Saved, can_be_written, "{text}");
        let kept = device
            .store
            .entries()
            .values()
            .filter(|value| *value == text)
            .count();
        assert_eq!(kept, 2, "{text}");
    }
    check("wuxing-slot 3 whatever comes then\n", false);
    check("nothing of ours", true);
}

#[test]
fn a_key_that_this_build_does_not_know_is_left_alone() {
    let device = Device::new();
    let tab = device.open(0);
    tab.add(&branch_and_period());
    let before = (tab.workspace(), device.store.entries());
    tab.heard_of_other_tab("duty/1");
    assert_eq!((tab.workspace(), device.store.entries()), before);
}

/// What is tapped is shown before it is written. Until then nobody says that it is saved; a page
/// that is left meanwhile has it all the same, and one that is killed has what it had before,
/// whole.
#[test]
fn a_tap_is_not_called_saved_before_it_is_written() {
    fn check(end: impl FnOnce(&Device, &Tab), expected: Option<Verdict>) {
        let device = Device::new();
        let tab = device.open(0);
        tab.add(&branch_and_period());
        tab.paints.set(false);
        tab.answer(PERIOD, "ORG-01", Verdict::Met);
        assert_eq!(tab.verdict(PERIOD, "ORG-01"), Some(Verdict::Met));
        assert_eq!(tab.state(), SaveState::Saving);
        assert!(tab.would_lose());
        end(&device, &tab);
        drop(tab);
        let found = device.open(0).workspace();
        let answer = found.assessments[&PERIOD].value(&"ORG-01".into()).cloned();
        assert_eq!(answer, expected.map(AnswerValue::Verdict));
    }

    check(|device, _| device.kill(0), None);
    check(
        |device, tab| {
            tab.flush();
            device.kill(0);
        },
        Some(Verdict::Met),
    );
    check(
        |device, tab| {
            tab.paints.set(true);
            tab.paint();
            assert_eq!(tab.state(), SaveState::Saved);
            device.kill(0);
        },
        Some(Verdict::Met),
    );
}
