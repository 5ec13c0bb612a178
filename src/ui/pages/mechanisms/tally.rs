//! Votes by grade (测评票数), with the share of each.
//!
//! Not here: how shares are reckoned (`duty`), and what is a good one; no document says that.

use super::held::Held;
use super::kept::{Kept, OfField, read};
use crate::app::state::AppState;
use crate::duty::votes;
use crate::exchange::limits::HIGHEST_NUMBER;
use crate::ledger::{FieldValue, cell_key};
use crate::standard::TallyForm;
use crate::text::form_words::votes_words;
use crate::ui::components::NumberField;
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;

/// Votes by grade.
#[component]
pub fn Tally(
    /// Which field it is.
    field: OfField,
    /// The grades.
    form: TallyForm,
) -> impl IntoView {
    let (state, language) = (AppState::expect(), language());
    let OfField {
        id,
        card,
        key,
        label,
        hint,
    } = field;
    let numbers = form.grades.iter().map(|grade| {
        let held = Held::of(state, id, card, cell_key(&key, [grade.key.as_str()]));
        view! {
            <NumberField
                label=say(&grade.label, language)
                value=held.read(FieldValue::number)
                on_change=held.taker(held.typed(), |number: Option<u32>| {
                    number.map(FieldValue::Number)
                })
                most=HIGHEST_NUMBER
            />
        }
    });
    let numbers = numbers.collect_view();
    view! {
        <fieldset class="form-block">
            <legend class="label">{label}</legend>
            {(!hint.is_empty()).then(|| view! { <p class="hint">{hint}</p> })}
            <div class="numbers numbers-narrow">{numbers}</div>
            <Shares card=card of=key form=form />
        </fieldset>
    }
}

/// What the votes come to.
#[component]
fn Shares(card: Kept, of: String, form: TallyForm) -> impl IntoView {
    let (words, language) = (&texts().forms, language());
    let lines = read(card, move |card| {
        votes_words(&form, &votes(&form, &of, card), language)
    });
    let lines = move || match lines.get() {
        None => view! { <p class="hint">{words.votes_none}</p> }.into_any(),
        Some([together, each]) => view! {
            {(!together.is_empty()).then(|| view! { <p class="sums">{together}</p> })}
            <p class="hint">{each}</p>
        }
        .into_any(),
    };
    view! { <div role="status">{lines}</div> }
}
