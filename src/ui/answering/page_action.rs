//! The one thing to do next on a page of questions (下一项、下一页), as a filled button above the tabs.
//!
//! A page says what it is, and the frame shows it, so that it never lies over the bar with the way
//! back. Not here: what comes next (`run`).

use crate::standard::ItemId;
use crate::ui::apart::apart;
use crate::ui::components::{Button, ButtonLink, Weight};
use crate::ui::route::Route;
use crate::ui::speech::texts;
use leptos::prelude::*;

/// What is to be done next on a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageAction {
    /// To this item of the page, in these words.
    Item(ItemId, String),
    /// To another page, in these words.
    Page(Route, String),
}

/// What is to be done next on the page that is open. A context.
#[derive(Clone, Copy, Default)]
pub struct PageActionShown(RwSignal<Option<PageAction>>);

impl PageActionShown {
    /// Provides the context, and makes the button that shows what pages say.
    pub fn provide() -> AnyView {
        let shown = Self::default();
        provide_context(shown);
        view! { <PageActionBar shown=shown /> }.into_any()
    }

    /// Shows this as long as the component around it is there.
    pub fn follow(action: impl Fn() -> PageAction + Send + Sync + 'static) {
        let Some(Self(shown)) = use_context::<Self>() else {
            return;
        };
        Effect::new(move |_| {
            let action = action();
            // A tap that changes nothing of it draws nothing anew.
            if shown.with_untracked(|shown| shown.as_ref() != Some(&action)) {
                shown.set(Some(action));
            }
        });
        on_cleanup(move || {
            shown.try_set(None);
        });
    }
}

/// The button above the tabs; nothing on a page that has none.
#[component]
fn PageActionBar(
    /// What is to be done next.
    shown: PageActionShown,
) -> impl IntoView {
    move || {
        let action = shown.0.get()?;
        Some(apart(|| {
            let button = match action {
                PageAction::Item(id, label) => {
                    let press = Callback::new(move |()| bring_into_place(&anchor(&id)));
                    view! { <Button label=label weight=Weight::Primary on_press=press /> }
                        .into_any()
                }
                PageAction::Page(route, label) => {
                    let href = route.to_string();
                    view! { <ButtonLink label=label href=href weight=Weight::Primary /> }.into_any()
                }
            };
            let label = texts().assess.page_action;
            view! { <nav class="page-action" aria-label=label>{button}</nav> }
        }))
    }
}

/// The id of the element of an item.
pub fn anchor(id: &ItemId) -> String {
    format!("item-{id}")
}

/// Scrolls an element to its place under the head: smoothly, unless the user wants no motion. The
/// style sheet knows that, and has the page scroll smoothly while it is marked so.
pub fn bring_into_place(element: &str) {
    let page = document().document_element();
    let Some((page, element)) = page.zip(document().get_element_by_id(element)) else {
        return;
    };
    // Without the mark the page jumps; there is nothing to tell anybody.
    let _ = page.set_attribute("data-guides", "");
    element.scroll_into_view();
    let _ = page.remove_attribute("data-guides");
}
