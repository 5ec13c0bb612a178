//! How one indicator of the basics stands: judged from its answer, the ledger, the facts and the
//! day.
//!
//! Not here: what the indicators of a basic amount to together (`basics`).

use super::answer::Assessment;
use super::answer_value::{AnswerValue, Verdict};
use super::organization::Organization;
use crate::duty::{Finding, Findings, Measure, Occurrence, Schedule};
use crate::period::{CivilDate, Due, Frequency, JudgingDay, Quarter};
use crate::standard::{AnswerKind, Checklist, Fact, Indicator, ItemId, Judgement, ProfileAnswer};

/// How an indicator stands (状态).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Met (达标).
    Met,
    /// Partly met (部分达标).
    Partly,
    /// Unmet (未达标).
    Unmet,
    /// Due and not yet looked at (未查).
    Unchecked,
    /// Does not apply (不适用).
    NotApplicable,
    /// Not due by the day of judging (还没到), or no such matter came up.
    NotDue,
    /// Switched off (已停用).
    Off,
}

impl Standing {
    /// Whether something is to be made good (要补的).
    pub fn is_lacking(self) -> bool {
        matches!(self, Self::Partly | Self::Unmet)
    }

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
    /// The user answered it in this period.
    Answered,
    /// An answer of an earlier period still holds (沿用).
    Carried(Quarter),
    /// Done over due (实几次/应几次) decided.
    Counted {
        /// How often it was done since the year began.
        done: u32,
        /// How often it was due by the day of judging.
        due: u32,
        /// Whether the user put the due number.
        own_due: bool,
    },
    /// The ledger (台账) decided, without anybody being asked.
    Ledger(Finding),
    /// These facts of the organisation decided that it does not apply.
    Facts(Vec<(Fact, u32)>),
    /// The end of term (届满日) lies after the day of judging.
    TermRunsUntil(CivilDate),
    /// The end of term has passed; whether an extension was approved is still to be said.
    TermExpired(CivilDate),
}

/// How often a counted indicator is due (应几次), in times since the year began.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CountDue {
    /// In the spans that have ended by the day of judging.
    pub ended: u32,
    /// In the span that is running: held against nobody, and counted once it is done.
    pub running: u32,
}

impl CountDue {
    /// What a number of times is held against: what has fallen due, and what is running once it is
    /// done.
    pub fn held_against(self, done: u32) -> u32 {
        match self.ended.saturating_add(self.running) {
            all if done >= all => all,
            _ => self.ended,
        }
    }

    /// How often it was done if it was done each time (都开了): what has fallen due, and the first
    /// time of all where nothing has.
    pub fn all_done(self) -> u32 {
        match self.ended {
            0 => self.running,
            ended => ended,
        }
    }
}

/// How one indicator stands, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndicatorResult {
    /// The indicator.
    pub id: ItemId,
    /// A must-item (必达项).
    pub must: bool,
    /// How it is answered.
    pub kind: AnswerKind,
    /// How it stands.
    pub standing: Standing,
    /// Why.
    pub basis: Basis,
    /// Whether it has fallen due by the day of judging.
    pub due: Due,
    /// How often it is due; 0 if it is not counted.
    pub count_due: CountDue,
    /// The first time of the period that has not fallen due and is not done (还没到).
    pub ahead: Option<Occurrence>,
    /// How it would stand by the ledger alone. `None` if the ledger says nothing about it.
    pub by_ledger: Option<Standing>,
}

/// What the indicators of a pack are judged with.
pub(super) struct Judge<'a> {
    pub organization: &'a Organization,
    pub assessment: &'a Assessment,
    pub findings: &'a Findings,
    pub judgement: &'a Judgement,
    pub checklist: &'a Checklist,
    pub judging: JudgingDay,
}

/// How often a counted indicator has fallen due by the end of a period, if it is due at all.
pub(super) fn occurrences_due(indicator: &Indicator, due: Due) -> Option<u32> {
    let times = indicator.answer.times()?;
    match due {
        Due::Due { occurrences } => Some(occurrences.saturating_mul(times)),
        _ => None,
    }
}

