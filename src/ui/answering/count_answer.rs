//! How often something was done, of a counted indicator (应开几次、已开几次).
//!
//! Not here: how often it is due (`assessment`), the user's own number of times due (`own_due`),
//! and what the records fill (`ledger_filled`).

use super::ledger_filled::{LedgerFilled, result_of};
use super::value_of;
use crate::app::state::AppState;
use crate::assessment::{AnswerValue, CountDue};
use crate::standard::{Indicator, ItemId};
use crate::ui::components::CountEntry;
use leptos::prelude::*;

/// The number of a counted indicator. Where there are records, they fill it.
#[component]
pub fn CountAnswer(
    /// The indicator.
    indicator: Indicator,
    /// Its name, read aloud before the fields.
    title: String,
) -> impl IntoView {
    let id = indicator.id.clone();
    let entry = move || {
        let (id, title) = (id.clone(), title.clone());
        view! { <CountField id=id title=title /> }.into_any()
    };
    view! { <LedgerFilled indicator=indicator entry=entry /> }
}

#[component]
fn CountField(id: ItemId, title: String) -> impl IntoView {
    let state = AppState::expect();
    let parts = parts_of(state, &id);
    let count_due = count_due_of(state, &id);
    let all = Memo::new(move |_| parts.get().1.unwrap_or_else(|| count_due.get().all_done()));
    let on_done = Callback::new(move |done: Option<u32>| {
        state.answer(&id, value_from(done, parts.get_untracked().1));
    });
    view! {
        <CountEntry
            legend=title
            done=Signal::derive(move || parts.get().0)
            all=all
            on_done=on_done
        />
    }
}

/// How often it was done, and how often it is due by the user's own word.
pub fn parts_of(state: AppState, id: &ItemId) -> Memo<(Option<u32>, Option<u32>)> {
    let value = value_of(state, id);
    Memo::new(move |_| match value.get() {
        Some(AnswerValue::Count { done, due }) => (Some(done), due.filter(|due| *due > 0)),
        Some(AnswerValue::OwnDue(due)) => (None, Some(due)),
        _ => (None, None),
    })
}

/// The answer of these two numbers. The user's own number of times due stays until it is taken
/// back, whatever becomes of the other one.
pub fn value_from(done: Option<u32>, own_due: Option<u32>) -> Option<AnswerValue> {
    match done {
        Some(done) => Some(AnswerValue::Count { done, due: own_due }),
        None => own_due.map(AnswerValue::OwnDue),
    }
}

/// How often an indicator is due by the rule.
pub fn count_due_of(state: AppState, id: &ItemId) -> Memo<CountDue> {
    let id = id.clone();
    Memo::new(move |_| result_of(state, &id).map_or(CountDue::default(), |one| one.count_due))
}
