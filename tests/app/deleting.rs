//! A deletion in one tab, and an edit in the other: the edit stays.

use crate::device::Device;
use crate::journal_double::Temper;
use crate::ledger_tab::{entry_of, line, meeting};
use crate::samples::{BRANCH, NEXT_PERIOD, PERIOD, branch_and_period, period, period_key};
use crate::tab::Tab;
use proptest::prelude::*;
use wuxing::app::watched::Watched;
use wuxing::assessment::Verdict;
use wuxing::exchange::SCHEMA_VERSION;
use wuxing::storage::{JournalError, JournalRecord, SaveState, StoreError, WriteError};

/// Two tabs with a branch and a period, which have heard of each other.
fn two_tabs() -> (Device, Tab, Tab) {
    let device = Device::new();
    let first = device.open(0);
    first.add(&branch_and_period());
    let second = device.open(1);
    device.settle(&[&first, &second]);
    device.clock.advance(10);
    (device, first, second)
}

#[test]
fn an_edit_outlives_a_deletion_that_did_not_know_of_it() {
    #[track_caller]
    fn check(edit: impl Fn(&Tab), hears_between: bool, there: bool) {
        for tempers in [
            [Temper::AtOnce, Temper::AtOnce],
            [Temper::Late, Temper::Late],
        ] {
            for edit_first in [true, false] {
                let (device, first, second) = two_tabs();
                let [early, late] = tempers.clone();
                device.journal.be(early);
                if edit_first {
                    edit(&second);
                }
                if hears_between {
                    while device.tell_one(0, &first) {}
                }
                first.delete_branch();
                device.journal.be(late);
                if !edit_first {
                    edit(&second);
                }
                // The other tab hears of it while something may still be typed there.
                while device.tell_one(1, &second) {}
                device.settle(&[&first, &second]);
                device.kill(0);
                for tab in [&first, &second, &device.open(2)] {
                    let workspace = tab.workspace();
                    let is_there = workspace.assessments.contains_key(&PERIOD);
                    let expected = there || !edit_first;
                    assert_eq!(is_there, expected, "edit first: {edit_first}");
                    // A period is never left without its organisation.
                    let has_owner = workspace.organizations.contains_key(&BRANCH);
                    assert_eq!(has_owner, expected, "edit first: {edit_first}");
                }
            }
        }
    }
    let answer = |tab: &Tab| tab.answer(PERIOD, "ORG-01", Verdict::Met);
    let note = |tab: &Tab| tab.note(PERIOD, "ORG-01", "见会议记录");
    check(answer, false, true);
    // What is typed and not written yet is an edit, too.
    check(note, false, true);
    check(note, true, true);
    // A deletion that knew of the edit stands.
    check(answer, true, false);
}

#[test]
fn an_edit_of_a_tab_that_was_closed_since_outlives_the_deletion_too() {
    let (device, first, second) = two_tabs();
    second.answer(PERIOD, "ORG-01", Verdict::Met);
    drop(second);
    first.delete_branch();
    // It is there again at once, and not only when the storage event comes.
    assert_eq!(first.verdict(PERIOD, "ORG-01"), Some(Verdict::Met));
    device.settle(&[&first]);
    device.kill(0);
    for tab in [&first, &device.open(0)] {
        assert!(tab.workspace().organizations.contains_key(&BRANCH));
        assert_eq!(tab.verdict(PERIOD, "ORG-01"), Some(Verdict::Met));
    }
}

#[test]
fn a_new_period_in_the_other_tab_keeps_its_organisation() {
    let (device, first, second) = two_tabs();
    second.add(&[period(NEXT_PERIOD, "2026Q4")]);
    first.delete_branch();
    device.settle(&[&first, &second]);
    for tab in [&first, &second] {
        let workspace = tab.workspace();
        assert!(workspace.organizations.contains_key(&BRANCH));
        assert!(workspace.assessments.contains_key(&NEXT_PERIOD));
        assert!(!workspace.assessments.contains_key(&PERIOD));
    }
}

#[test]
fn a_deletion_without_any_edit_reaches_the_other_tab_and_stays() {
    let (device, first, second) = two_tabs();
    first.delete_branch();
    device.settle(&[&first, &second]);
    assert!(second.workspace().is_empty());
    device.kill(0);
    assert!(device.open(0).workspace().is_empty());
}

#[test]
fn a_deletion_that_was_taken_back_is_taken_back_in_the_other_tab() {
    let (device, first, second) = two_tabs();
    first.answer(PERIOD, "ORG-01", Verdict::Met);
    first.delete_branch();
    device.settle(&[&first, &second]);
    assert!(first.undo());
    device.settle(&[&first, &second]);
    assert_eq!(second.workspace(), first.workspace());
    assert_eq!(second.verdict(PERIOD, "ORG-01"), Some(Verdict::Met));
}

