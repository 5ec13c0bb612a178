//! How each occurrence of a duty stands on a day: done, due, late, or not yet.
//!
//! Not here: which of them are shown first (`agenda`), and which entries count (`fulfilment`).

use super::circumstances::Circumstances;
use super::fulfilment::{Counting, counting};
use super::occurrence::{Occurrence, occurrences};
use crate::ledger::Ledger;
use crate::period::{CivilDate, Frequency};
use crate::standard::{Checklist, Duty, Facts, ItemId};
use uuid::Uuid;

/// How an occurrence stands (状态).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DutyStanding {
    /// Done (已完成); the day is that of the last record it needed, where one has a day.
    Done(Option<CivilDate>),
    /// Not done, as the user noted (未开展), with their reason.
    Missed(String),
    /// To be done now (该办).
    Due,
    /// Its time is up (超期).
    Late,
    /// Its time has not come (未到).
    NotYet,
    /// Its time was up before the duty counted: before the ledger was begun, or before the day from
    /// which the duty is to be done here.
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
    /// How much of it is done: times, or half hours where hours do it.
    pub done: u32,
    /// How much is wanted, in the same unit; 1 or more.
    pub wanted: u32,
    /// The entries that count towards it, in the order of their days.
    pub by: Vec<Uuid>,
    /// How many records would count if they said how many were there (实到).
    pub without_head_count: u32,
    /// Whether the kind of record is still missing of which there has to be one.
    pub lacks_kind: bool,
}

/// The duties that are on and apply to these facts (启用且适用).
pub fn in_force<'a>(
    checklist: &'a Checklist,
    facts: &'a Facts,
) -> impl Iterator<Item = &'a Duty> + use<'a> {
    let duties = checklist.duties.iter();
    duties.filter(|duty| duty.enabled && duty.applies_to(facts))
}

/// How the occurrences of a duty in a year stand on the day of these circumstances.
pub fn duty_states(duty: &Duty, year: i32, known: &Circumstances<'_>) -> Vec<DutyState> {
    occurrences(duty, year, known.term_end)
        .into_iter()
        .map(|occurrence| state(duty, occurrence, known))
        .collect()
}

fn state(duty: &Duty, occurrence: Occurrence, known: &Circumstances<'_>) -> DutyState {
    let Counting {
        done,
        wanted,
        enough_on,
        by,
        without_head_count,
        lacks_kind,
    } = counting(duty, occurrence, known, known.today);
    let today = known.today;
    let standing = if let Some(day) = enough_on {
        DutyStanding::Done(day)
    } else if let Some(reason) = missed(duty, occurrence, known.ledger) {
        DutyStanding::Missed(reason)
    } else if today < occurrence.opens {
        DutyStanding::NotYet
    } else if today <= occurrence.closes {
        DutyStanding::Due
    } else if known.spares(duty, occurrence.closes) {
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
        by,
        without_head_count,
        lacks_kind,
    }
}

/// The day from which a duty counts, where something was due before it this year that would be late
/// without it: that is why nothing of it is.
pub fn spared_before(duty: &Duty, known: &Circumstances<'_>) -> Option<CivilDate> {
    let day = duty.counts_from.or(duty.asked_since)?;
    let is_spared = |one: &DutyState| {
        let is_of_ledger = one.occurrence.closes >= known.recording_since.0;
        is_of_ledger && one.standing == DutyStanding::Earlier
    };
    let mut states = duty_states(duty, known.today.year(), known).into_iter();
    states.any(|one| is_spared(&one)).then_some(day)
}

/// Whether something of a duty fell due from `first` on and before `today`. A term of office is
/// passed over.
pub fn fell_due(duty: &Duty, first: CivilDate, today: CivilDate) -> bool {
    if duty.frequency == Frequency::Term || first >= today {
        return false;
    }
    // What belongs to a year may be due until the next.
    let years = first.year() - 1..=today.year();
    let mut all = years.flat_map(|year| occurrences(duty, year, None));
    all.any(|one| (first..today).contains(&one.closes))
}

/// Why a duty was not done in an occurrence, where the user noted that it was not (未开展).
pub(super) fn missed(duty: &Duty, occurrence: Occurrence, ledger: &Ledger) -> Option<String> {
    let note = ledger
        .missed
        .values()
        .find(|note| note.duty == duty.id && note.span == occurrence.span)?;
    Some(note.reason.clone())
}
