//! Joins the state to the browser: what the device holds comes in, what is entered goes out.
//!
//! Not here: any page.

use super::components::Button;
use super::parts::Parts;
use super::root::Root;
use super::route::Route;
use super::split_points::SPLIT_POINTS;
use super::update::Update;
use crate::app::edges::Edges;
use crate::app::state::AppState;
use crate::exchange::Language;
use crate::platform::clock::BrowserClock;
use crate::platform::ids::BrowserIds;
use crate::platform::journal::BrowserJournal;
use crate::platform::local_storage::BrowserStore;
use crate::platform::service_worker::Updates;
use crate::platform::tabs::{TabChange, on_other_tab};
use crate::platform::{memory, persistence, rescue, visibility};
use crate::storage::{Journal, SaveState};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;
use std::time::Duration;

/// Starts the app in the page.
pub fn start() {
    memory::reserve();
    rescue::rescue_on_panic();
    let journal: Rc<dyn Journal> = Rc::new(BrowserJournal::default());
    leptos::mount::mount_to_body(move || view! { <App journal=journal /> });
}

#[component]
fn App(journal: Rc<dyn Journal>) -> impl IntoView {
    let state = AppState::new(Edges {
        clock: Rc::new(BrowserClock),
        ids: Rc::new(BrowserIds::default()),
    });
    provide_context(state);
    provide_context(super::devices::Devices::of_browser(journal.clone()));
    state.storage_unavailable.set(BrowserStore::open().is_err());
    state.connect(BrowserStore::open_or_refuse(), journal);
    let address = window().location().hash().unwrap_or_default();
    if Route::of_hash(&address) == Route::Home {
        state.begin_in_brief();
    }
    state.load();
    listen(state);
    follow_the_day(state);
    ask_to_persist(state);
    provide_context(offer_updates());
    let parts = Parts::new(SPLIT_POINTS);
    provide_context(parts);
    Effect::new(move |_| {
        if state.searching.get() {
            set_timeout(say_ready, Duration::from_millis(0));
        }
        if state.loaded.get() {
            parts.prefetch_idle(state);
            // A page in the background is not drawn, and is ready all the same.
            request_animation_frame(move || stand(state));
            set_timeout(move || stand(state), Duration::from_millis(300));
        }
    });
    view! {
        <Show when=move || state.loaded.get() fallback=move || view! { <Searching /> }>
            <Root />
        </Show>
    }
}

/// What is shown while the journal is asked for what the slots do not have. Without an answer for
/// ever, as on some phones, the user can go on.
#[component]
fn Searching() -> impl IntoView {
    let state = AppState::expect();
    // Nothing is known of the user's language yet but what the look remembers.
    let shown = document()
        .document_element()
        .and_then(|page| page.get_attribute("lang"));
    let language = Language::of_page(&shown.unwrap_or_default());
    let words = &language.texts().start;
    provide_context(language);
    let begin = Callback::new(move |()| state.loaded.set(true));
    view! {
        <Show when=move || state.searching.get()>
            <main class="shell-main">
                <h1 role="status">{words.searching}</h1>
                <p>{words.searching_hint}</p>
                <Button label=words.searching_stop on_press=begin />
            </main>
        </Show>
    }
}

/// Writes what waits when the page is left, and takes in what other tabs write.
fn listen(state: AppState) {
    // A browser that refuses a listener still saves every tap in the task of the tap.
    if let Ok(leaving) = visibility::on_leave(move || state.flush()) {
        leaving.forever();
    }
    // What no store takes is lost with the page; what still waits to be written is written first.
    let would_lose = move || {
        state.flush();
        state.would_lose()
    };
    // Without the question the state of saving still says that nothing is kept.
    drop(visibility::ask_before_leaving(would_lose));
    let hear = move |change: TabChange| match change {
        TabChange::Document { key } => state.heard_of_other_tab(&key),
        TabChange::Emptied => state.heard_of_emptying(),
        TabChange::Erasing => state.heard_of_erasing(),
    };
    if let Ok(listener) = on_other_tab(hear) {
        listener.forever();
    }
}

/// Has today move on at midnight, and whenever the user comes back to a page that lay in memory
/// meanwhile.
fn follow_the_day(state: AppState) {
    // A browser that refuses a listener still has the look at midnight.
    if let Ok(listener) = visibility::on_return(move || state.look_at_the_clock()) {
        listener.forever();
    }
    look_at_midnight(state);
}

/// Looks at the clock when the next day begins, and no later than in an hour: a clock that is set,
/// or a phone that slept, keeps no appointment of longer standing.
fn look_at_midnight(state: AppState) {
    const LONGEST_WAIT_MS: u64 = 3_600_000;
    let wait = state.until_midnight_ms().min(LONGEST_WAIT_MS) + 50;
    let look = move || {
        state.look_at_the_clock();
        look_at_midnight(state);
    };
    set_timeout(look, Duration::from_millis(wait));
}

/// Asks the browser to keep the data, once, after the first real save.
fn ask_to_persist(state: AppState) {
    let asked = StoredValue::new(false);
    Effect::new(move |_| {
        let saved = state.save_state.with(|one| *one == SaveState::Saved);
        if saved && !asked.get_value() {
            asked.set_value(true);
            spawn_local(async move {
                state
                    .persistent
                    .set(persistence::request_persistence().await.ok());
            });
        }
    });
}

/// Registers the service worker where there can be one, and offers its new versions.
fn offer_updates() -> Update {
    let waits = RwSignal::new(false);
    let updates = StoredValue::new_local(None::<Updates>);
    spawn_local(async move {
        if let Ok(found) = Updates::register(move || waits.set(true)).await {
            updates.set_value(Some(found));
        }
    });
    let take = Callback::new(move |()| {
        updates.with_value(|updates| {
            if let Some(updates) = updates {
                // What cannot be taken over now is offered again at the next start.
                let _ = updates.take_over();
            }
        });
    });
    Update { waits, take }
}

/// Says that the page can be used. What home has done without comes before anything else is done:
/// from here on all that enters the app waits, in order, until its last module is there.
fn stand(state: AppState) {
    say_ready();
    set_timeout(move || state.read_in_full(), Duration::from_millis(0));
}

/// Tells the boot script and the tests that the page can be used, and removes the splash.
fn say_ready() {
    if let Some(splash) = document().get_element_by_id("boot") {
        splash.remove();
    }
    if let Some(page) = document().document_element() {
        let _ = page.set_attribute("data-state", "ready");
    }
}
