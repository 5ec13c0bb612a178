//! 帮助: how the app is used, what is asked most often, how to put it on the home screen, and the
//! way to the hard words. It needs neither a network nor an organisation.
//!
//! Not here: what hard words mean (`glossary`).

mod glossary;

pub use glossary::{GlossaryPage, TermPage};

use crate::app::state::AppState;
use crate::help::glossary::terms;
use crate::text::help::WHY_NO_STAR;
use crate::ui::components::{FoldList, FoldRow, LinkList, ListLink};
use crate::ui::home_reminder::Install;
use crate::ui::route::Route;
use crate::ui::speech::texts;
use leptos::prelude::*;

/// How the app is used.
#[component]
pub fn HelpPage() -> impl IntoView {
    let texts = texts();
    let words = &texts.help;
    let steps = words.steps.iter().map(|step| view! { <li>{*step}</li> });
    let pack = AppState::expect().pack.get_untracked();
    let has_stars = pack.is_none_or(|pack| pack.calls_them_stars());
    let own_name = texts.other_names.why_not_enough;
    let questions = words.questions.into_iter().enumerate();
    let questions = questions.map(|(place, asked)| {
        let (question, answer) = match place == WHY_NO_STAR && !has_stars {
            true => own_name,
            false => asked,
        };
        view! {
            <FoldRow title=question>
                <p>{answer}</p>
            </FoldRow>
        }
    });
    let questions = questions.collect_view();
    let count = (words.words_subtitle)(terms().len());
    view! {
        <h2>{words.steps_title}</h2>
        <ol class="card help-steps">{steps.collect_view()}</ol>
        <h2>{words.questions_title}</h2>
        <FoldList>{questions}</FoldList>
        <LinkList>
            <ListLink title=texts.me.words href=Route::Glossary.to_string() subtitle=count />
        </LinkList>
        <h2>{words.install_title}</h2>
        <Install />
        <p class="hint">{texts.common.reference_only}</p>
    }
}
