//! Which entries of the ledger count towards an occurrence of a duty, and how much of it is done.
//!
//! Not here: how the occurrence stands (`standing`).

use super::circumstances::Circumstances;
use super::occurrence::Occurrence;
use crate::ledger::{Card, Given, Record, RecordOf};
use crate::order::sorted_by_key;
use crate::period::{CivilDate, Span};
use crate::standard::{Duty, Fulfilment, ItemId};
use uuid::Uuid;

/// What counts towards an occurrence, and what it comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Counting {
    /// How much is done: times or half hours; of hours that every member needs, those per member.
    pub done: u32,
    /// How much is wanted, in the same unit; 1 or more.
    pub wanted: u32,
    /// The day of the entry with which there was enough, if that entry has a day; more of it
    /// changes nothing. `None` while there is not enough.
    pub enough_on: Option<Option<CivilDate>>,
    /// The entries that count, in the order of their days.
    pub by: Vec<Uuid>,
    /// How many records would count if they said how many were there (实到).
    pub without_head_count: u32,
    /// Whether the kind of record is still missing of which there has to be one.
    pub lacks_kind: bool,
}

/// What counts towards an occurrence of a duty until the end of `until`.
pub(super) fn counting(
    duty: &Duty,
    occurrence: Occurrence,
    known: &Circumstances<'_>,
    until: CivilDate,
) -> Counting {
    let looked_at = Looked {
        known,
        occurrence,
        until,
    };
    // Hours that every member needs are summed up over all members.
    let (wanted, members) = match duty.done_by {
        Fulfilment::Hours {
            at_least,
            per_member,
            ..
        } => {
            let members = known.facts.members.filter(|_| per_member);
            (half_hours(at_least).max(1), members.unwrap_or(1).max(1))
        }
        _ => (duty.times.max(1), 1),
    };
    let (entries, without_head_count) = entries(duty, &looked_at);
    let entries = sorted_by_key(entries, |one| (one.day, one.id));
    let lacks_kind = match &duty.done_by {
        Fulfilment::Hours { one_of, .. } if !one_of.is_empty() => {
            looked_at.records(|one| of_kinds(one, one_of)).is_empty()
        }
        _ => false,
    };
    let all = u64::from(wanted) * u64::from(members);
    let mut sum = 0_u64;
    let enough = entries.iter().find(|one| {
        sum += one.amount;
        sum >= all
    });
    let enough_on = enough.map(|one| one.day).filter(|_| !lacks_kind);
    let total: u64 = entries.iter().map(|one| one.amount).sum();
    Counting {
        done: u32::try_from(total / u64::from(members)).unwrap_or(u32::MAX),
        wanted,
        enough_on,
        by: entries.into_iter().map(|one| one.id).collect(),
        without_head_count,
        lacks_kind,
    }
}

/// An entry that counts.
struct Entry {
    day: Option<CivilDate>,
    id: Uuid,
    /// Times, half hours, or half hours times those who were there.
    amount: u64,
}

/// Where entries are looked for.
struct Looked<'a> {
    known: &'a Circumstances<'a>,
    occurrence: Occurrence,
    until: CivilDate,
}

impl Looked<'_> {
    /// The records that fit and lie in the occurrence.
    fn records(&self, fits: impl Fn(&Record) -> bool) -> Vec<(Uuid, &Record)> {
        let records = self.known.ledger.records.iter();
        records
            .filter(|(_, one)| has_happened(one, self.known.today, self.until))
            .filter(|(_, one)| fits(one) && counts_in(one, self.occurrence))
            .map(|(id, one)| (*id, one))
            .collect()
    }
}

