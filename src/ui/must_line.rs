//! The must-items in one line (必达项): how many are met, and what is missing or open.
//!
//! Not here: the run through them and its end (`pages::must`).

use super::components::{LinkList, ListLink};
use super::route::Route;
use super::speech::texts;
use crate::app::state::AppState;
use crate::assessment::MustItems;
use crate::text::Texts;
use leptos::prelude::*;

/// The must-items of the open assessment.
pub fn must_items(state: AppState) -> Memo<MustItems> {
    Memo::new(move |_| {
        state.outcome.with(|outcome| {
            let items = outcome.as_ref().map(|outcome| outcome.must_items());
            items.unwrap_or_default()
        })
    })
}

/// How the must-items stand, in words: 「14/14 全部达标」, or what is met, missing and open.
pub fn must_words(items: &MustItems, texts: &Texts) -> String {
    let words = &texts.assess;
    if items.due == 0 {
        return words.must_none_due.to_owned();
    }
    if items.all_met() {
        return (words.must_all_met)(items.due);
    }
    let missing = items.missing.len();
    let open = items.open.len();
    let parts = [
        Some((words.must_met)(items.met, items.due)),
        (missing > 0).then(|| (words.must_missing)(missing)),
        (open > 0).then(|| (words.must_open)(open)),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(" · ")
}

/// How the must-items stand, as a row that leads to them.
#[component]
pub fn MustLine() -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let items = must_items(state);
    let line = Signal::derive(move || items.with(|items| must_words(items, texts)));
    // A pack of scored items alone has none.
    let has_any = Memo::new(move |_| {
        let pack = state.pack_in_force.get();
        pack.is_some_and(|pack| pack.indicators().any(|one| one.must))
    });
    view! {
        <Show when=move || has_any.get()>
            <LinkList>
                <ListLink
                    title=texts.assess.must_name
                    subtitle=line
                    href=Route::Must.to_string()
                />
            </LinkList>
        </Show>
    }
}
