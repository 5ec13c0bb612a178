//! One tap that records something and opens its page (记一次).
//!
//! Not here: what a record holds (`ledger`), and where it is written about (`pages::records`).

use super::root::Navigation;
use super::route::Route;
use crate::app::state::AppState;
use crate::duty::Occurrence;
use crate::ledger::RecordOf;
use crate::period::CivilDate;
use crate::standard::{Duty, Fulfilment, ItemId};
use uuid::Uuid;

/// Records and opens the page of the record. It is a handle; made where the page is made.
#[derive(Clone, Copy)]
pub struct Recorder {
    state: AppState,
    navigation: Navigation,
}

/// What shows that a duty is done, as a thing to tap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Showing {
    /// It is recorded, as a kind of record or as done.
    Record(RecordOf),
    /// One of several kinds shows it; they are offered on the page of the duty.
    OneOf(Vec<ItemId>),
    /// A card of this mechanism shows it.
    Card(ItemId),
}

impl Showing {
    /// What shows that this duty is done.
    pub fn of(duty: &Duty) -> Self {
        match &duty.done_by {
            Fulfilment::Tick => Self::Record(RecordOf::Duty(duty.id.clone())),
            Fulfilment::Records(of) | Fulfilment::Hours { of, .. } => match &of[..] {
                [kind] => Self::Record(RecordOf::Kind(kind.clone())),
                several => Self::OneOf(several.to_vec()),
            },
            Fulfilment::Cards(mechanism) => Self::Card(mechanism.clone()),
        }
    }
}

impl Recorder {
    /// The recorder of the app around this component.
    pub fn expect() -> Self {
        Self {
            state: AppState::expect(),
            navigation: Navigation::expect(),
        }
    }

    /// Records something today.
    pub fn today(self, of: RecordOf) {
        if let Some(today) = self.state.today() {
            self.open(self.state.record(of, today, None));
        }
    }

    /// Records something for one time that a duty is to be done.
    pub fn for_occurrence(self, of: RecordOf, occurrence: Occurrence) {
        if let Some(today) = self.state.today() {
            let held_on = day_for(occurrence, today);
            self.open(self.state.record(of, held_on, Some(occurrence.span)));
        }
    }

    fn open(self, record: Option<Uuid>) {
        if let Some(id) = record {
            self.navigation.go(&Route::Record(id));
        }
    }
}

/// The day that is entered at first: today, where it counts for the span; the last day of the span
/// where the span is over, so that what was held in October and is recorded in November counts for
/// October. Her page says that the day is to be looked at.
fn day_for(occurrence: Occurrence, today: CivilDate) -> CivilDate {
    let span = occurrence.span;
    // What may be done in the next year still counts for its own: the record says for which.
    let goes_over = occurrence.closes.year() > span.year();
    if goes_over || span.holds(today) {
        today
    } else {
        span.last_day().min(today)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::period::Span;

    #[test]
    fn a_record_for_an_earlier_span_is_entered_within_it() {
        fn check(span: &str, closes: &str, today: &str, expected: &str) {
            let span: Span = span.parse().unwrap();
            let occurrence = Occurrence {
                span,
                opens: span.first_day(),
                closes: closes.parse().unwrap(),
            };
            let found = day_for(occurrence, today.parse().unwrap());
            assert_eq!(found.to_string(), expected, "{span} {today}");
        }

        check("2026-11", "2026-11-30", "2026-11-21", "2026-11-21");
        check("2026-10", "2026-10-31", "2026-11-21", "2026-10-31");
        check("2026Q3", "2026-09-30", "2026-11-21", "2026-09-30");
        check("2025-12", "2025-12-31", "2026-01-03", "2025-12-31");
        check("2026", "2027-03-31", "2027-02-10", "2027-02-10");
        check("2026", "2026-02-28", "2026-11-21", "2026-11-21");
        check("2027-01", "2027-01-31", "2026-12-30", "2026-12-30");
    }
}
