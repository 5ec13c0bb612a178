//! A blank form of the whole pack (空白自查表), to be filled in by pen and typed in later: every
//! indicator with its criterion, every star with its bands, the disqualifiers and the bonus.
//!
//! Not here: any answer.

use super::description::{Align, Block, Cell, Handout, Orientation, Table, Tone};
use super::material::Material;
use crate::standard::{Basic, ScoredBy, ScoredIndicator, Star};
use crate::text::answers::boxes;

/// The blank form of the period.
pub fn blank_form(material: &Material) -> Handout {
    let (texts, words) = (material.texts(), &material.texts().papers);
    let (pack, language) = (&material.pack, material.language);
    let mut blocks = vec![
        Block::Facts(vec![
            (texts.report.organization.to_owned(), material.name()),
            (
                texts.report.standard.to_owned(),
                (texts.report.pack)(language.say(&pack.title).to_owned(), pack.version.clone()),
            ),
            (words.filled_in_by.to_owned(), String::new()),
            (words.filled_in_on.to_owned(), String::new()),
        ]),
        Block::Paragraph {
            text: words.blank_hint.to_owned(),
            tone: Tone::Small,
        },
    ];
    for basic in &pack.basics {
        blocks.push(Block::Heading(language.say(&basic.title).to_owned()));
        blocks.push(Block::Table(of_basic(basic, material)));
    }
    let facts = &material.organization.facts;
    let is_for_us = |star: &&Star| {
        let condition = star.not_applicable_when.as_ref();
        star.is_scored() && !condition.is_some_and(|one| one.holds(facts))
    };
    for star in pack.stars.iter().filter(is_for_us) {
        let (name, maximum) = (language.say(&star.title).to_owned(), star.maximum);
        blocks.push(Block::Heading((words.star_of)(
            name,
            material.pack.points(maximum),
        )));
        blocks.push(Block::Table(of_star(star, material)));
    }
    if !pack.vetoes.is_empty() {
        blocks.push(Block::Heading(words.vetoes.to_owned()));
        blocks.push(Block::Table(vetoes(material)));
    }
    if !pack.bonuses.is_empty() {
        blocks.push(Block::Heading(words.bonus.to_owned()));
        blocks.push(Block::Table(bonus(material)));
    }
    let title = (words.blank)((texts.facts.quarter)(material.assessment.period));
    material.handout_of_check(title, Orientation::Portrait, blocks)
}

fn of_basic(basic: &Basic, material: &Material) -> Table {
    let words = &material.texts().papers;
    let mut table = Table::of([
        (words.indicator, 5, Align::Start),
        (words.criterion, 9, Align::Start),
        (words.answer, 5, Align::Start),
        (words.remark, 3, Align::Start),
    ]);
    let facts = &material.organization.facts;
    let asked = basic.indicators.iter().filter(|one| {
        let condition = one.not_applicable_when.as_ref();
        one.enabled && !condition.is_some_and(|when| when.holds(facts))
    });
    for one in asked {
        let name = material.language.say(&one.title).to_owned();
        let name = match one.must {
            true => format!("{name}\n{}", words.must_be_met),
            false => name,
        };
        let criterion = one.wording(facts).criterion;
        table.push([
            name.into(),
            material.language.say(criterion).into(),
            boxes(one.answer, material.language).into(),
            Cell::empty(),
        ]);
    }
    table
}

fn of_star(star: &Star, material: &Material) -> Table {
    let words = &material.texts().papers;
    let mut table = Table::of([
        (words.item, 5, Align::Start),
        (words.bands, 13, Align::Start),
        (words.points, 3, Align::Middle),
    ]);
    for one in &star.indicators {
        let bands = ways(one, material);
        table.push([
            material.language.say(&one.title).into(),
            bands.join("\n").into(),
            Cell::empty(),
        ]);
    }
    table
}

/// How an item comes to its points: the bands, of which one is ticked, what takes points off, or a
/// number that is put in.
fn ways(item: &ScoredIndicator, material: &Material) -> Vec<String> {
    let words = &material.texts().papers;
    let said = |label| material.language.say(label).to_owned();
    match item.scored_by() {
        ScoredBy::Bands => {
            let bands = item.bands.iter();
            let bands =
                bands.map(|one| (words.band)(material.pack.points(one.score), said(&one.when)));
            bands.collect()
        }
        ScoredBy::Deductions => {
            let all = item.deductions.iter();
            let all = all
                .map(|one| (words.deduction)(said(&one.title), material.pack.points(one.points)));
            all.collect()
        }
        ScoredBy::Entered => vec![(words.entered)(material.pack.points(item.maximum))],
    }
}

fn vetoes(material: &Material) -> Table {
    let words = &material.texts().papers;
    let mut table = Table::of([
        (words.case, 14, Align::Start),
        (words.answer, 5, Align::Middle),
    ]);
    for veto in &material.pack.vetoes {
        table.push([
            material.language.say(&veto.title).into(),
            words.boxes_veto.into(),
        ]);
    }
    table
}

fn bonus(material: &Material) -> Table {
    let words = &material.texts().papers;
    let mut table = Table::of([
        (words.item, 12, Align::Start),
        (words.each, 4, Align::Middle),
        (words.how_many, 4, Align::Middle),
    ]);
    for bonus in &material.pack.bonuses {
        table.push_group(material.language.say(&bonus.title));
        for option in &bonus.options {
            let points = match option.points {
                0 => Cell::from("—"),
                points => Cell::points(material.pack.points(points)),
            };
            table.push([
                material.language.say(&option.title).into(),
                points,
                Cell::empty(),
            ]);
        }
    }
    table
}
