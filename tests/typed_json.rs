//! The reader of `typed_json` takes what the reader of `serde_json` takes, as the same, and refuses
//! what that refuses: documents and packs with something changed in them, of all types that are
//! kept and sent.
//!
//! One difference is meant. `serde_json` takes a list for an object, its elements for the members
//! in the order of the source: a file could be read that way by one build and otherwise by the
//! next. Ours takes an object alone.

#![allow(clippy::disallowed_methods, reason = "tests are not loaded by a phone")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};
use std::fmt::Debug;
use std::sync::LazyLock;
use wuxing::assessment::{Assessment, Organization};
use wuxing::exchange::{Settings, StoredStandard};
use wuxing::ledger::LedgerPage;
use wuxing::standard::{OrganizationType, StandardPack, built_in};
use wuxing::typed_json;

const BACKUP: &str = include_str!("fixtures/file-v3-backup.json");

/// Texts that mean something to one type or another.
const WORDS: &[&str] = &[
    "",
    "met",
    "unmet",
    "village",
    "2026Q3",
    "2026-02-30",
    "2026-11-05",
    "7",
    "kind",
    "0190163d-8694-739b-aea5-966c26f80001",
];

/// What may be done to one place of a value.
#[derive(Clone, Debug)]
enum Mutation {
    /// Something else stands there.
    Replaced(Value),
    /// What stands at another place stands there too.
    Copied(Index),
    /// It is gone.
    Removed,
    /// It has a further member or element.
    Grown(String, Value),
    /// It stands in a list.
    Listed,
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-3_i64..300).prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        (-9.0_f64..9.0).prop_map(Value::from),
        select(WORDS).prop_map(Value::from),
        ".{0,6}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        let name = prop_oneof![select(WORDS).prop_map(str::to_owned), ".{0,6}"];
        let members = prop::collection::vec((name, inner.clone()), 0..3);
        prop_oneof![
            prop::collection::vec(inner, 0..3).prop_map(Value::from),
            members.prop_map(|members| Value::Object(Map::from_iter(members))),
        ]
    })
}

fn any_mutation() -> impl Strategy<Value = (Index, Mutation)> {
    let mutation = prop_oneof![
        any_json().prop_map(Mutation::Replaced),
        any::<Index>().prop_map(Mutation::Copied),
        Just(Mutation::Removed),
        (".{0,6}", any_json()).prop_map(|(name, value)| Mutation::Grown(name, value)),
        Just(Mutation::Listed),
    ];
    (any::<Index>(), mutation)
}

/// The pointers to all places of a value, the whole first.
fn places(value: &Value, here: &str, found: &mut Vec<String>) {
    found.push(here.to_owned());
    match value {
        Value::Array(elements) => {
            for (index, element) in elements.iter().enumerate() {
                places(element, &format!("{here}/{index}"), found);
            }
        }
        Value::Object(members) => {
            for (name, member) in members {
                let name = name.replace('~', "~0").replace('/', "~1");
                places(member, &format!("{here}/{name}"), found);
            }
        }
        _ => {}
    }
}

fn mutated(value: &Value, mutations: &[(Index, Mutation)]) -> Value {
    let mut value = value.clone();
    for (index, mutation) in mutations {
        let mut all = Vec::new();
        places(&value, "", &mut all);
        let place = index.get(&all).clone();
        let other = match mutation {
            Mutation::Copied(other) => value.pointer(other.get::<String>(&all)).cloned(),
            _ => None,
        };
        if let Mutation::Removed = mutation {
            remove(&mut value, &place);
            continue;
        }
        let there = value.pointer_mut(&place).unwrap();
        match mutation {
            Mutation::Replaced(new) => *there = new.clone(),
            Mutation::Listed => *there = json!([there.take()]),
            Mutation::Grown(name, new) => match there {
                Value::Array(elements) => elements.push(new.clone()),
                Value::Object(members) => drop(members.insert(name.clone(), new.clone())),
                _ => {}
            },
            _ => *there = other.unwrap_or_default(),
        }
    }
    value
}

fn remove(value: &mut Value, place: &str) {
    let Some((parent, name)) = place.rsplit_once('/') else {
        return;
    };
    match value.pointer_mut(parent) {
        Some(Value::Object(members)) => {
            members.remove(&name.replace("~1", "/").replace("~0", "~"));
        }
        Some(Value::Array(elements)) => {
            elements.remove(name.parse().unwrap());
        }
        _ => {}
    }
}

fn reads_the_same<T: DeserializeOwned + Debug + PartialEq>(value: &Value) {
    let own = typed_json::read::<T>(value);
    let other = serde_json::from_value::<T>(value.clone());
    match (own, other) {
        (Ok(own), Ok(other)) => assert_eq!(own, other),
        (Err(_), Err(_)) => {}
        (Err(own), Ok(_)) if own.problem.starts_with("invalid type: sequence") => {}
        (own, other) => panic!("{own:?}, but serde_json has {other:?}"),
    }
}

/// Reads a value as a type with both readers.
type Reads = fn(&Value);

/// Every document of the backup and a pack, and what reads it.
static DOCUMENTS: LazyLock<Vec<(Value, Reads)>> = LazyLock::new(|| {
    let backup: Value = serde_json::from_str(BACKUP).unwrap();
    let mut all: Vec<(Value, Reads)> = vec![(
        backup["payload"]["settings"].clone(),
        reads_the_same::<Settings>,
    )];
    let lists: [(&str, Reads); 4] = [
        ("organizations", reads_the_same::<Organization>),
        ("assessments", reads_the_same::<Assessment>),
        ("ledgers", reads_the_same::<LedgerPage>),
        ("standards", reads_the_same::<StoredStandard>),
    ];
    for (name, reads) in lists {
        let documents = backup["payload"][name].as_array().unwrap().iter();
        all.extend(documents.map(|document| (document.clone(), reads)));
    }
    let pack = built_in(OrganizationType::Village).unwrap();
    all.push((
        serde_json::to_value(pack).unwrap(),
        reads_the_same::<StandardPack>,
    ));
    all
});

#[test]
fn what_is_whole_reads_the_same() {
    for (document, reads) in DOCUMENTS.iter() {
        reads(document);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_was_changed_reads_the_same(
        which in any::<Index>(),
        mutations in prop::collection::vec(any_mutation(), 1..4),
    ) {
        let (document, reads) = which.get(&DOCUMENTS[..]);
        reads(&mutated(document, &mutations));
    }

    #[test]
    fn any_json_reads_the_same(value in any_json()) {
        for (_, reads) in DOCUMENTS.iter() {
            reads(&value);
        }
    }
}
