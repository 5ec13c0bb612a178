//! One of a few settings (单选), as radios beside one another: theme, language, text size.
//!
//! Not here: answers to indicators (`answer_buttons`).

use super::fresh_id;
use crate::ui::icons::{Icon, IconName};
use leptos::prelude::*;

/// A few settings of which one holds.
#[component]
pub fn ChoiceRow(
    /// What is chosen.
    #[prop(into)]
    label: String,
    /// The values and their words.
    options: Vec<(String, String)>,
    /// The value that holds.
    #[prop(into)]
    chosen: Signal<String>,
    /// Takes the chosen value.
    #[prop(into)]
    on_choose: Callback<String>,
    /// A line below the label; empty for none.
    #[prop(optional, into)]
    hint: String,
) -> impl IntoView {
    let group = fresh_id("choice");
    let radios = options.into_iter().map(|(value, word)| {
        let (own, given) = (value.clone(), value.clone());
        view! {
            <label class="answer tone-open">
                <input
                    type="radio"
                    class="unseen"
                    name=group.clone()
                    value=value
                    prop:checked=move || chosen.with(|one| *one == own)
                    on:change=move |_| on_choose.run(given.clone())
                />
                <span class="answer-face moves">
                    <span class="choice-tick"><Icon name=IconName::Check /></span>
                    <span>{word}</span>
                </span>
            </label>
        }
    });
    view! {
        <fieldset class="choice-row">
            <legend>{label}</legend>
            {(!hint.is_empty()).then(|| view! { <p class="hint">{hint}</p> })}
            <div class="answers answers-grid">{radios.collect_view()}</div>
        </fieldset>
    }
}
