//! 设置责任清单: all duties of the pack by category, each with a tick, and duties of the user's own.
//!
//! Not here: what a duty is (`duty`).

use super::duty::switch;
use super::own_duty;
use crate::app::state::AppState;
use crate::help::search::has_words;
use crate::standard::{Checklist, Duty, Role, StandardPack};
use crate::text::Language;
use crate::ui::components::{
    ActionRow, Button, Choice, FoldList, FoldRow, LinkList, ListLink, SearchField, Select,
    Selection, Tick, tick_text,
};
use crate::ui::duty_words::{duty_title, who_words};
use crate::ui::icons::IconName;
use crate::ui::navigation::Navigation;
use crate::ui::pages::search::found_words;
use crate::ui::route::Route;
use crate::ui::speech::{language, say, texts};
use crate::ui::trail::ListsNarrowed;
use leptos::prelude::*;
use std::sync::Arc;

/// Which duties are on.
#[component]
pub fn DutiesPage() -> impl IntoView {
    let (state, words, language) = (AppState::expect(), &texts().duties, language());
    let ListsNarrowed { whose, duties, .. } = expect_context();
    let counted = Memo::new(move |_| {
        state.pack_in_force.with(|pack| {
            let duties = pack.iter().flat_map(|pack| &pack.checklist.duties);
            let (mut on, mut all) = (0, 0);
            for duty in duties {
                all += 1;
                on += usize::from(duty.enabled);
            }
            (on, all)
        })
    });
    let is_asked = Memo::new(move |_| duties.with(|query| !query.trim().is_empty()));
    // What is switched on or off here changes none of it.
    let shown = Memo::new(move |_| {
        let pack = state.pack.get()?;
        let is_shown = |duty: &&Duty| {
            let is_theirs = whose.get().is_none_or(|role| duty.role == role);
            is_theirs && duties.with(|query| is_found(duty, query, language))
        };
        let found = pack.checklist.duties.iter().filter(is_shown).cloned();
        Some((found.collect::<Vec<Duty>>(), Arc::clone(&pack)))
    });
    let status = Signal::derive(move || {
        let (on, all) = counted.get();
        match is_asked.get() {
            false => (words.duties_on)(on, all),
            true => found_words(shown.with(|shown| shown.as_ref().map_or(0, |one| one.0.len()))),
        }
    });
    let list = move || {
        let (found, pack) = shown.get()?;
        if found.is_empty() {
            return None;
        }
        Some(match is_asked.get() {
            true => switches(found, &pack.checklist).into_any(),
            false => by_category(found, &pack, language).into_any(),
        })
    };
    view! {
        <p class="hint">{words.duties_hint}</p>
        <SearchField label=words.duties_find query=duties status=status />
        <ChooseRole whose=whose />
        {list}
        <OwnDuties />
    }
}

/// Whether a duty has the words of a query: in its title, or in what is said of it.
fn is_found(duty: &Duty, query: &str, language: Language) -> bool {
    let beside = [&duty.goal, &duty.measure, &duty.milestone].map(|label| say(label, language));
    has_words(&duty_title(duty, language), &beside.join(" "), query)
}

/// What was searched for, a tick each.
fn switches(duties: Vec<Duty>, checklist: &Checklist) -> impl IntoView + use<> {
    let ticks = duties.into_iter();
    let ticks = ticks.map(|duty| view! { <Switch duty=duty checklist=checklist /> }.into_any());
    let ticks: Vec<AnyView> = ticks.collect();
    view! { <div class="card">{ticks}</div> }
}

/// The duties by category, each a row that opens.
fn by_category(
    duties: Vec<Duty>,
    pack: &Arc<StandardPack>,
    language: Language,
) -> impl IntoView + use<> {
    let rows = pack.checklist.categories.iter().filter_map(|category| {
        let own = duties.iter().filter(|duty| duty.category == category.key);
        let own: Vec<Duty> = own.cloned().collect();
        let title = say(&category.title, language);
        (!own.is_empty())
            .then(|| view! { <Category title=title duties=own pack=Arc::clone(pack) /> }.into_any())
    });
    let rows: Vec<AnyView> = rows.collect();
    view! { <FoldList>{rows}</FoldList> }
}

