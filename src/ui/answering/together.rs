//! Answering as in the period before (和上季度一样), all at once: of a page, and of the whole quarter.
//!
//! Each is one step back. Not here: what can be answered so (`assessment::same_answers`).

use crate::app::state::AppState;
use crate::assessment::{AnswerValue, same_answers};
use crate::standard::ItemId;
use crate::ui::components::{Button, Weight};
use crate::ui::speech::texts;
use leptos::prelude::*;

/// Fewer are answered one by one.
const FEWEST: usize = 2;

/// What of a page can be answered as in the period before. It stays where it is once it was
/// pressed, so that nothing below it moves.
#[component]
pub fn SameOnPage(
    /// The items of the page.
    items: Vec<ItemId>,
) -> impl IntoView {
    let state = AppState::expect();
    let values = same_values(state, Some(items));
    let words = &texts().assess;
    (values.with_untracked(Vec::len) >= FEWEST).then(|| {
        let text = move || match values.with(Vec::len) {
            0 => words.same_done.to_owned(),
            count => (words.same_page)(count),
        };
        same(state, values, text)
    })
}

/// What of the whole quarter can be answered as in the period before; nothing where there is hardly
/// any.
#[component]
pub fn SameInQuarter() -> impl IntoView {
    let state = AppState::expect();
    let values = same_values(state, None);
    let words = &texts().assess;
    let is_offered = Memo::new(move |_| values.with(Vec::len) >= FEWEST);
    move || {
        is_offered.get().then(|| {
            let text = move || (words.same_quarter)(values.with(Vec::len));
            same(state, values, text)
        })
    }
}

fn same(
    state: AppState,
    values: Memo<Vec<(ItemId, AnswerValue)>>,
    text: impl Fn() -> String + Send + 'static,
) -> AnyView {
    let words = &texts().assess;
    let press = Callback::new(move |()| state.answer_many(values.get_untracked()));
    let is_over = move || values.with(Vec::is_empty);
    view! {
        <div class="together">
            <p>{text}</p>
            <div class="together-button" class:together-over=is_over>
                <Button label=words.same_all weight=Weight::Secondary on_press=press />
            </div>
        </div>
    }
    .into_any()
}

/// What can be answered as in the period before: of these items, or of all.
fn same_values(state: AppState, items: Option<Vec<ItemId>>) -> Memo<Vec<(ItemId, AnswerValue)>> {
    Memo::new(move |_| {
        let found = state.pack_in_force.get().zip(state.outcome.get());
        let Some((pack, outcome)) = found else {
            return Vec::new();
        };
        let mut values = state.previous.with(|previous| {
            let of = |previous| {
                state
                    .ledger
                    .with(|ledger| same_answers(&pack, &outcome, previous, ledger))
            };
            previous.as_ref().map(of).unwrap_or_default()
        });
        if let Some(items) = &items {
            values.retain(|(id, _)| items.contains(id));
        }
        values
    })
}
