//! How one indicator of the basics stands: judged from its answer, the facts and the period.
//!
//! Not here: what the indicators of a basic amount to together (`basics`).

use super::answer::{AnswerValue, Assessment, Verdict};
use super::organization::Organization;
use crate::duty::Recorded;
use crate::period::{CivilDate, Due, Quarter};
use crate::standard::{AnswerKind, Fact, Indicator, ItemId, Judgement, ProfileAnswer};

/// How an indicator stands (状态).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Met (达标).
    Met,
    /// Partly met (基本达标).
    Partly,
    /// Unmet (未达标).
    Unmet,
    /// Due and not yet looked at (未查).
    Unchecked,
    /// Does not apply (不适用).
    NotApplicable,
    /// Not due by the end of the period, or no such matter came up (本期未到期).
    NotDue,
    /// Switched off (已停用).
    Off,
}

impl Standing {
    /// Whether it belongs to what a basic is reckoned from.
    pub fn counts(self) -> bool {
        matches!(
            self,
            Self::Met | Self::Partly | Self::Unmet | Self::Unchecked
        )
    }
}

/// Why an indicator stands as it does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Basis {
    /// Nobody answered it.
    Open,
    /// The person answered it in this period.
    Answered,
    /// An answer of an earlier period still holds (沿用).
    Carried(Quarter),
    /// Done over due (实几次/应几次) decided.
    Counted {
        /// How often it was done since the year began.
        done: u32,
        /// How often it was due.
        due: u32,
        /// Whether the person put the due number herself.
        own_due: bool,
    },
    /// The records (记录) decided: done over due, filled without being asked.
    Recorded {
        /// How often it was done, no more in each span than were due in it.
        done: u32,
        /// How often it was due.
        due: u32,
        /// How many records there are, all counted.
        records: u32,
        /// How often it was due before the ledger was begun and has no record.
        unknown: u32,
    },
    /// These facts of the organisation decided that it does not apply.
    Facts(Vec<(Fact, u32)>),
    /// The end of term (届满日) lies after the period.
    TermRunsUntil(CivilDate),
    /// The end of term has passed; whether an extension was approved is still to be said.
    TermExpired(CivilDate),
}

/// How one indicator stands, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndicatorResult {
    /// The indicator.
    pub id: ItemId,
    /// A must-item (必达项).
    pub must: bool,
    /// How it stands.
    pub standing: Standing,
    /// Why.
    pub basis: Basis,
    /// Whether it is due in the period.
    pub due: Due,
}

/// Judges one indicator.
pub(super) fn judge_indicator(
    indicator: &Indicator,
    organization: &Organization,
    assessment: &Assessment,
    recorded: &Recorded,
    judgement: &Judgement,
) -> IndicatorResult {
    let due = indicator
        .frequency
        .due(assessment.period, organization.term_end);
    let (standing, basis) = if indicator.enabled {
        standing(
            indicator,
            organization,
            assessment,
            recorded,
            judgement,
            due,
        )
    } else {
        (Standing::Off, Basis::Open)
    };
    IndicatorResult {
        id: indicator.id.clone(),
        must: indicator.must,
        standing,
        basis,
        due,
    }
}

/// How often a counted indicator is due by the end of the period, if it is due at all.
pub(super) fn occurrences_due(indicator: &Indicator, due: Due) -> Option<u32> {
    match (indicator.answer, due) {
        (AnswerKind::Count { times }, Due::Due { occurrences }) => {
            Some(occurrences.saturating_mul(times))
        }
        _ => None,
    }
}

fn standing(
    indicator: &Indicator,
    organization: &Organization,
    assessment: &Assessment,
    recorded: &Recorded,
    judgement: &Judgement,
    due: Due,
) -> (Standing, Basis) {
    let given = assessment.answers.get(&indicator.id);
    let answered = match given.and_then(|answer| answer.carried_from) {
        Some(period) => Basis::Carried(period),
        None => Basis::Answered,
    };
    match given.and_then(|answer| answer.value.as_ref()) {
        Some(AnswerValue::Verdict(verdict)) => (of_verdict(*verdict, due), answered),
        Some(AnswerValue::Count { done, due: own_due }) => {
            match own_due.or_else(|| count_due(indicator, assessment.period, due)) {
                Some(times) => {
                    let standing = of_count(*done, times, judgement)
                        .map_or(Standing::NotDue, |verdict| of_verdict(verdict, due));
                    let basis = Basis::Counted {
                        done: *done,
                        due: times,
                        own_due: own_due.is_some(),
                    };
                    (standing, basis)
                }
                // It was counted in an older pack and is not any more: it is asked again.
                None => unanswered(indicator, organization, assessment.period, due),
            }
        }
        _ => from_records(
            indicator,
            organization,
            assessment.period,
            recorded,
            judgement,
            due,
        )
        .unwrap_or_else(|| unanswered(indicator, organization, assessment.period, due)),
    }
}

