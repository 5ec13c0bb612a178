//! What may still have to be loaded with its part of the app (分块加载): a short line while it comes,
//! and what to do when it does not.
//!
//! Not here: what belongs to which part, and loading (`parts`, `split_points`).

use crate::app::state::AppState;
use crate::storage::SaveState;
use crate::ui::components::{Button, Notice, NoticeKind, Weight};
use crate::ui::parts::{Arrival, Part, Parts, Wanted};
use crate::ui::speech::texts;
use leptos::prelude::*;

/// A page, or a piece of one, as soon as its part is here.
#[component]
pub fn LazyPart(
    /// What is to be shown.
    wanted: Wanted,
) -> impl IntoView {
    let parts = Parts::expect();
    let part = wanted.part();
    parts.want(part, AppState::expect());
    let beside = wanted.stands_beside();
    move || match parts.arrival(part) {
        // What only stands beside something else has no line of its own while it is missing.
        Arrival::NotAsked | Arrival::OnItsWay | Arrival::Failed if beside => ().into_any(),
        Arrival::NotAsked | Arrival::OnItsWay => view! {
            <p class="hint" role="status" aria-busy="true">
                {texts().parts.waiting}
            </p>
        }
        .into_any(),
        Arrival::Here => parts
            .view(wanted.clone())
            .unwrap_or_else(|| view! { <NotHere part=part /> }.into_any()),
        Arrival::Failed => view! { <NotHere part=part /> }.into_any(),
    }
}

/// A piece that a page can do without until its part is here. The page does not ask for the part,
/// so that a start loads no more for it.
#[component]
pub fn WhenHere(
    /// What is to be shown.
    wanted: Wanted,
) -> impl IntoView {
    let parts = Parts::expect();
    let part = wanted.part();
    let is_here = Memo::new(move |_| parts.arrival(part) == Arrival::Here);
    move || is_here.get().then(|| parts.view(wanted.clone()))
}

/// The part could not be loaded: a weak signal, or a host that has only a newer version by now.
#[component]
fn NotHere(part: Part) -> impl IntoView {
    let (state, parts, words) = (AppState::expect(), Parts::expect(), &texts().parts);
    let retry = Callback::new(move |()| parts.want(part, state));
    let reload = Callback::new(move |()| {
        state.flush();
        // A browser that refuses leaves the user where the user is; there is nothing to say.
        let _ = window().location().reload();
    });
    // What is in memory alone would be lost.
    let kept = Memo::new(move |_| {
        let state = state.save_state.get();
        matches!(state, SaveState::Idle | SaveState::Saved)
    });
    view! {
        <Notice kind=NoticeKind::Error title=words.failed_title text=words.failed_text>
            <Button label=words.retry weight=Weight::Primary on_press=retry />
            <Show when=move || kept.get()>
                <p class="hint">{words.failed_reload}</p>
                <Button label=words.reload on_press=reload />
            </Show>
        </Notice>
    }
}
