//! The outcome (结果) of an assessment as a whole: computed from the answers, never stored.
//!
//! Not here: any comparison with other organisations.

use super::answer::Assessment;
use super::answer_value::VetoAnswer;
use super::basics::{BasicOutcome, BasicState, judge_basic};
use super::bonus::{BonusOutcome, judge_bonuses};
use super::derivation::Sources;
use super::indicator::{IndicatorResult, Judge, Standing};
use super::organization::Organization;
use super::stars::{StarOutcome, StarState, grade, judge_star, total};
use super::vetoes::Vetoes;
use crate::duty::{Circumstances, Findings, RecordingSince, findings};
use crate::ledger::Ledger;
use crate::order::sorted_by_key;
use crate::period::{CivilDate, JudgingDay};
use crate::sorted_map::SortedMap;
use crate::standard::{ItemId, StandardPack, VetoEffect};
use std::sync::Arc;

/// How the basics stand as a whole (五基达标).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BasicsState {
    /// Every basic is met, and no veto speaks against it.
    Met,
    /// The same by today, while the period is still running (到今天达标).
    MetSoFar,
    /// A basic is unmet, or a veto says so.
    Unmet,
    /// Something due was not looked at.
    Incomplete,
    /// Nothing is due.
    NothingDue,
}

/// How the stars stand as a whole (五星).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AllStars {
    /// All are won and the sum is reached.
    Won,
    /// Not all are won, or the sum is not reached, or a veto limits them.
    NotWon,
    /// Something open can still decide.
    Incomplete,
    /// The pack knows no such award.
    NotOffered,
}

/// How a veto was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VetoResult {
    /// The veto.
    pub id: ItemId,
    /// The answer, if there is one.
    pub answer: Option<VetoAnswer>,
}

/// What an assessment amounts to, down to each indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// By which day it was judged.
    pub judging: JudgingDay,
    /// What the ledger says about each item, whether or not the user answered it the user.
    pub findings: Arc<Findings>,
    /// Each basic, in the order of the pack.
    pub basics: Vec<BasicOutcome>,
    /// The basics as a whole.
    pub basics_state: BasicsState,
    /// The vetoes that make the basics unmet as a whole.
    pub basics_vetoed_by: Vec<ItemId>,
    /// Each star, in the order of the pack.
    pub stars: Vec<StarOutcome>,
    /// How many stars are won.
    pub stars_won: u32,
    /// How many of them count, after the vetoes that limit their number.
    pub stars_counted: u32,
    /// The vetoes that limit the number of stars, with the number.
    pub stars_limited_by: Vec<(ItemId, u32)>,
    /// The points of all scored stars together, each by its weight, rounded down to the pack's
    /// unit.
    pub sum: u32,
    /// The highest possible sum.
    pub sum_maximum: u32,
    /// The sum that all stars together need, where the pack has one.
    pub sum_needed: Option<u32>,
    /// All stars together.
    pub all_stars: AllStars,
    /// The grade (等次) of the whole as a place in the pack's list, once nothing is open.
    pub grade: Option<usize>,
    /// The vetoes that keep the grade from being better.
    pub grade_limited_by: Vec<ItemId>,
    /// Bonus points, beside the base score.
    pub bonus: BonusOutcome,
    /// The vetoes and their answers, in the order of the pack.
    pub vetoes: Vec<VetoResult>,
}

impl Outcome {
    /// The result of one indicator of the basics.
    pub fn indicator(&self, id: &ItemId) -> Option<&IndicatorResult> {
        self.basics
            .iter()
            .flat_map(|basic| &basic.indicators)
            .find(|result| result.id == *id)
    }

    /// The result of one star.
    pub fn star(&self, key: &str) -> Option<&StarOutcome> {
        self.stars.iter().find(|star| star.key == key)
    }

    /// The result of one basic.
    pub fn basic(&self, key: &str) -> Option<&BasicOutcome> {
        self.basics.iter().find(|basic| basic.key == key)
    }

    /// What is to be made good (要补的): must-items first, and what is unmet before what is met in
    /// part; otherwise in the order of the pack.
    pub fn to_make_good(&self) -> Vec<&IndicatorResult> {
        let all = self.basics.iter().flat_map(|basic| &basic.indicators);
        let lacking = all.filter(|one| one.standing.is_lacking());
        sorted_by_key(lacking, |one| (!one.must, one.standing == Standing::Partly))
    }

