//! The card at the top of the home page: the sentence, the one button (`next`), and the two
//! pictures.
//!
//! Not here: what else is to be done (`to_dos`).

use super::Seen;
use super::next::Next;
use crate::app::state::AppState;
use crate::text::Language;
use crate::ui::components::{BasicsPicture, ProgressLine, StarsPicture};
use crate::ui::pictures::{basic_parts, star_parts};
use crate::ui::situation_words::sentence;
use crate::ui::speech::{language, say};
use leptos::prelude::*;

/// Where the organisation stands, and what comes next.
#[component]
pub fn Summary(seen: Memo<Option<Seen>>) -> impl IntoView {
    let (state, language) = (AppState::expect(), language());
    let said = move || {
        let pack = state.pack_in_force.get()?;
        let seen = seen.get()?;
        Some(sentence(&seen.situation, &pack, language))
    };
    let touched = Memo::new(move |_| {
        seen.with(|seen| seen.as_ref().is_some_and(|seen| !seen.is_untouched()))
    });
    let next = Memo::new(move |_| seen.with(|seen| seen.as_ref().map(|seen| seen.up_next.clone())));
    view! {
        <section class="card home-summary">
            <h2 class="home-sentence">{said}</h2>
            <Show when=move || touched.get()>
                <HowFar />
            </Show>
            {move || next.get().map(|next| view! { <Next next=next /> })}
            <Show when=move || touched.get()>
                <Pictures />
            </Show>
        </section>
    }
}

/// How far it was looked at, as long as something is left.
#[component]
fn HowFar() -> impl IntoView {
    let state = AppState::expect();
    let progress = Memo::new(move |_| {
        let found = state.pack_in_force.get().zip(state.outcome.get());
        let found = found.map(|(pack, outcome)| outcome.progress(&pack));
        found.unwrap_or_default()
    });
    let (done, all) = (
        Signal::derive(move || progress.get().done),
        Signal::derive(move || progress.get().all),
    );
    view! {
        <Show when=move || { progress.get().left() > 0 }>
            <ProgressLine done=done all=all />
        </Show>
    }
}

#[component]
fn Pictures() -> impl IntoView {
    let (state, language) = (AppState::expect(), language());
    let (basics_name, stars_name) = part_names(state, language);
    let bars = basic_parts(state, language);
    let shapes = star_parts(state, language);
    view! {
        <Show when=move || bars.with(|bars| !bars.is_empty())>
            <BasicsPicture label=basics_name.clone() parts=bars />
        </Show>
        <StarsPicture label=stars_name parts=shapes />
    }
}

/// The names of the two parts, read aloud before the pictures.
fn part_names(state: AppState, language: Language) -> (String, String) {
    state.pack.with_untracked(|pack| match pack {
        Some(pack) => (
            say(&pack.names.basics, language),
            say(&pack.names.stars, language),
        ),
        None => Default::default(),
    })
}
