//! What the ledger says about the items of a pack (台账所示): how much was done of what has fallen due.
//!
//! Two meetings in one month do not make up for a month without one: in each span no more count
//! than were due. Not here: what it amounts to (`assessment`), and what cards and problems say
//! (`other_findings`).

use super::circumstances::Circumstances;
use super::fulfilment::{counting, has_happened};
use super::occurrence::Occurrence;
use super::other_findings::{limits, rectifications, settled, steps};
use super::schedule::{Schedule, duty_of, of_period};
use super::standing::missed;
use crate::ledger::RecordOf;
use crate::period::{CivilDate, Frequency, JudgingDay, Span};
use crate::sorted_map::SortedMap;
use crate::standard::{Duty, Fulfilment, Indicator, ItemId, LedgerFact, StandardPack};
use uuid::Uuid;

/// What the ledger says, by item. An item of which it says nothing is not in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings(pub SortedMap<ItemId, Finding>);

/// What the numbers of a finding count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// How often it was done (次).
    Times,
    /// Hours of study (学时).
    Hours,
    /// The steps of the card that went through the fewest (步).
    Steps,
    /// Cards that keep their limits (张).
    Limits,
    /// Cards that were settled (张).
    Settled,
    /// Problems whose time was up (件).
    Rectifications,
}

/// What the ledger says about one item (台账所示).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What is counted.
    pub measure: Measure,
    /// How much is done, in each span no more than was due in it.
    pub done: u32,
    /// How much has fallen due by the day of judging, with what was done of what is running.
    pub due: u32,
    /// The entries that say so, in the order of their days.
    pub by: Vec<Uuid>,
    /// How much fell due before the ledger was begun, or before the duty counted, and has no entry:
    /// nobody knows whether it was done then, so that it is not called missing.
    pub unknown: u32,
    /// Why it was not done, where the user noted that it was not (未开展).
    pub missed: Option<String>,
    /// How many records would count if they said how many were there (实到).
    pub without_head_count: u32,
    /// Whether the kind of record is missing of which there has to be one, such as a training
    /// course among the hours: then the amount alone is not enough.
    pub lacks_kind: bool,
}

impl Finding {
    /// A finding of these numbers and nothing else.
    pub(super) fn of(measure: Measure, done: u32, due: u32, by: Vec<Uuid>) -> Self {
        Self {
            measure,
            done,
            due,
            by,
            unknown: 0,
            missed: None,
            without_head_count: 0,
            lacks_kind: false,
        }
    }

    /// What is held against `due`: with a kind missing it falls short, however much was done.
    pub fn held_against_due(&self) -> u32 {
        match self.lacks_kind {
            true => self.done.min(self.due.saturating_sub(1)),
            false => self.done,
        }
    }

    /// Adds what one span comes to. A pack that somebody loads may hold any numbers.
    fn add(&mut self, done: u32, due: u32) {
        self.done = self.done.saturating_add(done);
        self.due = self.due.saturating_add(due);
    }
}

/// What the ledger says about the items of a pack by the day of judging.
pub fn findings(pack: &StandardPack, known: &Circumstances<'_>, judging: JudgingDay) -> Findings {
    let place = Place {
        pack,
        known,
        judging,
    };
    let indicators = pack.indicators().filter_map(|one| {
        let found = match one.answer.times() {
            Some(times) => place.count(one, times),
            None => place.fact(one.filled_by.as_ref()?, Scope::Period),
        };
        Some((one.id.clone(), found?))
    });
    let scored = pack.stars.iter().flat_map(|star| &star.indicators);
    let scored = scored.filter_map(|one| {
        let fact = one.derivation.as_ref()?.ledger.as_ref()?;
        Some((one.id.clone(), place.fact(fact, Scope::YearToDate)?))
    });
    Findings(indicators.chain(scored).collect())
}

/// Over which time a fact is looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    /// What the period asks about.
    Period,
    /// What has happened since the year began, as stars are scored.
    YearToDate,
}

/// Where findings are made.
pub(super) struct Place<'a> {
    pub pack: &'a StandardPack,
    pub known: &'a Circumstances<'a>,
    pub judging: JudgingDay,
}

