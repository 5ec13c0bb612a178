//! The rows of a card (表格) as tables, with the columns that they have on the screen: a list that is
//! handed out or hung up is read down its columns.
//!
//! Not here: single values and steps (`cards`).

use crate::duty::rows_of;
use crate::handout::description::{Align, Cell, Row, RowKind, Table};
use crate::handout::material::Material;
use crate::ledger::{Card, FieldValue};
use crate::standard::{Column, ColumnKind, FieldKind, Mechanism, RowsForm};
use crate::text::form_words::sum_words;

/// The lists of a card in which anything stands, each as a table.
pub(super) fn tables(card: &Card, mechanism: &Mechanism, material: &Material) -> Vec<Table> {
    let language = material.language;
    let tables = mechanism.fields.iter().filter_map(|field| {
        let FieldKind::Rows(form) = &field.kind else {
            return None;
        };
        let mut table = table_of(form, &field.key, card, material)?;
        // Where the list is all that the mechanism is, the heading above says what it is.
        if field.label != mechanism.title {
            table.caption = language.say(&field.label).to_owned();
        }
        Some(table)
    });
    tables.collect()
}

/// The rows of a field as a table; `None` if nothing stands in them.
fn table_of(form: &RowsForm, field: &str, card: &Card, material: &Material) -> Option<Table> {
    let (words, language) = (&material.texts().papers, material.language);
    let is_said = |row: &String| {
        let mut columns = form.columns.iter();
        columns.any(|column| says_something(card.cell(field, row, &column.key)))
    };
    let rows: Vec<String> = rows_of(form, field, card)
        .into_iter()
        .filter(is_said)
        .collect();
    if rows.is_empty() {
        return None;
    }
    let first = match form.fixed.is_empty() {
        true => (words.number, 2, Align::Middle),
        false => (words.field, 4, Align::Start),
    };
    let columns = form.columns.iter();
    let columns = columns.map(|column| {
        let (width, align) = width_of(&column.kind);
        (language.say(&column.label), width, align)
    });
    let mut table = Table::of(std::iter::once(first).chain(columns));
    for (place, row) in rows.iter().enumerate() {
        let name = form.fixed.iter().find(|fixed| fixed.key == *row);
        let first = match name {
            Some(fixed) => Cell::from(language.say(&fixed.label)),
            None => Cell::number(i64::try_from(place + 1).unwrap_or(i64::MAX)),
        };
        let cells = form.columns.iter();
        let cells = cells.map(|column| {
            let value = card.cell(field, row, &column.key);
            cell(value, column, material)
        });
        table.push(std::iter::once(first).chain(cells));
    }
    let span = u16::try_from(table.columns.len()).unwrap_or(u16::MAX);
    let sums = sum_words(form, field, card, language).into_iter();
    table.rows.extend(sums.map(|sum| Row {
        kind: RowKind::Total,
        cells: vec![Cell {
            span,
            ..Cell::from(sum)
        }],
    }));
    Some(table)
}

fn says_something(value: Option<&FieldValue>) -> bool {
    match value {
        Some(FieldValue::Text(text)) => !text.trim().is_empty(),
        Some(FieldValue::Checked(checked)) => *checked,
        Some(_) => true,
        None => false,
    }
}

/// How wide a column is beside the others, and how its cells are aligned.
fn width_of(kind: &ColumnKind) -> (u16, Align) {
    match kind {
        ColumnKind::Text => (10, Align::Start),
        ColumnKind::Line => (8, Align::Start),
        ColumnKind::Named => (6, Align::Start),
        ColumnKind::Choice(_) | ColumnKind::Date => (5, Align::Start),
        ColumnKind::Number | ColumnKind::Check => (3, Align::Middle),
    }
}

fn cell(value: Option<&FieldValue>, column: &Column, material: &Material) -> Cell {
    let words = &material.texts().papers;
    match (value, &column.kind) {
        (Some(FieldValue::Text(text)), _) => text.clone().into(),
        (Some(FieldValue::Number(number)), _) => Cell::number(i64::from(*number)),
        (Some(FieldValue::Date(day)), _) => material.day(*day).into(),
        (Some(FieldValue::Checked(true)), _) => words.yes.into(),
        (Some(FieldValue::Choice(key)), ColumnKind::Choice(choices)) => {
            let chosen = choices.iter().find(|choice| choice.key == *key);
            chosen.map_or_else(Cell::empty, |choice| {
                material.language.say(&choice.label).into()
            })
        }
        _ => Cell::empty(),
    }
}
