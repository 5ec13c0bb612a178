//! The root of the interface: the frame, the page of the present address, saving and undo.
//!
//! Not here: how the app gets its data (`mount`) and what a page shows.

use super::answering::{PageActionBar, PageActionShown};
use super::bar::{follow_title, late, whose};
use super::components::{
    BackLink, Button, ButtonLink, Notice, NoticeKind, SaveIndicator, SearchLink, Shell, UndoBar,
    Weight, focus_page_title,
};
use super::explained::{Opened, OpenedMeaning};
use super::large_type::LargeType;
use super::lazy_part::LazyPart;
use super::navigation::Navigation;
use super::pages;
use super::parts::Wanted;
use super::route::Route;
use super::searched_for::SearchedFor;
use super::sentences::{deed_sentence, save_notice, told_sentence};
use super::speech::texts;
use super::titles::page_title;
use super::trail::{RecordsShown, Trail};
use super::update::Update;
use crate::app::state::AppState;
use crate::app::told::Told;
use crate::app::undo::Deed;
use crate::exchange::{Language, Theme};
use crate::platform::look::{self, Look};
use crate::storage::{LoadFault, SaveState};
use leptos::ev;
use leptos::prelude::*;

/// The whole interface. Everything is made anew when the language changes.
#[component]
pub fn Root() -> impl IntoView {
    let state = AppState::expect();
    let here = || Route::of_hash(&window().location().hash().unwrap_or_default());
    let route = RwSignal::new(here());
    provide_context(Navigation { route });
    provide_context(RecordsShown::default());
    provide_context(Opened::default());
    provide_context(SearchedFor::default());
    let trail = StoredValue::new(Trail::default());
    let follow = window_event_listener(ev::hashchange, move |_| {
        state.flush();
        let (before, now) = (route.get_untracked(), here());
        let down = window().scroll_y().unwrap_or_default();
        let back_at = trail.try_update_value(|trail| trail.leave(before, down, &now));
        route.set(now);
        window().scroll_to_with_x_and_y(0.0, 0.0);
        focus_page_title();
        if let Some(down) = back_at.flatten() {
            // The page is drawn first; before, it has no such place.
            let page = route.get_untracked();
            request_animation_frame(move || {
                if route.get_untracked() == page {
                    window().scroll_to_with_x_and_y(0.0, down);
                }
            });
        }
    });
    on_cleanup(move || follow.remove());
    follow_look(state);
    let language = Memo::new(move |_| state.workspace.with(|one| one.settings.language));
    move || {
        provide_context(language.get());
        view! { <Framed route=route /> }
    }
}

#[component]
fn Framed(route: RwSignal<Route>) -> impl IntoView {
    let state = AppState::expect();
    let texts = texts();
    let empty = Memo::new(move |_| state.workspace.with(|one| one.organizations.is_empty()));
    // Without an organisation there is nothing but the start and what brings data in.
    let shown = Memo::new(move |_| match route.get() {
        own if own.stands_alone() || !empty.get() => own,
        _ => Route::Start,
    });
    let lacks_pack = Memo::new(move |_| state.lacks_pack());
    let language = super::speech::language();
    let title = Signal::derive(move || page_title(&shown.get(), state, language));
    let tab = Signal::derive(move || shown.get().tab());
    let back = Signal::derive(move || {
        let above = shown.with(|shown| match empty.get() {
            true => above_at_first(shown),
            false => above(shown, state),
        })?;
        Some(BackLink {
            href: above.to_string(),
            label: page_title(&above, state, language),
        })
    });
    let notice = Signal::derive(move || {
        let saved = state.save_state.get();
        let refused = matches!(saved, SaveState::NotSaved { .. });
        let usage = refused.then(|| state.usage()).flatten();
        save_notice(&saved, usage, texts)
    });
    let navigation = Navigation::expect();
    let export = Callback::new(move |()| navigation.go(&Route::Data));
    let deed = Signal::derive(move || last_deed(state, language));
    let save = view! { <SaveIndicator notice=notice on_export=export /> }.into_any();
    let undo = view! { <UndoBar deed=deed on_undo=Callback::new(move |()| state.undo_last()) /> };
    let aside = move || match shown.with(Route::is_searched) {
        _ if empty.get() => Some(view! { <LargeType /> }.into_any()),
        true => Some(view! { <SearchLink /> }.into_any()),
        false => None,
    };
    let aside = view! { {aside} };
    follow_title(state, title);
    let page_action = PageActionShown::default();
    provide_context(page_action);
    let action = view! { <PageActionBar shown=page_action /> };
    view! {
        <Shell
            title=title
            whose=whose(state, shown)
            tab=tab
            back=back
            without_tabs=empty
            wide=Signal::derive(move || shown.with(Route::has_two_columns))
            late=late(state)
            aside=aside.into_any()
            save=save
            undo=undo.into_any()
            action=action.into_any()
        >
            <OpenedMeaning />
            <Warnings />
            <StartFaults />
            {move || match shown.get() {
                route if !route.stands_alone() && lacks_pack.get() => {
                    view! { <LazyPart wanted=Wanted::Packs /> }.into_any()
                }
                route => pages::page(route),
            }}
        </Shell>
    }
}

