//! 问题整改: what was found and is to be put right, what presses most first.
//!
//! Not here: one rectification with its steps (`one`).

mod fields;
mod kept;
mod one;
mod sheet;
mod steps;
mod words;

pub use one::RectificationPage;
pub use sheet::RectificationSheet;
pub use words::short_problem;

use crate::app::state::AppState;
use crate::ledger::Card;
use crate::period::CivilDate;
use crate::rectification::{Origin, Rectification, in_order};
use crate::ui::answering::until_words;
use crate::ui::components::{
    Choice, ChoiceRow, Disclosure, EmptyState, LinkList, ListLink, Selection, Tile,
};
use crate::ui::icons::IconName;
use crate::ui::pages::agenda::Rooms;
use crate::ui::recording::Recorder;
use crate::ui::route::Route;
use crate::ui::speech::{language, texts};
use crate::ui::trail::RecordsShown;
use leptos::prelude::*;
use uuid::Uuid;
use words::{RectificationMark, origin_words};

/// How many stand in the list, what presses most first, before the rest is folded.
const LONGEST_LIST: usize = 15;

/// The list of rectifications.
#[component]
pub fn RectificationsPage() -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().rectifications);
    let RecordsShown { closed: all, .. } = expect_context();
    let counts = Memo::new(move |_| {
        let today = state.today();
        state
            .ledger
            .with(|ledger| ledger.count_rectifications(today))
    });
    let status = move || {
        let count = counts.get();
        (words.count_open)(count.not_closed, count.overdue)
    };
    let filter = move || {
        // Where nothing is closed, both would show the same.
        let count = counts.get();
        (count.all > count.not_closed).then(|| {
            let choices = [
                Choice::plain(false, words.filter_open),
                Choice::plain(true, words.filter_all),
            ];
            let selection =
                Selection::new(choices, move || Some(all.get()), move |own| all.set(own));
            view! { <ChoiceRow label=words.filter selection=selection /> }
        })
    };
    let none = Memo::new(move |_| counts.get().all == 0);
    let list = move || {
        if none.get() {
            return view! { <EmptyState title=words.none_title text=words.none_text /> }.into_any();
        }
        view! {
            <p role="status"><strong>{status}</strong></p>
            {filter}
            <Rows all=all />
        }
        .into_any()
    };
    view! {
        <Rooms />
        <div class="columns">
            <div class="column">
                <Add />
            </div>
            <div class="column">{list}</div>
        </div>
    }
}

/// The rows, of those that are not closed or of all.
#[component]
fn Rows(all: RwSignal<bool>) -> impl IntoView {
    let (state, texts, language) = (AppState::expect(), texts(), language());
    let found = Memo::new(move |_| {
        let Some(today) = state.today() else {
            return Vec::new();
        };
        state.ledger.with(|ledger| {
            let each = ledger.rectifications.iter();
            let wanted = each.filter(|(_, one)| all.get() || one.closed_on.is_none());
            in_order(wanted.map(|(id, one)| (*id, one)), today)
                .into_iter()
                .map(|(id, one)| (id, one.clone()))
                .collect::<Vec<_>>()
        })
    });
    let row = move |id: Uuid, one: &Rectification, today: CivilDate| {
        let card = card_of(state, id, one);
        let subtitle = state.pack.with_untracked(|pack| {
            let origin = origin_words(one, card.as_ref(), pack.as_deref(), texts, language);
            let parts = [one.who.clone(), until_words(one, today, texts), origin];
            let parts = parts.into_iter().filter(|part| !part.is_empty());
            parts.collect::<Vec<_>>().join(" · ")
        });
        let (how_far, overdue) = (one.state(), one.days_overdue(today));
        view! {
            <ListLink
                title=short_problem(one, texts)
                subtitle=subtitle
                href=Route::Rectification(id).to_string()
            >
                <RectificationMark state=how_far overdue=overdue />
            </ListLink>
        }
        .into_any()
    };
    let list = move |from: usize, to: usize, today: CivilDate| {
        let rows = found.with(|found| {
            let part = found.iter().take(to).skip(from);
            let rows = part.map(|(id, one)| row(*id, one, today));
            rows.collect::<Vec<AnyView>>()
        });
        (!rows.is_empty()).then(|| view! { <LinkList>{rows}</LinkList> })
    };
    move || {
        let today = state.today()?;
        let folded = found.with(Vec::len).saturating_sub(LONGEST_LIST);
        let rest = (folded > 0).then(|| {
            let summary = (texts.mechanisms.more)(folded);
            view! {
                <Disclosure summary=summary>{list(LONGEST_LIST, usize::MAX, today)}</Disclosure>
            }
        });
        Some(view! { {list(0, LONGEST_LIST, today)}{rest} })
    }
}

/// What brings a new one that comes from no indicator.
#[component]
fn Add() -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().rectifications);
    let recorder = Recorder::expect();
    let walk = Callback::new(move |()| {
        if let Some(quarter) = state.this_quarter() {
            recorder.problem(Origin::WalkThrough(quarter), String::new());
        }
    });
    let other =
        |origin: fn() -> Origin| Callback::new(move |()| recorder.problem(origin(), String::new()));
    let review = other(|| Origin::Review);
    let other = other(|| Origin::Other);
    view! {
        <section>
            <h2>{words.add}</h2>
            <div class="tiles">
                <Tile label=words.add_walk icon=IconName::Plus on_press=walk />
                <Tile label=words.add_review icon=IconName::Plus on_press=review />
                <Tile label=words.add_other icon=IconName::Plus on_press=other />
            </div>
        </section>
    }
}

/// The card of which a rectification came. All cards are looked through for it, so nothing is asked
/// of one that came of something else.
fn card_of(state: AppState, id: Uuid, one: &Rectification) -> Option<Card> {
    if one.origin != Origin::Review {
        return None;
    }
    state.ledger.with_untracked(|ledger| {
        let found = ledger.card_behind(id);
        found.map(|(_, card)| card.clone())
    })
}
