//! How often something was done, over how often it was due (实几次 / 应几次). The due number comes
//! from the rule and is folded away.
//!
//! Not here: what the two amount to (`assessment`).

use super::disclosure::Disclosure;
use super::number_field::NumberField;
use super::words;
use leptos::prelude::*;

/// Two numbers, of which one is asked.
#[component]
pub fn CountEntry(
    /// What is counted, read aloud before the fields.
    #[prop(into)]
    legend: String,
    /// How often it was done; nothing while nobody said.
    #[prop(into)]
    done: Signal<Option<u32>>,
    /// How often the rule has it due by now.
    #[prop(into)]
    due: Signal<u32>,
    /// How often it is due by the user's own word, if the user said so.
    #[prop(into)]
    own_due: Signal<Option<u32>>,
    /// Takes how often it was done.
    #[prop(into)]
    on_done: Callback<Option<u32>>,
    /// Takes how often it is due; nothing goes back to the rule.
    #[prop(into)]
    on_due: Callback<Option<u32>>,
) -> impl IntoView {
    let words = words();
    let in_force = Signal::derive(move || Some(own_due.get().unwrap_or_else(|| due.get())));
    // The way back to the rule is the button alone: to correct a number the user empties the field
    // first.
    let back_to_rule = move || {
        own_due.get().map(|_| {
            view! {
                <button type="button" class="button button-quiet" on:click=move |_| on_due.run(None)>
                    {(words.count_back_to_rule)(due.get())}
                </button>
            }
        })
    };
    view! {
        <fieldset class="count">
            <legend class="unseen">{legend}</legend>
            <NumberField label=words.count_done value=done on_change=on_done stepper=true />
            <p class="count-due">{move || (words.count_due_times)(in_force.get().unwrap_or(0))}</p>
            <div class="count-more">
                <Disclosure summary=words.count_change_due>
                    <NumberField
                        label=words.count_due
                        value=in_force
                        on_change=on_due
                        least=1
                        always=true
                        stepper=true
                    />
                    {back_to_rule}
                </Disclosure>
            </div>
        </fieldset>
    }
}
