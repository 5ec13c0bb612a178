//! One card (卡片) of a mechanism: its name, its fields, its steps, its links.
//!
//! One generic page serves all mechanisms. Not here: the pieces (`fields`, `steps`, `links`).

use super::fields::Fields;
use super::kept::{Kept, read};
use super::links::Links;
use super::steps::Steps;
use super::{OnPaper, on_paper};
use crate::app::commands::Pace;
use crate::app::state::AppState;
use crate::duty::Ending;
use crate::standard::Mechanism;
use crate::ui::components::{
    ActionRow, Button, ButtonLink, EmptyState, Notice, NoticeKind, SheetActions, TextField, Weight,
};
use crate::ui::icons::IconName;
use crate::ui::navigation::Navigation;
use crate::ui::route::Route;
use crate::ui::speech::texts;
use leptos::prelude::*;
use std::sync::Arc;
use uuid::Uuid;

/// One card.
#[component]
pub fn CardPage(
    /// The id of its entry.
    id: Uuid,
) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().mechanisms);
    // A card may look into lists of mechanisms that come later.
    state.want_all_mechanisms();
    let card: Kept = Memo::new(move |_| state.ledger.with(|ledger| ledger.cards.get(&id).cloned()));
    // The page is made anew when the card goes or the pack changes, and not at every letter.
    let shown = Memo::new(move |_| {
        let of = card.with(|card| card.as_ref().map(|card| card.mechanism.clone()))?;
        let mechanism = state.pack_in_force.with(|pack| {
            let mechanism = pack.as_ref()?.checklist.mechanism(&of)?;
            Some(Arc::new(mechanism.clone()))
        });
        Some((of, mechanism))
    });
    move || match shown.get() {
        Some((_, Some(mechanism))) => {
            view! { <Form id=id card=card mechanism=mechanism /> }.into_any()
        }
        Some((_, None)) => view! {
            <Notice text=words.unknown_card />
            <End id=id card=card up=Route::Checklist ending=Some(Ending::Settled) />
        }
        .into_any(),
        None => view! {
            <EmptyState text=texts().rectifications.gone>
                <ButtonLink
                    label=texts().common.tab_checklist
                    href=Route::Checklist.to_string()
                />
            </EmptyState>
        }
        .into_any(),
    }
}

/// What is asked over the page when a card was begun.
#[component]
pub fn CardSheet(
    /// The id of its entry.
    id: Uuid,
) -> impl IntoView {
    let words = &texts().recording;
    let navigation = Navigation::expect();
    view! {
        <CardPage id=id />
        <SheetActions>
            <Button
                label=words.done
                weight=Weight::Primary
                on_press=Callback::new(move |()| navigation.close_sheet())
            />
        </SheetActions>
    }
}

#[component]
fn Form(id: Uuid, card: Kept, mechanism: Arc<Mechanism>) -> impl IntoView {
    let up = Route::Mechanism(mechanism.id.clone());
    let year = card.with_untracked(|card| card.as_ref().map_or(0, |card| card.year));
    let words = &texts().mechanisms;
    // What is filled in once a year is over with the year.
    let ending = (!mechanism.once_a_year).then(|| Ending::of(&mechanism));
    let paper = on_paper(&mechanism, Some(id));
    let name = (!mechanism.once_a_year)
        .then(|| view! { <Name id=id card=card mechanism=Arc::clone(&mechanism) /> });
    view! {
        <p class="whose">{(words.year)(year)}</p>
        {name}
        <Steps id=id card=card mechanism=Arc::clone(&mechanism) />
        <Fields id=id card=card mechanism=Arc::clone(&mechanism) />
        <Links id=id mechanism=mechanism />
        {paper.map(|href| view! { <OnPaper href=href /> })}
        <End id=id card=card up=up ending=ending />
    }
}

/// What the card is about; a code name where it is about a user.
#[component]
fn Name(id: Uuid, card: Kept, mechanism: Arc<Mechanism>) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().mechanisms);
    let (label, hint) = if mechanism.is_about_persons() {
        (
            words.title_code.to_owned(),
            words.title_code_hint.to_owned(),
        )
    } else {
        (words.title_name.to_owned(), words.title_hint.to_owned())
    };
    let write = Callback::new(move |text: String| {
        state.edit_card(id, Pace::typed("title"), move |card| card.title = text);
    });
    view! {
        <TextField
            label=label
            hint=hint
            value=read(card, |card| card.title.clone())
            on_input=write
            on_commit=Callback::new(move |_: String| state.flush())
        />
    }
}

/// Settling it, opening it again, and taking it out.
#[component]
fn End(id: Uuid, card: Kept, up: Route, ending: Option<Ending>) -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.mechanisms;
    let navigation = Navigation::expect();
    let closed = read(card, |card| card.closed_on);
    let settle = Callback::new(move |()| {
        let today = state.today();
        state.edit_card(id, Pace::Now, move |card| card.closed_on = today);
    });
    let reopen = Callback::new(move |()| {
        state.edit_card(id, Pace::Now, |card| card.closed_on = None);
    });
    let take_out = Callback::new(move |()| {
        state.take_out_entry(id);
        navigation.leave_for(&up);
    });
    let this_year = state.today().map_or(0, |today| today.year());
    let end = move || match closed.get() {
        Some(day) => {
            let day = (texts.facts.day)(day, this_year);
            let text = match ending {
                Some(Ending::OutOfUse) => (words.kept_closed_on)(day),
                Some(Ending::OffTheList) => (words.kept_people_closed_on)(day),
                _ => (words.closed_on)(day),
            };
            view! {
                <Notice kind=NoticeKind::Good text=text>
                    <Button label=words.reopen weight=Weight::Quiet on_press=reopen />
                </Notice>
            }
            .into_any()
        }
        None => ending
            .map(|ending| {
                let (label, weight) = match ending {
                    Ending::Settled => (words.close, Weight::Secondary),
                    Ending::OutOfUse => (words.kept_close, Weight::Quiet),
                    Ending::OffTheList => (words.kept_people_close, Weight::Quiet),
                };
                view! { <Button label=label weight=weight on_press=settle /> }
            })
            .into_any(),
    };
    view! {
        {end}
        <ActionRow>
            <Button
                label=texts.rectifications.take_out
                icon=IconName::Bin
                weight=Weight::Quiet
                on_press=take_out
            />
        </ActionRow>
    }
}
