//! The agenda (日程): what is late, what is due and what comes next, on a day and in a year.
//!
//! Not here: how one occurrence stands (`standing`).

use super::circumstances::Circumstances;
use super::standing::{DutyStanding, DutyState, duty_states, in_force};
use crate::order::sorted_by_key;
use crate::period::Frequency;
use crate::standard::Checklist;

/// What is late, due and next on a day (日程).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agenda {
    /// Late (超期), the longest first.
    pub late: Vec<DutyState>,
    /// To be done now (该办), what closes first at the top.
    pub due: Vec<DutyState>,
    /// What opens next (下一步): within two months, in the order of the days.
    pub next: Vec<DutyState>,
}

/// For how many days ahead the agenda looks.
const DAYS_AHEAD: i32 = 62;

/// What is late, due and next today. What was due last year is still looked at, so that
/// nothing is forgotten because a year ended; a term of office in whichever year it ends or ended.
pub fn agenda(checklist: &Checklist, known: &Circumstances<'_>) -> Agenda {
    let mut agenda = Agenda::default();
    let today = known.today;
    let horizon = today.days_later(DAYS_AHEAD);
    let states = in_force(checklist, known.facts).flat_map(|duty| {
        let years = match (duty.frequency, known.term_end) {
            (Frequency::Term, Some(end)) => end.year()..=end.year(),
            _ => today.year() - 1..=today.year() + 1,
        };
        years.flat_map(move |year| duty_states(duty, year, known))
    });
    for state in states {
        match state.standing {
            DutyStanding::Late => agenda.late.push(state),
            DutyStanding::Due => agenda.due.push(state),
            DutyStanding::NotYet if state.occurrence.opens <= horizon => {
                agenda.next.push(state);
            }
            _ => {}
        }
    }
    Agenda {
        late: sorted_by_key(agenda.late, |one| one.occurrence.closes),
        due: sorted_by_key(agenda.due, |one| one.occurrence.closes),
        next: sorted_by_key(agenda.next, |one| {
            (one.occurrence.opens, one.occurrence.closes)
        }),
    }
}

impl Agenda {
    /// What presses most: what is late before what is due, no more than `most`. A duty that is late
    /// and due is named once, where it presses most.
    pub fn most_pressing(&self, most: usize) -> Vec<&DutyState> {
        let mut named: Vec<&DutyState> = Vec::new();
        for one in self.late.iter().chain(&self.due) {
            if named.len() < most && named.iter().all(|known| known.duty != one.duty) {
                named.push(one);
            }
        }
        named
    }
}

/// Every occurrence that closes in a year, as it stands today. One of the year before may, too.
pub fn closing_in(checklist: &Checklist, year: i32, known: &Circumstances<'_>) -> Vec<DutyState> {
    let years = [year - 1, year].into_iter();
    let states = years.flat_map(|year| year_plan(checklist, year, known));
    states
        .filter(|one| one.occurrence.closes.year() == year)
        .collect()
}

/// Every occurrence that belongs to a year, as it stands today, duty by duty.
pub fn year_plan(checklist: &Checklist, year: i32, known: &Circumstances<'_>) -> Vec<DutyState> {
    in_force(checklist, known.facts)
        .flat_map(|duty| duty_states(duty, year, known))
        .collect()
}
