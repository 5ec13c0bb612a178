//! Which kind of responsibility a duty is (哪种责任), told by the user where no source says it.
//!
//! Not here: what a source says, which stands among the facts of the duty (`duty`).

use super::change_duties;
use crate::app::commands::Pace;
use crate::app::state::AppState;
use crate::standard::{ItemId, Responsibility};
use crate::ui::components::{Choice, Select, Selection};
use crate::ui::speech::texts;
use leptos::prelude::*;

/// The choice for one duty, one of the user's own as well.
#[component]
pub fn ResponsibilityChoice(id: ItemId) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().responsibilities);
    let id = StoredValue::new(id);
    let told = move || {
        state.organization.with(|one| {
            let told = one.as_ref().map(|one| &one.local.responsibilities);
            id.with_value(|id| told.and_then(|told| told.get(id)).copied())
        })
    };
    let kinds = Responsibility::ALL.map(|kind| Choice::plain(Some(kind), words.kind(kind)));
    let choices = [Choice::plain(None, words.unsaid)].into_iter().chain(kinds);
    let selection = Selection::new(
        choices,
        move || Some(told()),
        move |kind| {
            change_duties(state, Pace::Now, |local| {
                id.with_value(|id| local.tell_responsibility(id, kind));
            });
        },
    );
    view! { <Select label=words.title selection=selection /> }
}
