//! What is asked over the page when something was recorded (浮层里的记录): all of it may be left out, and
//! is kept as it is typed.
//!
//! Not here: where the papers are and what the record counts for; that is on its own page
//! (`record`).

use super::day::QuickDay;
use super::numbers::Numbers;
use super::part::{about, kind_of};
use super::record::{Line, Year};
use crate::app::state::AppState;
use crate::duty::may_belong_to_other_year;
use crate::ledger::RecordOf;
use crate::ui::components::{Button, EmptyState, SheetActions, Weight};
use crate::ui::navigation::Navigation;
use crate::ui::route::Route;
use crate::ui::speech::texts;
use leptos::prelude::*;
use uuid::Uuid;

/// What is asked about a record.
#[component]
pub fn RecordSheet(
    /// Its id.
    id: Uuid,
) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().duties);
    let of = about(state, id);
    move || match of.get() {
        Some(of) => view! { <Fields id=id of=of /> }.into_any(),
        None => view! { <EmptyState text=words.record_gone /> }.into_any(),
    }
}

#[component]
fn Fields(id: Uuid, of: RecordOf) -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let navigation = Navigation::expect();
    let pack = state.pack_in_force.get_untracked()?;
    let kind = kind_of(&of, &pack.checklist);
    let crosses = may_belong_to_other_year(&of, &pack.checklist);
    let take_back = Callback::new(move |()| {
        navigation.close_sheet();
        state.take_out_entry(id);
    });
    let whole = Callback::new(move |()| navigation.go(&Route::Record(id)));
    Some(view! {
        <QuickDay id=id />
        {crosses.then(|| view! { <Year id=id /> })}
        {kind.clone().map(|kind| view! { <Numbers id=id kind=kind /> })}
        <Line id=id kind=kind />
        <Button label=texts.recording.whole weight=Weight::Quiet on_press=whole />
        <SheetActions>
            <Button
                label=texts.recording.done
                weight=Weight::Primary
                on_press=Callback::new(move |()| navigation.close_sheet())
            />
            <Button label=texts.common.button_undo on_press=take_back />
        </SheetActions>
    })
}
