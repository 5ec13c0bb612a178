//! One tap that records something and opens its page (记一次).
//!
//! Not here: what a record holds (`ledger`), and where it is written about (`pages::records`).

use super::navigation::Navigation;
use super::route::Route;
use crate::app::state::AppState;
use crate::duty::Occurrence;
use crate::ledger::RecordOf;
use uuid::Uuid;

/// Records and opens the page of the record. It is a handle; made where the page is made.
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
            self.open(self.state.record(of, today, None));
        }
    }

    /// Records something for one time that a duty is to be done.
    pub fn for_occurrence(self, of: RecordOf, occurrence: Occurrence) {
        if let Some(today) = self.state.today() {
            let held_on = occurrence.day_to_record(today);
            self.open(self.state.record(of, held_on, Some(occurrence.span)));
        }
    }

    fn open(self, record: Option<Uuid>) {
        if let Some(id) = record {
            self.navigation.go(&Route::Record(id));
        }
    }
}
