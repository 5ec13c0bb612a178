//! Making rectifications of the rows of a card in one tap (列入整改).
//!
//! Not here: the way from one row to its rectification (`row`).

use super::kept::{OfField, read};
use crate::app::state::AppState;
use crate::standard::RowsForm;
use crate::ui::components::Button;
use crate::ui::speech::texts;
use leptos::prelude::*;
use std::sync::Arc;

/// The button for all rows of which nothing came yet; how many were begun is said afterwards.
#[component]
pub fn RectifyRows(
    /// Which field it is.
    field: OfField,
    /// What a row is.
    form: Arc<RowsForm>,
) -> impl IntoView {
    let Some(column) = form.rectify.clone() else {
        return ().into_any();
    };
    let (state, words) = (AppState::expect(), &texts().forms);
    let of = field.key.clone();
    let waiting = read(field.card, move |card| card.rows_to_rectify(&of, &column));
    let count = Memo::new(move |_| waiting.with(Vec::len));
    let begun = RwSignal::new(0);
    let begin = {
        let (id, key, step) = (field.id, field.key, form.rectify_step.clone());
        Callback::new(move |()| {
            let at = (key.as_str(), step.as_deref());
            begun.set(state.rectify_rows(id, at, &waiting.get_untracked()));
        })
    };
    let label = Signal::derive(move || (words.rectify_rows)(count.get()));
    let said = move || {
        let begun = begun.get();
        (begun > 0).then(|| view! { <p>{(words.rectified_rows)(begun)}</p> })
    };
    view! {
        <Show when=move || { count.get() > 0 }>
            <Button label=label on_press=begin />
        </Show>
        <div role="status">{said}</div>
    }
    .into_any()
}
