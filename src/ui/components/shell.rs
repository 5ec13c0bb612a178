//! The frame around every page (页面框架): the bar with the way back, the title and whether it is
//! saved, and the four tabs at the bottom, which become a rail on a wide screen.
//!
//! At home the bar says whose assessment it is. Not here: which page is shown.

use super::words;
use crate::ui::apart::apart;
use crate::ui::icons::{Icon, IconName};
use crate::ui::route::{Route, Tab};
use leptos::ev::MouseEvent;
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

/// Whose assessment it is, and of which period. At home it stands in the place of the title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whose {
    /// The name of the organisation.
    pub name: String,
    /// The period.
    pub period: String,
    /// The address of the page on which the organisation is changed.
    pub href: String,
}

/// The frame around every page. It can stay while pages change, since all it shows are signals.
#[component]
pub fn Shell(
    /// The title of the page.
    #[prop(into)]
    title: Signal<String>,
    /// What stands in the place of the title at home.
    #[prop(optional, into)]
    whose: Signal<Option<Whose>>,
    /// The tab to which the page belongs.
    #[prop(into)]
    tab: Signal<Tab>,
    /// The way back, if the page lies below another.
    #[prop(optional, into)]
    back: Signal<Option<BackLink>>,
    /// Goes back, in the place of the link, whose address is for other tabs.
    #[prop(optional, into)]
    on_back: Option<Callback<()>>,
    /// Whether the tabs are left out, as at the first start.
    #[prop(optional, into)]
    without_tabs: Signal<bool>,
    /// Whether the page has two columns on a wide screen.
    #[prop(optional, into)]
    wide: Signal<bool>,
    /// How many things are late; told at the tab of the checklist.
    #[prop(optional, into)]
    late: Signal<usize>,
    /// What stands at the end of the bar, beside the indicator of saving.
    #[prop(optional)]
    aside: Option<AnyView>,
    /// The indicator of saving.
    #[prop(optional)]
    save: Option<AnyView>,
    /// A round button that adds something, with the class `add-button`. It stands between the tabs,
    /// and beside the page on a wide screen.
    #[prop(optional)]
    add: Option<AnyView>,
    /// The undo bar.
    #[prop(optional)]
    undo: Option<AnyView>,
    /// What is to be done next on the page, above the tabs.
    #[prop(optional)]
    action: Option<AnyView>,
    /// Whether there is a list beside the page.
    #[prop(optional, into)]
    has_list: Signal<bool>,
    /// That list.
    #[prop(optional)]
    beside: Option<AnyView>,
    /// The page.
    children: Children,
) -> impl IntoView {
    let class = move || match (has_list.get(), wide.get()) {
        (true, _) => "shell shell-beside",
        (false, true) => "shell shell-wide",
        (false, false) => "shell",
    };
    let bar = move || match whose.with(Option::is_some) {
        true => "shell-top shell-home",
        false => "shell-top",
    };
    view! {
        <div class=class>
            <header class=bar>
                <div class="shell-strip">
                    <WayBack back=back on_back=on_back />
                    <Title title=title whose=whose />
                    {save}
                    {aside}
                </div>
            </header>
            <main class="shell-main">{children()}</main>
            {beside}
            <div class="shell-bottom">
                {undo}
                {action}
                <div class="shell-add" hidden=move || without_tabs.get()>{add}</div>
                <Show when=move || !without_tabs.get()>
                    <TabBar tab=tab late=late />
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
fn WayBack(back: Signal<Option<BackLink>>, on_back: Option<Callback<()>>) -> impl IntoView {
    let words = words();
    let go = move |event: MouseEvent| {
        // Another tab or window is the browser's own matter.
        let is_elsewhere = event.ctrl_key() || event.meta_key() || event.shift_key();
        if let Some(on_back) = on_back.filter(|_| !is_elsewhere) {
            event.prevent_default();
            on_back.run(());
        }
    };
    move || {
        let BackLink { href, label } = back.get()?;
        Some(apart(|| {
            let spoken = format!("{} {label}", words.button_back);
            view! {
                <a class="shell-back moves" href=href aria-label=spoken on:click=go>
                    <Icon name=IconName::Back />
                </a>
            }
        }))
    }
}

/// The title of the page, or whose it is. What translates pages puts elements of its own around
/// texts, so each text has an element that is put as a whole.
#[component]
fn Title(title: Signal<String>, whose: Signal<Option<Whose>>) -> impl IntoView {
    let words = words();
    let content = move || match whose.get() {
        Some(Whose { name, period, href }) => view! {
            <a class="shell-whose" href=href>
                <span class="shell-whose-name">
                    <span prop:textContent=name></span>
                    " "
                    <Icon name=IconName::Down />
                </span>
                " "
                <span class="shell-period" prop:textContent=period></span>
                <span class="unseen">{words.whose_change}</span>
            </a>
        }
        .into_any(),
        None => view! { <span prop:textContent=move || title.get()></span> }.into_any(),
    };
    view! { <h1 id=TITLE_ID class="shell-title" tabindex="-1">{content}</h1> }
}

#[component]
fn TabBar(tab: Signal<Tab>, late: Signal<usize>) -> impl IntoView {
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
                    {(own == Tab::Checklist).then(|| view! { <Badge late=late /> })}
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

/// How many things are late, as a number and read aloud.
#[component]
fn Badge(late: Signal<usize>) -> impl IntoView {
    let words = words();
    move || {
        let late = late.get();
        (late > 0).then(|| {
            view! {
                <span class="tab-badge" aria-hidden="true">{late}</span>
                <span class="unseen">{(words.tab_late)(late)}</span>
            }
        })
    }
}
