//! First start: where the data will live, what kind of organisation it is, the few facts; or the
//! example, or data that is there already.
//!
//! Not here: the form of the facts (`profile_form`), and changing any of it later (`profile`).

use crate::app::commands::Pace;
use crate::app::state::AppState;
use crate::assessment::Organization;
use crate::period::{ClockDoubt, Quarter};
use crate::platform::surroundings::{DataPlace, Surroundings};
use crate::standard::{OrganizationType, is_here};
use crate::ui::apart::apart;
use crate::ui::clock_notice::{ClockNotice, doubt};
use crate::ui::components::{
    AnswerButtons, Button, Choice, LinkList, ListButton, ListLink, Notice, NoticeKind, Selection,
    Weight,
};
use crate::ui::icons::IconName;
use crate::ui::lazy_part::LazyPart;
use crate::ui::navigation::Navigation;
use crate::ui::parts::{Arrival, Part, Parts, Wanted};
use crate::ui::profile_form::{Profile, ProfileForm};
use crate::ui::route::Route;
use crate::ui::speech::texts;
use crate::visible_text::trimmed;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What has been entered so far; nothing of it is an organisation yet.
#[derive(Clone, Debug, Default)]
struct Draft {
    organization_type: Option<OrganizationType>,
    profile: Profile,
    period: Option<Quarter>,
    /// Whether a step was taken: the next one then takes the focus along.
    moved: bool,
}

