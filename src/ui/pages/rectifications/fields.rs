//! What is written about a rectification (整改内容): the problem, who sees to it, until when, what is
//! done about it and what came of it. All of it is kept as it is entered.
//!
//! Not here: how far it has come (`steps`).

use super::kept::{Kept, read};
use crate::app::commands::Pace;
use crate::app::state::AppState;
use crate::period::CivilDate;
use crate::rectification::{Rectification, RectificationState, UsualLimit};
use crate::standard::Role;
use crate::ui::components::{Choice, ChoiceRow, DateField, NoteField, Selection, TextField};
use crate::ui::speech::texts;
use leptos::prelude::*;
use uuid::Uuid;

/// The problem, who sees to it, until when, and what is done about it.
#[component]
pub fn Fields(id: Uuid, one: Kept) -> impl IntoView {
    let words = &texts().rectifications;
    view! {
        <Note
            id=id
            label=words.problem
            value=read(one, |one| one.problem.clone())
            field="problem"
            write=|one, text| one.problem = text
        />
        <Who id=id one=one />
        <Until id=id one=one />
        <Note
            id=id
            label=words.measure
            hint=words.measure_hint
            value=read(one, |one| one.measure.clone())
            field="measure"
            write=|one, text| one.measure = text
        />
    }
}

/// What came of it: asked once somebody sees to it, and there where something was written.
#[component]
pub fn Outcome(id: Uuid, one: Kept) -> impl IntoView {
    let words = &texts().rectifications;
    let is_asked = Memo::new(move |_| {
        one.with(|one| {
            one.as_ref().is_some_and(|one| {
                one.state() > RectificationState::Found || !one.result.is_empty()
            })
        })
    });
    view! {
        <Show when=move || is_asked.get()>
            <Note
                id=id
                label=words.result
                hint=words.measure_hint
                value=read(one, |one| one.result.clone())
                field="result"
                write=|one, text| one.result = text
            />
        </Show>
    }
}

/// A field of a few lines, which is written into the rectification.
#[component]
fn Note(
    id: Uuid,
    label: &'static str,
    #[prop(optional)] hint: &'static str,
    value: Signal<String>,
    /// What it is called among the fields, so that typing on in it is one step.
    field: &'static str,
    write: fn(&mut Rectification, String),
) -> impl IntoView {
    let state = AppState::expect();
    let typed = Callback::new(move |text: String| {
        state.edit_rectification(id, Pace::typed(field), move |one| write(one, text));
    });
    view! {
        <NoteField
            label=label
            hint=hint
            lines=2
            value=value
            on_input=typed
            on_commit=Callback::new(move |_: String| state.flush())
        />
    }
}

/// Who sees to it: a post with one tap, or whatever the user writes.
#[component]
fn Who(id: Uuid, one: Kept) -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.rectifications;
    let who = read(one, |one| one.who.clone());
    let write = move |pace: Pace, text: String| {
        state.edit_rectification(id, pace, move |one| one.who = text);
    };
    // A post that is chosen stands above, and is not said twice.
    let other = Signal::derive(move || {
        let is_post = |who: &String| Role::ALL.iter().any(|role| who == texts.duties.role(*role));
        who.with(|who| {
            if is_post(who) {
                String::new()
            } else {
                who.clone()
            }
        })
    });
    let posts = Role::ALL.map(|role| Choice::plain(role, texts.duties.role(role)));
    let post = Selection::new(
        posts,
        move || {
            let named = |role: &Role| who.with(|who| who == texts.duties.role(*role));
            Role::ALL.into_iter().find(named)
        },
        move |role| write(Pace::Now, texts.duties.role(role).to_owned()),
    );
    view! {
        <div class="stack-tight">
            <ChoiceRow label=words.who selection=post />
            <TextField
                label=words.who_other
                hint=words.who_hint
                value=other
                on_input=Callback::new(move |text: String| write(Pace::typed("who"), text))
                on_commit=Callback::new(move |_: String| state.flush())
            />
        </div>
    }
}

/// Until when: a usual limit with one tap, or any day.
#[component]
fn Until(id: Uuid, one: Kept) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().rectifications);
    let until = read(one, |one| one.until);
    let write = move |day: Option<CivilDate>| {
        state.edit_rectification(id, Pace::Now, move |one| one.until = day);
    };
    let limits = UsualLimit::ALL.map(|limit| {
        let word = match limit {
            UsualLimit::Week => words.until_week,
            UsualLimit::Month => words.until_month,
            UsualLimit::EndOfMonth => words.until_end_of_month,
        };
        Choice::plain(limit, word)
    });
    let limit = Selection::new(
        limits,
        move || {
            let (until, today) = until.get().zip(state.today())?;
            UsualLimit::of(until, today)
        },
        move |limit: UsualLimit| write(state.today().map(|today| limit.day(today))),
    );
    view! {
        <div class="stack-tight">
            <ChoiceRow label=words.until selection=limit />
            <DateField label=words.until_date value=until on_change=Callback::new(write) />
        </div>
    }
}
