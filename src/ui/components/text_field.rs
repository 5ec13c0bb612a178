//! A labelled field of one line.
//!
//! Not here: numbers (`number_field`), dates (`date_field`), several lines (`note_field`).

use super::fresh_id;
use super::held_input::HeldInput;
use super::identity_warning::IdentityWarning;
use leptos::prelude::*;

/// A field of one line with its label. It is never rewritten while the user is in it. What looks
/// like an identity number gets a word of warning and is kept all the same.
#[component]
pub fn TextField(
    /// What it is for.
    #[prop(into)]
    label: String,
    /// The text as it is kept.
    #[prop(into)]
    value: Signal<String>,
    /// Takes every change that is not in the middle of a composition.
    #[prop(default = Callback::new(|_| ()), into)]
    on_input: Callback<String>,
    /// Takes the finished text.
    #[prop(default = Callback::new(|_| ()), into)]
    on_commit: Callback<String>,
    /// A line below the label; empty for none.
    #[prop(optional, into)]
    hint: String,
    /// What is wrong with the text; empty for nothing.
    #[prop(optional, into)]
    error: Signal<String>,
) -> impl IntoView {
    let id = fresh_id("text");
    let help_id = format!("{id}-help");
    let explained = !hint.is_empty();
    let invalid = Signal::derive(move || error.with(|text| !text.is_empty()));
    view! {
        <div class="labelled">
            <label for=id.clone()>{label}</label>
            <div id=help_id.clone()>
                {explained.then(|| view! { <p class="hint">{hint}</p> })}
                <Show when=move || invalid.get()>
                    <p class="field-error">{move || error.get()}</p>
                </Show>
            </div>
            <HeldInput
                id=id
                value=value
                on_input=on_input
                on_commit=on_commit
                described_by=help_id
                invalid=invalid
            />
            <IdentityWarning text=value />
        </div>
    }
}
