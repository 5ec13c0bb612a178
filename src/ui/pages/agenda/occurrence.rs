//! How a duty stands this year: what is still to be done, what was not held and why, and what was
//! recorded for it.
//!
//! Not here: what the duty is (`duty`).

use super::row::{Act, SayMissed};
use super::since::Spared;
use super::{DutyMark, plan};
use crate::app::commands::Pace;
use crate::app::state::AppState;
use crate::duty::{DutyStanding, DutyState, Showing, cards_of_year, records_of_year};
use crate::period::Span;
use crate::standard::{Duty, ItemId};
use crate::ui::components::{Button, LinkList, ListLink, TextField, Weight};
use crate::ui::duty_words::{day_words, progress_words, record_title, when_and_who};
use crate::ui::route::Route;
use crate::ui::speech::{language, texts};
use leptos::prelude::*;
use uuid::Uuid;

/// What of a duty waits to be recorded, why nothing before its day does, and what was not held.
#[component]
pub fn Waiting(id: ItemId) -> impl IntoView {
    let state = AppState::expect();
    let year = state.today()?.year();
    let states = states_of(state, id.clone(), year);
    let of_duty = id.clone();
    let open = move || {
        let pack = state.pack_in_force.get()?;
        let duty = pack.checklist.duty(&of_duty)?;
        let waits = |one: &&DutyState| one.standing.waits();
        let rows: Vec<AnyView> = states.with(|states| {
            let rows = states.iter().filter(waits).cloned();
            rows.map(|one| view! { <Open state=one duty=duty.clone() /> }.into_any())
                .collect()
        });
        (!rows.is_empty()).then(|| view! { <ul class="agenda">{rows}</ul> })
    };
    Some(view! {
        <Spared id=id.clone() />
        {open}
        <NotHeld id=id year=year />
    })
}

/// What was recorded for a duty this year, and what is still to come.
#[component]
pub fn Recorded(id: ItemId) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().duties);
    let year = state.today()?.year();
    let states = states_of(state, id.clone(), year);
    let coming = move || {
        let spans = states.with(|states| {
            let coming = states
                .iter()
                .filter(|one| one.standing == DutyStanding::NotYet);
            coming
                .map(|one| (words.span)(one.occurrence.span))
                .collect::<Vec<_>>()
        });
        (!spans.is_empty()).then(|| view! { <p class="hint">{(words.coming)(spans)}</p> })
    };
    // One that is off has no dates because it is off.
    let on = state.pack_in_force.with_untracked(|pack| {
        let duty = pack.as_ref().and_then(|pack| pack.checklist.duty(&id));
        duty.is_some_and(|duty| duty.enabled)
    });
    let none = move || {
        (on && states.with(Vec::is_empty))
            .then(|| view! { <p class="hint">{words.occurrences_none}</p> })
    };
    Some(view! {
        <h2>{(words.records_of)(year)}</h2>
        {none}
        <Entries id=id year=year states=states />
        {coming}
    })
}

/// The occurrences of a duty in this year, and what is left of the last.
fn states_of(state: AppState, id: ItemId, year: i32) -> Memo<Vec<DutyState>> {
    Memo::new(move |_| {
        let mut states = plan(state, [year - 1, year]);
        states.retain(|one| one.duty == id && one.concerns(year));
        states
    })
}

/// One occurrence that waits to be recorded.
#[component]
fn Open(state: DutyState, duty: Duty) -> impl IntoView {
    let (app, texts) = (AppState::expect(), texts());
    let today = app.today()?;
    let late = state.standing == DutyStanding::Late;
    let span = (texts.duties.span)(state.occurrence.span);
    let when = when_and_who(&state, &duty, today, texts);
    let progress = progress_words(&state, &duty, texts);
    let standing = state.standing.clone();
    // The buttons of several kinds stand at the top of this page.
    let has_button = !matches!(Showing::of(&duty), Showing::OneOf(_));
    let act = has_button.then(|| view! { <Act state=state.clone() duty=duty.clone() /> });
    let missed = late.then(|| view! { <SayMissed state=state /> });
    Some(view! {
        <li class="agenda-row">
            <div class="agenda-what">
                <span class="list-link-title">{span}</span>
                <span class="list-link-subtitle">{when}</span>
                {progress.map(|text| view! { <span class="list-link-subtitle">{text}</span> })}
                <span><DutyMark standing=standing /></span>
            </div>
            {act}
            {missed}
        </li>
    })
}

