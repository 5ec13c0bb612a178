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
    let unknown = composed(json!({"extends": ["core", "nothing"]}), whole, None).unwrap_err();
    assert_eq!(
        unknown,
        PackError::UnknownFragment {
            name: "nothing".to_owned()
        }
    );
}

/// A value without the English half of its labels.
fn without_english(mut value: Value) -> Value {
    match &mut value {
        Value::Object(members) => {
            if members.contains_key("zh") {
                members.remove("en");
            }
            for member in members.values_mut() {
                *member = without_english(member.take());
            }
        }
        Value::Array(elements) => {
            for element in elements {
                *element = without_english(element.take());
            }
        }
        _ => {}
    }
    value
}

#[test]
fn chinese_and_what_english_adds_come_to_the_file() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("standards");
    let read = |name: &str| {
        let paths = [folder.join("shared"), folder.clone()];
        let file = paths.map(|folder| folder.join(name).with_extension("json"));
        let file = file.into_iter().find(|path| path.exists()).unwrap();
        json(&std::fs::read_to_string(file).unwrap()).unwrap()
    };
    for name in [
        "village", "core", "rules", "duties", "records", "office", "units",
    ] {
        assert_eq!(whole(name).unwrap().unwrap(), read(name), "{name}");
    }
    for name in ["village", "core", "rules", "duties", "records"] {
        let found = chinese(name).unwrap().unwrap();
        assert_eq!(found, without_english(read(name)), "{name}");
    }
}

#[test]
fn in_brief_a_pack_is_the_same_without_long_texts() {
    for organization in OrganizationType::ALL {
        let brief = built_in_in_brief(organization).unwrap();
        let chinese = built_in_in_chinese(organization).unwrap();
        assert_ne!(brief, chinese);
        let titles = |pack: &StandardPack| -> Vec<_> {
            let indicators = pack.basics.iter().flat_map(|basic| &basic.indicators);
            indicators
                .map(|one| (one.id.clone(), one.title.clone()))
                .collect()
        };
        assert_eq!(titles(&brief), titles(&chinese));
    }
}

#[test]
fn in_chinese_a_pack_says_the_same_without_english() {
    let value = |pack: &StandardPack| typed_json::value_of(pack).unwrap();
    for organization in OrganizationType::ALL {
        let whole = value(&built_in(organization).unwrap());
        let later = value(&built_in_in_chinese_with_later(organization).unwrap());
        assert_eq!(without_english(later), without_english(whole));
        let chinese = value(&built_in_in_chinese(organization).unwrap());
        // The pack that most phones open with has no English at all.
        let has_english = without_english(chinese.clone()) != chinese;
        assert!(!has_english || organization != OrganizationType::Village);
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
