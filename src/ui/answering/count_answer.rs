//! How often something was done, of a counted indicator (应开几次、已开几次).
//!
//! Not here: how often it is due (`assessment`), and what the records fill (`ledger_filled`).

use super::ledger_filled::{LedgerFilled, result_of};
use super::value_of;
use crate::app::state::AppState;
use crate::assessment::{AnswerValue, CountDue};
use crate::standard::{Indicator, ItemId};
use crate::ui::components::{Button, CountEntry};
use crate::ui::speech::texts;
use leptos::prelude::*;

/// The two numbers of a counted indicator. Where there are records, they fill it.
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
        view! { <CountFields id=id title=title /> }.into_any()
    };
    view! { <LedgerFilled indicator=indicator entry=entry /> }
}

#[component]
fn CountFields(id: ItemId, title: String) -> impl IntoView {
    let state = AppState::expect();
    let value = value_of(state, &id);
    let parts = move || match value.get() {
        Some(AnswerValue::Count { done, due }) => (Some(done), due.filter(|due| *due > 0)),
        Some(AnswerValue::OwnDue(due)) => (None, Some(due)),
        _ => (None, None),
    };
    // The user's own number of times due stays until the user takes it back, whatever becomes of
    // the other one.
    let value_from = |done: Option<u32>, due: Option<u32>| match done {
        Some(done) => Some(AnswerValue::Count { done, due }),
        None => due.map(AnswerValue::OwnDue),
    };
    let count_due = {
        let id = id.clone();
        Memo::new(move |_| result_of(state, &id).map_or(CountDue::default(), |one| one.count_due))
    };
    let due = Signal::derive(move || count_due.get().held_against(parts().0.unwrap_or(0)));
    let (for_done, for_due, for_all) = (id.clone(), id.clone(), id);
    let on_done = Callback::new(move |done: Option<u32>| {
        state.answer(&for_done, value_from(done, parts().1));
    });
    let on_due = Callback::new(move |own: Option<u32>| {
        state.answer(&for_due, value_from(parts().0, own));
    });
    let all = Memo::new(move |_| parts().1.unwrap_or_else(|| count_due.get().all_done()));
    let all_held = Callback::new(move |()| {
        state.answer(&for_all, value_from(Some(all.get_untracked()), parts().1));
    });
    let all_label = Signal::derive(move || (texts().assess.all_held)(all.get()));
    let offers_all = move || parts().0.is_none() && all.get() > 0;
    view! {
        <Show when=offers_all>
            <Button label=all_label on_press=all_held />
        </Show>
        <CountEntry
            legend=title
            done=Signal::derive(move || parts().0)
            due=due
            own_due=Signal::derive(move || parts().1)
            on_done=on_done
            on_due=on_due
        />
    }
}
