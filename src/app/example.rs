//! The built-in examples (示例): a made-up organisation of each type, filled in, so that a user sees
//! what it will be like before the user enters anything.
//!
//! Not here: their content, which is data (`example_files`).

use crate::app::example_files::ExampleFiles;
use crate::app::ledger::{place_for, put_entry};
use crate::app::workspace::Workspace;
use crate::assessment::verification::answer_value;
use crate::assessment::{
    Answer, Assessment, Evidence, Organization, PackReference, retire_unknown, start_period,
};
use crate::exchange::Document;
use crate::ledger::{EntryBody, Given, Record, RecordOf};
use crate::period::{CivilDate, Frequency, Quarter, Span};
use crate::sorted_map::SortedMap;
use crate::standard::{Asked, ExampleAnswer, Facts, ItemId, OrganizationType, built_in, hash};
use crate::typed_json;
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
    periods: Vec<SortedMap<ItemId, WrittenAnswer>>,
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
    #[serde(default)]
    numbers: SortedMap<Asked, u32>,
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

/// The documents of an example: an organisation, the period before `now` and the period `now`.
/// Nothing where the example does not fit the built-in pack, which a test rules out.
pub fn documents(
    example: ExampleFiles,
    now: Quarter,
    now_ms: i64,
    mut new_id: impl FnMut() -> Uuid,
) -> Option<Vec<Document>> {
    let written: WrittenExample =
        typed_json::read(&typed_json::parse(example.organization).ok()?).ok()?;
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
        let records = days.into_iter().enumerate();
        records
            .map(|(place, held_on)| Record {
                belongs_to_year: self.closes_last_year.then(|| held_on.year() - 1),
                numbers: (self.numbers.iter())
                    .map(|(asked, number)| {
                        let given = Given::from(*asked);
                        (given, number.saturating_mul(given.unit().in_one()))
                    })
                    .collect(),
                line: match self.lines.len() {
                    0 => String::new(),
                    count => self.lines[place % count].clone(),
                },
                place: self.place.clone(),
                ..Record::new(self.of.clone(), held_on)
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
    use crate::app::example_files;
    use crate::app::example_matters::added_to;
    use crate::assessment::{BasicState, Outcome, Standing, judge_with_ledger};
    use crate::duty::{Circumstances, agenda};
    use crate::ledger::Ledger;

    /// A whole example on a day, and what its two periods amount to on that day.
    fn example_on(kind: OrganizationType, day: CivilDate) -> (Organization, Ledger, [Outcome; 2]) {
        let example = example_files::of(kind);
        let now = day.quarter();
        let now_ms = day.days_since(CivilDate::new(1970, 1, 1).unwrap()) * 86_400_000;
        let mut last = 0;
        let mut new_id = || {
            last += 1;
            Uuid::from_u128(last)
        };
        let bare = documents(example, now, now_ms, &mut new_id).unwrap();
        let whole = added_to(bare, example, day, now_ms, &mut new_id);
        let (mut organization, mut periods, mut pages) = (None, Vec::new(), Vec::new());
        for document in whole {
            match document {
                Document::Organization(one) => organization = Some(one),
                Document::Assessment(one) => periods.push(one),
                Document::Ledger(page) => pages.push(page),
                _ => panic!("{document:?}"),
            }
        }
        let organization = organization.unwrap();
        assert!(organization.example && periods.iter().all(|one| one.example));
        assert!(pages.iter().all(|page| page.example));
        assert_eq!(
            periods.iter().map(|one| one.period).collect::<Vec<_>>(),
            [now.previous(), now]
        );
        let ledger = Ledger::of(&pages);
        let pack = built_in(organization.organization_type).unwrap();
        let known = Circumstances {
            facts: &organization.facts,
            term_end: organization.term_end,
            ledger: &ledger,
            recording_since: organization.recording_since(0),
            today: day,
        };
        let judged = |one: &Assessment| judge_with_ledger(&pack, &organization, one, &known);
        let outcomes = [judged(&periods[0]), judged(&periods[1])];
        (organization, ledger, outcomes)
    }

    #[test]
    fn every_example_is_full_on_every_day_and_does_not_contradict_itself() {
        for kind in OrganizationType::ALL {
            for month in 1..=12 {
                for number in [1, 9, 20, 28] {
                    check(kind, CivilDate::new(2026, month, number).unwrap());
                }
            }
        }
    }

    fn check(kind: OrganizationType, day: CivilDate) {
        let place = format!("{kind:?} {day}");
        let (organization, ledger, [_, outcome]) = example_on(kind, day);
        assert_eq!(organization.organization_type, kind);
        let list = built_in(kind).unwrap().checklist;
        for record in ledger.records.values() {
            if let RecordOf::Kind(kind) = &record.of {
                let kind = list.record_kind(kind).unwrap();
                assert!(
                    record.numbers.keys().all(|given| {
                        kind.asks.iter().any(|asked| Given::from(*asked) == *given)
                    })
                );
            }
            assert!(record.held_on.year() == 2026 && record.held_on <= day);
        }
        let all: Vec<_> = outcome.basics.iter().collect();
        let states: Vec<_> = all.iter().map(|one| (&one.key, one.state)).collect();
        // In the first days of a year no meeting has been due yet.
        let is_well = |state: BasicState| state.is_met() || state == BasicState::NothingDue;
        assert!(
            all.iter().all(|basic| is_well(basic.state)),
            "{place}: {states:?}"
        );
        let standing = |wanted| {
            let indicators = all.iter().flat_map(|basic| &basic.indicators);
            let found = indicators.filter(|one| one.standing == wanted);
            found.map(|one| one.id.0.as_str()).collect::<Vec<_>>()
        };
        // What an overdue problem says, and nothing else, is unmet. Where few things are asked of a
        // basic there is none, or the basic would not be met.
        let overdue = ledger.rectifications.values();
        let overdue = overdue.filter(|one| one.is_overdue(day)).count();
        let has_many = [
            OrganizationType::Village,
            OrganizationType::Community,
            OrganizationType::Office,
        ];
        assert_eq!(overdue, usize::from(has_many.contains(&kind)), "{place}");
        let unmet = ["SYS-06"];
        assert_eq!(standing(Standing::Unmet), unmet[..overdue], "{place}");
        assert_eq!(standing(Standing::Unchecked), Vec::<&str>::new(), "{place}");
        let known = Circumstances {
            facts: &organization.facts,
            term_end: organization.term_end,
            ledger: &ledger,
            recording_since: organization.recording_since(0),
            today: day,
        };
        assert_eq!(agenda(&list, &known).late, Vec::new(), "{place}");
        if outcome.stars.iter().all(|star| star.indicators.is_empty()) {
            return;
        }
        let first_days = match kind {
            OrganizationType::Village => 1,
            _ => 26,
        };
        let least = if day.month() == 1 && day.day() <= first_days {
            3
        } else {
            4
        };
        assert!(outcome.stars_won >= least, "{place}: {}", outcome.stars_won);
        assert!(outcome.stars_won <= 4, "one star is left to work for");
        assert!(outcome.stars.iter().any(|star| star.way.is_some()));
    }
}
