//! A fold (展开/收起). What is inside is made when it is opened for the first time, so that a page
//! with forty folds stays small.
//!
//! Not here: folds that open each other; there are none.

use crate::ui::icons::{Icon, IconName};
use leptos::prelude::*;

/// A fold with a line that opens it.
#[component]
pub fn Disclosure(
    /// The line that opens it.
    #[prop(into)]
    summary: Signal<String>,
    /// Whether it is open from the start.
    #[prop(optional)]
    open: bool,
    /// What is inside.
    children: ChildrenFn,
) -> impl IntoView {
    let was_opened = RwSignal::new(open);
    view! {
        <details class="disclosure" open=open on:toggle=move |_| was_opened.set(true)>
            <summary>
                <Icon name=IconName::Down />
                <span>{move || summary.get()}</span>
            </summary>
            <Show when=move || was_opened.get()>
                <div class="disclosure-body">{children()}</div>
            </Show>
        </details>
    }
}
