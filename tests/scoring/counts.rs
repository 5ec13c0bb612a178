//! Indicators that are counted judge themselves: done over due since the year began.

use crate::indicators::judged;
use crate::world::{nobody, organization};
use serde_json::json;
use wuxing::standard::Facts;

#[test]
fn counts_judge_themselves() {
    fn check(frequency: &str, times: u32, period: &str, answers: &str, expected: &str) {
        let indicator =
            json!({ "frequency": frequency, "answer": { "count": { "times": times } } });
        let found = judged(&indicator, &nobody(), period, answers);
        assert_eq!(found, expected, "{frequency} x{times} {period} {answers}");
    }

    check("month", 1, "2026Q1", "", "unchecked, open");
    check("month", 1, "2026Q1", "A=3", "met, 3 of 3");
    check("month", 1, "2026Q1", "A=4", "met, 4 of 3");
    check("month", 1, "2026Q1", "A=2", "unmet, 2 of 3");
    check("month", 1, "2026Q1", "A=0", "unmet, 0 of 3");
    check("month", 1, "2026Q4", "A=12", "met, 12 of 12");
    check("month", 1, "2026Q4", "A=10", "partly, 10 of 12");
    check("month", 1, "2026Q4", "A=9", "unmet, 9 of 12");
    check("month", 2, "2026Q2", "A=10", "partly, 10 of 12");
    check("quarter", 1, "2026Q3", "A=3", "met, 3 of 3");
    check("quarter", 1, "2026Q3", "A=2", "unmet, 2 of 3");
    // Exactly 80 percent is enough, one less is not.
    check("quarter", 5, "2026Q1", "A=4", "partly, 4 of 5");
    check("quarter", 5, "2026Q4", "A=16", "partly, 16 of 20");
    check("quarter", 5, "2026Q4", "A=15", "unmet, 15 of 20");
    // The person's own number of times due goes before the rule's.
    check("month", 1, "2026Q1", "A=2/2", "met, 2 of 2 (own)");
    check("month", 1, "2026Q1", "A=3/4", "unmet, 3 of 4 (own)");
    check("month", 1, "2026Q1", "A=8/10", "partly, 8 of 10 (own)");
    // Nothing is due no times at all: such a number stands for none.
    check("month", 1, "2026Q1", "A=0/0", "unmet, 0 of 3");
    check("month", 1, "2026Q4", "A=5/0", "unmet, 5 of 12");
    // Without how often it was done, her number answers nothing.
    check("month", 1, "2026Q1", "A=/4", "unchecked, open");
    check("event", 1, "2026Q1", "A=/4", "not due, open");
    check("event", 1, "2026Q1", "A=2/3", "unmet, 2 of 3 (own)");
    check("event", 1, "2026Q1", "A=3/3", "met, 3 of 3 (own)");
    check("event", 1, "2026Q1", "A=3", "not due, 3 of 0");
    // A verdict instead of a count is taken as it is.
    check("month", 1, "2026Q1", "A=met", "met, answered");
    check("month", 1, "2026Q1", "A=na", "not applicable, answered");
    // Values of another kind are no answer.
    check("month", 1, "2026Q1", "A=15p", "unchecked, open");
    check("month", 1, "2026Q1", "A=present", "unchecked, open");
    check("month", 1, "2026Q1", "A=1+2", "unchecked, open");
}

#[test]
fn regression_a_count_done_early_counts_and_never_harms() {
    fn check(frequency: &str, times: u32, period: &str, answers: &str, expected: &str) {
        let indicator =
            json!({ "frequency": frequency, "answer": { "count": { "times": times } } });
        let found = judged(
            &indicator,
            &organization(Facts::default(), "2030-01-01"),
            period,
            answers,
        );
        assert_eq!(found, expected, "{frequency} x{times} {period} {answers}");
    }

    // A yearly count was thrown away until the fourth quarter, however often it was done.
    check("year", 1, "2026Q1", "", "not due, open");
    check("year", 1, "2026Q1", "A=0", "not due, 0 of 0");
    check("year", 1, "2026Q1", "A=1", "met, 1 of 1");
    check("year", 2, "2026Q3", "A=1", "not due, 1 of 0");
    check("year", 2, "2026Q3", "A=2", "met, 2 of 2");
    check("year", 2, "2026Q4", "A=1", "unmet, 1 of 2");
    check("half_year", 1, "2026Q1", "A=1", "met, 1 of 1");
    // Of two half-years one is over.
    check("half_year", 1, "2026Q3", "A=0", "unmet, 0 of 1");
    check("half_year", 1, "2026Q3", "A=1", "met, 1 of 1");
    check("half_year", 1, "2026Q3", "A=2", "met, 2 of 2");
    check("half_year", 1, "2026Q4", "A=1", "unmet, 1 of 2");
    check("term", 1, "2026Q1", "A=0", "not due, 0 of 0");
    check("term", 1, "2026Q1", "A=1", "met, 1 of 1");
    // Her own number of times due made an item unmet before it was due.
    check("year", 1, "2026Q1", "A=1/3", "not due, 1 of 3 (own)");
    check("year", 1, "2026Q1", "A=3/3", "met, 3 of 3 (own)");
    check("year", 1, "2026Q4", "A=1/3", "unmet, 1 of 3 (own)");
}

#[test]
fn regression_a_count_left_over_from_an_older_pack_is_asked_again() {
    fn check(frequency: &str, answers: &str, expected: &str) {
        let found = judged(
            &json!({ "frequency": frequency }),
            &nobody(),
            "2026Q1",
            answers,
        );
        assert_eq!(found, expected, "{frequency} {answers}");
    }

    // It used to stand as not due: a must-item silently left what the basic is reckoned from.
    check("quarter", "A=3", "unchecked, open");
    check("year", "A=3", "not due, open");
    check("quarter", "A=3/3", "met, 3 of 3 (own)");
}

#[test]
fn regression_absurd_numbers_are_judged_without_overflow() {
    fn check(times: u32, answers: &str, expected: &str) {
        let indicator = json!({ "frequency": "month", "answer": { "count": { "times": times } } });
        assert_eq!(
            judged(&indicator, &nobody(), "2026Q4", answers),
            expected,
            "{times} {answers}"
        );
    }

    check(u32::MAX, "A=12", "unmet, 12 of 4294967295");
    check(1, "A=4294967295", "met, 4294967295 of 12");
    check(1, "A=1/4294967295", "unmet, 1 of 4294967295 (own)");
}
