//! Rows that lead on: an icon, title and subtitle, a mark or a count, and an arrow. A link leads to
//! another page, a button to the next step of the same page.
//!
//! Not here: rows that can be edited (`evidence_list`).

use crate::ui::icons::{Icon, IconName};
use leptos::prelude::*;

/// The address of the page that stands beside a list. A context of such a list, whose row for that
/// page is marked.
#[derive(Clone, Copy)]
pub struct ShownBeside(pub Signal<String>);

/// How a link to an address is marked: as the page that is shown beside it, or not at all.
pub fn mark_of_shown(href: Signal<String>) -> impl Fn() -> Option<&'static str> + Send + 'static {
    let shown = use_context::<ShownBeside>();
    move || {
        let ShownBeside(address) = shown?;
        (address.get() == href.get()).then_some("page")
    }
}

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
    /// The icon before the title, if it has one.
    #[prop(optional, into)]
    icon: Option<IconName>,
    /// What a tap does.
    #[prop(into)]
    on_press: Callback<()>,
) -> impl IntoView {
    view! {
        <li>
            <button type="button" class="list-link moves" on:click=move |_| on_press.run(())>
                {leading(icon)}
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
    /// The icon before the title, if it has one.
    #[prop(optional, into)]
    icon: Option<IconName>,
    /// A count at the end; empty for none.
    #[prop(optional, into)]
    count: Signal<String>,
    /// A mark at the end, for example a standing.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let count = move || {
        let text = count.get();
        (!text.is_empty()).then(|| view! { <span class="list-link-count">{text}</span> })
    };
    let subtitle = move || {
        let text = subtitle.get();
        (!text.is_empty()).then(|| view! { <span class="list-link-subtitle">{text}</span> })
    };
    view! {
        <li>
            <a class="list-link moves" href=move || href.get() aria-current=mark_of_shown(href)>
                {leading(icon)}
                <span class="list-link-text">
                    <span class="list-link-title">{move || title.get()}</span>
                    {subtitle}
                </span>
                {children.map(|mark| mark())}
                {count}
                <Icon name=IconName::Forward />
            </a>
        </li>
    }
}

fn leading(icon: Option<IconName>) -> impl IntoView {
    icon.map(|name| view! { <span class="list-link-icon"><Icon name=name /></span> })
}
