//! Something that is entered over the page (浮层), which stays where it is: at the bottom of a phone,
//! in the middle of a wide screen. The native dialog, which keeps the focus inside and hands it
//! back.
//!
//! Not here: questions (`dialog`), and the browser's own way back (`navigation`).

use super::modal::show_as;
use super::shell::focus_page_title;
use super::{fresh_id, words};
use crate::ui::icons::{Icon, IconName};
use leptos::ev::{FocusEvent, MouseEvent};
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlElement};

/// Something that is entered over the page.
#[component]
pub fn Sheet(
    /// Whether it is there.
    #[prop(into)]
    open: Signal<bool>,
    /// What it is.
    #[prop(into)]
    title: Signal<String>,
    /// Changes when something else lies there in its place; the focus then goes to the title.
    #[prop(optional, into)]
    turn: Signal<u32>,
    /// Is told when the user left it by Escape, by the cross or by a tap beside it; the owner then
    /// takes it away. Nothing is lost by that: what is entered is kept as it is entered.
    #[prop(into)]
    on_close: Callback<()>,
    /// What is in it, made when it comes.
    children: ChildrenFn,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    let id = fresh_id("sheet");
    let labelled_by = id.clone();
    // It stays tall once it was: a sheet that shrinks when a field is left takes the button away
    // that is being tapped.
    let is_tall = RwSignal::new(false);
    let entered = move |event: FocusEvent| {
        let at = event
            .target()
            .and_then(|one| one.dyn_into::<Element>().ok());
        if at.is_some_and(|at| needs_keyboard(&at)) {
            is_tall.set(true);
        }
    };
    show_as(open, node, move || {
        is_tall.set(false);
        hold_the_focus();
    });
    focus_at_each_turn(turn, open, id.clone());
    let left = move |_| {
        if open.get_untracked() {
            on_close.run(());
        }
    };
    // The ground of a dialog is the dialog itself; what is in it lies over that.
    let tapped = move |event: MouseEvent| {
        let at = event
            .target()
            .and_then(|one| one.dyn_into::<Element>().ok());
        let own = node.get_untracked().map(Element::from);
        if at.is_some() && at == own {
            on_close.run(());
        }
    };
    view! {
        <dialog
            node_ref=node
            class="sheet"
            class:sheet-tall=move || is_tall.get()
            on:focusin=entered
            aria-labelledby=labelled_by
            on:close=left
            on:click=tapped
        >
            <div class="sheet-body">
                <Head id=id title=title on_close=on_close />
                <Show when=move || open.get()>
                    <div class="stack">{children()}</div>
                </Show>
            </div>
        </dialog>
    }
}

/// What there is to do at the end, always in view.
#[component]
pub fn SheetActions(
    /// The buttons, the most important first.
    children: Children,
) -> impl IntoView {
    view! { <div class="sheet-actions">{children()}</div> }
}

/// What it is, and the way out.
#[component]
fn Head(id: String, title: Signal<String>, on_close: Callback<()>) -> impl IntoView {
    view! {
        <div class="sheet-head">
            <h2 id=id tabindex="-1" autofocus>
                {move || title.get()}
            </h2>
            <button
                type="button"
                class="sheet-close moves"
                aria-label=words().button_close
                on:click=move |_| on_close.run(())
            >
                <Icon name=IconName::Cross />
            </button>
        </div>
    }
}

/// Moves the focus to the title when something else lies in the sheet.
fn focus_at_each_turn(turn: Signal<u32>, open: Signal<bool>, title_id: String) {
    Effect::new(move |before: Option<u32>| {
        let now = turn.get();
        if before.is_some_and(|before| before != now) && open.get_untracked() {
            focus(&title_id);
        }
        now
    });
}

/// Moves the focus to an element.
fn focus(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|one| one.dyn_into::<HtmlElement>().ok()) {
        // Without a focus it can still be used; there is nothing to tell anybody.
        let _ = element.focus();
    }
}

/// Whether a phone shows its keyboard for a field.
fn needs_keyboard(field: &Element) -> bool {
    let kind = field.get_attribute("type");
    match field.tag_name().as_str() {
        "TEXTAREA" => true,
        "INPUT" => !matches!(kind.as_deref(), Some("radio" | "checkbox" | "date")),
        _ => false,
    }
}

/// Gives the focus to the page where what opened the sheet is gone, as the row of a duty that is
/// done.
fn hold_the_focus() {
    let page = document();
    let at = page.active_element();
    let is_lost = at.is_none_or(|at| at.dyn_into::<HtmlElement>().ok() == page.body());
    if is_lost {
        focus_page_title();
    }
}
