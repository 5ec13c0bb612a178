//! What else can be done with an indicator (顺手可做), one thing at a time, at the beginning of the
//! last line of its card: give the answer of the period before again, have it put right, record
//! what would fill it, look at the records.
//!
//! It takes the same room whatever it is, so that nothing moves when an indicator is answered. Not
//! here: the card (`components::indicator_card`).

use super::ledger_filled::way_to;
use crate::app::state::AppState;
use crate::assessment::{AnswerValue, Standing};
use crate::standard::{Indicator, ItemId};
use crate::ui::components::{Button, ButtonLink, Weight};
use crate::ui::lazy_part::LazyPart;
use crate::ui::parts::{InPages, Wanted};
use crate::ui::route::Route;
use crate::ui::speech::texts;
use leptos::prelude::*;

/// What is known of an indicator when it is asked what else can be done.
#[derive(Clone)]
pub struct Beside {
    /// How it stands.
    pub standing: Signal<Option<Standing>>,
    /// The answer of the period before that can be given again.
    pub same: Memo<Option<AnswerValue>>,
    /// Whether the ledger filled it.
    pub is_filled: Memo<bool>,
    /// Whether it was answered.
    pub is_answered: Memo<bool>,
    /// What stands in a rectification of it from the start.
    pub problem: String,
}

/// One thing that can be done.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Aside {
    PutRight,
    Same,
    Records,
    RecordsAndPutRight,
    RecordOne,
    Nothing,
}

/// What else can be done with `indicator`.
pub fn aside(
    state: AppState,
    indicator: &Indicator,
    beside: Beside,
) -> impl Fn() -> AnyView + Send + Sync + 'static {
    let id = indicator.id.clone();
    let is_counted = !indicator.answer.is_verdict();
    let records = way_to(indicator.filled_by.as_ref());
    let Beside {
        standing,
        same,
        is_filled,
        is_answered,
        problem,
    } = beside;
    let own = id.clone();
    let is_pursued = Memo::new(move |_| {
        state
            .ledger
            .with(|ledger| ledger.open_rectification_of(&own).is_some())
    });
    let which = Memo::new(move |_| {
        let lacks = is_pursued.get() || standing.get().is_some_and(Standing::is_lacking);
        match (is_filled.get(), lacks) {
            (true, true) => return Aside::RecordsAndPutRight,
            (true, false) => return Aside::Records,
            (false, true) => return Aside::PutRight,
            (false, false) => {}
        }
        if same.with(Option::is_some) {
            Aside::Same
        } else if is_counted && !is_answered.get() {
            Aside::RecordOne
        } else {
            Aside::Nothing
        }
    });
    let put_right = Wanted::InPages(InPages::Rectify(id.clone(), problem, standing));
    let record_one = Wanted::InPages(InPages::RecordOne(id.clone()));
    move || {
        let (id, put_right, record_one) = (id.clone(), put_right.clone(), record_one.clone());
        let records = records.clone();
        let view = move || match which.get() {
            Aside::PutRight => view! { <LazyPart wanted=put_right.clone() /> }.into_any(),
            Aside::RecordsAndPutRight => view! {
                {look_at(&records)}
                <LazyPart wanted=put_right.clone() />
            }
            .into_any(),
            Aside::Same => same_again(state, id.clone(), same),
            Aside::Records => look_at(&records),
            Aside::RecordOne => view! { <LazyPart wanted=record_one.clone() /> }.into_any(),
            Aside::Nothing => ().into_any(),
        };
        view.into_any()
    }
}

/// Gives the answer of the period before again.
pub fn same_again(state: AppState, id: ItemId, same: Memo<Option<AnswerValue>>) -> AnyView {
    let press = Callback::new(move |()| {
        if let Some(value) = same.get_untracked() {
            state.answer(&id, Some(value));
        }
    });
    let label = texts().common.answer_same_as_previous;
    view! { <Button label=label weight=Weight::Quiet on_press=press /> }.into_any()
}

fn look_at(records: &Route) -> AnyView {
    let (label, href) = (texts().duties.recorded_link, records.to_string());
    view! { <ButtonLink label=label href=href weight=Weight::Quiet /> }.into_any()
}
