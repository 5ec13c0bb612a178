//! Whether what came in makes sense: numbers, lengths, and answers that fit their items.
//!
//! What nobody can have meant is refused with its place; everything else is kept, with an issue.
//! Pages of ledgers and packs have a file each. Not here: the shape ([`super::typed`]) and how an
//! answer is judged (`assessment`).

mod ledger;
mod pack;

pub(super) use pack::check_pack;

use super::document::Document;
use super::fault::{ImportError, ImportIssue};
use super::limits::{
    HIGHEST_NUMBER, INSTANTS, LONGEST_TEXT, MOST_OWN_DUTIES, PAPER_YEARS, UNLIKELY_ABOVE, YEARS,
};
use crate::assessment::{Answer, AnswerValue, Assessment, Fit, Organization, retire_all_but};
use crate::period::CivilDate;
use crate::sorted_set::SortedSet;
use crate::standard::{ItemId, StandardPack};
use std::fmt::Display;
use std::ops::RangeInclusive;

/// How strictly numbers and lengths are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Strictness {
    /// What nobody can have meant is refused.
    Refusing,
    /// It is kept. A backup is all there is: one number must not keep the rest from coming back,
    /// nor from going out.
    Keeping,
}

/// Checks the numbers, the lengths and the dates of a document that stands at `place` in a file
/// that was exported at `exported_at` (UTC milliseconds), if that is known.
pub(super) fn check(
    place: &str,
    document: &Document,
    strictness: Strictness,
    exported_at: Option<i64>,
) -> Result<Vec<ImportIssue>, ImportError> {
    // Nowhere on earth is it later than fourteen hours after UTC.
    let last_day = exported_at.and_then(|at| CivilDate::at_instant(at, 14 * 60));
    let mut checks = Checks {
        issues: Vec::new(),
        strictness,
        last_day,
    };
    match document {
        Document::Settings(settings) => {
            checks.instant(&place, "changed_at", settings.changed_at)?;
            let made = settings.last_export_made_at.unwrap_or(0);
            checks.instant(&place, "last_export_made_at", made)?;
            let confirmed = settings.last_export_confirmed_at.unwrap_or(0);
            checks.instant(&place, "last_export_confirmed_at", confirmed)?;
        }
        Document::Organization(organization) => checks.organization(&place, organization)?,
        Document::Assessment(assessment) => {
            checks.instant(&place, "created_at", assessment.created_at)?;
            if let Some(summary) = &assessment.summary {
                checks.text(&place, ".summary", &summary.text)?;
                checks.instant(&place, "summary.changed_at", summary.changed_at)?;
            }
            for (list, answers) in [
                ("answers", &assessment.answers),
                ("retired", &assessment.retired),
            ] {
                for (id, answer) in answers {
                    checks.text(&format_args!("{place}.{list}"), "", &id.0)?;
                    checks.answer(&format_args!("{place}.{list}.{id}"), answer)?;
                }
            }
        }
        Document::Ledger(page) => checks.page(&place, page)?,
        Document::Standard(standard) => checks.instant(&place, "added_at", standard.added_at)?,
    }
    Ok(checks.issues)
}

/// Moves answers to items that the pack does not have aside, and names answers that do not fit.
/// `known` are the ids of everything that the pack asks.
pub(super) fn fit_to_pack(
    assessment: &mut Assessment,
    pack: &StandardPack,
    known: &SortedSet<ItemId>,
) -> Vec<ImportIssue> {
    let id = assessment.id;
    let mut issues = Vec::new();
    if assessment.pack.version != pack.version {
        issues.push(ImportIssue::OtherPackVersion {
            assessment: id,
            pack: pack.id.clone(),
            answered: assessment.pack.version.clone(),
            at_hand: pack.version.clone(),
        });
    }
    let unknown = |item: &&ItemId| !known.contains(*item);
    let items: Vec<ItemId> = assessment.answers.keys().filter(unknown).cloned().collect();
    retire_all_but(assessment, known);
    if !items.is_empty() {
        issues.push(ImportIssue::AnswersRetired {
            assessment: id,
            items,
        });
    }
    for (item, answer) in &assessment.answers {
        let Some(value) = &answer.value else { continue };
        match value.fit(item, pack) {
            Fit::Fits => {}
            Fit::OtherKind => {
                issues.push(ImportIssue::AnswerDoesNotFit {
                    assessment: id,
                    item: item.clone(),
                });
            }
            Fit::NoSuchBand(points) => {
                issues.push(ImportIssue::UnknownBand {
                    assessment: id,
                    item: item.clone(),
                    points,
                });
            }
        }
    }
    issues
}

/// Collects issues on the way through one document. Its places are put into words where there is
/// something to say of them, and not of the thousands of answers that are as they should be.
struct Checks {
    issues: Vec<ImportIssue>,
    strictness: Strictness,
    /// The last day that can have been when the file was made, if that is known.
    last_day: Option<CivilDate>,
}

