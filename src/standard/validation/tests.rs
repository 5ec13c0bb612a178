//! Every kind of fault, each made by one change to the pack of villages.
//!
//! Here: the head, names and items; the rest stands in the files below.

mod awards;
mod checklist;
mod derivations;
mod examples;
mod mechanisms;
mod stars;

use super::*;
use crate::period::Frequency;
use crate::standard::{OrganizationType, built_in, parse};
use serde_json::{Value, json};

/// The thing with this id or key, wherever it is.
fn named<'a>(value: &'a mut Value, name: &str) -> Option<&'a mut Value> {
    let own = |value: &Value, field: &str| value.get(field).and_then(Value::as_str) == Some(name);
    if own(value, "id") || own(value, "key") {
        return Some(value);
    }
    match value {
        Value::Object(members) => members.values_mut().find_map(|member| named(member, name)),
        Value::Array(elements) => elements.iter_mut().find_map(|element| named(element, name)),
        _ => None,
    }
}

/// Sets a member of the thing with this id or key; `path` is a JSON pointer from there.
fn set(pack: &mut Value, name: &str, path: &str, to: Value) {
    let (parent, member) = path.rsplit_once('/').unwrap();
    let parent = named(pack, name).unwrap().pointer_mut(parent).unwrap();
    match parent {
        Value::Array(elements) => elements[member.parse::<usize>().unwrap()] = to,
        parent => parent[member] = to,
    }
}

/// The pack of villages without its examples and groupings, which would have faults of their own.
fn village() -> Value {
    let pack = built_in(OrganizationType::Village).unwrap();
    serde_json::to_value(StandardPack {
        examples: Vec::new(),
        groupings: Vec::new(),
        ..pack
    })
    .unwrap()
}

/// The faults of the changed pack are exactly this one.
fn check(change: impl Fn(&mut Value), within: &str, place: &str, kind: FaultKind) {
    let mut value = village();
    // The pointer begins at the thing that is named, so that the tests survive a new item.
    let root = named_pointer(&value, within, "").unwrap_or_default();
    change(&mut value);
    let pack = parse(&value.to_string()).unwrap();
    let found: Vec<(String, FaultKind)> = validate(&pack)
        .into_iter()
        .map(|fault| (fault.place, fault.kind))
        .collect();
    assert_eq!(found, vec![(format!("{root}{place}"), kind)]);
}

/// The JSON pointer of the thing with this id, key or (for an example) name.
fn named_pointer(value: &Value, name: &str, at: &str) -> Option<String> {
    let own = ["id", "key", "name"]
        .iter()
        .any(|field| value.get(field).and_then(Value::as_str) == Some(name));
    if own {
        return Some(at.to_owned());
    }
    match value {
        Value::Object(members) => members
            .iter()
            .find_map(|(key, member)| named_pointer(member, name, &format!("{at}/{key}"))),
        Value::Array(elements) => elements
            .iter()
            .enumerate()
            .find_map(|(index, element)| named_pointer(element, name, &format!("{at}/{index}"))),
        _ => None,
    }
}

#[test]
fn the_built_in_packs_are_clean() {
    for organization in OrganizationType::ALL {
        assert_eq!(
            validate(&built_in(organization).unwrap()),
            vec![],
            "{organization:?}"
        );
    }
}

