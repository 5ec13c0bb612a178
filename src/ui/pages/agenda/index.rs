//! 全部事项: the three lists, the tools, and the way to what is off, a line each.
//!
//! Not here: what any of them shows, and switching mechanisms on (`offered`).

use super::this_month;
use crate::app::state::AppState;
use crate::standard::{Listing, Mechanism};
use crate::ui::components::{LinkList, ListLink};
use crate::ui::pages::list_alone::list_alone;
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
    let (month, alone) = (this_month(state), list_alone(state));
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
            {move || match alone.get() {
                true => line(texts().rectifications.title, Route::Rectifications),
                false => line(words.unmet_title, Route::Unmet),
            }}
            {move || of(Listing::Issue)}
        </LinkList>
        <h2>{words.index_innovation}</h2>
        {innovation}
        <h2>{words.index_tools}</h2>
        <LinkList>
            {move || has_quorums(state).then(|| line(words.quorum, Route::Quorum))}
            {line(words.calendar, Route::Calendar)}
            {line(words.duties, Route::Duties)}
        </LinkList>
        <LinkList>
            <ListLink
                title=texts().offered.title
                subtitle=texts().offered.subtitle
                href=Route::Offered.to_string()
            />
        </LinkList>
    }
}

/// Whether there are meetings of which presence and votes are reckoned.
fn has_quorums(state: AppState) -> bool {
    state.pack_in_force.with(|pack| {
        pack.as_ref()
            .is_some_and(|pack| !pack.checklist.quorums.is_empty())
    })
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
