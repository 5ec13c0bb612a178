//! One of a few settings (单选), as radios beside one another: theme, language, text size.
//!
//! Not here: answers to indicators (`answer_buttons`).

use super::fresh_id;
use super::selection::Selection;
use crate::ui::icons::{Icon, IconName};
use leptos::prelude::*;

/// A few settings of which one holds.
#[component]
pub fn ChoiceRow(
    /// What is chosen.
    #[prop(into)]
    label: String,
    /// The settings.
    selection: Selection,
    /// A line below the label; empty for none.
    #[prop(optional, into)]
    hint: String,
) -> impl IntoView {
    let group = fresh_id("choice");
    let Selection {
        faces,
        chosen,
        on_choose,
        ..
    } = selection;
    let radios = faces.into_iter().enumerate().map(|(place, face)| {
        view! {
            <label class="answer tone-open">
                <input
                    type="radio"
                    class="unseen"
                    name=group.clone()
                    value=place
                    prop:checked=move || chosen.get() == Some(place)
                    on:change=move |_| on_choose.run(place)
                />
                <span class="answer-face moves">
                    <span class="choice-tick"><Icon name=IconName::Check /></span>
                    <span>{face.label}</span>
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
