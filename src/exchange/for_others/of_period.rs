//! Which entries of the ledger are of a period (属于这一期): those that its result is judged from, and
//! what was or is to be made good.
//!
//! Not here: which of them are private to the user.

use crate::assessment::Organization;
use crate::duty::occurrences;
use crate::ledger::{EntryBody, Record, RecordOf};
use crate::period::{Quarter, Span};
use crate::standard::{Duty, Fulfilment, ItemId, StandardPack};

/// A period, and what reaches into its year from before.
pub(super) struct OfPeriod<'a> {
    period: Quarter,
    reaching: Vec<(&'a Duty, Span)>,
}

impl<'a> OfPeriod<'a> {
    pub(super) fn new(
        period: Quarter,
        organization: &Organization,
        pack: Option<&'a StandardPack>,
    ) -> Self {
        let year = period.year();
        let duties = pack.into_iter().flat_map(|pack| &pack.checklist.duties);
        let reaching = duties.flat_map(|duty| {
            [year - 1, year]
                .into_iter()
                .flat_map(|of| occurrences(duty, of, organization.term_end))
                .filter(|one| one.closes.year() == year && one.span.first_day().year() < year)
                .map(|one| (duty, one.span))
                .collect::<Vec<_>>()
        });
        Self {
            period,
            reaching: reaching.collect(),
        }
    }

    /// The year of the period.
    pub(super) fn year(&self) -> i32 {
        self.period.year()
    }

    /// Whether an entry is of the period: what counts from the beginning of its year to its end, or
    /// for a duty of the year before that is due until this one (组织生活会 until March); a card that
    /// was open in the year; and a problem that was not closed before it.
    pub(super) fn holds(&self, body: &EntryBody) -> bool {
        let (year, last) = (self.period.year(), self.period.last_day());
        match body {
            EntryBody::Record(one) => {
                (one.year() == year && one.counted_on() <= last) || self.reaches(one)
            }
            EntryBody::Missed(one) => {
                let in_year = one.span.year() == year && one.span.first_day() <= last;
                let mut reaching = self.reaching.iter();
                in_year || reaching.any(|(duty, span)| duty.id == one.duty && *span == one.span)
            }
            EntryBody::Rectification(one) => match one.closed_on {
                None => true,
                Some(closed) => closed.year() == year || one.found_on.year() == year,
            },
            EntryBody::Review(one) => one.period == self.period,
            EntryBody::Reply(one) => one.period == self.period,
            EntryBody::Card(one) => {
                one.year <= year && one.closed_on.is_none_or(|closed| closed.year() >= year)
            }
        }
    }

    /// Whether a record does a duty of the year before that is due until this one.
    fn reaches(&self, record: &Record) -> bool {
        let mut reaching = self.reaching.iter();
        // A term of office goes by the day alone, as where duties are judged.
        let day = |span: &Span| match span {
            Span::Term(_) => record.held_on,
            _ => record.counted_on(),
        };
        reaching.any(|(duty, span)| does(record, duty) && span.holds(day(span)))
    }
}

fn does(record: &Record, duty: &Duty) -> bool {
    let among = |kinds: &[ItemId]| match &record.of {
        RecordOf::Kind(kind) => kinds.contains(kind),
        RecordOf::Duty(_) => false,
    };
    match &duty.done_by {
        Fulfilment::Tick => record.of == RecordOf::Duty(duty.id.clone()),
        Fulfilment::Records(kinds) => among(kinds),
        Fulfilment::Hours { of, one_of, .. } => among(of) || among(one_of),
        Fulfilment::Cards(_) => false,
    }
}
