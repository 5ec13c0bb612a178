//! One star (星): its points so far, its scored indicators, and the fewest steps to it.
//!
//! Not here: the form of a single scored indicator (`answering`).

use super::next_part::action_to;
use crate::app::state::AppState;
use crate::assessment::{Part, Progress, Standing, StarState};
use crate::standard::{StandardPack, Star};
use crate::text::part_words::named_alone;
use crate::ui::answering::{Run, RunEnd, SameOnPage, ScoredForm, folded_scored, folding};
use crate::ui::components::{EmptyState, LinkList, ListLink, StandingMark};
use crate::ui::lazy_part::LazyPart;
use crate::ui::parts::{InPages, Wanted};
use crate::ui::route::Route;
use crate::ui::speech::{item_name, language, texts};
use leptos::prelude::*;
use std::sync::Arc;

/// One star.
#[component]
pub fn StarPage(
    /// Its key.
    key: String,
) -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.assess;
    let Some(pack) = state.pack_in_force.get_untracked() else {
        return view! { <EmptyState text=texts.result.empty /> }.into_any();
    };
    let Some(star) = pack.star(&key).cloned() else {
        return view! { <EmptyState text=words.unknown_item /> }.into_any();
    };
    let own = key.clone();
    let found = Memo::new(move |_| {
        let found = state.pack_in_force.get().zip(state.outcome.get());
        let star = found.and_then(|(pack, outcome)| {
            let star = outcome.star(&own)?;
            Some((star.state, star.progress(&pack)))
        });
        star.unwrap_or((StarState::Named, Progress::default()))
    });
    let progress = Signal::derive(move || found.get().1);
    let is_scored = star.is_scored();
    let items: Vec<_> = star.indicators.iter().map(|one| one.id.clone()).collect();
    let body = match (found.get_untracked().0, is_scored) {
        (StarState::NotApplicable, _) => view! { <p>{words.star_not_applicable}</p> }.into_any(),
        (_, true) => {
            let forms = star.indicators.into_iter().map(|one| {
                let folded = folded_scored(state, &one);
                let card = move || view! { <ScoredForm indicator=one.clone() /> }.into_any();
                folding(folded, card)
            });
            forms.collect::<Vec<AnyView>>().into_any()
        }
        (_, false) => view! { <Related star=star pack=pack /> }.into_any(),
    };
    let next = action_to(state, Some(Part::Star(key.clone())));
    let end = is_scored.then(|| {
        let wanted = Wanted::InPages(InPages::End(RunEnd::Star(key)));
        view! { <LazyPart wanted=wanted /> }
    });
    view! {
        <Run
            items=items.clone()
            progress=progress
            last=Signal::derive(move || next.get().1)
        >
            <SameOnPage items=items />
            {body}
            {end}
        </Run>
    }
    .into_any()
}

/// What the basics say to a star that has no points (对应的基项结果).
#[component]
fn Related(star: Star, pack: Arc<StandardPack>) -> impl IntoView {
    let (state, language) = (AppState::expect(), language());
    let (hint, related) = named_alone(&pack, language);
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
            <ListLink
                title=item_name(&pack, id, language)
                href=Route::Indicator(id.clone()).to_string()
            >
                <StandingMark standing=standing />
            </ListLink>
        }
        .into_any()
    });
    let rows: Vec<AnyView> = rows.collect();
    view! {
        <p class="hint">{hint}</p>
        <h2>{related}</h2>
        <LinkList>{rows}</LinkList>
    }
}
