//! Recording something in place (记一次): one tap makes the record, and what there is to say about it
//! is asked over the page, which stays where it is.
//!
//! - [`AddButton`]: ＋ above the tabs.
//! - [`SheetHost`]: where what is asked lies.
//!
//! Not here: what a record holds (`ledger`), and what is asked about it (`pages`).

mod add;
mod host;

pub use add::AddButton;
pub use host::SheetHost;

use super::navigation::{Navigation, OnSheet};
use crate::app::state::AppState;
use crate::duty::{Occurrence, eligible_now};
use crate::ledger::{Given, RecordOf};
use crate::rectification::Origin;
use crate::sorted_map::SortedMap;
use leptos::prelude::*;
use uuid::Uuid;

/// Records and asks about the record over the page. It is a handle; made where the page is made.
#[derive(Clone, Copy)]
pub struct Recorder {
    state: AppState,
    navigation: Navigation,
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
            let numbers = self.known_numbers(&of);
            self.open(self.state.record_with(of, today, None, numbers));
        }
    }

    /// Records something for one time that a duty is to be done.
    pub fn for_occurrence(self, of: RecordOf, occurrence: Occurrence) {
        if let Some(today) = self.state.today() {
            let held_on = occurrence.day_to_record(today);
            let numbers = self.known_numbers(&of);
            let span = Some(occurrence.span);
            self.open(self.state.record_with(of, held_on, span, numbers));
        }
    }

    /// Notes a problem that was found today (记问题), in words that are known already or none.
    pub fn problem(self, origin: Origin, problem: String) {
        let begun = self.state.begin_rectification(origin, problem);
        if let Some(id) = begun {
            self.navigation.open_sheet(OnSheet::Rectification(id));
        }
    }

    fn open(self, record: Option<Uuid>) {
        if let Some(id) = record {
            self.navigation.open_sheet(OnSheet::Record(id));
        }
    }

    /// How many ought to be there, where that is known.
    fn known_numbers(self, of: &RecordOf) -> SortedMap<Given, u32> {
        let RecordOf::Kind(kind) = of else {
            return SortedMap::new();
        };
        let facts = self
            .state
            .organization
            .with_untracked(|one| one.as_ref().map(|one| one.facts))
            .unwrap_or_default();
        let eligible = self.state.pack_in_force.with_untracked(|pack| {
            let kind = pack.as_ref()?.checklist.record_kind(kind)?;
            let ledger = self.state.ledger.get_untracked();
            eligible_now(kind, &facts, &ledger)
        });
        let known = eligible.map(|number| (Given::Eligible, number));
        known.into_iter().collect()
    }
}
