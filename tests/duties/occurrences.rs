//! When a duty falls due: every frequency, windows over the end of a year, leap years, terms.

use crate::world::{date_or_none, duty};
use serde_json::{Value, json};
use wuxing::duty::occurrences;

fn words(parts: &Value, year: i32, term_end: &str) -> Vec<String> {
    let found = occurrences(&duty(parts.clone()), year, date_or_none(term_end));
    let words = found
        .iter()
        .map(|one| format!("{} {}..{}", one.span, one.opens, one.closes));
    words.collect()
}

#[test]
fn every_frequency_has_its_days() {
    fn check(frequency: &str, year: i32, term_end: &str, expected: &[&str]) {
        let found = words(&json!({ "frequency": frequency }), year, term_end);
        assert_eq!(found, expected, "{frequency} {year} {term_end}");
    }

    check(
        "month",
        2026,
        "",
        &[
            "2026-01 2026-01-01..2026-01-31",
            "2026-02 2026-02-01..2026-02-28",
            "2026-03 2026-03-01..2026-03-31",
            "2026-04 2026-04-01..2026-04-30",
            "2026-05 2026-05-01..2026-05-31",
            "2026-06 2026-06-01..2026-06-30",
            "2026-07 2026-07-01..2026-07-31",
            "2026-08 2026-08-01..2026-08-31",
            "2026-09 2026-09-01..2026-09-30",
            "2026-10 2026-10-01..2026-10-31",
            "2026-11 2026-11-01..2026-11-30",
            "2026-12 2026-12-01..2026-12-31",
        ],
    );
    check(
        "quarter",
        2026,
        "",
        &[
            "2026Q1 2026-01-01..2026-03-31",
            "2026Q2 2026-04-01..2026-06-30",
            "2026Q3 2026-07-01..2026-09-30",
            "2026Q4 2026-10-01..2026-12-31",
        ],
    );
    check(
        "half_year",
        2026,
        "",
        &[
            "2026H1 2026-01-01..2026-06-30",
            "2026H2 2026-07-01..2026-12-31",
        ],
    );
    check("year", 2026, "", &["2026 2026-01-01..2026-12-31"]);
    check("event", 2026, "", &[]);
    // A term of office has its end, in the year of the end alone.
    check("term", 2026, "", &[]);
    check("term", 2026, "2027-06-30", &[]);
    check(
        "term",
        2027,
        "2027-06-30",
        &["T2027-06-30 2026-06-30..2027-06-30"],
    );
    check("term", 2028, "2027-06-30", &[]);
    check(
        "term",
        2028,
        "2028-02-29",
        &["T2028-02-29 2027-02-28..2028-02-29"],
    );
    // Years that cannot be written have nothing due.
    check("month", 1999, "", &[]);
    check("year", 2200, "", &[]);
    check("year", 2199, "", &["2199 2199-01-01..2199-12-31"]);
}

#[test]
fn february_has_its_length_in_every_year() {
    fn check(year: i32, expected: &str) {
        assert_eq!(words(&json!({}), year, "")[1], expected);
    }

    check(2027, "2027-02 2027-02-01..2027-02-28");
    check(2028, "2028-02 2028-02-01..2028-02-29");
    check(2100, "2100-02 2100-02-01..2100-02-28");
}

#[test]
fn a_window_says_when_a_yearly_duty_is_due() {
    fn check(frequency: &str, from: u8, to: u8, year: i32, expected: &str) {
        let parts = json!({ "frequency": frequency, "window": { "from": from, "to": to } });
        assert_eq!(
            words(&parts, year, "")[0],
            expected,
            "{frequency} {from} to {to}"
        );
    }

    check("year", 1, 2, 2026, "2026 2026-01-01..2026-02-28");
    check("year", 1, 2, 2028, "2028 2028-01-01..2028-02-29");
    check("year", 10, 12, 2026, "2026 2026-10-01..2026-12-31");
    check("year", 12, 12, 2026, "2026 2026-12-01..2026-12-31");
    // 13 is January of the next year, 14 February, 15 March.
    check("year", 11, 13, 2026, "2026 2026-11-01..2027-01-31");
    check("year", 12, 14, 2026, "2026 2026-12-01..2027-02-28");
    check("year", 12, 14, 2027, "2027 2027-12-01..2028-02-29");
    check("year", 10, 15, 2026, "2026 2026-10-01..2027-03-31");
    // For what is not yearly a window says nothing.
    check("month", 10, 12, 2026, "2026-01 2026-01-01..2026-01-31");
    check("half_year", 10, 12, 2026, "2026H1 2026-01-01..2026-06-30");
}

#[test]
fn a_window_that_makes_no_sense_is_the_whole_year() {
    fn check(from: u8, to: u8) {
        let parts = json!({ "frequency": "year", "window": { "from": from, "to": to } });
        assert_eq!(
            words(&parts, 2026, ""),
            ["2026 2026-01-01..2026-12-31"],
            "{from} to {to}"
        );
    }

    check(0, 3);
    check(13, 14);
    check(5, 3);
    check(1, 0);
    check(1, 16);
    check(255, 255);
}
