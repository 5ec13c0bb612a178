//! First start: where the data will live, what kind of organisation it is, the few facts; or the
//! example, or data that is there already.
//!
//! Not here: changing any of it later (`profile`).

use crate::app::state::AppState;
use crate::assessment::Organization;
use crate::period::{CivilDate, ClockDoubt, Quarter};
use crate::platform::surroundings::Surroundings;
use crate::standard::{Facts, InstitutionKind, OrganizationType, is_here};
use crate::ui::clock_notice::{ClockNotice, doubt};
use crate::ui::components::{
    ActionRow, AnswerButtons, AnswerLayout, Button, ButtonLink, Choice, DateField, Notice,
    NoticeKind, NumberField, TextField, Tone, Weight,
};
use crate::ui::day_remarks::far_ahead;
use crate::ui::icons::IconName;
use crate::ui::later::Later;
use crate::ui::parts::{self, Arrival, Part, Parts, Wanted};
use crate::ui::root::Navigation;
use crate::ui::route::Route;
use crate::ui::speech::texts;
use crate::visible_text::trimmed;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What has been entered so far; nothing of it is an organisation yet.
#[derive(Clone, Debug, Default)]
struct Draft {
    organization_type: Option<OrganizationType>,
    name: String,
    facts: Facts,
    term_end: Option<CivilDate>,
    period: Option<Quarter>,
}

/// First start, and every further organisation.
#[component]
pub fn StartPage() -> impl IntoView {
    let draft = RwSignal::new(Draft::default());
    let chosen = Memo::new(move |_| draft.with(|draft| draft.organization_type));
    let parts = Parts::expect();
    // Whether it waits is all that the page asks of the parts: what comes in meanwhile must not make
    // the fields anew under her fingers.
    let waits = Memo::new(move |_| {
        let missing =
            |kind: OrganizationType| parts.arrival(Part::Packs) != Arrival::Here && !is_here(kind);
        chosen.get().is_some_and(missing)
    });
    move || match chosen.get() {
        None => view! { <Welcome draft=draft /> }.into_any(),
        Some(_) if waits.get() => {
            let again = Callback::new(move |()| {
                draft.update(|draft| draft.organization_type = None);
            });
            let back = texts().start.back;
            view! {
                <Later wanted=Wanted::Packs />
                <Button label=back weight=Weight::Quiet on_press=again />
            }
            .into_any()
        }
        Some(organization_type) => {
            view! { <Details draft=draft organization_type=organization_type /> }.into_any()
        }
    }
}

/// Where the data lives, and what kind of organisation it is.
#[component]
fn Welcome(draft: RwSignal<Draft>) -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.start;
    let navigation = Navigation::expect();
    let first = state
        .workspace
        .with_untracked(|one| one.organizations.is_empty());
    let choices = OrganizationType::ALL.map(|one| {
        let key = format!("{one:?}");
        Choice::new(
            &key,
            texts.facts.organization_type(one),
            Tone::Open,
            IconName::Forward,
        )
    });
    let choose = Callback::new(move |key: String| {
        let found = OrganizationType::ALL
            .into_iter()
            .find(|one| format!("{one:?}") == key);
        draft.update(|draft| draft.organization_type = found);
        window().scroll_to_with_x_and_y(0.0, 0.0);
    });
    let failed = RwSignal::new(false);
    let example = Callback::new(move |()| {
        failed.set(false);
        spawn_local(async move {
            match parts::example_documents(state).await {
                Ok(Some(documents)) => {
                    state.add_example(documents);
                    navigation.go(&Route::Home);
                }
                Ok(None) => {}
                Err(_) => failed.set(true),
            }
        });
    });
    view! {
        <ClockNotice />
        {first.then(|| view! {
            <p>{words.welcome}</p>
            <WhereDataLives />
        })}
        <h2>{words.type_title}</h2>
        <AnswerButtons
            legend=words.type_title
            choices=choices.to_vec()
            chosen=Signal::stored(None::<String>)
            layout=AnswerLayout::List
            on_choose=choose
        />
        {first.then(|| view! {
            <ActionRow>
                <Button label=words.see_example on_press=example />
                <ButtonLink label=words.have_data href=Route::Import.to_string() />
            </ActionRow>
            <p class="hint">{words.see_example_hint}</p>
            <Show when=move || failed.get()>
                <Notice kind=NoticeKind::Error text=texts.parts.example_failed />
            </Show>
        })}
    }
}

/// Says where the data will live and what deletes it, before anything is entered.
#[component]
fn WhereDataLives() -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().start);
    let here = Surroundings::detect();
    let (kind, text) = if state.nowhere.get_untracked() {
        (NoticeKind::Warning, words.where_nowhere)
    } else if here.in_app.is_some() {
        (NoticeKind::Warning, words.where_in_app)
    } else if here.forgets_after_a_week() {
        (NoticeKind::Warning, words.where_ios)
    } else if here.from_file {
        (NoticeKind::Info, words.where_file)
    } else {
        (NoticeKind::Info, words.where_deleted)
    };
    view! {
        <Notice kind=kind title=words.where_title text=format!("{} {text}", words.where_here) />
    }
}