/// How an indicator stands that nobody answered and that records speak of. Where the facts say
/// that it does not apply, a record does not make it apply.
fn from_records(
    indicator: &Indicator,
    organization: &Organization,
    period: Quarter,
    recorded: &Recorded,
    judgement: &Judgement,
    due: Due,
) -> Option<(Standing, Basis)> {
    let does_not_apply = &indicator.not_applicable_when;
    if does_not_apply
        .as_ref()
        .is_some_and(|condition| condition.holds(&organization.facts))
    {
        return None;
    }
    let found = recorded.0.get(&indicator.id)?;
    let times = count_due(indicator, period, due)?;
    let standing = match of_count(found.done, times, judgement) {
        None => Standing::NotDue,
        // What was due before the ledger was begun may have been done: it is asked, not missing.
        Some(verdict) if verdict != Verdict::Met && found.unknown > 0 => match due {
            Due::Due { .. } => Standing::Unchecked,
            Due::NotYet | Due::OnEvent => Standing::NotDue,
        },
        Some(verdict) => of_verdict(verdict, due),
    };
    let basis = Basis::Recorded {
        done: found.done,
        due: times,
        records: found.records,
        unknown: found.unknown,
    };
    Some((standing, basis))
}

/// What is not due yet counts only once it is met (可提前做，做了就算): work done early may help
/// and must never harm.
fn of_verdict(verdict: Verdict, due: Due) -> Standing {
    match (verdict, due) {
        (Verdict::NotApplicable, _) => Standing::NotApplicable,
        (Verdict::Met, _) => Standing::Met,
        (_, Due::NotYet) => Standing::NotDue,
        (Verdict::Partly, _) => Standing::Partly,
        (Verdict::Unmet, _) => Standing::Unmet,
    }
}

/// The verdict of a count; nothing where it was due no times at all.
fn of_count(done: u32, due: u32, judgement: &Judgement) -> Option<Verdict> {
    let (done, due) = (u64::from(done), u64::from(due));
    if due == 0 {
        None
    } else if done >= due {
        Some(Verdict::Met)
    } else if done * 100 >= due * u64::from(judgement.count_partly_percent) {
        Some(Verdict::Partly)
    } else {
        Some(Verdict::Unmet)
    }
}

/// How often a counted indicator is due: by the end of the period, or, where nothing is due yet,
/// the next time that something is. What comes up at any time is due as often as the person says.
fn count_due(indicator: &Indicator, period: Quarter, due: Due) -> Option<u32> {
    let AnswerKind::Count { times } = indicator.answer else {
        return None;
    };
    let occurrences = match due {
        Due::Due { occurrences } => occurrences,
        Due::NotYet => std::iter::successors(Some(period.next()), |quarter| Some(quarter.next()))
            .take(4)
            .find_map(|quarter| match indicator.frequency.due(quarter, None) {
                Due::Due { occurrences } => Some(occurrences),
                Due::NotYet | Due::OnEvent => None,
            })
            .unwrap_or(1),
        Due::OnEvent => 0,
    };
    Some(occurrences.saturating_mul(times))
}

fn unanswered(
    indicator: &Indicator,
    organization: &Organization,
    period: Quarter,
    due: Due,
) -> (Standing, Basis) {
    if let Some(condition) = &indicator.not_applicable_when
        && condition.holds(&organization.facts)
    {
        return (
            Standing::NotApplicable,
            Basis::Facts(condition.decided_by(&organization.facts)),
        );
    }
    let open = match due {
        Due::Due { .. } => Standing::Unchecked,
        Due::NotYet | Due::OnEvent => Standing::NotDue,
    };
    match (indicator.answered_by, organization.term_end) {
        (Some(ProfileAnswer::TermNotExpired), Some(end)) if end > period.last_day() => {
            (Standing::Met, Basis::TermRunsUntil(end))
        }
        (Some(ProfileAnswer::TermNotExpired), Some(end)) => {
            (Standing::Unchecked, Basis::TermExpired(end))
        }
        _ => (open, Basis::Open),
    }
}
