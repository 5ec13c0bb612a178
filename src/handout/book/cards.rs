//! The cards of a mechanism (机制卡片), each with its fields and the steps that were taken. One about
//! a person says the code name under which it is kept.
//!
//! Not here: rows (`rows`), and which fields there are; that is the mechanism of the pack.

use super::rows;
use crate::duty::{Ending, term_reminders};
use crate::handout::description::{Align, Block, Cell, Table, Tone};
use crate::handout::material::Material;
use crate::ledger::{Card, FieldValue};
use crate::standard::{Field, FieldKind, FiguresOf, ItemId, Mechanism};
use crate::text::form_words::lines_of;
use crate::text::list;
use crate::visible_text::isolated;
use uuid::Uuid;

/// The cards of a mechanism, one below the other.
pub(super) fn of_mechanism(material: &Material, id: &ItemId) -> Vec<Block> {
    let Some(mechanism) = material.pack.checklist.mechanism(id) else {
        return Vec::new();
    };
    blocks_of(material.ledger.cards_of(id), mechanism, material)
}

/// One card; nothing if there is none of this id.
pub(super) fn of_card(material: &Material, id: Uuid) -> Vec<Block> {
    let found = material.ledger.cards.get(&id).and_then(|card| {
        let mechanism = material.pack.checklist.mechanism(&card.mechanism)?;
        Some(blocks_of([(id, card)], mechanism, material))
    });
    found.unwrap_or_default()
}

/// What stands on cards: single values and steps in one table, and behind those of a card its rows,
/// each list of them in a table of its own with the columns that it has on the screen.
fn blocks_of<'a>(
    cards: impl IntoIterator<Item = (Uuid, &'a Card)>,
    mechanism: &Mechanism,
    material: &Material,
) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut values = empty(material);
    for (id, card) in cards {
        let rows = rows::tables(card, mechanism, material);
        let fields = fields(card, mechanism, material).into_iter();
        let said = fields.chain(steps(card, mechanism, material));
        let said: Vec<_> = said.chain(links(id, material)).collect();
        let heading = heading(card, mechanism, material);
        if said.is_empty() && !rows.is_empty() {
            flush(&mut values, &mut blocks, material);
            blocks.push(Block::Paragraph {
                text: heading,
                tone: Tone::Strong,
            });
        } else if said.is_empty() {
            // A card of which nothing but its name is known is a row, and the head of none.
            values.push([Cell {
                span: 2,
                ..heading.into()
            }]);
        } else {
            values.push_group(heading);
            for (name, value) in said {
                values.push([name.into(), value.into()]);
            }
        }
        if !rows.is_empty() {
            flush(&mut values, &mut blocks, material);
            blocks.extend(rows.into_iter().map(Block::Table));
        }
    }
    flush(&mut values, &mut blocks, material);
    blocks
}

/// The table of single values, without rows.
fn empty(material: &Material) -> Table {
    let words = &material.texts().papers;
    Table::of([
        (words.field, 5, Align::Start),
        (words.content, 17, Align::Start),
    ])
}

/// Puts the table among the blocks if anything stands in it, and begins another one.
fn flush(values: &mut Table, blocks: &mut Vec<Block>, material: &Material) {
    if !values.rows.is_empty() {
        let full = std::mem::replace(values, empty(material));
        blocks.push(Block::Table(full));
    }
}

/// The name of a card, and when it came to its end.
pub(in crate::handout) fn heading(
    card: &Card,
    mechanism: &Mechanism,
    material: &Material,
) -> String {
    let words = &material.texts().papers;
    let name = match isolated(&card.title) {
        name if name.is_empty() && mechanism.once_a_year => (words.card_of_year)(card.year),
        name if name.is_empty() => material.language.say(&mechanism.card).to_owned(),
        name => name,
    };
    let Some(day) = card.closed_on.map(|day| material.day(day)) else {
        return name;
    };
    match Ending::of(mechanism) {
        Ending::Settled => (words.card_closed)(name, day),
        Ending::OutOfUse => (words.card_out_of_use)(name, day),
        Ending::OffTheList => (words.card_off_the_list)(name, day),
    }
}

