//! Whether an indicator is asked (问不问), why it is not, and until when there is time.
//!
//! Not here: how it stands (`indicator`).

use super::indicator::{IndicatorResult, Standing};
use super::outcome::Outcome;
use crate::period::{CivilDate, Due};
use crate::standard::{ItemId, StandardPack};

/// Whether an indicator is asked, or why it is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asking {
    /// It is asked.
    Asked,
    /// No such matter came up (有则查).
    OnEvent,
    /// It has not fallen due (还没到).
    NotDue,
    /// It does not apply (不适用).
    NotApplicable,
    /// It is switched off (已停用).
    Off,
}

impl Outcome {
    /// The day until which the first of these indicators is to be done that have not fallen due
    /// (还没到); `None` if there is none, or the period is over.
    pub fn closes_first(&self, pack: &StandardPack, ids: &[ItemId]) -> Option<CivilDate> {
        let results = ids.iter().filter_map(|id| self.indicator(id));
        let not_due = results.filter(|one| one.standing == Standing::NotDue);
        let closes = not_due.filter_map(|one| match one.ahead {
            Some(ahead) => Some(ahead.closes),
            None => {
                let (_, indicator) = pack.indicator(&one.id)?;
                indicator.frequency.closes(self.judging.period())
            }
        });
        closes.min().filter(|_| self.judging.is_running())
    }
}

impl IndicatorResult {
    /// Whether it is asked, or why it is not.
    pub fn asking(&self) -> Asking {
        match (self.standing, self.due) {
            (Standing::Off, _) => Asking::Off,
            (Standing::NotApplicable, _) => Asking::NotApplicable,
            (Standing::NotDue, Due::OnEvent) => Asking::OnEvent,
            (Standing::NotDue, _) => Asking::NotDue,
            (Standing::Met | Standing::Partly | Standing::Unmet | Standing::Unchecked, _) => {
                Asking::Asked
            }
        }
    }

    /// Whether the ledger settles it: of a count as soon as it says anything, of a verdict only
    /// where nothing is left to ask.
    pub fn is_settled_by_ledger(&self) -> bool {
        let is_counted = !self.kind.is_verdict();
        self.by_ledger
            .is_some_and(|standing| is_counted || standing != Standing::Unchecked)
    }
}