#[test]
fn everything_is_deleted_in_both_tabs_and_can_be_taken_back() {
    for (typed, expected) in [(false, true), (true, false)] {
        let (device, first, second) = two_tabs();
        if typed {
            second.note(PERIOD, "ORG-01", "还没写完");
        }
        let before = first.workspace();
        assert!(first.delete_everything(&device.journal.records()));
        device.settle(&[&first, &second]);
        assert_eq!(second.workspace().is_empty(), expected, "typed: {typed}");
        if !typed {
            assert!(device.store.entries().is_empty());
            assert!(device.journal.records().iter().all(|record| record.deleted));
            device.clock.advance(1);
            assert!(first.undo());
            device.settle(&[&first, &second]);
            assert_eq!(first.workspace(), before);
            assert_eq!(second.workspace(), before);
            device.kill(0);
            assert_eq!(device.open(0).workspace(), before);
        }
    }
}

#[test]
fn a_deletion_of_everything_that_the_store_refuses_is_not_claimed() {
    let (device, first, _) = two_tabs();
    let before = first.workspace();
    device.store.deny(true);
    assert!(!first.delete_everything(&device.journal.records()));
    let why = WriteError::Denied;
    assert_eq!(first.save_state.copied(), SaveState::NotSaved { why });
    assert_eq!(first.workspace(), before);
    // What the journal alone could give back is gone from it all the same.
    assert!(device.journal.records().iter().all(|record| record.deleted));
}

#[test]
fn a_deletion_that_the_slots_refuse_is_recorded_in_the_journal() {
    let (device, first, _) = two_tabs();
    device.store.deny(true);
    first.delete_assessment(PERIOD);
    let why = WriteError::from(StoreError::Denied);
    assert_eq!(first.state(), SaveState::SavedInJournalOnly { why });
    device.store.deny(false);
    device.kill(0);
    let workspace = device.open(0).workspace();
    assert!(!workspace.assessments.contains_key(&PERIOD));
    assert!(workspace.organizations.contains_key(&BRANCH));
}

#[test]
fn a_deletion_makes_room_for_what_was_refused() {
    let (device, first, _) = two_tabs();
    first.add(&[period(NEXT_PERIOD, "2026Q4")]);
    for number in 0..40 {
        first.answer(PERIOD, &format!("ITEM-{number}"), Verdict::Met);
    }
    device.store.limit(Some(device.used() + 10));
    first.note(NEXT_PERIOD, "ORG-01", &"长".repeat(300));
    first.flush();
    let why = WriteError::QuotaExceeded;
    assert_eq!(first.state(), SaveState::SavedInJournalOnly { why });
    first.delete_assessment(PERIOD);
    assert_eq!(first.state(), SaveState::Saved);
}

#[test]
fn a_lost_write_does_not_bring_a_deleted_document_back_over_what_is_typed() {
    for typed in [false, true] {
        let (device, first, _) = two_tabs();
        let before = device.store.changes();
        first.delete_assessment(PERIOD);
        // The browser was killed before the removal of the slots reached the disk.
        let lost = device.store.changes() - before;
        device.kill(lost);
        device.clock.advance(1_000);
        device.journal.be(Temper::Late);
        let again = device.open(0);
        assert!(again.workspace().assessments.contains_key(&PERIOD));
        if typed {
            again.note(PERIOD, "ORG-01", "刚写的");
        }
        device.settle(&[&again]);
        let there = again.workspace().assessments.contains_key(&PERIOD);
        assert_eq!(there, typed);
    }
}

#[test]
fn what_a_newer_build_recorded_as_deleted_does_not_keep_us_writing_for_ever() {
    let (device, first, _) = two_tabs();
    let key = period_key().to_string();
    device
        .journal
        .force(JournalRecord::of_deletion(&key, 50, SCHEMA_VERSION + 1));
    first.answer(PERIOD, "ORG-01", Verdict::Met);
    device.settle(&[&first]);
    assert!(matches!(first.state(), SaveState::SavedInSlotOnly { .. }));
    device.kill(0);
    device.journal.be(Temper::Refuses(JournalError::Denied));
    assert_eq!(device.open(0).verdict(PERIOD, "ORG-01"), Some(Verdict::Met));
    device.kill(0);
    device.journal.be(Temper::AtOnce);
    assert_eq!(device.open(0).verdict(PERIOD, "ORG-01"), Some(Verdict::Met));
}

#[derive(Clone, Debug)]
enum Step {
    Answer { tab: usize, item: usize },
    Type { tab: usize, item: usize },
    Name { tab: usize },
    AddPeriod { tab: usize },
    Begin { tab: usize },
    Write { tab: usize, entry: usize },
    TakeOut { tab: usize, entry: usize },
    DeletePeriod { tab: usize },
    DeleteBranch { tab: usize },
    ReadIn { tab: usize },
    Undo { tab: usize },
    Pause { tab: usize },
    Hear { tab: usize },
    JournalIs(Temper),
    JournalAnswersOne,
    TimePasses { milliseconds: i64 },
}

