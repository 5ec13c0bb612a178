//! The day from which a duty counts (起算日): nothing that was due before it is overdue.

use crate::cases::{any_duty, day, entries, gathered};
use crate::words::state_words;
use crate::world::{checklist, date, duty, known, ledger};
use proptest::prelude::*;
use serde_json::json;
use wuxing::assessment::LocalSettings;
use wuxing::duty::{
    Circumstances, DutyStanding, RecordingSince, agenda, duty_states, fell_due, findings,
    spared_before,
};
use wuxing::ledger::Ledger;
use wuxing::period::{CivilDate, JudgingDay};
use wuxing::standard::{Duty, Facts, OrganizationType, StandardPack, built_in};

/// A duty of each quarter that counts from a day, done by meetings.
fn quarterly(since: &str) -> Duty {
    let parts = json!({ "frequency": "quarter", "done_by": { "records": ["meeting"] } });
    Duty {
        counts_from: (!since.is_empty()).then(|| date(since)),
        ..duty(parts)
    }
}

/// How a duty stands in each quarter of 2026.
fn quarters(duty: &Duty, known: &Circumstances<'_>) -> Vec<String> {
    let states = duty_states(duty, 2026, known);
    states.iter().map(state_words).collect()
}

fn by_quarter(how: [&str; 4]) -> Vec<String> {
    let spans = ["2026Q1", "2026Q2", "2026Q3", "2026Q4"].into_iter();
    let both = spans.zip(how);
    both.map(|(span, how)| format!("{span}: {how}")).collect()
}

/// A later version of a pack brings a duty: whoever has recorded all year owes nothing of before,
/// and whoever began to record after that owes nothing of before that. A day of the user's own goes
/// before that of the pack.
#[test]
fn what_was_due_before_its_pack_asked_for_it_is_not_late() {
    fn check(asked_since: &str, recording_since: &str, own: &str, expected: [&str; 4]) {
        let (facts, ledger) = (Facts::default(), ledger(""));
        let begun = RecordingSince(date(recording_since));
        let known = known(&facts, None, &ledger, begun, date("2026-11-28"));
        let duty = Duty {
            asked_since: Some(date(asked_since)),
            ..quarterly(own)
        };
        let found = quarters(&duty, &known);
        assert_eq!(
            found,
            by_quarter(expected),
            "{asked_since} {recording_since} {own}"
        );
    }

    let of_july = ["earlier", "earlier", "late", "due"];
    check("2026-07-01", "2026-01-01", "", of_july);
    let of_october = ["earlier", "earlier", "earlier", "due"];
    check("2026-07-01", "2026-10-01", "", of_october);
    check("2026-11-01", "2026-01-01", "", of_october);
    check("2026-11-01", "2026-01-01", "2026-07-01", of_july);
}

#[test]
fn what_was_due_before_the_day_is_not_late() {
    fn check(since: &str, entries: &str, today: &str, expected: [&str; 4]) {
        let (facts, ledger) = (Facts::default(), ledger(entries));
        let begun = RecordingSince(date("2026-02-01"));
        let known = known(&facts, None, &ledger, begun, date(today));
        let found = quarters(&quarterly(since), &known);
        assert_eq!(found, by_quarter(expected), "{since} {entries} {today}");
    }

    let late = ["late", "late", "late", "due"];
    check("", "", "2026-11-28", late);
    let earlier = ["earlier", "earlier", "earlier", "due"];
    check("2026-11-28", "", "2026-11-28", earlier);
    check("2026-07-01", "", "2026-11-28", {
        ["earlier", "earlier", "late", "due"]
    });
    // What ends on the day itself counts.
    check("2026-09-30", "", "2026-11-28", {
        ["earlier", "earlier", "late", "due"]
    });
    // From the day on it is late like any other.
    check("2026-11-28", "", "2027-01-01", {
        ["earlier", "earlier", "earlier", "late"]
    });
    // What was done all the same is done.
    check("2026-11-28", "meeting 2026-05-04", "2026-11-28", {
        ["earlier", "done 2026-05-04", "earlier", "due"]
    });
    // A day that the user puts stands even before the ledger was begun.
    check("2026-01-01", "", "2026-11-28", late);
    check("2027-01-01", "", "2026-11-28", earlier);
}

#[test]
fn what_was_due_before_it_was_switched_off_for_a_time_is_late() {
    // A tick that was taken away over the end of a quarter and put back made all that had been late
    // before go away, in periods that had ended as well.
    fn check(until: &str, expected: [&str; 4]) {
        let (facts, ledger) = (Facts::default(), ledger(""));
        let begun = RecordingSince(date("2026-02-01"));
        let known = known(&facts, None, &ledger, begun, date("2026-11-28"));
        let duty = Duty {
            counted_until: Some(date(until)),
            ..quarterly("2026-10-05")
        };
        let states = duty_states(&duty, 2026, &known);
        let found = states.iter().map(state_words).collect::<Vec<_>>();
        let found: Vec<&str> = found.iter().filter_map(|one| one.get(8..)).collect();
        assert_eq!(found, expected, "{until}");
    }

    check("2026-07-15", ["late", "late", "earlier", "due"]);
    // What ended on the day itself was off.
    check("2026-06-30", ["late", "earlier", "earlier", "due"]);
    check("2026-01-15", ["earlier", "earlier", "earlier", "due"]);
}

