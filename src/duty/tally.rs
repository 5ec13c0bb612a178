//! How many occurrences there are and how they stand (计数), and which of them are worth a line.
//!
//! Not here: how one of them stands (`standing`).

use super::standing::{DutyStanding, DutyState};

/// How many occurrences there are, and how they stand (计数).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// All of them. What closed before the ledger was begun is counted only where it was recorded
    /// all the same.
    pub all: usize,
    /// Those that are done.
    pub done: usize,
    /// Those that are late.
    pub late: usize,
}

impl Tally {
    /// Counts these.
    pub fn of<'a>(states: impl IntoIterator<Item = &'a DutyState>) -> Self {
        let mut tally = Self::default();
        for state in states {
            if state.standing == DutyStanding::Earlier {
                continue;
            }
            tally.all += 1;
            match state.standing {
                DutyStanding::Done(_) => tally.done += 1,
                DutyStanding::Late => tally.late += 1,
                _ => {}
            }
        }
        tally
    }
}

impl DutyStanding {
    /// Whether it waits to be done: it is due, or late.
    pub fn waits(&self) -> bool {
        matches!(self, Self::Due | Self::Late)
    }

    /// Whether it is done.
    pub fn is_done(&self) -> bool {
        matches!(self, Self::Done(_))
    }
}

impl DutyState {
    /// Whether it has to do with a year: what waits does in any year, all else in the year to which
    /// it belongs and in the one in which it closes. What closed before the ledger was begun does
    /// in none.
    pub fn concerns(&self, year: i32) -> bool {
        match self.standing {
            DutyStanding::Earlier => false,
            DutyStanding::Late | DutyStanding::Due => true,
            DutyStanding::Done(_) | DutyStanding::Missed(_) | DutyStanding::NotYet => {
                let occurrence = self.occurrence;
                occurrence.span.year() == year || occurrence.closes.year() == year
            }
        }
    }
}