impl Place<'_> {
    /// The first day of the time that is looked at.
    pub(super) fn begins(&self, scope: Scope) -> CivilDate {
        let period = self.judging.period();
        match scope {
            Scope::Period => period.first_day(),
            Scope::YearToDate => Span::Year(period.year()).first_day(),
        }
    }

    fn fact(&self, fact: &LedgerFact, scope: Scope) -> Option<Finding> {
        match fact {
            LedgerFact::Duty(id) => self.duty(self.pack.checklist.duty(id)?, scope),
            LedgerFact::StepsOf(id) => steps(self, id),
            LedgerFact::LimitsOf(id) => limits(self, id),
            LedgerFact::SettledOf(id) => settled(self, id),
            LedgerFact::Rectifications => rectifications(self, scope),
        }
    }

    /// How a duty was done at the times that are looked at.
    fn duty(&self, duty: &Duty, scope: Scope) -> Option<Finding> {
        let (period, until) = (self.judging.period(), self.judging.last_counted());
        let year = period.year();
        let times = match (duty.frequency, scope) {
            // Whatever came up in the year so far.
            (Frequency::Event, _) => vec![Occurrence::whole(Span::Year(year))],
            (_, Scope::Period) => of_period(duty, period, self.known.term_end),
            (_, Scope::YearToDate) => super::occurrences(duty, year, self.known.term_end),
        };
        let recording_since = |one: &Occurrence| self.judging.has_begun(one.opens);
        let measure = match duty.done_by {
            Fulfilment::Hours { .. } => Measure::Hours,
            _ => Measure::Times,
        };
        let mut found = Finding::of(measure, 0, 0, Vec::new());
        for occurrence in times.into_iter().filter(recording_since) {
            let counted = counting(duty, occurrence, self.known, until);
            let is_past = self.judging.is_past(occurrence.closes);
            let done = counted.done.min(counted.wanted);
            let due = match (duty.frequency, measure) {
                (Frequency::Event, _) => done,
                (_, Measure::Hours) => counted.wanted,
                _ if is_past || done >= counted.wanted => counted.wanted,
                _ => 0,
            };
            found.add(done, due);
            if is_past && self.known.spares(duty, occurrence.closes) {
                let unknown = (counted.wanted - done).max(u32::from(counted.lacks_kind));
                found.unknown = found.unknown.saturating_add(unknown);
            }
            found.lacks_kind |= counted.lacks_kind;
            if is_past && (done < counted.wanted || counted.lacks_kind) {
                let noted = || missed(duty, occurrence, self.known.ledger);
                found.missed = found.missed.or_else(noted);
            }
            found.by.extend(counted.by);
            found.without_head_count += counted.without_head_count;
        }
        let says_nothing =
            found.by.is_empty() && found.missed.is_none() && found.without_head_count == 0;
        (!says_nothing).then_some(found)
    }

    /// How often a counted indicator was done in the year so far.
    fn count(&self, indicator: &Indicator, times: u32) -> Option<Finding> {
        let (judging, until) = (self.judging, self.judging.last_counted());
        let checklist = &self.pack.checklist;
        let schedule = Schedule::of(indicator, checklist, judging, None, false);
        let duty = duty_of(indicator, checklist);
        let recording_since = self.known.recording_since.0;
        let is_spared = |closes| match duty {
            Some(duty) => self.known.spares(duty, closes),
            None => closes < recording_since,
        };
        let in_occurrence = |one: Occurrence| match duty {
            Some(duty) => counting(duty, one, self.known, until).by,
            None => self.records_for(&indicator.id, one.span),
        };
        let mut found = Finding::of(Measure::Times, 0, 0, Vec::new());
        let Some(schedule) = schedule else {
            // What comes up at any time, or once in a term, is due as often as the user says.
            let year = Span::Year(judging.period().year());
            found.by = in_occurrence(Occurrence::whole(year));
            found.done = length(&found.by);
            return (!found.by.is_empty()).then_some(found);
        };
        for occurrence in schedule.past().chain(schedule.running()) {
            let by = in_occurrence(occurrence);
            let done = length(&by).min(times);
            let is_past = judging.is_past(occurrence.closes);
            found.add(done, if is_past || done >= times { times } else { 0 });
            if is_past && is_spared(occurrence.closes) {
                found.unknown = found.unknown.saturating_add(times - done);
            }
            found.by.extend(by);
        }
        (!found.by.is_empty()).then_some(found)
    }

    /// The records in a span that fill an indicator by their kind.
    fn records_for(&self, indicator: &ItemId, span: Span) -> Vec<Uuid> {
        let (today, until) = (self.known.today, self.judging.last_counted());
        let kinds = self.pack.checklist.records.iter();
        let kinds: Vec<&ItemId> = kinds
            .filter(|kind| kind.counts_for.contains(indicator))
            .map(|kind| &kind.id)
            .collect();
        let records = self.known.ledger.records.iter();
        let fitting = records
            .filter(|(_, one)| matches!(&one.of, RecordOf::Kind(kind) if kinds.contains(&kind)))
            .filter(|(_, one)| has_happened(one, today, until) && span.holds(one.counted_on()));
        fitting.map(|(id, _)| *id).collect()
    }
}

/// How many there are.
pub(super) fn length<T>(list: &[T]) -> u32 {
    u32::try_from(list.len()).unwrap_or(u32::MAX)
}
