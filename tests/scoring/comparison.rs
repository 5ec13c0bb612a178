//! What changed between two outcomes.

use crate::periods::each_frequency;
use crate::words::{basic_word, standing_word, star_word};
use crate::world::{assessment, nobody};
use wuxing::assessment::{Change, compare, judge};

#[test]
fn what_changed_since() {
    fn check(before: (&str, &str), after: (&str, &str), expected: &[&str]) {
        let pack = each_frequency();
        let outcome = |(period, answers)| judge(&pack, &nobody(), &assessment(period, answers));
        let found: Vec<String> = compare(&outcome(before), &outcome(after))
            .iter()
            .map(|change| match change {
                Change::Basic { key, shift } => {
                    let (before, after) = (basic_word(shift.before), basic_word(shift.after));
                    format!("{key}: {before} to {after}")
                }
                Change::Indicator { id, shift } => {
                    let (before, after) = (standing_word(shift.before), standing_word(shift.after));
                    format!("{id}: {before} to {after}")
                }
                Change::Star { key, shift } => {
                    let (before, after) = (shift.before, shift.after);
                    let words = (star_word(before.0), star_word(after.0));
                    format!("{key}: {} {} to {} {}", words.0, before.1, words.1, after.1)
                }
            })
            .collect();
        assert_eq!(found, expected, "{before:?} {after:?}");
    }

    let all = "month=met quarter=met term=met";
    check(("2026Q1", ""), ("2026Q1", ""), &[]);
    check(("2026Q1", all), ("2026Q1", all), &[]);
    check(
        ("2026Q1", "month=met"),
        ("2026Q1", "month=unmet"),
        &["month: met to unmet"],
    );
    // What was not due or not looked at says nothing about the organisation.
    check(("2026Q1", ""), ("2026Q1", "month=unmet"), &[]);
    check(("2026Q1", "year=unmet"), ("2026Q4", "year=unmet"), &[]);
    check(("2026Q1", "month=na"), ("2026Q2", "month=met"), &[]);
    check(
        ("2026Q1", all),
        ("2026Q2", all),
        &["basic: met to incomplete"],
    );
    check(
        ("2026Q1", "month=met quarter=met term=met"),
        ("2026Q1", "month=met quarter=unmet term=met"),
        &["basic: met to unmet", "quarter: met to unmet"],
    );
    check(
        ("2026Q1", "S=0p"),
        ("2026Q1", "S=10p"),
        &["star: not won 0 to not won 10"],
    );
    check(("2026Q1", "S=10p"), ("2026Q1", "S=10p V=present"), {
        &["star: not won 10 to frozen 10"]
    });
}

#[test]
fn what_only_one_of_two_packs_has_is_no_change() {
    let all = each_frequency();
    let mut less = all.clone();
    less.basics[0].indicators.truncate(1);
    less.stars.clear();
    let before = judge(&less, &nobody(), &assessment("2026Q1", "month=met"));
    let after = judge(
        &all,
        &nobody(),
        &assessment("2026Q1", "month=met quarter=met term=met"),
    );
    assert_eq!(compare(&before, &after), []);
    assert_eq!(compare(&after, &before), []);
}
