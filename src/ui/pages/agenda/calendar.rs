//! A month as a calendar (月历): on each day what closes and what was recorded.
//!
//! Not here: the lists of the month (`month`), and the file for the phone's calendar (`tools`).

use crate::app::state::AppState;
use crate::duty::{DutyState, Tally};
use crate::period::{CivilDate, Month};
use crate::ui::components::Tone;
use crate::ui::icons::{Icon, IconName};
use crate::ui::speech::texts;
use leptos::prelude::*;
use std::sync::Arc;

/// What is on a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct OnDay {
    /// How much closes and is late.
    late: usize,
    /// How much closes and is not done yet.
    open: usize,
    /// How many records there are.
    recorded: usize,
}

/// A month as a calendar.
#[component]
pub fn Calendar(month: Month, closing: Memo<Arc<Vec<DutyState>>>) -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.recording;
    let name = (texts.duties.month_title)(month.year(), month.number());
    let heads = words
        .weekdays
        .map(|day| view! { <th scope="col">{day}</th> });
    let weeks = move || {
        let today = state.today();
        let weeks = month.weeks().into_iter().map(|week| {
            let days = week.map(|day| {
                let on_day = day.map(|day| (day, on_day(state, closing, day)));
                view! { <td>{on_day.map(|(day, on)| cell(day, on, today == Some(day)))}</td> }
            });
            view! { <tr>{days.into_iter().collect_view()}</tr> }
        });
        weeks.collect_view()
    };
    view! {
        <table class="calendar">
            <caption class="unseen">{(words.month_as_calendar)(name)}</caption>
            <thead>
                <tr>{heads.into_iter().collect_view()}</tr>
            </thead>
            <tbody>{weeks}</tbody>
        </table>
    }
}

fn on_day(state: AppState, closing: Memo<Arc<Vec<DutyState>>>, day: CivilDate) -> OnDay {
    let tally = closing
        .with(|closing| Tally::of(closing.iter().filter(|one| one.occurrence.closes == day)));
    let recorded = state.ledger.with(|ledger| {
        let records = ledger.records.values();
        records.filter(|one| one.held_on == day).count()
    });
    OnDay {
        late: tally.late,
        open: tally.all - tally.done - tally.late,
        recorded,
    }
}

/// A day with its signs, each with its word for who cannot see it.
fn cell(day: CivilDate, on: OnDay, is_today: bool) -> impl IntoView {
    let words = &texts().recording;
    let class = match is_today {
        true => "calendar-day calendar-today",
        false => "calendar-day",
    };
    let signs = [
        (on.late, IconName::Warning, Tone::Unmet, words.day_late),
        (on.open, IconName::Ring, Tone::Open, words.day_due),
        (on.recorded, IconName::Check, Tone::Met, words.day_recorded),
    ];
    let signs = signs.into_iter().filter(|(count, ..)| *count > 0);
    let signs = signs.map(|(count, icon, tone, word)| {
        view! {
            <span class=tone.class()>
                <Icon name=icon />
                <span class="unseen">{word(count)}</span>
            </span>
        }
    });
    view! {
        <span class=class>{day.day()}</span>
        <span class="dots">{signs.collect_view()}</span>
    }
}
