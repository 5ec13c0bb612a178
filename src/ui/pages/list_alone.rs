//! What the pages of the assessment say where nothing is assessed (只有责任清单): that it is so, and
//! where the list is.
//!
//! Not here: the list (`agenda`).

use crate::app::state::AppState;
use crate::ui::components::{ActionRow, ButtonLink, EmptyState, Weight};
use crate::ui::route::Route;
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;

/// Whether nothing is assessed, so that there is no indicator to be shown, switched off or
/// compared. A page asks it once and hands it to its parts.
pub fn list_alone(state: AppState) -> Memo<bool> {
    let pack = state.pack_in_force;
    Memo::new(move |_| pack.with(|pack| pack.as_ref().is_some_and(|pack| pack.is_list_alone())))
}

/// Says that the organisation keeps a list of responsibilities alone, and leads to it.
#[component]
pub fn ListAlone() -> impl IntoView {
    let (state, texts, language) = (AppState::expect(), texts(), language());
    let note = state.pack.with_untracked(|pack| {
        let note = pack.as_ref().and_then(|pack| pack.stars_note.clone());
        note.map(|note| say(&note, language))
    });
    view! {
        <EmptyState text=note.unwrap_or_else(|| texts.home.list_alone.to_owned())>
            <ActionRow>
                <ButtonLink
                    label=texts.home.to_list
                    href=Route::Checklist.to_string()
                    weight=Weight::Primary
                />
                <ButtonLink label=texts.me.handouts href=Route::Handouts.to_string() />
            </ActionRow>
        </EmptyState>
    }
}
