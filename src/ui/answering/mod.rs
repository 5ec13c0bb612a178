//! Where answers are given: the forms of indicators, scored indicators, vetoes and bonus items,
//! each joined to the state of the app.
//!
//! Not here: the pages that list them (`pages`), and the buttons they are made of (`components`).

mod bands_shown;
mod bonus_form;
mod count_answer;
mod from_before;
mod indicator_form;
mod ledger_filled;
mod more;
mod record_one;
mod rectify;
mod scored_form;
mod veto_form;

pub use bonus_form::BonusForm;
pub use from_before::FromBefore;
pub use indicator_form::IndicatorForm;
pub use more::More;
pub use record_one::RecordOne;
pub use rectify::{Rectify, state_word, under_way, until_words};
pub use scored_form::ScoredForm;
pub use veto_form::{VetoForm, vetoes_hint};

use crate::app::state::AppState;
use crate::assessment::{Answer, AnswerValue, Assessment};
use crate::standard::ItemId;
use leptos::prelude::*;

/// The answer to one item in the open assessment; it changes only when this answer changes.
pub fn answer_of(state: AppState, id: &ItemId) -> Memo<Option<Answer>> {
    let id = id.clone();
    Memo::new(move |_| {
        state
            .assessment
            .with(|one| one.as_ref().and_then(|one| one.answers.get(&id).cloned()))
    })
}

/// The value of the answer to one item.
pub fn value_of(state: AppState, id: &ItemId) -> Memo<Option<AnswerValue>> {
    let id = id.clone();
    Memo::new(move |_| {
        state
            .assessment
            .with(|one| one.as_ref().and_then(|one| one.value(&id).cloned()))
    })
}

/// The value by which an item is answered, if it is.
fn answer_in<'a>(assessment: &'a Assessment, id: &ItemId) -> Option<&'a AnswerValue> {
    assessment.value(id).filter(|value| value.is_answer())
}

/// What was answered in the period before, while nothing is answered in this one (上期).
pub fn previous_value_of(state: AppState, id: &ItemId) -> Memo<Option<AnswerValue>> {
    let id = id.clone();
    Memo::new(move |_| {
        let answered = state.assessment.with(|one| {
            one.as_ref()
                .is_some_and(|one| answer_in(one, &id).is_some())
        });
        if answered {
            return None;
        }
        state
            .previous
            .with(|one| one.as_ref().and_then(|one| answer_in(one, &id).cloned()))
    })
}
