//! 标准: reading the pack that the open organisation is held against: what it is, what it asks, how
//! it judges and what it rests on. Everything long is folded.
//!
//! Not here: changing it for oneself (`local`), and answering.

mod about;
mod asked;
mod behind;
mod choosing;
mod items;
mod judging;
mod retired;

use super::handover::{Handover, MadeFile};
use crate::app::VERSION;
use crate::app::standards::as_written;
use crate::app::state::AppState;
use crate::exchange::{export, file_name};
use crate::standard::StandardPack;
use crate::ui::components::{ButtonLink, EmptyState, LinkList, ListLink};
use crate::ui::icons::IconName;
use crate::ui::route::Route;
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;
use std::sync::Arc;

/// The standard page.
#[component]
pub fn StandardPage() -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    move || match state.pack.get() {
        Some(pack) => view! { <Pack pack=pack /> }.into_any(),
        None => view! {
            <EmptyState text=texts.standard.none>
                <ButtonLink label=texts.me.first_organization href=Route::Start.to_string() />
            </EmptyState>
        }
        .into_any(),
    }
}

#[component]
fn Pack(pack: Arc<StandardPack>) -> impl IntoView {
    let note = pack.stars_note.as_ref().map(|note| say(note, language()));
    let asked = match pack.is_list_alone() {
        true => view! { <p>{note}</p> }.into_any(),
        false => view! { <WhatIsAsked pack=Arc::clone(&pack) /> }.into_any(),
    };
    view! {
        <about::About pack=Arc::clone(&pack) />
        <behind::Behind pack=Arc::clone(&pack) />
        {asked}
        <judging::Judging pack=Arc::clone(&pack) />
        <retired::Retired />
        <about::Issued pack=Arc::clone(&pack) />
        <choosing::Choosing pack=Arc::clone(&pack) />
        <Export pack=pack />
    }
}

/// What it asks, under its own names and under others, and the way to changing it.
#[component]
fn WhatIsAsked(pack: Arc<StandardPack>) -> impl IntoView {
    let (words, groupings) = (&texts().standard, &texts().groupings);
    view! {
        <ButtonLink label=words.to_local icon=IconName::Pen href=Route::Local.to_string() />
        <LinkList>
            <ListLink
                title=groupings.title
                subtitle=groupings.subtitle
                href=Route::Groupings.to_string()
            />
        </LinkList>
        <asked::Asked pack=pack />
    }
}

/// The pack as a file.
#[component]
fn Export(pack: Arc<StandardPack>) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().standard);
    let make = Callback::new(move |()| {
        let issued = state
            .workspace
            .with_untracked(|workspace| as_written(workspace, &pack));
        let text = export::standard(&issued, state.now_ms(), VERSION).ok()?;
        Some(MadeFile {
            name: file_name::standard(&pack.title.zh, &pack.version),
            text,
        })
    });
    view! {
        <h2>{words.export}</h2>
        <p class="hint">{words.export_hint}</p>
        <Handover make=make />
    }
}
