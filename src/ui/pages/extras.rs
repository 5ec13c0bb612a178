//! 否决项和加分项: vetoes and bonus.
//!
//! Not here: what they do to the result; each says its effect, and the result shows it.

use crate::app::state::AppState;
use crate::assessment::{AnswerValue, VetoAnswer};
use crate::ui::answering::{BonusForm, VetoForm, vetoes_hint};
use crate::ui::components::{Button, ButtonLink, Weight};
use crate::ui::route::Route;
use crate::ui::speech::texts;
use leptos::prelude::*;
use std::sync::Arc;

/// Vetoes and bonus.
#[component]
pub fn ExtrasPage() -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().assess);
    let Some(pack) = state.pack_in_force.get_untracked() else {
        return ().into_any();
    };
    let all_clear = {
        let ids: Vec<_> = pack.vetoes.iter().map(|veto| veto.id.clone()).collect();
        Callback::new(move |()| {
            let clear = AnswerValue::Veto(VetoAnswer::Clear);
            let open = |id: &_| {
                state
                    .assessment
                    .with_untracked(|one| one.as_ref().is_some_and(|one| one.value(id).is_none()))
            };
            let values = ids
                .iter()
                .filter(|id| open(id))
                .map(|id| (id.clone(), clear.clone()));
            state.answer_many(values.collect());
        })
    };
    let sum = move || {
        let points = state
            .outcome
            .with(|one| one.as_ref().map_or(0, |one| one.bonus.points));
        (words.bonus_sum)(points)
    };
    let vetoes = pack.vetoes.iter();
    let vetoes = vetoes.map(|veto| view! { <VetoForm veto=veto.clone() pack=Arc::clone(&pack) /> });
    let bonuses = pack.bonuses.iter();
    let bonuses = bonuses.map(|bonus| view! { <BonusForm bonus=bonus.clone() /> });
    view! {
        {(!pack.vetoes.is_empty()).then(|| view! {
            <h2>{words.vetoes_title}</h2>
            <p class="hint">{vetoes_hint(&pack)}</p>
            <Button label=words.vetoes_all_clear on_press=all_clear />
            {vetoes.collect_view()}
        })}
        {(!pack.bonuses.is_empty()).then(|| view! {
            <h2>{words.bonus_title}</h2>
            <p class="hint">{words.bonus_hint}</p>
            {bonuses.collect_view()}
            <p role="status">{sum}</p>
        })}
        <ButtonLink label=words.to_result href=Route::Result.to_string() weight=Weight::Primary />
    }
    .into_any()
}
