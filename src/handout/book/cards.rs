//! The cards of a mechanism (机制卡片), each with its fields and the steps that were taken. One about
//! a person says the code name under which it is kept.
//!
//! Not here: which fields there are; that is the mechanism of the pack.

use crate::handout::description::{Align, Table};
use crate::handout::material::Material;
use crate::ledger::{Card, FieldValue};
use crate::standard::{Field, FieldKind, ItemId, Mechanism};
use crate::text::form_words::lines_of;
use crate::text::list;
use crate::visible_text::isolated;

/// The cards of a mechanism, one below the other.
pub(super) fn of_mechanism(material: &Material, id: &ItemId) -> Table {
    let words = &material.texts().papers;
    let mut table = Table::of([
        (words.field, 5, Align::Start),
        (words.content, 17, Align::Start),
    ]);
    let Some(mechanism) = material.pack.checklist.mechanism(id) else {
        return table;
    };
    for (_, card) in material.ledger.cards_of(id) {
        table.push_group(heading(card, mechanism, material));
        for (name, value) in fields(card, mechanism, material) {
            table.push([name.into(), value.into()]);
        }
        for (name, value) in steps(card, mechanism, material) {
            table.push([name.into(), value.into()]);
        }
    }
    table
}

/// The name of a card, and when it was settled.
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
    match card.closed_on {
        Some(day) => (words.card_closed)(name, material.day(day)),
        None => name,
    }
}

/// The fields in which anything stands, with it.
fn fields(card: &Card, mechanism: &Mechanism, material: &Material) -> Vec<(String, String)> {
    let fields = mechanism.fields.iter().filter_map(|field| {
        let value = match card.values.get(&field.key) {
            Some(value) => in_words(value, field, material),
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

fn in_words(value: &FieldValue, field: &Field, material: &Material) -> String {
    let words = &material.texts().papers;
    match value {
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
