//! Scored indicators that follow from others: every rule, with silent and open sources, bounds and
//! overrides.

use crate::words::scored_words;
use crate::world::{asked, assessment, date, derived, nobody, pack, star};
use serde_json::{Value, json};
use wuxing::assessment::{StarState, judge, judge_with_ledger};
use wuxing::duty::{Circumstances, RecordingSince};
use wuxing::ledger::Ledger;
use wuxing::standard::{Facts, ItemId, StandardPack};

/// Five indicators: two looked at each quarter, one a year, one whenever it comes up, one off.
fn sources() -> Value {
    json!([{ "key": "basic", "indicators": [
        { "id": "A", "frequency": "quarter" },
        { "id": "B", "frequency": "quarter" },
        { "id": "Y", "frequency": "year" },
        { "id": "E", "frequency": "event" },
        { "id": "O", "frequency": "quarter", "enabled": false },
    ]}])
}

/// Two indicators that are counted, three times and once a quarter, and one that is not.
fn counted() -> Value {
    json!([{ "key": "basic", "indicators": [
        { "id": "M", "frequency": "month", "answer": { "count": { "times": 1 } } },
        { "id": "Q", "frequency": "quarter", "answer": { "count": { "times": 1 } } },
        { "id": "P", "frequency": "quarter" },
    ]}])
}

/// What S, which follows from others, comes to.
fn said(pack: &StandardPack, period: &str, answers: &str) -> String {
    let outcome = judge(pack, &nobody(), &assessment(period, answers));
    scored_words(&outcome.stars[0].indicators[0])
}

fn following(basics: Value, bands: &[(u32, Value)], derivation: Value) -> StandardPack {
    let stars = [star("star", vec![derived("S", bands, derivation)])];
    pack(json!({ "basics": basics, "stars": stars }))
}

fn by_verdict() -> [(u32, Value); 3] {
    [
        (15, json!({ "verdict": "met" })),
        (8, json!({ "verdict": "partly" })),
        (0, Value::Null),
    ]
}

/// Until when the first source is to be done that has not fallen due, as the card says it.
#[test]
fn what_is_not_due_says_until_when_there_is_time() {
    fn check(period: &str, today: &str, ids: &[&str], expected: Option<&str>) {
        let (facts, ledger) = (Facts::default(), Ledger::default());
        let known = Circumstances {
            facts: &facts,
            term_end: None,
            ledger: &ledger,
            recording_since: RecordingSince(date("2026-01-01")),
            today: date(today),
        };
        let pack = following(
            sources(),
            &by_verdict(),
            json!({ "from": ["Y"], "rule": "worst" }),
        );
        let outcome = judge_with_ledger(&pack, &nobody(), &assessment(period, ""), &known);
        let ids: Vec<ItemId> = ids.iter().map(|id| ItemId::from(*id)).collect();
        let found = outcome.closes_first(&pack, &ids);
        assert_eq!(found, expected.map(date), "{period} {today} {ids:?}");
    }

    check("2026Q1", "2026-02-10", &["Y"], Some("2026-12-31"));
    // What is due is awaited, and what comes up or is off has no time of its own.
    check("2026Q4", "2026-11-27", &["Y"], None);
    check("2026Q1", "2026-02-10", &["E", "O"], None);
    check("2026Q1", "2026-02-10", &[], None);
    // A quarter that is over waits for nothing.
    check("2026Q1", "2026-04-02", &["Y"], None);
}

#[test]
fn the_worst_source_decides() {
    fn check(period: &str, answers: &str, expected: &str) {
        let rule = json!({ "from": ["A", "B", "Y", "E", "O"], "rule": "worst" });
        let pack = following(sources(), &by_verdict(), rule);
        assert_eq!(said(&pack, period, answers), expected, "{period} {answers}");
    }

    check("2026Q1", "A=met B=met", "15, derived");
    check("2026Q1", "A=met B=partly", "8, derived, held back by B");
    check("2026Q1", "A=unmet B=partly", "0, derived, held back by A B");
    // What is not due, did not come up, does not apply or is off has no say.
    check("2026Q1", "A=met B=na Y=unmet O=unmet", "15, derived");
    check(
        "2026Q1",
        "A=met B=met Y=met E=partly",
        "8, derived, held back by E",
    );
    check(
        "2026Q4",
        "A=met B=met Y=unmet",
        "0, derived, held back by Y",
    );
    check("2026Q4", "A=met B=met", "up to 15, awaiting Y");
    // What is open is awaited, and never counts as unmet.
    check("2026Q1", "", "up to 15, awaiting A B");
    check("2026Q1", "A=met", "up to 15, awaiting B");
    check("2026Q1", "A=partly", "up to 8, awaiting B, held back by A");
    check("2026Q1", "A=unmet", "up to 0, awaiting B, held back by A");
    // Where no source has a say and some can have one later, there is nothing to answer yet.
    check("2026Q1", "A=na B=na", "up to 15, not due");
    check("2026Q4", "A=na B=na", "up to 15, awaiting Y");
    // Where none ever has, the person is asked.
    check("2026Q4", "A=na B=na Y=na E=na", "up to 15, open");
    check("2026Q1", "A=na B=na S=8p", "8, answered");
    // She can put another band, and the same one is no override.
    check("2026Q1", "A=met B=met S=8p", "8, overridden from 15");
    check(
        "2026Q1",
        "A=unmet B=met S=15p",
        "15, overridden from 0, held back by A",
    );
    check("2026Q1", "A=met B=met S=15p", "15, derived");
    check("2026Q1", "A=met S=8p", "8, answered");
    // The nearest band below is taken for points that the pack no longer has.
    check("2026Q1", "A=met B=met S=14p", "8, overridden from 15");
    check("2026Q1", "A=met B=met S=4294967295p", "15, derived");
    check("2026Q1", "A=met B=met S=met", "15, derived");
}

