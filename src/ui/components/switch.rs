//! A setting that is on or off (开关), with what it is called and what it does.
//!
//! Not here: ticks in lists (`tick`), and settings of more than two values (`choice_row`).

use leptos::prelude::*;

/// A setting that is on or off.
#[component]
pub fn Switch(
    /// What it is called.
    #[prop(into)]
    label: String,
    /// What it does.
    #[prop(into)]
    hint: String,
    /// Whether it is on.
    #[prop(into)]
    on: Signal<bool>,
    /// Takes whether it is to be on.
    #[prop(into)]
    on_change: Callback<bool>,
) -> impl IntoView {
    view! {
        <label class="card switch-row">
            <span class="switch-text">
                <span class="list-link-title">{label}</span>
                <span class="hint">{hint}</span>
            </span>
            <input
                type="checkbox"
                role="switch"
                class="switch"
                prop:checked=on
                on:change:target=move |event| on_change.run(event.target().checked())
            />
        </label>
    }
}
