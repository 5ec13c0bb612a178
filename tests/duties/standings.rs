//! How one occurrence stands on a day, by what is recorded.

use crate::words::state_words;
use crate::world::{date, date_or_none, duty, duty_states, ledger};
use serde_json::{Value, json};
use wuxing::duty::RecordingSince;

/// How the occurrences of a duty in a year stand, from a ledger that was begun long ago.
pub fn stand(parts: &Value, year: i32, entries: &str, today: &str) -> Vec<String> {
    stand_since(parts, year, "", entries, "2000-01-01", today)
}

fn stand_since(
    parts: &Value,
    year: i32,
    term_end: &str,
    entries: &str,
    recording_since: &str,
    today: &str,
) -> Vec<String> {
    let states = duty_states(
        &duty(parts.clone()),
        year,
        date_or_none(term_end),
        &ledger(entries),
        RecordingSince(date(recording_since)),
        date(today),
    );
    states.iter().map(state_words).collect()
}

/// A duty that meetings do.
pub fn by_meetings(frequency: &str) -> Value {
    json!({ "frequency": frequency, "done_by": { "records": ["meeting"] } })
}

#[test]
fn the_day_decides_what_is_not_yet_due_and_late() {
    fn check(today: &str, expected: [&str; 4]) {
        assert_eq!(
            stand(&by_meetings("quarter"), 2026, "", today),
            expected,
            "{today}"
        );
    }

    let all = |word| ["2026Q1", "2026Q2", "2026Q3", "2026Q4"].map(|span| format!("{span}: {word}"));
    let [a, b, c, d] = &all("not yet");
    check("2025-12-31", [a, b, c, d]);
    check("2026-01-01", ["2026Q1: due", b, c, d]);
    check("2026-03-31", ["2026Q1: due", b, c, d]);
    check("2026-04-01", ["2026Q1: late", "2026Q2: due", c, d]);
    let [a, b, c, _] = &all("late");
    check("2026-12-31", [a, b, c, "2026Q4: due"]);
    check("2027-01-01", [a, b, c, "2026Q4: late"]);
}

#[test]
fn a_record_does_the_span_in_which_it_lies() {
    fn check(frequency: &str, entries: &str, today: &str, place: usize, expected: &str) {
        let found = stand(&by_meetings(frequency), 2026, entries, today);
        assert_eq!(found[place], expected, "{frequency} {entries} {today}");
    }

    check("month", "meeting 2026-01-01", "2026-03-15", 0, {
        "2026-01: done 2026-01-01"
    });
    check("month", "meeting 2026-01-31", "2026-03-15", 0, {
        "2026-01: done 2026-01-31"
    });
    check("month", "meeting 2026-02-01", "2026-03-15", 0, {
        "2026-01: late"
    });
    check("month", "meeting 2026-02-28", "2026-03-15", 1, {
        "2026-02: done 2026-02-28"
    });
    // Two in one month do not make up for the month before.
    check(
        "month",
        "meeting 2026-02-03; meeting 2026-02-20",
        "2026-03-15",
        0,
        "2026-01: late",
    );
    check("half_year", "meeting 2026-06-30", "2026-07-01", 0, {
        "2026H1: done 2026-06-30"
    });
    check("half_year", "meeting 2026-07-01", "2026-07-01", 0, {
        "2026H1: late"
    });
    check("year", "meeting 2026-01-01", "2026-01-01", 0, {
        "2026: done 2026-01-01"
    });
    check("year", "meeting 2025-12-31", "2026-01-01", 0, "2026: due");
    // Other kinds and other duties do nothing for it.
    check(
        "year",
        "lecture 2026-05-01; tick E 2026-05-01; missed E 2026 no",
        "2026-06-01",
        0,
        "2026: due",
    );
    // A record alone can also be ticked, where it was done otherwise.
    check("year", "tick D 2026-05-01", "2026-06-01", 0, {
        "2026: done 2026-05-01"
    });
}

#[test]
fn the_year_to_which_it_belongs_goes_before_the_day() {
    fn check(frequency: &str, year: i32, entries: &str, today: &str, last: &str) {
        let found = stand(&by_meetings(frequency), year, entries, today);
        assert_eq!(
            found.last().unwrap(),
            last,
            "{frequency} {year} {entries} {today}"
        );
    }

    let january = "meeting 2027-01-20 for 2026";
    check("year", 2026, january, "2027-02-01", {
        "2026: done 2027-01-20"
    });
    check("year", 2027, january, "2027-02-01", "2027: due");
    check("year", 2026, "meeting 2027-01-20", "2027-02-01", {
        "2026: late"
    });
    // It closes the last span of the year to which it belongs.
    check("quarter", 2026, january, "2027-02-01", {
        "2026Q4: done 2027-01-20"
    });
    check("month", 2026, january, "2027-02-01", {
        "2026-12: done 2027-01-20"
    });
    check("half_year", 2026, january, "2027-02-01", {
        "2026H2: done 2027-01-20"
    });
    let windowed = json!({
        "frequency": "year", "window": { "from": 10, "to": 15 },
        "done_by": { "records": ["meeting"] },
    });
    let check = |year: i32, entries: &str, today: &str, expected: &str| {
        assert_eq!(stand(&windowed, year, entries, today), [expected]);
    };
    check(2026, "", "2026-09-30", "2026: not yet");
    check(2026, "", "2026-10-01", "2026: due");
    check(2026, "", "2027-03-31", "2026: due");
    check(2026, "", "2027-04-01", "2026: late");
    check(2026, january, "2027-03-31", "2026: done 2027-01-20");
    check(2027, january, "2027-10-01", "2027: due");
    // Held before its window it is done all the same: 可随时开.
    check(2026, "meeting 2026-03-03", "2026-05-01", {
        "2026: done 2026-03-03"
    });
}

