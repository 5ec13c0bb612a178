//! Which period goes to others, and what of it is private to the user (只给自己看): each kind with its
//! number and a tick that takes it in.
//!
//! Not here: leaving it out (`exchange::for_others`).

use super::Chosen;
use super::contents::Names;
use crate::app::sending::{SeenOtherwise, for_others, seen_otherwise};
use crate::app::state::AppState;
use crate::app::versions::in_force_for;
use crate::assessment::Organization;
use crate::duty::RecordingSince;
use crate::exchange::for_others::OwnPart;
use crate::order::sorted_by_key;
use crate::period::CivilDate;
use crate::sorted_set::SortedSet;
use crate::standard::StandardPack;
use crate::text::{Language, list};
use crate::ui::components::{Choice, Notice, NoticeKind, SelectField, Selection};
use crate::ui::devices::Devices;
use crate::ui::naming::organization_name;
use crate::ui::pages::include_part::IncludePart;
use crate::ui::speech::{item_name, language, say, texts};
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
    let choose = move |id| {
        chosen.included.set(SortedSet::default());
        chosen.period.set(Some(id));
    };
    let list = move || {
        let choices = options.get().into_iter();
        let choices = choices.map(|(id, label)| Choice::plain(id, label));
        let selection = Selection::new(choices, move || chosen.period.get(), choose);
        view! { <SelectField selection=selection /> }
    };
    view! {
        <label class="labelled">
            <span>{texts.sending.period}</span>
            {list}
        </label>
    }
}

/// What is private to the user in the period, each kind with a tick.
#[component]
pub fn OwnParts(chosen: Chosen) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().sending);
    let found = Memo::new(move |_| {
        let nothing = SortedSet::default();
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
            view! { <IncludePart part=part line=line included=chosen.included /> }
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

/// What others see otherwise because something is left out, if anything.
#[component]
pub fn Otherwise(chosen: Chosen) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().sending);
    let devices = Devices::expect();
    let names = Memo::new(move |_| {
        let (period, today) = (chosen.period.get()?, state.today()?);
        let included = chosen.included.get();
        state.workspace.with(|workspace| {
            let assessment = workspace.assessments.get(&period)?;
            let organization = workspace.organizations.get(&assessment.organization)?;
            let recording_since = devices.day_of(organization.created_at);
            let recording_since = RecordingSince(recording_since.unwrap_or(CivilDate::EARLIEST));
            let found = seen_otherwise(workspace, period, &included, today, recording_since)?;
            let pack = in_force_for(workspace, period)?;
            (!found.is_empty()).then(|| names_of(&found, &pack, language()))
        })
    });
    move || {
        let text = (words.otherwise_hint)(names.get()?);
        Some(view! { <Notice kind=NoticeKind::Warning title=words.otherwise text=text /> })
    }
}

fn names_of(found: &SeenOtherwise, pack: &StandardPack, language: Language) -> String {
    let basics = found.basics.iter().filter_map(|key| pack.basic(key));
    let stars = found.stars.iter().filter_map(|key| pack.star(key));
    let basics = basics.map(|one| say(&one.title, language));
    let stars = stars.map(|one| say(&one.title, language));
    let items = found.items.iter().map(|id| item_name(pack, id, language));
    list(basics.chain(stars).chain(items), language)
}