/// The fields in which anything stands, with it.
fn fields(card: &Card, mechanism: &Mechanism, material: &Material) -> Vec<(String, String)> {
    let fields = mechanism.fields.iter().filter_map(|field| {
        let value = match card.values.get(&field.key) {
            Some(value) => in_words(value, field, material),
            None if field.kind == FieldKind::Figures(FiguresOf::Term) => term(material),
            // Rows have tables of their own.
            None if matches!(field.kind, FieldKind::Rows(_)) => return None,
            None => {
                let (list, ledger) = (&material.pack.checklist, &material.ledger);
                lines_of(field, card, list, ledger, material.language).join("\n")
            }
        };
        let label = material.language.say(&field.label).to_owned();
        (!value.trim().is_empty()).then_some((label, value))
    });
    fields.collect()
}

/// The end of the term, and the days on which it is to be looked at ahead, a line each.
fn term(material: &Material) -> String {
    let words = &material.texts().reading;
    let Some(end) = material.organization.term_end else {
        return String::new();
    };
    let ahead = term_reminders(end, material.today);
    let ahead = ahead.map(|one| (words.term_ahead)(one.months, material.day(one.day)));
    let end = (words.term_end)(material.day(end));
    std::iter::once(end)
        .chain(ahead)
        .collect::<Vec<_>>()
        .join("\n")
}

fn in_words(value: &FieldValue, field: &Field, material: &Material) -> String {
    let words = &material.texts().papers;
    let is_signal = field.kind == FieldKind::Signal;
    match value {
        FieldValue::Checked(there) if is_signal => {
            let words = &material.texts().mechanisms;
            let word = if *there {
                words.signal_yes
            } else {
                words.signal_no
            };
            word.to_owned()
        }
        FieldValue::Text(text) => text.clone(),
        FieldValue::Number(number) => number.to_string(),
        FieldValue::Date(day) => material.day(*day),
        FieldValue::Checked(true) => words.yes.to_owned(),
        FieldValue::Checked(false) => words.no.to_owned(),
        FieldValue::Choice(key) => match &field.kind {
            FieldKind::Choice(choices) => {
                let chosen = choices.iter().find(|choice| choice.key == *key);
                chosen.map_or_else(
                    || key.clone(),
                    |choice| material.language.say(&choice.label).to_owned(),
                )
            }
            _ => key.clone(),
        },
    }
}

/// The cards that it is linked with, if any.
fn links(id: Uuid, material: &Material) -> Option<(String, String)> {
    let linked = material.ledger.linked_with(id).into_iter();
    let names = linked.filter_map(|(_, card)| {
        let mechanism = material.pack.checklist.mechanism(&card.mechanism)?;
        Some(heading(card, mechanism, material))
    });
    let names: Vec<String> = names.collect();
    let label = material.texts().mechanisms.links.to_owned();
    (!names.is_empty()).then(|| (label, list(names, material.language)))
}

/// The steps that were taken, with their days and what was written about them.
fn steps(card: &Card, mechanism: &Mechanism, material: &Material) -> Vec<(String, String)> {
    let steps = mechanism.steps.iter().enumerate();
    let taken = steps.filter_map(|(place, step)| {
        let mark = card.steps.get(&step.key)?;
        let days = mark.on.iter().map(|day| material.day(*day));
        let days = list(days, material.language);
        let said = [days, mark.line.clone()];
        let said: Vec<String> = said.into_iter().filter(|part| !part.is_empty()).collect();
        let label = format!("{}. {}", place + 1, material.language.say(&step.label));
        Some((label, said.join(material.texts().assess.and_then)))
    });
    taken.collect()
}