/// The notes that it was not held, each with its reason.
#[component]
fn NotHeld(id: ItemId, year: i32) -> impl IntoView {
    let state = AppState::expect();
    let notes = Memo::new(move |_| {
        let ledger = state.ledger.get();
        let own = ledger
            .missed
            .iter()
            .filter(|(_, one)| one.duty == id && (year - 1..=year).contains(&one.span.year()));
        let mut notes: Vec<(Uuid, Span)> = own.map(|(id, one)| (*id, one.span)).collect();
        #[expect(clippy::disallowed_methods, reason = "not needed for the first page")]
        notes.sort_by_key(|(_, span)| span.first_day());
        notes
    });
    view! {
        <For
            each=move || notes.get()
            key=|note| note.0
            children=|(id, span)| view! { <Missed id=id span=span /> }
        />
    }
}

#[component]
fn Missed(id: Uuid, span: Span) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().duties);
    let reason = Signal::derive(move || {
        let ledger = state.ledger.get();
        let note = ledger.missed.get(&id);
        note.map(|one| one.reason.clone()).unwrap_or_default()
    });
    let write = Callback::new(move |text: String| {
        state.edit_missed(id, Pace::typed("reason"), |one| one.reason = text);
    });
    let commit = Callback::new(move |_: String| state.flush());
    let standing = DutyStanding::Missed(String::new());
    view! {
        <div class="card">
            <p class="row">
                <strong>{(words.span)(span)}</strong>
                <DutyMark standing=standing />
            </p>
            <TextField
                label=words.missed_reason
                value=reason
                on_input=write
                on_commit=commit
            />
            <Button
                label=words.missed_remove
                weight=Weight::Quiet
                on_press=Callback::new(move |()| state.take_out_entry(id))
            />
        </div>
    }
}

/// What was recorded for it in this year, the newest first.
#[component]
fn Entries(id: ItemId, year: i32, states: Memo<Vec<DutyState>>) -> impl IntoView {
    let (state, texts, language) = (AppState::expect(), texts(), language());
    let words = &texts.duties;
    move || {
        let (pack, today) = (state.pack_in_force.get()?, state.today()?);
        let duty = pack.checklist.duty(&id)?;
        let ledger = state.ledger.get();
        let span_of = |entry: Uuid| {
            states.with(|states| {
                let holding = states.iter().find(|one| one.by.contains(&entry));
                holding.map(|one| (words.span)(one.occurrence.span))
            })
        };
        let records = records_of_year(duty, year, &ledger).into_iter();
        let records = records.map(|(id, one)| {
            let day = day_words(one.held_on, today, texts);
            let counted = span_of(id).map(|span| (words.of_span)(span));
            let parts = [Some(day), counted, Some(one.line.clone())];
            let parts = parts
                .into_iter()
                .flatten()
                .filter(|text| !text.trim().is_empty());
            (
                record_title(&pack.checklist, one, language),
                parts.collect::<Vec<_>>().join(" · "),
                Route::Record(id).to_string(),
            )
        });
        let cards = cards_of_year(duty, year, &ledger).into_iter();
        let cards = cards.map(|(id, card)| {
            let title = match card.title.trim() {
                "" => words.duty_unnamed.to_owned(),
                title => title.to_owned(),
            };
            (title, String::new(), Route::Card(id).to_string())
        });
        let rows: Vec<AnyView> = records
            .chain(cards)
            .map(|(title, line, href)| {
                view! { <ListLink title=title subtitle=line href=href /> }.into_any()
            })
            .collect();
        Some(if rows.is_empty() {
            view! { <p class="hint">{words.records_none}</p> }.into_any()
        } else {
            view! { <LinkList>{rows}</LinkList> }.into_any()
        })
    }
}
