//! Faults of what scored indicators follow from.

use super::{check, named, set, village};
use crate::standard::{FaultKind, ItemId, PackFault, parse, validate};
use serde_json::{Value, json};

#[test]
fn faults_of_derivations() {
    let reached = |to: Value| json!({"score": 0, "when": {"zh": "其余"}, "reached_by": to});
    check(
        |pack| set(pack, "VA2", "/bands/3", reached(json!({"percent": 10}))),
        "VA2",
        "/bands/3",
        FaultKind::LastBandReached,
    );
    check(
        |pack| {
            for band in ["/bands/0/reached_by", "/bands/1/reached_by"] {
                set(pack, "VA7", band, Value::Null);
            }
        },
        "VA7",
        "/bands",
        FaultKind::NoBandReached,
    );
    check(
        |pack| set(pack, "VB1", "/bands/1/reached_by", json!({"missing": 1})),
        "VB1",
        "/bands/1",
        FaultKind::ReachWithoutDerivation,
    );
    check(
        |pack| set(pack, "VA2", "/bands/1/reached_by", json!({"percent": 95})),
        "VA2",
        "/bands/1",
        FaultKind::ReachNotMonotone,
    );
    check(
        |pack| set(pack, "VA4", "/bands/1/reached_by", json!({"missing": 0})),
        "VA4",
        "/bands/1",
        FaultKind::ReachNotMonotone,
    );
    check(
        |pack| {
            set(
                pack,
                "VA5",
                "/bands/1/reached_by",
                json!({"verdict": "met"}),
            )
        },
        "VA5",
        "/bands/1",
        FaultKind::ReachNotMonotone,
    );
    check(
        |pack| set(pack, "VA5", "/bands/1/reached_by", json!({"missing": 1})),
        "VA5",
        "/bands/1",
        FaultKind::ReachDoesNotFitRule,
    );
    check(
        |pack| set(pack, "VA2", "/bands/0/reached_by", json!({"percent": 101})),
        "VA2",
        "/bands/0",
        FaultKind::PercentOutOfRange { percent: 101 },
    );
    check(
        |pack| set(pack, "VA4", "/derivation/from", json!([])),
        "VA4",
        "/derivation",
        FaultKind::DerivationFromNothing,
    );
    check(
        |pack| set(pack, "VA1", "/derivation/from/2", json!("VT1")),
        "VA1",
        "/derivation/from/2",
        FaultKind::UnknownItem {
            id: ItemId::from("VT1"),
        },
    );
    check(
        |pack| set(pack, "VA2", "/derivation/from/4", json!("ORG-01")),
        "VA2",
        "/derivation/from/4",
        FaultKind::NotCounted {
            id: ItemId::from("ORG-01"),
        },
    );
}

#[test]
fn derivations_on_one_another() {
    /// The scored indicators `ids` follow each from the one before it, the first from `first`.
    fn chained(ids: &[&str], first: &str) -> Vec<PackFault> {
        let mut value = village();
        for (id, source) in ids.iter().zip([first].iter().chain(ids)) {
            set(
                &mut value,
                id,
                "/derivation",
                json!({"from": [source], "rule": "worst"}),
            );
            for band in named(&mut value, id).unwrap()["bands"]
                .as_array_mut()
                .unwrap()
            {
                band.as_object_mut().unwrap().remove("reached_by");
            }
            set(
                &mut value,
                id,
                "/bands/0/reached_by",
                json!({"verdict": "met"}),
            );
        }
        validate(&parse(&value.to_string()).unwrap())
    }
    fn check(ids: &[&str], first: &str, expected: &[(&str, FaultKind)]) {
        let found: Vec<(String, FaultKind)> = chained(ids, first)
            .into_iter()
            .map(|fault| (fault.within.unwrap_or_default(), fault.kind))
            .collect();
        let expected: Vec<(String, FaultKind)> = expected
            .iter()
            .map(|(id, kind)| ((*id).to_owned(), kind.clone()))
            .collect();
        assert_eq!(found, expected);
    }

    let circle = |id: &str| FaultKind::CircularDerivation {
        id: ItemId::from(id),
    };
    let eight = ["VB1", "VB2", "VB3", "VB4", "VB6", "VC1", "VC2", "VC3"];
    check(&["VB1"], "ORG-01", &[]);
    check(&["VB1"], "VB1", &[("VB1", circle("VB1"))]);
    check(
        &["VB1", "VB2"],
        "VB2",
        &[("VB1", circle("VB1")), ("VB2", circle("VB2"))],
    );
    check(&eight, "ORG-01", &[]);
    let mut nine = eight.to_vec();
    nine.push("VC4");
    check(
        &nine,
        "ORG-01",
        &[("VC4", FaultKind::DerivationTooDeep { most: 8 })],
    );
    // One that follows from a circle is no part of it.
    check(
        &["VB1", "VB2", "VB3"],
        "VB2",
        &[("VB1", circle("VB1")), ("VB2", circle("VB2"))],
    );
}
