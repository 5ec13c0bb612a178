//! 日历提醒: the calendar file of the next twelve months, handed over as every file is.
//!
//! Not here: which events go into it (`reminders`), and the format (`exchange::calendar`).

use super::super::handover::{Handover, MadeFile};
use super::reminders::reminders;
use crate::app::state::AppState;
use crate::app::ways_out::Purpose;
use crate::exchange::calendar::{CalendarEvent, write_calendar};
use crate::exchange::file_name;
use crate::text::Texts;
use crate::ui::components::{Disclosure, EmptyState, Weight};
use crate::ui::duty_words::day_words;
use crate::ui::naming::organization_name;
use crate::ui::speech::{language, texts};
use leptos::prelude::*;

/// How many events are named before the file is made.
const NAMED: usize = 12;

/// Makes the calendar file.
#[component]
pub fn CalendarPage() -> impl IntoView {
    let (texts, language, state) = (texts(), language(), AppState::expect());
    let words = &texts.duties;
    let events = Memo::new(move |_| reminders(state, language));
    let make = Callback::new(move |()| made(state, &events.get_untracked(), texts));
    let shown = move || {
        let count = events.with(Vec::len);
        if count == 0 {
            return view! { <EmptyState text=words.calendar_none /> }.into_any();
        }
        view! {
            <p><strong>{(words.calendar_what)(count)}</strong></p>
            <Handover
                make=make
                weight=Weight::Primary
                purpose=Purpose::Keep
                ending="ics"
            />
            <p class="hint">{words.calendar_where}</p>
            <Disclosure summary=words.calendar_first>
                <First events=events />
            </Disclosure>
        }
        .into_any()
    };
    view! {
        <p>{words.calendar_intro}</p>
        <p class="hint">{words.calendar_again}</p>
        {shown}
    }
}

/// The first events, to be looked at.
#[component]
fn First(events: Memo<Vec<CalendarEvent>>) -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    move || {
        let today = state.today()?;
        let first = events.get().into_iter().take(NAMED);
        let rows = first.map(|event| {
            let day = day_words(event.day, today, texts);
            view! { <li>{format!("{day} · {}", event.title)}</li> }
        });
        Some(view! { <ul class="reasons">{rows.collect_view()}</ul> })
    }
}

fn made(state: AppState, events: &[CalendarEvent], texts: &Texts) -> Option<MadeFile> {
    let name = state
        .organization
        .with_untracked(|one| one.as_ref().map(|one| organization_name(one, texts)))?;
    Some(MadeFile {
        name: file_name::calendar(state.today()?),
        text: write_calendar(events, &name, state.now_ms()),
    })
}
