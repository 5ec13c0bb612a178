//! The points of a scored indicator (星项): from the band that was chosen, and from what it follows
//! from (由基项推出).
//!
//! Not here: what the points of a star amount to (`stars`).

use super::answer::Assessment;
use super::answer_value::{AnswerValue, Verdict};
use super::chosen_points::{after_deductions, nearest_band, worst_band};
use super::indicator::{Basis, IndicatorResult, Standing, occurrences_due, verdict_of};
use crate::duty::{Finding, Findings, Measure};
use crate::sorted_map::SortedMap;
use crate::standard::{
    Derivation, DerivationEffect, DerivationRule, ItemId, Reach, ScoredBy, ScoredIndicator,
    SourceVerdict, StandardPack,
};
use std::cell::RefCell;

/// Where the points of a scored indicator come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScoredBasis {
    /// Nobody answered it and nothing that it could follow from has a say.
    Open,
    /// It follows from items that have not fallen due, or did not come up, and from nothing else
    /// (依据还没到): there is nothing to answer yet.
    NotDue,
    /// The user chose the band.
    Answered,
    /// It follows from the basics (由基项推出).
    Derived,
    /// The user chose another band than the one that follows.
    Overridden,
    /// The user chose a band, and what follows from the basics allows less.
    Limited {
        /// The points that the user chose.
        chosen: u32,
    },
    /// It would follow from, or be bounded by, these items, which are not answered yet.
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
    /// The most points that it can still come to with the answers given to what it follows from;
    /// the same as `points` once it has them.
    pub within_reach: u32,
    /// Where the points come from.
    pub basis: ScoredBasis,
    /// What follows from the basics, whether or not it was overridden.
    pub derived: Option<u32>,
    /// The items that keep a derived value below the best band.
    pub held_back_by: Vec<ItemId>,
}

impl ScoredResult {
    /// Whether it waits for an answer of the user (待查).
    pub fn is_open(&self) -> bool {
        self.basis == ScoredBasis::Open
    }
}

/// What a scored indicator can follow from.
pub(super) struct Sources<'a> {
    pack: &'a StandardPack,
    basics: &'a SortedMap<ItemId, IndicatorResult>,
    assessment: &'a Assessment,
    findings: &'a Findings,
    /// What was scored already: where many follow from the same ones, each is still scored once.
    scored: RefCell<SortedMap<ItemId, ScoredResult>>,
}

/// What one source of a derivation says.
struct Said<'a> {
    id: &'a ItemId,
    /// Whether it is due and not answered; then the rest is the best that it can come to.
    open: bool,
    verdict: SourceVerdict,
    /// Done and due (实/应), in hundredths of a time.
    done: u64,
    due: u64,
}

/// What a derivation comes to.
enum Derived {
    /// These points; held back by these items.
    Points(u32, Vec<ItemId>),
    /// Some sources are still open.
    Awaiting {
        /// Those that are open.
        open: Vec<ItemId>,
        /// Those that are answered and not met.
        missing: Vec<ItemId>,
        /// The points that it comes to if all that is open is met.
        best: u32,
    },
    /// No source has a say in this period, and some can have one later.
    NotDue,
    /// No source has a say at all: they are switched off, or do not apply.
    Silent,
}

/// Derivations may build on scored indicators; a pack that goes deeper is refused by validation.
const DEEPEST: u8 = 8;

impl<'p> Sources<'p> {
    /// The pack in force, how the indicators of its basics stand, what was answered, and what the
    /// ledger says.
    pub(super) fn new(
        pack: &'p StandardPack,
        basics: &'p SortedMap<ItemId, IndicatorResult>,
        assessment: &'p Assessment,
        findings: &'p Findings,
    ) -> Self {
        let scored = RefCell::default();
        Self {
            pack,
            basics,
            assessment,
            findings,
            scored,
        }
    }

    /// The points of one scored indicator, and why.
    pub(super) fn score(&self, indicator: &ScoredIndicator) -> ScoredResult {
        self.score_at(indicator, 0)
    }

    fn score_at(&self, indicator: &ScoredIndicator, depth: u8) -> ScoredResult {
        if let Some(known) = self.scored.borrow().get(&indicator.id) {
            return known.clone();
        }
        let result = self.score_anew(indicator, depth);
        self.scored
            .borrow_mut()
            .insert(indicator.id.clone(), result.clone());
        result
    }

