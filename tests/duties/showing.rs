//! What shows a duty, which entries have to do with a year, and what is worth a line or a reminder.

use crate::words::{list_words, state_words};
use crate::world::{agenda, checklist, date, duty, duty_states, id, known, ledger};
use serde_json::{Value, json};
use wuxing::duty::{
    RecordingSince, Reminded, Reminder, Showing, Tally, cards_of_year, closing_in,
    may_belong_to_other_year, records_of_year, reminders,
};
use wuxing::ledger::RecordOf;
use wuxing::rectification::{Origin, Rectification};
use wuxing::sorted_map::SortedMap;
use wuxing::standard::Facts;

#[test]
fn what_shows_a_duty_is_what_fulfils_it() {
    fn check(done_by: Value, expected: Showing) {
        let found = Showing::of(&duty(json!({ "done_by": done_by })));
        assert_eq!(found, expected, "{done_by}");
    }

    let kind = |id: &str| RecordOf::Kind(id.into());
    check(json!("tick"), Showing::Record(RecordOf::Duty("D".into())));
    check(
        json!({ "records": ["meeting"] }),
        Showing::Record(kind("meeting")),
    );
    check(
        json!({ "records": ["meeting", "lecture"] }),
        Showing::OneOf(vec!["meeting".into(), "lecture".into()]),
    );
    check(
        json!({ "hours": { "of": ["lecture"], "at_least": 8 } }),
        Showing::Record(kind("lecture")),
    );
    check(json!({ "cards": "M" }), Showing::Card("M".into()));
}

#[test]
fn entries_have_to_do_with_the_year_in_which_or_for_which_they_were_made() {
    fn check(done_by: Value, entries: &str, records: &[u128], cards: &[u128]) {
        let (duty, ledger) = (duty(json!({ "done_by": done_by })), ledger(entries));
        let found = records_of_year(&duty, 2026, &ledger);
        let found: Vec<_> = found.into_iter().map(|(id, _)| id).collect();
        let expected: Vec<_> = records.iter().map(|number| id(*number)).collect();
        assert_eq!(found, expected, "{entries}");
        let found = cards_of_year(&duty, 2026, &ledger);
        let found: Vec<_> = found.into_iter().map(|(id, _)| id).collect();
        let expected: Vec<_> = cards.iter().map(|number| id(*number)).collect();
        assert_eq!(found, expected, "{entries}");
    }

    let meetings = || json!({ "records": ["meeting"] });
    check(
        meetings(),
        "meeting 2026-03-05; meeting 2026-09-05; meeting 2025-12-30; lecture 2026-03-05",
        &[2, 1],
        &[],
    );
    // Held in January for the year before, it is shown in both.
    check(meetings(), "meeting 2027-01-10 for 2026", &[1], &[]);
    check(meetings(), "meeting 2026-01-10 for 2025", &[1], &[]);
    // Whatever shows a duty otherwise, it can be ticked as well.
    check(
        meetings(),
        "tick D 2026-03-05; tick E 2026-03-05",
        &[1],
        &[],
    );
    check(
        json!({ "cards": "M" }),
        "card M 2026; card M 2025; card N 2026",
        &[],
        &[1],
    );
}

#[test]
fn a_duty_that_goes_over_the_year_can_be_recorded_for_the_year_before() {
    fn check(window: Value, expected: bool) {
        let list = checklist([json!({ "id": "D", "frequency": "year", "window": window })]);
        let found = may_belong_to_other_year(&RecordOf::Duty("D".into()), &list);
        assert_eq!(found, expected, "{window}");
        let unknown = RecordOf::Kind("meeting".into());
        assert!(!may_belong_to_other_year(&unknown, &list));
    }

    check(json!({ "from": 10, "to": 13 }), true);
    check(json!({ "from": 10, "to": 12 }), false);
    check(Value::Null, false);
}

