//! One indicator with everything there is to say of it.
//!
//! Not here: the list it stands in.

use crate::app::state::AppState;
use crate::standard::ItemId;
use crate::ui::answering::{BonusForm, IndicatorForm, ScoredForm, VetoForm};
use crate::ui::components::{ButtonLink, EmptyState};
use crate::ui::route::Route;
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;

/// One indicator, scored indicator, veto or bonus item.
#[component]
pub fn IndicatorPage(
    /// Its id.
    id: ItemId,
) -> impl IntoView {
    let (state, words, language) = (AppState::expect(), &texts().assess, language());
    let Some(pack) = state.pack_in_force.get_untracked() else {
        return view! { <EmptyState text=texts().result.empty /> }.into_any();
    };
    let link = |name: String, route: Route| {
        view! { <ButtonLink label=(words.to_whole)(name) href=route.to_string() /> }
    };
    if let Some((basic, one)) = pack.indicator(&id) {
        let up = link(say(&basic.title, language), Route::Basic(basic.key.clone()));
        return view! { <IndicatorForm indicator=one.clone() />{up} }.into_any();
    }
    if let Some((star, one)) = pack.scored(&id) {
        let up = link(say(&star.title, language), Route::Star(star.key.clone()));
        return view! { <ScoredForm indicator=one.clone() />{up} }.into_any();
    }
    if let Some(veto) = pack.veto(&id).cloned() {
        return view! { <VetoForm veto=veto pack=pack /> }.into_any();
    }
    match pack.bonus(&id).cloned() {
        Some(bonus) => view! { <BonusForm bonus=bonus /> }.into_any(),
        None => view! { <EmptyState text=words.unknown_item /> }.into_any(),
    }
}