    /// How many vetoes are not answered, or answered with 「不清楚」.
    pub fn vetoes_open(&self) -> usize {
        let settled = |answer| matches!(answer, Some(VetoAnswer::Clear | VetoAnswer::Present));
        self.vetoes
            .iter()
            .filter(|veto| !settled(veto.answer))
            .count()
    }
}

/// Judges an assessment against a pack by the end of its period, from its answers alone. The
/// person's own changes are part of the organisation and are applied here, so that no caller can
/// forget them.
pub fn judge(pack: &StandardPack, organization: &Organization, assessment: &Assessment) -> Outcome {
    let known = Circumstances {
        facts: &organization.facts,
        term_end: organization.term_end,
        ledger: &Ledger::default(),
        recording_since: RecordingSince(CivilDate::EARLIEST),
        today: assessment.period.last_day().days_later(1),
    };
    judge_with_ledger(pack, organization, assessment, &known)
}

/// Judges an assessment against a pack by today, with what stands in the ledger: an item that
/// nobody answered is filled from there, so that nothing is entered twice. An answer of the
/// person's stands before anything in the ledger. A period that is over is judged by its end.
pub fn judge_with_ledger(
    pack: &StandardPack,
    organization: &Organization,
    assessment: &Assessment,
    known: &Circumstances<'_>,
) -> Outcome {
    let judged = |pack: &StandardPack| {
        let judging = JudgingDay::new(assessment.period, known.today);
        let findings = Arc::new(findings(pack, known, judging));
        judge_in_force(pack, organization, assessment, judging, findings)
    };
    match organization.local.is_empty() {
        true => judged(pack),
        false => judged(&organization.local.applied_to(pack)),
    }
}

/// Judges an assessment as [`judge_with_ledger`] does, where the user's own changes are in the
/// pack already and it is known what the ledger says: of all that is judged, an answer changes
/// neither.
pub fn judge_in_force(
    pack: &StandardPack,
    organization: &Organization,
    assessment: &Assessment,
    judging: JudgingDay,
    findings: Arc<Findings>,
) -> Outcome {
    let judge = Judge {
        organization,
        assessment,
        findings: &findings,
        judgement: &pack.judgement,
        checklist: &pack.checklist,
        judging,
    };
    let basics: Vec<BasicOutcome> = pack
        .basics
        .iter()
        .map(|basic| {
            let indicators = basic.indicators.iter().map(|one| judge.indicator(one));
            judge_basic(
                &basic.key,
                indicators.collect(),
                &pack.judgement,
                judging.is_running(),
            )
        })
        .collect();
    let results = basics.iter().flat_map(|basic| &basic.indicators);
    let by_id: SortedMap<ItemId, IndicatorResult> = results
        .map(|result| (result.id.clone(), result.clone()))
        .collect();

    let present = Vetoes::of(pack, assessment);
    let sources = Sources::new(pack, &by_id, assessment, &findings);
    let mut stars: Vec<StarOutcome> = pack
        .stars
        .iter()
        .map(|star| {
            let frozen_by = present.freezing(&star.key);
            judge_star(star, pack, &organization.facts, &by_id, &sources, frozen_by)
        })
        .collect();
    hold_for_first_star(pack.award.first_star.as_deref(), &mut stars);

    let basics_vetoed_by = present.with(|effect| matches!(effect, VetoEffect::BasicsUnmet));
    let stars_limited_by = present.limiting();
    let scored: Vec<&StarOutcome> = stars
        .iter()
        .filter(|star| !matches!(star.state, StarState::Named | StarState::NotApplicable))
        .collect();
    let won = scored
        .iter()
        .filter(|star| star.state == StarState::Won)
        .count();
    let stars_won = u32::try_from(won).unwrap_or(u32::MAX);
    let limit = stars_limited_by.iter().map(|(_, most)| *most).min();
    let weighted = |points: &dyn Fn(&StarOutcome) -> u32| weighted_sum(pack, &scored, points);
    let sum = weighted(&|star| star.score);
    let sum_maximum = weighted(&|star| star.maximum);
    let grade_limits = present.limiting_grade();
    let best_grade = grade_limits.iter().map(|(_, best)| *best).max();
    let open = scored.iter().any(|star| !star.open.is_empty());
    Outcome {
        judging,
        findings,
        basics_state: whole_of(&basics, &basics_vetoed_by),
        stars_counted: limit.map_or(stars_won, |limit| stars_won.min(limit)),
        sum_needed: pack.award.all_stars_sum,
        all_stars: all_stars(pack, &scored, sum, limit),
        grade: (!open && sum_maximum > 0)
            .then(|| grade(sum, sum_maximum, pack))
            .flatten()
            .map(|reached| reached.max(best_grade.unwrap_or(0))),
        grade_limited_by: grade_limits.into_iter().map(|(id, _)| id).collect(),
        bonus: judge_bonuses(&pack.bonuses, assessment),
        vetoes: present.answers,
        basics,
        basics_vetoed_by,
        stars,
        stars_won,
        stars_limited_by,
        sum,
        sum_maximum,
    }
}

