//! 本地设置: the user's own changes to the pack, each shown as the user's and with the way back.
//!
//! Not here: the pack itself, which stays as it was issued (`standard`), and the local lines of
//! stars, which are entered where they are asked.

mod switches;
mod thresholds;

use crate::app::commands::Pace;
use crate::app::state::AppState;
use crate::app::undo::Deed;
use crate::assessment::LocalSettings;
use crate::ui::components::{Button, ButtonLink, EmptyState};
use crate::ui::icons::IconName;
use crate::ui::route::Route;
use crate::ui::speech::texts;
use leptos::prelude::*;

/// The local settings of the open organisation.
#[component]
pub fn LocalPage() -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.standard;
    // Only another organisation or another pack makes the page anew, not every change on it.
    let shown = Memo::new(move |_| {
        let id = state
            .organization
            .with(|one| one.as_ref().map(|one| one.id))?;
        Some((id, state.pack.get()?))
    });
    let changes = Memo::new(move |_| {
        state
            .organization
            .with(|one| one.as_ref().map_or(0, |one| one.local.judging_changes()))
    });
    let status = move || match changes.get() {
        0 => words.local_unchanged.to_owned(),
        count => (words.local_changed)(count),
    };
    let reset = Callback::new(move |()| {
        let deed = Deed::RestoredStandard(changes.get_untracked());
        state.edit_organization(deed, Pace::Now, |one| one.local.reset_judging());
    });
    move || {
        let Some((_, pack)) = shown.get() else {
            return view! {
                <EmptyState text=words.none>
                    <ButtonLink label=texts.me.first_organization href=Route::Start.to_string() />
                </EmptyState>
            }
            .into_any();
        };
        view! {
            <p class="hint">{words.local_intro}</p>
            <p role="status"><strong>{status}</strong></p>
            <Show when=move || changes.get() != 0>
                <Button label=words.local_reset icon=IconName::Undo on_press=reset />
            </Show>
            <thresholds::Thresholds pack=pack.clone() />
            <switches::Switches pack=pack />
        }
        .into_any()
    }
}

/// Changes the local settings of the open organisation.
fn change(state: AppState, pace: Pace, change: impl FnOnce(&mut LocalSettings)) {
    state.edit_organization(Deed::ChangedStandard, pace, |one| change(&mut one.local));
}

/// Reads the local settings of the open organisation.
fn local<Value: Default + Send + Sync + 'static>(
    state: AppState,
    read: impl Fn(&LocalSettings) -> Value + Send + Sync + 'static,
) -> Signal<Value> {
    Signal::derive(move || {
        state
            .organization
            .with(|one| one.as_ref().map(|one| read(&one.local)))
            .unwrap_or_default()
    })
}
