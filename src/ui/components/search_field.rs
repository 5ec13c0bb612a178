//! A field in which a list is searched while it is written (搜索框), with a line that says what came
//! of it.
//!
//! Not here: what is found.

use super::fresh_id;
use super::held_input::HeldInput;
use leptos::html;
use leptos::prelude::*;

/// The field.
#[component]
pub fn SearchField(
    /// What is searched.
    label: &'static str,
    /// The query as it is written.
    query: RwSignal<String>,
    /// What came of it, read aloud when it changes.
    #[prop(into)]
    status: Signal<String>,
    /// The field itself, for a page that gives it the focus.
    #[prop(optional)]
    node: NodeRef<html::Input>,
) -> impl IntoView {
    let id = fresh_id("search");
    let write = Callback::new(move |text: String| query.set(text));
    view! {
        <search class="stack-tight">
            <label for=id.clone()>{label}</label>
            <HeldInput id=id kind="search" value=query on_input=write node=node />
            <p class="hint" role="status">
                {move || status.get()}
            </p>
        </search>
    }
}
