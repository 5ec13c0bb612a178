//! The root of the interface: the frame, the page of the present address, saving and undo.
//!
//! Not here: how the app gets its data (`mount`) and what a page shows.

use super::answering::PageActionShown;
use super::apart::apart;
use super::bar::{follow_title, late, whose};
use super::components::{
    BackLink, Button, ButtonLink, Notice, NoticeKind, SaveIndicator, SearchLink, Shell, UndoBar,
    Weight,
};
use super::deed_words::step_sentence;
use super::explained::{Opened, OpenedMeaning};
use super::large_type::LargeType;
use super::lazy_part::LazyPart;
use super::list_beside::{ListBeside, list_beside};
use super::navigation::Navigation;
use super::pages;
use super::parts::Wanted;
use super::recording::{AddButton, SheetHost};
use super::route::Route;
use super::searched_for::SearchedFor;
use super::sentences::{save_notice, told_sentence};
use super::speech::texts;
use super::titles::page_title;
use super::trail::{ListsNarrowed, RecordsShown};
use super::update::Update;
use crate::app::state::AppState;
use crate::app::told::Told;
use crate::app::undo::Deed;
use crate::exchange::{Language, Theme};
use crate::platform::look::{self, Look};
use crate::storage::{LoadFault, SaveState};
use leptos::prelude::*;

/// The whole interface. Everything is made anew when the language changes.
#[component]
pub fn Root() -> impl IntoView {
    let state = AppState::expect();
    let navigation = Navigation::begin();
    navigation.follow_the_browser(move || state.flush());
    provide_context(navigation);
    provide_context(RecordsShown::default());
    provide_context(ListsNarrowed::default());
    provide_context(Opened::default());
    provide_context(SearchedFor::default());
    let route = navigation.route;
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
    let (back, on_back) = way_back(shown, empty, state);
    let save = view! { <Saving /> }.into_any();
    let undo = view! { <Undo shown=shown /> };
    let aside = view! { <Aside shown=shown empty=empty /> };
    follow_title(state, title);
    let action = PageActionShown::provide();
    let is_alone = Signal::derive(move || empty.get() || lacks_pack.get());
    let list = list_beside(shown, is_alone);
    let beside = view! { <ListBeside list=list /> };
    view! {
        <Shell
            title=title
            whose=whose(state, shown)
            tab=tab
            back=back
            on_back=on_back
            without_tabs=empty
            wide=Signal::derive(move || shown.with(Route::has_two_columns))
            late=late(state)
            aside=aside.into_any()
            save=save
            undo=undo.into_any()
            action=action
            add=view! { <AddButton /> }.into_any()
            has_list=Signal::derive(move || list.with(Option::is_some))
            beside=beside.into_any()
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
        <SheetHost />
    }
}

/// Whether what was entered is safe, and the way to an export where it is not.
#[component]
fn Saving() -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let navigation = Navigation::expect();
    let notice = Signal::derive(move || {
        let saved = state.save_state.get();
        let refused = matches!(saved, SaveState::NotSaved { .. });
        let usage = refused.then(|| state.usage()).flatten();
        save_notice(&saved, usage, texts)
    });
    let export = Callback::new(move |()| navigation.go(&Route::Data));
    view! { <SaveIndicator notice=notice on_export=export /> }
}

/// What stands at the end of the bar: large type at the first start, and later the search.
#[component]
fn Aside(shown: Memo<Route>, empty: Memo<bool>) -> impl IntoView {
    move || match shown.with(Route::is_searched) {
        _ if empty.get() => Some(apart(|| view! { <LargeType /> }.into_any())),
        true => Some(apart(|| view! { <SearchLink /> }.into_any())),
        false => None,
    }
}

/// What was done last, and the way back from it.
#[component]
fn Undo(shown: Memo<Route>) -> impl IntoView {
    let (state, navigation) = (AppState::expect(), Navigation::expect());
    let language = super::speech::language();
    view! {
        <UndoBar
            deed=Signal::derive(move || last_deed(state, language))
            on_undo=Callback::new(move |()| state.undo_last())
            page=Signal::derive(move || shown.get().to_string())
            waits=Signal::derive(move || navigation.sheet.get().is_some())
        />
    }
}

/// The way back from a page, and what is done by it.
fn way_back(
    shown: Memo<Route>,
    empty: Memo<bool>,
    state: AppState,
) -> (Signal<Option<BackLink>>, Callback<()>) {
    let above = Memo::new(move |_| {
        shown.with(|shown| match empty.get() {
            true => above_at_first(shown),
            false => above(shown, state),
        })
    });
    let language = super::speech::language();
    let navigation = Navigation::expect();
    let back = Signal::derive(move || {
        let above = above.get()?;
        Some(apart(|| {
            // Where the user came from, and not where the page belongs.
            let to = navigation.before.get().unwrap_or(above);
            BackLink {
                href: to.to_string(),
                label: page_title(&to, state, language),
            }
        }))
    });
    let on_back = Callback::new(move |()| {
        if let Some(above) = above.get_untracked() {
            navigation.back(&above);
        }
    });
    (back, on_back)
}

/// What was done last and can be taken back, as a sentence.
fn last_deed(state: AppState, language: Language) -> Option<String> {
    // «Everything is deleted» is said once nothing can come back, and not before.
    let is_deleting = |deed: &Deed| {
        let saving = || state.save_state.get() == SaveState::Saving;
        *deed == Deed::DeletedEverything && saving()
    };
    state.undo.with(|stack| {
        let step = stack.last().filter(|step| !is_deleting(&step.deed));
        step.map(|step| step_sentence(step, state, language))
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
        let sentences = || told.iter().map(sentence).collect::<Vec<String>>().join(" ");
        (!told.is_empty()).then(|| apart(sentences))
    };
    let understood = Callback::new(move |()| state.forget_told());
    let to_data =
        move || view! { <ButtonLink label=texts().me.data href=Route::Data.to_string() /> };
    view! {
        {move || unreadable().then(|| view! {
            <Notice
                kind=NoticeKind::Warning
                title=words.unreadable_title
                text=words.unreadable_text
            >
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
            language,
        };
        let store = state.with_saver(|saver| saver.with_store(|one| one.key_value_store().clone()));
        if let Some(store) = store {
            // A browser that refuses a look shows the page as it is.
            let _ = look.apply(&*store);
        }
    });
}
