//! How the basics stand (五基达标情况), and in the full form each of their indicators.
//!
//! Not here: why the one or the other falls short (`lacking`).

use super::basis::why;
use super::{Extent, as_of};
use crate::assessment::{BasicOutcome, BasicState, Standing};
use crate::handout::description::{Align, Block, Cell, Table};
use crate::handout::material::Material;
use crate::standard::ItemId;
use crate::text::item_name;

pub(super) fn blocks(material: &Material, extent: Extent) -> Vec<Block> {
    let mut blocks = vec![Block::Table(overview(material))];
    if extent == Extent::Full {
        blocks.push(Block::Table(indicators(material)));
    }
    blocks
}

fn overview(material: &Material) -> Table {
    let (texts, words) = (material.texts(), &material.texts().report);
    let part = match material.pack.calls_them_five_basics() {
        true => words.basic,
        false => texts.other_names.report_part,
    };
    let as_of = as_of(material).map(words.self_result_as_of);
    let self_result = as_of.unwrap_or_else(|| words.self_result.to_owned());
    let mut table = Table::of([
        (part, 9, Align::Start),
        (words.due, 4, Align::Middle),
        (words.met, 4, Align::Middle),
        (words.share, 6, Align::Middle),
        (&self_result, 11, Align::Middle),
        (words.review_result, 8, Align::Middle),
    ]);
    for basic in &material.outcome.basics {
        let Some(of_pack) = material.pack.basic(&basic.key) else {
            continue;
        };
        table.push([
            material.language.say(&of_pack.title).into(),
            number(basic.counted()),
            number(basic.count(Standing::Met)),
            share(basic).into(),
            result(basic.state, material).into(),
            Cell::empty(),
        ]);
    }
    table
}

/// How a basic stands; of when that is, the head of the column says.
fn result(state: BasicState, material: &Material) -> &'static str {
    let words = &material.texts().common;
    match state {
        BasicState::MetSoFar => words.basic_met,
        other => words.basic_state(other),
    }
}

/// The share of what is met, as far as anything is due.
fn share(basic: &BasicOutcome) -> String {
    match basic.counted() {
        0 => "—".to_owned(),
        _ => format!("{}%", basic.reached_percent),
    }
}

fn indicators(material: &Material) -> Table {
    let (texts, words) = (material.texts(), &material.texts().report);
    let mut table = Table::of([
        (words.indicator, 6, Align::Start),
        (words.self_result, 3, Align::Middle),
        (words.basis, 7, Align::Start),
        (words.review_result, 3, Align::Middle),
    ]);
    table.caption = words.indicators_caption.to_owned();
    for basic in &material.outcome.basics {
        let counted = basic.indicators.iter().filter(|one| one.standing.counts());
        let rows: Vec<_> = counted.collect();
        let Some(of_pack) = material.pack.basic(&basic.key).filter(|_| !rows.is_empty()) else {
            continue;
        };
        table.push_group(material.language.say(&of_pack.title));
        for one in rows {
            let name = item_name(&material.pack, &one.id, material.language);
            let name = match one.must {
                true => (words.must)(name),
                false => name,
            };
            table.push([
                name.into(),
                texts.common.standing(one.standing).into(),
                why(one, material).into(),
                found(material, &one.id),
            ]);
        }
    }
    table
}

/// What whoever checked found of an indicator; empty, to be written in by pen, where nothing was.
fn found(material: &Material, item: &ItemId) -> Cell {
    let words = &material.texts().review;
    let points = |points| material.pack.points(points).to_string();
    let found = material.found(item);
    found.map_or_else(Cell::empty, |found| words.finding(found, points).into())
}

fn number(count: usize) -> Cell {
    Cell::number(i64::try_from(count).unwrap_or(i64::MAX))
}
