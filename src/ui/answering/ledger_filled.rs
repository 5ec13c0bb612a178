//! An answer that the ledger gives (由台账自动填写): that it does, and in a fold the way to answer
//! otherwise, with the reason.
//!
//! Not here: what the ledger amounts to (`assessment`), the way to the entries (`aside`), and the
//! answers themselves, which are handed in.

use super::{answer_of, value_of};
use crate::app::state::AppState;
use crate::assessment::{AnswerValue, IndicatorResult};
use crate::standard::{Indicator, ItemId, LedgerFact};
use crate::ui::components::{Button, DerivedNote, Disclosure, TextField};
use crate::ui::route::Route;
use crate::ui::speech::texts;
use leptos::prelude::*;

/// Where an indicator is answered: as the ledger fills it, or by `entry`.
#[component]
pub fn LedgerFilled(
    /// The indicator.
    indicator: Indicator,
    /// The answers, for where the ledger does not decide, or somebody decides otherwise.
    #[prop(into)]
    entry: ViewFn,
) -> impl IntoView {
    let state = AppState::expect();
    let id = indicator.id.clone();
    let value = value_of(state, &id);
    let own =
        Memo::new(move |_| value.with(|one| one.as_ref().is_some_and(AnswerValue::is_answer)));
    // Only an entry coming or going makes this anew, and never what is typed into the fields.
    let filled = {
        let id = id.clone();
        Memo::new(move |_| result_of(state, &id).is_some_and(|one| one.is_settled_by_ledger()))
    };
    let id = StoredValue::new(id);
    move || {
        let entry = entry.clone();
        if !filled.get() {
            return entry.run();
        }
        // What the ledger says is not asked: another answer is given where the fold is opened.
        view! {
            <Filled own=own />
            <Disclosure summary=texts().duties.recorded_change open=own.get_untracked()>
                {entry.run()}
                <Show when=move || own.get()>
                    <ChangedReason id=id.get_value() />
                </Show>
            </Disclosure>
        }
        .into_any()
    }
}

/// How an indicator stands in the open period.
pub fn result_of(state: AppState, id: &ItemId) -> Option<IndicatorResult> {
    state
        .outcome
        .with(|outcome| outcome.as_ref()?.indicator(id).cloned())
}

/// Where the entries are looked at that fill an indicator by this fact.
pub fn way_to(fact: Option<&LedgerFact>) -> Route {
    let Some(fact) = fact else {
        return Route::Records;
    };
    match fact {
        LedgerFact::Duty(id) => Route::Duty(id.clone()),
        LedgerFact::StepsOf(id) | LedgerFact::LimitsOf(id) | LedgerFact::SettledOf(id) => {
            Route::Mechanism(id.clone())
        }
        LedgerFact::Rectifications => Route::Rectifications,
    }
}

/// That the ledger filled it, or that somebody decided otherwise.
#[component]
fn Filled(own: Memo<bool>) -> impl IntoView {
    let words = &texts().duties;
    let text = Signal::derive(move || {
        if own.get() {
            words.recorded_changed.to_owned()
        } else {
            words.recorded_filled.to_owned()
        }
    });
    view! { <DerivedNote text=text /> }
}

/// Why somebody decided otherwise, and the way back.
#[component]
fn ChangedReason(id: ItemId) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().duties);
    let answer = answer_of(state, &id);
    let reason = Signal::derive(move || {
        let kept = answer.with(|one| one.as_ref().map(|one| one.reason.clone()));
        kept.unwrap_or_default()
    });
    let own = id.clone();
    let write = Callback::new(move |text: String| state.write_reason(&own, text));
    let back = Callback::new(move |()| state.answer(&id, None));
    view! {
        <TextField label=words.recorded_why value=reason on_input=write />
        <Button label=words.recorded_back on_press=back />
    }
}
