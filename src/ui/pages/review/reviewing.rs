//! 审核: whoever checks goes through the items of a period that came in a file, and sends back what
//! was found.
//!
//! Not here: one item (`item`), and taking the review in (`import`).

use super::super::handover::{MadeFile, ReadOnlyText};
use super::super::sealed_handover::SealedHandover;
use super::item::{Kept, OneItem, Order, Remark};
use super::words::part_title;
use crate::app::VERSION;
use crate::app::commands::Pace;
use crate::app::state::AppState;
use crate::assessment::{Standing, VetoAnswer};
use crate::exchange::signing::SigningKey;
use crate::exchange::{export, file_name, review};
use crate::ledger::Found;
use crate::review::{Part, Said, items, reviews_of};
use crate::standard::ItemId;
use crate::ui::components::{Button, Disclosure, EmptyState, TextField};
use crate::ui::naming::organization_name;
use crate::ui::speech::{language, texts};
use leptos::prelude::*;
use std::sync::Arc;

/// The page on which whoever checks writes.
#[component]
pub fn ReviewingPage() -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.review;
    // What is written must not draw the page anew.
    let pack = state.pack_in_force.get_untracked();
    let outcome = state.outcome.get_untracked();
    let (Some(pack), Some(outcome)) = (pack, outcome) else {
        return view! { <EmptyState text=words.none /> }.into_any();
    };
    let all = items(&pack, &outcome);
    let rest = all.clone();
    let mut parts: Vec<(Part, Vec<(ItemId, Said)>)> = Vec::new();
    for (part, item, said) in all {
        match parts.last_mut() {
            Some((known, list)) if *known == part => list.push((item, said)),
            _ => parts.push((part, vec![(item, said)])),
        }
    }
    let language = language();
    let parts = parts.into_iter().map(|(part, list)| {
        let rows = list.into_iter().map(|(item, said)| {
            view! { <OneItem pack=Arc::clone(&pack) item=item said=said /> }
        });
        view! {
            <h2>{part_title(&pack, &part, language)}</h2>
            <div class="stack-tight">{rows.collect_view()}</div>
        }
    });
    let parts = parts.collect_view();
    view! {
        <Whole />
        {parts}
        <Rest all=rest />
        <SendBack />
    }
    .into_any()
}

/// Whose it is, who checks, and what is said of the whole.
#[component]
fn Whole() -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.review;
    let kept = Kept::of(state, None);
    let whose = state
        .organization
        .with_untracked(|one| one.as_ref().map(|one| organization_name(one, texts)));
    let period = state
        .assessment
        .with_untracked(|one| one.as_ref().map(|one| (texts.facts.quarter)(one.period)));
    let intro = (words.reviewing_intro)(whose.unwrap_or_default(), period.unwrap_or_default());
    let by = Signal::derive(move || {
        let by = kept
            .review
            .with(|one| one.as_ref().map(|one| one.by.clone()));
        by.unwrap_or_default()
    });
    view! {
        <p>{intro}</p>
        <TextField
            label=words.by
            hint=words.by_hint
            value=by
            on_input=move |text: String| {
                kept.write(Pace::typed("review's office"), |one| one.by = text);
            }
        />
        <Disclosure summary=words.whole>
            <Remark kept=kept label=words.whole />
            <Order kept=kept />
        </Disclosure>
    }
}

/// How far it is, and one tap for all that is as the organisation says.
#[component]
fn Rest(all: Vec<(Part, ItemId, Said)>) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().review);
    let all = StoredValue::new(all);
    let left = Memo::new(move |_| {
        let period = state
            .assessment
            .with(|one| one.as_ref().map(|one| one.period));
        state.ledger.with(|ledger| {
            let reviews = period.map(|period| reviews_of(ledger, period));
            let reviews = reviews.unwrap_or_default();
            let is_open = |item: &ItemId| {
                let known = reviews.get(&Some(item.clone()));
                known.is_none_or(|(_, one)| one.found.is_none())
            };
            all.with_value(|all| {
                let open = all.iter().filter(|(_, item, _)| is_open(item));
                open.map(|(_, item, said)| (item.clone(), agreed(*said)))
                    .collect::<Vec<_>>()
            })
        })
    });
    let count = Memo::new(move |_| all.with_value(Vec::len) - left.with(Vec::len));
    let found = move || {
        let left = left.get().into_iter();
        left.filter_map(|(item, found)| Some((item, found?)))
            .collect::<Vec<_>>()
    };
    let agreeable = Memo::new(move |_| found().len());
    let any = move || agreeable.get() > 0;
    let label = Signal::derive(move || (words.rest_agreed)(agreeable.get()));
    let press = Callback::new(move |()| state.review_rest(untrack(found)));
    view! {
        <p role="status">{move || (words.progress)(count.get(), all.with_value(Vec::len))}</p>
        <Show when=any>
            <Button label=label on_press=press />
        </Show>
    }
}

/// What was found where the organisation is right; `None` if it says nothing that can be found so.
fn agreed(said: Said) -> Option<Found> {
    match said {
        Said::Standing(Standing::Met) => Some(Found::Met),
        Said::Standing(Standing::Partly) => Some(Found::Partly),
        Said::Standing(Standing::Unmet) => Some(Found::Unmet),
        Said::Standing(Standing::NotApplicable) => Some(Found::NotApplicable),
        Said::Points(Some(points), _) => Some(Found::Points(points)),
        Said::Veto(Some(VetoAnswer::Clear)) => Some(Found::Clear),
        Said::Veto(Some(VetoAnswer::Present)) => Some(Found::Present),
        Said::Standing(_) | Said::Points(None, _) | Said::Veto(_) | Said::Nothing => None,
    }
}

/// The file that goes back.
#[component]
fn SendBack() -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.review;
    let anything = Memo::new(move |_| {
        let period = state
            .assessment
            .with(|one| one.as_ref().map(|one| one.period));
        state
            .ledger
            .with(|ledger| period.is_some_and(|period| !reviews_of(ledger, period).is_empty()))
    });
    let make = Callback::new(move |()| {
        let assessment = state.assessment.get_untracked()?;
        let now_ms = state.now_ms();
        state.workspace.with_untracked(|workspace| {
            let organization = workspace.organizations.get(&assessment.organization)?;
            let pages = workspace.pages_of(organization.id);
            let pages = review::of_period(pages, assessment.period);
            let text = export::review(pages, now_ms, VERSION).ok()?;
            Some(MadeFile {
                name: file_name::review(&organization.name, assessment.period),
                text: match SigningKey::of_settings(&workspace.settings) {
                    Some(key) => key.signed(text),
                    None => text,
                },
            })
        })
    });
    let content = Signal::derive(move || state.ledger.track());
    let sent = move || {
        content.track();
        let text = make.run(()).map(|file| file.text).unwrap_or_default();
        view! { <ReadOnlyText label=texts.data.preview_label text=text /> }
    };
    view! {
        <h2>{words.send_back}</h2>
        <Show
            when=move || anything.get()
            fallback=move || view! { <p class="hint">{words.nothing_yet}</p> }
        >
            <p class="hint">{words.send_back_hint}</p>
            <Disclosure summary=texts.data.preview>{sent}</Disclosure>
            <SealedHandover content=content make=make />
        </Show>
    }
}