#[test]
fn faults_of_the_head() {
    let rule = || FaultKind::UnknownRule {
        id: "X-1".to_owned(),
    };
    check(
        |pack| pack["title"]["zh"] = json!(" "),
        "",
        "/title/zh",
        FaultKind::EmptyText,
    );
    check(
        |pack| pack["version"] = json!(""),
        "",
        "/version",
        FaultKind::EmptyText,
    );
    check(
        |pack| pack["judgement"]["basic_met_percent"] = json!(0),
        "",
        "/judgement/basic_met_percent",
        FaultKind::PercentOutOfRange { percent: 0 },
    );
    check(
        |pack| pack["judgement"]["count_partly_percent"] = json!(101),
        "",
        "/judgement/count_partly_percent",
        FaultKind::PercentOutOfRange { percent: 101 },
    );
    let rules = village()["rules"].as_array().unwrap().len();
    check(
        |pack| {
            let copy = pack["rules"][0].clone();
            pack["rules"].as_array_mut().unwrap().push(copy);
        },
        "",
        &format!("/rules/{rules}"),
        FaultKind::DuplicateRule {
            id: "ZB-S".to_owned(),
        },
    );
    check(
        |pack| set(pack, "ORG-01", "/sources/0", json!("X-1")),
        "ORG-01",
        "/sources/0",
        rule(),
    );
    check(
        |pack| set(pack, "VB1", "/sources/0", json!("X-1")),
        "VB1",
        "/sources/0",
        rule(),
    );
    check(
        |pack| set(pack, "VT9", "/sources/0", json!("X-1")),
        "VT9",
        "/sources/0",
        rule(),
    );
    check(
        |pack| set(pack, "BN1", "/sources/0", json!("X-1")),
        "BN1",
        "/sources/0",
        rule(),
    );
    check(
        |pack| pack["award"]["sources"] = json!(["X-1"]),
        "",
        "/award/sources/0",
        rule(),
    );
}

#[test]
fn faults_of_items() {
    let too_large = |number| FaultKind::NumberTooLarge {
        number,
        most: GREATEST_NUMBER,
    };
    check(
        |pack| set(pack, "ORG-01", "/title/zh", json!("")),
        "ORG-01",
        "/title/zh",
        FaultKind::EmptyText,
    );
    check(
        |pack| set(pack, "ORG-01", "/variants/1/criterion/zh", json!("")),
        "ORG-01",
        "/variants/1/criterion/zh",
        FaultKind::EmptyText,
    );
    check(
        |pack| set(pack, "ACT-01", "/answer", json!({"count": {"times": 0}})),
        "ACT-01",
        "/answer",
        FaultKind::CountWithoutTimes,
    );
    check(
        |pack| {
            set(
                pack,
                "ACT-01",
                "/answer",
                json!({"count": {"times": 20_000}}),
            )
        },
        "ACT-01",
        "/answer",
        too_large(20_000),
    );
    check(
        |pack| set(pack, "ORG-04", "/answer", json!({"count": {"times": 1}})),
        "ORG-04",
        "/answer",
        FaultKind::CountWithoutPeriods {
            frequency: Frequency::Event,
        },
    );
    check(
        |pack| set(pack, "SYS-V3", "/frequency", json!("term")),
        "SYS-V3",
        "/answer",
        FaultKind::CountWithoutPeriods {
            frequency: Frequency::Term,
        },
    );
    check(
        |pack| set(pack, "BN1", "/cap", json!(10_001)),
        "BN1",
        "/cap",
        too_large(10_001),
    );
    check(
        |pack| set(pack, "BN2", "/options/1/points", json!(u32::MAX)),
        "BN2",
        "/options/1/points",
        too_large(u32::MAX),
    );
    check(
        |pack| {
            set(
                pack,
                "VT4",
                "/effect",
                json!({"freeze_stars": ["star_party", "star_x"]}),
            )
        },
        "VT4",
        "/effect",
        FaultKind::UnknownKey {
            key: "star_x".to_owned(),
        },
    );
    check(
        |pack| set(pack, "VT7", "/effect", json!({"at_most_stars": 6})),
        "VT7",
        "/effect",
        FaultKind::LimitAboveStars { limit: 6, stars: 5 },
    );
}

#[test]
fn names_used_twice() {
    fn check_twice(name: &str, becomes: &str) {
        let mut value = village();
        set(
            &mut value,
            name,
            if name.contains('_') { "/key" } else { "/id" },
            json!(becomes),
        );
        let pack = parse(&value.to_string()).unwrap();
        let twice = FaultKind::Duplicate {
            name: becomes.to_owned(),
        };
        assert!(
            validate(&pack).iter().any(|fault| fault.kind == twice),
            "{name} {becomes}"
        );
    }

    check_twice("ORG-04", "ORG-06");
    check_twice("ORG-04", "VB1");
    check_twice("VB1", "VB2");
    check_twice("VT1", "VT2");
    check_twice("BN7", "VT2");
    check_twice("basic_team", "basic_org");
    check_twice("star_ecology", "basic_org");
    check_twice("SUP-V2", "star_party");
}
