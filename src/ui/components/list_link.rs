//! Rows that lead on: title, subtitle, a mark and an arrow. A link leads to another page, a button
//! to the next step of the same page.
//!
//! Not here: rows that can be edited (`evidence_list`).

use crate::ui::icons::{Icon, IconName};
use leptos::prelude::*;

/// A list of rows, drawn as one card.
#[component]
pub fn LinkList(
    /// The rows, each a [`ListLink`].
    children: Children,
) -> impl IntoView {
    view! { <ul class="link-list">{children()}</ul> }
}

/// A row that leads to the next step of a page. It is a button, so that the arrow keys pass it by
/// and nothing is chosen before it is pressed.
#[component]
pub fn ListButton(
    /// The title.
    #[prop(into)]
    title: String,
    /// A line below the title, read aloud after it.
    #[prop(into)]
    subtitle: String,
    /// What a tap does.
    #[prop(into)]
    on_press: Callback<()>,
) -> impl IntoView {
    view! {
        <li>
            <button type="button" class="list-link moves" on:click=move |_| on_press.run(())>
                <span class="list-link-text">
                    <span class="list-link-title">{title}</span>
                    " "
                    <span class="list-link-subtitle">{subtitle}</span>
                </span>
                <Icon name=IconName::Forward />
            </button>
        </li>
    }
}

/// A row that leads to another page.
#[component]
pub fn ListLink(
    /// The title.
    #[prop(into)]
    title: Signal<String>,
    /// The address.
    #[prop(into)]
    href: Signal<String>,
    /// A line below the title; empty for none.
    #[prop(optional, into)]
    subtitle: Signal<String>,
    /// A mark at the end, for example a standing.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let subtitle = move || {
        let text = subtitle.get();
        (!text.is_empty()).then(|| view! { <span class="list-link-subtitle">{text}</span> })
    };
    view! {
        <li>
            <a class="list-link moves" href=move || href.get()>
                <span class="list-link-text">
                    <span class="list-link-title">{move || title.get()}</span>
                    {subtitle}
                </span>
                {children.map(|mark| mark())}
                <Icon name=IconName::Forward />
            </a>
        </li>
    }
}