impl Checks {
    fn organization(
        &mut self,
        place: &dyn Display,
        organization: &Organization,
    ) -> Result<(), ImportError> {
        self.instant(place, "created_at", organization.created_at)?;
        self.instant(place, "changed_at", organization.changed_at)?;
        self.text(place, ".name", &organization.name)?;
        self.date(place, "term_end", organization.term_end, &YEARS);
        let facts = &organization.facts;
        for (name, number) in [
            ("full_members", facts.full_members),
            ("members", facts.members),
            ("groups", facts.groups),
        ] {
            self.number(&format_args!("{place}.facts.{name}"), number.unwrap_or(0))?;
        }
        let local = &organization.local;
        if let Some(time) = local.own_duties_as_of {
            self.instant(place, "local.own_duties_as_of", time)?;
        }
        for (threshold, number) in &local.thresholds {
            self.number(
                &format_args!("{place}.local.thresholds.{threshold:?}"),
                *number,
            )?;
        }
        for (item, times) in &local.times {
            self.number(&format_args!("{place}.local.times.{item}"), *times)?;
        }
        for (item, line) in &local.lines {
            self.text(&format_args!("{place}.local.lines.{item}"), "", line)?;
        }
        for (list, days) in [
            ("duties_since", &local.duties_since),
            ("duties_off_since", &local.duties_off_since),
        ] {
            for (duty, day) in days {
                let place = format_args!("{place}.local.{list}");
                self.date(&place, &duty.0, Some(*day), &YEARS);
            }
        }
        let own = &local.own_duties;
        self.amount(
            &format_args!("{place}.local.own_duties"),
            own.len(),
            MOST_OWN_DUTIES,
        )?;
        for (id, duty) in own {
            let place = format_args!("{place}.local.own_duties.{id}");
            self.text(&place, ".title", &duty.title)?;
            self.text(&place, ".goal", &duty.goal)?;
            self.text(&place, ".measure", &duty.measure)?;
            self.text(&place, ".milestone", &duty.milestone)?;
            self.date(&place, "since", duty.since, &YEARS);
        }
        Ok(())
    }

    fn answer(&mut self, place: &dyn Display, answer: &Answer) -> Result<(), ImportError> {
        self.instant(place, "changed_at", answer.changed_at)?;
        if let Some(time) = answer.note_as_of {
            self.instant(place, "note_as_of", time)?;
        }
        self.text(place, ".note", &answer.note)?;
        self.text(place, ".reason", &answer.reason)?;
        for (index, evidence) in answer.evidence.iter().enumerate() {
            let place = format_args!("{place}.evidence[{index}]");
            self.text(&place, ".name", &evidence.name)?;
            self.text(&place, ".place", &evidence.place)?;
            self.date(&place, "date", evidence.date, &PAPER_YEARS);
        }
        let numbers = answer.value.iter().flat_map(AnswerValue::numbers);
        for (member, number) in numbers {
            self.number(&format_args!("{place}.value.{member}"), number)?;
        }
        Ok(())
    }

    fn number(&mut self, place: &dyn Display, number: u32) -> Result<(), ImportError> {
        if number > HIGHEST_NUMBER && self.strictness == Strictness::Refusing {
            return Err(out_of_range(
                place,
                i64::from(number),
                i64::from(HIGHEST_NUMBER),
            ));
        }
        if number > UNLIKELY_ABOVE {
            let place = place.to_string();
            self.issues
                .push(ImportIssue::UnlikelyNumber { place, number });
        }
        Ok(())
    }

    /// Points out a day outside of the years to which anything can belong.
    fn date(
        &mut self,
        place: &dyn Display,
        name: &str,
        date: Option<CivilDate>,
        years: &RangeInclusive<i32>,
    ) {
        if let Some(date) = date.filter(|date| !years.contains(&date.year())) {
            let place = format!("{place}.{name}");
            self.issues.push(ImportIssue::UnlikelyDate { place, date });
        }
    }

    /// Points out a day on which something was done, and which had not come when the file was made.
    fn past(&mut self, place: &dyn Display, name: &str, date: Option<CivilDate>) {
        self.date(place, name, date, &YEARS);
        let in_years = date.filter(|date| YEARS.contains(&date.year()));
        if let Some((date, last)) = in_years.zip(self.last_day)
            && date > last
        {
            let place = format!("{place}.{name}");
            self.issues.push(ImportIssue::DateToCome { place, date });
        }
    }

    /// Checks how many there are of something.
    fn amount(&self, place: &dyn Display, found: usize, most: usize) -> Result<(), ImportError> {
        if found <= most || self.strictness == Strictness::Keeping {
            return Ok(());
        }
        let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        Err(out_of_range(place, count(found), count(most)))
    }

    fn instant(&self, place: &dyn Display, name: &str, found: i64) -> Result<(), ImportError> {
        if INSTANTS.contains(&found) {
            return Ok(());
        }
        Err(ImportError::OutOfRange {
            place: format!("{place}.{name}"),
            found,
            lowest: *INSTANTS.start(),
            highest: *INSTANTS.end(),
        })
    }

    fn text(&self, place: &dyn Display, name: &str, text: &str) -> Result<(), ImportError> {
        // No text has more characters than bytes, so most need no counting.
        if text.len() <= LONGEST_TEXT || self.strictness == Strictness::Keeping {
            return Ok(());
        }
        let characters = text.chars().count();
        if characters <= LONGEST_TEXT {
            return Ok(());
        }
        Err(ImportError::TextTooLong {
            place: format!("{place}{name}"),
            characters,
            most: LONGEST_TEXT,
        })
    }
}

fn out_of_range(place: &dyn Display, found: i64, highest: i64) -> ImportError {
    ImportError::OutOfRange {
        place: place.to_string(),
        found,
        lowest: 0,
        highest,
    }
}
