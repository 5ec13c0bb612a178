//! The way to the search (搜索) at the end of the bar, on the pages with long lists.
//!
//! Not here: the search.

use crate::text::Language;
use crate::ui::icons::{Icon, IconName};
use crate::ui::route::Route;
use leptos::prelude::*;

/// The way to the search.
#[component]
pub fn SearchLink() -> impl IntoView {
    let words = &use_context::<Language>().unwrap_or_default().texts().me;
    view! {
        <a class="search-link moves" href=Route::Search.to_string()>
            <Icon name=IconName::Search />
            <span class="unseen">{words.search}</span>
        </a>
    }
}
