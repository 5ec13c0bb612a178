//! ＋ between the tabs: from every page to what can be recorded.
//!
//! Not here: what can be (`pages::records`).

use crate::app::state::AppState;
use crate::ui::icons::{Icon, IconName};
use crate::ui::navigation::{Navigation, OnSheet};
use crate::ui::parts::{Part, Parts};
use crate::ui::speech::texts;
use leptos::prelude::*;

/// The round button.
#[component]
pub fn AddButton() -> impl IntoView {
    let (state, navigation) = (AppState::expect(), Navigation::expect());
    let parts = Parts::expect();
    let is_shown = Memo::new(move |_| state.organization.with(Option::is_some));
    let open = move |_| {
        parts.want(Part::Pages, state);
        navigation.open_sheet(OnSheet::Kinds);
    };
    view! {
        <Show when=move || is_shown.get()>
            <button
                type="button"
                class="add-button moves"
                aria-label=texts().recording.add
                aria-haspopup="dialog"
                on:click=open
            >
                <Icon name=IconName::Plus />
            </button>
        </Show>
    }
}
