//! The three rooms of the checklist (待办、记录、整改), side by side on top of each.
//!
//! Not here: what is in them (`checklist`, `records`, `rectifications`).

use crate::app::state::AppState;
use crate::ui::navigation::Navigation;
use crate::ui::route::Route;
use crate::ui::speech::texts;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// The way to the other rooms. They are one place to the browser: 「返回」 leads out of all of them.
#[component]
pub fn Rooms() -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().recording);
    let pressing = Memo::new(move |_| {
        state
            .agenda
            .with(|agenda| agenda.late.len() + agenda.due.len())
    });
    let open = Memo::new(move |_| {
        let today = state.today();
        state
            .ledger
            .with(|ledger| ledger.count_rectifications(today).not_closed)
    });
    let none = Signal::stored(0);
    view! {
        <nav class="rooms" aria-label=words.rooms>
            <Room route=Route::Checklist word=words.room_due count=pressing />
            <Room route=Route::Records word=words.room_records count=none />
            <Room route=Route::Rectifications word=words.room_rectifications count=open />
        </nav>
    }
}

/// One of the three, with how much waits in it.
#[component]
fn Room(route: Route, word: &'static str, #[prop(into)] count: Signal<usize>) -> impl IntoView {
    let navigation = Navigation::expect();
    let href = route.to_string();
    let own = route.clone();
    let is_here = move || {
        navigation
            .route
            .with(|route| *route == own)
            .then_some("page")
    };
    let go = move |event: MouseEvent| {
        // Another tab or window is the browser's own matter.
        if event.ctrl_key() || event.meta_key() || event.shift_key() {
            return;
        }
        event.prevent_default();
        navigation.replace(&route);
    };
    let count = move || {
        let count = count.get();
        (count > 0).then(|| view! { <span class="room-count">{count}</span> })
    };
    view! {
        <a class="room moves" href=href aria-current=is_here on:click=go>
            <span>{word}</span>
            {count}
        </a>
    }
}
