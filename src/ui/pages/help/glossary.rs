//! 名词解释: every hard word with its meaning, and one of them alone.
//!
//! Not here: the words where they stand in a text (`meaning`).

use crate::help::glossary::{Term, term, terms_with};
use crate::ui::components::{ButtonLink, EmptyState, HeldInput};
use crate::ui::meaning::TermBody;
use crate::ui::route::Route;
use crate::ui::speech::{language, texts};
use leptos::prelude::*;

/// The id of the field, for its label.
const FIELD: &str = "word-field";

/// Every hard word with its meaning; the marks of certainty stand apart.
#[component]
pub fn GlossaryPage() -> impl IntoView {
    let (words, language) = (&texts().help, language());
    let query = RwSignal::new(String::new());
    let write = Callback::new(move |text: String| query.set(text));
    let found = Memo::new(move |_| query.with(|query| terms_with(query, language)));
    let status = move || match found.with(Vec::len) {
        0 => words.found_none.to_owned(),
        count => (words.words_count)(count),
    };
    let list = move |is_mark: bool| {
        let chosen = found.get().into_iter();
        let chosen: Vec<&Term> = chosen.filter(|one| one.is_mark() == is_mark).collect();
        (!chosen.is_empty()).then(|| {
            let views = chosen.into_iter().map(|one| view! { <Entry term=one /> });
            view! {
                {is_mark.then(|| view! { <h2>{words.words_marks}</h2> })}
                <dl class="card glossary">{views.collect_view()}</dl>
            }
        })
    };
    view! {
        <search class="stack-tight">
            <label for=FIELD>{words.words_label}</label>
            <HeldInput id=FIELD kind="search" value=query on_input=write />
            <p class="hint" role="status">
                {status}
            </p>
        </search>
        {move || list(false)}
        {move || list(true)}
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
