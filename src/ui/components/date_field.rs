//! A labelled field for a date (日期), with the picker of the device.
//!
//! Not here: quarters, which are chosen from a list.

use super::fresh_id;
use super::held_input::HeldInput;
use crate::period::CivilDate;
use leptos::prelude::*;

/// A field for a date. What is not a whole date yet is not taken.
#[component]
pub fn DateField(
    /// What day it is.
    #[prop(into)]
    label: String,
    /// The day as it is kept; nothing while there is none.
    #[prop(into)]
    value: Signal<Option<CivilDate>>,
    /// Takes the day, or nothing when the field was emptied.
    #[prop(into)]
    on_change: Callback<Option<CivilDate>>,
    /// A line below the label; empty for none.
    #[prop(optional, into)]
    hint: String,
) -> impl IntoView {
    let id = fresh_id("date");
    let hint_id = format!("{id}-hint");
    let text = Signal::derive(move || value.get().map(|day| day.to_string()).unwrap_or_default());
    let take = Callback::new(move |text: String| match text.parse::<CivilDate>() {
        Ok(day) => on_change.run(Some(day)),
        Err(_) if text.is_empty() => on_change.run(None),
        Err(_) => {}
    });
    let explained = !hint.is_empty();
    view! {
        <div class="labelled">
            <label for=id.clone()>{label}</label>
            <div id=hint_id.clone()>{explained.then(|| view! { <p class="hint">{hint}</p> })}</div>
            <HeldInput id=id kind="date" value=text on_input=take described_by=hint_id />
        </div>
    }
}
