//! What the scored indicators of a star (星) amount to.
//!
//! Not here: where the points of one of them come from (`derivation`), whether a veto freezes the
//! star, and what all stars are together (`outcome`).

use super::derivation::{ScoredBasis, ScoredResult, Sources};
use super::indicator::{IndicatorResult, Standing};
use super::path::{WayToStar, way_to_star};
use crate::sorted_map::SortedMap;
use crate::standard::{Facts, ItemId, StandardPack, Star};

/// How a star stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StarState {
    /// Won (得星): the pass line is reached, whatever is still open.
    Won,
    /// Not won (未得星): it cannot be reached with the answers given.
    NotWon,
    /// Open (未查完): what is still unanswered can decide.
    Incomplete,
    /// Not decided yet (还没到): only what has not fallen due can still decide.
    NotDue,
    /// Frozen by a veto (冻结); the points stay visible.
    Frozen,
    /// Only named: no points are published for it.
    Named,
    /// Not for this organisation.
    NotApplicable,
}

/// How a star stands, and from what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StarOutcome {
    /// The key of the star.
    pub key: String,
    /// How it stands.
    pub state: StarState,
    /// The points so far; what is open counts nothing.
    pub score: u32,
    /// The points of all its indicators.
    pub maximum: u32,
    /// The pass line (得星线) in points.
    pub pass: u32,
    /// Its scored indicators that have no points yet.
    pub open: Vec<ItemId>,
    /// The vetoes that freeze it.
    pub frozen_by: Vec<ItemId>,
    /// The star that has to be won first and is not.
    pub waits_for: Option<String>,
    /// Its grade, as a place in the pack's list, once nothing is open.
    pub grade: Option<usize>,
    /// Its scored indicators, in the order of the pack.
    pub indicators: Vec<ScoredResult>,
    /// For a star that is only named: how the indicators stand that speak to it.
    pub related: Vec<(ItemId, Standing)>,
    /// For a star not won: the fewest indicators that would win it, or why none can.
    pub way: Option<WayToStar>,
}

/// Judges one star; `frozen_by` are the vetoes that touch it.
pub(super) fn judge_star(
    star: &Star,
    pack: &StandardPack,
    facts: &Facts,
    basics: &SortedMap<ItemId, IndicatorResult>,
    sources: &Sources<'_>,
    frozen_by: Vec<ItemId>,
) -> StarOutcome {
    let indicators: Vec<ScoredResult> = star
        .indicators
        .iter()
        .map(|indicator| sources.score(indicator))
        .collect();
    let score = total(indicators.iter().filter_map(|one| one.points));
    let open: Vec<&ScoredResult> = indicators
        .iter()
        .filter(|one| one.points.is_none())
        .collect();
    let within_reach = total(indicators.iter().map(|one| one.within_reach));
    let pass = star.pass.unwrap_or(pack.award.star_pass);
    let state = if star
        .not_applicable_when
        .as_ref()
        .is_some_and(|when| when.holds(facts))
    {
        StarState::NotApplicable
    } else if !star.is_scored() {
        StarState::Named
    } else if !frozen_by.is_empty() {
        StarState::Frozen
    } else if score >= pass {
        StarState::Won
    } else if within_reach >= pass && open.iter().all(|one| one.basis == ScoredBasis::NotDue) {
        StarState::NotDue
    } else if within_reach >= pass {
        StarState::Incomplete
    } else {
        StarState::NotWon
    };
    let way = matches!(
        state,
        StarState::NotWon | StarState::Incomplete | StarState::NotDue | StarState::Frozen
    )
    .then(|| way_to_star(score, pass, &indicators, &frozen_by));
    let standing = |id: &ItemId| {
        let found = basics
            .get(id)
            .map_or(Standing::Off, |result| result.standing);
        (id.clone(), found)
    };
    StarOutcome {
        key: star.key.clone(),
        state,
        score,
        maximum: star.maximum,
        pass,
        grade: (open.is_empty() && star.maximum > 0)
            .then(|| grade(score, star.maximum, pack))
            .flatten(),
        open: open.into_iter().map(|one| one.id.clone()).collect(),
        frozen_by,
        waits_for: None,
        related: star.related.iter().map(standing).collect(),
        indicators,
        way,
    }
}

/// The grade (等次) of `score` out of `maximum`, as a place in the pack's list.
pub(super) fn grade(score: u32, maximum: u32, pack: &StandardPack) -> Option<usize> {
    pack.award
        .grades
        .iter()
        .position(|grade| u64::from(score) * 100 >= u64::from(grade.at_least) * u64::from(maximum))
}

/// A sum of points that stops at the highest number instead of wrapping: a pack that somebody
/// loads may hold any numbers.
pub(super) fn total(points: impl Iterator<Item = u32>) -> u32 {
    points.fold(0, u32::saturating_add)
}