/// The entries that count towards a duty, and how many records lack the number of those who were
/// there.
fn entries(duty: &Duty, looked_at: &Looked<'_>) -> (Vec<Entry>, u32) {
    let ticked = |record: &Record| matches!(&record.of, RecordOf::Duty(id) if *id == duty.id);
    let once = |records: Vec<(Uuid, &Record)>| -> Vec<Entry> {
        let each = records.into_iter().map(|(id, record)| Entry {
            day: Some(record.held_on),
            id,
            amount: 1,
        });
        each.collect()
    };
    match &duty.done_by {
        Fulfilment::Tick => (once(looked_at.records(ticked)), 0),
        // What is shown by records can still be ticked by hand, where it was done otherwise.
        Fulfilment::Records(kinds) => {
            let found = looked_at.records(|one| of_kinds(one, kinds) || ticked(one));
            (once(found), 0)
        }
        Fulfilment::Hours { of, per_member, .. } => hours(of, *per_member, looked_at),
        Fulfilment::Cards(mechanism) => {
            let mut found = once(looked_at.records(ticked));
            found.extend(cards(mechanism, looked_at));
            (found, 0)
        }
    }
}

/// The hours in records of these kinds; where every member needs them, each hour as often as
/// members were there. A record that does not say how many were there says nothing about them.
fn hours(kinds: &[ItemId], per_member: bool, looked_at: &Looked<'_>) -> (Vec<Entry>, u32) {
    let (mut found, mut without) = (Vec::new(), 0);
    let members = looked_at.known.facts.members;
    for (id, record) in looked_at.records(|one| of_kinds(one, kinds)) {
        let half_hours = record.numbers.get(&Given::HalfHours).copied().unwrap_or(0);
        if half_hours == 0 {
            continue;
        }
        let present = record.numbers.get(&Given::Present).copied();
        let heads = match (per_member, present, members) {
            (false, ..) => 1,
            (true, Some(present), Some(members)) => present.min(members),
            (true, ..) => {
                without += 1;
                continue;
            }
        };
        if heads > 0 {
            found.push(Entry {
                day: Some(record.held_on),
                id,
                amount: u64::from(half_hours) * u64::from(heads),
            });
        }
    }
    (found, without)
}

/// What is kept of so many hours of a pack.
fn half_hours(hours: u32) -> u32 {
    hours.saturating_mul(Given::HalfHours.unit().in_one())
}

fn cards(mechanism: &ItemId, looked_at: &Looked<'_>) -> Vec<Entry> {
    let cards = looked_at.known.ledger.cards.iter();
    let cards = cards.filter(|(_, card)| card.mechanism == *mechanism);
    let found = cards.filter_map(|(id, card)| {
        let day = card_day(card, looked_at.occurrence, looked_at.until)?;
        Some(Entry {
            day,
            id: *id,
            amount: 1,
        })
    });
    found.collect()
}

fn of_kinds(record: &Record, kinds: &[ItemId]) -> bool {
    match &record.of {
        RecordOf::Kind(kind) => kinds.contains(kind),
        RecordOf::Duty(_) => false,
    }
}

/// Whether a record counts until the end of `until`: what lies ahead of today does not yet, and
/// what belongs to a year counts from the last day of that year on at the latest.
pub(super) fn has_happened(record: &Record, today: CivilDate, until: CivilDate) -> bool {
    record.held_on <= today && record.counted_on() <= until
}

/// Whether a record counts in an occurrence: by the day on which it was held, brought into the
/// year to which it belongs. A term of office goes by the day alone.
fn counts_in(record: &Record, occurrence: Occurrence) -> bool {
    match occurrence.span {
        Span::Term(_) => occurrence.span.holds(record.held_on),
        span => span.holds(record.counted_on()),
    }
}

/// Whether a card shows that something was done in an occurrence, and on which day: a step taken in
/// it or the card settled in it, or, where the occurrence is a whole year, that the card belongs to
/// the year.
fn card_day(card: &Card, occurrence: Occurrence, until: CivilDate) -> Option<Option<CivilDate>> {
    let span = occurrence.span;
    let steps = card.steps.values().flat_map(|step| &step.on);
    let days = steps.chain(&card.closed_on).copied();
    let last = days.filter(|day| span.holds(*day) && *day <= until).max();
    match (last, span) {
        (Some(day), _) => Some(Some(day)),
        (None, Span::Year(year)) if card.year == year && year <= until.year() => Some(None),
        _ => None,
    }
}
