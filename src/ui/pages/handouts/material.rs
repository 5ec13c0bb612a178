//! What the handouts of the open period are made of, and the file that goes along.
//!
//! Not here: gathering it (`app::material`).

use crate::app::VERSION;
use crate::app::material::{Reach, material};
use crate::app::sending::for_others;
use crate::app::state::AppState;
use crate::duty::RecordingSince;
use crate::exchange::export;
use crate::exchange::for_others::OwnPart;
use crate::handout::Material;
use crate::period::CivilDate;
use crate::sorted_set::SortedSet;
use crate::ui::devices::Devices;
use leptos::prelude::*;
use std::sync::Arc;

/// What the handouts of the open period are made of, with the own parts that the user takes in.
/// `None` if no period is open.
pub fn material_of(
    reach: Reach,
    included: RwSignal<SortedSet<OwnPart>>,
) -> Memo<Option<Arc<Material>>> {
    let (state, devices) = (AppState::expect(), Devices::expect());
    Memo::new(move |_| {
        // The pack may come later than the page.
        state.pack_in_force.track();
        let period = state
            .assessment
            .with(|one| one.as_ref().map(|one| one.id))?;
        let today = state.today()?;
        let begun = state
            .organization
            .with(|one| one.as_ref().map(|one| devices.day_of(one.created_at)))?;
        let since = RecordingSince(begun.unwrap_or(CivilDate::EARLIEST));
        let included = included.get();
        let found = state
            .workspace
            .with(|workspace| material(workspace, period, reach, &included, today, since));
        found.map(Arc::new)
    })
}

/// The file of the open period for others, with these own parts; `None` if it cannot be made.
pub fn file_of_period(
    state: AppState,
    included: RwSignal<SortedSet<OwnPart>>,
) -> Callback<(), Option<String>> {
    Callback::new(move |()| {
        let period = state
            .assessment
            .with_untracked(|one| one.as_ref().map(|one| one.id))?;
        let sent = included.with_untracked(|included| {
            state
                .workspace
                .with_untracked(|workspace| for_others(workspace, period, included))
        });
        export::for_others(&sent?, state.now_ms(), VERSION).ok()
    })
}
