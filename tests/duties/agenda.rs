//! What is late, due and next on a day, over all duties.

use crate::words::list_words;
use crate::world::{agenda, checklist, date, date_or_none, ledger, year_plan};
use serde_json::json;
use wuxing::duty::{RecordingSince, in_force};
use wuxing::standard::{Checklist, Facts};

fn three() -> Checklist {
    checklist([
        json!({ "id": "M", "frequency": "month" }),
        json!({ "id": "Q", "frequency": "quarter", "done_by": { "records": ["meeting"] } }),
        json!({ "id": "Y", "frequency": "year", "window": { "from": 10, "to": 13 } }),
    ])
}

#[test]
fn late_due_and_next_on_a_day() {
    fn check(entries: &str, recording_since: &str, today: &str, expected: [&str; 3]) {
        let found = agenda(
            &three(),
            &Facts::default(),
            None,
            &ledger(entries),
            RecordingSince(date(recording_since)),
            date(today),
        );
        let found = [found.late, found.due, found.next].map(|list| list_words(&list));
        assert_eq!(found, expected, "{entries} {recording_since} {today}");
    }

    check(
        "",
        "2026-01-01",
        "2026-01-01",
        ["", "M 2026-01, Y 2025, Q 2026Q1", "M 2026-02, M 2026-03"],
    );
    // Late is what is longest late first, due what closes first, next what opens first.
    check(
        "",
        "2026-01-01",
        "2026-09-15",
        [
            "M 2026-01, Y 2025, M 2026-02, M 2026-03, Q 2026Q1, M 2026-04, M 2026-05, M 2026-06, \
             Q 2026Q2, M 2026-07, M 2026-08",
            "M 2026-09, Q 2026Q3",
            "M 2026-10, Q 2026Q4, Y 2026, M 2026-11",
        ],
    );
    check(
        "tick M 2026-09-01; meeting 2026-07-01; meeting 2026-08-01",
        "2026-09-01",
        "2026-09-15",
        ["", "", "M 2026-10, Q 2026Q4, Y 2026, M 2026-11"],
    );
    // Over the end of the year nothing is forgotten and the next year is seen coming.
    check(
        "",
        "2026-11-01",
        "2026-12-31",
        [
            "M 2026-11",
            "M 2026-12, Q 2026Q4, Y 2026",
            "M 2027-01, Q 2027Q1, M 2027-02, M 2027-03",
        ],
    );
    check(
        "",
        "2026-11-01",
        "2027-02-01",
        [
            "M 2026-11, M 2026-12, Q 2026Q4, M 2027-01, Y 2026",
            "M 2027-02, Q 2027Q1",
            "M 2027-03, M 2027-04, Q 2027Q2",
        ],
    );
    // What belongs to the old year can be done in the new one.
    check(
        "tick Y 2027-01-20 for 2026; tick M 2026-11-30; tick M 2026-12-01; tick M 2027-01-02; \
         meeting 2026-12-12",
        "2026-11-01",
        "2027-02-01",
        ["", "M 2027-02, Q 2027Q1", "M 2027-03, M 2027-04, Q 2027Q2"],
    );
    // In a leap year the last of February is still in time.
    check(
        "meeting 2028-01-05; tick M 2028-01-05",
        "2028-01-01",
        "2028-02-29",
        [
            "Y 2027",
            "M 2028-02",
            "M 2028-03, M 2028-04, Q 2028Q2, M 2028-05",
        ],
    );
}

#[test]
fn the_end_of_term_is_on_the_agenda_for_a_year() {
    fn check(term_end: &str, today: &str, expected: [&str; 3]) {
        let election = checklist([json!({ "id": "T", "frequency": "term" })]);
        let found = agenda(
            &election,
            &Facts::default(),
            date_or_none(term_end),
            &ledger(""),
            RecordingSince(date("2026-01-01")),
            date(today),
        );
        let found = [found.late, found.due, found.next].map(|list| list_words(&list));
        assert_eq!(found, expected, "{term_end} {today}");
    }

    check("2027-10-31", "2026-08-29", ["", "", ""]);
    check("2027-10-31", "2026-08-30", ["", "", "T T2027-10-31"]);
    check("2027-10-31", "2026-10-31", ["", "T T2027-10-31", ""]);
    check("2027-10-31", "2027-10-31", ["", "T T2027-10-31", ""]);
    check("2027-10-31", "2027-11-01", ["T T2027-10-31", "", ""]);
    check("2028-01-05", "2026-12-01", ["", "", "T T2028-01-05"]);
    // An end of term that passed long ago does not go away because two years ended.
    check("2026-02-01", "2028-06-01", ["T T2026-02-01", "", ""]);
    check("", "2026-10-31", ["", "", ""]);
}

#[test]
fn what_is_off_or_does_not_apply_is_never_due() {
    fn check(committee: Option<bool>, expected: &str) {
        let facts = Facts {
            committee,
            ..Facts::default()
        };
        let list = checklist([
            json!({ "id": "A" }),
            json!({ "id": "B", "enabled": false }),
            json!({ "id": "C", "not_applicable_when": { "at_most": ["committee", 0] } }),
        ]);
        let ids: Vec<_> = in_force(&list, &facts)
            .map(|duty| duty.id.0.as_str())
            .collect();
        assert_eq!(ids.join(" "), expected, "{committee:?}");
        let plan = year_plan(
            &list,
            &facts,
            None,
            &ledger(""),
            RecordingSince(date("2026-01-01")),
            2026,
            date("2026-01-01"),
        );
        let mut planned: Vec<_> = plan.iter().map(|state| state.duty.0.as_str()).collect();
        planned.dedup();
        assert_eq!(planned, ids);
        assert_eq!(plan.len(), ids.len() * 12);
    }

    check(None, "A C");
    check(Some(true), "A C");
    check(Some(false), "A");
}

#[test]
fn a_plan_of_a_year_holds_every_occurrence_of_that_year() {
    fn check(year: i32, expected: usize) {
        let plan = year_plan(
            &three(),
            &Facts::default(),
            None,
            &ledger("meeting 2026-02-02"),
            RecordingSince(date("2026-01-01")),
            year,
            date("2026-06-01"),
        );
        assert_eq!(plan.len(), expected, "{year}");
        assert!(
            plan.iter()
                .all(|state| state.occurrence.span.year() == year)
        );
    }

    check(2026, 17);
    check(2027, 17);
    check(1999, 0);
}
