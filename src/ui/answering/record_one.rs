//! The way from a counted indicator to its first record (去记一次).
//!
//! Not here: the record's own page (`pages::records`).

use crate::app::state::AppState;
use crate::duty::kind_that_fills;
use crate::ledger::RecordOf;
use crate::standard::ItemId;
use crate::ui::components::{Button, Weight};
use crate::ui::recording::Recorder;
use crate::ui::speech::texts;
use leptos::prelude::*;

/// Where nothing is recorded yet: a tap records what would fill it.
#[component]
pub fn RecordOne(
    /// The indicator.
    id: ItemId,
) -> impl IntoView {
    let state = AppState::expect();
    let recorder = Recorder::expect();
    let kind = state.pack_in_force.with_untracked(|pack| {
        let pack = pack.as_ref()?;
        let (_, indicator) = pack.indicator(&id)?;
        kind_that_fills(indicator, &pack.checklist).cloned()
    });
    kind.map(|kind| {
        let press = Callback::new(move |()| recorder.today(RecordOf::Kind(kind.clone())));
        let label = texts().duties.record_for_indicator;
        view! { <Button label=label weight=Weight::Quiet on_press=press /> }
    })
}