fn step() -> impl Strategy<Value = Step> {
    let tab = 0..2usize;
    prop_oneof![
        4 => (tab.clone(), 0..2usize).prop_map(|(tab, item)| Step::Answer { tab, item }),
        3 => (tab.clone(), 0..2usize).prop_map(|(tab, item)| Step::Type { tab, item }),
        1 => tab.clone().prop_map(|tab| Step::Name { tab }),
        1 => tab.clone().prop_map(|tab| Step::AddPeriod { tab }),
        3 => tab.clone().prop_map(|tab| Step::Begin { tab }),
        2 => (tab.clone(), 0..4usize).prop_map(|(tab, entry)| Step::Write { tab, entry }),
        1 => (tab.clone(), 0..4usize).prop_map(|(tab, entry)| Step::TakeOut { tab, entry }),
        1 => tab.clone().prop_map(|tab| Step::DeletePeriod { tab }),
        1 => tab.clone().prop_map(|tab| Step::DeleteBranch { tab }),
        1 => tab.clone().prop_map(|tab| Step::ReadIn { tab }),
        3 => tab.clone().prop_map(|tab| Step::Undo { tab }),
        2 => tab.clone().prop_map(|tab| Step::Pause { tab }),
        5 => tab.prop_map(|tab| Step::Hear { tab }),
        1 => Just(Step::JournalIs(Temper::AtOnce)),
        1 => Just(Step::JournalIs(Temper::Late)),
        2 => Just(Step::JournalAnswersOne),
        2 => (-50..200i64).prop_map(|milliseconds| Step::TimePasses { milliseconds }),
    ]
}

fn live(steps: &[Step]) {
    let (device, first, second) = two_tabs();
    let tabs = [first, second];
    // Where its organisation is not to be seen, nobody can open a period.
    let can_open = |tab: &Tab| tab.workspace().organizations.contains_key(&BRANCH);
    for (number, step) in steps.iter().enumerate() {
        match step {
            Step::Answer { tab, .. }
            | Step::Type { tab, .. }
            | Step::AddPeriod { tab }
            | Step::Begin { tab }
            | Step::Write { tab, .. }
            | Step::TakeOut { tab, .. }
                if !can_open(&tabs[*tab]) => {}
            Step::Begin { tab } => {
                // Long enough for a page to take a few of them alone.
                let entry = 1_000 + number as u128;
                tabs[*tab].begin(entry, meeting());
                tabs[*tab].change(entry, line(&"长".repeat(400)));
            }
            Step::Write { tab, entry } | Step::TakeOut { tab, entry } => {
                let tab = &tabs[*tab];
                let Some(entry) = entry_of(tab, *entry) else {
                    continue;
                };
                match step {
                    Step::Write { .. } => tab.type_into(entry, line(&format!("line {number}"))),
                    _ => tab.take_out(entry),
                }
            }
            Step::Answer { tab, item } => {
                tabs[*tab].answer(PERIOD, &format!("ITEM-{item}"), Verdict::Met);
            }
            Step::Type { tab, item } => {
                tabs[*tab].note(PERIOD, &format!("ITEM-{item}"), &format!("note {number}"));
            }
            Step::Name { tab } => tabs[*tab].name(BRANCH, &format!("name {number}")),
            Step::AddPeriod { tab } => tabs[*tab].add(&[period(NEXT_PERIOD, "2026Q4")]),
            Step::DeletePeriod { tab } => tabs[*tab].delete_assessment(PERIOD),
            Step::DeleteBranch { tab } => tabs[*tab].delete_branch(),
            Step::ReadIn { tab } => tabs[*tab].add(&branch_and_period()),
            Step::Undo { tab } => drop(tabs[*tab].undo()),
            Step::Pause { tab } => tabs[*tab].flush(),
            Step::Hear { tab } => drop(device.tell_one(*tab, &tabs[*tab])),
            Step::JournalIs(temper) => device.journal.be(temper.clone()),
            Step::JournalAnswersOne => drop(device.journal.answer_one()),
            Step::TimePasses { milliseconds } => device.clock.advance(*milliseconds),
        }
    }
    device.journal.be(Temper::AtOnce);
    device.settle(&[&tabs[0], &tabs[1]]);
    let workspace = tabs[0].workspace();
    assert_eq!(workspace, tabs[1].workspace());
    // Nobody could see a period without its organisation.
    let has_owner = !workspace.organizations.is_empty();
    assert!(has_owner || workspace.assessments.is_empty());
    assert!(has_owner || workspace.ledgers.is_empty());
    device.kill(0);
    assert_eq!(device.open(2).workspace(), tabs[0].workspace());
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 400,
        failure_persistence: None,
        ..Default::default()
    })]

    #[test]
    fn whatever_two_tabs_delete_and_take_back_they_come_to_the_same(
        steps in prop::collection::vec(step(), 1..40),
    ) {
        live(&steps);
    }
}
