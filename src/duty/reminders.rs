//! What a calendar reminds of (日历提醒): the duties that close in the next twelve months, the limits
//! of rectifications, and the end of term.
//!
//! Not here: the words, and the format (`exchange::calendar`).

use super::agenda::year_plan;
use super::circumstances::Circumstances;
use super::standing::{DutyStanding, DutyState};
use crate::order::sorted_by_key;
use crate::period::{CivilDate, Frequency};
use crate::standard::Checklist;
use uuid::Uuid;

/// How many months are looked ahead.
const MONTHS_AHEAD: u32 = 12;

/// How many days before the limit of a rectification there is a reminder.
const BEFORE_RECTIFICATION: u32 = 3;

/// How many months before the end of term there is a reminder.
const BEFORE_TERM_END: [u32; 3] = [12, 6, 1];

/// A day that is worth a reminder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// The day.
    pub day: CivilDate,
    /// How many days before it the phone reminds.
    pub days_before: u32,
    /// What is on it.
    pub of: Reminded,
}

/// What there is on a day that is worth a reminder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reminded {
    /// The last day for a duty.
    Duty(DutyState),
    /// The limit of a rectification, by the id of its entry.
    Rectification(Uuid),
    /// That a term of office ends in so many months, and when.
    TermEnd(u32, CivilDate),
}

/// The reminders from today on, in the order of their days.
pub fn reminders(checklist: &Checklist, known: &Circumstances<'_>) -> Vec<Reminder> {
    let (today, ledger) = (known.today, known.ledger);
    let last = today.months_later(MONTHS_AHEAD);
    let ahead = |day: CivilDate| (today..=last).contains(&day);
    let years = today.year() - 1..=last.year();
    let states = years.flat_map(|year| year_plan(checklist, year, known));
    let duties = states.filter_map(|state| {
        let (day, open) = (
            state.occurrence.closes,
            matches!(state.standing, DutyStanding::Due | DutyStanding::NotYet),
        );
        let frequency = checklist.duty(&state.duty)?.frequency;
        (open && ahead(day)).then(|| Reminder {
            day,
            days_before: days_before(frequency),
            of: Reminded::Duty(state),
        })
    });
    let limits = ledger.rectifications.iter().filter_map(|(id, one)| {
        let day = one.until.filter(|day| one.is_open() && ahead(*day))?;
        Some(Reminder {
            day,
            days_before: BEFORE_RECTIFICATION,
            of: Reminded::Rectification(*id),
        })
    });
    let term = BEFORE_TERM_END.into_iter().filter_map(|months| {
        let end = known.term_end?;
        let day = end.months_earlier(months);
        ahead(day).then_some(Reminder {
            day,
            days_before: 0,
            of: Reminded::TermEnd(months, end),
        })
    });
    sorted_by_key(duties.chain(limits).chain(term), |one| one.day)
}

/// What comes seldom is prepared longer.
fn days_before(frequency: Frequency) -> u32 {
    match frequency {
        Frequency::Month => 5,
        Frequency::Quarter => 14,
        Frequency::HalfYear | Frequency::Year | Frequency::Term | Frequency::Event => 30,
    }
}