/// What was done last and can be taken back, as a sentence.
fn last_deed(state: AppState, language: Language) -> Option<String> {
    // «Everything is deleted» is said once nothing can come back, and not before.
    let is_deleting = |deed: &Deed| {
        let saving = || state.save_state.get() == SaveState::Saving;
        *deed == Deed::DeletedEverything && saving()
    };
    state.undo.with(|stack| {
        let deed = stack.last().map(|step| &step.deed);
        let said = deed.filter(|deed| !is_deleting(deed));
        said.map(|deed| deed_sentence(deed, state, language))
    })
}

/// The page above a page before the first organisation: the start, which has nothing above it.
fn above_at_first(route: &Route) -> Option<Route> {
    match route {
        Route::Start => None,
        other => match other.above() {
            None | Some(Route::Home) => Some(Route::Start),
            above => above,
        },
    }
}

/// The page above a page. Above a card stands its mechanism, which its address does not tell.
fn above(route: &Route, state: AppState) -> Option<Route> {
    if let Route::Card(id) = route {
        let mechanism = state.ledger.with(|ledger| {
            let card = ledger.cards.get(id);
            card.map(|card| card.mechanism.clone())
        });
        if let Some(mechanism) = mechanism {
            return Some(Route::Mechanism(mechanism));
        }
    }
    route.above()
}

/// What every page has to say first: that nothing is kept here, or that a new version waits.
#[component]
fn Warnings() -> impl IntoView {
    let state = AppState::expect();
    let texts = texts();
    let nowhere = Memo::new(move |_| {
        state.storage_unavailable.get()
            && !matches!(state.save_state.get(), SaveState::SavedInJournalOnly { .. })
    });
    let update = use_context::<Update>();
    let route = Navigation::expect().route;
    // It is offered from the next page on. A notice that came above what the user is about to tap
    // would push it away from while it is tapped.
    let waits = Memo::new(move |_| {
        route.track();
        update.is_some_and(|update| update.waits.get_untracked())
    });
    let take = Callback::new(move |()| {
        state.flush();
        if let Some(update) = update {
            update.take.run(());
        }
    });
    view! {
        <Show when=move || nowhere.get()>
            <Notice
                kind=NoticeKind::Warning
                title=texts.home.nowhere_title
                text=texts.home.nowhere_text
            />
        </Show>
        <Show when=move || waits.get()>
            <Notice title=texts.home.update_title text=texts.home.update_text>
                <Button label=texts.home.update weight=Weight::Primary on_press=take />
            </Notice>
        </Show>
    }
}

/// What start-up found not to be as it should be.
#[component]
fn StartFaults() -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().home);
    // A store that may not even be asked is told of above. Whether anything is in it nobody knows.
    let is_told = move |fault: &LoadFault| {
        matches!(fault, LoadFault::StoreUnreadable { .. }) && state.storage_unavailable.get()
    };
    let unreadable = move || {
        state.report.with(|one| {
            !one.unreadable.is_empty() || one.faults.iter().any(|fault| !is_told(fault))
        })
    };
    let read_only = move || state.report.with(|one| !one.read_only.is_empty());
    let told = move || {
        let told = state.report.with(|one| one.told.clone());
        let sentence = |one: &Told| told_sentence(one, state);
        let sentences: Vec<String> = told.iter().map(sentence).collect();
        (!sentences.is_empty()).then(|| sentences.join(" "))
    };
    let understood = Callback::new(move |()| state.forget_told());
    let to_data =
        move || view! { <ButtonLink label=texts().me.data href=Route::Data.to_string() /> };
    view! {
        {move || unreadable().then(|| view! {
            <Notice kind=NoticeKind::Warning title=words.unreadable_title text=words.unreadable_text>
                {to_data()}
            </Notice>
        })}
        {move || told().map(|text| view! {
            <Notice kind=NoticeKind::Info title=words.told_title text=text>
                <Button label=words.told_understood on_press=understood />
            </Notice>
        })}
        {move || read_only().then(|| view! {
            <Notice kind=NoticeKind::Warning title=words.read_only_title text=words.read_only_text>
                {to_data()}
            </Notice>
        })}
    }
}

/// Keeps the page's theme, size and language in step with the settings, and leaves a copy for the
/// boot script, so that the next start does not flash.
fn follow_look(state: AppState) {
    let look = Memo::new(move |_| {
        state.workspace.with(|one| {
            (
                one.settings.theme,
                one.settings.elder,
                one.settings.language,
            )
        })
    });
    Effect::new(move |_| {
        let (theme, elder, language) = look.get();
        let look = Look {
            theme: match theme {
                Theme::System => look::Theme::System,
                Theme::Light => look::Theme::Light,
                Theme::Dark => look::Theme::Dark,
            },
            elder,
            language: match language {
                Language::Chinese => look::Language::Zh,
                Language::English => look::Language::En,
            },
        };
        let store = state.with_saver(|saver| saver.with_store(|one| one.key_value_store().clone()));
        if let Some(store) = store {
            // A browser that refuses a look shows the page as it is.
            let _ = look.apply(&*store);
        }
    });
}
