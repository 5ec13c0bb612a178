//! The mechanisms that come later (`standards/later/`): off at first, each with its place on the
//! page of what can be switched on, and nothing beside them that a start would need.

use super::all_packs as packs;
use serde_json::Value;
use std::path::Path;
use wuxing::standard::{Mechanism, OrganizationType, built_in, built_in_in_chinese};

/// The mechanisms of a type that come later.
fn later(organization: OrganizationType) -> Vec<Mechanism> {
    let early = built_in_in_chinese(organization).unwrap();
    let all = built_in(organization).unwrap().checklist.mechanisms;
    let is_early = |one: &Mechanism| early.checklist.mechanism(&one.id).is_some();
    all.into_iter().filter(|one| !is_early(one)).collect()
}

#[test]
fn what_comes_later_is_off_and_says_where_it_stands() {
    for organization in OrganizationType::ALL {
        let all = later(organization);
        assert!(!all.is_empty(), "{organization:?}");
        for one in &all {
            assert!(!one.enabled && one.act.is_some(), "{}", one.id);
            // A limit that presses would have to be known to home.
            let mut steps = one.steps.iter();
            assert!(steps.all(|step| step.deadlines.is_empty()), "{}", one.id);
        }
    }
}

#[test]
fn everything_else_is_the_same_without_it() {
    for mut pack in packs() {
        let mut early = built_in_in_chinese(pack.organization).unwrap();
        // Both in the language that both have.
        let text = |value: &Value| value.to_string();
        let strip = |pack: &wuxing::standard::StandardPack| {
            let mut value = serde_json::to_value(pack).unwrap();
            without_english(&mut value);
            text(&value)
        };
        pack.checklist.mechanisms.clear();
        early.checklist.mechanisms.clear();
        pack.groupings.clear();
        pack.rules.clear();
        early.rules.clear();
        // What proves a pack is not read where it is shown alone.
        pack.examples.clear();
        early.examples.clear();
        assert_eq!(strip(&pack), strip(&early), "{}", pack.id);
    }
}

fn without_english(value: &mut Value) {
    match value {
        Value::Object(members) => {
            if members.contains_key("zh") {
                members.remove("en");
            }
            members.values_mut().for_each(without_english);
        }
        Value::Array(elements) => elements.iter_mut().for_each(without_english),
        _ => {}
    }
}

#[test]
fn its_files_hold_mechanisms_and_what_they_cite_alone() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("standards/later");
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let file: Value = serde_json::from_str(&text).unwrap();
        let members = |value: &Value| {
            let keys = value.as_object().unwrap().keys();
            keys.cloned().collect::<Vec<_>>()
        };
        let all = members(&file);
        let known = |key: &String| ["rules", "checklist", "groupings"].contains(&key.as_str());
        assert!(all.iter().all(known), "{path:?} {all:?}");
        let checklist = file.get("checklist").map(members).unwrap_or_default();
        assert!(checklist.iter().all(|key| key == "mechanisms"), "{path:?}");
    }
}

/// A card about a person is kept under a code name, and stays with whoever keeps it.
#[test]
fn cards_about_persons_are_private() {
    for pack in packs() {
        for one in &pack.checklist.mechanisms {
            assert!(
                !one.is_about_persons() || one.is_private(),
                "{} {}",
                pack.id,
                one.id
            );
        }
    }
}
