//! A tick that switches a duty or a mechanism on and off (启用/停用).
//!
//! Not here: what it changes; that is handed in.

use leptos::html;
use leptos::prelude::*;

/// A tick with a name and a line below it.
#[component]
pub fn Tick(
    /// What is switched.
    #[prop(into)]
    title: String,
    /// A line below it; empty for none.
    #[prop(optional, into)]
    line: String,
    /// Whether it is on.
    #[prop(into)]
    on: Signal<bool>,
    /// Takes the change.
    on_change: Callback<bool>,
) -> impl IntoView {
    let field = NodeRef::<html::Input>::new();
    let changed = move |_| {
        if let Some(field) = field.get_untracked() {
            on_change.run(field.checked());
        }
    };
    view! {
        <label class="tick">
            <input node_ref=field type="checkbox" prop:checked=on on:change=changed />
            <span class="tick-text">
                <span>{title}</span>
                {(!line.is_empty()).then(|| view! { <span class="hint">{line}</span> })}
            </span>
        </label>
    }
}
