//! The steps of a rectification (整改进度) and the next move.
//!
//! Not here: which moves there are (`rectification`).

use super::kept::{Kept, read};
use super::words::RectificationMark;
use crate::app::state::AppState;
use crate::period::CivilDate;
use crate::rectification::{Move, NotNow, Rectification, RectificationState};
use crate::ui::components::{ActionRow, Button, Weight};
use crate::ui::icons::{Icon, IconName};
use crate::ui::speech::texts;
use leptos::prelude::*;
use uuid::Uuid;

/// How far it has come, as four steps in a line with their dates.
#[component]
pub fn Steps(one: Kept) -> impl IntoView {
    let state = AppState::expect();
    let overdue = Memo::new(move |_| {
        let today = state.today()?;
        one.with(|one| one.as_ref()?.days_overdue(today))
    });
    // The steps say how far it has come; only that its time is up needs a word of its own.
    let late = move || {
        let state = RectificationState::Assigned;
        overdue
            .get()
            .map(|days| view! { <RectificationMark state=state overdue=Some(days) /> })
    };
    view! {
        <section class="card stack-tight">
            {late}
            <ol class="track track-line">
                {track_step(one, RectificationState::Found, |one| Some(one.found_on))}
                {track_step(one, RectificationState::Assigned, |one| one.assigned_on)}
                {track_step(one, RectificationState::Resolved, |one| one.resolved_on)}
                {track_step(one, RectificationState::Closed, |one| one.closed_on)}
            </ol>
        </section>
    }
}

/// One of the four steps, with its date once it is made.
fn track_step(
    one: Kept,
    of: RectificationState,
    day: fn(&Rectification) -> Option<CivilDate>,
) -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let this_year = state.today().map_or(0, CivilDate::year);
    let day = read(one, day);
    let class = move || match day.get() {
        Some(_) => "track-step tone-met",
        None => "track-step tone-quiet",
    };
    let icon = Signal::derive(move || match day.get() {
        Some(_) => IconName::Check,
        None => IconName::Ring,
    });
    let when = move || day.get().map(|day| (texts.facts.day)(day, this_year));
    view! {
        <li class=class>
            <Icon name=icon />
            <span class="track-word">{texts.rectifications.state(of)}</span>
            <span class="track-day">{when}</span>
        </li>
    }
}

/// The next move, the way back, and why one cannot be made now.
#[component]
pub fn Moves(id: Uuid, one: Kept) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().rectifications);
    let now = Memo::new(move |_| one.with(|one| one.as_ref().map(Rectification::state)));
    let refused = RwSignal::new(None::<NotNow>);
    let who = read(one, |one| one.who.clone());
    Effect::new(move |_| {
        // Once somebody is named there is nothing in the way any more.
        who.track();
        refused.set(None);
    });
    let go = move |step: Move| {
        Callback::new(move |()| refused.set(state.move_rectification(id, step).err()))
    };
    let next = move || {
        let (label, step) = match now.get()? {
            RectificationState::Found => (words.move_assign, Move::Assign),
            RectificationState::Assigned => (words.move_resolve, Move::Resolve),
            RectificationState::Resolved => (words.move_close, Move::Close),
            RectificationState::Closed => return None,
        };
        Some(view! { <Button label=label weight=Weight::Primary on_press=go(step) /> })
    };
    let back =
        move || {
            now.get().filter(|now| *now > RectificationState::Found).map(|_| {
            view! {
                <Button label=words.move_back weight=Weight::Quiet on_press=go(Move::Back) />
            }
        })
        };
    let why = move || {
        let text = match refused.get()? {
            NotNow::NobodyNamed => words.not_now_nobody,
            NotNow::NoSuchMove(_) => words.not_now,
        };
        Some(view! { <p class="field-error"><Icon name=IconName::Warning />{text}</p> })
    };
    view! {
        <div role="status">{why}</div>
        <ActionRow>{next}{back}</ActionRow>
    }
}
