//! The draft of the secretary's yearly report on Party building (述职报告稿): one piece of work that
//! satisfies most, one that satisfies least, three to be seen to next (1+1+3).
//!
//! It is drafted from what was recorded and what the self-check came to, and leaves lines for what
//! only the secretary can say. Not here: how it was received.

use super::description::{Block, Handout, Orientation, Tone};
use super::material::Material;
use crate::assessment::{StarOutcome, StarState};
use crate::duty::agenda;
use crate::ledger::{Card, FieldValue, RecordOf};
use crate::order::sorted_by_key;
use crate::sorted_map::SortedMap;
use crate::sorted_set::SortedSet;
use crate::standard::{Draft, Field, FieldKind, ItemId, Listing, Mechanism};
use crate::text::duty_words::duty_name;
use crate::text::form_words::row_words;
use crate::text::{item_name, list};
use crate::visible_text::{first_line, trimmed};

/// How many pieces of work are to be seen to next.
const AHEAD: usize = 3;

/// How much of a problem is said, in characters.
const LONGEST: usize = 60;

/// The draft for the year of the period.
pub fn statement(material: &Material) -> Handout {
    let words = &material.texts().papers;
    let numbered = &material.texts().report.numbered;
    let year = material.assessment.period.year();
    let mut blocks = vec![
        text((words.statement_opening)(year)),
        Block::Heading(numbered(0, words.statement_done)),
        text(done(material)),
        Block::Heading(numbered(1, words.statement_best)),
    ];
    blocks.extend(piece(
        best(material),
        words.statement_best_how,
        words.statement_best_end,
        material,
    ));
    blocks.push(Block::Heading(numbered(2, words.statement_worst)));
    blocks.extend(piece(
        worst(material),
        words.statement_worst_why,
        words.statement_worst_end,
        material,
    ));
    blocks.push(Block::Heading((words.statement_ahead)(year + 1, numbered)));
    let ahead = ahead(material);
    for place in 0..AHEAD {
        let what = ahead.get(place).cloned();
        let numbered = (words.statement_numbered)(place + 1, what.clone().unwrap_or_default());
        blocks.push(Block::Paragraph {
            text: numbered,
            tone: Tone::Strong,
        });
        blocks.push(text(words.statement_measure.to_owned()));
        blocks.push(Block::Lines(1));
    }
    blocks.push(Block::Signatures(vec![
        words.statement_sign.to_owned(),
        material.texts().report.sign_day.to_owned(),
    ]));
    let mut handout = material.handout((words.statement)(year), Orientation::Portrait, blocks);
    handout.subtitle = words.statement_draft.to_owned();
    handout.foot = words.statement_foot.to_owned();
    handout
}

/// A piece of work, with lines for how it was done and what came of it.
fn piece(what: Option<String>, how: &str, end: &str, material: &Material) -> Vec<Block> {
    let words = &material.texts().papers;
    let what = Block::Paragraph {
        text: what.unwrap_or_else(|| words.statement_what.to_owned()),
        tone: Tone::Strong,
    };
    vec![
        what,
        text(how.to_owned()),
        Block::Lines(2),
        text(end.to_owned()),
        Block::Lines(1),
    ]
}

/// What was done in the year, by number.
fn done(material: &Material) -> String {
    let (words, year) = (&material.texts().papers, material.assessment.period.year());
    let mut counts: SortedMap<ItemId, usize> = SortedMap::new();
    for record in material.ledger.records.values() {
        if let RecordOf::Kind(kind) = &record.of
            && record.year() == year
        {
            *counts.entry(kind.clone()).or_default() += 1;
        }
    }
    let kinds = material.pack.checklist.records.iter().filter_map(|kind| {
        let count = counts.get(&kind.id)?;
        Some((words.times_held)(
            material.language.say(&kind.title).to_owned(),
            *count,
        ))
    });
    let held: Vec<String> = kinds.collect();
    let problems = material.ledger.rectifications.values();
    let found = problems
        .clone()
        .filter(|one| one.found_on.year() == year)
        .count();
    let closed = problems.filter(|one| one.closed_on.is_some_and(|day| day.year() == year));
    let mut said = match held.is_empty() {
        true => words.statement_nothing.to_owned(),
        false => (words.statement_held)(list(held, material.language)),
    };
    if found > 0 {
        said += &(words.statement_problems)(found, closed.count());
    }
    said + &super::report::prose::result(material)
}

