//! 我的: the organisations of this device, the pages about them, look and language.
//!
//! Not here: what is behind the links (`profile`, `data`, `standard`, `local`, `history`).

use super::naming::organization_name;
use crate::app::VERSION;
use crate::app::state::AppState;
use crate::assessment::Organization;
use crate::exchange::{Language, Theme};
use crate::ui::components::{
    AnswerButtons, AnswerLayout, ButtonLink, Choice, ChoiceRow, LinkList, ListLink, Tone,
};
use crate::ui::devices::Devices;
use crate::ui::icons::IconName;
use crate::ui::route::Route;
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;

/// 我的.
#[component]
pub fn MePage() -> impl IntoView {
    let texts = texts();
    let words = &texts.me;
    view! {
        <Organizations />
        <Links />
        <Look />
        <h2>{words.about}</h2>
        <p>{texts.common.reference_only}</p>
        <p>{words.promise}</p>
        <p class="hint">{texts.common.app_name}" · "{(words.version)(VERSION.to_owned())}</p>
    }
}

/// The organisations of this device: which is open, and the way to another.
#[component]
fn Organizations() -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.me;
    let all = Memo::new(move |_| {
        state.workspace.with(|workspace| {
            let mut all: Vec<&Organization> = workspace.organizations.values().collect();
            #[expect(clippy::disallowed_methods, reason = "not needed for the first page")]
            all.sort_by_key(|one| (one.example, one.created_at, one.id));
            let choice = |one: &Organization| Choice {
                value: one.id.to_string(),
                label: organization_name(one, texts),
                detail: match one.example {
                    true => words.example.to_owned(),
                    false => texts
                        .facts
                        .organization_type(one.organization_type)
                        .to_owned(),
                },
                tone: Tone::Open,
                icon: IconName::Person,
            };
            all.into_iter().map(choice).collect::<Vec<_>>()
        })
    });
    let chosen = Signal::derive(move || {
        state
            .organization
            .with(|one| one.as_ref().map(|one| one.id.to_string()))
    });
    let open = Callback::new(move |key: String| {
        if let Ok(id) = key.parse() {
            state.open_organization(id);
        }
    });
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
        view! {
            {several.then(|| view! { <p class="hint">{words.organizations_hint}</p> })}
            <AnswerButtons
                legend=words.organizations
                choices=choices
                chosen=chosen
                layout=AnswerLayout::List
                on_choose=open
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

/// The pages about the open organisation and its data.
#[component]
fn Links() -> impl IntoView {
    let (state, texts, language) = (AppState::expect(), texts(), language());
    let words = &texts.me;
    let devices = Devices::expect();
    let known = Memo::new(move |_| state.organization.with(Option::is_some));
    let exported = Signal::derive(move || {
        let at = state
            .workspace
            .with(|one| one.settings.last_export_confirmed_at);
        match at.and_then(|at| devices.day_of(at)) {
            Some(day) => (texts.data.last_export_on)(day.to_string()),
            None => words.data_subtitle.to_owned(),
        }
    });
    let pack = Signal::derive(move || {
        let title = state
            .pack
            .with(|pack| pack.as_ref().map(|pack| say(&pack.title, language)));
        title.unwrap_or_else(|| words.standard_subtitle.to_owned())
    });
    let local = Signal::derive(move || {
        match state
            .organization
            .with(|one| one.as_ref().map_or(0, |one| one.local.judging_changes()))
        {
            0 => words.local_none.to_owned(),
            count => (words.local_changes)(count),
        }
    });
    let periods = Signal::derive(move || {
        let id = state
            .organization
            .with(|one| one.as_ref().map(|one| one.id));
        let count = |id| {
            state
                .workspace
                .with(|workspace| workspace.assessments_of(id).len())
        };
        (words.history_subtitle)(id.map_or(0, count))
    });
    let of_organization = move || {
        known.get().then(|| {
            view! {
                <ListLink
                    title=words.profile
                    href=Route::Profile.to_string()
                    subtitle=words.profile_subtitle
                />
                <ListLink title=texts.home.history href=Route::History.to_string() subtitle=periods />
                <ListLink title=words.standard href=Route::Standard.to_string() subtitle=pack />
                <ListLink title=words.local href=Route::Local.to_string() subtitle=local />
            }
        })
    };
    view! {
        <h2>{words.more}</h2>
        <LinkList>
            <ListLink title=words.data href=Route::Data.to_string() subtitle=exported />
            {of_organization}
        </LinkList>
    }
}

/// Large type, light or dark, and the language.
#[component]
fn Look() -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.me;
    let setting = move |read: fn(&crate::exchange::Settings) -> &'static str| {
        Signal::derive(move || state.workspace.with(|one| read(&one.settings).to_owned()))
    };
    let option = |value: &str, word: &str| (value.to_owned(), word.to_owned());
    let elder = setting(|settings| if settings.elder { "on" } else { "off" });
    let theme = setting(|settings| match settings.theme {
        Theme::System => "system",
        Theme::Light => "light",
        Theme::Dark => "dark",
    });
    let language = setting(|settings| match settings.language {
        Language::Chinese => "zh",
        Language::English => "en",
    });
    let choose_elder = Callback::new(move |key: String| {
        state.edit_settings(|settings| settings.elder = key == "on");
    });
    let choose_theme = Callback::new(move |key: String| {
        let theme = match key.as_str() {
            "light" => Theme::Light,
            "dark" => Theme::Dark,
            _ => Theme::System,
        };
        state.edit_settings(|settings| settings.theme = theme);
    });
    let choose_language = Callback::new(move |key: String| {
        let language = if key == "en" {
            Language::English
        } else {
            Language::Chinese
        };
        state.edit_settings(|settings| settings.language = language);
    });
    view! {
        <h2>{words.look}</h2>
        <ChoiceRow
            label=words.elder
            hint=words.elder_hint
            options=vec![option("off", words.elder_off), option("on", words.elder_on)]
            chosen=elder
            on_choose=choose_elder
        />
        <ChoiceRow
            label=words.theme
            options=vec![
                option("system", words.theme_system),
                option("light", words.theme_light),
                option("dark", words.theme_dark),
            ]
            chosen=theme
            on_choose=choose_theme
        />
        <ChoiceRow
            label=words.language
            options=vec![option("zh", "中文"), option("en", "English")]
            chosen=language
            on_choose=choose_language
        />
    }
}
