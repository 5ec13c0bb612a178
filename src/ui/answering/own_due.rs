//! Another number of times due than the rule's (修改应开次数), with the way back to the rule.
//!
//! Not here: how often something was done (`count_answer`).

use super::count_answer::{count_due_of, parts_of, value_from};
use crate::app::state::AppState;
use crate::standard::ItemId;
use crate::ui::components::{Button, NumberField, Weight};
use crate::ui::speech::texts;
use leptos::prelude::*;

/// The number of times that a counted indicator is due.
#[component]
pub fn OwnDue(
    /// The indicator.
    id: ItemId,
) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().common);
    let parts = parts_of(state, &id);
    let count_due = count_due_of(state, &id);
    let by_rule = Memo::new(move |_| count_due.get().held_against(parts.get().0.unwrap_or(0)));
    let in_force = Signal::derive(move || Some(parts.get().1.unwrap_or_else(|| by_rule.get())));
    let change = Callback::new(move |own: Option<u32>| {
        state.answer(&id, value_from(parts.get_untracked().0, own));
    });
    let back = Callback::new(move |()| change.run(None));
    let back_label = Signal::derive(move || (words.count_back_to_rule)(by_rule.get()));
    // The way back to the rule is the button alone: who corrects a number empties the field first.
    view! {
        <NumberField
            label=words.count_due
            value=in_force
            on_change=change
            least=1
            always=true
            stepper=true
        />
        <Show when=move || parts.get().1.is_some()>
            <Button label=back_label weight=Weight::Quiet on_press=back />
        </Show>
    }
}
