//! Faults of stars and their bands.

use super::{check, set, village};
use crate::standard::{FaultKind, ItemId, parse, validate};
use serde_json::{Value, json};

#[test]
fn faults_of_stars() {
    check(
        |pack| set(pack, "VB1", "/bands/1/score", json!(25)),
        "VB1",
        "/bands/1",
        FaultKind::BandsNotDescending {
            before: 25,
            score: 25,
        },
    );
    check(
        |pack| set(pack, "VB1", "/bands/0/score", json!(24)),
        "VB1",
        "/bands/0",
        FaultKind::BestBandNotMaximum { maximum: 25 },
    );
    check(
        |pack| set(pack, "VB1", "/bands/2/when/zh", json!("")),
        "VB1",
        "/bands/2/when/zh",
        FaultKind::EmptyText,
    );
    check(
        |pack| set(pack, "star_civility", "/maximum", json!(99)),
        "star_civility",
        "/maximum",
        FaultKind::StarSum {
            maximum: 99,
            sum: 100,
        },
    );
    check(
        |pack| set(pack, "star_civility", "/related", json!(["ORG-01"])),
        "star_civility",
        "/related",
        FaultKind::StarScoredAndNamed,
    );
    check(
        |pack| set(pack, "star_civility", "/pass", json!(101)),
        "star_civility",
        "/pass",
        FaultKind::PassAboveMaximum {
            pass: 101,
            maximum: 100,
        },
    );
    let all_named = |pack: &mut Value, related: &str| {
        pack["award"]
            .as_object_mut()
            .unwrap()
            .remove("all_stars_sum");
        pack["stars"] = json!([{"key": "star_party", "title": {"zh": "星"},
            "certainty": "suggestion", "related": ["ORG-01", related]}]);
        set(pack, "VT4", "/effect", json!("freeze_all_stars"));
        set(pack, "VT6", "/effect", json!("freeze_all_stars"));
        set(pack, "VT7", "/effect", json!({"at_most_stars": 1}));
    };
    check(
        |pack| all_named(pack, "ORG-99"),
        "star_party",
        "/related/1",
        {
            FaultKind::UnknownItem {
                id: ItemId::from("ORG-99"),
            }
        },
    );
    let mut clean = village();
    all_named(&mut clean, "ORG-02");
    assert_eq!(validate(&parse(&clean.to_string()).unwrap()), vec![]);
}
