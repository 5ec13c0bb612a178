//! 汇报单: the report of the open period.
//!
//! Not here: what stands in it (`handout::report`).

use super::actions::HandoutActions;
use super::material::{file_of_period, material_of_period};
use super::paper::Paper;
use crate::app::state::AppState;
use crate::handout::report::{Extent, report};
use crate::sorted_set::SortedSet;
use crate::ui::components::EmptyState;
use crate::ui::speech::texts;
use leptos::prelude::*;

/// The report of the open period.
#[component]
pub fn ReportPage() -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let included = RwSignal::new(SortedSet::default());
    let material = material_of_period(included);
    let made = Memo::new(move |_| {
        let material = material.get()?;
        Some(report(&material, Extent::Short, None))
    });
    move || {
        let Some(handout) = made.get() else {
            return view! { <EmptyState text=texts.result.empty /> }.into_any();
        };
        view! {
            <HandoutActions
                handout=Signal::stored(handout.clone())
                data=file_of_period(state, included)
            />
            <Paper handout=handout />
        }
        .into_any()
    }
}
