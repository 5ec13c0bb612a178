//! What the indicators of a basic (基) amount to.
//!
//! Not here: vetoes on the basics as a whole (`outcome`).

use super::indicator::{IndicatorResult, Standing};
use crate::standard::{ItemId, Judgement};

/// How a basic stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BasicState {
    /// Met (达标).
    Met,
    /// Met by what has fallen due so far, while the period is still running (到今天达标).
    MetSoFar,
    /// Unmet (未达标).
    Unmet,
    /// Something due was not looked at (未查完); never met, whatever the rest says.
    Incomplete,
    /// Nothing of it is due in the period (本期没有到期项).
    NothingDue,
}

/// How a basic stands, and from what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BasicOutcome {
    /// The key of the basic.
    pub key: String,
    /// How it stands.
    pub state: BasicState,
    /// The share that was reached, in percent rounded down, among what counts.
    pub reached_percent: u32,
    /// The share that is needed, in percent.
    pub needed_percent: u32,
    /// Must-items that were looked at and are not met.
    pub must_missing: Vec<ItemId>,
    /// All its indicators, in the order of the pack.
    pub indicators: Vec<IndicatorResult>,
}

impl BasicState {
    /// Whether it is met, be it so far alone.
    pub fn is_met(self) -> bool {
        matches!(self, Self::Met | Self::MetSoFar)
    }
}

impl BasicOutcome {
    /// How many indicators stand like this.
    pub fn count(&self, standing: Standing) -> usize {
        self.indicators
            .iter()
            .filter(|indicator| indicator.standing == standing)
            .count()
    }

    /// How many indicators count in this period.
    pub fn counted(&self) -> usize {
        self.indicators
            .iter()
            .filter(|indicator| indicator.standing.counts())
            .count()
    }
}

/// Judges a basic from its indicators: met when every must-item is met and the share of what is
/// met, with partly met ones in part, is reached. Of a period that `is_running` that is said of
/// today alone.
pub(super) fn judge_basic(
    key: &str,
    indicators: Vec<IndicatorResult>,
    judgement: &Judgement,
    is_running: bool,
) -> BasicOutcome {
    let mut outcome = BasicOutcome {
        key: key.to_owned(),
        state: BasicState::NothingDue,
        reached_percent: 0,
        needed_percent: judgement.basic_met_percent,
        must_missing: Vec::new(),
        indicators,
    };
    let counted = outcome.counted();
    if counted == 0 {
        return outcome;
    }
    outcome.must_missing = outcome
        .indicators
        .iter()
        .filter(|one| one.must && matches!(one.standing, Standing::Partly | Standing::Unmet))
        .map(|one| one.id.clone())
        .collect();
    // Wide numbers: the percentages of a pack that somebody loads may be anything.
    let count = |standing| outcome.count(standing) as u64;
    let weight = u64::from(judgement.partly_weight_percent);
    let reached = count(Standing::Met) * 100 + count(Standing::Partly) * weight;
    let counted = counted as u64;
    let share = u32::try_from(reached / counted).unwrap_or(100);
    // The comparison is made on the whole numbers; the percentage is rounded for showing alone.
    let enough = reached >= counted * u64::from(judgement.basic_met_percent);
    outcome.reached_percent = share;
    outcome.state = if outcome.count(Standing::Unchecked) > 0 {
        BasicState::Incomplete
    } else if outcome.must_missing.is_empty() && enough {
        if is_running {
            BasicState::MetSoFar
        } else {
            BasicState::Met
        }
    } else {
        BasicState::Unmet
    };
    outcome
}
