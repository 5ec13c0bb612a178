//! 更多工作机制: what can be switched on, by what is done with it, with a search; what is on stands
//! folded at the end.
//!
//! Not here: what is found (`help::offered`), and what a mechanism asks.

mod one;

use crate::app::state::AppState;
use crate::help::offered::offered;
use crate::standard::Mechanism;
use crate::ui::components::{Disclosure, HeldInput};
use crate::ui::speech::{language, texts};
use leptos::prelude::*;
use one::One;
use std::sync::Arc;

/// The id of the field, for its label.
const FIELD: &str = "offered-field";

/// What can be switched on.
#[component]
pub fn OfferedPage() -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().offered);
    state.want_all_mechanisms();
    let query = RwSignal::new(String::new());
    let write = Callback::new(move |text: String| query.set(text));
    // What was off when the page was opened stays where it is when it is switched on, or the user
    // could not see what the tap did.
    let parted = Memo::new(move |_| {
        state.pack.track();
        let (on, off): (Vec<Mechanism>, Vec<Mechanism>) =
            applicable(state).into_iter().partition(|one| one.enabled);
        Arc::new((off, on))
    });
    let in_use = Signal::derive(move || (words.in_use)(parted.with(|parted| parted.1.len())));
    view! {
        <p class="hint">{words.hint}</p>
        <search class="stack-tight">
            <label for=FIELD>{words.search}</label>
            <HeldInput
                id=FIELD
                kind="search"
                in_grey=words.search_grey
                value=query
                on_input=write
            />
        </search>
        {move || {
            let parted = parted.get();
            view! { <Groups off=parted query=query.get() /> }
        }}
        <Disclosure summary=in_use>
            {move || {
                let rows = parted.get().1.clone().into_iter();
                rows.map(|mechanism| view! { <One mechanism=mechanism /> }).collect_view()
            }}
        </Disclosure>
    }
}

/// The mechanisms that apply to the organisation, as they are now.
fn applicable(state: AppState) -> Vec<Mechanism> {
    let facts = state
        .organization
        .with_untracked(|one| one.as_ref().map(|one| one.facts))
        .unwrap_or_default();
    state.pack_in_force.with_untracked(|pack| {
        let all = pack.iter().flat_map(|pack| &pack.checklist.mechanisms);
        all.filter(|one| one.applies_to(&facts)).cloned().collect()
    })
}

/// Those of the first list that the query finds, by what is done with them.
#[component]
fn Groups(off: Arc<(Vec<Mechanism>, Vec<Mechanism>)>, query: String) -> impl IntoView {
    let words = &texts().offered;
    let groups = offered(&off.0, &query, language());
    if groups.is_empty() && !query.trim().is_empty() {
        return view! {
            <p class="hint" role="status">
                {words.found_none}
            </p>
        }
        .into_any();
    }
    let groups = groups.into_iter().map(|(act, own)| {
        let rows = own.into_iter().cloned();
        let rows = rows
            .map(|mechanism| view! { <One mechanism=mechanism /> })
            .collect_view();
        view! {
            <section>
                <h2>{words.act(act)}</h2>
                {rows}
            </section>
        }
    });
    groups.collect_view().into_any()
}