#[test]
fn how_many_are_missing() {
    fn check(period: &str, answers: &str, expected: &str) {
        let rule = json!({ "from": ["A", "B", "Y"], "rule": "missing" });
        let bands = [
            (15, json!({ "missing": 0 })),
            (9, json!({ "missing": 1 })),
            (2, Value::Null),
        ];
        let pack = following(sources(), &bands, rule);
        assert_eq!(said(&pack, period, answers), expected, "{period} {answers}");
    }

    check("2026Q1", "A=met B=met", "15, derived");
    check("2026Q1", "A=met B=partly", "9, derived, held back by B");
    check("2026Q1", "A=unmet B=partly", "2, derived, held back by A B");
    check(
        "2026Q4",
        "A=met B=unmet Y=met",
        "9, derived, held back by B",
    );
    check(
        "2026Q4",
        "A=met B=unmet",
        "up to 9, awaiting Y, held back by B",
    );
    check("2026Q1", "A=na B=na Y=met", "15, derived");
}

#[test]
fn the_sum_of_done_over_the_sum_of_due() {
    fn check(answers: &str, expected: &str) {
        let bands = [
            (20, json!({ "percent": 95 })),
            (14, json!({ "percent": 80 })),
            (8, json!({ "percent": 60 })),
            (0, Value::Null),
        ];
        let rule = json!({ "from": ["M", "Q"], "rule": "done_over_due" });
        let pack = following(counted(), &bands, rule);
        assert_eq!(said(&pack, "2026Q4", answers), expected, "{answers}");
    }

    check("M=12 Q=4", "20, derived");
    check("M=12 Q=3", "14, derived, held back by Q");
    check("M=10 Q=3", "14, derived, held back by M Q");
    check("M=9 Q=3", "8, derived, held back by M Q");
    check("M=8 Q=1", "0, derived, held back by M Q");
    check("M=0 Q=0", "0, derived, held back by M Q");
    // 95 percent exactly, and one short of it.
    check("M=15/16 Q=4", "20, derived");
    check("M=14/16 Q=4", "14, derived, held back by M");
    // What was done beyond what was due fills no gap elsewhere.
    check("M=100 Q=0", "8, derived, held back by Q");
    check("M=na Q=4", "20, derived");
    // Nothing is due no times at all: such a number stands for none.
    check("M=0/0 Q=3", "0, derived, held back by M Q");
    check("M=12", "up to 20, awaiting Q");
    check("M=0", "up to 0, awaiting Q, held back by M");
    check("M=4294967295 Q=4294967295/4294967295", "20, derived");
}

#[test]
fn regression_a_verdict_on_a_counted_indicator_has_its_say_in_the_sum() {
    fn check(answers: &str, expected: &str) {
        let bands = [
            (20, json!({ "percent": 95 })),
            (14, json!({ "percent": 80 })),
            (8, json!({ "percent": 60 })),
            (0, Value::Null),
        ];
        let rule = json!({ "from": ["M", "Q", "P"], "rule": "done_over_due" });
        let pack = following(counted(), &bands, rule);
        assert_eq!(said(&pack, "2026Q1", answers), expected, "{answers}");
    }

    // All met by verdict used to come to the worst band, since nothing was counted.
    check("M=met Q=met P=met", "20, derived");
    check("M=met Q=1 P=unmet", "14, derived, held back by P");
    check("M=unmet Q=1 P=met", "0, derived, held back by M");
    check("M=partly Q=1 P=met", "14, derived, held back by M");
    check("M=3 Q=1", "up to 20, awaiting P");
}

