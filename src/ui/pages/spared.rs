//! What the facts of an organisation spare (因此不用查): the items that do not apply, each with the
//! fact that decides it.
//!
//! Not here: what is spared, and by what (`assessment`).

use crate::app::state::AppState;
use crate::assessment::{Spared, SparedBy, spared};
use crate::text::basis_words::full_day;
use crate::text::{Language, list};
use crate::ui::components::ButtonLink;
use crate::ui::route::Route;
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;

/// What the facts of the open organisation spare, as a list that follows every change.
#[component]
pub fn SparedItems() -> impl IntoView {
    let (state, texts, language) = (AppState::expect(), texts(), language());
    let words = &texts.me;
    let lines = Memo::new(move |_| {
        let pack = state.pack_in_force.get();
        state
            .organization
            .with(|organization| match (organization, &pack) {
                (Some(organization), Some(pack)) => {
                    let found = spared(organization, pack, state.today()).into_iter();
                    found.map(|one| in_words(one, language)).collect()
                }
                _ => Vec::new(),
            })
    });
    let list = move || {
        let lines = lines.get();
        if lines.is_empty() {
            return view! { <p class="hint">{words.spared_none}</p> }.into_any();
        }
        let rows = lines.into_iter().map(|(what, why)| {
            view! { <li><p>{what}</p><p class="hint">{why}</p></li> }
        });
        view! { <ul class="stack-tight">{rows.collect_view()}</ul> }.into_any()
    };
    view! {
        <section class="card stack-tight">
            <h2>{words.spared_title}</h2>
            <div aria-live="polite">{list}</div>
            <ButtonLink label=words.local_link href=Route::Local.to_string() />
        </section>
    }
}

/// What is spared, and why, in words.
fn in_words(spared: Spared<'_>, language: Language) -> (String, String) {
    let texts = language.texts();
    let names = spared.items.into_iter().map(|title| say(title, language));
    let why = match spared.why {
        SparedBy::Facts(facts) => {
            let facts = facts.into_iter();
            let words = facts.map(|(fact, number)| texts.facts.fact(fact, number));
            (texts.me.spared_because)(list(words, language))
        }
        SparedBy::TermRunsUntil(end) => (texts.me.spared_term)(full_day(end, texts)),
    };
    (list(names, language), why)
}