/// Name, facts, end of term and period, each of which may be skipped.
#[component]
fn Details(draft: RwSignal<Draft>, organization_type: OrganizationType) -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.start;
    let navigation = Navigation::expect();
    let name = Signal::derive(move || draft.with(|draft| draft.name.clone()));
    let type_name = texts.facts.organization_type(organization_type);
    let number = move |read: fn(&Facts) -> Option<u32>| {
        Signal::derive(move || draft.with(|draft| read(&draft.facts)))
    };
    let write = move |change: fn(&mut Facts, Option<u32>)| {
        Callback::new(move |value| draft.update(|draft| change(&mut draft.facts, value)))
    };
    let committee = Signal::derive(move || {
        let known = draft.with(|draft| draft.facts.committee)?;
        Some(if known { "yes" } else { "no" }.to_owned())
    });
    let committee_choices = vec![
        Choice::new(
            "yes",
            texts.facts.committee_yes,
            Tone::Open,
            IconName::Check,
        ),
        Choice::new("no", texts.facts.committee_no, Tone::Open, IconName::Dash),
    ];
    // Nothing is begun by a date that cannot be right; the notice above says so.
    let doubt = doubt(state);
    let this_quarter = Memo::new(move |_| {
        let forbidden = doubt.get().is_some_and(ClockDoubt::forbids_beginning);
        state.this_quarter().filter(|_| !forbidden)
    });
    let period = Signal::derive(move || {
        draft
            .with(|draft| draft.period)
            .or(this_quarter.get())
            .map(|period| period.to_string())
    });
    let can_begin = Signal::derive(move || this_quarter.get().is_some());
    let periods = move || {
        let offered = this_quarter.get().into_iter();
        let offered = offered.flat_map(|now| [now, now.previous()]);
        let choices = offered.map(|one| {
            Choice::new(
                &one.to_string(),
                &(texts.facts.quarter)(one),
                Tone::Open,
                IconName::Forward,
            )
        });
        view! {
            <AnswerButtons
                legend=words.period
                choices=choices.collect()
                chosen=period
                on_choose=Callback::new(move |key: String| {
                    draft.update(|draft| draft.period = key.parse().ok());
                })
            />
        }
    };
    let begin = Callback::new(move |()| {
        let draft = draft.get_untracked();
        let Some(period) = draft.period.or(this_quarter.get_untracked()) else {
            return;
        };
        let now_ms = state.now_ms();
        let organization = Organization {
            id: state.new_id(),
            name: trimmed(&draft.name).to_owned(),
            organization_type,
            facts: draft.facts,
            term_end: draft.term_end,
            pack: None,
            local: Default::default(),
            example: false,
            created_at: now_ms,
            changed_at: now_ms,
            extra: Default::default(),
        };
        state.add_organization(organization, period);
        navigation.go(&Route::Assess);
    });
    let again = Callback::new(move |()| draft.update(|draft| draft.organization_type = None));
    let institution = (organization_type == OrganizationType::Institution).then(|| {
        view! { <InstitutionChoice draft=draft /> }
    });
    view! {
        <h2>{words.details_title}" · "{type_name}</h2>
        <p class="hint">{words.details_hint}</p>
        <TextField
            label=words.name
            hint=words.name_hint
            value=name
            on_input=Callback::new(move |text| draft.update(|draft| draft.name = text))
        />
        {institution}
        <NumberField
            label=texts.facts.full_members
            value=number(|facts| facts.full_members)
            on_change=write(|facts, value| facts.full_members = value)
        />
        <NumberField
            label=texts.facts.members
            value=number(|facts| facts.members)
            on_change=write(|facts, value| facts.members = value)
        />
        <NumberField
            label=texts.facts.groups
            value=number(|facts| facts.groups)
            on_change=write(|facts, value| facts.groups = value)
        />
        <h3>{texts.facts.committee}</h3>
        <AnswerButtons
            legend=texts.facts.committee
            choices=committee_choices
            chosen=committee
            on_choose=Callback::new(move |key: String| {
                draft.update(|draft| draft.facts.committee = Some(key == "yes"));
            })
            on_clear=Callback::new(move |()| draft.update(|draft| draft.facts.committee = None))
        />
        <DateField
            label=texts.facts.term_end
            value=Signal::derive(move || draft.with(|draft| draft.term_end))
            on_change=Callback::new(move |date| draft.update(|draft| draft.term_end = date))
            remark=far_ahead(state, Signal::derive(move || draft.with(|draft| draft.term_end)))
        />
        <h3>{words.period}</h3>
        <p class="hint">{words.period_hint}</p>
        {periods}
        <ClockNotice />
        <ActionRow>
            <Button label=words.begin weight=Weight::Primary enabled=can_begin on_press=begin />
            <Button label=words.back weight=Weight::Quiet on_press=again />
        </ActionRow>
    }
}

#[component]
fn InstitutionChoice(draft: RwSignal<Draft>) -> impl IntoView {
    const KINDS: [InstitutionKind; 3] = [
        InstitutionKind::School,
        InstitutionKind::University,
        InstitutionKind::Hospital,
    ];
    let words = &texts().facts;
    let choices = KINDS.map(|kind| {
        Choice::new(
            &format!("{kind:?}"),
            words.institution(kind),
            Tone::Open,
            IconName::Forward,
        )
    });
    let chosen = Signal::derive(move || {
        draft
            .with(|draft| draft.facts.institution)
            .map(|kind| format!("{kind:?}"))
    });
    let choose = Callback::new(move |key: String| {
        let kind = KINDS.into_iter().find(|kind| format!("{kind:?}") == key);
        draft.update(|draft| draft.facts.institution = kind);
    });
    let clear = Callback::new(move |()| draft.update(|draft| draft.facts.institution = None));
    view! {
        <h3>{words.institution_kind}</h3>
        <AnswerButtons
            legend=words.institution_kind
            choices=choices.to_vec()
            chosen=chosen
            on_choose=choose
            on_clear=clear
        />
    }
}