    fn score_anew(&self, indicator: &ScoredIndicator, depth: u8) -> ScoredResult {
        let chosen = self
            .assessment
            .value(&indicator.id)
            .and_then(|value| self.answered(indicator, value));
        let mut result = ScoredResult {
            id: indicator.id.clone(),
            points: chosen,
            maximum: indicator.maximum,
            within_reach: chosen.unwrap_or(indicator.maximum),
            basis: match chosen {
                Some(_) => ScoredBasis::Answered,
                None => ScoredBasis::Open,
            },
            derived: None,
            held_back_by: Vec::new(),
        };
        let Some(derivation) = indicator.derivation.as_ref().filter(|_| depth < DEEPEST) else {
            return result;
        };
        match (self.derive(indicator, derivation, depth), derivation.effect) {
            (Derived::Points(points, held_back_by), DerivationEffect::Fills) => {
                result.derived = Some(points);
                result.held_back_by = held_back_by;
                result.points = Some(chosen.unwrap_or(points));
                result.within_reach = chosen.unwrap_or(points);
                result.basis = match chosen {
                    Some(chosen) if chosen != points => ScoredBasis::Overridden,
                    _ => ScoredBasis::Derived,
                };
            }
            (Derived::Points(points, held_back_by), DerivationEffect::Limits) => {
                result.derived = Some(points);
                result.held_back_by = held_back_by;
                result.within_reach = result.within_reach.min(points);
                if let Some(chosen) = chosen.filter(|chosen| *chosen > points) {
                    result.points = Some(points);
                    result.basis = ScoredBasis::Limited { chosen };
                }
            }
            (
                Derived::Awaiting {
                    open,
                    missing,
                    best,
                },
                DerivationEffect::Fills,
            ) if chosen.is_none() => {
                result.within_reach = best;
                result.held_back_by = missing;
                result.basis = ScoredBasis::Awaiting(open);
            }
            (
                Derived::Awaiting {
                    open,
                    missing,
                    best,
                },
                DerivationEffect::Limits,
            ) => {
                result.within_reach = result.within_reach.min(best);
                result.held_back_by = missing;
                // As long as the bound is not known, neither are the points; only the worst band
                // cannot be bounded any further.
                if chosen.is_some_and(|chosen| chosen > worst_band(indicator)) {
                    result.points = None;
                    result.basis = ScoredBasis::Awaiting(open);
                }
            }
            (Derived::NotDue, DerivationEffect::Fills) if chosen.is_none() => {
                result.basis = ScoredBasis::NotDue;
            }
            (Derived::Awaiting { .. } | Derived::NotDue | Derived::Silent, _) => {}
        }
        result
    }

    /// The points that an answer comes to. `None` if it is not of the kind that is asked.
    fn answered(&self, indicator: &ScoredIndicator, value: &AnswerValue) -> Option<u32> {
        let points = || value.points_in(self.pack.points_unit);
        match (indicator.scored_by(), value) {
            (ScoredBy::Bands, _) => nearest_band(indicator, points()?),
            (ScoredBy::Entered, _) => Some(points()?.min(indicator.maximum)),
            (ScoredBy::Deductions, AnswerValue::Deductions(counts)) => {
                Some(after_deductions(indicator, counts))
            }
            (ScoredBy::Deductions, _) => None,
        }
    }

    fn derive(&self, indicator: &ScoredIndicator, rule: &Derivation, depth: u8) -> Derived {
        let mut said: Vec<Said> = rule
            .from
            .iter()
            .filter_map(|id| self.source(id, depth))
            .collect();
        said.extend(self.told_by_ledger(&indicator.id));
        let Some(worst) = said.iter().map(|one| one.verdict).min() else {
            let may_follow = rule.from.iter().any(|id| self.is_not_due(id, depth));
            return if may_follow {
                Derived::NotDue
            } else {
                Derived::Silent
            };
        };
        let missing: Vec<ItemId> = said
            .iter()
            .filter(|one| one.verdict != SourceVerdict::Met && *one.id != indicator.id)
            .map(|one| one.id.clone())
            .collect();
        let done: u64 = said.iter().map(|one| one.done).sum();
        let due: u64 = said.iter().map(|one| one.due).sum();
        let reached = |reach: Reach| match (rule.rule, reach) {
            (DerivationRule::Worst, Reach::Verdict(verdict)) => worst >= verdict,
            (DerivationRule::Missing, Reach::Missing(most)) => {
                u64::try_from(missing.len()).is_ok_and(|missing| missing <= u64::from(most))
            }
            (DerivationRule::DoneOverDue, Reach::Percent(percent)) => {
                done * 100 >= due * u64::from(percent)
            }
            // A band that asks for something else than its rule yields is never reached;
            // validation refuses such a pack.
            _ => false,
        };
        let band = indicator
            .bands
            .iter()
            .find(|band| band.reached_by.is_some_and(reached));
        let points = band.map_or(worst_band(indicator), |band| band.score);
        let open: Vec<ItemId> = said
            .iter()
            .filter(|one| one.open)
            .map(|one| one.id.clone())
            .collect();
        if !open.is_empty() {
            Derived::Awaiting {
                open,
                missing,
                best: points,
            }
        } else if points >= indicator.maximum {
            Derived::Points(points, Vec::new())
        } else {
            Derived::Points(points, missing)
        }
    }

