//! How one indicator stands: every frequency in every quarter, with every kind of answer.

use crate::words::indicator_words;
use crate::world::{assessment, basic, changed, nobody, organization};
use serde_json::{Value, json};
use wuxing::assessment::{LocalSettings, Organization, Threshold, judge};
use wuxing::sorted_map::SortedMap;
use wuxing::standard::{Fact, Facts, ItemId};

/// Judges an indicator that is the only one of its pack; says how it stands and why.
pub fn judged(
    indicator: &Value,
    organization: &Organization,
    period: &str,
    answers: &str,
) -> String {
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
    indicator_words(result)
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
        switched: SortedMap::from([(ItemId::from("A"), on)]),
        ..LocalSettings::default()
    };
    let times = |times| LocalSettings {
        times: SortedMap::from([(ItemId::from("A"), times)]),
        ..LocalSettings::default()
    };
    let partly = |percent| LocalSettings {
        thresholds: SortedMap::from([(Threshold::CountPartlyPercent, percent)]),
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
