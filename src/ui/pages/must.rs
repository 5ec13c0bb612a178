//! 只查必达项: the must-items that are due, one below the other, in about five minutes, and at the
//! end what they come to.
//!
//! Not here: the other indicators.

use crate::app::state::AppState;
use crate::assessment::{MustItems, Standing};
use crate::standard::ItemId;
use crate::ui::answering::IndicatorForm;
use crate::ui::components::{ButtonLink, LinkList, ListLink, ProgressLine, StandingMark, Weight};
use crate::ui::must_line::{must_items, must_words};
use crate::ui::route::Route;
use crate::ui::speech::{item_name, language, say, texts};
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
        <End />
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
        left => (words.must_others)(left),
    };
    let next = Signal::derive(move || {
        state.outcome.with(|outcome| {
            let mut basics = outcome.iter().flat_map(|one| &one.basics);
            let open = basics.find(|basic| basic.count(Standing::Unchecked) > 0);
            let next = open.map_or(Route::Assess, |basic| Route::Basic(basic.key.clone()));
            next.to_string()
        })
    });
    let ready = Memo::new(move |_| items.with(|items| items.open.is_empty()));
    view! {
        <section class="card stack-tight">
            <h2 role="status">{title}</h2>
            <Missing items=items />
            <Show when=move || ready.get()>
                <p>{others}</p>
            </Show>
            <ButtonLink label=words.to_result href=Route::Result.to_string() weight=Weight::Primary />
            <Show when=move || { left.get() > 0 }>
                <ButtonLink label=words.must_go_on href=next />
            </Show>
        </section>
    }
}

/// Up to how many must-items that were passed over are named at the end.
const NAMED: usize = 5;

/// The must-items that are not met, and those that were passed over, each with the way to it.
#[component]
fn Missing(items: Memo<MustItems>) -> impl IntoView {
    let (state, texts, language) = (AppState::expect(), texts(), language());
    let words = &texts.assess;
    let list = move |lead: &'static str, found: Vec<(ItemId, Standing)>| {
        let pack = state.pack_in_force.get().filter(|_| !found.is_empty())?;
        let rows = found.into_iter().map(|(id, standing)| {
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
            <p>{lead}</p>
            <LinkList>{rows}</LinkList>
        })
    };
    move || {
        let MustItems { missing, open, .. } = items.get();
        // While most of them are open they stand above and need no list.
        let few = open.len() <= NAMED;
        let open = open
            .into_iter()
            .filter(|_| few)
            .map(|id| (id, Standing::Unchecked));
        view! {
            {list(words.must_to_make_good, missing)}
            {list(words.must_to_look_at, open.collect())}
        }
    }
}
