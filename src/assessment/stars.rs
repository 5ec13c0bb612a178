//! What the scored indicators of a star (星) amount to, and what they follow from.
//!
//! Not here: whether a veto freezes the star, and what all stars are together (`outcome`).

use super::answer::{AnswerValue, Assessment};
use super::indicator::{Basis, IndicatorResult, Standing};
use super::path::{WayToStar, way_to_star};
use crate::standard::{
    Derivation, DerivationEffect, DerivationRule, Facts, ItemId, Reach, ScoredIndicator,
    SourceVerdict, StandardPack, Star,
};
use std::collections::BTreeMap;

/// How a star stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StarState {
    /// Won (得星): the pass line is reached, whatever is still open.
    Won,
    /// Not won (未得星): it cannot be reached with the answers given.
    NotWon,
    /// Open (未查完): what is still unanswered can decide.
    Incomplete,
    /// Frozen by a veto (冻结); the points stay visible.
    Frozen,
    /// Only named: no points are published for it.
    Named,
    /// Not for this organisation.
    NotApplicable,
}

/// Where the points of a scored indicator come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScoredBasis {
    /// Nobody answered it and it does not follow from anything.
    Open,
    /// The person chose the band.
    Answered,
    /// It follows from the basics (由基项推出).
    Derived,
    /// The person chose another band than the one that follows.
    Overridden,
    /// The person chose a band, and what follows from the basics allows no more than this.
    Limited {
        /// The points that the person chose.
        chosen: u32,
    },
    /// It would follow from items that are not all answered yet.
    Awaiting(Vec<ItemId>),
}

/// How a scored indicator stands, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScoredResult {
    /// The scored indicator.
    pub id: ItemId,
    /// Its points; nothing while it is open.
    pub points: Option<u32>,
    /// The points of its best band.
    pub maximum: u32,
    /// Where the points come from.
    pub basis: ScoredBasis,
    /// What follows from the basics, whether or not it was overridden.
    pub derived: Option<u32>,
    /// The items that keep a derived value below the best band.
    pub held_back_by: Vec<ItemId>,
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
    /// Its scored indicators that are still open.
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
    basics: &BTreeMap<ItemId, IndicatorResult>,
    assessment: &Assessment,
    frozen_by: Vec<ItemId>,
) -> StarOutcome {
    let sources = Sources {
        pack,
        basics,
        assessment,
    };
    let indicators: Vec<ScoredResult> = star
        .indicators
        .iter()
        .map(|indicator| sources.score(indicator, 0))
        .collect();
    let score = indicators.iter().filter_map(|one| one.points).sum();
    let open: Vec<&ScoredResult> = indicators
        .iter()
        .filter(|one| one.points.is_none())
        .collect();
    let within_reach: u32 = open.iter().map(|one| one.maximum).sum();
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
    } else if score + within_reach >= pass && !open.is_empty() {
        StarState::Incomplete
    } else {
        StarState::NotWon
    };
    let way = matches!(
        state,
        StarState::NotWon | StarState::Incomplete | StarState::Frozen
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
        .position(|grade| score * 100 >= grade.at_least * maximum)
}

/// What a scored indicator can follow from.
struct Sources<'a> {
    pack: &'a StandardPack,
    basics: &'a BTreeMap<ItemId, IndicatorResult>,
    assessment: &'a Assessment,
}

/// One source of a derivation.
enum Source {
    /// It is not due, does not apply or is switched off: it has no say.
    Silent,
    /// It is due and not answered.
    Open,
    /// It speaks: its verdict, and done and due where it is counted.
    Speaks(SourceVerdict, Option<(u32, u32)>),
}

/// What a derivation comes to.
enum Derived {
    /// These points; held back by these items.
    Points(u32, Vec<ItemId>),
    /// These sources are still open.
    Awaiting(Vec<ItemId>),
    /// No source has a say in this period.
    Silent,
}

/// Derivations may build on scored indicators; a pack that goes deeper is refused by validation.
const DEEPEST: u8 = 8;

