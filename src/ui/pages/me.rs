//! 我的: the organisations of this device, the pages about them, look and language.
//!
//! Not here: what is behind the links (`profile`, `data`, `standard`, `local`, `history`).

use crate::app::VERSION;
use crate::app::state::AppState;
use crate::app::workspace::Workspace;
use crate::assessment::Organization;
use crate::exchange::{Language, Theme};
use crate::order::sorted_by_key;
use crate::period::CivilDate;
use crate::standard::OrganizationType;
use crate::text::Texts;
use crate::ui::components::{
    AnswerButtons, AnswerLayout, ButtonLink, Choice, ChoiceRow, Face, LinkList, ListLink,
    Selection, Switch, Tone,
};
use crate::ui::devices::Devices;
use crate::ui::icons::IconName;
use crate::ui::naming::organization_name;
use crate::ui::pages::list_alone::list_alone;
use crate::ui::route::Route;
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;
use uuid::Uuid;

/// 我的.
#[component]
pub fn MePage() -> impl IntoView {
    let texts = texts();
    let words = &texts.me;
    view! {
        <LargeType />
        <Organizations />
        <Links />
        <Look />
        <h2>{words.about}</h2>
        <p>{texts.common.reference_only}</p>
        <p>{words.promise}</p>
        <p class="hint">{texts.common.app_name}" · "{(words.version)(VERSION.to_owned())}</p>
    }
}

/// Large type (长辈模式), before all else: whoever needs it cannot look for it first.
#[component]
fn LargeType() -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().me);
    let on = Signal::derive(move || state.workspace.with(|one| one.settings.elder));
    let change = Callback::new(move |elder| {
        state.edit_settings(|settings| settings.elder = elder);
    });
    view! { <Switch label=words.elder hint=words.elder_hint on=on on_change=change /> }
}

/// The organisations of this device: which is open, and the way to another.
#[component]
fn Organizations() -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.me;
    let all = Memo::new(move |_| {
        state
            .workspace
            .with(|workspace| organizations(workspace, texts))
    });
    let open = move || {
        state
            .organization
            .with(|one| one.as_ref().map(|one| one.id))
    };
    let list = move || {
        let choices = all.get();
        if choices.is_empty() {
            return view! {
                <p class="hint">{words.no_organization}</p>
                <ButtonLink label=words.first_organization href=Route::Start.to_string() />
            }
            .into_any();
        }
        let several = choices.len() > 1;
        let selection = Selection::new(choices, open, move |id| state.open_organization(id));
        view! {
            {several.then(|| view! { <p class="hint">{words.organizations_hint}</p> })}
            <AnswerButtons
                legend=words.organizations
                selection=selection
                layout=AnswerLayout::List
            />
            <ButtonLink
                label=words.add_organization
                href=Route::Start.to_string()
                icon=IconName::Plus
            />
        }
        .into_any()
    };
    view! {
        <h2>{words.organizations}</h2>
        {list}
    }
}

/// Every organisation, the example last, as what can be opened.
fn organizations(workspace: &Workspace, texts: &Texts) -> Vec<Choice<Uuid>> {
    let all = sorted_by_key(workspace.organizations.values(), |one| {
        (one.example, one.created_at, one.id)
    });
    let choice = |one: &Organization| {
        let detail = match one.example {
            true => texts.me.example,
            false => texts.facts.organization_type(one.organization_type),
        };
        let face = Face {
            label: organization_name(one, texts),
            detail: detail.to_owned(),
            tone: Tone::Open,
            icon: IconName::Person,
        };
        Choice {
            value: one.id,
            face,
        }
    };
    all.into_iter().map(choice).collect()
}

