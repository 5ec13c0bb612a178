//! One duty in the agenda: what, until when and by whom, and the button that records it.
//!
//! Not here: everything else about the duty (`duty`).

use super::since::spared_words;
use crate::app::state::AppState;
use crate::duty::{DutyStanding, DutyState, Showing};
use crate::ledger::RecordOf;
use crate::standard::Duty;
use crate::text::Texts;
use crate::ui::components::{Button, ButtonLink, Weight, mark_of_shown};
use crate::ui::duty_words::{duty_title, progress_words, when_and_who};
use crate::ui::navigation::Navigation;
use crate::ui::recording::Recorder;
use crate::ui::route::Route;
use crate::ui::speech::{language, texts};
use leptos::prelude::*;

/// One duty that is late, due or next.
#[component]
pub fn AgendaRow(state: DutyState) -> impl IntoView {
    let app = AppState::expect();
    let duty = app.pack_in_force.with_untracked(|pack| {
        let pack = pack.as_ref()?;
        pack.checklist.duty(&state.duty).cloned()
    });
    duty.map(|duty| view! { <Row state=state duty=duty /> })
}

#[component]
fn Row(state: DutyState, duty: Duty) -> impl IntoView {
    let (app, texts, language) = (AppState::expect(), texts(), language());
    let words = &texts.duties;
    let title = duty_title(&duty, language);
    let today = app.today()?;
    let when = when_and_who(&state, &duty, today, texts);
    let late = state.standing == DutyStanding::Late;
    let subtitle = if late {
        let span = (words.of_span)((words.span)(state.occurrence.span));
        let who = words.role(duty.role);
        let days = (words.ended)(state.occurrence.days_late(today));
        view! { <span class="overdue">{days}</span> {format!(" · {span} · {who}")} }.into_any()
    } else {
        when.into_any()
    };
    let progress = progress_words(&state, &duty, texts);
    let href = Route::Duty(duty.id.clone()).to_string();
    let mark = mark_of_shown(Signal::stored(href.clone()));
    let action = state
        .standing
        .waits()
        .then(|| view! { <Act state=state.clone() duty=duty.clone() /> });
    // A day that is put anew changes how the duty stands, and with that the row.
    let spared = untrack(|| spared_words(app, &duty.id));
    let missed = late.then(|| view! { <SayMissed state=state /> });
    Some(view! {
        <li class="agenda-row">
            <a class="agenda-what moves" href=href aria-current=mark>
                <span class="list-link-title">{title}</span>
                <span class="list-link-subtitle">{subtitle}</span>
                {progress.map(|text| view! { <span class="list-link-subtitle">{text}</span> })}
                {spared.map(|text| view! { <span class="list-link-subtitle">{text}</span> })}
            </a>
            {action}
            {missed}
        </li>
    })
}

/// The button that shows that it is done.
#[component]
pub fn Act(state: DutyState, duty: Duty) -> impl IntoView {
    let (words, recorder) = (&texts().duties, Recorder::expect());
    let title = duty_title(&duty, language());
    match Showing::of(&duty) {
        Showing::Record(of) => {
            let label = act_word(&duty, &state.standing, texts());
            let spoken = (words.act_on)(label.to_owned(), title);
            let occurrence = state.occurrence;
            let press = Callback::new(move |()| recorder.for_occurrence(of.clone(), occurrence));
            view! { <Button label=label spoken=spoken on_press=press /> }.into_any()
        }
        Showing::OneOf(_) => {
            let href = Route::Duty(duty.id).to_string();
            view! { <ButtonLink label=words.choose_kind href=href /> }.into_any()
        }
        Showing::Card(mechanism) => {
            let href = Route::Mechanism(mechanism).to_string();
            view! { <ButtonLink label=words.to_mechanism href=href /> }.into_any()
        }
    }
}

/// The word on the button that shows that a duty is done.
pub fn act_word(duty: &Duty, standing: &DutyStanding, texts: &Texts) -> &'static str {
    let words = &texts.duties;
    match (Showing::of(duty), standing) {
        (Showing::Record(RecordOf::Duty(_)), _) => words.tick_now,
        (Showing::Record(_), DutyStanding::Late) => words.record_earlier,
        (Showing::Record(_), _) => words.record_now,
        (Showing::OneOf(_), _) => words.choose_kind,
        (Showing::Card(_), _) => words.to_mechanism,
    }
}

/// Notes that it was not done, and opens the page where the reason is written.
#[component]
pub fn SayMissed(state: DutyState) -> impl IntoView {
    let (app, navigation) = (AppState::expect(), Navigation::expect());
    let press = Callback::new(move |()| {
        let duty = state.duty.clone();
        if app
            .note_missed(duty.clone(), state.occurrence.span)
            .is_some()
        {
            navigation.go(&Route::Duty(duty));
        }
    });
    view! {
        <div class="agenda-missed">
            <Button label=texts().duties.say_missed weight=Weight::Quiet on_press=press />
        </div>
    }
}