/// What was written for a part of the report on the card of the year, where the pack has one with
/// all three parts (书记述评考): a line each; none if nothing was.
fn written(material: &Material, part: Draft) -> Vec<String> {
    let year = material.assessment.period.year();
    let drafts = |field: &Field, part: Draft| field.draft == Some(part);
    let has = |one: &Mechanism, part| one.fields.iter().any(|field| drafts(field, part));
    let parts = [Draft::Done, Draft::Behind, Draft::Ahead];
    let mechanisms = material.pack.checklist.mechanisms.iter();
    let of_report =
        mechanisms.filter(|one| one.once_a_year && parts.iter().all(|part| has(one, *part)));
    for mechanism in of_report {
        for field in mechanism.fields.iter().filter(|field| drafts(field, part)) {
            let cards = material.ledger.cards_of(&mechanism.id).into_iter();
            let cards = cards.filter(|(_, card)| card.year == year);
            let lines = cards.flat_map(|(_, card)| lines_on(card, field, material));
            let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
            if !lines.is_empty() {
                return lines;
            }
        }
    }
    Vec::new()
}

/// What stands in a field of a card, a line for each line or row.
fn lines_on(card: &Card, field: &Field, material: &Material) -> Vec<String> {
    match &field.kind {
        FieldKind::Rows(form) => {
            let rows = card.rows(&field.key).into_iter();
            rows.map(|row| row_words(form, &field.key, &row, card, material.language, LONGEST))
                .collect()
        }
        _ => match card.values.get(&field.key) {
            Some(FieldValue::Text(text)) => text.lines().map(trimmed).map(str::to_owned).collect(),
            _ => Vec::new(),
        },
    }
}

/// What satisfies most: what was written, or else a matter of innovation that was settled in the
/// year, the last of them first; otherwise the star with the greatest share of its points.
fn best(material: &Material) -> Option<String> {
    let own = written(material, Draft::Done);
    if !own.is_empty() {
        return Some(own.join("\n"));
    }
    let year = material.assessment.period.year();
    let is_settled = |card: &Card| card.closed_on.is_some_and(|day| day.year() == year);
    let mechanisms = material.pack.checklist.mechanisms.iter();
    let of_innovation = mechanisms.filter(|one| one.list == Listing::Innovation);
    let cards = of_innovation.flat_map(|mechanism: &Mechanism| {
        let cards = material.ledger.cards_of(&mechanism.id).into_iter();
        cards.map(|(_, card)| card)
    });
    let settled = cards.filter(|card| is_settled(card) && !trimmed(&card.title).is_empty());
    let last = sorted_by_key(settled, |card| std::cmp::Reverse(card.closed_on));
    if let Some(card) = last.first() {
        return Some(trimmed(&card.title).to_owned());
    }
    let won = material.outcome.stars.iter();
    let won = won.filter(|star| star.state == StarState::Won && star.maximum > 0);
    let best = won.max_by_key(|star: &&StarOutcome| {
        u64::from(star.score) * 1000 / u64::from(star.maximum.max(1))
    })?;
    let of_pack = material.pack.star(&best.key)?;
    let title = material.language.say(&of_pack.title).to_owned();
    Some((material.texts().papers.statement_star)(
        title,
        material.pack.points(best.score),
        material.pack.points(best.maximum),
    ))
}

/// What satisfies least: what was written, or else the first indicator that is to be made good;
/// otherwise what has been open the longest.
fn worst(material: &Material) -> Option<String> {
    let own = written(material, Draft::Behind);
    if !own.is_empty() {
        return Some(own.join("\n"));
    }
    let lacking = material.outcome.to_make_good();
    let lacking = lacking.first();
    let name = lacking.map(|one| item_name(&material.pack, &one.id, material.language));
    name.or_else(|| open_problems(material).into_iter().next())
}

/// What is to be seen to next: what was written, or else problems that are open, what is to be made
/// good, what is late. What stands as the least satisfying is among them, since it has to be put
/// right.
fn ahead(material: &Material) -> Vec<String> {
    let own = written(material, Draft::Ahead);
    if !own.is_empty() {
        return own.into_iter().take(AHEAD).collect();
    }
    let (pack, language) = (&material.pack, material.language);
    let lacking = material.outcome.to_make_good().into_iter();
    let lacking = lacking.map(|one| item_name(pack, &one.id, language));
    let agenda = agenda(&pack.checklist, &material.circumstances());
    let late = agenda.late.iter();
    let late = late.map(|one| duty_name(&pack.checklist, &one.duty, language));
    let mut said = SortedSet::default();
    let problems = open_problems(material).into_iter();
    let all = problems.chain(lacking).chain(late);
    let once = all.filter(|what| said.insert(what.clone()));
    once.take(AHEAD).collect()
}

/// The problems that are not solved, the oldest first.
fn open_problems(material: &Material) -> Vec<String> {
    let open = material.ledger.rectifications.values();
    let open = open.filter(|one| one.is_open() && !trimmed(&one.problem).is_empty());
    let open = sorted_by_key(open, |one| (one.found_on, one.problem.clone()));
    let named = open.into_iter();
    named.map(|one| first_line(&one.problem, LONGEST)).collect()
}

fn text(text: String) -> Block {
    Block::Paragraph {
        text,
        tone: Tone::Text,
    }
}
