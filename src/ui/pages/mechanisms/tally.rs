//! Votes by grade (测评票数), with the share of each.
//!
//! Not here: how shares are reckoned (`duty`), and what is a good one; no document says that.

use super::held::Held;
use super::kept::{Kept, OfField, read};
use crate::app::state::AppState;
use crate::duty::{Votes, votes};
use crate::exchange::limits::HIGHEST_NUMBER;
use crate::ledger::{FieldValue, cell_key};
use crate::standard::TallyForm;
use crate::text::list;
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
    let names: Vec<(String, String)> = form
        .grades
        .iter()
        .map(|grade| (grade.key.clone(), say(&grade.label, language)))
        .collect();
    let together = names.iter().filter(|(key, _)| form.content.contains(key));
    let together: Vec<String> = together.map(|(_, name)| name.clone()).collect();
    let together = list(together, language);
    let found: Signal<Votes> = read(card, move |card| votes(&form, &of, card));
    let lines = move || {
        found.with(|found| {
            if found.all == 0 {
                return view! { <p class="hint">{words.votes_none}</p> }.into_any();
            }
            let share = |number: u64| found.per_mille(number).map_or(String::new(), percent);
            let each = names
                .iter()
                .zip(&found.by_grade)
                .map(|((_, name), number)| {
                    let number = u64::from(*number);
                    (words.votes_of)(name.clone(), number, share(number))
                });
            let each: Vec<String> = each.collect();
            let content = found.content.map(|number| {
                let text = (words.votes_together)(together.clone(), number, share(number));
                view! { <strong>{text}</strong> }
            });
            view! {
                <p>{content}</p>
                <p class="hint">{(words.votes_all)(found.all)}" · "{each.join(" · ")}</p>
            }
            .into_any()
        })
    };
    view! { <div role="status">{lines}</div> }
}

/// A share in thousandths as a percentage: 967 is 96.7%.
pub fn percent(per_mille: u32) -> String {
    let (whole, tenth) = (per_mille / 10, per_mille % 10);
    let share = match tenth {
        0 => whole.to_string(),
        _ => format!("{whole}.{tenth}"),
    };
    (texts().forms.percent)(share)
}
