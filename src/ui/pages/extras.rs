//! 否决项和加分项: vetoes and bonus, and the end of the quarter.
//!
//! Not here: what they do to the result; each says its effect, and the result shows it.

use crate::app::state::AppState;
use crate::assessment::NextStop;
use crate::text::part_words::vetoes_hint;
use crate::ui::answering::{BonusForm, PageAction, PageActionShown, RunEnd, VetoList, points_unit};
use crate::ui::explained::Explained;
use crate::ui::lazy_part::LazyPart;
use crate::ui::pages::next_part::action_to;
use crate::ui::parts::{InPages, Wanted};
use crate::ui::route::Route;
use crate::ui::speech::{language, texts};
use leptos::prelude::*;
use std::sync::Arc;

/// Vetoes and bonus.
#[component]
pub fn ExtrasPage() -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().assess);
    let Some(pack) = state.pack_in_force.get_untracked() else {
        return ().into_any();
    };
    let sum = move || {
        let points = state
            .outcome
            .with(|one| one.as_ref().map_or(0, |one| one.bonus.points));
        (words.bonus_sum)(points_unit(state).of(points))
    };
    let bonuses = pack.bonuses.iter();
    let bonuses = bonuses.map(|bonus| view! { <BonusForm bonus=bonus.clone() /> });
    let next = action_to(state, None);
    PageActionShown::follow(move || match next.get() {
        // The vetoes stand on this page.
        (NextStop::Vetoes, _) => PageAction::Page(Route::Result, words.to_result.to_owned()),
        (_, action) => action,
    });
    view! {
        {(!pack.vetoes.is_empty()).then(|| view! {
            <section class="card">
                <h2><Explained text=words.vetoes_title /></h2>
                <p class="hint">{vetoes_hint(&pack, language())}</p>
                <VetoList pack=Arc::clone(&pack) />
            </section>
        })}
        {(!pack.bonuses.is_empty()).then(|| view! {
            <h2>{words.bonus_title}</h2>
            <p class="hint">{words.bonus_hint}</p>
            {bonuses.collect_view()}
            <p role="status">{sum}</p>
        })}
        <LazyPart wanted=Wanted::InPages(InPages::End(RunEnd::Quarter)) />
    }
    .into_any()
}
