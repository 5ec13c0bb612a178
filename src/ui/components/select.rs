//! One of many values from a list that the phone shows (下拉选择).
//!
//! Not here: one of a few, which are all in view (`choice_row`, `answer_buttons`).

use super::selection::Selection;
use leptos::prelude::*;

/// A list with its label above it.
#[component]
pub fn Select(
    /// What is chosen.
    #[prop(into)]
    label: String,
    /// The values.
    selection: Selection,
) -> impl IntoView {
    view! {
        <label class="labelled">
            <strong>{label}</strong>
            <SelectField selection=selection />
        </label>
    }
}

/// The list alone, for where its label stands otherwise.
#[component]
pub fn SelectField(
    /// The values. While none of them holds, the first is shown.
    selection: Selection,
    /// What is read aloud as its label; empty where a label stands around it.
    #[prop(optional, into)]
    spoken: String,
) -> impl IntoView {
    let Selection {
        faces,
        chosen,
        on_choose,
        ..
    } = selection;
    let rows = faces.into_iter().enumerate().map(|(place, face)| {
        let is_chosen = move || chosen.get() == Some(place);
        view! { <option value=place selected=is_chosen>{face.label}</option> }
    });
    let choose = move |value: String| {
        if let Ok(place) = value.parse() {
            on_choose.run(place);
        }
    };
    let spoken = (!spoken.is_empty()).then_some(spoken);
    view! {
        <select
            class="field"
            aria-label=spoken
            on:change:target=move |event| choose(event.target().value())
        >
            {rows.collect_view()}
        </select>
    }
}
