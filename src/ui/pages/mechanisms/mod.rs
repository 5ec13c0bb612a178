//! 机制: one mechanism with its cards, and the page of a card.
//!
//! Not here: what a mechanism asks; that is data of the pack.

mod card;
mod drafts;
mod fields;
mod figures;
mod grouping;
mod held;
mod kept;
mod links;
mod lookup;
mod named;
mod paste;
mod rectify;
mod row;
mod rows;
mod signal;
mod step;
mod steps;
mod tally;
mod term;
mod words;

pub use card::{CardPage, CardSheet};

use crate::app::commands::Pace;
use crate::app::state::AppState;
use crate::duty::{Figure, figures, is_over};
use crate::ledger::Card;
use crate::period::Span;
use crate::standard::{FiguresOf, ItemId, Mechanism, Rule};
use crate::text::form_words::figure_words;
use crate::ui::components::{
    Button, ButtonLink, Disclosure, EmptyState, LinkList, ListLink, Notice, SourceList, Weight,
};
use crate::ui::explained::Explained;
use crate::ui::icons::IconName;
use crate::ui::navigation::{Navigation, OnSheet};
use crate::ui::pages::agenda::change_duties;
use crate::ui::route::Route;
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;
use std::sync::Arc;
use uuid::Uuid;
use words::{CardMark, Telling};

/// How many cards stand in a list before the rest is folded.
const LONGEST_LIST: usize = 40;

/// One mechanism with its cards.
#[component]
pub fn MechanismPage(
    /// Its id.
    id: ItemId,
) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().mechanisms);
    let found = Memo::new(move |_| {
        state.pack_in_force.with(|pack| {
            let mechanism = pack.as_ref()?.checklist.mechanism(&id)?;
            Some(Arc::new(mechanism.clone()))
        })
    });
    move || match found.get() {
        Some(mechanism) => view! { <Cards mechanism=mechanism /> }.into_any(),
        None => {
            // One that comes later may not have been read yet.
            state.want_all_mechanisms();
            view! { <EmptyState text=words.unknown /> }.into_any()
        }
    }
}

#[component]
fn Cards(mechanism: Arc<Mechanism>) -> impl IntoView {
    let (state, texts, language) = (AppState::expect(), texts(), language());
    let words = &texts.mechanisms;
    let navigation = Navigation::expect();
    let this_year = state.today().map_or(0, |today| today.year());
    let card_word = say(&mechanism.card, language);
    let (off, yearly) = (!mechanism.enabled, mechanism.once_a_year);
    let of_this_year = {
        let id = mechanism.id.clone();
        Memo::new(move |_| {
            state
                .ledger
                .with(|ledger| ledger.card_of_year(&id, this_year))
        })
    };
    let begin = {
        let id = mechanism.id.clone();
        Callback::new(move |()| {
            let known = of_this_year.get_untracked().filter(|_| yearly);
            match known {
                Some(card) => navigation.go(&Route::Card(card)),
                None => {
                    if let Some(card) = state.begin_card(id.clone(), this_year) {
                        navigation.open_sheet(OnSheet::Card(card));
                    }
                }
            }
        })
    };
    // What is there once a year is written on and not added a second time.
    let icon = match yearly {
        true => IconName::Pen,
        false => IconName::Plus,
    };
    let label = {
        let card_word = card_word.clone();
        Signal::derive(move || match (yearly, of_this_year.get().is_some()) {
            (true, true) => (words.see_year)(this_year),
            (true, false) => (words.fill_year)(this_year),
            (false, _) => (words.add)(&card_word),
        })
    };
    let sources: Vec<Rule> = state.pack.with_untracked(|pack| {
        let find = |id: &String| pack.as_ref().and_then(|pack| pack.rule(id).cloned());
        mechanism.sources.iter().filter_map(find).collect()
    });
    let certainty = mechanism.certainty;
    view! {
        <p class="soft"><Explained text=say(&mechanism.about, language) /></p>
        {off.then(|| view! { <Off id=mechanism.id.clone() /> })}
        <Button label=label icon=icon weight=Weight::Primary on_press=begin />
        <SettledOfYear mechanism=Arc::clone(&mechanism) year=this_year />
        <List mechanism=Arc::clone(&mechanism) card_word=card_word />
        <Disclosure summary=words.sources>
            <SourceList rules=sources.clone() certainty=certainty />
        </Disclosure>
    }
}

/// Says that it is off, and switches it on.
#[component]
fn Off(id: ItemId) -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let press = Callback::new(move |()| {
        let issued = state.pack.with_untracked(|pack| {
            let mechanism = pack.as_ref().and_then(|pack| pack.checklist.mechanism(&id));
            mechanism.is_some_and(|one| one.enabled)
        });
        change_duties(state, Pace::Now, |local| {
            local.switch_mechanism(&id, true, issued)
        });
    });
    view! {
        <Notice text=texts.mechanisms.off>
            <Button label=texts.offered.switch_on weight=Weight::Quiet on_press=press />
        </Notice>
    }
}

