//! Small packs, organisations and answers for the tests of the engine, in a short form.
//!
//! Answers are written in one line: `A=met B=partly C=unmet D=na`, a count as `E=3` (done) or
//! `E=3/4` (done, own due), a band as `S=15p`, a veto as `V=present|clear|unclear`, a bonus as
//! `B=1+0+2`, deductions as `D=1-0` or `D=1-`; a value that holds over from an earlier quarter as
//! `A=met@2026Q1`.

use serde_json::{Map, Value, json};
use uuid::Uuid;
use wuxing::assessment::{
    Answer, AnswerValue, Assessment, LocalSettings, Organization, PackReference, Verdict,
    VetoAnswer,
};
use wuxing::period::{CivilDate, Quarter};
use wuxing::sorted_map::SortedMap;
use wuxing::standard::{Facts, ItemId, OrganizationType, StandardPack, built_in};

/// A pack of these parts; what is not named is as small as a pack can be. In `basics` and `stars`
/// the fields that no rule looks at may be left out.
pub fn pack(parts: Value) -> StandardPack {
    let label = || json!({ "zh": "名" });
    let mut whole = json!({
        "id": "test", "version": "1", "title": label(), "issuer": label(), "scope": label(),
        "disclaimer": label(), "verified_on": "2026-01-01", "organization": "village",
        "names": { "basics": label(), "stars": label() }, "rules": [],
        "judgement": {
            "count_partly_percent": 80, "basic_met_percent": 80, "partly_weight_percent": 50,
        },
        "basics": [], "stars": [], "vetoes": [], "bonuses": [],
        "award": {
            "star_pass": 80,
            "grades": [
                { "at_least": 90, "title": label() }, { "at_least": 80, "title": label() },
                { "at_least": 60, "title": label() }, { "at_least": 0, "title": label() },
            ],
        },
    });
    overlay(&mut whole, parts);
    complete(&mut whole, "");
    serde_json::from_value(whole).unwrap()
}

/// A pack with one basic that has these indicators.
pub fn basic(indicators: Value) -> StandardPack {
    pack(json!({ "basics": [{ "key": "basic", "indicators": indicators }] }))
}

/// A scored indicator with these bands: `(points, what a derivation must come to)`.
pub fn scored(id: &str, bands: &[(u32, Value)]) -> Value {
    let bands: Vec<Value> = bands
        .iter()
        .map(|(score, reach)| json!({ "score": score, "reached_by": reach }))
        .collect();
    json!({ "id": id, "maximum": bands[0]["score"], "bands": bands })
}

/// A scored indicator that is asked, with these points as its bands.
pub fn asked(id: &str, points: &[u32]) -> Value {
    let bands: Vec<_> = points.iter().map(|points| (*points, Value::Null)).collect();
    scored(id, &bands)
}

/// A scored indicator that follows from others.
pub fn derived(id: &str, bands: &[(u32, Value)], derivation: Value) -> Value {
    let mut whole = scored(id, bands);
    whole["derivation"] = derivation;
    whole
}

/// A star with these scored indicators.
pub fn star(key: &str, indicators: Vec<Value>) -> Value {
    let maximum: u64 = indicators
        .iter()
        .filter_map(|one| one["maximum"].as_u64())
        .sum();
    json!({ "key": key, "maximum": maximum, "indicators": indicators })
}

/// The built-in pack for villages.
pub fn village() -> StandardPack {
    built_in(OrganizationType::Village).unwrap()
}

/// An organisation with these facts and this end of term (empty for unknown).
pub fn organization(facts: Facts, term_end: &str) -> Organization {
    Organization {
        id: Uuid::nil(),
        name: String::new(),
        organization_type: OrganizationType::Village,
        facts,
        term_end: (!term_end.is_empty()).then(|| date(term_end)),
        pack: None,
        local: LocalSettings::default(),
        example: false,
        created_at: 0,
        changed_at: 0,
        extra: Map::new(),
    }
}

/// An organisation of which nothing is known.
pub fn nobody() -> Organization {
    organization(Facts::default(), "")
}

/// An organisation with changes of its own.
pub fn changed(local: LocalSettings) -> Organization {
    Organization { local, ..nobody() }
}

