//! 只查必达项: the must-items that are due, one below the other, in about five minutes.
//!
//! Not here: the other indicators.

use crate::app::state::AppState;
use crate::assessment::Standing;
use crate::ui::answering::IndicatorForm;
use crate::ui::components::{ButtonLink, ProgressLine, Weight};
use crate::ui::route::Route;
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;

/// The must-items.
#[component]
pub fn MustPage() -> impl IntoView {
    let (state, words, language) = (AppState::expect(), &texts().assess, language());
    let count = move |standing: fn(Standing) -> bool| {
        state.outcome.with(|outcome| {
            let basics = outcome.iter().flat_map(|one| &one.basics);
            let musts = basics
                .flat_map(|basic| &basic.indicators)
                .filter(|one| one.must);
            musts.filter(|one| standing(one.standing)).count()
        })
    };
    let all = Signal::derive(move || count(Standing::counts));
    let done = Signal::derive(move || all.get() - count(|one| one == Standing::Unchecked));
    let pack = state.pack_in_force.get_untracked();
    let outcome = state.outcome.get_untracked();
    let due = |id: &_| {
        let result = outcome.as_ref().and_then(|outcome| outcome.indicator(id));
        result.is_some_and(|result| result.standing.counts())
    };
    let groups = pack
        .iter()
        .flat_map(|pack| &pack.basics)
        .filter_map(|basic| {
            let musts: Vec<_> = basic
                .indicators
                .iter()
                .filter(|one| one.must && due(&one.id))
                .cloned()
                .collect();
            (!musts.is_empty()).then(|| {
                view! {
                    <h2>{say(&basic.title, language)}</h2>
                    {musts
                        .into_iter()
                        .map(|one| view! { <IndicatorForm indicator=one level=3 /> })
                        .collect_view()}
                }
            })
        });
    view! {
        <p class="hint">{words.must_hint}</p>
        <ProgressLine done=done all=all />
        {groups.collect_view()}
        <ButtonLink label=words.to_result href=Route::Result.to_string() weight=Weight::Primary />
    }
}