impl Judge<'_> {
    /// Judges one indicator.
    pub(super) fn indicator(&self, indicator: &Indicator) -> IndicatorResult {
        let term_end = self.organization.term_end;
        let is_recorded = self.findings.0.contains_key(&indicator.id);
        let (checklist, judging) = (self.checklist, self.judging);
        let schedule = Schedule::of(indicator, checklist, judging, term_end, is_recorded);
        let due = self.due(indicator, schedule.as_ref());
        let count_due = count_due(indicator, schedule.as_ref());
        let told_by_ledger = self.told_by_ledger(indicator, due);
        let by_ledger = told_by_ledger.as_ref().map(|(standing, _)| *standing);
        let (standing, basis) = if indicator.enabled {
            self.standing(indicator, due, count_due, told_by_ledger)
        } else {
            (Standing::Off, Basis::Open)
        };
        let ahead = schedule.as_ref().and_then(|schedule| {
            let done = done_of(&basis, standing, count_due);
            ahead(indicator, schedule, done)
        });
        IndicatorResult {
            id: indicator.id.clone(),
            must: indicator.must,
            kind: indicator.answer,
            standing,
            basis,
            due,
            count_due,
            ahead,
            by_ledger,
        }
    }

    fn due(&self, indicator: &Indicator, schedule: Option<&Schedule>) -> Due {
        let Some(schedule) = schedule else {
            let term_end = self.organization.term_end;
            return indicator.frequency.due(self.judging.period(), term_end);
        };
        match u32::try_from(schedule.past().count()).unwrap_or(u32::MAX) {
            0 => Due::NotYet,
            occurrences => Due::Due { occurrences },
        }
    }

    fn standing(
        &self,
        indicator: &Indicator,
        due: Due,
        count_due: CountDue,
        told_by_ledger: Option<(Standing, Basis)>,
    ) -> (Standing, Basis) {
        let given = self.assessment.answers.get(&indicator.id);
        let answered = match given.and_then(|answer| answer.carried_from) {
            Some(period) => Basis::Carried(period),
            None => Basis::Answered,
        };
        match given.and_then(|answer| answer.value.as_ref()) {
            Some(AnswerValue::Verdict(verdict)) => (of_verdict(*verdict, due), answered),
            Some(AnswerValue::Count { done, due: own_due })
                if own_due.is_some() || !indicator.answer.is_verdict() =>
            {
                // Nothing can be due no times at all: a number of that kind stands for none.
                let own_due = own_due.filter(|times| *times > 0);
                let times = own_due.unwrap_or_else(|| count_due.held_against(*done));
                let due = match own_due {
                    Some(_) => self.on_own_word(indicator, due),
                    None => due,
                };
                let standing = of_count(*done, times, self.judgement)
                    .map_or(Standing::NotDue, |verdict| of_verdict(verdict, due));
                let basis = Basis::Counted {
                    done: *done,
                    due: times,
                    own_due: own_due.is_some(),
                };
                (standing, basis)
            }
            // It was counted in an older pack and is not any more: it is asked again.
            _ => told_by_ledger.unwrap_or_else(|| self.unanswered(indicator, due)),
        }
    }

    /// How an indicator stands that nobody answered and of which the ledger speaks. Where the facts
    /// say that it does not apply, an entry does not make it apply.
    fn told_by_ledger(&self, indicator: &Indicator, due: Due) -> Option<(Standing, Basis)> {
        let does_not_apply = &indicator.not_applicable_when;
        if does_not_apply
            .as_ref()
            .is_some_and(|condition| condition.holds(&self.organization.facts))
        {
            return None;
        }
        let mut found = self.findings.0.get(&indicator.id)?.clone();
        // What is recorded is held against the user's own number of times, where the user put one.
        let (found, due) = match self.own_due(indicator) {
            Some(times) if found.measure == Measure::Times => {
                found.due = times;
                (found, self.on_own_word(indicator, due))
            }
            _ => (found, due),
        };
        let standing = match verdict_of(&found, self.judgement) {
            None => Standing::NotDue,
            Some(Verdict::Met) => Standing::Met,
            Some(_) if may_have_been_done(indicator, &found) => match due {
                Due::Due { .. } => Standing::Unchecked,
                Due::NotYet | Due::OnEvent => Standing::NotDue,
            },
            Some(verdict) => of_verdict(verdict, due),
        };
        Some((standing, Basis::Ledger(found)))
    }

    /// How often it is due by the user's own word, where the user did not say how often it was
    /// done.
    fn own_due(&self, indicator: &Indicator) -> Option<u32> {
        match self.assessment.value(&indicator.id) {
            Some(AnswerValue::OwnDue(times)) => Some(*times).filter(|times| *times > 0),
            _ => None,
        }
    }

    /// What the user calls due is due in every period in which something of this
    /// frequency can be, though the month or quarter that is running is not over.
    fn on_own_word(&self, indicator: &Indicator, due: Due) -> Due {
        let term_end = self.organization.term_end;
        match due {
            Due::NotYet => indicator.frequency.due(self.judging.period(), term_end),
            due => due,
        }
    }

    fn unanswered(&self, indicator: &Indicator, due: Due) -> (Standing, Basis) {
        if let Some(condition) = &indicator.not_applicable_when
            && condition.holds(&self.organization.facts)
        {
            let facts = condition.decided_by(&self.organization.facts);
            return (Standing::NotApplicable, Basis::Facts(facts));
        }
        let open = match due {
            Due::Due { .. } => Standing::Unchecked,
            Due::NotYet | Due::OnEvent => Standing::NotDue,
        };
        match (indicator.answered_by, self.organization.term_end) {
            (Some(ProfileAnswer::TermNotExpired), Some(end)) if !self.judging.is_past(end) => {
                (Standing::Met, Basis::TermRunsUntil(end))
            }
            (Some(ProfileAnswer::TermNotExpired), Some(end)) => {
                (Standing::Unchecked, Basis::TermExpired(end))
            }
            _ => (open, Basis::Open),
        }
    }
}

