//! 按工程和职责看: what the standard asks, put together as documents do under other names, with how
//! each stands.
//!
//! Not here: what stands in which group (`standard`), and how much of it is met (`assessment`).

use crate::app::state::AppState;
use crate::assessment::met_in_group;
use crate::standard::{Group, Grouping, InGroup, StandardPack};
use crate::text::list;
use crate::ui::components::{
    Disclosure, EmptyState, LinkList, ListLink, SourceList, StandingMark, StarMark,
};
use crate::ui::duty_words::duty_title;
use crate::ui::route::Route;
use crate::ui::speech::{item_name, language, say, texts};
use leptos::prelude::*;
use std::sync::Arc;

/// The standard by its groupings.
#[component]
pub fn GroupingsPage() -> impl IntoView {
    let state = AppState::expect();
    state.want_all_mechanisms();
    move || {
        let pack = state.pack_in_force.get();
        let views = pack.into_iter().flat_map(|pack| {
            let all = pack.groupings.clone().into_iter();
            all.map(move |one| view! { <OneGrouping grouping=one pack=Arc::clone(&pack) /> })
        });
        let views: Vec<_> = views.collect();
        match views.is_empty() {
            true => view! { <EmptyState text=texts().groupings.none /> }.into_any(),
            false => views.into_any(),
        }
    }
}

/// One grouping: its groups with something in them, and the names of the others.
#[component]
fn OneGrouping(grouping: Grouping, pack: Arc<StandardPack>) -> impl IntoView {
    let (texts, language) = (texts(), language());
    let rules: Vec<_> = (grouping.sources.iter())
        .filter_map(|id| pack.rule(id).cloned())
        .collect();
    let mut others = Vec::new();
    let mut views = Vec::new();
    for group in &grouping.groups {
        let members = group.members(&pack);
        match members.is_empty() {
            true => others.push(say(&group.title, language)),
            false => views.push(view! {
                <OneGroup group=group.clone() members=members pack=Arc::clone(&pack) />
            }),
        }
    }
    let others = (!others.is_empty()).then(|| {
        let names = list(others, language);
        view! { <p class="hint">{(texts.groupings.elsewhere)(names)}</p> }
    });
    view! {
        <section>
            <h2>{say(&grouping.title, language)}</h2>
            <p class="hint">{say(&grouping.about, language)}</p>
            <div>{views}</div>
            {others}
            <Disclosure summary=texts.mechanisms.sources>
                <SourceList rules=rules.clone() certainty=grouping.certainty />
            </Disclosure>
        </section>
    }
}

/// One group, folded, with how much of it is met.
#[component]
fn OneGroup(group: Group, members: Vec<InGroup>, pack: Arc<StandardPack>) -> impl IntoView {
    let (state, words, language) = (AppState::expect(), &texts().groupings, language());
    let name = say(&group.title, language);
    let (members, pack) = (StoredValue::new(members), StoredValue::new(pack));
    let summary = Signal::derive(move || {
        let counted = state.outcome.with(|outcome| {
            let outcome = outcome.as_ref()?;
            Some(members.with_value(|members| met_in_group(members, outcome)))
        });
        match counted {
            Some((met, all)) if all > 0 => (words.met)(name.clone(), met, all),
            _ => name.clone(),
        }
    });
    view! {
        <Disclosure summary=summary>
            <LinkList>
                {members
                    .get_value()
                    .into_iter()
                    .map(|member| view! { <Member member=member pack=pack.get_value() /> })
                    .collect_view()}
            </LinkList>
        </Disclosure>
    }
}

/// Something in a group, with how it stands.
#[component]
fn Member(member: InGroup, pack: Arc<StandardPack>) -> impl IntoView {
    let (state, language) = (AppState::expect(), language());
    let outcome = state.outcome.get();
    match member {
        InGroup::Indicator(id) => {
            let standing = outcome.and_then(|one| Some(one.indicator(&id)?.standing));
            let title = item_name(&pack, &id, language);
            view! {
                <ListLink title=title href=Route::Indicator(id).to_string()>
                    {standing.map(|standing| view! { <StandingMark standing=standing /> })}
                </ListLink>
            }
            .into_any()
        }
        InGroup::Star(key) => {
            let found = outcome.and_then(|one| Some(one.star(&key)?.state));
            let title = pack.star(&key).map(|star| say(&star.title, language));
            view! {
                <ListLink title=title.unwrap_or_default() href=Route::Star(key).to_string()>
                    {found.map(|found| view! { <StarMark state=found /> })}
                </ListLink>
            }
            .into_any()
        }
        InGroup::Duty(id) => {
            let title = pack
                .checklist
                .duty(&id)
                .map(|duty| duty_title(duty, language));
            let href = Route::Duty(id).to_string();
            view! { <ListLink title=title.unwrap_or_default() href=href /> }.into_any()
        }
        InGroup::Mechanism(id) => {
            let found = pack.checklist.mechanism(&id);
            let title = found.map(|one| say(&one.title, language));
            let href = Route::Mechanism(id).to_string();
            view! { <ListLink title=title.unwrap_or_default() href=href /> }.into_any()
        }
    }
}
