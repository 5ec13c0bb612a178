//! The responsibility checklist for the wall (责任清单): by month, and by person with goal, measure
//! and milestone.
//!
//! Not here: how far any of it has come.

use super::description::{Align, Block, Cell, Handout, Orientation, Table, Tone};
use super::material::Material;
use crate::duty::{in_force, occurrences};
use crate::standard::{Duty, Role};
use crate::text::duty_words::duty_title;

/// How the list is laid out (排法).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// A row each, with a mark in the months in which it is due (按月).
    #[default]
    Months,
    /// With goal, measure and milestone (按人).
    Persons,
}

/// The list of a year, of all roles or of one.
pub fn duty_list(material: &Material, layout: Layout, only: Option<Role>) -> Handout {
    let (texts, words) = (material.texts(), &material.texts().papers);
    let year = material.assessment.period.year();
    let title = match only {
        Some(role) => (words.duties_of)(year, texts.duties.role(role).to_owned()),
        None => (words.duties)(year),
    };
    let roles = roles(material).into_iter();
    let roles = roles.filter(|role| only.is_none_or(|only| only == *role));
    let (mut table, orientation, hint) = match layout {
        Layout::Months => (
            of_months(material),
            Orientation::Landscape,
            words.month_hint,
        ),
        Layout::Persons => (of_persons(material), Orientation::Portrait, ""),
    };
    for role in roles {
        table.push_group(texts.duties.role(role));
        for duty in duties_of(material, role) {
            table.push(match layout {
                Layout::Months => month_cells(duty, year, material),
                Layout::Persons => person_cells(duty, material),
            });
        }
    }
    let mut blocks = Vec::new();
    if !hint.is_empty() {
        blocks.push(Block::Paragraph {
            text: hint.to_owned(),
            tone: Tone::Small,
        });
    }
    blocks.push(Block::Table(table));
    material.handout(title, orientation, blocks)
}

/// The roles that have anything to do, in their order.
pub fn roles(material: &Material) -> Vec<Role> {
    let has_any = |role: &Role| duties_of(material, *role).next().is_some();
    Role::ALL.into_iter().filter(has_any).collect()
}

fn duties_of(material: &Material, role: Role) -> impl Iterator<Item = &Duty> {
    let duties = in_force(&material.pack.checklist, &material.organization.facts);
    duties.filter(move |duty| duty.role == role)
}

fn of_months(material: &Material) -> Table {
    let words = &material.texts().papers;
    let months: Vec<String> = (1..=12).map(|month: u8| (words.month)(month)).collect();
    let mut columns = vec![
        (words.duty, 9, Align::Start),
        (words.how_often, 5, Align::Start),
    ];
    columns.extend(months.iter().map(|month| (&**month, 2, Align::Middle)));
    Table::of(columns)
}

/// What a duty is called, with the kind of responsibility where it is known.
fn name(duty: &Duty, material: &Material) -> Cell {
    let title = duty_title(duty, material.language);
    let words = &material.texts().responsibilities;
    match duty.responsibility {
        Some(kind) => (words.of_role)(&title, words.kind(kind)).into(),
        None => title.into(),
    }
}

/// A duty with a mark in every month in which it has to be done by the end.
fn month_cells(duty: &Duty, year: i32, material: &Material) -> Vec<Cell> {
    let mut months = [""; 12];
    // What belongs to the year before may close in this one.
    let all = [year - 1, year].into_iter();
    let all = all.flat_map(|year| occurrences(duty, year, material.organization.term_end));
    for one in all.filter(|one| one.closes.year() == year) {
        let place = usize::from(one.closes.month()).saturating_sub(1);
        if let Some(month) = months.get_mut(place) {
            *month = "●";
        }
    }
    let mut cells = vec![name(duty, material), how_often(duty, material).into()];
    cells.extend(months.map(Cell::from));
    cells
}

fn of_persons(material: &Material) -> Table {
    let words = &material.texts().papers;
    Table::of([
        (words.duty, 5, Align::Start),
        (words.goal, 5, Align::Start),
        (words.measure, 6, Align::Start),
        (words.milestone, 4, Align::Start),
        (words.how_often, 3, Align::Start),
    ])
}

fn person_cells(duty: &Duty, material: &Material) -> Vec<Cell> {
    let say = |label| Cell::from(material.language.say(label));
    vec![
        name(duty, material),
        say(&duty.goal),
        say(&duty.measure),
        say(&duty.milestone),
        how_often(duty, material).into(),
    ]
}

/// How often it is to be done: 「每季 2 次」.
fn how_often(duty: &Duty, material: &Material) -> String {
    let texts = material.texts();
    let frequency = texts.facts.frequency(duty.frequency).to_owned();
    (texts.duties.how_often_times)(frequency, duty.times)
}
