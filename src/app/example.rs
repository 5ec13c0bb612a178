//! The built-in example (示例): a made-up village, filled in, so that a person sees what it will be
//! like before she enters anything.
//!
//! Not here: its content, which is data (`standards/example`).

use crate::app::ledger::{place_for, put_entry};
use crate::app::workspace::Workspace;
use crate::assessment::verification::answer_value;
use crate::assessment::{
    Answer, Assessment, Evidence, Organization, PackReference, retire_unknown, start_period,
};
use crate::exchange::Document;
use crate::ledger::{EntryBody, Record, RecordOf};
use crate::ordered_map::OrderedMap;
use crate::period::{CivilDate, Due, Frequency, Quarter, Span};
use crate::standard::{Asked, ExampleAnswer, Facts, ItemId, OrganizationType, built_in, hash};
use serde::Deserialize;
use uuid::Uuid;

/// The example as it is written down.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenExample {
    name: String,
    organization_type: OrganizationType,
    facts: Facts,
    /// In how many months from now the term ends.
    term_ends_in_months: u32,
    /// What was recorded since the year began.
    records: Vec<WrittenRecord>,
    /// The answers of the period before this one, and then those of this one.
    periods: Vec<OrderedMap<ItemId, WrittenAnswer>>,
}

/// A record of the example that comes again and again: once in each span of the year so far.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenRecord {
    of: RecordOf,
    every: Frequency,
    /// In which month of the span, from 1; the last where nothing is said.
    #[serde(default)]
    month: Option<u8>,
    /// On which day of that month.
    day: u8,
    /// Whether it closes the year before.
    #[serde(default)]
    closes_last_year: bool,
    /// How many of the latest are left out, so that something is due.
    #[serde(default)]
    leaves_out: usize,
    #[serde(default)]
    numbers: OrderedMap<Asked, u32>,
    /// One line each, taken in turn.
    #[serde(default)]
    lines: Vec<String>,
    #[serde(default)]
    place: String,
}

/// An answer of the example, in the short form of a pack's examples.
#[derive(Deserialize)]
#[serde(untagged)]
enum WrittenAnswer {
    /// A count that is so much short of what is due, whatever the quarter.
    Counted {
        /// How often it was not done.
        short_by: u32,
    },
    /// The answer alone.
    Short(ExampleAnswer),
    /// The answer with a note or a paper.
    Long {
        /// The answer.
        answer: ExampleAnswer,
        /// The note.
        #[serde(default)]
        note: String,
        /// The papers.
        #[serde(default)]
        evidence: Vec<Evidence>,
    },
}

const VILLAGE: &str = include_str!(concat!(env!("OUT_DIR"), "/standards/example/village.json"));

/// The documents of the example: an organisation, the period before `now` and the period `now`.
/// Nothing where the example does not fit the built-in pack, which a test rules out.
pub fn documents(
    now: Quarter,
    now_ms: i64,
    mut new_id: impl FnMut() -> Uuid,
) -> Option<Vec<Document>> {
    let written: WrittenExample = serde_json::from_str(VILLAGE).ok()?;
    let pack = built_in(written.organization_type).ok()?;
    let reference = PackReference {
        id: pack.id.clone(),
        version: pack.version.clone(),
        hash: hash(&pack).ok()?,
    };
    let organization = Organization {
        id: new_id(),
        name: written.name,
        organization_type: written.organization_type,
        facts: written.facts,
        term_end: months_after(now.last_day(), written.term_ends_in_months),
        pack: None,
        local: Default::default(),
        example: true,
        // It began with the year, so that the months behind it are looked at, too.
        created_at: year_began_ms(now.year()).min(now_ms),
        changed_at: now_ms,
        extra: Default::default(),
    };
    let mut assessments: Vec<Assessment> = Vec::new();
    let count = written.periods.len();
    for (place, answers) in written.periods.into_iter().enumerate() {
        let period = (place + 1..count).fold(now, |period, _| period.previous());
        let mut assessment = start_period(
            new_id(),
            organization.id,
            period,
            (&pack, reference.clone()),
            assessments.last(),
            organization.term_end,
            now_ms,
        );
        assessment.example = true;
        for (id, written) in answers {
            let (answer, note, evidence) = match written {
                WrittenAnswer::Counted { short_by } => {
                    let (_, indicator) = pack.indicator(&id)?;
                    let due = match indicator.frequency.due(period, organization.term_end) {
                        Due::Due { occurrences } => occurrences,
                        Due::NotYet | Due::OnEvent => 0,
                    };
                    let done = due.saturating_sub(short_by);
                    (
                        ExampleAnswer::Numbers(vec![done]),
                        String::new(),
                        Vec::new(),
                    )
                }
                WrittenAnswer::Short(answer) => (answer, String::new(), Vec::new()),
                WrittenAnswer::Long {
                    answer,
                    note,
                    evidence,
                } => (answer, note, evidence),
            };
            let value = answer_value(&pack, &id, &answer).ok()?;
            let answer = Answer {
                value,
                note,
                evidence,
                changed_at: now_ms,
                ..Answer::default()
            };
            assessment.answers.insert(id, answer);
        }
        if retire_unknown(&mut assessment, &pack) {
            return None;
        }
        assessments.push(assessment);
    }
    let today = CivilDate::at_instant(now_ms, 0).unwrap_or(now.last_day());
    let today = today.clamp(now.first_day(), now.last_day());
    let mut workspace = Workspace::default();
    workspace.put(Document::Organization(organization.clone()));
    for record in written.records.iter().flat_map(|one| one.until(today)) {
        let body = EntryBody::Record(record);
        let (id, year) = (new_id(), today.year());
        let place = place_for(&workspace, organization.id, year, &body, &mut new_id);
        put_entry(&mut workspace, &place, id, body, now_ms);
    }
    let pages = workspace.ledgers.into_values().map(Document::Ledger);
    let assessments = assessments.into_iter().map(Document::Assessment);
    Some(
        std::iter::once(Document::Organization(organization))
            .chain(assessments)
            .chain(pages)
            .collect(),
    )
}

