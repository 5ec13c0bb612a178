//! How one indicator stands: every frequency in every quarter, with every kind of answer.

use crate::world::{assessment, basic, changed, nobody, organization, standing_word};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use wuxing::assessment::{Basis, LocalSettings, Organization, Threshold, judge};
use wuxing::standard::{Fact, Facts, ItemId};

/// Judges an indicator that is the only one of its pack; says how it stands and why.
fn judged(indicator: &Value, organization: &Organization, period: &str, answers: &str) -> String {
    let mut whole = json!({ "id": "A" });
    for (key, value) in indicator.as_object().unwrap() {
        whole[key] = value.clone();
    }
    let outcome = judge(
        &basic(json!([whole])),
        organization,
        &assessment(period, answers),
    );
    let result = outcome.indicator(&ItemId::from("A")).unwrap();
    let basis = match &result.basis {
        Basis::Open => "open".to_owned(),
        Basis::Answered => "answered".to_owned(),
        Basis::Carried(period) => format!("carried from {period}"),
        Basis::Counted { done, due, own_due } => {
            format!("{done} of {due}{}", if *own_due { " (own)" } else { "" })
        }
        Basis::Facts(facts) => format!("{facts:?}"),
        Basis::TermRunsUntil(end) => format!("term runs until {end}"),
        Basis::TermExpired(end) => format!("term expired {end}"),
    };
    format!("{}, {basis}", standing_word(result.standing))
}

#[test]
fn every_frequency_in_every_quarter() {
    fn check(frequency: &str, answers: &str, expected: [&str; 4]) {
        let found = ["2026Q1", "2026Q2", "2026Q3", "2026Q4"].map(|period| {
            let text = judged(
                &json!({ "frequency": frequency }),
                &nobody(),
                period,
                answers,
            );
            text.split(", ").next().unwrap().to_owned()
        });
        assert_eq!(found, expected.map(str::to_owned), "{frequency} {answers}");
    }

    for frequency in ["month", "quarter", "term"] {
        check(frequency, "", ["unchecked"; 4]);
        check(frequency, "A=met", ["met"; 4]);
        check(frequency, "A=partly", ["partly"; 4]);
        check(frequency, "A=unmet", ["unmet"; 4]);
        check(frequency, "A=na", ["not applicable"; 4]);
    }
    check(
        "half_year",
        "",
        ["not due", "unchecked", "not due", "unchecked"],
    );
    check("half_year", "A=met", ["met"; 4]);
    check(
        "half_year",
        "A=partly",
        ["not due", "partly", "not due", "partly"],
    );
    check(
        "half_year",
        "A=unmet",
        ["not due", "unmet", "not due", "unmet"],
    );
    check("half_year", "A=na", ["not applicable"; 4]);
    check("year", "", ["not due", "not due", "not due", "unchecked"]);
    check("year", "A=met", ["met"; 4]);
    check(
        "year",
        "A=partly",
        ["not due", "not due", "not due", "partly"],
    );
    check(
        "year",
        "A=unmet",
        ["not due", "not due", "not due", "unmet"],
    );
    check("year", "A=na", ["not applicable"; 4]);
    check("event", "", ["not due"; 4]);
    check("event", "A=met", ["met"; 4]);
    check("event", "A=partly", ["partly"; 4]);
    check("event", "A=unmet", ["unmet"; 4]);
    check("event", "A=na", ["not applicable"; 4]);
}

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
    check("month", 1, "2026Q1", "A=0/0", "not due, 0 of 0 (own)");
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
    check("year", 1, "2026Q1", "A=0", "not due, 0 of 1");
    check("year", 1, "2026Q1", "A=1", "met, 1 of 1");
    check("year", 2, "2026Q3", "A=1", "not due, 1 of 2");
    check("year", 2, "2026Q3", "A=2", "met, 2 of 2");
    check("year", 2, "2026Q4", "A=1", "unmet, 1 of 2");
    check("half_year", 1, "2026Q1", "A=1", "met, 1 of 1");
    check("half_year", 1, "2026Q3", "A=1", "not due, 1 of 2");
    check("half_year", 1, "2026Q3", "A=2", "met, 2 of 2");
    check("half_year", 1, "2026Q4", "A=1", "unmet, 1 of 2");
    check("term", 1, "2026Q1", "A=0", "not due, 0 of 1");
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

