//! The words of a duty of the user's own (自加责任项): what, by whom, how often, and what comes of it.
//!
//! Not here: how it stands (`occurrence`).

use super::change_duties;
use crate::app::commands::Pace;
use crate::app::state::AppState;
use crate::assessment::OwnDuty;
use crate::standard::{ItemId, Role};
use crate::ui::components::{ActionRow, Button, Choice, Select, Selection, TextField, Weight};
use crate::ui::speech::texts;
use leptos::prelude::*;

/// Adds a duty of the user's own and returns its id; everything about it is written on its page.
pub fn add(state: AppState) -> ItemId {
    let id = OwnDuty::id_of(state.new_id());
    let (key, today) = (id.clone(), untrack(|| state.today()));
    change_duties(state, Pace::Now, |local| {
        local.own_duties.insert(key, OwnDuty::unwritten(today));
    });
    id
}

/// The words of one duty of the user's own.
#[component]
pub fn OwnDutyForm(id: ItemId) -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.duties;
    let id = StoredValue::new(id);
    let known = move || {
        state.organization.with(|one| {
            let own = one.as_ref().map(|one| &one.local.own_duties);
            id.with_value(|id| own.and_then(|own| own.get(id)).cloned())
        })
    };
    let change = move |pace: Pace, change: Box<dyn FnOnce(&mut OwnDuty)>| {
        change_duties(state, pace, |local| {
            if let Some(duty) = id.with_value(|id| local.own_duties.get_mut(id)) {
                change(duty);
            }
        });
    };
    let line =
        move |label: &'static str, part: fn(&OwnDuty) -> String, put: fn(&mut OwnDuty, String)| {
            let write = Callback::new(move |text: String| {
                let pace = id.with_value(|id| Pace::typed_at(label, id));
                change(pace, Box::new(move |duty| put(duty, text)));
            });
            let commit = Callback::new(move |_: String| state.flush());
            let value = Signal::derive(move || known().as_ref().map(part).unwrap_or_default());
            view! { <TextField label=label value=value on_input=write on_commit=commit /> }
        };
    let role = Selection::new(
        Role::ALL.map(|role| Choice::plain(role, words.role(role))),
        move || known().map(|duty| duty.role),
        move |role| change(Pace::Now, Box::new(move |duty| duty.role = role)),
    );
    let often = Selection::new(
        OwnDuty::FREQUENCIES.map(|one| Choice::plain(one, texts.facts.frequency(one))),
        move || known().map(|duty| duty.frequency),
        move |often| change(Pace::Now, Box::new(move |duty| duty.frequency = often)),
    );
    view! {
        {line(words.own_title, |one| one.title.clone(), |one, text| one.title = text)}
        <Select label=words.who selection=role />
        <Select label=words.how_often selection=often />
        {line(words.goal, |one| one.goal.clone(), |one, text| one.goal = text)}
        {line(words.measure, |one| one.measure.clone(), |one, text| one.measure = text)}
        {line(words.milestone, |one| one.milestone.clone(), |one, text| one.milestone = text)}
    }
}

/// Deletes one duty of the user's own; the last thing on its page.
#[component]
pub fn DeleteOwnDuty(id: ItemId) -> impl IntoView {
    let state = AppState::expect();
    let delete = Callback::new(move |()| {
        change_duties(state, Pace::Now, |local| {
            local.own_duties.remove(&id);
        });
    });
    view! {
        <ActionRow>
            <Button label=texts().duties.own_delete weight=Weight::Danger on_press=delete />
        </ActionRow>
    }
}
