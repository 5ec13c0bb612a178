//! What is worth doing next, at the end of a run through a part of an assessment.

use crate::world::{asked, assessment, nobody, pack, star};
use serde_json::json;
use uuid::Uuid;
use wuxing::assessment::{NextStep, NextStop, OpenPart, Part, judge, next_steps};
use wuxing::ledger::Ledger;
use wuxing::rectification::{Origin, Rectification};
use wuxing::standard::ItemId;

/// A ledger in which these indicators are being put right.
fn pursued(ids: &str) -> Ledger {
    let mut ledger = Ledger::default();
    for (place, id) in (1..).zip(ids.split_whitespace()) {
        let found_on = "2026-02-01".parse().unwrap();
        let origin = Origin::Indicator(ItemId::from(id));
        let one = Rectification::found(origin, String::new(), found_on);
        ledger.rectifications.insert(Uuid::from_u128(place), one);
    }
    ledger
}

fn in_words(step: &NextStep) -> String {
    match step {
        NextStep::Mend { id, must: true } => format!("mend must {}", id.0),
        NextStep::Mend { id, must: false } => format!("mend {}", id.0),
        NextStep::LookAt { part, open } => match part {
            Part::Basic(key) | Part::Star(key) => format!("look at {open} from {key}"),
        },
        NextStep::Vetoes(open) => format!("{open} vetoes"),
        NextStep::Star { key, lacking } => format!("{lacking} points to {key}"),
    }
}

#[test]
fn at_most_three_things_are_named_the_most_pressing_first() {
    fn check(answers: &str, being_put_right: &str, expected: &str) {
        let one = |id: &str, must: bool| json!({ "id": id, "frequency": "quarter", "must": must });
        let pack = pack(json!({
            "basics": [{ "key": "basic", "indicators": [one("A", false), one("M", true)] }],
            "stars": [
                star("near", vec![asked("N", &[100, 70])]),
                star("far", vec![asked("F", &[100, 10])]),
            ],
            "vetoes": [{ "id": "V", "effect": "freeze_all_stars" }],
        }));
        let outcome = judge(&pack, &nobody(), &assessment("2026Q1", answers));
        let steps = next_steps(&outcome, &pack, &pursued(being_put_right));
        let steps: Vec<String> = steps.iter().map(in_words).collect();
        assert_eq!(steps.join(", "), expected, "{answers}");
    }

    check("", "", "look at 4 from basic, 1 vetoes");
    check("A=met M=met", "", "look at 2 from near, 1 vetoes");
    check(
        "A=unmet M=unmet",
        "",
        "mend must M, look at 2 from near, 1 vetoes",
    );
    // Of what is being put right already there is nothing to begin.
    check("A=unmet M=unmet", "M A", "look at 2 from near, 1 vetoes");
    check(
        "A=unmet M=partly N=100p F=100p V=clear",
        "",
        "mend must M, mend A",
    );
    // A star is the last thing, and the nearest is named.
    check("A=met M=met N=70p F=10p V=clear", "", "10 points to near");
    check(
        "A=unmet M=met N=70p F=10p V=clear",
        "",
        "mend A, 10 points to near",
    );
    check("A=met M=met N=100p F=100p V=clear", "", "");
    // What is frozen is not won by points.
    check("A=met M=met N=70p F=10p V=present", "", "");
}

#[test]
fn what_is_open_is_named_in_the_order_of_the_pack() {
    fn check(answers: &str, expected: &str) {
        let indicator = |id: &str| json!({ "id": id, "frequency": "quarter" });
        let pack = pack(json!({
            "basics": [
                { "key": "first", "indicators": [indicator("A"), indicator("B")] },
                { "key": "second", "indicators": [indicator("C")] },
            ],
            "stars": [star("star", vec![asked("S", &[60, 0])])],
        }));
        let outcome = judge(&pack, &nobody(), &assessment("2026Q1", answers));
        let open: Vec<String> = outcome
            .open_items(&pack)
            .into_iter()
            .map(|id| id.0.to_string())
            .collect();
        assert_eq!(open.join(" "), expected, "{answers}");
        assert_eq!(open.len(), outcome.progress(&pack).left(), "{answers}");
    }

    check("", "A B C S");
    check("B=unmet S=0p", "A C");
    check("A=na B=met C=partly S=60p", "");
}

#[test]
fn the_next_stop_is_what_is_open_and_not_what_stands_next() {
    fn check(after: Option<OpenPart<'_>>, answers: &str, expected: &str) {
        let basic = |key: &str, id: &str| {
            let indicator = json!({ "id": id, "frequency": "quarter" });
            json!({ "key": key, "indicators": [indicator] })
        };
        let pack = pack(json!({
            "basics": [basic("first", "A"), basic("second", "B"), basic("third", "C")],
            "stars": [star("star", vec![asked("S", &[60, 0])])],
            "vetoes": [{ "id": "V", "effect": "freeze_all_stars" }],
        }));
        let outcome = judge(&pack, &nobody(), &assessment("2026Q1", answers));
        let found = match outcome.next_stop(&pack, after) {
            NextStop::Basic(key) | NextStop::Star(key) => key,
            NextStop::Vetoes => "vetoes".to_owned(),
            NextStop::Result => "result".to_owned(),
        };
        assert_eq!(found, expected, "{after:?}: {answers}");
    }

    let (first, second) = (OpenPart::Basic("first"), OpenPart::Basic("second"));
    check(None, "", "first");
    check(Some(first), "A=met", "second");
    check(Some(first), "A=met B=met", "third");
    // What was passed over comes once nothing is ahead.
    check(Some(second), "B=met C=met S=60p", "first");
    check(Some(OpenPart::Star("star")), "B=met S=60p", "first");
    // One does not go from a part to itself.
    check(Some(second), "A=met C=met S=60p", "vetoes");
    check(Some(second), "A=met B=met C=met S=60p", "vetoes");
    check(Some(second), "A=met B=met C=met S=0p V=unclear", "vetoes");
    check(None, "A=met B=met C=met S=60p V=clear", "result");
}
