//! The three rooms of the checklist (待办、记录、整改), side by side on top of each.
//!
//! Not here: what is in them (`checklist`, `records`, `rectifications`).

use crate::app::state::AppState;
use crate::ui::navigation::Navigation;
use crate::ui::route::Route;
use crate::ui::speech::texts;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// How much waits in a room.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Waiting {
    /// Everything that is to be done.
    all: usize,
    /// What of it is late.
    late: usize,
}

/// The way to the other rooms. They are one place to the browser: 「返回」 leads out of all of them.
#[component]
pub fn Rooms() -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().recording);
    let duties = Memo::new(move |_| {
        state.agenda.with(|agenda| Waiting {
            all: agenda.late.len() + agenda.due.len(),
            late: agenda.late.len(),
        })
    });
    let problems = Memo::new(move |_| {
        let today = state.today();
        let counted = state
            .ledger
            .with(|ledger| ledger.count_rectifications(today));
        Waiting {
            all: counted.not_closed,
            late: counted.overdue,
        }
    });
    let none = Signal::stored(Waiting::default());
    view! {
        <nav class="rooms" aria-label=words.rooms>
            <Room route=Route::Checklist word=words.room_due waiting=duties />
            <Room route=Route::Records word=words.room_records waiting=none />
            <Room route=Route::Rectifications word=words.room_rectifications waiting=problems />
        </nav>
    }
}

/// One of the three, with how much waits in it. What is late is said where there is any, since
/// nothing else presses as much.
#[component]
fn Room(route: Route, word: &'static str, #[prop(into)] waiting: Signal<Waiting>) -> impl IntoView {
    let navigation = Navigation::expect();
    let href = route.to_string();
    let own = route.clone();
    // Beside a page stands the room from which it comes.
    let is_here = move || {
        let is_own = |route: &Route| *route == own || route.list_beside().as_ref() == Some(&own);
        navigation.route.with(is_own).then_some("page")
    };
    let go = move |event: MouseEvent| {
        // Another tab or window is the browser's own matter.
        if event.ctrl_key() || event.meta_key() || event.shift_key() {
            return;
        }
        event.prevent_default();
        navigation.replace(&route);
    };
    let count = move || match waiting.get() {
        Waiting { all: 0, .. } => None,
        Waiting { all, late: 0 } => {
            Some(view! { <span class="room-count">{all}</span> }.into_any())
        }
        Waiting { late, .. } => {
            let text = (texts().recording.room_late)(late);
            Some(view! { <span class="room-count overdue">{text}</span> }.into_any())
        }
    };
    view! {
        <a class="room moves" href=href aria-current=is_here on:click=go>
            <span>{word}</span>
            {count}
        </a>
    }
}
