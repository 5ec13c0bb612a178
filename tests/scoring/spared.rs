//! What is asked and what is spared: by the facts, by the time, by a switch.

use crate::world::{assessment, basic, date, nobody, organization, pack};
use serde_json::{Value, json};
use wuxing::assessment::{Asking, SparedBy, judge, spared};
use wuxing::standard::{Fact, Facts, ItemId};

#[test]
fn an_indicator_is_asked_or_not_for_one_reason() {
    fn check(parts: Value, answers: &str, expected: Asking) {
        let mut whole = json!({ "id": "A", "frequency": "quarter" });
        let own = parts.as_object().unwrap().clone();
        whole.as_object_mut().unwrap().extend(own);
        let outcome = judge(
            &basic(json!([whole])),
            &nobody(),
            &assessment("2026Q1", answers),
        );
        let found = outcome.indicator(&ItemId::from("A")).unwrap().asking();
        assert_eq!(found, expected, "{parts} {answers}");
    }

    check(json!({}), "", Asking::Asked);
    check(json!({}), "A=met", Asking::Asked);
    check(json!({}), "A=na", Asking::NotApplicable);
    check(json!({ "frequency": "event" }), "", Asking::OnEvent);
    check(json!({ "frequency": "event" }), "A=unmet", Asking::Asked);
    check(json!({ "frequency": "year" }), "", Asking::NotDue);
    check(json!({ "enabled": false }), "", Asking::Off);
}

#[test]
fn what_is_to_be_made_good_begins_with_the_must_items() {
    let one = |id: &str, must: bool| json!({ "id": id, "frequency": "quarter", "must": must });
    let pack = basic(json!([
        one("A", false),
        one("B", false),
        one("C", true),
        one("D", true),
        one("E", true),
    ]));
    let answers = assessment("2026Q1", "A=partly B=unmet C=partly D=unmet E=met");
    let outcome = judge(&pack, &nobody(), &answers);
    let found = outcome.to_make_good();
    let ids: Vec<&str> = found.iter().map(|one| &*one.id.0).collect();
    assert_eq!(ids, ["D", "C", "B", "A"]);
}

#[test]
fn what_is_spared_for_one_reason_stands_together() {
    fn check(term_end: &str, today: Option<&str>, expected: &[&str]) {
        let few = json!({ "any": [{ "at_most": ["members", 2] }, { "at_most": ["members", 9] }] });
        let title = |zh: &str| json!({ "zh": zh });
        let pack = pack(json!({
            "basics": [{ "key": "basic", "indicators": [
                { "id": "A", "frequency": "quarter", "title": title("甲"),
                  "not_applicable_when": { "at_most": ["members", 9] } },
                { "id": "B", "frequency": "quarter", "title": title("乙"),
                  "not_applicable_when": few },
                { "id": "C", "frequency": "quarter", "title": title("丙"),
                  "not_applicable_when": { "at_least": ["members", 9] } },
                { "id": "D", "frequency": "term", "title": title("丁"),
                  "answered_by": "term_not_expired" },
                { "id": "E", "frequency": "quarter", "title": title("戊"), "enabled": false,
                  "not_applicable_when": { "at_most": ["members", 9] } },
            ] }],
        }));
        let facts = Facts {
            members: Some(2),
            ..Facts::default()
        };
        let organization = organization(facts, term_end);
        let found = spared(&organization, &pack, today.map(date));
        let in_words = found.iter().map(|one| {
            let names: Vec<&str> = one.items.iter().map(|title| &*title.zh).collect();
            let why = match &one.why {
                SparedBy::Facts(facts) => {
                    assert_eq!(facts[..], [(Fact::Members, 2)]);
                    "members".to_owned()
                }
                SparedBy::TermRunsUntil(end) => end.to_string(),
            };
            format!("{} by {why}", names.join(""))
        });
        let in_words: Vec<String> = in_words.collect();
        assert_eq!(in_words, expected, "{term_end} {today:?}");
    }

    check("", Some("2026-11-21"), &["甲乙 by members"]);
    check(
        "2027-06-30",
        Some("2026-11-21"),
        &["甲乙 by members", "丁 by 2027-06-30"],
    );
    check("2026-11-21", Some("2026-11-21"), &["甲乙 by members"]);
    // While the clock cannot be believed, nobody is told that a term is over.
    check("2026-11-21", None, &["甲乙 by members", "丁 by 2026-11-21"]);
}
