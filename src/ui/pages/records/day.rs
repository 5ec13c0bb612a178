//! The day of a record (哪一天): today or yesterday by one tap, any other by its date.
//!
//! Not here: which day is entered at first (`duty`).

use super::part::part_of;
use crate::app::commands::Pace;
use crate::app::state::AppState;
use crate::duty::{DayChoice, is_day_to_check};
use crate::period::CivilDate;
use crate::ui::components::{Choice, ChoiceRow, DateField, Selection};
use crate::ui::day_remarks::still_to_come;
use crate::ui::speech::texts;
use leptos::prelude::*;
use uuid::Uuid;

/// The day on which it was held, by its date.
#[component]
pub fn Day(id: Uuid) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().duties);
    let day = part_of(state, id, |one| one.held_on);
    let put = Callback::new(move |day: Option<CivilDate>| {
        if let Some(day) = day {
            state.edit_record(id, Pace::Now, |one| one.hold_on(day));
        }
    });
    let to_check = move || {
        let (day, today) = day.get().zip(state.today())?;
        is_day_to_check(day, today)
            .then(|| view! { <p class="hint" role="status">{words.held_on_check}</p> })
    };
    view! {
        <div class="stack-tight">
            <DateField
                label=words.held_on
                value=day
                on_change=put
                remark=still_to_come(state, day.into())
            />
            {to_check}
        </div>
    }
}

/// The same, today and yesterday first.
#[component]
pub fn QuickDay(id: Uuid) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().recording);
    let day = part_of(state, id, |one| one.held_on);
    // Whether the user wants to say the day, which may turn out to be today after all.
    let says = RwSignal::new(false);
    let chosen = Memo::new(move |_| {
        let (day, today) = day.get().zip(state.today())?;
        Some(match says.get() {
            true => DayChoice::Other,
            false => DayChoice::of(day, today),
        })
    });
    let choose = move |choice: DayChoice| {
        says.set(choice == DayChoice::Other);
        if let Some(day) = state.today().and_then(|today| choice.day(today)) {
            state.edit_record(id, Pace::Now, |one| one.hold_on(day));
        }
    };
    let choices = DayChoice::ALL.map(|choice| {
        let word = match choice {
            DayChoice::Today => words.today,
            DayChoice::Yesterday => words.yesterday,
            DayChoice::Other => words.other_day,
        };
        Choice::plain(choice, word)
    });
    let selection = Selection::new(choices, move || chosen.get(), choose);
    view! {
        <div class="stack-tight">
            <ChoiceRow label=words.day selection=selection />
            <Show when=move || chosen.get() == Some(DayChoice::Other)>
                <Day id=id />
            </Show>
        </div>
    }
}
