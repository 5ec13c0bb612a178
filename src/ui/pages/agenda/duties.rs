//! 增减责任项: all duties of the pack by category, each with a tick, and duties of the user's own.
//!
//! Not here: what a duty is (`duty`).

use super::duty::switch;
use super::own_duty;
use crate::app::state::AppState;
use crate::standard::{Checklist, Duty, Role, StandardPack};
use crate::ui::components::{
    ActionRow, Button, Choice, Disclosure, LinkList, ListLink, Select, Selection, Tick, tick_text,
};
use crate::ui::duty_words::duty_title;
use crate::ui::icons::IconName;
use crate::ui::navigation::Navigation;
use crate::ui::route::Route;
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;
use std::sync::Arc;

/// Whose duties are shown; nothing for everybody's.
type Whose = RwSignal<Option<Role>>;

/// Which duties are on.
#[component]
pub fn DutiesPage() -> impl IntoView {
    let (state, words, language) = (AppState::expect(), &texts().duties, language());
    let whose: Whose = RwSignal::new(None);
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
    let count = move || {
        let (on, all) = counted.get();
        (words.duties_on)(on, all)
    };
    let categories = move || {
        let pack = state.pack.get()?;
        let whose = whose.get();
        let folds = pack.checklist.categories.iter().filter_map(|category| {
            let of_category = |duty: &&Duty| {
                duty.category == category.key && whose.is_none_or(|role| duty.role == role)
            };
            let duties = pack.checklist.duties.iter().filter(of_category).cloned();
            let duties: Vec<Duty> = duties.collect();
            let title = say(&category.title, language);
            (!duties.is_empty()).then(|| {
                view! { <Category title=title duties=duties pack=Arc::clone(&pack) /> }.into_any()
            })
        });
        Some(folds.collect::<Vec<AnyView>>())
    };
    view! {
        <p role="status"><strong>{count}</strong></p>
        <p class="hint">{words.duties_hint}</p>
        <ChooseRole whose=whose />
        <div>{categories}</div>
        <OwnDuties />
    }
}

/// The filter by role.
#[component]
fn ChooseRole(whose: Whose) -> impl IntoView {
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

/// The duties of a category, folded.
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
    let summary = Signal::derive(move || format!("{title} · {}", count(on.get(), all)));
    let duties = StoredValue::new(duties);
    view! {
        <Disclosure summary=summary>
            {duties
                .get_value()
                .into_iter()
                .map(|duty| view! { <Switch duty=duty checklist=&pack.checklist /> })
                .collect_view()}
        </Disclosure>
    }
}

/// One duty with its tick; its level and role stand below.
#[component]
fn Switch<'a>(duty: Duty, checklist: &'a Checklist) -> impl IntoView + use<> {
    let (state, texts, language) = (AppState::expect(), texts(), language());
    let level = checklist.levels.iter().find(|one| one.key == duty.level);
    let level = level.map(|one| say(&one.title, language));
    let often = texts.facts.frequency(duty.frequency).to_owned();
    let role = texts.duties.role(duty.role).to_owned();
    let parts: Vec<String> = [level, Some(role), Some(often)]
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
            let line = format!("{} · {often}", words.role(duty.role));
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
