//! How packs come together, and what is told of those that do not.

use super::*;
use serde_json::json;

#[test]
fn merging() {
    fn check(mut base: Value, over: Value, expected: Value) {
        merge(&mut base, over);
        assert_eq!(base, expected);
    }

    check(json!({"a": 1, "b": {"c": 1}}), json!({"b": {"d": 2}}), {
        json!({"a": 1, "b": {"c": 1, "d": 2}})
    });
    check(
        json!([{"key": "x", "n": 1}, {"key": "y"}]),
        json!([{"key": "z"}, {"key": "x", "m": 2}]),
        json!([{"key": "x", "n": 1, "m": 2}, {"key": "y"}, {"key": "z"}]),
    );
    check(
        json!([{"id": "x", "s": ["a"]}]),
        json!([{"id": "x", "s": ["b"]}]),
        json!([{"id": "x", "s": ["b"]}]),
    );
    check(
        json!([{"score": 1}]),
        json!([{"score": 2}]),
        json!([{"score": 2}]),
    );
    check(json!(["a", "b"]), json!(["c"]), json!(["c"]));
    check(json!([{"id": "x"}]), json!([1]), json!([1]));
    check(json!({"a": {"b": 1}}), json!({"a": 2}), json!({"a": 2}));
}

#[test]
fn only_what_is_named_is_taken_over() {
    let mut pack = json!({
        "basics": [{"key": "basic_org"}],
        "stars_note": "kept",
        "checklist": {
            "levels": [{"key": "branch"}],
            "duties": [{"id": "D-1"}, {"id": "D-2"}],
            "mechanisms": [{"id": "M-1", "act": "joint"}],
        },
    });
    keep_only(&mut pack, &["D-2".to_owned()]);
    let expected = json!({
        "basics": [],
        "stars_note": "kept",
        "checklist": {
            "levels": [{"key": "branch"}],
            "duties": [{"id": "D-2"}],
            "mechanisms": [],
        },
    });
    assert_eq!(pack, expected);
}

#[test]
fn uncited_rules_are_dropped() {
    let mut pack = json!({
        "rules": [{"id": "A"}, {"id": "B"}, {"id": "C"}],
        "basics": [{"indicators": [{"sources": ["A"]}]}],
        "award": {"sources": ["C", "D"]},
    });
    drop_uncited_rules(&mut pack);
    assert_eq!(pack["rules"], json!([{"id": "A"}, {"id": "C"}]));
}

#[test]
fn errors_name_the_place() {
    fn check(text: &str, expected: &str) {
        let found = parse(text).unwrap_err().to_string();
        assert!(found.starts_with(expected), "{found}");
    }

    check("{\n \"id\": }", "not JSON at line 2, column 8");
    check(
        "1",
        "not a standard pack at .: invalid type: integer `1`, expected struct StandardPack",
    );
    check(r#"{"extends": ["core"]}"#, {
        "not a standard pack at extends: unknown field `extends`"
    });
    check(r#"{"id": "x", "names": {"basics": {"zh": 1}}}"#, {
        "not a standard pack at names.basics.zh: invalid type: integer `1`, expected a string"
    });
    let unknown = composed(json!({"extends": ["core", "nothing"]}), false).unwrap_err();
    assert_eq!(
        unknown,
        PackError::UnknownFragment {
            name: "nothing".to_owned()
        }
    );
}

/// A value without the English half of its labels.
fn without_english(mut value: Value) -> Value {
    drop_english(&mut value);
    value
}

#[test]
fn in_brief_a_pack_is_the_same_without_long_texts() {
    for organization in OrganizationType::ALL {
        let brief = built_in_in_brief(organization).unwrap();
        let chinese = built_in_in_chinese(organization).unwrap();
        let comes_apart = pack_files::comes_by_position(organization);
        assert_eq!(brief != chinese, comes_apart, "{organization:?}");
        let titles = |pack: &StandardPack| -> Vec<_> {
            let indicators = pack.basics.iter().flat_map(|basic| &basic.indicators);
            indicators
                .map(|one| (one.id.clone(), one.title.clone()))
                .collect()
        };
        assert_eq!(titles(&brief), titles(&chinese));
    }
}

/// As [`without_english`], without the examples that prove a pack.
fn as_shown(pack: &StandardPack) -> Value {
    let mut value = without_english(typed_json::value_of(pack).unwrap());
    value.as_object_mut().unwrap().remove("examples");
    value
}

#[test]
fn in_chinese_a_pack_says_the_same_without_english() {
    for organization in OrganizationType::ALL {
        let whole = built_in(organization).unwrap();
        let later = built_in_in_chinese_with_later(organization).unwrap();
        assert!(as_shown(&later) == as_shown(&whole), "{organization:?}");
        let chinese = built_in_in_chinese(organization).unwrap();
        let expected = without_later(organization).unwrap();
        assert!(
            as_shown(&chinese) == as_shown(&expected),
            "{organization:?}"
        );
        for pack in [later, chinese] {
            let value = typed_json::value_of(&pack).unwrap();
            let has_english = without_english(value.clone()) != value;
            // What is read as a file has both languages.
            let is_a_file = pack == expected;
            assert_eq!(has_english, is_a_file, "{organization:?}");
        }
    }
}

#[test]
fn a_hash_depends_on_the_content_alone() {
    for organization in OrganizationType::ALL {
        let pack = built_in(organization).unwrap();
        let text = serde_json::to_string_pretty(&pack).unwrap();
        let mut again = parse(&text).unwrap();
        assert_eq!(again, pack);
        assert_eq!(hash(&again), hash(&pack));
        again.version.push('x');
        assert_ne!(hash(&again), hash(&pack));
    }
}