/// The filter by role.
#[component]
fn ChooseRole(whose: RwSignal<Option<Role>>) -> impl IntoView {
    let words = &texts().duties;
    // Everybody's can be chosen as well.
    let everyone = Choice::plain(None, words.everyone);
    let roles = Role::ALL.map(|role| Choice::plain(Some(role), words.role(role)));
    let choices = [everyone].into_iter().chain(roles);
    let selection = Selection::new(
        choices,
        move || Some(whose.get()),
        move |own| whose.set(own),
    );
    view! { <Select label=words.duties_of_role selection=selection /> }
}

/// A category, with its duties inside.
#[component]
fn Category(title: String, duties: Vec<Duty>, pack: Arc<StandardPack>) -> impl IntoView {
    let state = AppState::expect();
    let all = duties.len();
    let issued: Vec<_> = duties
        .iter()
        .map(|duty| (duty.id.clone(), duty.enabled))
        .collect();
    let on = Signal::derive(move || {
        state.organization.with(|one| {
            let own = one.as_ref().map(|one| &one.local.duties);
            let on =
                |(id, enabled): &&(_, bool)| *own.and_then(|own| own.get(id)).unwrap_or(enabled);
            issued.iter().filter(on).count()
        })
    });
    let count = texts().duties.duties_in;
    let count = Signal::derive(move || count(on.get(), all));
    let duties = StoredValue::new(duties);
    view! {
        <FoldRow title=title count=count>
            {duties
                .get_value()
                .into_iter()
                .map(|duty| view! { <Switch duty=duty checklist=&pack.checklist /> })
                .collect_view()}
        </FoldRow>
    }
}

/// One duty with its tick; its level and role stand below.
#[component]
fn Switch<'a>(duty: Duty, checklist: &'a Checklist) -> impl IntoView + use<> {
    let (state, texts, language) = (AppState::expect(), texts(), language());
    let level = checklist.levels.iter().find(|one| one.key == duty.level);
    let level = level.map(|one| say(&one.title, language));
    let often = texts.facts.frequency(duty.frequency).to_owned();
    let who = who_words(&duty, texts);
    let parts: Vec<String> = [level, Some(who), Some(often)]
        .into_iter()
        .flatten()
        .collect();
    let title = duty_title(&duty, language);
    let (id, issued) = (duty.id.clone(), duty.enabled);
    let on = Signal::derive(move || {
        state.organization.with(|one| {
            let own = one.as_ref().and_then(|one| one.local.duties.get(&id));
            own.copied().unwrap_or(issued)
        })
    });
    let change = Callback::new(move |on| switch(state, &duty.id, on));
    view! { <Tick on=on on_change=change>{tick_text(title, parts.join(" · "))}</Tick> }
}

/// The duties of the user's own, and one more.
#[component]
fn OwnDuties() -> impl IntoView {
    let (state, texts, language) = (AppState::expect(), texts(), language());
    let (words, navigation) = (&texts.duties, Navigation::expect());
    let rows = move || {
        let pack = state.pack_in_force.get()?;
        let own = state.organization.with(|one| {
            let own = one.as_ref().map(|one| one.local.own_duties.keys().cloned());
            own.into_iter().flatten().collect::<Vec<_>>()
        });
        let rows = own.into_iter().filter_map(|id| {
            let duty = pack.checklist.duty(&id)?;
            let often = texts.facts.frequency(duty.frequency);
            let line = format!("{} · {often}", who_words(duty, texts));
            let title = duty_title(duty, language);
            let href = Route::Duty(id).to_string();
            Some(view! { <ListLink title=title subtitle=line href=href /> }.into_any())
        });
        let rows: Vec<AnyView> = rows.collect();
        (!rows.is_empty()).then(|| view! { <LinkList>{rows}</LinkList> })
    };
    let add = Callback::new(move |()| {
        let id = own_duty::add(state);
        navigation.go(&Route::Duty(id));
    });
    view! {
        <h2>{words.own_duties}</h2>
        <p class="hint">{words.own_none}</p>
        {rows}
        <ActionRow>
            <Button label=words.own_add icon=IconName::Plus on_press=add />
        </ActionRow>
    }
}
