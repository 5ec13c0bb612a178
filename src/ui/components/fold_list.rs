//! Rows that open where they stand (折叠行), drawn as one card: a title, how much is in it, and an
//! arrow. What is inside is made when it is opened for the first time.
//!
//! Not here: a fold below something else (`disclosure`), and rows that lead to a page
//! (`list_link`).

use crate::ui::icons::{Icon, IconName};
use leptos::prelude::*;

/// A list of rows that open.
#[component]
pub fn FoldList(
    /// The rows, each a [`FoldRow`].
    children: Children,
) -> impl IntoView {
    view! { <ul class="link-list">{children()}</ul> }
}

/// A row that opens.
#[component]
pub fn FoldRow(
    /// The title.
    #[prop(into)]
    title: Signal<String>,
    /// A line below the title; empty for none.
    #[prop(optional, into)]
    subtitle: String,
    /// How much is in it, at the end of the line and short; empty for nothing.
    #[prop(optional, into)]
    count: Signal<String>,
    /// What is inside.
    children: ChildrenFn,
) -> impl IntoView {
    let was_opened = RwSignal::new(false);
    let count = move || {
        let text = count.get();
        (!text.is_empty()).then(|| view! { <span class="list-link-count">{text}</span> })
    };
    let below = (!subtitle.is_empty())
        .then(|| view! { <span class="list-link-subtitle">{subtitle}</span> });
    view! {
        <li>
            <details class="fold-row" on:toggle=move |_| was_opened.set(true)>
                <summary class="list-link moves">
                    <span class="list-link-text">
                        <span class="list-link-title">{move || title.get()}</span>
                        {below}
                    </span>
                    " "
                    {count}
                    <Icon name=IconName::Down />
                </summary>
                <Show when=move || was_opened.get()>
                    <div class="fold-body">{children()}</div>
                </Show>
            </details>
        </li>
    }
}