/// What the ledger amounts to. `None` if nothing has fallen due.
pub(super) fn verdict_of(found: &Finding, judgement: &Judgement) -> Option<Verdict> {
    match (found.measure, found.due) {
        // All within their time.
        (Measure::Rectifications, 0) => Some(Verdict::Met),
        _ => of_count(found.held_against_due(), found.due, judgement),
    }
}

/// Whether what the ledger lacks may have been done all the same: before it was begun, or, of a
/// single act, without being recorded. It is asked then, and not called missing.
fn may_have_been_done(indicator: &Indicator, found: &Finding) -> bool {
    let single_act = indicator.answer.is_verdict() && found.measure == Measure::Times;
    found.unknown > 0 || (single_act && found.missed.is_none())
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

/// The verdict of a count. `None` if it was due no times at all.
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

/// How often a counted indicator is due.
fn count_due(indicator: &Indicator, schedule: Option<&Schedule>) -> CountDue {
    let AnswerKind::Count { times } = indicator.answer else {
        return CountDue::default();
    };
    let Some(schedule) = schedule else {
        // Once in a term of office; what comes up at any time is due as often as the user says.
        let running = match indicator.frequency {
            Frequency::Term => times,
            _ => 0,
        };
        return CountDue { ended: 0, running };
    };
    let in_all = |count: usize| {
        u32::try_from(count)
            .unwrap_or(u32::MAX)
            .saturating_mul(times)
    };
    CountDue {
        ended: in_all(schedule.past().count()),
        running: in_all(schedule.running().count()),
    }
}

/// Whether the time that is running is done, as far as the basis tells.
fn done_of(basis: &Basis, standing: Standing, due: CountDue) -> bool {
    match basis {
        Basis::Counted { done, .. } => *done >= due.ended.saturating_add(due.running),
        Basis::Ledger(found) if found.measure == Measure::Times => {
            found.due >= due.ended.saturating_add(due.running) && found.done >= found.due
        }
        _ => standing == Standing::Met,
    }
}

/// What is still ahead of an indicator: of a count the span that is running, as long as it is not
/// done, or the next one; of a single act, the act.
fn ahead(indicator: &Indicator, schedule: &Schedule, running_is_done: bool) -> Option<Occurrence> {
    let running: Vec<Occurrence> = schedule.running().collect();
    let found = schedule.ahead(|one| running_is_done && running.contains(&one));
    found.filter(|_| !indicator.answer.is_verdict() || !running_is_done)
}
