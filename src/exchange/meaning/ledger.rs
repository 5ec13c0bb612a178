//! Whether the pages of a ledger make sense: years, dates, numbers and lengths.
//!
//! An entry of a kind, a duty or a mechanism that the pack does not have is no fault: packs come
//! and go, and what was done stays. Not here: what an entry counts for (`duty`).

use super::super::fault::ImportError;
use super::super::limits::{
    HIGHEST_FIELD_NUMBER, MOST_ENTRIES, MOST_OF_A_CARD, PAPER_YEARS, YEARS,
};
use super::{Checks, Strictness, out_of_range};
use crate::ledger::{
    Card, EntryBody, FieldValue, Found, LedgerPage, Missed, Record, RecordOf, Review,
};
use crate::period::Span;
use crate::rectification::{Origin, Rectification};
use crate::typed_json;
use std::fmt::Display;

impl Checks {
    pub(super) fn page(
        &mut self,
        place: &dyn Display,
        page: &LedgerPage,
    ) -> Result<(), ImportError> {
        self.instant(place, "created_at", page.created_at)?;
        self.year(place, "year", page.year)?;
        let entries = format_args!("{place}.entries");
        self.amount(&entries, page.entries.len(), MOST_ENTRIES)?;
        for (id, entry) in &page.entries {
            let place = format_args!("{entries}.{id}");
            self.instant(&place, "changed_at", entry.changed_at)?;
            match &entry.body {
                Some(EntryBody::Record(one)) => {
                    self.record(&format_args!("{place}.body.record"), one)?
                }
                Some(EntryBody::Missed(one)) => {
                    self.missed(&format_args!("{place}.body.missed"), one)?
                }
                Some(EntryBody::Rectification(one)) => {
                    self.rectification(&format_args!("{place}.body.rectification"), one)?;
                }
                Some(EntryBody::Card(one)) => self.card(&format_args!("{place}.body.card"), one)?,
                Some(EntryBody::Review(one)) => {
                    self.review(&format_args!("{place}.body.review"), one)?;
                }
                Some(EntryBody::Reply(one)) => {
                    self.text(&format_args!("{place}.body.reply"), ".text", &one.text)?;
                }
                None => {}
            }
        }
        Ok(())
    }

    fn record(&mut self, place: &dyn Display, record: &Record) -> Result<(), ImportError> {
        let (RecordOf::Kind(of) | RecordOf::Duty(of)) = &record.of;
        self.text(place, ".of", &of.0)?;
        self.past(place, "held_on", Some(record.held_on));
        if let Some(year) = record.belongs_to_year {
            self.year(place, "belongs_to_year", year)?;
        }
        for (given, number) in &record.numbers {
            let name = typed_json::value_of(given).unwrap_or_default();
            let name = name.as_str().unwrap_or_default();
            // The limits are those of what a user can mean, so half hours are held to theirs in
            // hours.
            let ones = number.div_ceil(given.unit().in_one());
            self.number(&format_args!("{place}.numbers.{name}"), ones)?;
        }
        for (text, written) in record.texts() {
            self.text(place, &format!(".{}", text.member()), written)?;
        }
        Ok(())
    }

    fn missed(&mut self, place: &dyn Display, missed: &Missed) -> Result<(), ImportError> {
        self.text(place, ".duty", &missed.duty.0)?;
        if let Span::Term(end) = missed.span {
            self.date(place, "span", Some(end), &YEARS);
        }
        self.text(place, ".reason", &missed.reason)
    }

    fn rectification(
        &mut self,
        place: &dyn Display,
        one: &Rectification,
    ) -> Result<(), ImportError> {
        match &one.origin {
            Origin::Indicator(item) => self.text(place, ".origin", &item.0)?,
            Origin::Signal(mechanism, field) => {
                self.text(place, ".origin", &mechanism.0)?;
                self.text(place, ".origin", field)?;
            }
            Origin::WalkThrough(_) | Origin::Review | Origin::Other => {}
        }
        self.text(place, ".problem", &one.problem)?;
        self.text(place, ".who", &one.who)?;
        self.text(place, ".measure", &one.measure)?;
        self.text(place, ".result", &one.result)?;
        self.date(place, "until", one.until, &YEARS);
        self.past(place, "found_on", Some(one.found_on));
        self.past(place, "assigned_on", one.assigned_on);
        self.past(place, "resolved_on", one.resolved_on);
        self.past(place, "closed_on", one.closed_on);
        Ok(())
    }

    fn review(&mut self, place: &dyn Display, one: &Review) -> Result<(), ImportError> {
        if let Some(item) = &one.item {
            self.text(place, ".item", &item.0)?;
        }
        if let Some(Found::Points(points)) = one.found {
            self.number(&format_args!("{place}.found.points"), points)?;
        }
        self.text(place, ".remark", &one.remark)?;
        self.text(place, ".order", &one.order)?;
        self.text(place, ".by", &one.by)?;
        self.date(place, "until", one.until, &YEARS);
        self.past(place, "closed_on", one.closed_on);
        Ok(())
    }

    fn card(&mut self, place: &dyn Display, card: &Card) -> Result<(), ImportError> {
        self.text(place, ".mechanism", &card.mechanism.0)?;
        self.year(place, "year", card.year)?;
        self.text(place, ".title", &card.title)?;
        self.amount(
            &format_args!("{place}.values"),
            card.values.len(),
            MOST_OF_A_CARD,
        )?;
        for (key, value) in &card.values {
            self.text(&format_args!("{place}.values"), "", key)?;
            let place = format_args!("{place}.values.{key}");
            match value {
                FieldValue::Text(text) | FieldValue::Choice(text) => self.text(&place, "", text)?,
                FieldValue::Number(number) => self.field_number(&place, *number)?,
                FieldValue::Date(date) => self.date(&place, "date", Some(*date), &PAPER_YEARS),
                FieldValue::Checked(_) => {}
            }
        }
        self.amount(
            &format_args!("{place}.steps"),
            card.steps.len(),
            MOST_OF_A_CARD,
        )?;
        for (key, step) in &card.steps {
            self.text(&format_args!("{place}.steps"), "", key)?;
            let place = format_args!("{place}.steps.{key}");
            self.amount(&format_args!("{place}.on"), step.on.len(), MOST_OF_A_CARD)?;
            for (index, day) in step.on.iter().enumerate() {
                self.date(&place, &format!("on[{index}]"), Some(*day), &YEARS);
            }
            self.text(&place, ".line", &step.line)?;
        }
        self.amount(
            &format_args!("{place}.links"),
            card.links.len(),
            MOST_OF_A_CARD,
        )?;
        self.date(place, "closed_on", card.closed_on, &YEARS);
        Ok(())
    }

    fn field_number(&self, place: &dyn Display, number: u32) -> Result<(), ImportError> {
        if number <= HIGHEST_FIELD_NUMBER || self.strictness == Strictness::Keeping {
            return Ok(());
        }
        let (found, highest) = (i64::from(number), i64::from(HIGHEST_FIELD_NUMBER));
        Err(out_of_range(place, found, highest))
    }

    fn year(&self, place: &dyn Display, name: &str, year: i32) -> Result<(), ImportError> {
        if YEARS.contains(&year) || self.strictness == Strictness::Keeping {
            return Ok(());
        }
        Err(ImportError::OutOfRange {
            place: format!("{place}.{name}"),
            found: i64::from(year),
            lowest: i64::from(*YEARS.start()),
            highest: i64::from(*YEARS.end()),
        })
    }
}
