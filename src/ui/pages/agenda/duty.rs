//! One duty (责任项): what it is, how it stands this year, and the button that records it.
//!
//! Not here: one occurrence of it (`occurrence`), and the words of a duty of the user's own
//! (`own_duty`).

use super::change_duties;
use super::occurrence::{Recorded, Waiting};
use super::own_duty::{DeleteOwnDuty, OwnDutyForm};
use super::responsibility::ResponsibilityChoice;
use super::since::Since;
use crate::app::commands::Pace;
use crate::app::state::AppState;
use crate::duty::{Occurrence, Showing};
use crate::ledger::RecordOf;
use crate::standard::{Checklist, Duty, ItemId, Responsibility};
use crate::ui::components::{
    ActionRow, Button, ButtonLink, EmptyState, Notice, SourceList, Weight,
};
use crate::ui::duty_words::who_words;
use crate::ui::explained::Explained;
use crate::ui::meaning::paper_names;
use crate::ui::recording::Recorder;
use crate::ui::route::Route;
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;

/// One duty.
#[component]
pub fn DutyPage(
    /// Its id.
    id: ItemId,
) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().duties);
    let own_id = id.clone();
    let own = Memo::new(move |_| {
        state.organization.with(|one| {
            one.as_ref()
                .is_some_and(|one| one.local.own_duties.contains_key(&own_id))
        })
    });
    // A duty of the user's own is written on this page: the page is not made anew at every letter.
    let found = Memo::new({
        let id = id.clone();
        move |_| {
            let duty = state
                .pack_in_force
                .with(|pack| pack.as_ref()?.checklist.duty(&id).cloned());
            // What the user tells of it below stands there alone.
            let duty = duty.map(|duty| Duty {
                responsibility: responsibility_of_pack(state, &id),
                counts_from: None,
                counted_until: None,
                ..duty
            });
            duty.map(|duty| (!own.get()).then_some(duty))
        }
    });
    move || match (found.get(), own.get()) {
        (Some(_), true) => view! {
            <Record id=id.clone() />
            <Waiting id=id.clone() />
            <OwnDutyForm id=id.clone() />
            <ResponsibilityChoice id=id.clone() />
            <Since id=id.clone() />
            <Recorded id=id.clone() />
            <DeleteOwnDuty id=id.clone() />
        }
        .into_any(),
        (Some(Some(duty)), false) => view! {
            <Standing duty=duty.clone() />
            <Record id=id.clone() />
            <Waiting id=id.clone() />
            <About duty=duty.clone() />
            {duty
                .responsibility
                .is_none()
                .then(|| view! { <ResponsibilityChoice id=id.clone() /> })}
            <Recorded id=id.clone() />
            <Sources duty=duty.clone() />
            <Switch duty=duty />
        }
        .into_any(),
        _ => view! {
            <EmptyState text=words.duty_gone>
                <ButtonLink label=words.duties href=Route::Duties.to_string() />
            </EmptyState>
        }
        .into_any(),
    }
}

/// The kind of responsibility that the pack says of a duty, if it says any.
fn responsibility_of_pack(state: AppState, id: &ItemId) -> Option<Responsibility> {
    state
        .pack
        .with(|pack| pack.as_ref()?.checklist.duty(id)?.responsibility)
}

/// Why it never falls due, where it does not.
#[component]
fn Standing(duty: Duty) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().duties);
    let applies = state.organization.with_untracked(|one| {
        let facts = one.as_ref().map(|one| one.facts).unwrap_or_default();
        duty.applies_to(&facts)
    });
    let text = match (duty.enabled, applies) {
        (false, _) => Some(words.duty_off),
        (true, false) => Some(words.duty_not_applicable),
        (true, true) => None,
    };
    text.map(|text| view! { <Notice text=text /> })
}

/// The button that records it, or one for each kind that shows it; `None` if the line of what
/// is due now has the button.
#[component]
fn Record(id: ItemId) -> impl IntoView {
    let state = AppState::expect();
    let several = state.pack_in_force.with_untracked(|pack| {
        let duty = pack.as_ref().and_then(|pack| pack.checklist.duty(&id));
        matches!(duty.map(Showing::of), Some(Showing::OneOf(_)))
    });
    let id = StoredValue::new(id);
    let due = Memo::new(move |_| due_now(state, &id.get_value()).is_some());
    view! {
        <Show when=move || several || !due.get()>
            <Buttons id=id.get_value() />
        </Show>
    }
}

/// The occurrence that is to be done now.
fn due_now(state: AppState, id: &ItemId) -> Option<Occurrence> {
    let agenda = state.agenda.get();
    let found = agenda.due.iter().find(|one| one.duty == *id);
    found.map(|one| one.occurrence)
}