/// The pages about the data of this device and the open organisation.
#[component]
fn Links() -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.me;
    let devices = Devices::expect();
    let known = Memo::new(move |_| state.organization.with(Option::is_some));
    let exported = Signal::derive(move || {
        let at = state
            .workspace
            .with(|one| one.settings.last_export_confirmed_at);
        let this_year = state.today().map_or(0, CivilDate::year);
        match at.and_then(|at| devices.day_of(at)) {
            Some(day) => (texts.data.last_export_on)((texts.facts.day)(day, this_year)),
            None => words.data_subtitle.to_owned(),
        }
    });
    let alone = list_alone(state);
    let handouts = Signal::derive(move || match alone.get() {
        true => words.handouts_hint_list.to_owned(),
        false => words.handouts_hint.to_owned(),
    });
    view! {
        <h2>{words.more}</h2>
        <LinkList>
            <ListLink
                title=words.data
                icon=IconName::Export
                href=Route::Data.to_string()
                subtitle=exported
            />
            <ListLink
                title=texts.saving.changes
                icon=IconName::Undo
                href=Route::Changes.to_string()
            />
            <ListLink
                title=words.help
                icon=IconName::Info
                href=Route::Help.to_string()
                subtitle=words.help_subtitle
            />
            <Show when=move || known.get()>
                <ListLink
                    title=words.handouts
                    icon=IconName::Print
                    href=Route::Handouts.to_string()
                    subtitle=handouts
                />
                <LinksOfOrganization alone=alone />
            </Show>
        </LinkList>
    }
}

/// The pages about the open organisation.
#[component]
fn LinksOfOrganization(alone: Memo<bool>) -> impl IntoView {
    let (state, texts, language) = (AppState::expect(), texts(), language());
    let words = &texts.me;
    let pack = Signal::derive(move || {
        let title = state
            .pack
            .with(|pack| pack.as_ref().map(|pack| say(&pack.title, language)));
        title.unwrap_or_else(|| words.standard_subtitle.to_owned())
    });
    let local = Signal::derive(move || {
        let own = state.organization;
        match own.with(|one| one.as_ref().map_or(0, |one| one.local.judging_changes())) {
            0 => words.local_none.to_owned(),
            count => (words.local_changes)(count),
        }
    });
    let periods = Signal::derive(move || {
        let open = state.organization;
        let id = open.with(|one| one.as_ref().map(|one| one.id));
        let all = state.workspace;
        let count = |id| all.with(|workspace| workspace.assessments_of(id).len());
        (words.history_subtitle)(id.map_or(0, count))
    });
    let row = |title: &'static str, icon: IconName, route: Route, subtitle: Signal<String>| {
        let href = route.to_string();
        view! { <ListLink title=title icon=icon href=href subtitle=subtitle /> }
    };
    // What the profile asks of this type.
    let about = Signal::derive(move || {
        let open = state.organization;
        let kind = open.with(|one| one.as_ref().map(|one| one.organization_type));
        let asked = match kind {
            Some(kind) if kind.leads() => words.profile_subtitle_name,
            Some(OrganizationType::Institution) => words.profile_subtitle_kind,
            _ => words.profile_subtitle,
        };
        asked.to_owned()
    });
    view! {
        {row(words.profile, IconName::Person, Route::Profile, about)}
        {row(texts.home.history, IconName::Calendar, Route::History, periods)}
        {row(words.standard, IconName::List, Route::Standard, pack)}
        <Show when=move || !alone.get()>
            {row(words.local, IconName::Pen, Route::Local, local)}
        </Show>
    }
}

/// Light or dark, and the language.
#[component]
fn Look() -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.me;
    let settings = state.workspace;
    let theme = Selection::new(
        [
            Choice::plain(Theme::System, words.theme_system),
            Choice::plain(Theme::Light, words.theme_light),
            Choice::plain(Theme::Dark, words.theme_dark),
        ],
        move || settings.with(|one| Some(one.settings.theme)),
        move |theme| state.edit_settings(|settings| settings.theme = theme),
    );
    let language = Selection::new(
        Language::ALL.map(|one| Choice::plain(one, one.own_name())),
        move || settings.with(|one| Some(one.settings.language)),
        move |language| state.edit_settings(|settings| settings.language = language),
    );
    view! {
        <h2>{words.look}</h2>
        <ChoiceRow label=words.theme selection=theme />
        <ChoiceRow label=words.language selection=language />
    }
}