#[test]
fn a_bound_lets_the_person_choose_no_more() {
    fn check(answers: &str, expected: &str) {
        let rule = json!({ "from": ["A"], "rule": "worst", "effect": "limits" });
        let pack = following(sources(), &by_verdict(), rule);
        assert_eq!(said(&pack, "2026Q1", answers), expected, "{answers}");
    }

    check("A=met", "up to 15, open");
    check("A=met S=15p", "15, answered");
    check("A=met S=8p", "8, answered");
    check("A=partly S=15p", "8, limited from 15, held back by A");
    check("A=partly S=8p", "8, answered, held back by A");
    check("A=unmet S=15p", "0, limited from 15, held back by A");
    check("A=unmet", "up to 0, open, held back by A");
    check("A=na S=15p", "15, answered");
}

#[test]
fn regression_an_unknown_bound_leaves_the_points_open() {
    fn check(answers: &str, expected: &str) {
        let rule = json!({ "from": ["A", "B"], "rule": "worst", "effect": "limits" });
        let pack = following(sources(), &by_verdict(), rule);
        assert_eq!(said(&pack, "2026Q1", answers), expected, "{answers}");
    }

    // The star used to be won with these points and lost again once A was answered.
    check("S=15p", "up to 15, awaiting A B");
    check("S=8p", "up to 8, awaiting A B");
    check("A=partly S=15p", "up to 8, awaiting B, held back by A");
    check("S=0p", "0, answered");
    check("", "up to 15, open");
}

#[test]
fn regression_a_star_that_its_sources_rule_out_is_not_open() {
    fn check(answers: &str, expected: StarState, within_reach: u32) {
        let rule = json!({ "from": ["A", "B"], "rule": "worst" });
        let indicators = vec![derived("S", &by_verdict(), rule), asked("T", &[75, 0])];
        let pack = pack(json!({ "basics": sources(), "stars": [star("star", indicators)] }));
        let outcome = judge(&pack, &nobody(), &assessment("2026Q1", answers));
        let found = &outcome.stars[0];
        assert_eq!(found.state, expected, "{answers}");
        let most: u32 = found.indicators.iter().map(|one| one.within_reach).sum();
        assert_eq!(most, within_reach, "{answers}");
    }

    check("T=75p", StarState::Incomplete, 90);
    check("T=75p A=partly", StarState::Incomplete, 83);
    // A is unmet, so whatever B is, S comes to nothing; the star used to stand as open.
    check("T=75p A=unmet", StarState::NotWon, 75);
    check("A=met B=met", StarState::Incomplete, 90);
    check("A=unmet B=met", StarState::NotWon, 75);
}

#[test]
fn one_scored_indicator_can_follow_from_another() {
    fn check(answers: &str, expected: &str) {
        let rule = json!({ "from": ["T", "A"], "rule": "worst" });
        let stars = [
            star("first", vec![derived("S", &by_verdict(), rule)]),
            star("second", vec![asked("T", &[10, 5, 0])]),
        ];
        let pack = pack(json!({ "basics": sources(), "stars": stars }));
        assert_eq!(said(&pack, "2026Q1", answers), expected, "{answers}");
    }

    check("A=met T=10p", "15, derived");
    check("A=met T=5p", "8, derived, held back by T");
    check("A=met T=0p", "0, derived, held back by T");
    check("A=met", "up to 15, awaiting T");
    check("T=5p", "up to 8, awaiting A, held back by T");
}

#[test]
fn regression_many_that_follow_from_the_same_ones_are_scored_once_each() {
    let (deep, wide) = (8, 30);
    let name = |layer: i32, place: i32| format!("S{layer}-{place}");
    // Each of a layer follows from all of the layer below: scored anew for each that asks, this
    // would take thirty to the power of seven turns.
    let layer = |layer: i32| {
        let indicators = (0..wide).map(|place| {
            if layer == 0 {
                return asked(&name(layer, place), &[1, 0]);
            }
            let from: Vec<String> = (0..wide).map(|place| name(layer - 1, place)).collect();
            let bands = [(1, json!({ "verdict": "met" })), (0, Value::Null)];
            derived(
                &name(layer, place),
                &bands,
                json!({ "from": from, "rule": "worst" }),
            )
        });
        star(&format!("layer {layer}"), indicators.collect())
    };
    let stars: Vec<Value> = (0..deep).rev().map(layer).collect();
    let pack = pack(json!({ "stars": stars, "award": { "star_pass": 30 } }));
    let answers: Vec<String> = (0..wide)
        .map(|place| format!("{}=1p", name(0, place)))
        .collect();
    let outcome = judge(&pack, &nobody(), &assessment("2026Q1", &answers.join(" ")));
    let expected = StarState::Won;
    assert!(
        outcome
            .stars
            .iter()
            .all(|star| star.state == expected && star.score == 30)
    );
}
