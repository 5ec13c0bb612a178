//! A part of a record (记录的一栏), for all that shows one.
//!
//! Not here: the page of a record (`record`).

use crate::app::state::AppState;
use crate::ledger::{Record, RecordOf};
use crate::standard::{Checklist, RecordKind};
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

/// What a record is about (记的是什么), and `None` if there is no such record. It never changes as long
/// as the record is there; what a page shows of it listens for the rest.
pub fn about(state: AppState, id: Uuid) -> Memo<Option<RecordOf>> {
    part_of(state, id, |record| record.of.clone())
}

/// The kind of a record; `None` of a duty that is only ticked.
pub fn kind_of(of: &RecordOf, checklist: &Checklist) -> Option<RecordKind> {
    match of {
        RecordOf::Kind(kind) => checklist.record_kind(kind).cloned(),
        RecordOf::Duty(_) => None,
    }
}
