//! Looking something up in lists that other cards hold (查清单), while a card is filled in.
//!
//! Not here: what is found (`duty::look_up`).

use super::kept::OfField;
use crate::app::state::AppState;
use crate::duty::look_up;
use crate::standard::ItemId;
use crate::ui::components::{ButtonLink, TextField, Weight};
use crate::ui::route::Route;
use crate::ui::speech::texts;
use leptos::prelude::*;

/// How many lines are shown.
const SHOWN: usize = 12;

/// A field for words, and the lines of the lists that have them.
#[component]
pub fn Lookup(
    /// Which field it is.
    field: OfField,
    /// The mechanism whose cards hold the lists.
    of: ItemId,
) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().reading);
    let query = RwSignal::new(String::new());
    let write = Callback::new(move |text: String| query.set(text));
    let has_lists = {
        let of = of.clone();
        Memo::new(move |_| state.ledger.with(|ledger| !ledger.cards_of(&of).is_empty()))
    };
    let href = Route::Mechanism(of.clone()).to_string();
    let found = move || {
        let query = query.get();
        if query.trim().is_empty() {
            return ().into_any();
        }
        let found = state.ledger.with(|ledger| look_up(ledger, &of, &query));
        if found.is_empty() {
            let none = match has_lists.get() {
                true => words.lookup_none,
                false => words.lookup_no_lists,
            };
            return view! { <p>{none}</p> }.into_any();
        }
        let count = found.len();
        let lines = found.into_iter().take(SHOWN);
        let lines = lines.map(|one| view! { <li>{one.line}</li> });
        view! {
            <p>{(words.lookup_found)(count)}</p>
            <ul class="reasons">{lines.collect_view()}</ul>
        }
        .into_any()
    };
    let label = move || match has_lists.get() {
        true => words.lookup_see,
        false => words.lookup_enter,
    };
    view! {
        <section class="form-block">
            <TextField label=field.label hint=field.hint value=query on_input=write />
            <div role="status">{found}</div>
            {move || view! { <ButtonLink label=label() href=href.clone() weight=Weight::Quiet /> }}
        </section>
    }
}
