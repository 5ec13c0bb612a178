//! 最近的改动: what can be taken back, the newest first. Each is taken back in its turn.
//!
//! Not here: how anything is taken back (`app::undo`), and what it is called (`deed_words`).

use crate::app::state::AppState;
use crate::ui::components::{Button, EmptyState};
use crate::ui::deed_words::step_sentence;
use crate::ui::icons::IconName;
use crate::ui::speech::{language, texts};
use leptos::prelude::*;

/// What can be taken back.
#[component]
pub fn ChangesPage() -> impl IntoView {
    let (state, texts, language) = (AppState::expect(), texts(), language());
    let words = &texts.saving;
    let take_back = Callback::new(move |()| state.undo_last());
    let rows = move || {
        let said: Vec<String> = state.undo.with(|stack| {
            let steps = stack.newest_first();
            steps
                .map(|step| step_sentence(step, state, language))
                .collect()
        });
        if said.is_empty() {
            return view! { <EmptyState text=words.changes_none /> }.into_any();
        }
        let rows = said.into_iter().enumerate().map(|(place, said)| {
            let label = texts.common.button_undo;
            let spoken = format!("{label} {said}");
            // One after the other: what came later may rest on what came before.
            let button = (place == 0).then(|| {
                view! {
                    <Button label=label spoken=spoken icon=IconName::Undo on_press=take_back />
                }
            });
            view! {
                <li class="agenda-row">
                    <span class="agenda-what">{said}</span>
                    {button}
                </li>
            }
        });
        view! { <ul class="agenda">{rows.collect_view()}</ul> }.into_any()
    };
    view! {
        <p class="hint">{words.changes_hint}</p>
        {rows}
    }
}
