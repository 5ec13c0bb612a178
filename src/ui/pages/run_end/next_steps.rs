//! What is worth doing next (接下来可以做), in words and with the way to it.
//!
//! Not here: which steps these are (`assessment::next_steps`).

use super::{basic_name, star_name};
use crate::app::state::AppState;
use crate::assessment::{NextStep, Part, next_steps};
use crate::standard::StandardPack;
use crate::text::Language;
use crate::ui::components::{LinkList, ListLink};
use crate::ui::route::Route;
use crate::ui::speech::{item_name, language, texts};
use leptos::prelude::*;

/// The three things that are worth doing next, each with the way to it.
#[component]
pub fn NextSteps() -> impl IntoView {
    let (state, words, language) = (AppState::expect(), &texts().assess, language());
    let steps = Memo::new(move |_| {
        let found = state.pack_in_force.get().zip(state.outcome.get());
        let steps = found.map(|(pack, outcome)| {
            let steps = state
                .ledger
                .with(|ledger| next_steps(&outcome, &pack, ledger));
            let in_words = |step: &NextStep| step_in_words(step, &pack, language);
            steps.iter().map(in_words).collect::<Vec<_>>()
        });
        steps.unwrap_or_default()
    });
    move || {
        let rows = steps.get().into_iter().map(|(title, why, route)| {
            view! { <ListLink title=title subtitle=why href=route.to_string() /> }.into_any()
        });
        let rows: Vec<AnyView> = rows.collect();
        (!rows.is_empty()).then(|| {
            view! {
                <h3>{words.end_next}</h3>
                <LinkList>{rows}</LinkList>
            }
        })
    }
}

/// A step in words: what it is, why, and where it is done.
fn step_in_words(
    step: &NextStep,
    pack: &StandardPack,
    language: Language,
) -> (String, String, Route) {
    let words = &language.texts().assess;
    match step {
        NextStep::Mend { id, must } => {
            let why = match must {
                true => words.end_mend_must,
                false => words.end_mend,
            };
            let title = (words.end_put_right)(item_name(pack, id, language));
            (title, why.to_owned(), Route::Indicator(id.clone()))
        }
        NextStep::LookAt { part, open } => {
            let (name, route) = match part {
                Part::Basic(key) => (basic_name(pack, key, language), Route::Basic(key.clone())),
                Part::Star(key) => (star_name(pack, key, language), Route::Star(key.clone())),
            };
            ((words.end_look_at)(name), (words.end_open)(*open), route)
        }
        NextStep::Vetoes(open) => {
            let title = words.end_vetoes.to_owned();
            (title, (words.end_vetoes_open)(*open), Route::Extras)
        }
        NextStep::Star { key, lacking } => {
            let title = (words.end_star)(star_name(pack, key, language));
            let why = (language.texts().reasons.star_short)(pack.points(*lacking));
            (title, why, Route::Star(key.clone()))
        }
    }
}
