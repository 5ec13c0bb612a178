//! 全部事项: the three lists, the tools, and what is off, a line each.
//!
//! Not here: what any of them shows.

use super::{change_duties, this_month};
use crate::app::commands::Pace;
use crate::app::state::AppState;
use crate::assessment::{LocalSettings, Organization};
use crate::standard::{Listing, Mechanism};
use crate::ui::components::{Disclosure, LinkList, ListLink, Tick, tick_text};
use crate::ui::route::Route;
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;

/// Everything of the responsibility checklist.
#[component]
pub fn IndexPage() -> impl IntoView {
    let words = &texts().duties;
    let state = AppState::expect();
    let applicable = Memo::new(move |_| applicable(state));
    let of = move |listing| {
        applicable.with(|all| {
            let own = all.iter().filter(|one| one.enabled && one.list == listing);
            own.map(mechanism_row).collect::<Vec<_>>()
        })
    };
    let innovation = move || {
        let rows = of(Listing::Innovation);
        if rows.is_empty() {
            return view! { <p class="hint">{words.index_none}</p> }.into_any();
        }
        view! { <LinkList>{rows}</LinkList> }.into_any()
    };
    let month = this_month(state);
    let line = |title: &'static str, route: Route| {
        view! { <ListLink title=title href=route.to_string() /> }
    };
    view! {
        <h2>{words.index_duties}</h2>
        <LinkList>
            {line(words.this_month, Route::Month(month))}
            {line(words.this_year, Route::Year(month.year()))}
            {move || of(Listing::Duty)}
        </LinkList>
        <h2>{words.index_issues}</h2>
        <LinkList>
            {line(words.unmet_title, Route::Unmet)}
            {move || of(Listing::Issue)}
        </LinkList>
        <h2>{words.index_innovation}</h2>
        {innovation}
        <h2>{words.index_tools}</h2>
        <LinkList>
            {line(words.quorum, Route::Quorum)}
            {line(words.calendar, Route::Calendar)}
            {line(words.duties, Route::Duties)}
        </LinkList>
        <Switches applicable=applicable />
    }
}

/// The mechanisms that apply to the organisation, on or off.
fn applicable(state: AppState) -> Vec<Mechanism> {
    let Some(pack) = state.pack_in_force.get() else {
        return Vec::new();
    };
    let facts = state
        .organization
        .with(|one| one.as_ref().map(|one| one.facts))
        .unwrap_or_default();
    let all = pack.checklist.mechanisms.iter();
    all.filter(|one| one.applies_to(&facts)).cloned().collect()
}

fn mechanism_row(mechanism: &Mechanism) -> AnyView {
    let language = language();
    view! {
        <ListLink
            title=say(&mechanism.title, language)
            subtitle=say(&mechanism.about, language)
            href=Route::Mechanism(mechanism.id.clone()).to_string()
        />
    }
    .into_any()
}

/// Which mechanisms are on: those that are off first, since they are what is looked for here.
#[component]
fn Switches(applicable: Memo<Vec<Mechanism>>) -> impl IntoView {
    let words = &texts().duties;
    let count =
        move |on: bool| applicable.with(|all| all.iter().filter(|one| one.enabled == on).count());
    let off = Signal::derive(move || (words.index_off)(count(false)));
    let on = Signal::derive(move || (words.index_on)(count(true)));
    // A row stays where it is when its tick is tapped, or the user could not see what the user did.
    let ticks = move |wanted: bool| {
        let shown = applicable.get_untracked();
        let shown = shown.into_iter().filter(|one| one.enabled == wanted);
        shown
            .map(|mechanism| view! { <Switch mechanism=mechanism /> })
            .collect_view()
    };
    view! {
        <div>
            <Disclosure summary=off>
                <p class="hint">{words.index_off_hint}</p>
                {ticks(false)}
            </Disclosure>
            <Disclosure summary=on>{ticks(true)}</Disclosure>
        </div>
    }
}

#[component]
fn Switch(mechanism: Mechanism) -> impl IntoView {
    let (state, language) = (AppState::expect(), language());
    let id = mechanism.id.clone();
    let own = id.clone();
    let usual = move |local: &LocalSettings| {
        state.pack.with(|pack| {
            let checklist = pack.as_ref().map(|pack| &pack.checklist);
            checklist.is_some_and(|checklist| {
                let all = &checklist.mechanisms;
                let issued = all.iter().any(|one| one.id == own && one.enabled);
                issued || local.mechanisms_needed(checklist).contains(&own)
            })
        })
    };
    let usual = Memo::new(move |_| {
        let local = |one: &Option<Organization>| one.as_ref().is_some_and(|one| usual(&one.local));
        state.organization.with(local)
    });
    let own = id.clone();
    let on = Signal::derive(move || {
        state.organization.with(|one| {
            let chosen = one.as_ref().and_then(|one| one.local.mechanisms.get(&own));
            chosen.copied().unwrap_or_else(|| usual.get())
        })
    });
    let change = Callback::new(move |on: bool| {
        let id = id.clone();
        change_duties(state, Pace::Now, |local| {
            local.switch_mechanism(&id, on, usual.get_untracked());
        });
    });
    let (name, line) = (
        say(&mechanism.title, language),
        say(&mechanism.about, language),
    );
    view! { <Tick on=on on_change=change>{tick_text(name, line)}</Tick> }
}
