//! How the stars stand (五星争创情况), and in the full form each of their scored items.
//!
//! Not here: stars for which no points are published.

use super::Extent;
use crate::assessment::{StarOutcome, StarState};
use crate::handout::description::{Align, Block, Cell, Row, RowKind, Table, Tone};
use crate::handout::material::Material;
use crate::ledger::Found;
use crate::standard::ItemId;
use crate::text::item_name;
use crate::text::part_words::the_whole;

pub(super) fn blocks(material: &Material, extent: Extent) -> Vec<Block> {
    let mut blocks = vec![Block::Table(overview(material))];
    let remarks = remarks(material);
    if !remarks.is_empty() {
        blocks.push(Block::Paragraph {
            text: remarks.join(material.texts().assess.and_then),
            tone: Tone::Small,
        });
    }
    if extent == Extent::Full {
        blocks.push(Block::Table(items(material)));
    }
    blocks
}

/// What the table does not say of the whole: what all stars need besides, the grade, the bonus.
fn remarks(material: &Material) -> Vec<String> {
    let (texts, outcome) = (material.texts(), &material.outcome);
    let (pack, language) = (&material.pack, material.language);
    let needed = outcome.sum_needed.map(|needed| pack.points(needed));
    let whole = needed.and_then(|needed| the_whole(outcome.all_stars, needed, pack, language));
    let grade = outcome.grade.and_then(|place| pack.award.grades.get(place));
    let grade = grade.map(|grade| (texts.result.grade)(language.say(&grade.title).to_owned()));
    let bonus = outcome.bonus.points;
    let bonus = (bonus > 0).then(|| (texts.report.bonus)(pack.points(bonus)));
    [whole, grade, bonus].into_iter().flatten().collect()
}

/// How a star stands, as paper says it.
pub(super) fn state(state: StarState, material: &Material) -> &'static str {
    let (texts, is_star) = (material.texts(), material.pack.calls_them_stars());
    match state {
        StarState::NotDue => texts.report.star_undecided,
        StarState::NotWon if !is_star => texts.report.part_not_won,
        other => texts.common.part_state(other, is_star),
    }
}

/// The stars that have points, with what the pack calls them.
fn scored(material: &Material) -> impl Iterator<Item = (&StarOutcome, &str)> {
    let stars = material.outcome.stars.iter();
    stars.filter(|star| star.is_at_stake()).filter_map(|star| {
        let of_pack = material.pack.star(&star.key)?;
        Some((star, material.language.say(&of_pack.title)))
    })
}

fn overview(material: &Material) -> Table {
    let (texts, words) = (material.texts(), &material.texts().report);
    let points = |amount| Cell::points(material.pack.points(amount));
    let others = &texts.other_names;
    let (part, line) = match material.pack.calls_them_stars() {
        true => (words.star, words.pass),
        false => (others.report_part, others.report_line),
    };
    let mut table = Table::of([
        (part, 22, Align::Start),
        (words.maximum, 10, Align::Middle),
        (line, 13, Align::Middle),
        (words.self_score, 16, Align::Middle),
        (words.self_result, 19, Align::Middle),
        (words.review_score, 16, Align::Middle),
    ]);
    for (star, title) in scored(material) {
        table.push([
            title.into(),
            points(star.maximum),
            points(star.pass),
            points(star.score),
            state(star.state, material).into(),
            found_in_all(material, star),
        ]);
    }
    let outcome = &material.outcome;
    table.rows.push(Row {
        kind: RowKind::Total,
        cells: vec![
            words.total.into(),
            points(outcome.sum_maximum),
            // What the sum must come to is no line of a star.
            Cell::empty(),
            points(outcome.sum),
            match material.pack.calls_them_stars() {
                true => (words.stars_won)(outcome.stars_counted).into(),
                false => (words.parts_won)(outcome.stars_counted).into(),
            },
            Cell::empty(),
        ],
    });
    table
}

/// The points that whoever checked gave for an item, if any.
fn found(material: &Material, item: &ItemId) -> Option<u32> {
    match material.found(item) {
        Some(Found::Points(points)) => Some(points),
        _ => None,
    }
}

/// The points that whoever checked gave for a star, once all of its items have some; empty, to be
/// written in by pen, until then.
fn found_in_all(material: &Material, star: &StarOutcome) -> Cell {
    let items = star.indicators.iter();
    let all: Option<u32> = items.map(|one| found(material, &one.id)).sum();
    let all = all.filter(|_| !star.indicators.is_empty());
    all.map_or_else(Cell::empty, |all| Cell::points(material.pack.points(all)))
}

fn items(material: &Material) -> Table {
    let (texts, words) = (material.texts(), &material.texts().report);
    let mut table = Table::of([
        (words.item, 8, Align::Start),
        (words.maximum, 2, Align::Middle),
        (words.self_score, 3, Align::Middle),
        (words.review_score, 3, Align::Middle),
    ]);
    table.caption = words.items_caption.to_owned();
    for (star, title) in scored(material) {
        table.push_group(title);
        for one in &star.indicators {
            let points = match one.points {
                Some(points) => Cell::points(material.pack.points(points)),
                None => texts.common.standing_unchecked.into(),
            };
            table.push([
                item_name(&material.pack, &one.id, material.language).into(),
                Cell::points(material.pack.points(one.maximum)),
                points,
                found(material, &one.id).map_or_else(Cell::empty, |found| {
                    Cell::points(material.pack.points(found))
                }),
            ]);
        }
    }
    table
}
