//! What was found before the open period and is not closed yet (上期遗留), in one line.
//!
//! Not here: the rectifications themselves (`pages::rectifications`).

use crate::app::state::AppState;
use crate::ledger::Ledger;
use crate::ui::components::{LinkList, ListLink};
use crate::ui::route::Route;
use crate::ui::speech::texts;
use leptos::prelude::*;

/// What was found before this period and is not closed yet: it goes along by itself.
#[component]
pub fn FromBefore() -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().rectifications);
    let found = Memo::new(move |_| {
        let period = state
            .assessment
            .with(|one| one.as_ref().map(|one| one.period));
        let before = |ledger: &Ledger| {
            period.map_or(0, |period| {
                ledger.not_closed_from_before(period.first_day())
            })
        };
        state.ledger.with(|ledger| before(ledger))
    });
    move || {
        let count = Some(found.get()).filter(|count| *count > 0)?;
        Some(view! {
            <LinkList>
                <ListLink
                    title=(words.from_before)(count)
                    href=Route::Rectifications.to_string()
                />
            </LinkList>
        })
    }
}
