//! A tick (勾选): on or off, with what it stands for beside it.
//!
//! Not here: what it switches; that is handed in.

use leptos::prelude::*;

/// A tick.
#[component]
pub fn Tick(
    /// Whether it is on.
    #[prop(into)]
    on: Signal<bool>,
    /// Takes the change. Where it changes nothing, the tick stays as it is.
    #[prop(into)]
    on_change: Callback<bool>,
    /// What stands beside it.
    children: Children,
) -> impl IntoView {
    view! {
        <label class="tick">
            <input
                type="checkbox"
                prop:checked=on
                on:change:target=move |event| {
                    let field = event.target();
                    on_change.run(field.checked());
                    // What was refused is not shown as done.
                    field.set_checked(on.get_untracked());
                }
            />
            {children()}
        </label>
    }
}

/// A name with a line below it, to stand beside a tick.
pub fn tick_text(name: String, line: String) -> impl IntoView {
    view! {
        <span class="tick-text">
            <span>{name}</span>
            {(!line.is_empty()).then(|| view! { <span class="hint">{line}</span> })}
        </span>
    }
}
