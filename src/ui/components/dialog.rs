//! A question that has to be answered before going on (对话框): the native dialog, with its own
//! handling of focus and Escape.
//!
//! Not here: messages (`notice`). What can be undone is not asked about.

use super::fresh_id;
use super::modal::show_as;
use leptos::html;
use leptos::prelude::*;

/// A question over the page.
#[component]
pub fn Dialog(
    /// Whether it is open.
    #[prop(into)]
    open: Signal<bool>,
    /// The question.
    #[prop(into)]
    title: Signal<String>,
    /// Is told when the user left it by Escape; the owner then closes it.
    #[prop(into)]
    on_close: Callback<()>,
    /// What is to be known, and the buttons, made when it opens.
    children: ChildrenFn,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    let id = fresh_id("dialog");
    let labelled_by = id.clone();
    show_as(open, node, || ());
    let left = move |_| {
        if open.get_untracked() {
            on_close.run(());
        }
    };
    view! {
        <dialog node_ref=node class="dialog" aria-labelledby=labelled_by on:close=left>
            <h2 id=id>{move || title.get()}</h2>
            <Show when=move || open.get()>{children()}</Show>
        </dialog>
    }
}