#[component]
fn Buttons(id: ItemId) -> impl IntoView {
    let (state, recorder) = (AppState::expect(), Recorder::expect());
    let (words, language) = (&texts().duties, language());
    let pack = state.pack_in_force.get_untracked()?;
    let duty = pack.checklist.duty(&id)?;
    // What is open now is what is recorded; without any, it is just recorded today.
    let record = move |of: RecordOf| match untrack(|| due_now(state, &id)) {
        Some(occurrence) => recorder.for_occurrence(of, occurrence),
        None => recorder.today(of),
    };
    let button = move |label: String, of: RecordOf, weight: Weight| {
        let record = record.clone();
        let press = Callback::new(move |()| record(of.clone()));
        view! { <Button label=label weight=weight on_press=press /> }.into_any()
    };
    let buttons: Vec<AnyView> = match Showing::of(duty) {
        Showing::Record(of) => {
            let label = match of {
                RecordOf::Duty(_) => words.tick_now,
                RecordOf::Kind(_) => words.record_now,
            };
            vec![button(label.to_owned(), of, Weight::Primary)]
        }
        Showing::OneOf(kinds) => kinds
            .into_iter()
            .filter_map(|kind| {
                let title = say(&pack.checklist.record_kind(&kind)?.title, language);
                let label = (words.act_on)(words.record_now.to_owned(), title);
                Some(button(label, RecordOf::Kind(kind), Weight::Secondary))
            })
            .collect(),
        Showing::Card(mechanism) => {
            let href = Route::Mechanism(mechanism).to_string();
            let label = words.to_mechanism;
            let link = view! { <ButtonLink label=label href=href weight=Weight::Primary /> };
            vec![link.into_any()]
        }
    };
    Some(view! { <ActionRow>{buttons}</ActionRow> })
}

/// What it is: goal, measure, milestone, who, how often, papers.
#[component]
fn About(duty: Duty) -> impl IntoView {
    let (state, texts, language) = (AppState::expect(), texts(), language());
    let words = &texts.duties;
    let named = state
        .pack
        .with_untracked(|pack| pack.as_ref().map(|pack| names(&pack.checklist, &duty)));
    let (level, category) = named.unwrap_or_default();
    let often = texts.facts.frequency(duty.frequency).to_owned();
    let often = (words.how_often_times)(often, duty.times);
    let belongs = [level, category].into_iter().flatten();
    let belongs: Vec<String> = belongs.map(|label| say(&label, language)).collect();
    let rows = [
        (words.goal, say(&duty.goal, language)),
        (words.measure, say(&duty.measure, language)),
        (words.milestone, say(&duty.milestone, language)),
        (words.who, format!("{} · {often}", who_words(&duty, texts))),
        (words.level, belongs.join(" · ")),
        (words.papers, paper_names(&duty.evidence, language)),
    ];
    let rows = rows.into_iter().filter(|(_, text)| !text.trim().is_empty());
    let rows = rows.map(|(name, text)| {
        view! {
            <div>
                <dt>{name}</dt>
                <dd><p><Explained text=text /></p></dd>
            </div>
        }
    });
    view! { <dl class="facts card">{rows.collect_view()}</dl> }
}

type Named = Option<crate::standard::Label>;

/// The names of its level and its category.
fn names(checklist: &Checklist, duty: &Duty) -> (Named, Named) {
    let mut levels = checklist.levels.iter();
    let mut categories = checklist.categories.iter();
    (
        levels
            .find(|one| one.key == duty.level)
            .map(|one| one.title.clone()),
        categories
            .find(|one| one.key == duty.category)
            .map(|one| one.title.clone()),
    )
}

/// On what it rests, and how sure that is.
#[component]
fn Sources(duty: Duty) -> impl IntoView {
    let state = AppState::expect();
    let rules = state.pack.with_untracked(|pack| {
        let find = |id: &String| pack.as_ref().and_then(|pack| pack.rule(id).cloned());
        duty.sources.iter().filter_map(find).collect::<Vec<_>>()
    });
    view! {
        <SourceList
            rules=rules
            certainty=duty.certainty
            frequency=duty.frequency_certainty
        />
    }
}

/// From when on it counts, and the button that switches it on or off.
#[component]
fn Switch(duty: Duty) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().duties);
    let on = duty.enabled;
    let label = if on {
        words.duty_switch_off
    } else {
        words.duty_switch_on
    };
    let id = duty.id.clone();
    let press = Callback::new(move |()| switch(state, &duty.id, !on));
    view! {
        {on.then(|| view! { <Since id=id /> })}
        <ActionRow>
            <Button label=label on_press=press />
        </ActionRow>
    }
}

/// Switches a duty of the pack on or off; what the pack has anyway is no change of the user's.
pub fn switch(state: AppState, id: &ItemId, on: bool) {
    let issued = state.pack.with_untracked(|pack| {
        let pack = pack.as_ref()?;
        pack.checklist.duty(id).cloned()
    });
    let (Some(duty), today) = (issued, untrack(|| state.today())) else {
        return;
    };
    change_duties(state, Pace::Now, |local| {
        local.switch_duty(&duty, on, today);
    });
}
