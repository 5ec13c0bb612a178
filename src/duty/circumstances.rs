//! What is known of an organisation when its duties are looked at (已知情况).
//!
//! Not here: where today comes from (`effects`).

use crate::ledger::Ledger;
use crate::period::CivilDate;
use crate::standard::{Duty, Facts};

/// The day on which the ledger was begun (开始记录之日). What was due before it is not overdue:
/// it may be recorded afterwards, and is not called late.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecordingSince(pub CivilDate);

/// What is known of an organisation on a day (已知情况): from it follows how every duty stands.
#[derive(Clone, Copy, Debug)]
pub struct Circumstances<'a> {
    /// The facts that decide what applies.
    pub facts: &'a Facts,
    /// The end of the term of office (届满日), where it was given.
    pub term_end: Option<CivilDate>,
    /// What was recorded, in all years.
    pub ledger: &'a Ledger,
    /// When recording began.
    pub recording_since: RecordingSince,
    /// Today. What is dated later counts for nothing yet.
    pub today: CivilDate,
}

impl Circumstances<'_> {
    /// Whether what was due of a duty by this day was due before it counted (起算日): before the day
    /// from which it counts, where it has one, or else before recording began, or before its pack
    /// asked for it. Then it is not overdue. What was due before it was switched off for a time is.
    pub fn spares(&self, duty: &Duty, closes: CivilDate) -> bool {
        match (duty.counts_from, duty.counted_until) {
            (None, _) if duty.asked_since.is_some_and(|since| closes < since) => true,
            (Some(since), _) if closes >= since => false,
            (Some(_), None) => true,
            (Some(_), Some(until)) if closes >= until => true,
            _ => closes < self.recording_since.0,
        }
    }
}
