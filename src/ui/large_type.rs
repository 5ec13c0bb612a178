//! The switch for large type (大字、长辈模式) at the end of the bar, for the first start: whoever needs it
//! cannot look for it first.
//!
//! Not here: the same switch among the other settings (`pages::me`).

use super::speech::texts;
use crate::app::state::AppState;
use leptos::prelude::*;

/// Switches large type on and off at once.
#[component]
pub fn LargeType() -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().start);
    let elder = Memo::new(move |_| state.workspace.with(|one| one.settings.elder));
    let change = move |_| state.edit_settings(|settings| settings.elder = !settings.elder);
    view! {
        <button
            type="button"
            class="button moves"
            aria-pressed=move || elder.get().to_string()
            on:click=change
        >
            {words.larger}
            <span class="unseen">{words.larger_mode}</span>
        </button>
    }
}
