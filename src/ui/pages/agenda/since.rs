//! From which day on a duty counts (起算日): why nothing before it is overdue, and where the user puts
//! another day.
//!
//! Not here: what is overdue (`duty`), and when the day is put by itself (`assessment`).

use super::change_duties;
use crate::app::commands::Pace;
use crate::app::state::AppState;
use crate::duty::spared_before;
use crate::standard::ItemId;
use crate::ui::components::{DateField, Notice};
use crate::ui::duty_words::day_words;
use crate::ui::speech::texts;
use leptos::prelude::*;

/// The field for the day from which a duty counts.
#[component]
pub fn Since(id: ItemId) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().duties);
    let id = StoredValue::new(id);
    let value = Signal::derive(move || {
        state.organization.with(|one| {
            let local = one.as_ref().map(|one| &one.local);
            local.and_then(|local| id.with_value(|id| local.duty_since(id)))
        })
    });
    let put = Callback::new(move |day| {
        change_duties(state, Pace::Now, |local| {
            id.with_value(|id| local.put_duty_since(id, day));
        });
    });
    view! { <DateField label=words.since hint=words.since_hint value=value on_change=put /> }
}

/// Says from which day on a duty counts, where something before it would be late without that.
#[component]
pub fn Spared(id: ItemId) -> impl IntoView {
    let state = AppState::expect();
    let sentence = Memo::new(move |_| spared_words(state, &id));
    move || sentence.get().map(|text| view! { <Notice text=text /> })
}

/// The sentence that says from which day on a duty counts; `None` if nothing is spared by it.
pub fn spared_words(state: AppState, id: &ItemId) -> Option<String> {
    let pack = state.pack_in_force.get()?;
    let (texts, today) = (texts(), state.today()?);
    let day = state.with_known(|_, known| spared_before(pack.checklist.duty(id)?, known))??;
    Some((texts.duties.counts_since)(day_words(day, today, texts)))
}
