//! The table of the mechanisms of the source documents (`docs/mechanisms.md`) against the packs and
//! the pages: every place that it names is there, and its counts are those of its rows.

use super::all_packs as packs;
use std::path::Path;
use wuxing::sorted_set::SortedSet;

/// The states of a row, in the order of the counts.
const STATES: [&str; 4] = ["works", "in part", "missing", "not for a phone"];

fn file(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    std::fs::read_to_string(path).unwrap()
}

/// The cells of the rows.
fn rows(table: &str) -> Vec<Vec<String>> {
    let lines = table
        .lines()
        .filter(|line| line.starts_with("| M") || line.starts_with("| A"));
    let cells = |line: &str| {
        let cells = line.trim_matches('|').split('|');
        cells.map(|cell| cell.trim().to_owned()).collect::<Vec<_>>()
    };
    lines.map(cells).collect()
}

/// All places that a row can name: of the packs by kind and id, of the pages by address.
fn places() -> SortedSet<String> {
    let mut places = SortedSet::new();
    for pack in packs() {
        let list = &pack.checklist;
        let indicators = pack.indicators().map(|one| &one.id.0);
        let scored = pack.stars.iter().flat_map(|star| &star.indicators);
        let indicators = indicators.chain(scored.map(|one| &one.id.0));
        places.extend(indicators.map(|id| format!("indicator `{id}`")));
        places.extend(
            list.mechanisms
                .iter()
                .map(|one| format!("mechanism `{}`", one.id)),
        );
        places.extend(list.duties.iter().map(|one| format!("duty `{}`", one.id)));
        places.extend(
            list.records
                .iter()
                .map(|one| format!("record `{}`", one.id)),
        );
        places.extend(pack.stars.iter().map(|one| format!("star `{}`", one.key)));
        places.extend(pack.vetoes.iter().map(|one| format!("veto `{}`", one.id)));
        places.extend(pack.bonuses.iter().map(|one| format!("bonus `{}`", one.id)));
    }
    let table = file("src/ui/route/table.rs");
    let addresses = table.split('"').skip(1).step_by(2);
    places.extend(addresses.map(|address| format!("page `#/{address}`")));
    places
}

#[test]
fn every_place_that_the_table_names_is_there() {
    let (table, places) = (file("docs/mechanisms.md"), places());
    let mut seen = SortedSet::new();
    for row in rows(&table) {
        let [number, name, from, place, does, state] = &row[..] else {
            panic!("{row:?}");
        };
        assert!(seen.insert(number.clone()), "{number}");
        assert!(
            !name.is_empty() && !from.is_empty() && !does.is_empty(),
            "{number}"
        );
        assert!(STATES.contains(&state.as_str()), "{number} {state}");
        let has_place = place != "—";
        // What is there can be reached, and what is not for a phone is nowhere.
        match state.as_str() {
            "works" | "in part" => assert!(has_place, "{number}"),
            "not for a phone" => assert!(!has_place, "{number}"),
            _ => {}
        }
        if has_place {
            for one in place.split("; ") {
                assert!(places.contains(one), "{number} {one}");
            }
        }
    }
}

#[test]
fn the_counts_are_those_of_the_rows() {
    let table = file("docs/mechanisms.md");
    let rows = rows(&table);
    let count = |state: &&str| {
        let of_state = rows
            .iter()
            .filter(|row| row.last().is_some_and(|last| last == state));
        of_state.count()
    };
    let [works, in_part, missing, not_for_a_phone] = STATES.each_ref().map(count);
    let line = format!(
        "Works {works}, in part {in_part}, missing {missing}, not for a phone \
        {not_for_a_phone}, of {}.",
        rows.len()
    );
    assert!(table.lines().any(|one| one == line), "{line}");
    assert_eq!(rows.len(), 116);
}
