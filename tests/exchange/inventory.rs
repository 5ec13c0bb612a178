//! Nothing leaves that the list does not name: the list is held against the JSON of the finished
//! file.

use crate::generated::any_workspace;
use crate::samples::{NOW, workspace};
use proptest::prelude::*;
use serde_json::Value;
use std::collections::BTreeMap;
use wuxing::exchange::inventory::Inventory;
use wuxing::exchange::{Document, export};

/// What is found in a file, under the names of the fields of [`Inventory`].
type Counts = BTreeMap<&'static str, usize>;

/// Counts what is in a file by its JSON alone, and fails at any member that belongs to no kind.
fn counted(file: &str) -> Counts {
    let file: Value = serde_json::from_str(file).unwrap();
    let mut counts = Counts::new();
    for (part, value) in members(&file["payload"]) {
        match part {
            "settings" => settings(value, &mut counts),
            "organizations" => each(value, &mut counts, organization),
            "assessments" => each(value, &mut counts, assessment),
            "ledgers" => each(value, &mut counts, page),
            "standards" => each(value, &mut counts, standard),
            other => unreachable!("{other}"),
        }
    }
    counts.retain(|_, count| *count > 0);
    counts
}

fn settings(value: &Value, counts: &mut Counts) {
    *counts.entry("settings").or_default() += 1;
    *counts.entry("keys").or_default() += usize::from(value.get("signing_key").is_some());
    let known = [
        "current_organization",
        "theme",
        "elder",
        "language",
        "last_export_confirmed_at",
        "last_export_made_at",
        "signing_key",
        "seen_keys",
        "seen_reviewers",
        "changed_at",
    ];
    unknown(value, &known, counts);
}

fn organization(value: &Value, counts: &mut Counts) {
    *counts.entry("organizations").or_default() += 1;
    let profile = [
        "id",
        "name",
        "organization_type",
        "facts",
        "term_end",
        "pack",
        "local",
        "example",
        "created_at",
        "changed_at",
    ];
    unknown(value, &profile, counts);
    for (name, setting) in members(&value["local"]) {
        let kind = match name {
            "own_duties" => "own_duties",
            "switched" | "thresholds" | "times" | "lines" | "duties" | "responsibilities"
            | "mechanisms" => "local_changes",
            // Days of a duty without its tick are a change of their own.
            "duties_since" | "duties_off_since" => {
                let has = |list: &str, id: &str| !value["local"][list][id].is_null();
                let is_counted = |id: &str| {
                    has("duties", id) || (name == "duties_off_since" && has("duties_since", id))
                };
                let days = members(setting).into_iter();
                let days = days.filter(|(id, _)| !is_counted(id)).count();
                *counts.entry("local_changes").or_default() += days;
                continue;
            }
            "own_duties_as_of" => continue,
            other => unreachable!("{other}"),
        };
        *counts.entry(kind).or_default() += members(setting).len();
    }
}

fn assessment(value: &Value, counts: &mut Counts) {
    *counts.entry("periods").or_default() += 1;
    let head = [
        "id",
        "organization",
        "period",
        "pack",
        "answers",
        "retired",
        "summary",
        "example",
        "created_at",
    ];
    unknown(value, &head, counts);
    if value.get("summary").is_some() {
        *counts.entry("summaries").or_default() += 1;
    }
    for (_, one) in members(&value["answers"]) {
        let kind = match &one["value"] {
            Value::Null => "taken_back",
            value if value.get("veto").is_some() => "vetoes",
            _ => "answers",
        };
        *counts.entry(kind).or_default() += 1;
        answer(one, counts);
    }
    for (_, one) in members(&value["retired"]) {
        *counts.entry("retired").or_default() += 1;
        answer(one, counts);
    }
}