/// An assessment of `period` with these answers, in the short form.
pub fn assessment(period: &str, answers: &str) -> Assessment {
    Assessment {
        id: Uuid::nil(),
        organization: Uuid::nil(),
        period: quarter(period),
        pack: reference(),
        answers: answers.split_whitespace().map(answer).collect(),
        retired: SortedMap::new(),
        summary: None,
        example: false,
        created_at: 0,
        extra: Map::new(),
    }
}

/// A reference to a pack that nobody looks up.
pub fn reference() -> PackReference {
    PackReference {
        id: "test".into(),
        version: "1".into(),
        hash: String::new(),
    }
}

/// One answer in the short form.
pub fn answer(text: &str) -> (ItemId, Answer) {
    let (id, text) = text.split_once('=').unwrap();
    let (text, carried_from) = match text.split_once('@') {
        Some((text, period)) => (text, Some(quarter(period))),
        None => (text, None),
    };
    (
        ItemId::from(id),
        Answer {
            carried_from,
            ..Answer::of(value(text), 1)
        },
    )
}

/// A value in the short form.
pub fn value(text: &str) -> AnswerValue {
    let number = |text: &str| text.parse::<u32>().unwrap();
    match text {
        "met" => AnswerValue::Verdict(Verdict::Met),
        "partly" => AnswerValue::Verdict(Verdict::Partly),
        "unmet" => AnswerValue::Verdict(Verdict::Unmet),
        "na" => AnswerValue::Verdict(Verdict::NotApplicable),
        "clear" => AnswerValue::Veto(VetoAnswer::Clear),
        "present" => AnswerValue::Veto(VetoAnswer::Present),
        "unclear" => AnswerValue::Veto(VetoAnswer::Unclear),
        _ => {
            if let Some(points) = text.strip_suffix('p') {
                AnswerValue::Band(number(points))
            } else if text.contains('-') {
                let counts = text.split('-').filter(|one| !one.is_empty());
                AnswerValue::Deductions(counts.map(number).collect())
            } else if text.contains('+') {
                let counts = text.split('+').filter(|one| !one.is_empty());
                AnswerValue::Bonus(counts.map(number).collect())
            } else if let Some(due) = text.strip_prefix('/') {
                AnswerValue::OwnDue(number(due))
            } else if let Some((done, due)) = text.split_once('/') {
                AnswerValue::Count {
                    done: number(done),
                    due: Some(number(due)),
                }
            } else {
                AnswerValue::Count {
                    done: number(text),
                    due: None,
                }
            }
        }
    }
}

/// A quarter from text.
pub fn quarter(text: &str) -> Quarter {
    text.parse().unwrap()
}

/// A date from text.
pub fn date(text: &str) -> CivilDate {
    text.parse().unwrap()
}

/// Lays `over` on `base`; objects merge, everything else is replaced.
fn overlay(base: &mut Value, over: Value) {
    match (base, over) {
        (Value::Object(base), Value::Object(over)) => {
            for (key, value) in over {
                match base.get_mut(&key) {
                    Some(known) => overlay(known, value),
                    None => drop(base.insert(key, value)),
                }
            }
        }
        (base, over) => *base = over,
    }
}

/// Fills in the fields that every item of a pack has and no rule looks at.
fn complete(value: &mut Value, place: &str) {
    match value {
        Value::Object(members) => {
            let add: &[&str] = match place {
                "indicators" if members.contains_key("maximum") => {
                    &["title", "sources", "certainty"]
                }
                "indicators" => &["title", "criterion", "sources", "certainty"],
                "stars" | "vetoes" | "bonuses" => &["title", "sources", "certainty"],
                "award" => &["sources", "certainty"],
                "judgement" => &["certainty"],
                // The names of the two parts bear the keys of the parts.
                "names" => return,
                "basics" | "options" => &["title"],
                "bands" => &["when"],
                _ => &[],
            };
            for key in add {
                let filling = match *key {
                    "sources" => json!([]),
                    "certainty" => json!("suggestion"),
                    _ => json!({ "zh": "名" }),
                };
                members.entry(*key).or_insert(filling);
            }
            for (key, member) in members.iter_mut() {
                complete(member, key);
            }
        }
        Value::Array(elements) => elements.iter_mut().for_each(|one| complete(one, place)),
        _ => {}
    }
}