fn whole_of(basics: &[BasicOutcome], vetoed_by: &[ItemId]) -> BasicsState {
    let any = |state| basics.iter().any(|basic| basic.state == state);
    if !vetoed_by.is_empty() {
        BasicsState::Unmet
    } else if any(BasicState::Incomplete) {
        BasicsState::Incomplete
    } else if any(BasicState::Unmet) {
        BasicsState::Unmet
    } else if any(BasicState::MetSoFar) {
        BasicsState::MetSoFar
    } else if any(BasicState::Met) {
        BasicsState::Met
    } else {
        BasicsState::NothingDue
    }
}

/// Where one star has to be won first (党建星先过), the others wait for it: as long as it can still
/// be won they are open, afterwards they are not won. A star that is only named, or not for this
/// organisation, cannot be won and holds nobody up.
fn hold_for_first_star(first: Option<&str>, stars: &mut [StarOutcome]) {
    let Some(first) = first else { return };
    let Some(held) = stars.iter().find(|star| star.key == first) else {
        return;
    };
    let instead = match held.state {
        StarState::Incomplete => StarState::Incomplete,
        StarState::NotDue => StarState::NotDue,
        StarState::NotWon | StarState::Frozen => StarState::NotWon,
        StarState::Won | StarState::Named | StarState::NotApplicable => return,
    };
    let waiting = |star: &&mut StarOutcome| {
        let can_be_won = matches!(
            star.state,
            StarState::Won | StarState::Incomplete | StarState::NotDue
        );
        star.key != first && can_be_won
    };
    for star in stars.iter_mut().filter(waiting) {
        star.state = instead;
        star.waits_for = Some(first.to_owned());
    }
}

/// The points of these stars together, each by its weight (权重), rounded down.
fn weighted_sum(
    pack: &StandardPack,
    scored: &[&StarOutcome],
    points: &dyn Fn(&StarOutcome) -> u32,
) -> u32 {
    let sum: u64 = scored
        .iter()
        .map(|one| {
            let star = pack.star(&one.key);
            let weight = star.and_then(|star| star.weight_percent).unwrap_or(100);
            u64::from(points(one)) * u64::from(weight)
        })
        .fold(0, u64::saturating_add);
    u32::try_from(sum / 100).unwrap_or(u32::MAX)
}

fn all_stars(
    pack: &StandardPack,
    scored: &[&StarOutcome],
    sum: u32,
    limit: Option<u32>,
) -> AllStars {
    let needed = pack.award.all_stars_sum;
    let Some(needed) = needed.filter(|_| !scored.is_empty()) else {
        return AllStars::NotOffered;
    };
    let any = |state| scored.iter().any(|star| star.state == state);
    let limited = limit.is_some_and(|limit| (limit as usize) < scored.len());
    let possible = weighted_sum(pack, scored, &|star| {
        total(star.indicators.iter().map(|one| one.within_reach))
    });
    if limited || any(StarState::NotWon) || any(StarState::Frozen) || possible < needed {
        AllStars::NotWon
    } else if any(StarState::Incomplete) || any(StarState::NotDue) || sum < needed {
        AllStars::Incomplete
    } else {
        AllStars::Won
    }
}
