//! The JSON Schemas: they are the ones in `docs/`, and what the app writes and carries fits them.
//!
//! `UPDATE_SCHEMAS=1 cargo test --no-default-features --features schema --test exchange_schema`
//! writes those in `docs/` anew.

#![cfg(feature = "schema")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

use serde_json::{Value, json};
use wuxing::schema;
use wuxing::standard::{OrganizationType, built_in};

const FIXTURES: [&str; 6] = [
    include_str!("fixtures/file-v1-assessment.json"),
    include_str!("fixtures/file-v1-backup.json"),
    include_str!("fixtures/file-v2-assessment.json"),
    include_str!("fixtures/file-v2-backup.json"),
    include_str!("fixtures/file-v3-assessment.json"),
    include_str!("fixtures/file-v3-backup.json"),
];

/// The keywords that say nothing about whether a value fits, or that the door checks: patterns
/// are those of dates, quarters, and checksums.
const WITHOUT_SAY: [&str; 7] = [
    "$defs",
    "$schema",
    "default",
    "description",
    "format",
    "pattern",
    "title",
];

/// Collects the places where a value does not fit a schema. It knows the keywords that the
/// generated schemas use, and fails on any other.
fn misfits(root: &Value, schema: &Value, value: &Value, place: &str, found: &mut Vec<String>) {
    let Value::Object(keywords) = schema else {
        assert!(schema == &json!(true), "{schema}");
        return;
    };
    let fits = |schema: &Value| {
        let mut found = Vec::new();
        misfits(root, schema, value, place, &mut found);
        found.is_empty()
    };
    for (keyword, operand) in keywords {
        let mut expect = |fits: bool| {
            if !fits {
                found.push(format!("{place}: {keyword} {operand}"));
            }
        };
        let list = || operand.as_array().unwrap().iter();
        match keyword.as_str() {
            "$ref" => {
                let target = operand.as_str().unwrap().strip_prefix('#').unwrap();
                misfits(root, root.pointer(target).unwrap(), value, place, found);
            }
            "type" => match operand {
                Value::String(name) => expect(is_of_type(value, name)),
                names => {
                    let mut names = names.as_array().unwrap().iter().filter_map(Value::as_str);
                    expect(names.any(|name| is_of_type(value, name)));
                }
            },
            "const" => expect(value == operand),
            "enum" => expect(list().any(|one| one == value)),
            "anyOf" => expect(list().any(fits)),
            "oneOf" => expect(list().filter(|one| fits(one)).count() == 1),
            "minimum" => expect(
                value
                    .as_i64()
                    .is_none_or(|n| n >= operand.as_i64().unwrap()),
            ),
            "maximum" => expect(
                value
                    .as_i64()
                    .is_none_or(|n| n <= operand.as_i64().unwrap()),
            ),
            "minItems" => expect(length(value).is_none_or(|n| n >= operand.as_u64().unwrap())),
            "maxItems" => expect(length(value).is_none_or(|n| n <= operand.as_u64().unwrap())),
            "required" => {
                expect(list().all(|name| {
                    value
                        .as_object()
                        .is_none_or(|members| members.contains_key(name.as_str().unwrap()))
                }));
            }
            "properties" => {
                for (name, schema) in operand.as_object().unwrap() {
                    if let Some(member) = value.get(name) {
                        misfits(root, schema, member, &format!("{place}/{name}"), found);
                    }
                }
            }
            "additionalProperties" => {
                let known = keywords.get("properties").and_then(Value::as_object);
                for (name, member) in value.as_object().into_iter().flatten() {
                    if known.is_some_and(|known| known.contains_key(name)) {
                        continue;
                    }
                    let place = format!("{place}/{name}");
                    match operand {
                        Value::Bool(false) => found.push(format!("{place}: unknown")),
                        schema => misfits(root, schema, member, &place, found),
                    }
                }
            }
            "items" | "prefixItems" => {
                for (index, element) in value.as_array().into_iter().flatten().enumerate() {
                    let schema = if keyword == "items" {
                        Some(operand)
                    } else {
                        operand.get(index)
                    };
                    if let Some(schema) = schema {
                        misfits(root, schema, element, &format!("{place}/{index}"), found);
                    }
                }
            }
            other => assert!(WITHOUT_SAY.contains(&other), "unknown keyword {other}"),
        }
    }
}

fn is_of_type(value: &Value, name: &str) -> bool {
    match name {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("unknown type {other}"),
    }
}

fn length(value: &Value) -> Option<u64> {
    value.as_array().map(|elements| elements.len() as u64)
}

fn schema_named(name: &str) -> Value {
    schema::documents()
        .into_iter()
        .find(|(there, _)| *there == name)
        .unwrap()
        .1
}

#[track_caller]
fn check(schema: &Value, value: &Value, expected: &[&str]) {
    let mut found = Vec::new();
    misfits(schema, schema, value, "", &mut found);
    assert_eq!(found, expected);
}

#[test]
fn the_committed_schemas_are_the_generated_ones() {
    for (name, schema) in schema::documents() {
        let path = format!("{}/docs/{name}", env!("CARGO_MANIFEST_DIR"));
        let text = serde_json::to_string_pretty(&schema).unwrap() + "\n";
        if std::env::var_os("UPDATE_SCHEMAS").is_some() {
            std::fs::write(&path, &text).unwrap();
        }
        let committed = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            committed == text,
            "{name} is out of date; see the top of this file"
        );
    }
}

#[test]
fn the_frozen_files_fit() {
    let schema = schema_named("file-format.schema.json");
    for text in FIXTURES {
        check(&schema, &serde_json::from_str(text).unwrap(), &[]);
    }
}

#[test]
fn the_built_in_packs_fit() {
    let schema = schema_named("standard-pack.schema.json");
    for organization in OrganizationType::ALL {
        let pack = serde_json::to_value(built_in(organization).unwrap()).unwrap();
        check(&schema, &pack, &[]);
    }
}

#[test]
fn what_does_not_fit_is_found() {
    fn check_changed(change: fn(&mut Value), expected: &[&str]) {
        let mut file: Value = serde_json::from_str(FIXTURES[0]).unwrap();
        change(&mut file);
        let schema = schema_named("file-format.schema.json");
        let mut found = Vec::new();
        misfits(&schema, &schema, &file, "", &mut found);
        let starts = |(found, expected): (&String, &&str)| found.starts_with(expected);
        assert!(
            found.len() == expected.len() && found.iter().zip(expected).all(starts),
            "{found:?}"
        );
    }

    check_changed(|_| {}, &[]);
    check_changed(|file| file["format"] = json!("word"), &["/format: enum"]);
    check_changed(|file| file["version"] = json!(4), &["/version: maximum"]);
    check_changed(|file| file["version"] = json!("1"), &["/version: type"]);
    // The payload belongs to one of the kinds or to none.
    check_changed(|file| file["kind"] = json!("roster"), &[": oneOf"]);
    check_changed(
        |file| drop(file["payload"]["assessment"].take()),
        &[": oneOf"],
    );
    check_changed(
        |file| file["payload"]["assessment"]["answers"]["M-01"]["note"] = json!(1),
        &[": oneOf"],
    );
    check_changed(
        |file| file["payload"]["standard"]["basics"][0]["colour"] = json!(1),
        &[": oneOf"],
    );
    // What a later version adds to a document is no misfit.
    check_changed(
        |file| file["payload"]["organization"]["later"] = json!(1),
        &[],
    );
}