#[test]
fn facts_and_the_end_of_term() {
    fn check(indicator: Value, facts: Facts, term_end: &str, answers: &str, expected: &str) {
        let found = judged(
            &indicator,
            &organization(facts, term_end),
            "2026Q2",
            answers,
        );
        assert_eq!(
            found, expected,
            "{indicator} {facts:?} {term_end} {answers}"
        );
    }

    let groups = |groups| Facts {
        groups,
        ..Facts::default()
    };
    let grouped =
        || json!({ "frequency": "month", "not_applicable_when": { "at_most": ["groups", 0] } });
    let because = format!("not applicable, {:?}", [(Fact::Groups, 0)]);
    check(grouped(), groups(Some(0)), "", "", &because);
    check(grouped(), groups(Some(1)), "", "", "unchecked, open");
    check(grouped(), groups(None), "", "", "unchecked, open");
    // What the person says goes before what follows from the facts.
    check(grouped(), groups(Some(0)), "", "A=unmet", "unmet, answered");
    check(
        grouped(),
        groups(Some(3)),
        "",
        "A=na",
        "not applicable, answered",
    );

    let none = Facts::default();
    let term = || json!({ "frequency": "term" });
    check(term(), none, "", "", "unchecked, open");
    check(term(), none, "2026-05-01", "", "unchecked, open");
    check(term(), none, "2027-06-30", "", "unchecked, open");
    check(term(), none, "2027-07-01", "", "not due, open");
    check(term(), none, "2027-07-01", "A=unmet", "not due, answered");
    check(term(), none, "2027-07-01", "A=met", "met, answered");

    let runs = || json!({ "frequency": "term", "answered_by": "term_not_expired" });
    check(runs(), none, "", "", "unchecked, open");
    check(
        runs(),
        none,
        "2030-01-01",
        "",
        "met, term runs until 2030-01-01",
    );
    check(
        runs(),
        none,
        "2026-07-01",
        "",
        "met, term runs until 2026-07-01",
    );
    check(
        runs(),
        none,
        "2026-06-30",
        "",
        "unchecked, term expired 2026-06-30",
    );
    check(
        runs(),
        none,
        "2025-01-01",
        "",
        "unchecked, term expired 2025-01-01",
    );
    check(runs(), none, "2025-01-01", "A=met", "met, answered");
    check(runs(), none, "2030-01-01", "A=unmet", "not due, answered");
    check(runs(), none, "2026-12-31", "A=unmet", "unmet, answered");
}

#[test]
fn answers_that_hold_over_say_so() {
    fn check(answers: &str, expected: &str) {
        let found = judged(
            &json!({ "frequency": "year" }),
            &nobody(),
            "2026Q4",
            answers,
        );
        assert_eq!(found, expected, "{answers}");
    }

    check("A=met@2026Q1", "met, carried from 2026Q1");
    check("A=na@2026Q2", "not applicable, carried from 2026Q2");
    check("A=unmet@2026Q3", "unmet, carried from 2026Q3");
}

#[test]
fn what_the_person_changed_for_herself() {
    fn check(indicator: Value, local: LocalSettings, answers: &str, expected: &str) {
        let found = judged(&indicator, &changed(local.clone()), "2026Q1", answers);
        assert_eq!(found, expected, "{indicator} {local:?} {answers}");
    }

    let switched = |on| LocalSettings {
        switched: BTreeMap::from([(ItemId::from("A"), on)]),
        ..LocalSettings::default()
    };
    let times = |times| LocalSettings {
        times: BTreeMap::from([(ItemId::from("A"), times)]),
        ..LocalSettings::default()
    };
    let partly = |percent| LocalSettings {
        thresholds: BTreeMap::from([(Threshold::CountPartlyPercent, percent)]),
        ..LocalSettings::default()
    };
    let plain = || json!({ "frequency": "month" });
    let count = || json!({ "frequency": "month", "answer": { "count": { "times": 1 } } });
    check(plain(), switched(false), "", "off, open");
    check(plain(), switched(false), "A=unmet", "off, open");
    check(plain(), switched(true), "", "unchecked, open");
    let sleeping = || json!({ "frequency": "month", "enabled": false });
    check(sleeping(), LocalSettings::default(), "A=met", "off, open");
    check(sleeping(), switched(true), "A=met", "met, answered");
    check(count(), times(2), "A=6", "met, 6 of 6");
    check(count(), times(2), "A=5", "partly, 5 of 6");
    check(count(), times(0), "A=3", "met, 3 of 3");
    check(count(), times(u32::MAX), "A=93", "met, 93 of 93");
    check(plain(), times(2), "A=met", "met, answered");
    check(count(), partly(60), "A=2", "partly, 2 of 3");
    check(count(), partly(67), "A=2", "unmet, 2 of 3");
    check(count(), partly(0), "A=1", "partly, 1 of 3");
    check(count(), partly(500), "A=2", "unmet, 2 of 3");
}
