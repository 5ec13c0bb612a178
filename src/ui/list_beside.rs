//! The list from which a page comes, beside the page (列表与详情并排), where the screen is wide enough:
//! whoever goes through a list sees where they are in it.
//!
//! It is the page of the list as it is, which stays while the page beside it changes. Not here:
//! which list belongs to which page (`route`), and where it stands (`style/shell.css`).

use super::components::ShownBeside;
use super::navigation::Navigation;
use super::pages;
use super::route::Route;
use super::speech::language;
use super::titles::page_title;
use crate::app::state::AppState;
use crate::platform::surroundings::is_so;
use leptos::ev;
use leptos::prelude::*;

/// From here on there is room for both. The style sheet has the same width.
const WIDE: &str = "(min-width: 68.75em)";

/// The list that stands beside the page, if one does.
pub fn list_beside(shown: Memo<Route>, is_alone: Signal<bool>) -> Memo<Option<Route>> {
    let is_wide = RwSignal::new(is_so(WIDE));
    let resized = window_event_listener(ev::resize, move |_| {
        let now = is_so(WIDE);
        if is_wide.get_untracked() != now {
            is_wide.set(now);
        }
    });
    on_cleanup(move || resized.remove());
    Memo::new(move |_| {
        let list = shown.with(Route::list_beside);
        list.filter(|_| is_wide.get() && !is_alone.get())
    })
}

/// The list itself.
#[component]
pub fn ListBeside(
    /// Which one.
    list: Memo<Option<Route>>,
) -> impl IntoView {
    let (state, language) = (AppState::expect(), language());
    let route = Navigation::expect().route;
    provide_context(ShownBeside(Signal::derive(move || {
        route.with(Route::to_string)
    })));
    move || {
        let list = list.get()?;
        let title = page_title(&list, state, language);
        Some(view! {
            <aside class="shell-list" aria-label=title>
                {pages::page(list)}
            </aside>
        })
    }
}
