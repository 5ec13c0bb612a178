//! The links (关联) of a card with cards of other mechanisms, read from both sides: what it is
//! linked with and what came of that, one from a list, or a new one.
//!
//! Not here: on which side a link is kept (`ledger`).

use super::words::{CardMark, Telling};
use crate::app::state::AppState;
use crate::ledger::Card;
use crate::standard::{ItemId, Mechanism};
use crate::ui::components::{Button, Choice, LinkList, ListLink, SelectField, Selection, Weight};
use crate::ui::icons::IconName;
use crate::ui::navigation::Navigation;
use crate::ui::route::Route;
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;
use std::sync::Arc;
use uuid::Uuid;

/// The links of a card, by the mechanism they lead to.
#[component]
pub fn Links(id: Uuid, mechanism: Arc<Mechanism>) -> impl IntoView {
    let (state, words, language) = (AppState::expect(), &texts().mechanisms, language());
    let of_pack = |wanted: &ItemId| {
        state.pack_in_force.with_untracked(|pack| {
            let found = pack.as_ref()?.checklist.mechanism(wanted)?;
            Some(Arc::new(found.clone()))
        })
    };
    let kinds = mechanism.links.iter().filter_map(|kind| {
        let other = of_pack(&kind.to)?;
        let label = say(&kind.label, language);
        Some(view! { <Kind id=id other=other label=label /> }.into_any())
    });
    let kinds: Vec<AnyView> = kinds.collect();
    let known: Vec<ItemId> = mechanism.links.iter().map(|kind| kind.to.clone()).collect();
    // A link of a kind that this mechanism does not offer can still have been made on the other
    // side, or by an earlier version of the pack.
    let others = move || {
        let others = linked(state, id, |card| !known.contains(&card.mechanism));
        (!others.is_empty()).then(|| {
            view! { <h3>{words.links_other}</h3> <Linked id=id cards=others /> }
        })
    };
    view! {
        {(!kinds.is_empty()).then(|| view! { <h2>{words.links}</h2> })}
        {kinds}
        {others}
    }
}

fn linked(state: AppState, id: Uuid, wanted: impl Fn(&Card) -> bool) -> Vec<(Uuid, Card)> {
    state.ledger.with(|ledger| {
        let linked = ledger.linked_with(id).into_iter();
        linked
            .filter(|(_, card)| wanted(card))
            .map(|(id, card)| (id, card.clone()))
            .collect()
    })
}

/// The links to the cards of one mechanism.
#[component]
fn Kind(id: Uuid, other: Arc<Mechanism>, label: String) -> impl IntoView {
    let (state, words, language) = (AppState::expect(), &texts().mechanisms, language());
    let navigation = Navigation::expect();
    let own = other.id.clone();
    let cards = Memo::new(move |_| linked(state, id, |card| card.mechanism == own));
    let rows = move || {
        let cards = cards.get();
        (!cards.is_empty()).then(|| view! { <Linked id=id cards=cards /> })
    };
    let add = {
        let other = Arc::clone(&other);
        Callback::new(move |()| {
            let year = state.today().map_or(0, |today| today.year());
            if let Some(made) = state.begin_card(other.id.clone(), year) {
                state.link_cards(id, made);
                navigation.go(&Route::Card(made));
            }
        })
    };
    let new = (words.link_new)(&say(&other.card, language));
    view! {
        <section>
            <h3>{label.clone()}</h3>
            {rows}
            <Chooser id=id other=other label=label />
            <div class="row">
                <Button label=new icon=IconName::Plus weight=Weight::Quiet on_press=add />
            </div>
        </section>
    }
}

/// Cards that are linked, each with what came of it and the way to take the link away.
#[component]
fn Linked(id: Uuid, cards: Vec<(Uuid, Card)>) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().mechanisms);
    let telling = Telling::now(state)?;
    let rows = cards.iter().map(|(other, card)| {
        let (name, line) = (telling.name(card), telling.line(*other, card, Some(id)));
        let (href, how) = (Route::Card(*other).to_string(), telling.state(card));
        view! {
            <ListLink title=name subtitle=line href=href>
                <CardMark state=how />
            </ListLink>
        }
        .into_any()
    });
    let rows: Vec<AnyView> = rows.collect();
    let several = cards.len() > 1;
    let unlink = cards.into_iter().map(|(other, card)| {
        let label = if several {
            (words.unlink_of)(telling.name(&card))
        } else {
            words.unlink.to_owned()
        };
        let take_away = Callback::new(move |()| state.unlink_cards(id, other));
        view! { <Button label=label weight=Weight::Quiet on_press=take_away /> }
    });
    let unlink = unlink.collect_view();
    Some(view! {
        <LinkList>{rows}</LinkList>
        <div class="row">{unlink}</div>
    })
}

/// A list of the cards of one mechanism that are under way and not linked yet.
#[component]
fn Chooser(id: Uuid, other: Arc<Mechanism>, label: String) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().mechanisms);
    let free = Memo::new(move |_| {
        let Some(telling) = Telling::now(state) else {
            return Vec::new();
        };
        state.ledger.with(|ledger| {
            let linked = ledger.linked_with(id);
            let is_free = |card: &(Uuid, &Card)| {
                let (own, body) = card;
                let known = linked.iter().any(|(known, _)| known == own);
                *own != id && body.closed_on.is_none() && !known
            };
            let cards = ledger.cards_of(&other.id).into_iter().filter(is_free);
            cards
                .map(|(id, card)| (id, telling.name(card)))
                .collect::<Vec<_>>()
        })
    });
    let choose = move |other: Option<Uuid>| {
        if let Some(other) = other {
            state.link_cards(id, other);
        }
    };
    move || {
        let free = free.get();
        (!free.is_empty()).then(|| {
            let ask = Choice::plain(None, words.link_choose);
            let cards = free
                .into_iter()
                .map(|(id, name)| Choice::plain(Some(id), name));
            let choices = std::iter::once(ask).chain(cards);
            let selection = Selection::new(choices, || None, choose);
            let spoken = format!("{label} {}", words.link_choose);
            view! { <SelectField selection=selection spoken=spoken /> }
        })
    }
}
