//! 只查必达项: the must-items that are due, one below the other, in about five minutes, and at the
//! end what they come to.
//!
//! Not here: the other indicators.

use super::run_end::NextSteps;
use crate::app::state::AppState;
use crate::assessment::{MustItems, Progress};
use crate::standard::{Indicator, ItemId};
use crate::text::part_words::{must_hint, must_others};
use crate::ui::answering::{
    END, IndicatorForm, PageAction, Run, SameOnPage, folded_indicator, folding,
};
use crate::ui::components::{LinkList, ListLink, StandingMark};
use crate::ui::must_line::{must_items, must_words};
use crate::ui::route::Route;
use crate::ui::speech::{item_name, language, say, texts};
use leptos::prelude::*;

/// The must-items.
#[component]
pub fn MustPage() -> impl IntoView {
    let (state, words, language) = (AppState::expect(), &texts().assess, language());
    let items = must_items(state);
    let progress = Signal::derive(move || {
        items.with(|items| Progress {
            done: items.due - items.open.len(),
            all: items.due,
        })
    });
    let pack = state.pack_in_force.get_untracked();
    let hint = pack.as_ref().map(|pack| must_hint(pack, language));
    let outcome = state.outcome.get_untracked();
    let due = |id: &_| {
        let result = outcome.as_ref().and_then(|outcome| outcome.indicator(id));
        result.is_some_and(|result| result.standing.counts())
    };
    let basics = pack.iter().flat_map(|pack| &pack.basics);
    let musts: Vec<(String, Vec<Indicator>)> = basics
        .map(|basic| {
            let own = basic.indicators.iter();
            let musts = own.filter(|one| one.must && due(&one.id));
            (say(&basic.title, language), musts.cloned().collect())
        })
        .filter(|(_, musts): &(_, Vec<Indicator>)| !musts.is_empty())
        .collect();
    let ids = musts.iter().flat_map(|(_, musts)| musts);
    let ids: Vec<ItemId> = ids.map(|one| one.id.clone()).collect();
    let groups = musts.into_iter().map(|(title, musts)| {
        let cards = musts.into_iter().map(|one| {
            let folded = folded_indicator(state, &one);
            let card = move || {
                view! { <IndicatorForm indicator=one.clone() level=3 marks_must=false /> }
                    .into_any()
            };
            folding(folded, card)
        });
        let cards: Vec<AnyView> = cards.collect();
        view! {
            <h2>{title}</h2>
            {cards}
        }
        .into_any()
    });
    let groups: Vec<AnyView> = groups.collect();
    let result = PageAction::Page(Route::Result, words.to_result.to_owned());
    view! {
        <p class="hint">{hint}</p>
        <Run items=ids.clone() progress=progress last=Signal::stored(result)>
            <SameOnPage items=ids />
            {groups}
            <End />
        </Run>
    }
}

/// What the run comes to: whether all must-items are met, what is missing or open, and where to go
/// from here.
#[component]
fn End() -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.assess;
    let items = must_items(state);
    let title = move || {
        let line = items.with(|items| must_words(items, texts));
        (texts.me.labelled)(words.must_name, &line)
    };
    let left = Memo::new(move |_| items.with(|items| items.others_open));
    let others = move || match left.get() {
        0 => words.must_others_done.to_owned(),
        left => state
            .pack
            .with(|pack| Some(must_others(left, pack.as_ref()?, language())))
            .unwrap_or_default(),
    };
    let ready = Memo::new(move |_| items.with(|items| items.open.is_empty()));
    view! {
        <section id=END class="card run-end">
            <h2 role="status">{title}</h2>
            <Missing items=items />
            <Show when=move || ready.get()>
                <p>{others}</p>
                <NextSteps />
            </Show>
        </section>
    }
}

/// The must-items that are not met, each with the way to it.
#[component]
fn Missing(items: Memo<MustItems>) -> impl IntoView {
    let (state, texts, language) = (AppState::expect(), texts(), language());
    let words = &texts.assess;
    // Most taps leave them as they are.
    let missing = Memo::new(move |_| items.with(|items| items.missing.clone()));
    move || {
        let missing = missing.get();
        let pack = state.pack_in_force.get().filter(|_| !missing.is_empty())?;
        let rows = missing.into_iter().map(|(id, standing)| {
            let href = Route::Indicator(id.clone()).to_string();
            view! {
                <ListLink title=item_name(&pack, &id, language) href=href>
                    <StandingMark standing=standing />
                </ListLink>
            }
            .into_any()
        });
        let rows: Vec<AnyView> = rows.collect();
        Some(view! {
            <p>{words.must_to_make_good}</p>
            <LinkList>{rows}</LinkList>
        })
    }
}
