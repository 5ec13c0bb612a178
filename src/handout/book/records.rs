//! The records of a year as tables (记录), kind by kind, in the order of their days.
//!
//! Not here: for what a record counts.

use crate::duty::MeetingVerdict;
use crate::handout::description::{Align, Cell, Table};
use crate::handout::material::Material;
use crate::ledger::{Given, Record, RecordOf};
use crate::order::sorted_by_key;
use crate::standard::{Asked, ItemId, RecordKind};
use crate::text::duty_words::{duty_name, record_title};
use crate::typed_number::written;

/// The records of the year, the first day first.
pub(super) fn of_year(material: &Material) -> Vec<&Record> {
    let year = material.assessment.period.year();
    let records = material.ledger.records.iter();
    let of_year = records.filter(|(_, one)| one.year() == year);
    let sorted = sorted_by_key(of_year, |(id, one)| (one.held_on, **id));
    sorted.into_iter().map(|(_, one)| one).collect()
}

/// Whether anything of a kind was recorded in the year.
pub(super) fn any_of_kind(material: &Material, kind: &ItemId) -> bool {
    let mut records = of_year(material).into_iter();
    records.any(|one| one.of == RecordOf::Kind(kind.clone()))
}

/// Whether anything was recorded in the year that is done by saying so.
pub(super) fn any_other_work(material: &Material) -> bool {
    let mut records = of_year(material).into_iter();
    records.any(|one| is_other_work(one, material))
}

/// Whether a record is of no kind that the pack has.
fn is_other_work(record: &Record, material: &Material) -> bool {
    match &record.of {
        RecordOf::Duty(_) => true,
        RecordOf::Kind(kind) => material.pack.checklist.record_kind(kind).is_none(),
    }
}

/// The records of a kind: when, how many, how it was voted, what was settled, where the papers are.
/// What was said of none of them has no column.
pub(super) fn of_kind(material: &Material, id: &ItemId) -> Table {
    let words = &material.texts().papers;
    let kind = material.pack.checklist.record_kind(id);
    let asks = kind.map_or(&[][..], |kind| &kind.asks);
    let mut columns = vec![
        (words.number, 3, Align::Middle),
        (words.day, 5, Align::Start),
    ];
    let width = |asked| if asked == Asked::Approve { 7 } else { 3 };
    let numbers = asks.iter();
    columns.extend(numbers.map(|asked| (words.asked(*asked), width(*asked), Align::Middle)));
    let settles = kind.is_some_and(RecordKind::settles);
    let line = if settles {
        words.settled
    } else {
        words.minutes_content
    };
    columns.extend([(line, 12, Align::Start), (words.place, 6, Align::Start)]);
    let mut table = Table::of(columns);
    let records = of_year(material).into_iter();
    let of_kind = records.filter(|one| one.of == RecordOf::Kind(id.clone()));
    for (place, record) in of_kind.enumerate() {
        let mut cells = vec![
            number(place + 1),
            material.day_of_year(record.held_on).into(),
        ];
        cells.extend(
            asks.iter()
                .map(|asked| given(record, *asked, kind, material)),
        );
        cells.extend([record.line.clone().into(), record.place.clone().into()]);
        table.push(cells);
    }
    table.drop_empty_columns();
    table
}

/// A number of a record; of the votes in favour also what they came to.
fn given(record: &Record, asked: Asked, kind: Option<&RecordKind>, material: &Material) -> Cell {
    let given = Given::from(asked);
    let Some(value) = record.numbers.get(&given).copied() else {
        return Cell::empty();
    };
    if given != Given::Approve {
        let text = written(value, given.unit());
        let number = text.parse().ok();
        return Cell {
            number,
            ..Cell::from(text)
        };
    }
    let words = &material.texts().papers;
    let rule = kind.and_then(|kind| material.pack.checklist.quorum(kind.quorum.as_ref()?));
    let of = |given| record.numbers.get(&given).copied();
    let verdict = rule.and_then(|rule| {
        MeetingVerdict::of(rule, of(Given::Eligible), of(Given::Present), Some(value))
    });
    match verdict {
        Some(MeetingVerdict::Voted { passed: true, .. }) => (words.vote_passed)(value).into(),
        Some(MeetingVerdict::Voted { passed: false, .. }) => (words.vote_failed)(value).into(),
        _ => (words.vote)(value).into(),
    }
}

/// What is done by saying so.
pub(super) fn other_work(material: &Material) -> Table {
    let words = &material.texts().papers;
    let mut table = Table::of([
        (words.number, 2, Align::Middle),
        (words.day, 3, Align::Start),
        (words.work, 6, Align::Start),
        (words.how, 10, Align::Start),
        (words.place, 4, Align::Start),
    ]);
    let records = of_year(material).into_iter();
    let other = records.filter(|one| is_other_work(one, material));
    for (place, record) in other.enumerate() {
        table.push([
            number(place + 1),
            material.day_of_year(record.held_on).into(),
            record_title(&material.pack.checklist, record, material.language).into(),
            record.line.clone().into(),
            record.place.clone().into(),
        ]);
    }
    table.drop_empty_columns();
    table
}

/// What was not done, and why.
pub(super) fn missed(material: &Material) -> Table {
    let (texts, words) = (material.texts(), &material.texts().papers);
    let mut table = Table::of([
        (words.number, 2, Align::Middle),
        (words.work, 6, Align::Start),
        (words.span, 3, Align::Start),
        (words.reason, 10, Align::Start),
    ]);
    let missed = sorted_by_key(material.ledger.missed.values(), |one| {
        (one.span.first_day(), one.duty.clone())
    });
    for (place, one) in missed.into_iter().enumerate() {
        table.push([
            number(place + 1),
            duty_name(&material.pack.checklist, &one.duty, material.language).into(),
            (texts.duties.span)(one.span).into(),
            one.reason.clone().into(),
        ]);
    }
    table
}

fn number(place: usize) -> Cell {
    Cell::number(i64::try_from(place).unwrap_or(i64::MAX))
}
