//! 组织资料: the name, the few facts and the end of term, and what they spare.
//!
//! Not here: switching single items off (`local`), and which pack is used (`standard`).

use super::list_alone::list_alone;
use super::spared::SparedItems;
use crate::app::commands::Pace;
use crate::app::state::AppState;
use crate::app::undo::Deed;
use crate::ui::components::{ActionRow, Button, ButtonLink, Dialog, EmptyState, Weight};
use crate::ui::icons::IconName;
use crate::ui::naming::organization_name;
use crate::ui::navigation::Navigation;
use crate::ui::profile_form::{Profile, ProfileForm};
use crate::ui::route::Route;
use crate::ui::speech::texts;
use leptos::prelude::*;
use uuid::Uuid;

/// The profile of the open organisation.
#[component]
pub fn ProfilePage() -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let open = Memo::new(move |_| {
        state
            .organization
            .with(|one| one.as_ref().map(|one| one.id))
    });
    let alone = list_alone(state);
    // Another organisation gets fields of its own, so that no text goes from one to the other.
    move || match open.get() {
        Some(id) => view! {
            <Fields alone=alone />
            <Show when=move || !alone.get()>
                <SparedItems />
            </Show>
            <Delete id=id />
        }
        .into_any(),
        None => view! {
            <EmptyState text=texts.me.no_organization>
                <ButtonLink label=texts.me.first_organization href=Route::Start.to_string() />
            </EmptyState>
        }
        .into_any(),
    }
}

/// The type, which stays, and everything that can be changed.
#[component]
fn Fields(alone: Memo<bool>) -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.me;
    let kind = state
        .organization
        .with_untracked(|one| one.as_ref().map(|one| one.organization_type));
    let profile = Memo::new(move |_| {
        let known = state.organization.with(|one| {
            let one = one.as_ref()?;
            Some(Profile {
                name: one.name.clone(),
                facts: one.facts,
                term_end: one.term_end,
            })
        });
        known.unwrap_or_default()
    });
    let keep = Callback::new(move |(profile, pace): (Profile, Pace)| {
        state.edit_organization(Deed::ChangedProfile, pace, |one| {
            one.name = profile.name;
            one.facts = profile.facts;
            one.term_end = profile.term_end;
        });
    });
    let commit = Callback::new(move |()| state.flush());
    kind.map(|kind| {
        let type_name = texts.facts.organization_type(kind);
        view! {
            <div class="stack-tight">
                <p><strong>{(words.labelled)(words.type_label, type_name)}</strong></p>
                <p class="hint">{words.type_fixed}</p>
            </div>
            <Show when=move || !alone.get()>
                <p class="hint">{words.facts_hint}</p>
            </Show>
            <ProfileForm
                organization_type=kind
                profile=profile
                on_change=keep
                on_commit=commit
            />
        }
    })
}

/// Deleting the organisation, after a question.
#[component]
fn Delete(id: Uuid) -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.me;
    let navigation = Navigation::expect();
    let asking = RwSignal::new(false);
    let name = Signal::derive(move || {
        let name = state
            .organization
            .with(|one| one.as_ref().map(|one| organization_name(one, texts)));
        (words.delete_question)(name.unwrap_or_default())
    });
    let close = Callback::new(move |()| asking.set(false));
    let delete = Callback::new(move |()| {
        asking.set(false);
        navigation.go(&Route::Me);
        state.delete_organization(id);
    });
    let periods = move || {
        state
            .workspace
            .with(|workspace| workspace.assessments_of(id).len())
    };
    view! {
        <Button
            label=words.delete
            icon=IconName::Bin
            weight=Weight::Danger
            on_press=Callback::new(move |()| asking.set(true))
        />
        <Dialog open=asking title=name on_close=close>
            <p>{(words.delete_what)(periods())}</p>
            <p>{words.delete_undo}</p>
            <ActionRow>
                <Button label=texts.common.button_cancel on_press=close />
                <Button label=words.delete_confirm weight=Weight::Danger on_press=delete />
            </ActionRow>
        </Dialog>
    }
}
