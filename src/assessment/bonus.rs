//! Bonus points (加分): counted beside the base score and never added to it.
//!
//! Not here: anything that a bonus could decide. It decides nothing.

use super::answer::Assessment;
use super::answer_value::AnswerValue;
use super::stars::total;
use crate::standard::{Bonus, ItemId};

/// What one bonus item gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BonusResult {
    /// The bonus item.
    pub id: ItemId,
    /// How many of each option were entered, in the order of the pack.
    pub counts: Vec<u32>,
    /// The points, the cap applied.
    pub points: u32,
    /// Whether the cap took points away.
    pub capped: bool,
}

/// What all bonus items give.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BonusOutcome {
    /// The sum of their points.
    pub points: u32,
    /// Each bonus item, in the order of the pack.
    pub items: Vec<BonusResult>,
}

/// Adds up the bonus items.
pub(super) fn judge_bonuses(bonuses: &[Bonus], assessment: &Assessment) -> BonusOutcome {
    let items: Vec<BonusResult> = bonuses.iter().map(|bonus| one(bonus, assessment)).collect();
    BonusOutcome {
        points: total(items.iter().map(|item| item.points)),
        items,
    }
}

fn one(bonus: &Bonus, assessment: &Assessment) -> BonusResult {
    let counts: Vec<u32> = match assessment.value(&bonus.id) {
        Some(AnswerValue::Bonus(counts)) => counts.clone(),
        _ => Vec::new(),
    };
    let pairs = bonus.options.iter().zip(&counts);
    let full = pairs.fold(0_u32, |sum, (option, count)| {
        sum.saturating_add(option.points.saturating_mul(*count))
    });
    let points = bonus.cap.map_or(full, |cap| full.min(cap));
    BonusResult {
        id: bonus.id.clone(),
        counts,
        points,
        capped: points < full,
    }
}
