//! One mechanism with its tick, and the way to it once it is on.
//!
//! Not here: which of them are shown (`super`).

use crate::app::commands::Pace;
use crate::app::state::AppState;
use crate::assessment::{LocalSettings, Organization};
use crate::standard::Mechanism;
use crate::ui::components::{ButtonLink, Tick, Weight, tick_text};
use crate::ui::pages::agenda::change_duties;
use crate::ui::route::Route;
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;

/// One mechanism with its tick.
#[component]
pub fn One(
    /// The mechanism.
    mechanism: Mechanism,
) -> impl IntoView {
    let (state, language) = (AppState::expect(), language());
    let id = mechanism.id.clone();
    let own = id.clone();
    let usual = move |local: &LocalSettings| {
        state.pack.with(|pack| {
            let checklist = pack.as_ref().map(|pack| &pack.checklist);
            checklist.is_some_and(|checklist| {
                let issued = checklist.mechanism(&own).is_some_and(|one| one.enabled);
                issued || local.mechanisms_needed(checklist).contains(&own)
            })
        })
    };
    let usual = Memo::new(move |_| {
        let local = |one: &Option<Organization>| one.as_ref().is_some_and(|one| usual(&one.local));
        state.organization.with(local)
    });
    let own = id.clone();
    let on = Signal::derive(move || {
        state.organization.with(|one| {
            let chosen = one.as_ref().and_then(|one| one.local.mechanisms.get(&own));
            chosen.copied().unwrap_or_else(|| usual.get())
        })
    });
    let own = id.clone();
    let change = Callback::new(move |on: bool| {
        change_duties(state, Pace::Now, |local| {
            local.switch_mechanism(&own, on, usual.get_untracked());
        });
    });
    let (name, line) = (
        say(&mechanism.title, language),
        say(&mechanism.about, language),
    );
    let open = (texts().offered.open)(name.clone());
    let href = Route::Mechanism(id).to_string();
    view! {
        <Tick on=on on_change=change>{tick_text(name, line)}</Tick>
        <Show when=move || on.get()>
            <div class="row">
                <ButtonLink label=open.clone() href=href.clone() weight=Weight::Quiet />
            </div>
        </Show>
    }
}
