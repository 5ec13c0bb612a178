//! The frame around every page (页面框架): the red line, where one came from, whether it is saved,
//! the title, and the four tabs at the bottom, which become a rail on a wide screen.
//!
//! Not here: which page is shown.

use super::words;
use crate::ui::icons::{Icon, IconName};
use crate::ui::route::{Route, Tab};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;

/// A way back to the page above.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackLink {
    /// The address.
    pub href: String,
    /// What that page is called.
    pub label: String,
}

/// The frame around every page. It can stay while pages change, since all it shows are signals.
#[component]
pub fn Shell(
    /// The title of the page.
    #[prop(into)]
    title: Signal<String>,
    /// The tab to which the page belongs.
    #[prop(into)]
    tab: Signal<Tab>,
    /// The way back, if the page lies below another.
    #[prop(optional, into)]
    back: Signal<Option<BackLink>>,
    /// Whether the tabs are left out, as at the first start.
    #[prop(optional, into)]
    without_tabs: Signal<bool>,
    /// The indicator of saving.
    #[prop(optional)]
    save: Option<AnyView>,
    /// The undo bar.
    #[prop(optional)]
    undo: Option<AnyView>,
    /// The page.
    children: Children,
) -> impl IntoView {
    let words = words();
    let origin = move || match back.get() {
        Some(BackLink { href, label }) => view! {
            <a class="shell-back" href=href aria-label=format!("{} {label}", words.button_back)>
                <Icon name=IconName::Back />
                <span>{label.clone()}</span>
            </a>
        }
        .into_any(),
        None => view! { <span class="shell-name">{words.app_name}</span> }.into_any(),
    };
    view! {
        <div class="shell">
            <header class="shell-top">
                <div class="shell-strip">
                    {origin}
                    {save}
                </div>
            </header>
            <main class="shell-main">
                <h1 id=TITLE_ID tabindex="-1" prop:textContent=move || title.get()></h1>
                {children()}
            </main>
            <div class="shell-bottom">
                {undo}
                <Show when=move || !without_tabs.get()>
                    <TabBar tab=tab />
                </Show>
            </div>
        </div>
    }
}

/// Moves the focus to the title, so that a screen reader reads the new page and the keyboard
/// starts at its top. To be called after the page has changed, and not at the start.
pub fn focus_page_title() {
    let title = document().get_element_by_id(TITLE_ID);
    if let Some(title) = title.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // Without a focus the page can still be used; there is nothing to tell anybody.
        let _ = title.focus();
    }
}

const TITLE_ID: &str = "page-title";

#[component]
fn TabBar(tab: Signal<Tab>) -> impl IntoView {
    let words = words();
    let entries = [
        (Tab::Home, Route::Home, IconName::Home, words.tab_home),
        (
            Tab::Assess,
            Route::Assess,
            IconName::Assess,
            words.tab_assess,
        ),
        (
            Tab::Checklist,
            Route::Checklist,
            IconName::List,
            words.tab_checklist,
        ),
        (Tab::Me, Route::Me, IconName::Person, words.tab_me),
    ];
    let links = entries.map(|(own, route, icon, word)| {
        view! {
            <li>
                <a
                    class="tab moves"
                    href=route.to_string()
                    aria-current=move || (tab.get() == own).then_some("page")
                >
                    <Icon name=icon />
                    <span>{word}</span>
                </a>
            </li>
        }
    });
    view! {
        <nav class="tabs" aria-label=words.tab_label>
            <ul>{links.collect_view()}</ul>
        </nav>
    }
}