    /// What a source says; `None` if it is not due, does not apply or is switched off.
    fn source<'a>(&self, id: &'a ItemId, depth: u8) -> Option<Said<'a>> {
        let (open, verdict, count) = match self.basics.get(id) {
            Some(result) => {
                let (open, verdict) = match result.standing {
                    Standing::Met => (false, SourceVerdict::Met),
                    Standing::Partly => (false, SourceVerdict::Partly),
                    Standing::Unmet => (false, SourceVerdict::Unmet),
                    Standing::Unchecked => (true, SourceVerdict::Met),
                    Standing::NotApplicable | Standing::NotDue | Standing::Off => return None,
                };
                (open, verdict, self.counted(result))
            }
            None => {
                let (_, indicator) = self.pack.scored(id)?;
                let result = self.score_at(indicator, depth + 1);
                if result.basis == ScoredBasis::NotDue {
                    return None;
                }
                let verdict = match result.within_reach {
                    points if points >= result.maximum => SourceVerdict::Met,
                    0 => SourceVerdict::Unmet,
                    _ => SourceVerdict::Partly,
                };
                (result.points.is_none(), verdict, Counted::Times(1))
            }
        };
        let (done, due) = match count {
            // What was done beyond what was due fills no gap elsewhere.
            Counted::Done(done, due) => (done.min(due) * 100, due * 100),
            Counted::Times(times) => (times * self.share(verdict), times * 100),
        };
        Some(Said {
            id,
            open,
            verdict,
            done,
            due,
        })
    }

    /// Whether a source that has no say now can have one later.
    fn is_not_due(&self, id: &ItemId, depth: u8) -> bool {
        if let Some(result) = self.basics.get(id) {
            return result.standing == Standing::NotDue;
        }
        self.pack.scored(id).is_some_and(|(_, indicator)| {
            self.score_at(indicator, depth + 1).basis == ScoredBasis::NotDue
        })
    }

    /// What the ledger says about a scored indicator itself; `None` if nothing has fallen due.
    fn told_by_ledger<'a>(&self, id: &'a ItemId) -> Option<Said<'a>> {
        let found = self.findings.0.get(id)?;
        let verdict = match verdict_of(found, &self.pack.judgement)? {
            Verdict::Met | Verdict::NotApplicable => SourceVerdict::Met,
            Verdict::Partly => SourceVerdict::Partly,
            Verdict::Unmet => SourceVerdict::Unmet,
        };
        // What may have been done before the ledger was begun is asked.
        (found.unknown == 0 || verdict == SourceVerdict::Met).then(|| Said {
            id,
            open: false,
            verdict,
            done: u64::from(found.held_against_due().min(found.due)) * 100,
            due: u64::from(found.due) * 100,
        })
    }

    /// How a basic's indicator enters a sum of done over due: what was counted, or how many times
    /// its verdict stands for.
    fn counted(&self, result: &IndicatorResult) -> Counted {
        match result.basis {
            Basis::Counted { done, due, .. }
            | Basis::Ledger(Finding {
                measure: Measure::Times,
                done,
                due,
                ..
            }) => return Counted::Done(u64::from(done), u64::from(due)),
            _ => {}
        }
        let indicator = self.pack.indicator(&result.id);
        let times = indicator.and_then(|(_, indicator)| occurrences_due(indicator, result.due));
        Counted::Times(u64::from(times.unwrap_or(1).max(1)))
    }

    /// How much of what was due a verdict stands for, in percent.
    fn share(&self, verdict: SourceVerdict) -> u64 {
        match verdict {
            SourceVerdict::Met => 100,
            SourceVerdict::Partly => u64::from(self.pack.judgement.count_partly_percent.min(100)),
            SourceVerdict::Unmet => 0,
        }
    }
}

/// How a source enters a sum of done over due.
enum Counted {
    /// Done and due, as they were counted.
    Done(u64, u64),
    /// A verdict that stands for so many times.
    Times(u64),
}