impl Draft {
    fn choose(&mut self, organization_type: Option<OrganizationType>) {
        self.organization_type = organization_type;
        self.moved = true;
        window().scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// First start, and every further organisation.
#[component]
pub fn StartPage() -> impl IntoView {
    let draft = RwSignal::new(Draft::default());
    let chosen = Memo::new(move |_| draft.with(|draft| draft.organization_type));
    let parts = Parts::expect();
    // Whether it waits is all that the page asks of the parts: what comes in meanwhile must not
    // make the fields anew while it is tapped.
    let waits = Memo::new(move |_| {
        let missing =
            |kind: OrganizationType| parts.arrival(Part::Packs) != Arrival::Here && !is_here(kind);
        chosen.get().is_some_and(missing)
    });
    move || match chosen.get() {
        None => view! { <Welcome draft=draft /> }.into_any(),
        Some(_) if waits.get() => apart(move || view! { <Waiting draft=draft /> }.into_any()),
        Some(organization_type) => apart(move || {
            view! { <Details draft=draft organization_type=organization_type /> }.into_any()
        }),
    }
}

/// What stands there until the questions of the chosen type have come.
#[component]
fn Waiting(draft: RwSignal<Draft>) -> impl IntoView {
    let again = Callback::new(move |()| draft.update(|draft| draft.choose(None)));
    view! {
        <LazyPart wanted=Wanted::Packs />
        <Button label=texts().start.back weight=Weight::Quiet on_press=again />
    }
}

/// The heading of a step. After the first step it takes the focus, which was on a button that is
/// gone: so the keyboard goes on from here, and a screen reader says where the user is.
#[component]
fn StepHeading(draft: RwSignal<Draft>, #[prop(into)] text: String) -> impl IntoView {
    let heading = NodeRef::<html::H2>::new();
    heading.on_load(move |heading| {
        if draft.with_untracked(|draft| draft.moved) {
            let _ = heading.focus();
        }
    });
    view! {
        <h2 tabindex="-1" node_ref=heading>
            {text}
        </h2>
    }
}

/// Where the data lives, and what kind of organisation it is.
#[component]
fn Welcome(draft: RwSignal<Draft>) -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.start;
    let first = state
        .workspace
        .with_untracked(|one| one.organizations.is_empty());
    let types = |types: &'static [OrganizationType], title: &'static str| {
        let rows = types
            .iter()
            .map(|one| view! { <Type draft=draft of=*one /> }.into_any());
        let rows: Vec<AnyView> = rows.collect();
        view! {
            <div role="group" aria-label=title>
                <LinkList>{rows}</LinkList>
            </div>
        }
    };
    view! {
        <ClockNotice />
        {first.then(|| view! {
            <p>{words.welcome}</p>
            <WhereDataLives />
            <Example of=OrganizationType::Village />
        })}
        <StepHeading draft=draft text=words.type_title />
        {types(OrganizationType::assessed(), words.type_title)}
        <h3>{words.leading_title}</h3>
        {types(OrganizationType::leading(), words.leading_title)}
        {first.then(|| view! { <OtherWays /> })}
    }
}

/// One type of organisation, which can be chosen.
#[component]
fn Type(draft: RwSignal<Draft>, of: OrganizationType) -> impl IntoView {
    let names = &texts().facts;
    let choose = Callback::new(move |()| draft.update(|draft| draft.choose(Some(of))));
    view! {
        <ListButton
            title=names.organization_type(of)
            subtitle=names.who_belongs_to(of)
            icon=icon_of(of)
            on_press=choose
        />
    }
}

fn icon_of(organization_type: OrganizationType) -> IconName {
    match organization_type {
        OrganizationType::Village => IconName::Village,
        OrganizationType::Community | OrganizationType::TownCommittee => IconName::Community,
        OrganizationType::Office | OrganizationType::LeadingGroup => IconName::Office,
        OrganizationType::StateEnterprise => IconName::Factory,
        OrganizationType::Institution => IconName::School,
        OrganizationType::PrivateFirm => IconName::Firm,
        OrganizationType::SocialOrganization => IconName::People,
    }
}

/// What leads elsewhere while there are no tabs: data that is there already, and the look.
#[component]
fn OtherWays() -> impl IntoView {
    let words = &texts().start;
    view! {
        <LinkList>
            <ListLink
                title=words.have_data
                icon=IconName::Import
                href=Route::Import.to_string()
            />
            <ListLink
                title=texts().me.help
                icon=IconName::Info
                href=Route::Help.to_string()
            />
            <ListLink title=words.to_me icon=IconName::Person href=Route::Me.to_string() />
        </LinkList>
    }
}

/// What can be done before entering anything: see the example of a type.
#[component]
fn Example(of: OrganizationType) -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.start;
    let (navigation, parts) = (Navigation::expect(), Parts::expect());
    let failed = RwSignal::new(false);
    let example = Callback::new(move |()| {
        failed.set(false);
        spawn_local(async move {
            match parts.example_documents(state, of).await {
                Ok(Some(documents)) => {
                    state.add_example(documents);
                    navigation.go(&Route::Home);
                }
                Ok(None) => {}
                Err(_) => failed.set(true),
            }
        });
    });
    // Beside a form the filled button is that which begins.
    let (weight, hint) = match of {
        OrganizationType::Village => (Weight::Primary, Some(words.see_example_hint)),
        _ => (Weight::Secondary, None),
    };
    let label = match of {
        OrganizationType::Village => words.see_example.to_owned(),
        other => (words.see_example_of)(texts.facts.organization_type(other)),
    };
    view! {
        <div class="start-example">
            <Button label=label weight=weight on_press=example />
            {hint.map(|hint| view! { <p class="hint">{hint}</p> })}
        </div>
        <Show when=move || failed.get()>
            <Notice kind=NoticeKind::Error text=texts.parts.example_failed />
        </Show>
    }
}

/// Says where the data will live and what deletes it, before anything is entered.
#[component]
fn WhereDataLives() -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().start);
    let place = Surroundings::detect().data_place(state.storage_unavailable.get_untracked());
    let text = match place {
        DataPlace::Nowhere => words.where_nowhere,
        DataPlace::InApp => words.where_in_app,
        DataPlace::ForgottenAfterAWeek => words.where_ios,
        DataPlace::File => words.where_file,
        DataPlace::HomeScreen | DataPlace::Browser => words.where_deleted,
    };
    let text = format!("{}{text}", words.where_here);
    match place.is_unsafe() {
        true => view! { <Notice kind=NoticeKind::Warning title=words.where_title text=text /> }
            .into_any(),
        false => view! { <p class="hint">{text}</p> }.into_any(),
    }
}

