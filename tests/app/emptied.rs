//! Something that is not this app empties the store under a running tab: what was open stays.

use crate::device::Device;
use crate::journal_double::Temper;
use crate::samples::{PERIOD, branch_and_period};
use crate::tab::Tab;
use wuxing::app::told::Told;
use wuxing::assessment::Verdict::Met;
use wuxing::storage::keys::parse_slot_key;
use wuxing::storage::{JournalError, KeyValueStore, SaveState};

/// How the store is emptied.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Emptying {
    /// Another page calls `clear`, or the browser clears the site: one event without a key.
    AtOnce,
    /// Another page takes away one key after another.
    OneByOne,
}

fn empty(device: &Device, how: Emptying, tabs: &[&Tab]) {
    let keys: Vec<String> = device.store.entries().keys().cloned().collect();
    for key in &keys {
        device.store.remove(key).unwrap();
    }
    for tab in tabs {
        match how {
            Emptying::AtOnce => tab.heard_of_emptying(),
            Emptying::OneByOne => {
                let documents = keys.iter().filter_map(|key| parse_slot_key(key));
                documents.for_each(|(document, _)| tab.heard_of_other_tab(document));
            }
        }
    }
}

/// The open tab took its own memory away, and showed the first start under «saved».
#[test]
fn a_store_that_something_else_empties_is_written_again() {
    #[track_caller]
    fn check(how: Emptying, clears_journal: bool, temper: Temper, typing: bool) {
        let device = Device::new();
        let tab = device.open(0);
        tab.add(&branch_and_period());
        tab.answer(PERIOD, "ORG-01", Met);
        if typing {
            tab.note(PERIOD, "ORG-02", "还没写完");
        }
        let before = tab.workspace();
        if clears_journal {
            device.journal.forget_everything();
        }
        device.journal.be(temper.clone());
        let context = format!("{how:?} {clears_journal} {temper:?} {typing}");
        empty(&device, how, &[&tab]);
        assert_eq!(tab.workspace(), before, "{context}");
        device.journal.answer_all();
        tab.flush();
        device.journal.answer_all();
        assert_eq!(tab.workspace(), before, "{context}");
        assert_eq!(tab.take_told(), [Told::StoreEmptied], "{context}");
        device.kill(0);
        device.journal.be(Temper::AtOnce);
        assert_eq!(device.open(1).workspace(), before, "{context}");
    }
    for how in [Emptying::AtOnce, Emptying::OneByOne] {
        for clears_journal in [false, true] {
            for typing in [false, true] {
                check(how, clears_journal, Temper::AtOnce, typing);
                check(how, clears_journal, Temper::Late, typing);
            }
        }
        check(how, true, Temper::Refuses(JournalError::Denied), false);
    }
}

#[test]
fn a_journal_that_never_answered_is_not_waited_for() {
    for how in [Emptying::AtOnce, Emptying::OneByOne] {
        let device = Device::new();
        device.journal.be(Temper::Never);
        let tab = device.open(0);
        tab.add(&branch_and_period());
        let before = tab.workspace();
        empty(&device, how, &[&tab]);
        assert_eq!(tab.workspace(), before, "{how:?}");
        device.kill(0);
        assert_eq!(device.open(0).workspace(), before, "{how:?}");
    }
}

#[test]
fn what_the_journal_knows_as_deleted_goes_all_the_same() {
    for how in [Emptying::AtOnce, Emptying::OneByOne] {
        let device = Device::new();
        let (first, second) = (device.open(0), device.open(1));
        first.add(&branch_and_period());
        device.settle(&[&first, &second]);
        // The second tab hears of the deletion only by what is gone.
        first.delete_branch();
        empty(&device, how, &[&second]);
        assert!(second.workspace().is_empty(), "{how:?}");
        assert_eq!(second.take_told(), []);
    }
}

#[test]
fn a_deletion_of_everything_reaches_the_other_tab_without_a_journal_too() {
    for temper in [
        Temper::Refuses(JournalError::Denied),
        Temper::Never,
        Temper::AtOnce,
    ] {
        let device = Device::new();
        device.journal.be(temper);
        let (first, second) = (device.open(0), device.open(1));
        first.add(&branch_and_period());
        device.settle(&[&first, &second]);
        assert!(first.delete_everything(&[]));
        device.settle(&[&first, &second]);
        assert!(second.workspace().is_empty());
        assert!(device.store.entries().is_empty());
    }
}

#[test]
fn an_untouched_tab_writes_nothing_when_the_store_is_emptied() {
    let device = Device::new();
    let tab = device.open(0);
    empty(&device, Emptying::AtOnce, &[&tab]);
    assert!(device.store.entries().is_empty());
    assert_eq!(tab.state(), SaveState::Idle);
    assert_eq!(tab.take_told(), []);
}
