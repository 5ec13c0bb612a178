//! What shows that a duty is done (怎样算办了), and which duty or indicator an entry is for.
//!
//! Not here: how much of it is wanted (`fulfilment`), and when it is due (`occurrence`).

use super::schedule::{fills, shows};
use crate::ledger::{Card, Ledger, Record, RecordOf};
use crate::order::sorted_by_key;
use crate::standard::{Checklist, Duty, Fulfilment, Indicator, ItemId};
use uuid::Uuid;

/// What is to be entered so that a duty is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Showing {
    /// It is recorded, as a kind of record or as done.
    Record(RecordOf),
    /// One of several kinds of record shows it.
    OneOf(Vec<ItemId>),
    /// A card of this mechanism shows it.
    Card(ItemId),
}

impl Showing {
    /// What shows that this duty is done.
    pub fn of(duty: &Duty) -> Self {
        match &duty.done_by {
            Fulfilment::Tick => Self::Record(RecordOf::Duty(duty.id.clone())),
            Fulfilment::Records(of) | Fulfilment::Hours { of, .. } => match &of[..] {
                [kind] => Self::Record(RecordOf::Kind(kind.clone())),
                several => Self::OneOf(several.to_vec()),
            },
            Fulfilment::Cards(mechanism) => Self::Card(mechanism.clone()),
        }
    }
}

/// The records that show a duty and have to do with a year: they were held in it, or count for it.
/// The newest come first.
pub fn records_of_year<'a>(duty: &Duty, year: i32, ledger: &'a Ledger) -> Vec<(Uuid, &'a Record)> {
    let is_of_year = |one: &Record| one.year() == year || one.held_on.year() == year;
    let all = ledger.records.iter().map(|(id, record)| (*id, record));
    let of_duty = all.filter(|(_, one)| shows(&one.of, duty) && is_of_year(one));
    sorted_by_key(of_duty, |(id, one)| std::cmp::Reverse((one.held_on, *id)))
}

/// The cards of a year that show a duty.
pub fn cards_of_year<'a>(duty: &Duty, year: i32, ledger: &'a Ledger) -> Vec<(Uuid, &'a Card)> {
    let Fulfilment::Cards(mechanism) = &duty.done_by else {
        return Vec::new();
    };
    let mut cards = ledger.cards_of(mechanism);
    cards.retain(|(_, card)| card.year == year);
    cards
}

/// The first kind of record that would fill an indicator.
pub fn kind_that_fills<'a>(indicator: &Indicator, checklist: &'a Checklist) -> Option<&'a ItemId> {
    let mut kinds = checklist.records.iter().map(|kind| &kind.id);
    kinds.find(|kind| fills(&RecordOf::Kind((*kind).clone()), indicator, checklist))
}

/// Whether something can be held in one year and count for another (所属年度): the kind of record
/// says so, or the duty that it ticks may be done until the next year.
pub fn may_belong_to_other_year(of: &RecordOf, checklist: &Checklist) -> bool {
    match of {
        RecordOf::Kind(kind) => checklist
            .record_kind(kind)
            .is_some_and(|kind| kind.may_belong_to_other_year),
        RecordOf::Duty(id) => checklist
            .duty(id)
            .and_then(|duty| duty.window)
            .is_some_and(|window| window.to > 12),
    }
}
