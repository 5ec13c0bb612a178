//! Where answers are given: the forms of indicators, scored indicators, vetoes and bonus items,
//! each joined to the state of the app.
//!
//! Not here: the pages that list them (`pages`), and the buttons they are made of (`components`).

mod aside;
mod bands_shown;
mod bonus_form;
mod count_answer;
mod folded;
mod from_before;
mod indicator_form;
mod ledger_filled;
mod more;
mod other_scoring;
mod own_due;
mod page_action;
mod record_one;
mod rectify;
mod run;
mod scored_form;
mod together;
mod veto_form;
mod veto_list;

pub use bonus_form::BonusForm;
pub use folded::{folded_indicator, folded_scored, folding};
pub use from_before::FromBefore;
pub use indicator_form::IndicatorForm;
pub use more::More;
pub use other_scoring::OtherScoring;
pub use page_action::{PageAction, PageActionShown};
pub use record_one::RecordOne;
pub use rectify::{Rectify, under_way, until_words};
pub use run::{END, Run, RunEnd};
pub use scored_form::ScoredForm;
pub use together::{SameInQuarter, SameOnPage};
pub use veto_form::VetoForm;
pub use veto_list::VetoList;

use crate::app::state::AppState;
use crate::assessment::{Answer, AnswerValue, same_answer};
use crate::standard::{ItemId, PointsUnit};
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

/// In which unit the points of the pack in force are written.
pub fn points_unit(state: AppState) -> PointsUnit {
    let pack = state.pack_in_force.get_untracked();
    pack.map_or_else(PointsUnit::default, |pack| pack.points_unit)
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

/// The answer of the period before with which an item that is still open can be answered again
/// (和上季度一样).
pub fn same_answer_of(state: AppState, id: &ItemId) -> Memo<Option<AnswerValue>> {
    let id = id.clone();
    Memo::new(move |_| {
        let (pack, outcome) = (state.pack_in_force.get()?, state.outcome.get()?);
        state.previous.with(|previous| {
            let previous = previous.as_ref()?;
            state
                .ledger
                .with(|ledger| same_answer(&id, &pack, &outcome, previous, ledger).cloned())
        })
    })
}