/// How many of the cards of the year were settled (办结率), where cards are matters that are.
#[component]
fn SettledOfYear(mechanism: Arc<Mechanism>, year: i32) -> impl IntoView {
    let state = AppState::expect();
    let counts = !mechanism.once_a_year && !mechanism.is_private() && !mechanism.steps.is_empty();
    let of = FiguresOf::Cards(vec![mechanism.id.clone()]);
    let line = move || {
        let pack = state.pack_in_force.get()?;
        let found = state
            .ledger
            .with(|ledger| figures(&of, ledger, Span::Year(year)));
        let any = |one: &&Figure| matches!(one, Figure::Cards { settled, .. } if *settled > 0);
        let line = figure_words(found.iter().find(any)?, &pack.checklist, language());
        Some(view! { <p class="hint" role="status">{line}</p> })
    };
    counts.then_some(line)
}

/// The cards: those under way first, those that are settled folded.
#[component]
fn List(mechanism: Arc<Mechanism>, card_word: String) -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.mechanisms;
    let cards = {
        let id = mechanism.id.clone();
        Memo::new(move |_| {
            state.ledger.with(|ledger| {
                let cards = ledger.cards_of(&id).into_iter();
                cards
                    .map(|(id, card)| (id, card.clone()))
                    .collect::<Vec<_>>()
            })
        })
    };
    let this_year = state.today().map_or(0, |today| today.year());
    let yearly = mechanism.once_a_year;
    let on_paper = on_paper(&mechanism, None);
    let (kept_up, persons) = (mechanism.kept_up, mechanism.is_about_persons());
    let under_way = move |count: usize| match (kept_up, persons) {
        (true, true) => (words.kept_people)(count),
        (true, false) => words.kept.to_owned(),
        (false, true) => (words.open_people)(count),
        (false, false) => (words.open)(count),
    };
    let is_over = move |card: &Card| is_over(&mechanism, card, this_year);
    move || {
        cards.with(|cards| {
            if cards.is_empty() {
                let text = (words.empty)(&card_word);
                return view! { <EmptyState title=words.empty_title text=text /> }.into_any();
            }
            let (over, open): (Vec<_>, Vec<_>) =
                cards.iter().cloned().partition(|(_, card)| is_over(card));
            let heading =
                (!open.is_empty() && !yearly).then(|| view! { <h2>{under_way(open.len())}</h2> });
            let summary = match (yearly, kept_up, persons) {
                (true, ..) => words.earlier_years.to_owned(),
                (false, true, true) => (words.kept_people_closed)(over.len()),
                (false, true, false) => (words.kept_closed)(over.len()),
                (false, false, _) => (words.closed)(over.len()),
            };
            let open = rows(state, &open);
            let folded = (!over.is_empty()).then(|| {
                let over = over.clone();
                view! { <Disclosure summary=summary>{rows(state, &over)}</Disclosure> }
            });
            view! {
                {heading}
                {open}
                {folded}
                {on_paper.clone().map(|href| view! { <OnPaper href=href /> })}
            }
            .into_any()
        })
    }
}

/// The address of what stands on the cards of a mechanism, or on one of them, as it is put on
/// paper; `None` if the cards are for the user's own eyes.
fn on_paper(mechanism: &Mechanism, card: Option<Uuid>) -> Option<String> {
    let of = match card {
        Some(card) => format!("{}.{card}", mechanism.id),
        None => mechanism.id.to_string(),
    };
    (!mechanism.is_private()).then(|| Route::CardsOnPaper(of).to_string())
}

/// The way to the sheet.
#[component]
fn OnPaper(href: String) -> impl IntoView {
    let label = texts().mechanisms.on_paper;
    view! { <ButtonLink label=label href=href icon=IconName::Export /> }
}

/// Rows that lead to cards; what is more than a long list is folded.
fn rows(state: AppState, cards: &[(Uuid, Card)]) -> Option<impl IntoView + use<>> {
    let words = &texts().mechanisms;
    let telling = Telling::now(state)?;
    let list = move |cards: &[(Uuid, Card)]| {
        let rows = cards.iter().map(|(id, card)| {
            let (name, line) = (telling.name(card), telling.line(*id, card, None));
            let (href, how) = (Route::Card(*id).to_string(), telling.state(card));
            view! {
                <ListLink title=name subtitle=line href=href>
                    <CardMark state=how />
                </ListLink>
            }
            .into_any()
        });
        let rows: Vec<AnyView> = rows.collect();
        (!rows.is_empty()).then(|| view! { <LinkList>{rows}</LinkList> })
    };
    let (shown, more) = cards.split_at(cards.len().min(LONGEST_LIST));
    let shown = list(shown);
    let more = (!more.is_empty()).then(|| {
        let (more, list) = (more.to_vec(), list.clone());
        view! { <Disclosure summary=(words.more)(more.len())>{list(&more)}</Disclosure> }
    });
    Some(view! { {shown}{more} })
}
