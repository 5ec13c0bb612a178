//! Which period goes to others, and what of it is hers alone (只给自己看): each kind with its number and
//! a tick that takes it in.
//!
//! Not here: leaving it out (`exchange::for_others`).

use super::super::super::naming::organization_name;
use super::Chosen;
use super::contents::Names;
use crate::app::sending::for_others;
use crate::app::state::AppState;
use crate::assessment::Organization;
use crate::exchange::for_others::OwnPart;
use crate::order::sorted_by_key;
use crate::ordered_set::OrderedSet;
use crate::ui::speech::texts;
use leptos::html;
use leptos::prelude::*;
use uuid::Uuid;

/// The periods of this device, those of the open organisation first.
#[component]
pub fn WhichPeriod(chosen: Chosen) -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let options = Memo::new(move |_| {
        state.workspace.with(|workspace| {
            let current = workspace.current_organization().map(|one| one.id);
            let organizations: Vec<&Organization> = workspace.organizations.values().collect();
            let organizations = sorted_by_key(organizations, |one| {
                (Some(one.id) != current, one.created_at, one.id)
            });
            let periods = organizations.into_iter().flat_map(|organization| {
                let name = organization_name(organization, texts);
                let own = workspace.assessments_of(organization.id).into_iter();
                own.map(move |one| {
                    let label = format!("{} · {name}", (texts.facts.quarter)(one.period));
                    (one.id, label)
                })
            });
            periods.collect::<Vec<(Uuid, String)>>()
        })
    });
    // What was chosen may be gone by now, and then the first is what the field shows.
    Effect::new(move |_| {
        options.with(|options| {
            let known = chosen.period.get_untracked();
            if !options.iter().any(|(id, _)| Some(*id) == known) {
                chosen.period.set(options.first().map(|(id, _)| *id));
            }
        });
    });
    let rows = move || {
        let row = |(id, label): (Uuid, String)| {
            let is_chosen = move || chosen.period.get() == Some(id);
            view! { <option value=id.to_string() selected=is_chosen>{label}</option> }
        };
        options.get().into_iter().map(row).collect_view()
    };
    let choose = move |value: String| {
        chosen.included.set(OrderedSet::default());
        chosen.period.set(value.parse().ok());
    };
    view! {
        <label class="labelled">
            <span>{texts.sending.period}</span>
            <select class="field" on:change:target=move |event| choose(event.target().value())>
                {rows}
            </select>
        </label>
    }
}

/// What is hers alone in the period, each kind with a tick.
#[component]
pub fn OwnParts(chosen: Chosen) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().sending);
    let found = Memo::new(move |_| {
        let nothing = OrderedSet::default();
        let period = state
            .workspace
            .with(|workspace| for_others(workspace, chosen.period.get()?, &nothing));
        let parts = period.map(|period| period.own_parts().clone());
        parts.unwrap_or_default().into_iter().collect::<Vec<_>>()
    });
    let rows = move || {
        let parts = found.get();
        if parts.is_empty() {
            return view! { <p class="hint">{words.own_nothing}</p> }.into_any();
        }
        let names = Names::of(state, chosen);
        let rows = parts.into_iter().map(|(part, number)| {
            let line = match &part {
                OwnPart::Notes => (words.own_notes)(number),
                OwnPart::Vetoes => (words.own_vetoes)(number),
                OwnPart::Mechanism(id) => (words.own_mechanism)(names.mechanism(id), number),
                OwnPart::OwnDuties => (words.own_duties)(number),
                OwnPart::Unknown => (words.own_unknown)(number),
            };
            view! { <Include part=part line=line included=chosen.included /> }
        });
        view! {
            <p class="hint">{words.own_hint}</p>
            {rows.collect_view()}
        }
        .into_any()
    };
    view! {
        <fieldset class="stack-tight">
            <legend><strong>{words.own_title}</strong></legend>
            {rows}
        </fieldset>
        <p class="hint">{words.others_none}</p>
    }
}

/// A tick that takes one kind in.
#[component]
fn Include(part: OwnPart, line: String, included: RwSignal<OrderedSet<OwnPart>>) -> impl IntoView {
    let field = NodeRef::<html::Input>::new();
    let asked = part.clone();
    let is_included = move || included.with(|parts| parts.contains(&asked));
    let changed = move |_| {
        let Some(field) = field.get_untracked() else {
            return;
        };
        included.update(|parts| {
            match field.checked() {
                true => parts.insert(part.clone()),
                false => parts.remove(&part),
            };
        });
    };
    view! {
        <label class="tick">
            <input
                node_ref=field
                type="checkbox"
                prop:checked=is_included
                on:change=changed
            />
            <span class="tick-text">{line}</span>
        </label>
    }
}
