//! Answering as in the period before, all at once: what is offered, and what never is.

use crate::world::{asked, assessment, derived, organization, pack, star};
use serde_json::{Value, json};
use uuid::Uuid;
use wuxing::assessment::{judge, same_answer, same_answers};
use wuxing::ledger::Ledger;
use wuxing::rectification::{Origin, Rectification};
use wuxing::standard::{Facts, ItemId};

/// A verdict each quarter and one a year, a count, a star that is asked, one that is filled and one
/// that is bounded, and a veto.
fn parts() -> Value {
    let rule = |effect: &str| json!({ "from": ["Q"], "rule": "worst", "effect": effect });
    let bands = [(10, json!({ "verdict": "met" })), (0, Value::Null)];
    json!({
        "basics": [{ "key": "basic", "indicators": [
            { "id": "Q", "frequency": "quarter" },
            { "id": "Y", "frequency": "year" },
            { "id": "T", "frequency": "term", "answered_by": "term_not_expired" },
            { "id": "C", "frequency": "quarter", "answer": { "count": { "times": 1 } } },
        ] }],
        "stars": [star("star", vec![
            asked("S", &[60, 30, 0]),
            derived("F", &bands, rule("fills")),
            derived("L", &bands, rule("limits")),
        ])],
        "vetoes": [{ "id": "V", "effect": "freeze_all_stars" }],
    })
}

fn offered(previous: &str, answers: &str, ledger: &Ledger) -> String {
    let pack = pack(parts());
    // The term of office is over: whether it was prolonged is to be looked at.
    let organization = organization(Facts::default(), "2025-12-31");
    let outcome = judge(&pack, &organization, &assessment("2026Q2", answers));
    let previous = assessment("2026Q1", previous);
    let found = same_answers(&pack, &outcome, &previous, ledger);
    for (id, value) in &found {
        let alone = same_answer(id, &pack, &outcome, &previous, ledger);
        assert_eq!(alone, Some(value), "one by one as all at once");
    }
    let ids: Vec<String> = found.into_iter().map(|(id, _)| id.0.to_string()).collect();
    ids.join(" ")
}

#[test]
fn what_is_open_and_still_holds_is_offered() {
    fn check(previous: &str, answers: &str, expected: &str) {
        let found = offered(previous, answers, &Ledger::default());
        assert_eq!(found, expected, "{previous}, then {answers}");
    }

    check("Q=met S=30p", "", "Q S");
    check("Q=unmet S=0p L=10p", "", "Q S L");
    check("Q=na", "", "Q");
    // What is answered already stays as it is.
    check("Q=met S=30p", "Q=unmet", "S");
    check("Q=met S=30p", "Q=met S=60p", "");
    // A count is reckoned anew, a veto looked at each time, and what follows fills itself.
    check("C=3 C=3/4 V=clear F=10p", "", "");
    // Not due in this quarter; and a term that is over asks anew.
    check("Y=met T=met", "", "");
    // A band that the pack does not have any longer.
    check("S=45p", "", "");
    check("", "", "");
}

#[test]
fn what_was_put_right_since_is_looked_at_again() {
    fn check(previous: &str, closed_on: Option<&str>, expected: &str) {
        let found_on = "2026-01-10".parse().unwrap();
        let origin = Origin::Indicator(ItemId::from("Q"));
        let one = Rectification {
            closed_on: closed_on.map(|day| day.parse().unwrap()),
            ..Rectification::found(origin, String::new(), found_on)
        };
        let mut ledger = Ledger::default();
        ledger.rectifications.insert(Uuid::nil(), one);
        let found = offered(previous, "", &ledger);
        assert_eq!(found, expected, "{previous}, closed on {closed_on:?}");
    }

    check("Q=unmet", Some("2026-04-03"), "");
    check("Q=partly", Some("2026-02-01"), "");
    check("Q=unmet", None, "Q");
    // One of an earlier time was put right before the answer was given.
    check("Q=unmet", Some("2025-12-20"), "Q");
    check("Q=met", Some("2026-04-03"), "Q");
}