#[test]
fn leap_days_and_the_ends_of_years_belong_somewhere() {
    fn check(entries: &str, year: i32, place: usize, expected: &str) {
        let found = stand(&by_meetings("month"), year, entries, "2030-01-01");
        assert_eq!(found[place], expected, "{entries}");
    }

    check("meeting 2028-02-29", 2028, 1, "2028-02: done 2028-02-29");
    check("meeting 2028-02-29", 2028, 2, "2028-03: late");
    check("meeting 2026-12-31", 2026, 11, "2026-12: done 2026-12-31");
    check("meeting 2027-01-01", 2027, 0, "2027-01: done 2027-01-01");
    check("meeting 2027-01-01", 2026, 11, "2026-12: late");
}

#[test]
fn what_was_not_held_is_neither_due_nor_late() {
    fn check(entries: &str, today: &str, expected: &str) {
        let found = stand(&by_meetings("month"), 2026, entries, today);
        assert_eq!(found[2], expected, "{entries} {today}");
    }

    check("missed D 2026-03 flood", "2026-05-01", {
        "2026-03: missed (flood)"
    });
    check("missed D 2026-03", "2026-03-10", "2026-03: missed ()");
    check("missed D 2026-03", "2026-02-10", "2026-03: missed ()");
    check("missed D 2026-02; missed D 2026Q1", "2026-05-01", {
        "2026-03: late"
    });
    check("missed E 2026-03", "2026-05-01", "2026-03: late");
    // Held after all, it is done.
    check(
        "missed D 2026-03 flood; meeting 2026-03-30",
        "2026-05-01",
        "2026-03: done 2026-03-30",
    );
}

#[test]
fn nothing_is_in_arrears_from_before_the_ledger_was_begun() {
    fn check(recording_since: &str, entries: &str, expected: [&str; 4]) {
        let duty = by_meetings("quarter");
        let found = stand_since(&duty, 2026, "", entries, recording_since, "2026-11-21");
        assert_eq!(found, expected, "{recording_since} {entries}");
    }

    check(
        "2026-11-21",
        "",
        [
            "2026Q1: earlier",
            "2026Q2: earlier",
            "2026Q3: earlier",
            "2026Q4: due",
        ],
    );
    // What was still open on the day on which it was begun may become late.
    check(
        "2026-06-30",
        "",
        [
            "2026Q1: earlier",
            "2026Q2: late",
            "2026Q3: late",
            "2026Q4: due",
        ],
    );
    check(
        "2026-07-01",
        "",
        [
            "2026Q1: earlier",
            "2026Q2: earlier",
            "2026Q3: late",
            "2026Q4: due",
        ],
    );
    // It may be recorded afterwards, and noted as not held.
    check(
        "2026-11-21",
        "meeting 2026-03-03; missed D 2026Q2 flood",
        [
            "2026Q1: done 2026-03-03",
            "2026Q2: missed (flood)",
            "2026Q3: earlier",
            "2026Q4: due",
        ],
    );
}

#[test]
fn a_term_of_office_is_looked_after_from_a_year_before_its_end() {
    fn check(entries: &str, today: &str, expected: &str) {
        let parts = json!({ "frequency": "term" });
        let found = stand_since(&parts, 2027, "2027-06-30", entries, "2020-01-01", today);
        assert_eq!(found, [expected], "{entries} {today}");
    }

    check("", "2026-06-29", "T2027-06-30: not yet");
    check("", "2026-06-30", "T2027-06-30: due");
    check("", "2027-06-30", "T2027-06-30: due");
    check("", "2027-07-01", "T2027-06-30: late");
    check("tick D 2026-11-11", "2027-01-01", {
        "T2027-06-30: done 2026-11-11"
    });
    check("tick D 2026-06-29", "2027-01-01", "T2027-06-30: due");
    // The day alone counts here, whatever year it is said to belong to.
    check("tick D 2026-11-11 for 2025", "2027-01-01", {
        "T2027-06-30: done 2026-11-11"
    });
    check("missed D T2027-06-30 extended", "2027-07-01", {
        "T2027-06-30: missed (extended)"
    });
}
