//! What is asked over the page when a problem was found (浮层里的整改).
//!
//! Not here: its further way (`one`).

use super::fields::Fields;
use super::kept::Kept;
use crate::app::state::AppState;
use crate::rectification::{Move, Rectification};
use crate::ui::components::{Button, EmptyState, SheetActions, Weight};
use crate::ui::navigation::Navigation;
use crate::ui::route::Route;
use crate::ui::speech::texts;
use leptos::prelude::*;
use uuid::Uuid;

/// What is asked about a problem that was found.
#[component]
pub fn RectificationSheet(
    /// The id of its entry.
    id: Uuid,
) -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.rectifications;
    let navigation = Navigation::expect();
    let one: Kept = Memo::new(move |_| {
        state
            .ledger
            .with(|ledger| ledger.rectifications.get(&id).cloned())
    });
    let there = Memo::new(move |_| one.with(Option::is_some));
    let can_assign = Memo::new(move |_| {
        let can = |one: &Rectification| one.can_make(Move::Assign);
        one.with(|one| one.as_ref().is_some_and(can))
    });
    // Once somebody is named, the next thing is to hand it over.
    let label = Signal::derive(move || {
        let word = match can_assign.get() {
            true => words.move_assign,
            false => texts.recording.done,
        };
        word.to_owned()
    });
    let done = Callback::new(move |()| {
        if can_assign.get_untracked() {
            // It was asked just now whether it can be made.
            let _ = state.move_rectification(id, Move::Assign);
        }
        navigation.close_sheet();
    });
    let take_back = Callback::new(move |()| {
        navigation.close_sheet();
        state.take_out_entry(id);
    });
    let whole = Callback::new(move |()| navigation.go(&Route::Rectification(id)));
    view! {
        <Show
            when=move || there.get()
            fallback=move || view! { <EmptyState text=words.gone /> }
        >
            <Fields id=id one=one />
            <Button label=words.whole weight=Weight::Quiet on_press=whole />
            <SheetActions>
                <Button label=label weight=Weight::Primary on_press=done />
                <Button label=texts.common.button_undo on_press=take_back />
            </SheetActions>
        </Show>
    }
}
