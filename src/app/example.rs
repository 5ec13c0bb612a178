//! The built-in example (示例): a made-up village, filled in, so that a person sees what it will be
//! like before she enters anything.
//!
//! Not here: its content, which is data (`standards/example`).

use crate::assessment::verification::answer_value;
use crate::assessment::{
    Answer, Assessment, Evidence, Organization, PackReference, retire_unknown, start_period,
};
use crate::exchange::Document;
use crate::period::{CivilDate, Due, Quarter};
use crate::standard::{ExampleAnswer, Facts, ItemId, OrganizationType, built_in, hash};
use serde::Deserialize;
use std::collections::BTreeMap;
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
    /// The answers of the period before this one, and then those of this one.
    periods: Vec<BTreeMap<ItemId, WrittenAnswer>>,
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
        created_at: now_ms,
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
    let assessments = assessments.into_iter().map(Document::Assessment);
    Some(
        std::iter::once(Document::Organization(organization))
            .chain(assessments)
            .collect(),
    )
}

fn months_after(day: CivilDate, months: u32) -> Option<CivilDate> {
    let total = u32::from(day.month()) - 1 + months;
    let year = day.year() + i32::try_from(total / 12).ok()?;
    CivilDate::new(year, u8::try_from(total % 12 + 1).ok()?, 28)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{Outcome, judge};

    #[test]
    fn the_example_fits_the_pack_in_every_quarter() {
        for number in 1..=4 {
            let now = Quarter::new(2026, number).unwrap();
            let mut last = 0;
            let new_id = || {
                last += 1;
                Uuid::from_u128(last)
            };
            let documents = documents(now, 1, new_id).unwrap();
            let [
                Document::Organization(organization),
                Document::Assessment(before),
                Document::Assessment(current),
            ] = &documents[..]
            else {
                panic!("an organisation and two periods");
            };
            assert!(organization.example && before.example && current.example);
            assert_eq!((before.period, current.period), (now.previous(), now));
            let pack = built_in(organization.organization_type).unwrap();
            let outcome: Outcome = judge(&pack, organization, current);
            let open = outcome.basics.iter().flat_map(|basic| &basic.indicators);
            let open = open.filter(|one| one.standing == crate::assessment::Standing::Unchecked);
            assert!(open.count() >= 1, "an example leaves something to do");
            assert!(
                outcome.stars_won >= 2,
                "an example shows won stars: {}",
                outcome.stars_won
            );
            assert!(
                outcome.stars.iter().any(|star| star.way.is_some()),
                "and one to work for"
            );
        }
    }
}
