//! 组织资料: the name, the few facts and the end of term, and what they spare.
//!
//! Not here: switching single items off (`local`), and which pack is used (`standard`).

use super::naming::organization_name;
use super::spared::Spared;
use crate::app::commands::Pace;
use crate::app::state::AppState;
use crate::app::undo::Deed;
use crate::assessment::Organization;
use crate::standard::{Facts, InstitutionKind, OrganizationType};
use crate::ui::components::{
    ActionRow, AnswerButtons, Button, ButtonLink, Choice, DateField, Dialog, EmptyState, Notice,
    NoticeKind, NumberField, TextField, Tone, Weight,
};
use crate::ui::day_remarks::far_ahead;
use crate::ui::icons::IconName;
use crate::ui::root::Navigation;
use crate::ui::route::Route;
use crate::ui::speech::texts;
use leptos::prelude::*;
use uuid::Uuid;

const INSTITUTIONS: [InstitutionKind; 3] = [
    InstitutionKind::School,
    InstitutionKind::University,
    InstitutionKind::Hospital,
];

/// The profile of the open organisation.
#[component]
pub fn ProfilePage() -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let open = Memo::new(move |_| {
        state
            .organization
            .with(|one| one.as_ref().map(|one| one.id))
    });
    // Another organisation gets fields of its own, so that no text goes from one to the other.
    move || match open.get() {
        Some(id) => view! { <Fields /><Spared /><Delete id=id /> }.into_any(),
        None => view! {
            <EmptyState text=texts.me.no_organization>
                <ButtonLink label=texts.me.first_organization href=Route::Start.to_string() />
            </EmptyState>
        }
        .into_any(),
    }
}

/// Reads something of the open organisation.
fn read<Value: Clone + Default + PartialEq + Send + Sync + 'static>(
    state: AppState,
    read: impl Fn(&Organization) -> Value + Copy + Send + Sync + 'static,
) -> Signal<Value> {
    Signal::derive(move || {
        state
            .organization
            .with(|one| one.as_ref().map(read))
            .unwrap_or_default()
    })
}

/// Changes something of the open organisation.
fn change(state: AppState, pace: Pace, change: impl FnOnce(&mut Organization)) {
    state.edit_organization(Deed::ChangedProfile, pace, change);
}

/// Everything that can be entered.
#[component]
fn Fields() -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let (words, names) = (&texts.me, &texts.facts);
    let kind = state
        .organization
        .with_untracked(|one| one.as_ref().map(|one| one.organization_type));
    let type_name = kind.map(|kind| names.organization_type(kind));
    let fact = move |get: fn(&Facts) -> Option<u32>| read(state, move |one| get(&one.facts));
    let put = move |set: fn(&mut Facts, Option<u32>)| {
        Callback::new(move |value| change(state, Pace::Soon, |one| set(&mut one.facts, value)))
    };
    let doubtful = move || {
        let facts = state
            .organization
            .with(|one| one.as_ref().map(|one| one.facts))?;
        let more = facts.full_members? > facts.members?;
        more.then(|| view! { <Notice kind=NoticeKind::Warning text=words.more_full_than_all /> })
    };
    view! {
        <TextField
            label=words.name
            hint=words.name_hint
            value=read(state, |one| one.name.clone())
            on_input=Callback::new(move |name| change(state, Pace::Soon, |one| one.name = name))
            on_commit=Callback::new(move |_| state.flush())
        />
        <div class="stack-tight">
            <p><strong>{type_name.map(|name| (words.labelled)(words.type_label, name))}</strong></p>
            <p class="hint">{words.type_fixed}</p>
        </div>
        {(kind == Some(OrganizationType::Institution)).then(|| view! { <InstitutionField /> })}
        <h2>{words.facts_title}</h2>
        <p class="hint">{words.facts_hint}</p>
        <NumberField
            label=names.full_members
            hint=words.full_members_hint
            value=fact(|facts| facts.full_members)
            on_change=put(|facts, value| facts.full_members = value)
        />
        <NumberField
            label=names.members
            hint=words.members_hint
            value=fact(|facts| facts.members)
            on_change=put(|facts, value| facts.members = value)
        />
        {doubtful}
        <NumberField
            label=names.groups
            hint=words.groups_hint
            value=fact(|facts| facts.groups)
            on_change=put(|facts, value| facts.groups = value)
        />
        <CommitteeField />
        <DateField
            label=names.term_end
            hint=words.term_hint
            value=read(state, |one| one.term_end)
            on_change=Callback::new(move |day| change(state, Pace::Now, |one| one.term_end = day))
            remark=far_ahead(state, read(state, |one| one.term_end))
        />
    }
}

/// Whether there is a branch committee (支委会).
#[component]
fn CommitteeField() -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let names = &texts.facts;
    let chosen = read(state, |one| {
        let known = one.facts.committee?;
        Some(if known { "yes" } else { "no" }.to_owned())
    });
    let put = move |value| change(state, Pace::Now, |one| one.facts.committee = value);
    view! {
        <div class="stack-tight">
            <h3>{names.committee}</h3>
            <p class="hint">{texts.me.committee_hint}</p>
            <AnswerButtons
                legend=names.committee
                choices=vec![
                    Choice::new("yes", names.committee_yes, Tone::Open, IconName::Check),
                    Choice::new("no", names.committee_no, Tone::Open, IconName::Dash),
                ]
                chosen=chosen
                on_choose=Callback::new(move |key: String| put(Some(key == "yes")))
                on_clear=Callback::new(move |()| put(None))
            />
        </div>
    }
}

/// Which kind of institution it is (单位类别).
#[component]
fn InstitutionField() -> impl IntoView {
    let (state, names) = (AppState::expect(), &texts().facts);
    let choices = INSTITUTIONS.map(|kind| {
        Choice::new(
            &format!("{kind:?}"),
            names.institution(kind),
            Tone::Open,
            IconName::Check,
        )
    });
    let chosen = read(state, |one| {
        one.facts.institution.map(|kind| format!("{kind:?}"))
    });
    let put = move |value| change(state, Pace::Now, |one| one.facts.institution = value);
    view! {
        <div class="stack-tight">
            <h3>{names.institution_kind}</h3>
            <AnswerButtons
                legend=names.institution_kind
                choices=choices.to_vec()
                chosen=chosen
                on_choose=Callback::new(move |key: String| {
                    put(INSTITUTIONS.into_iter().find(|kind| format!("{kind:?}") == key));
                })
                on_clear=Callback::new(move |()| put(None))
            />
        </div>
    }
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
