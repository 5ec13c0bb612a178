//! The run through the must-items alone, and what it comes to.

use crate::world::{assessment, nobody, pack, village};
use serde_json::{Value, json};
use wuxing::assessment::{MustItems, Standing, judge};
use wuxing::standard::ItemId;

/// Two basics; a name with `*` is a must-item, one with `~` is looked at once a year.
fn two_basics(first: &str, second: &str) -> Value {
    let indicators = |names: &str| -> Value {
        let one = |name: &str| {
            json!({
                "id": name.trim_end_matches(['*', '~']),
                "frequency": if name.contains('~') { "year" } else { "quarter" },
                "must": name.contains('*'),
            })
        };
        names.split_whitespace().map(one).collect()
    };
    json!({ "basics": [
        { "key": "first", "indicators": indicators(first) },
        { "key": "second", "indicators": indicators(second) },
    ] })
}

fn in_words(items: &MustItems) -> String {
    let ids = |ids: &[ItemId]| {
        let ids: Vec<&str> = ids.iter().map(|id| id.0.as_str()).collect();
        ids.join(" ")
    };
    let missing: Vec<String> = items
        .missing
        .iter()
        .map(|(id, standing)| match standing {
            Standing::Partly => format!("{} in part", id.0),
            _ => id.0.clone(),
        })
        .collect();
    format!(
        "{} of {}; missing {}; open {}; others {}{}",
        items.met,
        items.due,
        missing.join(" "),
        ids(&items.open),
        items.others_open,
        if items.all_met() { "; all met" } else { "" },
    )
}

#[test]
fn what_the_must_items_come_to() {
    fn check(first: &str, second: &str, answers: &str, expected: &str) {
        let outcome = judge(
            &pack(two_basics(first, second)),
            &nobody(),
            &assessment("2026Q1", answers),
        );
        let found = in_words(&outcome.must_items());
        assert_eq!(found, expected, "{first} | {second}: {answers}");
    }

    check("A* B", "C* D", "", "0 of 2; missing ; open A C; others 2");
    check("A* B", "C*", "A=met", "1 of 2; missing ; open C; others 1");
    check(
        "A* B",
        "C*",
        "A=met C=met",
        "2 of 2; missing ; open ; others 1; all met",
    );
    check(
        "A* B",
        "C*",
        "A=partly C=unmet",
        "0 of 2; missing A in part C; open ; others 1",
    );
    check(
        "A* B",
        "C*",
        "A=na C=met B=unmet",
        "1 of 1; missing ; open ; others 0; all met",
    );
    // What is not due is not asked for, and counts once it is met.
    check(
        "A*",
        "C*~",
        "A=met",
        "1 of 1; missing ; open ; others 0; all met",
    );
    check(
        "A*",
        "C*~",
        "A=met C=met",
        "2 of 2; missing ; open ; others 0; all met",
    );
    // Without any must-item there is nothing that could be said to be met.
    check("A", "B", "A=met", "0 of 0; missing ; open ; others 1");
}

/// After the five-minute run with every answer «met», the result spoke of five basics that were not
/// looked at, and nowhere of the must-items that all were met.
#[test]
fn a_run_through_all_must_items_of_a_village_comes_to_all_of_them() {
    let asked = judge(&village(), &nobody(), &assessment("2026Q4", "")).must_items();
    let answer = |id: &ItemId| match id.0.as_str() {
        "ACT-01" => "ACT-01=4".to_owned(),
        "ACT-02" => "ACT-02=12".to_owned(),
        "ACT-05" => "ACT-05=12".to_owned(),
        other => format!("{other}=met"),
    };
    let answers: Vec<String> = asked.open.iter().map(answer).collect();
    let outcome = judge(
        &village(),
        &nobody(),
        &assessment("2026Q4", &answers.join(" ")),
    );
    let items = outcome.must_items();
    assert!(items.all_met() && items.due == asked.open.len() && items.due > 10);
    assert!(items.others_open > 0, "the rest can still be looked at");
}
