//! An answer that the ledger gives (由台账自动填写): what it says, the way to the entries, and in a fold
//! the way to answer otherwise, with the reason.
//!
//! Not here: what the ledger amounts to (`assessment`), and the answers themselves, which are handed
//! in.

use super::{answer_of, value_of};
use crate::app::state::AppState;
use crate::assessment::{AnswerValue, IndicatorResult};
use crate::standard::{Indicator, ItemId, LedgerFact};
use crate::ui::components::{
    ActionRow, Button, ButtonLink, DerivedNote, Disclosure, TextField, Weight,
};
use crate::ui::lazy_part::LazyPart;
use crate::ui::parts::{InPages, Wanted};
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
    let is_counted = !indicator.answer.is_verdict();
    // Only an entry coming or going makes this anew, and never what is typed into the fields.
    let filled = {
        let id = id.clone();
        Memo::new(move |_| result_of(state, &id).is_some_and(|one| one.is_settled_by_ledger()))
    };
    let fact = indicator.filled_by.clone();
    let id = StoredValue::new(id);
    let link = StoredValue::new(fact.as_ref().map_or(Route::Records, way_to).to_string());
    move || {
        let entry = entry.clone();
        if !filled.get() {
            return view! {
                {entry.run()}
                <Show when=move || is_counted && !own.get()>
                    <LazyPart wanted=Wanted::InPages(InPages::RecordOne(id.get_value())) />
                </Show>
            }
            .into_any();
        }
        // What the ledger says is not asked: another answer is given where the fold is opened.
        view! {
            <Filled own=own href=link.get_value() />
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

/// Where the entries are looked at.
fn way_to(fact: &LedgerFact) -> Route {
    match fact {
        LedgerFact::Duty(id) => Route::Duty(id.clone()),
        LedgerFact::StepsOf(id) | LedgerFact::LimitsOf(id) | LedgerFact::SettledOf(id) => {
            Route::Mechanism(id.clone())
        }
        LedgerFact::Rectifications => Route::Rectifications,
    }
}

/// That the ledger filled it, or that somebody decided otherwise; and the way to the entries.
#[component]
fn Filled(own: Memo<bool>, href: String) -> impl IntoView {
    let words = &texts().duties;
    let text = Signal::derive(move || {
        if own.get() {
            words.recorded_changed.to_owned()
        } else {
            words.recorded_filled.to_owned()
        }
    });
    view! {
        <DerivedNote text=text />
        <ActionRow>
            <ButtonLink label=words.recorded_link href=href weight=Weight::Quiet />
        </ActionRow>
    }
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
