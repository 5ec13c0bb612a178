//! 搜索: a field, and what was found while it is written in, by group.
//!
//! Not here: what is found (`help::search`).

mod found;

use crate::app::state::AppState;
use crate::help::search::search;
use crate::ui::components::HeldInput;
use crate::ui::searched_for::SearchedFor;
use crate::ui::speech::{language, texts};
use found::Groups;
use leptos::html;
use leptos::prelude::*;

/// The id of the field, for its label.
const FIELD: &str = "search-field";

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
    let status = move || {
        let asked = query.with(|query| !query.trim().is_empty());
        let count = hits.with(|hits| hits.as_ref().map_or(0, Vec::len));
        match (asked, count) {
            (false, _) => words.search_hint.to_owned(),
            (true, 0) => words.found_none.to_owned(),
            (true, count) => (words.found)(count),
        }
    };
    let field = NodeRef::<html::Input>::new();
    field.on_load(move |field| {
        // Whoever comes back from what was found wants the list, and not the keyboard over it.
        if query.with_untracked(String::is_empty) {
            request_animation_frame(move || {
                let _ = field.focus();
            });
        }
    });
    let write = Callback::new(move |text: String| query.set(text));
    view! {
        <search class="stack-tight">
            <label for=FIELD>{words.search_label}</label>
            <HeldInput id=FIELD kind="search" value=query on_input=write node=field />
            <p class="hint" role="status">
                {status}
            </p>
        </search>
        {move || view! { <Groups hits=hits.get().unwrap_or_default() query=query.get() /> }}
    }
}
