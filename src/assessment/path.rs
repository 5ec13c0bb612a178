//! The shortest way to a star (最短路径): the fewest scored indicators that would win it.
//!
//! Not here: what it would take in the world. The tool names the items and leaves the rest to the
//! user.

use super::derivation::{ScoredBasis, ScoredResult};
use crate::order::sorted_by_key;
use crate::standard::ItemId;

/// How a star that is not won could be won.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WayToStar {
    /// These steps, the largest gain first; there is no shorter list.
    Fewest(Vec<Step>),
    /// A veto rules it out, whatever the points.
    RuledOutBy(Vec<ItemId>),
    /// Even the best bands of all indicators do not reach the pass line.
    OutOfReach,
}

/// One scored indicator to be brought to its best band.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The scored indicator.
    pub id: ItemId,
    /// The points that it would add.
    pub gain: u32,
    /// Whether it is only to be answered yet (先查一查), and may stand well already.
    pub open: bool,
    /// The items that hold it back or are not answered yet, where it follows from them.
    pub through: Vec<ItemId>,
}

/// The fewest indicators whose best bands reach `pass` from `score`.
///
/// Every indicator counts once and its gain is independent of the others, so that taking the
/// largest gains first gives the shortest list.
pub(super) fn way_to_star(
    score: u32,
    pass: u32,
    indicators: &[ScoredResult],
    frozen_by: &[ItemId],
) -> WayToStar {
    if !frozen_by.is_empty() {
        return WayToStar::RuledOutBy(frozen_by.to_vec());
    }
    let steps = indicators
        .iter()
        .map(|one| Step {
            id: one.id.clone(),
            gain: one.maximum - one.points.unwrap_or(0).min(one.maximum),
            open: is_only_to_be_answered(one),
            through: through(one),
        })
        .filter(|step| step.gain > 0);
    // Among equal gains, what is only to be answered comes first: it may cost nothing.
    let steps = sorted_by_key(steps, |step| (std::cmp::Reverse(step.gain), !step.open));
    let mut reached = score;
    let mut fewest = Vec::new();
    for step in steps {
        if reached >= pass {
            break;
        }
        reached = reached.saturating_add(step.gain);
        fewest.push(step);
    }
    if reached >= pass {
        WayToStar::Fewest(fewest)
    } else {
        WayToStar::OutOfReach
    }
}

/// Whether it has no points yet, can still come to all of them, and waits for answers alone.
fn is_only_to_be_answered(one: &ScoredResult) -> bool {
    let is_due = one.basis != ScoredBasis::NotDue;
    is_due && one.points.is_none() && one.within_reach == one.maximum
}

/// Through which items an indicator comes to its best band.
fn through(indicator: &ScoredResult) -> Vec<ItemId> {
    let awaited = match &indicator.basis {
        ScoredBasis::Awaiting(open) => open.as_slice(),
        _ => &[],
    };
    let held_back_by = indicator.held_back_by.iter();
    held_back_by.chain(awaited).cloned().collect()
}
