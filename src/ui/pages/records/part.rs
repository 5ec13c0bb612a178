//! A part of a record (记录的一栏), for all that shows one.
//!
//! Not here: the page of a record (`record`).

use crate::app::state::AppState;
use crate::ledger::Record;
use leptos::prelude::*;
use uuid::Uuid;

/// A part of a record, kept up to date.
pub fn part_of<Value: Send + Sync + Clone + PartialEq + 'static>(
    state: AppState,
    id: Uuid,
    part: impl Fn(&Record) -> Value + Send + Sync + 'static,
) -> Memo<Option<Value>> {
    Memo::new(move |_| {
        let ledger = state.ledger.get();
        ledger.records.get(&id).map(&part)
    })
}
