//! Any duties and any entries, for the properties: few kinds, days and amounts, so that they meet.

use crate::world::{date, duty, id, page};
use proptest::prelude::*;
use serde_json::{Value, json};
use wuxing::ledger::{Card, EntryBody, Given, Ledger, Missed, Record, RecordOf, StepMark};
use wuxing::period::{CivilDate, Frequency, Span};
use wuxing::sorted_map::SortedMap;
use wuxing::standard::{Duty, ItemId};

/// The duties that an entry may name.
pub const DUTIES: [&str; 3] = ["D", "E", "F"];

/// Any day from the autumn of 2025 to the spring of 2028, over a leap year.
pub fn day() -> impl Strategy<Value = CivilDate> {
    (0_i32..=950).prop_map(|days| date("2025-09-01").days_later(days))
}

/// A year to which something may belong.
pub fn year() -> impl Strategy<Value = i32> {
    2025_i32..=2028
}

fn frequency() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "month",
        "quarter",
        "half_year",
        "year",
        "term",
        "event",
    ])
}

/// Any duty with this id.
pub fn any_duty(id: &'static str) -> impl Strategy<Value = Duty> {
    let window = prop::option::of((1_u8..=12, 0_u8..=3));
    let done_by = prop::sample::select(vec![
        json!("tick"),
        json!({ "records": ["meeting"] }),
        json!({ "records": ["meeting", "lecture"] }),
        json!({ "hours": { "of": ["lecture"], "at_least": 8 } }),
        json!({ "cards": "M" }),
    ]);
    (frequency(), 1_u32..=3, window, done_by).prop_map(
        move |(frequency, times, window, done_by)| {
            let window = window.map_or(
                Value::Null,
                |(from, more)| json!({ "from": from, "to": (from + more).min(15) }),
            );
            duty(json!({
                "id": id, "frequency": frequency, "times": times, "window": window,
                "done_by": done_by,
            }))
        },
    )
}

fn record() -> impl Strategy<Value = EntryBody> {
    let of = prop::sample::select(vec![
        RecordOf::Kind("meeting".into()),
        RecordOf::Kind("lecture".into()),
        RecordOf::Kind("other".into()),
        RecordOf::Duty("D".into()),
        RecordOf::Duty("E".into()),
    ]);
    (
        of,
        day(),
        prop::option::weighted(0.3, year()),
        prop::option::of(0_u32..=9),
    )
        .prop_map(|(of, held_on, belongs_to_year, hours)| {
            EntryBody::Record(Record {
                belongs_to_year,
                numbers: hours
                    .map(|hours| (Given::HalfHours, hours))
                    .into_iter()
                    .collect(),
                ..Record::new(of, held_on)
            })
        })
}

fn span() -> impl Strategy<Value = Span> {
    (year(), 0_usize..19).prop_map(|(year, place)| {
        let spans = [
            Frequency::Month,
            Frequency::Quarter,
            Frequency::HalfYear,
            Frequency::Year,
        ]
        .into_iter()
        .flat_map(|frequency| Span::of_year(frequency, year, None));
        spans.collect::<Vec<_>>()[place]
    })
}

fn missed() -> impl Strategy<Value = EntryBody> {
    (prop::sample::select(&DUTIES[..]), span()).prop_map(|(duty, span)| {
        EntryBody::Missed(Missed {
            duty: duty.into(),
            span,
            reason: String::new(),
        })
    })
}

/// Any card of the mechanism `M` or of another, with steps `a`, `b` and `c`.
pub fn any_card() -> impl Strategy<Value = Card> {
    let mechanism = prop::sample::select(vec!["M", "M", "N"]);
    let steps = prop::collection::btree_map(
        prop::sample::select(vec!["a", "b", "c", "gone"]),
        prop::collection::vec(day(), 0..3),
        0..4,
    );
    (mechanism, year(), steps, prop::option::weighted(0.2, day())).prop_map(
        |(mechanism, year, steps, closed_on)| Card {
            mechanism: ItemId::from(mechanism),
            year,
            title: String::new(),
            values: SortedMap::new(),
            steps: steps
                .into_iter()
                .map(|(key, on)| {
                    let line = String::new();
                    (key.to_owned(), StepMark { on, line })
                })
                .collect(),
            links: Vec::new(),
            closed_on,
        },
    )
}

/// Any entry.
pub fn any_entry() -> impl Strategy<Value = EntryBody> {
    prop_oneof![
        6 => record(),
        1 => missed(),
        2 => any_card().prop_map(EntryBody::Card),
    ]
}

/// Any entries, up to so many.
pub fn entries(most: usize) -> impl Strategy<Value = Vec<EntryBody>> {
    prop::collection::vec(any_entry(), 0..=most)
}

/// The ledger of these entries, with the ids from 1 on.
pub fn gathered(entries: &[EntryBody]) -> Ledger {
    Ledger::of(&[page((1..).map(id).zip(entries.iter().cloned().map(Some)))])
}