fn answer(value: &Value, counts: &mut Counts) {
    for (name, _) in members(value) {
        match name {
            "value" | "carried_from" | "changed_at" | "note_as_of" => {}
            "note" => *counts.entry("notes").or_default() += 1,
            "reason" => *counts.entry("reasons").or_default() += 1,
            "evidence" => {
                let papers = value["evidence"].as_array().unwrap().len();
                *counts.entry("papers").or_default() += papers;
            }
            _ => *counts.entry("unknown").or_default() += 1,
        }
    }
}

fn page(value: &Value, counts: &mut Counts) {
    let head = [
        "id",
        "organization",
        "year",
        "entries",
        "example",
        "created_at",
    ];
    unknown(value, &head, counts);
    for (_, entry) in members(&value["entries"]) {
        unknown(entry, &["body", "changed_at"], counts);
        let kind = match members(&entry["body"]).first() {
            None => "taken_out",
            Some(("record", _)) => "records",
            Some(("missed", _)) => "missed",
            Some(("rectification", _)) => "rectifications",
            Some(("card", _)) => "cards",
            Some(("review", _)) => "reviews",
            Some(("reply", _)) => "replies",
            Some((other, _)) => unreachable!("{other}"),
        };
        *counts.entry(kind).or_default() += 1;
    }
}

fn standard(value: &Value, counts: &mut Counts) {
    *counts.entry("standards").or_default() += 1;
    unknown(value, &["id", "pack", "added_at"], counts);
}

fn unknown(value: &Value, known: &[&str], counts: &mut Counts) {
    let names = members(value);
    let unknown = names
        .iter()
        .filter(|(name, _)| !known.contains(name))
        .count();
    *counts.entry("unknown").or_default() += unknown;
}

fn members(value: &Value) -> Vec<(&str, &Value)> {
    let members = value.as_object().into_iter().flatten();
    members
        .map(|(name, value)| (name.as_str(), value))
        .collect()
}

fn each(value: &Value, counts: &mut Counts, count: fn(&Value, &mut Counts)) {
    value
        .as_array()
        .unwrap()
        .iter()
        .for_each(|one| count(one, counts));
}

/// The same from the list that is shown.
fn listed(documents: &[Document]) -> Counts {
    let Inventory {
        settings,
        keys,
        organizations,
        local_changes,
        own_duties,
        periods,
        answers,
        vetoes,
        taken_back,
        retired,
        summaries,
        notes,
        reasons,
        papers,
        records,
        missed,
        rectifications,
        cards,
        reviews,
        replies,
        taken_out,
        standards,
        unknown,
    } = Inventory::of(documents);
    let all = [
        ("settings", settings),
        ("keys", keys),
        ("organizations", organizations),
        ("local_changes", local_changes),
        ("own_duties", own_duties),
        ("periods", periods),
        ("answers", answers),
        ("vetoes", vetoes),
        ("taken_back", taken_back),
        ("retired", retired),
        ("summaries", summaries),
        ("notes", notes),
        ("reasons", reasons),
        ("papers", papers),
        ("records", records.values().sum()),
        ("missed", missed),
        ("rectifications", rectifications),
        ("cards", cards.values().sum()),
        ("reviews", reviews),
        ("replies", replies),
        ("taken_out", taken_out),
        ("standards", standards),
        ("unknown", unknown),
    ];
    all.into_iter().filter(|(_, count)| *count > 0).collect()
}

#[test]
fn regression_the_list_names_what_a_backup_holds() {
    // It named answers, notes and papers, and was silent about records, rectifications and cards.
    let documents = workspace();
    let file = export::everything(&documents, NOW, "0.1.0").unwrap();
    let listed = listed(&documents);
    assert_eq!(counted(&file), listed);
    for kind in [
        "records",
        "missed",
        "rectifications",
        "cards",
        "vetoes",
        "standards",
        "unknown",
    ] {
        assert!(listed.contains_key(kind), "{kind}: {listed:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_list_is_what_the_file_holds(documents in any_workspace()) {
        let file = export::everything(&documents, NOW, "0.1.0").unwrap();
        prop_assert_eq!(counted(&file), listed(&documents));
    }
}