impl Sources<'_> {
    fn score(&self, indicator: &ScoredIndicator, depth: u8) -> ScoredResult {
        let chosen = match self.assessment.value(&indicator.id) {
            Some(AnswerValue::Band(points)) => nearest_band(indicator, *points),
            _ => None,
        };
        let mut result = ScoredResult {
            id: indicator.id.clone(),
            points: chosen,
            maximum: indicator.maximum,
            basis: if chosen.is_some() {
                ScoredBasis::Answered
            } else {
                ScoredBasis::Open
            },
            derived: None,
            held_back_by: Vec::new(),
        };
        let Some(derivation) = indicator.derivation.as_ref().filter(|_| depth < DEEPEST) else {
            return result;
        };
        match (
            self.derive(indicator, derivation, depth),
            derivation.effect,
            chosen,
        ) {
            (Derived::Points(points, held_back_by), DerivationEffect::Fills, chosen) => {
                result.derived = Some(points);
                result.held_back_by = held_back_by;
                result.points = Some(chosen.unwrap_or(points));
                result.basis = match chosen {
                    Some(chosen) if chosen != points => ScoredBasis::Overridden,
                    _ => ScoredBasis::Derived,
                };
            }
            (Derived::Points(points, held_back_by), DerivationEffect::Limits, chosen) => {
                result.derived = Some(points);
                result.held_back_by = held_back_by;
                if let Some(chosen) = chosen.filter(|chosen| *chosen > points) {
                    result.points = Some(points);
                    result.basis = ScoredBasis::Limited { chosen };
                }
            }
            (Derived::Awaiting(open), DerivationEffect::Fills, None) => {
                result.basis = ScoredBasis::Awaiting(open);
            }
            (Derived::Awaiting(_) | Derived::Silent, _, _) => {}
        }
        result
    }

    fn derive(&self, indicator: &ScoredIndicator, rule: &Derivation, depth: u8) -> Derived {
        let mut spoken = Vec::new();
        let mut open = Vec::new();
        for id in &rule.from {
            match self.source(id, depth) {
                Source::Silent => {}
                Source::Open => open.push(id.clone()),
                Source::Speaks(verdict, count) => spoken.push((id, verdict, count)),
            }
        }
        if !open.is_empty() {
            return Derived::Awaiting(open);
        }
        let Some(worst) = spoken.iter().map(|(_, verdict, _)| *verdict).min() else {
            return Derived::Silent;
        };
        let short = |(_, verdict, _): &&(&ItemId, SourceVerdict, _)| *verdict != SourceVerdict::Met;
        let held_back_by: Vec<ItemId> = spoken
            .iter()
            .filter(short)
            .map(|(id, _, _)| (*id).clone())
            .collect();
        let reached = |reach: Reach| match reach {
            Reach::Verdict(verdict) => worst >= verdict,
            Reach::Missing(most) => held_back_by.len() as u64 <= u64::from(most),
            Reach::Percent(percent) => {
                let sum = |pick: fn((u32, u32)) -> u32| -> u64 {
                    spoken
                        .iter()
                        .filter_map(|(_, _, count)| count.map(pick))
                        .map(u64::from)
                        .sum()
                };
                // What was done beyond what was due fills no gap elsewhere.
                let (done, due) = (sum(|(done, due)| done.min(due)), sum(|(_, due)| due));
                due > 0 && done * 100 >= due * u64::from(percent)
            }
        };
        debug_assert!(matches!(
            rule.rule,
            DerivationRule::DoneOverDue | DerivationRule::Missing | DerivationRule::Worst
        ));
        let band = indicator
            .bands
            .iter()
            .find(|band| band.reached_by.is_some_and(reached));
        let points = band.or(indicator.bands.last()).map_or(0, |band| band.score);
        Derived::Points(points, held_back_by)
    }

    fn source(&self, id: &ItemId, depth: u8) -> Source {
        if let Some(result) = self.basics.get(id) {
            let count = match result.basis {
                Basis::Counted { done, due, .. } => Some((done, due)),
                _ => None,
            };
            return match result.standing {
                Standing::Met => Source::Speaks(SourceVerdict::Met, count),
                Standing::Partly => Source::Speaks(SourceVerdict::Partly, count),
                Standing::Unmet => Source::Speaks(SourceVerdict::Unmet, count),
                Standing::Unchecked => Source::Open,
                Standing::NotApplicable | Standing::NotDue | Standing::Off => Source::Silent,
            };
        }
        let mut scored = self.pack.stars.iter().flat_map(|star| &star.indicators);
        let Some(indicator) = scored.find(|indicator| indicator.id == *id) else {
            return Source::Silent;
        };
        match self.score(indicator, depth + 1) {
            ScoredResult { points: None, .. } => Source::Open,
            ScoredResult {
                points: Some(points),
                maximum,
                ..
            } if points >= maximum => Source::Speaks(SourceVerdict::Met, None),
            ScoredResult {
                points: Some(0), ..
            } => Source::Speaks(SourceVerdict::Unmet, None),
            ScoredResult { .. } => Source::Speaks(SourceVerdict::Partly, None),
        }
    }
}

/// The points of the band that was chosen. A pack may have changed its points since: then it is
/// the best band that gives no more than what was chosen.
fn nearest_band(indicator: &ScoredIndicator, points: u32) -> Option<u32> {
    let found = indicator.bands.iter().find(|band| band.score <= points);
    found.or(indicator.bands.last()).map(|band| band.score)
}
