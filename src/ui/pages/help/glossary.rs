//! 名词解释: every hard word with its meaning, and one of them alone.
//!
//! Not here: the words where they stand in a text (`meaning`).

use crate::help::glossary::{Term, term, terms};
use crate::ui::components::{ButtonLink, EmptyState};
use crate::ui::meaning::TermBody;
use crate::ui::route::Route;
use crate::ui::speech::{language, texts};
use leptos::prelude::*;

/// Every hard word with its meaning; the marks of certainty stand apart.
#[component]
pub fn GlossaryPage() -> impl IntoView {
    let list = |is_mark: bool| {
        let chosen = terms().iter().filter(move |one| one.is_mark() == is_mark);
        let views = chosen.map(|one| view! { <Entry term=one /> });
        view! { <dl class="card glossary">{views.collect_view()}</dl> }
    };
    view! {
        {list(false)}
        <h2>{texts().help.words_marks}</h2>
        {list(true)}
    }
}

#[component]
fn Entry(term: &'static Term) -> impl IntoView {
    let language = language();
    view! {
        <div>
            <dt>{term.name_in(language)}</dt>
            <dd>{term.meaning_in(language)}</dd>
        </div>
    }
}

/// One hard word.
#[component]
pub fn TermPage(
    /// Its key.
    id: String,
) -> impl IntoView {
    let language = language();
    let all = view! {
        <ButtonLink label=texts().me.words href=Route::Glossary.to_string() />
    };
    match term(&id) {
        Some(term) => view! {
            <section class="card">
                <h2>{term.name_in(language)}</h2>
                <TermBody term=term />
            </section>
            {all}
        }
        .into_any(),
        None => view! { <EmptyState text=texts().help.found_none>{all}</EmptyState> }.into_any(),
    }
}
