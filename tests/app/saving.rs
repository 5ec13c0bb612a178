//! What the person is told of her last edit, and whether it is true.

use crate::device::Device;
use crate::journal_double::Temper;
use crate::samples::{BRANCH, NEXT_PERIOD, PERIOD, branch_and_period, period, period_key};
use wuxing::app::session::Alarm;
use wuxing::assessment::Verdict;
use wuxing::storage::progress::JOURNAL_PATIENCE_MS;
use wuxing::storage::{JournalError, SaveState, WriteError};

pub fn slot_only(why: JournalError) -> SaveState {
    SaveState::SavedInSlotOnly { why }
}

pub fn journal_only(why: WriteError) -> SaveState {
    SaveState::SavedInJournalOnly { why }
}

pub fn not_saved(why: WriteError) -> SaveState {
    SaveState::NotSaved { why }
}

/// What an answer comes to at once, and when the journal's time is up.
pub struct Told {
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

/// Each answer of the journal set an alarm to say again what may be promised, and each alarm that
/// rang set another: after an import of four thousand documents on a slow device, four fifths of
/// its time went into alarms that had nothing to say.
#[test]
fn regression_one_alarm_is_enough_for_many_edits() {
    let device = Device::new();
    let tab = device.open(0);
    tab.add(&branch_and_period());
    device.journal.be(Temper::Never);
    for verdict in [Verdict::Met, Verdict::Unmet].into_iter().cycle().take(40) {
        device.clock.advance(10);
        tab.answer(PERIOD, "ORG-01", verdict);
        assert_eq!(tab.host.waiting(Alarm::TellState), 1);
    }
    let patience = tab.host.rings_in(Alarm::TellState);
    device.clock.advance(patience.expect("there is an alarm"));
    // The time of the first edits is up, and that of the last one is not.
    assert_eq!(tab.state(), SaveState::Saving);
    assert_eq!(tab.host.waiting(Alarm::TellState), 1);
    device.clock.advance(JOURNAL_PATIENCE_MS);
    assert_eq!(tab.state(), slot_only(JournalError::TimedOut));
    assert_eq!(tab.host.waiting(Alarm::TellState), 0);
}

/// An alarm that was set while the clock stood an hour back seemed to ring in time for all that was
/// written after the clock was right again, and rang an hour later.
#[test]
fn regression_a_clock_that_is_set_leaves_no_edit_untold() {
    const HOUR: i64 = 3_600_000;
    let device = Device::new();
    let tab = device.open(0);
    tab.add(&branch_and_period());
    device.journal.be(Temper::Never);
    tab.answer(PERIOD, "ORG-01", Verdict::Met);
    device.clock.advance(-HOUR);
    tab.host.ring_at_any_time(Alarm::TellState);
    device.clock.advance(HOUR + 2 * JOURNAL_PATIENCE_MS);
    tab.answer(PERIOD, "ORG-01", Verdict::Unmet);
    // Whatever was set while the clock was wrong rings by a clock that is no more.
    tab.host.ring_at_any_time(Alarm::WriteShown);
    assert!(tab.host.rings_within(Alarm::TellState, JOURNAL_PATIENCE_MS));
    device.clock.advance(JOURNAL_PATIENCE_MS);
    assert_eq!(tab.state(), slot_only(JournalError::TimedOut));
}