#[test]
fn the_page_says_why_where_something_is_spared() {
    fn check(since: &str, entries: &str, today: &str, expected: bool) {
        let (facts, ledger) = (Facts::default(), ledger(entries));
        let begun = RecordingSince(date("2026-02-01"));
        let known = known(&facts, None, &ledger, begun, date(today));
        let found = spared_before(&quarterly(since), &known);
        let expected = expected.then(|| date(since));
        assert_eq!(found, expected, "{since} {entries} {today}");
    }

    check("", "", "2026-11-28", false);
    check("2026-11-28", "", "2026-11-28", true);
    check("2026-03-31", "", "2026-11-28", false);
    check("2026-04-01", "", "2026-11-28", true);
    let all = "meeting 2026-03-04; meeting 2026-05-04; meeting 2026-08-04";
    check("2026-11-28", all, "2026-11-28", false);
    // In the next year nobody asks.
    check("2026-11-28", "", "2027-01-02", false);
}

#[test]
fn what_falls_due_in_between() {
    fn check(first: &str, today: &str, expected: bool) {
        let found = fell_due(&quarterly(""), date(first), date(today));
        assert_eq!(found, expected, "{first} {today}");
    }

    check("2026-11-28", "2026-11-28", false);
    check("2026-11-28", "2026-12-31", false);
    check("2026-11-28", "2027-01-01", true);
    check("2026-09-30", "2026-10-01", true);
    check("2026-11-28", "2026-03-01", false);
}

#[test]
fn regression_a_duty_that_is_switched_on_in_november_has_no_ten_months_overdue() {
    // All that had been due since the ledger was begun was overdue on the day of the tick.
    let pack = built_in(OrganizationType::Village).unwrap();
    let (facts, nothing) = (Facts::default(), Ledger::default());
    let today = date("2026-11-28");
    let begun = RecordingSince(date("2026-01-05"));
    let known = known(&facts, None, &nothing, begun, today);
    let late_of = |local: &LocalSettings, duty: &Duty| {
        let late = agenda(&local.applied_to(&pack).checklist, &known).late;
        late.iter().filter(|one| one.duty == duty.id).count()
    };
    let off = pack.checklist.duties.iter().filter(|duty| !duty.enabled);
    let (mut switched, mut were_late) = (0, 0);
    for duty in off {
        let mut local = LocalSettings::default();
        local.switch_duty(duty, true, None);
        were_late += usize::from(late_of(&local, duty) > 0);
        let mut local = LocalSettings::default();
        local.switch_duty(duty, true, Some(today));
        assert_eq!(late_of(&local, duty), 0, "{}", duty.id);
        switched += 1;
    }
    assert!(switched > 10 && were_late > 5, "{switched} {were_late}");
}

#[test]
fn what_was_due_before_the_day_is_not_counted_as_missing() {
    let mut pack = built_in(OrganizationType::Village).unwrap();
    let day = date("2026-11-28");
    let ledger = ledger("lecture 2026-05-08; general_meeting 2026-05-08");
    let facts = Facts::default();
    let begun = RecordingSince(date("2026-01-05"));
    let known = known(&facts, None, &ledger, begun, day);
    let judging = JudgingDay::new("2026Q4".parse().unwrap(), day);
    let unknown = |pack: &StandardPack| -> u32 {
        let found = findings(pack, &known, judging);
        found.0.values().map(|one| one.unknown).sum()
    };
    let before = unknown(&pack);
    for duty in &mut pack.checklist.duties {
        duty.counts_from = Some(day);
    }
    assert!(unknown(&pack) > before);
}

proptest! {
    #[test]
    fn a_duty_is_never_overdue_for_what_ended_before_its_day(
        duty in any_duty("D"), since in day(), entries in entries(8), begun in day(),
        today in day(), term_end in prop::option::of(day()),
    ) {
        let (facts, ledger) = (Facts::default(), gathered(&entries));
        let known = known(&facts, term_end, &ledger, RecordingSince(begun), today);
        let duty = Duty { counts_from: Some(since), ..duty };
        let is_late_before = |closes: CivilDate, standing: &DutyStanding| {
            *standing == DutyStanding::Late && closes < since
        };
        for year in today.year() - 1..=today.year() + 1 {
            for one in duty_states(&duty, year, &known) {
                prop_assert!(!is_late_before(one.occurrence.closes, &one.standing), "{:?}", one);
            }
        }
        let mut list = checklist([]);
        list.duties.push(duty);
        for one in agenda(&list, &known).late {
            prop_assert!(one.occurrence.closes >= since);
        }
    }
}
