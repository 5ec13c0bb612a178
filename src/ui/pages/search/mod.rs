//! 搜索: a field, and what was found while it is written in, by group.
//!
//! Not here: what is found (`help::search`).

mod found;

pub use found::Groups;

use crate::app::state::AppState;
use crate::help::search::search;
use crate::ui::components::SearchField;
use crate::ui::searched_for::SearchedFor;
use crate::ui::speech::{language, texts};
use leptos::html;
use leptos::prelude::*;

/// The search.
#[component]
pub fn SearchPage() -> impl IntoView {
    let (state, words, language) = (AppState::expect(), &texts().help, language());
    state.want_all_mechanisms();
    let query = SearchedFor::expect().query;
    let facts = Memo::new(move |_| {
        state
            .organization
            .with(|one| one.as_ref().map(|one| one.facts))
    });
    let hits = Memo::new(move |_| {
        let pack = state.pack_in_force.get()?;
        let (ledger, facts) = (state.ledger.get(), facts.get().unwrap_or_default());
        let found = query.with(|query| search(query, &pack, &facts, &ledger, language));
        Some(found)
    });
    let status = Signal::derive(move || {
        let asked = query.with(|query| !query.trim().is_empty());
        let count = hits.with(|hits| hits.as_ref().map_or(0, Vec::len));
        match asked {
            false => words.search_hint.to_owned(),
            true => found_words(count),
        }
    });
    let field = NodeRef::<html::Input>::new();
    field.on_load(move |field| {
        // Whoever comes back from what was found wants the list, and not the keyboard over it.
        if query.with_untracked(String::is_empty) {
            request_animation_frame(move || {
                let _ = field.focus();
            });
        }
    });
    view! {
        <SearchField label=words.search_label query=query status=status node=field />
        {move || view! { <Groups hits=hits.get().unwrap_or_default() query=query.get() /> }}
    }
}

/// How much was found, in words.
pub fn found_words(count: usize) -> String {
    let words = &texts().help;
    match count {
        0 => words.found_none.to_owned(),
        count => (words.found)(count),
    }
}
