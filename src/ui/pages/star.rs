//! One star (星): its points so far, its scored indicators, and the fewest steps to it.
//!
//! Not here: the form of a single scored indicator (`answering`).

use super::next_part::next_link;
use crate::app::state::AppState;
use crate::assessment::{Standing, StarState};
use crate::standard::{StandardPack, Star};
use crate::ui::answering::ScoredForm;
use crate::ui::components::{EmptyState, LinkList, ListLink, StandingMark, StarMark};
use crate::ui::pages::result::Way;
use crate::ui::route::Route;
use crate::ui::sentences::star_reasons;
use crate::ui::speech::{item_name, language, texts};
use leptos::prelude::*;
use std::sync::Arc;

/// One star.
#[component]
pub fn StarPage(
    /// Its key.
    key: String,
) -> impl IntoView {
    let (state, texts, language) = (AppState::expect(), texts(), language());
    let words = &texts.assess;
    let Some(pack) = state.pack_in_force.get_untracked() else {
        return view! { <EmptyState text=texts.result.empty /> }.into_any();
    };
    let Some(star) = pack.star(&key).cloned() else {
        return view! { <EmptyState text=words.unknown_item /> }.into_any();
    };
    let found = {
        let key = key.clone();
        Memo::new(move |_| {
            state
                .outcome
                .with(|outcome| outcome.as_ref().and_then(|one| one.star(&key).cloned()))
        })
    };
    let mark = Signal::derive(move || {
        found.with(|one| one.as_ref().map_or(StarState::Named, |one| one.state))
    });
    let reasons = {
        let pack = Arc::clone(&pack);
        move || {
            found.with(|one| {
                let reasons = one
                    .iter()
                    .flat_map(|one| star_reasons(one, &pack, language));
                reasons
                    .take(3)
                    .map(|reason| view! { <li>{reason}</li> })
                    .collect_view()
            })
        }
    };
    let way =
        Signal::derive(move || found.with(|one| one.as_ref().and_then(|one| one.way.clone())));
    let body = match (mark.get_untracked(), star.is_scored()) {
        (StarState::NotApplicable, _) => view! { <p>{words.star_not_applicable}</p> }.into_any(),
        (_, true) => {
            let forms = star.indicators.iter();
            forms
                .map(|one| view! { <ScoredForm indicator=one.clone() /> })
                .collect_view()
                .into_any()
        }
        (_, false) => view! { <Related star=star.clone() pack=Arc::clone(&pack) /> }.into_any(),
    };
    view! {
        {star.is_scored().then(|| view! {
            <div class="card">
                <StarMark state=mark />
                <ul class="reasons">{reasons}</ul>
                <Way way=way pack=Arc::clone(&pack) />
            </div>
        })}
        {body}
        {next_link(pack.after_star(&key))}
    }
    .into_any()
}

/// What the basics say to a star that has no points (对应的基项结果).
#[component]
fn Related(star: Star, pack: Arc<StandardPack>) -> impl IntoView {
    let (state, words, language) = (AppState::expect(), &texts().assess, language());
    let rows = star.related.iter().map(|id| {
        let standing = {
            let id = id.clone();
            Signal::derive(move || {
                state.outcome.with(|outcome| {
                    let found = outcome.as_ref().and_then(|one| one.indicator(&id));
                    found.map_or(Standing::Off, |one| one.standing)
                })
            })
        };
        view! {
            <ListLink title=item_name(&pack, id, language) href=Route::Indicator(id.clone()).to_string()>
                <StandingMark standing=standing />
            </ListLink>
        }
        .into_any()
    });
    let rows: Vec<AnyView> = rows.collect();
    view! {
        <p class="hint">{words.named_hint}</p>
        <h2>{words.named_related}</h2>
        <LinkList>{rows}</LinkList>
    }
}
