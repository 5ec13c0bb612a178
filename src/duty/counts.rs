//! How often something was done by the end of a period (实几次), counted from the records, for the
//! counted indicators of the basics.
//!
//! Two meetings in one month do not make up for a month without one: in each span no more count than
//! were due. Not here: what the count amounts to (`assessment`).

use super::standing::Begun;
use crate::ledger::{Ledger, RecordOf};
use crate::ordered_map::OrderedMap;
use crate::period::{CivilDate, Quarter, Span};
use crate::standard::{AnswerKind, Indicator, ItemId, StandardPack};

/// What the records of a year come to, by indicator. An indicator without records is not in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recorded(pub OrderedMap<ItemId, RecordedCount>);

/// What the records say about one counted indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecordedCount {
    /// How often it was done (实几次), no more in each span than were due in it.
    pub done: u32,
    /// How many records there are, all counted.
    pub records: u32,
    /// How often it was due before the ledger was begun and has no record: nobody knows whether it
    /// was done then, so that it is not called missing.
    pub unknown: u32,
}

/// Counts the records of the year of `period` up to its end. What was due before `begun` may have
/// been done and not been written down.
pub fn recorded(pack: &StandardPack, ledger: &Ledger, period: Quarter, begun: Begun) -> Recorded {
    let indicators = pack.basics.iter().flat_map(|basic| &basic.indicators);
    let counts = indicators.filter_map(|indicator| {
        let AnswerKind::Count { times } = indicator.answer else {
            return None;
        };
        let days = days_of(pack, ledger, indicator, period);
        if days.is_empty() {
            return None;
        }
        let spans = Span::of_year(indicator.frequency, period.year(), None);
        let records = u32::try_from(days.len()).unwrap_or(u32::MAX);
        let in_span = |span: &Span| {
            let found = days.iter().filter(|day| span.holds(**day)).count();
            u32::try_from(found).unwrap_or(u32::MAX).min(times)
        };
        let before = |span: &&Span| span.last_day() < begun.0;
        let count = RecordedCount {
            done: match spans[..] {
                [] => records,
                _ => spans.iter().map(in_span).sum(),
            },
            records,
            unknown: spans
                .iter()
                .filter(before)
                .map(|span| times - in_span(span))
                .sum(),
        };
        Some((indicator.id.clone(), count))
    });
    Recorded(counts.collect())
}

/// The days of the records that count for an indicator.
fn days_of(
    pack: &StandardPack,
    ledger: &Ledger,
    indicator: &Indicator,
    period: Quarter,
) -> Vec<CivilDate> {
    let kinds: Vec<&ItemId> = pack
        .checklist
        .records
        .iter()
        .filter(|kind| kind.counts_for.contains(&indicator.id))
        .map(|kind| &kind.id)
        .collect();
    if kinds.is_empty() {
        return Vec::new();
    }
    ledger
        .records
        .values()
        .filter(|record| matches!(&record.of, RecordOf::Kind(kind) if kinds.contains(&kind)))
        .filter(|record| record.year() == period.year())
        .map(|record| record.counted_on())
        .filter(|day| *day <= period.last_day())
        .collect()
}
