//! Faults of example answers.

use super::village;
use crate::standard::{FaultKind, ItemId, PackFault, parse, validate};
use serde_json::{Value, json};

#[test]
fn faults_of_examples() {
    /// The village pack with one example alone, and the fault in it.
    fn check(answers: Value, expected: Value, place: &str, kind: FaultKind) {
        let mut value = village();
        value["examples"] = json!([{"name": "例", "period": "2026Q4", "answers": answers,
            "expected": expected}]);
        let pack = parse(&value.to_string()).unwrap();
        let fault = PackFault {
            place: format!("/examples/0/{place}"),
            within: Some("例".to_owned()),
            kind,
        };
        assert_eq!(validate(&pack), vec![fault]);
    }

    let word = |word: &str| FaultKind::UnknownWord {
        word: word.to_owned(),
    };
    let key = |key: &str| FaultKind::UnknownKey {
        key: key.to_owned(),
    };
    let item = |id: &str| FaultKind::UnknownItem {
        id: ItemId::from(id),
    };
    let none = || json!({});
    check(
        json!({"ORG-99": "met"}),
        none(),
        "answers/ORG-99",
        item("ORG-99"),
    );
    check(
        json!({"ORG-01": "clear"}),
        none(),
        "answers/ORG-01",
        word("clear"),
    );
    check(
        json!({"ORG-01": [1]}),
        none(),
        "answers/ORG-01",
        word("[1]"),
    );
    check(
        json!({"ACT-01": [1, 2, 3]}),
        none(),
        "answers/ACT-01",
        word("[1, 2, 3]"),
    );
    check(json!({"VB1": "met"}), none(), "answers/VB1", word("met"));
    check(json!({"VB1": 17}), none(), "answers/VB1", word("17"));
    check(json!({"VT1": "met"}), none(), "answers/VT1", word("met"));
    check(
        json!({"BN2": [1, 0, 0, 0]}),
        none(),
        "answers/BN2",
        word("[1, 0, 0, 0]"),
    );
    check(
        none(),
        json!({"basics": {"basic_x": "met"}}),
        "expected/basics/basic_x",
        key("basic_x"),
    );
    check(
        none(),
        json!({"basics": {"basic_org": "won"}}),
        "expected/basics/basic_org",
        word("won"),
    );
    check(
        none(),
        json!({"stars": {"star_x": "won"}}),
        "expected/stars/star_x",
        key("star_x"),
    );
    check(
        none(),
        json!({"stars": {"star_party": "met"}}),
        "expected/stars/star_party",
        word("met"),
    );
    check(
        none(),
        json!({"scores": {"star_x": 1}}),
        "expected/scores/star_x",
        key("star_x"),
    );
}