/// Name, facts, end of term and period, each of which may be skipped.
#[component]
fn Details(draft: RwSignal<Draft>, organization_type: OrganizationType) -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.start;
    let navigation = Navigation::expect();
    let type_name = texts.facts.organization_type(organization_type);
    // The example village was offered before.
    let first = organization_type != OrganizationType::Village
        && state
            .workspace
            .with_untracked(|one| one.organizations.is_empty());
    // Nothing is begun by a date that cannot be right; the notice says so.
    let doubt = doubt(state);
    let this_quarter = Memo::new(move |_| {
        let forbidden = doubt.get().is_some_and(ClockDoubt::forbids_beginning);
        state.this_quarter().filter(|_| !forbidden)
    });
    let can_begin = Signal::derive(move || this_quarter.get().is_some());
    let begin_at = move |first: &Route| {
        let Draft {
            profile, period, ..
        } = draft.get_untracked();
        let Some(period) = period.or(this_quarter.get_untracked()) else {
            return;
        };
        state.add_organization(organization_of(profile, organization_type, state), period);
        navigation.go(first);
    };
    let (hint, begin_label) = match organization_type.leads() {
        true => (words.details_hint_leading, words.begin_list),
        false => (words.details_hint, words.begin),
    };
    let pages = [first_page(organization_type), Route::Authoring];
    let [begin, begin_own] = pages.map(|page| Callback::new(move |()| begin_at(&page)));
    let again = Callback::new(move |()| draft.update(|draft| draft.choose(None)));
    let keep = Callback::new(move |(profile, _): (Profile, Pace)| {
        draft.update(|draft| draft.profile = profile);
    });
    view! {
        <StepHeading draft=draft text=format!("{} · {type_name}", words.details_title) />
        <p class="hint">{hint}</p>
        {first.then(|| view! { <Example of=organization_type /> })}
        <ProfileForm
            organization_type=organization_type
            profile=Memo::new(move |_| draft.with(|draft| draft.profile.clone()))
            on_change=keep
        />
        {(!organization_type.leads()).then(|| view! {
            <PeriodChoice draft=draft this_quarter=this_quarter />
            <OwnStandard can_begin=can_begin on_press=begin_own />
        })}
        <ClockNotice />
        <div class="start-begin">
            <Button label=words.back weight=Weight::Quiet on_press=again />
            <Button label=begin_label weight=Weight::Primary enabled=can_begin on_press=begin />
        </div>
    }
}

/// The page with which an organisation begins.
fn first_page(organization_type: OrganizationType) -> Route {
    match organization_type.leads() {
        true => Route::Checklist,
        false => Route::Assess,
    }
}

/// The way to the standard of the county, which is pasted right after.
#[component]
fn OwnStandard(can_begin: Signal<bool>, on_press: Callback<()>) -> impl IntoView {
    let words = &texts().start;
    view! {
        <div class="stack-tight">
            <p class="hint">{words.begin_own_hint}</p>
            <Button label=words.begin_own enabled=can_begin on_press=on_press />
        </div>
    }
}

/// A new organisation with what was entered of it.
fn organization_of(
    profile: Profile,
    organization_type: OrganizationType,
    state: AppState,
) -> Organization {
    let now_ms = state.now_ms();
    Organization {
        id: state.new_id(),
        name: trimmed(&profile.name).to_owned(),
        organization_type,
        facts: profile.facts,
        term_end: profile.term_end,
        pack: None,
        local: Default::default(),
        example: false,
        created_at: now_ms,
        changed_at: now_ms,
        extra: Default::default(),
    }
}

/// The quarter that is assessed first: this one or the one before.
#[component]
fn PeriodChoice(draft: RwSignal<Draft>, this_quarter: Memo<Option<Quarter>>) -> impl IntoView {
    let texts = texts();
    let words = &texts.start;
    let buttons = move || {
        let offered = this_quarter.get().map(|now| [now, now.previous()]);
        let quarters = offered.into_iter().flatten();
        let choices = quarters.map(|one| Choice::plain(one, (texts.facts.quarter)(one)));
        let selection = Selection::new(
            choices,
            move || draft.with(|draft| draft.period).or(this_quarter.get()),
            move |quarter| draft.update(|draft| draft.period = Some(quarter)),
        );
        view! { <AnswerButtons legend=words.period selection=selection /> }
    };
    view! {
        <h3>{words.period}</h3>
        <p class="hint">{words.period_hint}</p>
        {buttons}
    }
}
