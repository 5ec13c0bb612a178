//! How each occurrence of a duty stands on a day: done, due, late, or not yet.
//!
//! Not here: which of them are shown first (`agenda`), and which entries count (`fulfilment`).

use super::circumstances::Circumstances;
use super::fulfilment::{Counting, counting};
use super::occurrence::{Occurrence, occurrences};
use crate::ledger::Ledger;
use crate::period::CivilDate;
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
    let (today, recording_since) = (known.today, known.recording_since);
    let standing = if let Some(day) = enough_on {
        DutyStanding::Done(day)
    } else if let Some(reason) = missed(duty, occurrence, known.ledger) {
        DutyStanding::Missed(reason)
    } else if today < occurrence.opens {
        DutyStanding::NotYet
    } else if today <= occurrence.closes {
        DutyStanding::Due
    } else if occurrence.closes < recording_since.0 {
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

/// Why a duty was not done in an occurrence, where the user noted that it was not (未开展).
pub(super) fn missed(duty: &Duty, occurrence: Occurrence, ledger: &Ledger) -> Option<String> {
    let note = ledger
        .missed
        .values()
        .find(|note| note.duty == duty.id && note.span == occurrence.span)?;
    Some(note.reason.clone())
}
