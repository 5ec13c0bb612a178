//! 本月: what closes in a month, what is done of it, and what was recorded in it.
//!
//! Not here: recording; the page of each duty offers it.

use super::calendar::Calendar;
use super::{DutyMark, closing_in};
use crate::app::state::AppState;
use crate::duty::{DutyStanding, DutyState};
use crate::period::Month;
use crate::ui::components::{ActionRow, ButtonLink, EmptyState, LinkList, ListLink};
use crate::ui::duty_words::{day_words, duty_title, progress_words, record_title, who_words};
use crate::ui::route::Route;
use crate::ui::speech::{language, texts};
use leptos::prelude::*;

/// A month of a year.
#[component]
pub fn MonthPage(
    /// The month.
    month: Month,
) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().duties);
    let closing = closing_in(state, month.year());
    let groups = move || {
        let closing = closing.get();
        let in_month = closing
            .iter()
            .filter(|one| one.occurrence.closes.month() == month.number());
        let (done, open): (Vec<&DutyState>, Vec<&DutyState>) =
            in_month.partition(|one| one.standing.is_done());
        let mut open = open;
        #[expect(clippy::disallowed_methods, reason = "not needed for the first page")]
        open.sort_by_key(|one| one.standing != DutyStanding::Late);
        if done.is_empty() && open.is_empty() {
            return view! { <EmptyState text=words.month_empty /> }.into_any();
        }
        let group = |title: &'static str, states: Vec<&DutyState>| {
            (!states.is_empty()).then(|| {
                let rows = states.into_iter().cloned();
                let rows: Vec<AnyView> = rows
                    .map(|one| view! { <Closing state=one /> }.into_any())
                    .collect();
                view! {
                    <h2>{title}</h2>
                    <LinkList>{rows}</LinkList>
                }
            })
        };
        view! {
            {group(words.month_closing, open)}
            {group(words.month_done, done)}
        }
        .into_any()
    };
    let href = |month: Month| Route::Month(month).to_string();
    view! {
        <Calendar month=month closing=closing />
        {groups}
        <RecordedIn month=month />
        <ActionRow>
            <ButtonLink label=words.previous_month href=href(month.previous()) />
            <ButtonLink label=words.next_month href=href(month.next()) />
        </ActionRow>
    }
}

/// One occurrence that closes in the month.
#[component]
fn Closing(state: DutyState) -> impl IntoView {
    let (app, texts, language) = (AppState::expect(), texts(), language());
    let duty = app.pack_in_force.with_untracked(|pack| {
        let pack = pack.as_ref()?;
        pack.checklist.duty(&state.duty).cloned()
    })?;
    let today = app.today()?;
    let words = &texts.duties;
    let who = who_words(&duty, texts);
    let when = match state.standing {
        DutyStanding::Done(Some(day)) => day_words(day, today, texts),
        _ => (words.until)(day_words(state.occurrence.closes, today, texts)),
    };
    let progress = match state.standing {
        DutyStanding::Done(_) => None,
        _ => progress_words(&state, &duty, texts),
    };
    let progress = progress
        .map(|text| format!(" · {text}"))
        .unwrap_or_default();
    Some(view! {
        <ListLink
            title=duty_title(&duty, language)
            subtitle=format!("{when} · {who}{progress}")
            href=Route::Duty(duty.id.clone()).to_string()
        >
            // What is done stands below a heading that says so.
            {(!state.standing.is_done()).then(|| view! { <DutyMark standing=state.standing /> })}
        </ListLink>
    })
}

/// What was recorded in the month, by the day on which it was held.
#[component]
fn RecordedIn(month: Month) -> impl IntoView {
    let (state, texts, language) = (AppState::expect(), texts(), language());
    move || {
        let pack = state.pack_in_force.get()?;
        let ledger = state.ledger.get();
        let mut found: Vec<_> = ledger
            .records
            .iter()
            .filter(|(_, one)| month.holds(one.held_on))
            .collect();
        #[expect(clippy::disallowed_methods, reason = "not needed for the first page")]
        found.sort_by_key(|(id, one)| (one.held_on, **id));
        let rows = found.into_iter().map(|(id, one)| {
            let title = record_title(&pack.checklist, one, language);
            let day = (texts.facts.day)(one.held_on, month.year());
            let subtitle = match one.line.trim() {
                "" => day,
                line => format!("{day} · {line}"),
            };
            let href = Route::Record(*id).to_string();
            view! { <ListLink title=title subtitle=subtitle href=href /> }.into_any()
        });
        let rows: Vec<AnyView> = rows.collect();
        (!rows.is_empty()).then(|| {
            view! {
                <h2>{texts.duties.month_records}</h2>
                <LinkList>{rows}</LinkList>
            }
        })
    }
}