#[test]
fn a_late_duty_is_named_once_and_first() {
    fn check(most: usize, expected: &str) {
        let list = checklist([
            json!({ "id": "M", "frequency": "month" }),
            json!({ "id": "Q", "frequency": "quarter" }),
            json!({ "id": "Y", "frequency": "year" }),
        ]);
        let (recording_since, today) = (RecordingSince(date("2026-10-01")), date("2026-11-21"));
        let facts = Facts::default();
        let agenda = agenda(&list, &facts, None, &ledger(""), recording_since, today);
        let found: Vec<_> = agenda.most_pressing(most).into_iter().cloned().collect();
        assert_eq!(list_words(&found), expected, "{most}");
    }

    check(3, "M 2026-10, Q 2026Q4, Y 2026");
    check(2, "M 2026-10, Q 2026Q4");
    check(0, "");
}

#[test]
fn what_closes_in_a_year_may_belong_to_the_one_before() {
    let list = checklist([
        json!({ "id": "Y", "frequency": "year", "window": { "from": 10, "to": 13 } }),
        json!({ "id": "Q", "frequency": "quarter" }),
    ]);
    let (facts, entries) = (Facts::default(), ledger("tick Q 2026-02-03"));
    let recording_since = RecordingSince(date("2026-04-01"));
    let known = known(&facts, None, &entries, recording_since, date("2026-11-21"));
    let found = closing_in(&list, 2026, &known);
    assert_eq!(
        list_words(&found),
        "Y 2025, Q 2026Q1, Q 2026Q2, Q 2026Q3, Q 2026Q4"
    );
    // Of what closed before the ledger was begun, only what was recorded all the same is counted.
    let tally = Tally::of(&found);
    assert_eq!((tally.all, tally.done, tally.late), (4, 1, 2));
}

#[test]
fn what_waits_concerns_every_year() {
    fn check(year: i32, expected: &[&str]) {
        let yearly = duty(json!({ "frequency": "year", "window": { "from": 10, "to": 13 } }));
        let states = [2024, 2025, 2026].into_iter().flat_map(|of| {
            let entries = ledger("tick D 2026-01-10 for 2025");
            let (recording_since, today) = (RecordingSince(date("2024-01-01")), date("2026-11-21"));
            duty_states(&yearly, of, None, &entries, recording_since, today)
        });
        let found: Vec<String> = states
            .filter(|state| state.concerns(year))
            .map(|state| state_words(&state))
            .collect();
        assert_eq!(found, expected, "{year}");
    }

    let (late, due) = ("2024: late", "2026: due");
    check(2025, &[late, "2025: done 2026-01-10", due]);
    // What belongs to the year before closes in this one.
    check(2026, &[late, "2025: done 2026-01-10", due]);
    check(2027, &[late, due]);
}

#[test]
fn a_calendar_reminds_of_what_lies_within_twelve_months() {
    fn check(term_end: &str, until: Option<&str>, expected: &[&str]) {
        let list = checklist([json!({ "id": "Y", "frequency": "year" })]);
        let mut one = Rectification::found(Origin::Review, String::new(), date("2026-11-01"));
        one.until = until.map(date);
        let mut ledger = ledger("");
        ledger.rectifications = SortedMap::from([(id(7), one)]);
        let facts = Facts::default();
        let (recording_since, today) = (RecordingSince(date("2026-11-01")), date("2026-11-21"));
        let known = known(
            &facts,
            Some(date(term_end)),
            &ledger,
            recording_since,
            today,
        );
        let in_words = |one: Reminder| {
            let what = match one.of {
                Reminded::Duty(state) => format!("{} {}", state.duty, state.occurrence.span),
                Reminded::Rectification(_) => "limit".to_owned(),
                Reminded::TermEnd(months, _) => format!("term in {months}"),
            };
            format!("{} {what} -{}", one.day, one.days_before)
        };
        let found: Vec<String> = reminders(&list, &known).into_iter().map(in_words).collect();
        assert_eq!(found, expected, "{term_end} {until:?}");
    }

    let year = "2026-12-31 Y 2026 -30";
    check(
        "2027-06-30",
        None,
        &["2026-12-30 term in 6 -0", year, "2027-05-30 term in 1 -0"],
    );
    check("2028-06-30", None, &[year, "2027-06-30 term in 12 -0"]);
    check(
        "2030-06-30",
        Some("2026-11-21"),
        &["2026-11-21 limit -3", year],
    );
    // What is overdue already, and what lies further ahead, is no reminder.
    check("2030-06-30", Some("2026-11-20"), &[year]);
    check("2026-11-30", Some("2027-11-22"), &[year]);
}
