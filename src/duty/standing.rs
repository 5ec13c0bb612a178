//! How each occurrence of a duty stands on a day: done, due, late, or not yet.
//!
//! Not here: which of them are shown first (`agenda`).

use super::occurrence::{Occurrence, occurrences};
use crate::ledger::{Card, Ledger, Record, RecordOf};
use crate::period::CivilDate;
use crate::standard::{Asked, Checklist, Duty, Facts, Fulfilment, ItemId};
use uuid::Uuid;

/// The day on which the ledger was begun (开始记录之日). What was due before it is nobody's arrears:
/// it may be recorded afterwards, and is not called late.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Begun(pub CivilDate);

/// How an occurrence stands (状态).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DutyStanding {
    /// Done (已完成); the day is that of the last record it needed, where one has a day.
    Done(Option<CivilDate>),
    /// Not done, as the person noted (未开展), with her reason.
    Missed(String),
    /// To be done now (该办).
    Due,
    /// Its time is up (超期).
    Late,
    /// Its time has not come (未到).
    NotYet,
    /// Its time was up before the ledger was begun.
    Earlier,
}

/// One occurrence of a duty, and how it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DutyState {
    /// The duty.
    pub duty: ItemId,
    /// When it is due.
    pub occurrence: Occurrence,
    /// How it stands.
    pub standing: DutyStanding,
    /// How much of it is done: times or hours.
    pub done: u32,
    /// How much is wanted, in the same unit; 1 or more.
    pub wanted: u32,
    /// The entries that count towards it, in the order of their days.
    pub by: Vec<Uuid>,
}

/// The duties that are on and apply to these facts (启用且适用).
pub fn in_force<'a>(
    checklist: &'a Checklist,
    facts: &'a Facts,
) -> impl Iterator<Item = &'a Duty> + use<'a> {
    let applies = |duty: &&Duty| match &duty.not_applicable_when {
        Some(condition) => !condition.holds(facts),
        None => true,
    };
    checklist
        .duties
        .iter()
        .filter(|duty| duty.enabled)
        .filter(applies)
}

/// How the occurrences of a duty in a year stand on `today`.
pub fn duty_states(
    duty: &Duty,
    year: i32,
    term_end: Option<CivilDate>,
    ledger: &Ledger,
    begun: Begun,
    today: CivilDate,
) -> Vec<DutyState> {
    let state = |occurrence| state(duty, occurrence, ledger, begun, today);
    occurrences(duty, year, term_end)
        .into_iter()
        .map(state)
        .collect()
}

fn state(
    duty: &Duty,
    occurrence: Occurrence,
    ledger: &Ledger,
    begun: Begun,
    today: CivilDate,
) -> DutyState {
    let counting = counting(duty, occurrence, ledger);
    let wanted = match duty.done_by {
        Fulfilment::Hours { at_least, .. } => at_least,
        _ => duty.times,
    }
    .max(1);
    let done = counting
        .iter()
        .fold(0_u32, |sum, one| sum.saturating_add(one.amount));
    let standing = if done >= wanted {
        DutyStanding::Done(day_done(&counting, wanted))
    } else if let Some(reason) = missed(duty, occurrence, ledger) {
        DutyStanding::Missed(reason)
    } else if today < occurrence.opens {
        DutyStanding::NotYet
    } else if today <= occurrence.closes {
        DutyStanding::Due
    } else if occurrence.closes < begun.0 {
        DutyStanding::Earlier
    } else {
        DutyStanding::Late
    };
    DutyState {
        duty: duty.id.clone(),
        occurrence,
        standing,
        done,
        wanted,
        by: counting.into_iter().map(|one| one.entry).collect(),
    }
}

/// An entry that counts towards an occurrence.
struct Counting {
    day: Option<CivilDate>,
    entry: Uuid,
    amount: u32,
}

/// The day of the entry with which there was enough; more of it changes nothing.
fn day_done(counting: &[Counting], wanted: u32) -> Option<CivilDate> {
    let mut done = 0_u32;
    let enough = counting.iter().find(|one| {
        done = done.saturating_add(one.amount);
        done >= wanted
    });
    enough.and_then(|one| one.day)
}

fn counting(duty: &Duty, occurrence: Occurrence, ledger: &Ledger) -> Vec<Counting> {
    let records = |fits: &dyn Fn(&Record) -> bool, amount: fn(&Record) -> u32| {
        let found = ledger
            .records
            .iter()
            .filter(|(_, record)| fits(record) && counts_in(record, occurrence));
        found
            .map(|(id, record)| Counting {
                day: Some(record.held_on),
                entry: *id,
                amount: amount(record),
            })
            .filter(|one| one.amount > 0)
            .collect::<Vec<_>>()
    };
    let once = |_: &Record| 1;
    let of_kinds = |record: &Record, kinds: &[ItemId]| match &record.of {
        RecordOf::Kind(kind) => kinds.contains(kind),
        RecordOf::Duty(_) => false,
    };
    let ticked = |record: &Record| matches!(&record.of, RecordOf::Duty(id) if *id == duty.id);
    let mut found = match &duty.done_by {
        Fulfilment::Tick => records(&ticked, once),
        // What is shown by records can still be ticked by hand, where it was done otherwise.
        Fulfilment::Records(kinds) => records(&|one| of_kinds(one, kinds) || ticked(one), once),
        Fulfilment::Hours { of, .. } => records(&|one| of_kinds(one, of), |record| {
            record.numbers.get(&Asked::Hours).copied().unwrap_or(0)
        }),
        Fulfilment::Cards(mechanism) => {
            let mut found = records(&ticked, once);
            let cards = ledger.cards.iter();
            let cards = cards.filter(|(_, card)| card.mechanism == *mechanism);
            found.extend(cards.filter_map(|(id, card)| {
                let day = card_day(card, occurrence)?;
                Some(Counting {
                    day,
                    entry: *id,
                    amount: 1,
                })
            }));
            found
        }
    };
    found.sort_by_key(|one| (one.day, one.entry));
    found
}

/// Whether a record counts in an occurrence: by the day on which it was held, brought into the
/// year to which it belongs. A term of office goes by the day alone.
fn counts_in(record: &Record, occurrence: Occurrence) -> bool {
    match occurrence.span {
        crate::period::Span::Term(_) => occurrence.span.holds(record.held_on),
        span => span.holds(record.counted_on()),
    }
}

/// Whether a card shows that something was done in an occurrence, and on which day: a step taken in
/// it or the card settled in it, or, where the occurrence is a whole year, that the card belongs to
/// the year.
fn card_day(card: &Card, occurrence: Occurrence) -> Option<Option<CivilDate>> {
    let span = occurrence.span;
    let steps = card.steps.values().flat_map(|step| &step.on);
    let days = steps.chain(&card.closed_on);
    let last = days.copied().filter(|day| span.holds(*day)).max();
    match (last, span) {
        (Some(day), _) => Some(Some(day)),
        (None, crate::period::Span::Year(year)) if card.year == year => Some(None),
        _ => None,
    }
}

fn missed(duty: &Duty, occurrence: Occurrence, ledger: &Ledger) -> Option<String> {
    let note = ledger
        .missed
        .values()
        .find(|note| note.duty == duty.id && note.span == occurrence.span)?;
    Some(note.reason.clone())
}
