//! When an indicator falls due, seen from the day of judging (到期): what has fallen due, what is
//! running, what is still ahead.
//!
//! An indicator and the duty that speak of one fact fall due on the same days, since the days are
//! taken from the duty. Not here: what was done (`findings`).

use super::occurrence::{Occurrence, occurrences};
use crate::ledger::RecordOf;
use crate::period::{CivilDate, Frequency, JudgingDay, Quarter, Span};
use crate::standard::{Checklist, Duty, Fulfilment, Indicator, LedgerFact};

/// The times at which an indicator is to be fulfilled, as far as a period is concerned with them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// In the order in which they open; none of them opens after the period.
    occurrences: Vec<Occurrence>,
    judging: JudgingDay,
}

impl Schedule {
    /// The schedule of an indicator. `None` if it has no days of its own: a state that is only
    /// looked at, or a matter that comes up at any time. `is_recorded` says whether the ledger
    /// speaks of it: then the duty is followed here, be it switched on or not.
    pub fn of(
        indicator: &Indicator,
        checklist: &Checklist,
        judging: JudgingDay,
        term_end: Option<CivilDate>,
        is_recorded: bool,
    ) -> Option<Self> {
        let duty = duty_of(indicator, checklist);
        let period = judging.period();
        let is_counted = indicator.answer.times().is_some();
        let occurrences = match duty {
            duty if is_counted => of_year(indicator, duty, period),
            Some(duty) if is_recorded || tells_the_days(duty) => of_period(duty, period, term_end),
            _ => return None,
        };
        (!occurrences.is_empty()).then_some(Self {
            occurrences,
            judging,
        })
    }

    /// What has fallen due by the day of judging.
    pub fn past(&self) -> impl Iterator<Item = Occurrence> {
        let judging = self.judging;
        let past = move |one: &Occurrence| judging.is_past(one.closes);
        self.occurrences.iter().copied().filter(past)
    }

    /// What has begun and can still be done.
    pub fn running(&self) -> impl Iterator<Item = Occurrence> {
        let judging = self.judging;
        let running =
            move |one: &Occurrence| judging.has_begun(one.opens) && !judging.is_past(one.closes);
        self.occurrences.iter().copied().filter(running)
    }

    /// The first that has not fallen due yet and is not done (还没到), as `is_done` tells.
    pub fn ahead(&self, is_done: impl Fn(Occurrence) -> bool) -> Option<Occurrence> {
        let mut open = self.occurrences.iter().copied();
        open.find(|one| !self.judging.is_past(one.closes) && !is_done(*one))
    }
}

/// The duty that speaks of the same fact as an indicator.
pub fn duty_of<'a>(indicator: &Indicator, checklist: &'a Checklist) -> Option<&'a Duty> {
    let id = indicator.filled_by.as_ref().and_then(LedgerFact::duty)?;
    checklist.duty(id)
}

/// Whether a record of this kind, or of this duty, fills an indicator.
pub fn fills(of: &RecordOf, indicator: &Indicator, checklist: &Checklist) -> bool {
    if let Some(duty) = duty_of(indicator, checklist) {
        return shows(of, duty);
    }
    let RecordOf::Kind(kind) = of else {
        return false;
    };
    let kind = checklist.record_kind(kind);
    kind.is_some_and(|kind| kind.counts_for.contains(&indicator.id))
}

/// Whether a record of this kind, or of this duty, shows that the duty is done.
pub fn shows(of: &RecordOf, duty: &Duty) -> bool {
    match (of, &duty.done_by) {
        (RecordOf::Duty(id), _) => duty.id == *id,
        (
            RecordOf::Kind(kind),
            Fulfilment::Records(kinds) | Fulfilment::Hours { of: kinds, .. },
        ) => kinds.contains(kind),
        (RecordOf::Kind(_), Fulfilment::Tick | Fulfilment::Cards(_)) => false,
    }
}

/// Whether what was said of an indicator in `answered` is said of the same time as is asked about
/// in `period`: the meeting that closes a year may be held until March, and is not asked again
/// before the next one opens. `None` if the days do not come from a yearly duty.
pub fn is_same_time(
    indicator: &Indicator,
    checklist: &Checklist,
    answered: Quarter,
    period: Quarter,
) -> Option<bool> {
    let duty = duty_of(indicator, checklist)?;
    (duty.frequency == Frequency::Year && tells_the_days(duty))
        .then(|| latest_of_years(duty, answered) == latest_of_years(duty, period))
}

/// Whether what an indicator asks for could still be done when `answered` was over.
pub fn was_early(
    indicator: &Indicator,
    checklist: &Checklist,
    answered: Quarter,
    term_end: Option<CivilDate>,
) -> Option<bool> {
    let after = JudgingDay::after(answered);
    let schedule = Schedule::of(indicator, checklist, after, term_end, false)?;
    Some(schedule.past().next().is_none())
}

/// Whether the days of a duty are those of its indicator. A duty that is switched off is not
/// followed here, and its month or quarter presses nobody; but the months in which a yearly meeting
/// is usual are the same for whoever does not follow it here.
fn tells_the_days(duty: &Duty) -> bool {
    duty.enabled || (duty.window.is_some() && !duty.done_by.is_tick())
}

/// The times of a counted indicator in the year of a period.
fn of_year(indicator: &Indicator, duty: Option<&Duty>, period: Quarter) -> Vec<Occurrence> {
    let (year, last) = (period.year(), period.last_day());
    let same_frequency = |duty: &&Duty| duty.frequency == indicator.frequency;
    let all = match duty.filter(same_frequency) {
        Some(duty) => occurrences(duty, year, None),
        None => whole_spans(indicator.frequency, year),
    };
    all.into_iter().filter(|one| one.opens <= last).collect()
}

/// The spans of a year, each of which is due until its end.
pub(super) fn whole_spans(frequency: Frequency, year: i32) -> Vec<Occurrence> {
    let spans = Span::of_year(frequency, year, None);
    spans.into_iter().map(Occurrence::whole).collect()
}

/// The times of a duty that a period asks about: those that lie in it; of a half-year the one that
/// is running, of a year the one that opened last.
pub(super) fn of_period(
    duty: &Duty,
    period: Quarter,
    term_end: Option<CivilDate>,
) -> Vec<Occurrence> {
    let (first, last) = (period.first_day(), period.last_day());
    match duty.frequency {
        Frequency::Month | Frequency::Quarter | Frequency::HalfYear => {
            let all = occurrences(duty, period.year(), term_end);
            let touches = |one: &Occurrence| one.opens <= last && one.closes >= first;
            all.into_iter().filter(touches).collect()
        }
        Frequency::Year => latest_of_years(duty, period).into_iter().collect(),
        Frequency::Term => {
            let years = term_end.map(|end| end.year());
            let all = years.map_or(Vec::new(), |year| occurrences(duty, year, term_end));
            all.into_iter().filter(|one| one.opens <= last).collect()
        }
        Frequency::Event => Vec::new(),
    }
}

/// The time of a yearly duty that opened last before a period ends.
fn latest_of_years(duty: &Duty, period: Quarter) -> Option<Occurrence> {
    let years = [period.year(), period.year() - 1].into_iter();
    let mut all = years.flat_map(|year| occurrences(duty, year, None));
    all.find(|one| one.opens <= period.last_day())
}
