//! 帮助: how the app is used, what is asked most often, how to put it on the home screen, and the
//! way to the hard words. It needs neither a network nor an organisation.
//!
//! Not here: what hard words mean (`glossary`).

mod glossary;

pub use glossary::{GlossaryPage, TermPage};

use crate::help::glossary::terms;
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
    let questions = words.questions.iter().map(|(question, answer)| {
        view! {
            <FoldRow title=*question>
                <p>{*answer}</p>
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
