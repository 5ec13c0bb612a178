//! The JSON Schemas: they are the ones in `docs/`, and what the app writes and carries fits them.
//!
//! `cargo xtask schema` writes those in `docs/` anew.

#![allow(clippy::disallowed_methods, reason = "tests are not loaded by a phone")]
#![cfg(feature = "schema")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

use expect_test::expect_file;
use serde_json::{Value, json};
use wuxing::schema;
use wuxing::standard::{OrganizationType, built_in};

const FIXTURES: [&str; 8] = [
    include_str!("fixtures/file-v1-assessment.json"),
    include_str!("fixtures/file-v1-backup.json"),
    include_str!("fixtures/file-v2-assessment.json"),
    include_str!("fixtures/file-v2-backup.json"),
    include_str!("fixtures/file-v3-assessment.json"),
    include_str!("fixtures/file-v3-backup.json"),
    include_str!("fixtures/file-v4-assessment.json"),
    include_str!("fixtures/file-v4-backup.json"),
];

/// The places where a value does not fit a schema, each with the keyword that says so.
fn misfits(schema: &Value, value: &Value) -> Vec<String> {
    let validator = jsonschema::validator_for(schema).unwrap();
    let errors = validator.iter_errors(value);
    errors
        .map(|error| {
            let keywords = error.schema_path().to_string();
            let keyword = keywords.rsplit('/').next().unwrap_or_default().to_owned();
            format!("{}: {keyword}", error.instance_path())
        })
        .collect()
}

fn schema_named(name: &str) -> Value {
    schema::documents()
        .into_iter()
        .find(|(there, _)| *there == name)
        .unwrap()
        .1
}

#[test]
fn the_committed_schemas_are_the_generated_ones() {
    for (name, schema) in schema::documents() {
        let text = serde_json::to_string_pretty(&schema).unwrap() + "\n";
        expect_file![format!("../docs/{name}")].assert_eq(&text);
    }
}

#[test]
fn the_frozen_files_fit() {
    let schema = schema_named("file-format.schema.json");
    for text in FIXTURES {
        let file = serde_json::from_str(text).unwrap();
        assert_eq!(misfits(&schema, &file), [""; 0]);
    }
}

#[test]
fn the_built_in_packs_fit() {
    let schema = schema_named("standard-pack.schema.json");
    for organization in OrganizationType::ALL {
        let pack = serde_json::to_value(built_in(organization).unwrap()).unwrap();
        assert_eq!(misfits(&schema, &pack), [""; 0]);
    }
}

#[test]
fn what_does_not_fit_is_found() {
    fn check_changed(change: fn(&mut Value), expected: &[&str]) {
        let mut file: Value = serde_json::from_str(FIXTURES[0]).unwrap();
        change(&mut file);
        let found = misfits(&schema_named("file-format.schema.json"), &file);
        assert_eq!(found, expected);
    }

    check_changed(|_| {}, &[]);
    check_changed(|file| file["format"] = json!("word"), &["/format: enum"]);
    check_changed(|file| file["version"] = json!(5), &["/version: maximum"]);
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