impl WrittenRecord {
    /// The records from the beginning of the year to this day.
    fn until(&self, today: CivilDate) -> Vec<Record> {
        let spans = Span::of_year(self.every, today.year(), None);
        let days = spans.into_iter().filter_map(|span| {
            let (first, last) = (span.first_day(), span.last_day());
            let month = self
                .month
                .map_or(last.month(), |month| first.month() + month - 1);
            CivilDate::new(last.year(), month, self.day)
        });
        let days: Vec<CivilDate> = days.filter(|day| *day <= today).collect();
        let kept = days.len().saturating_sub(self.leaves_out);
        let records = days.into_iter().take(kept).enumerate();
        records
            .map(|(place, held_on)| Record {
                of: self.of.clone(),
                held_on,
                belongs_to_year: self.closes_last_year.then(|| held_on.year() - 1),
                numbers: self.numbers.clone(),
                line: match self.lines.len() {
                    0 => String::new(),
                    count => self.lines[place % count].clone(),
                },
                place: self.place.clone(),
            })
            .collect()
    }
}

/// The instant at which a year began, in UTC milliseconds.
fn year_began_ms(year: i32) -> i64 {
    const DAY_MS: i64 = 24 * 60 * 60 * 1_000;
    let first = CivilDate::new(year, 1, 1).zip(CivilDate::at_instant(0, 0));
    first.map_or(0, |(first, epoch)| first.days_since(epoch) * DAY_MS)
}

fn months_after(day: CivilDate, months: u32) -> Option<CivilDate> {
    let total = u32::from(day.month()) - 1 + months;
    let year = day.year() + i32::try_from(total / 12).ok()?;
    CivilDate::new(year, u8::try_from(total % 12 + 1).ok()?, 28)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{Outcome, judge_with_ledger};
    use crate::duty::Circumstances;
    use crate::ledger::Ledger;

    #[test]
    fn the_example_fits_the_pack_in_every_month() {
        for month in 1..=12 {
            let day = CivilDate::new(2026, month, 27).unwrap();
            let now = day.quarter();
            let now_ms = day.days_since(CivilDate::new(1970, 1, 1).unwrap()) * 86_400_000;
            let mut last = 0;
            let new_id = || {
                last += 1;
                Uuid::from_u128(last)
            };
            let documents = documents(now, now_ms, new_id).unwrap();
            let [
                Document::Organization(organization),
                Document::Assessment(before),
                Document::Assessment(current),
                pages @ ..,
            ] = &documents[..]
            else {
                panic!("an organisation and two periods");
            };
            let pages = pages.iter().map(|document| match document {
                Document::Ledger(page) => page,
                _ => panic!("and pages of the ledger"),
            });
            let ledger = Ledger::of(pages.clone());
            assert!(pages.clone().all(|page| page.example));
            assert!(!ledger.records.is_empty());
            let kinds = built_in(organization.organization_type).unwrap().checklist;
            for record in ledger.records.values() {
                match &record.of {
                    RecordOf::Kind(kind) => {
                        let kind = kinds.record_kind(kind).unwrap();
                        assert!(record.numbers.keys().all(|asked| kind.asks.contains(asked)));
                    }
                    RecordOf::Duty(duty) => assert!(kinds.duty(duty).is_some()),
                }
                assert!(record.held_on.year() == 2026 && record.held_on <= day);
            }
            assert!(organization.example && before.example && current.example);
            assert_eq!((before.period, current.period), (now.previous(), now));
            let pack = built_in(organization.organization_type).unwrap();
            let known = Circumstances {
                facts: &organization.facts,
                term_end: organization.term_end,
                ledger: &ledger,
                begun: organization.begun(0),
                today: day,
            };
            let outcome: Outcome = judge_with_ledger(&pack, organization, current, &known);
            let open = outcome.basics.iter().flat_map(|basic| &basic.indicators);
            let open = open.filter(|one| one.standing == crate::assessment::Standing::Unchecked);
            assert!(open.count() >= 1, "an example leaves something to do");
            assert!(
                outcome.stars_won >= 2,
                "an example shows won stars in month {month}: {}",
                outcome.stars_won
            );
            assert!(
                outcome.stars.iter().any(|star| star.way.is_some()),
                "and one to work for"
            );
        }
    }
}
