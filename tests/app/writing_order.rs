//! In which order slot and journal are written, and what is left alone: what another build wrote,
//! what cannot be read, and what is not known.

use crate::device::Device;
use crate::journal_double::{JournalDouble, Temper};
use crate::samples::{PERIOD, branch_and_period, period_key};
use crate::tab::Tab;
use wuxing::assessment::{AnswerValue, Verdict};
use wuxing::exchange::SCHEMA_VERSION;
use wuxing::storage::keys::{SlotName, slot_key};
use wuxing::storage::memory::MemoryStore;
use wuxing::storage::{JournalRecord, KeyValueStore, SaveState, Slot, StoreError};

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
