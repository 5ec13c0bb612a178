//! Where what is entered over the page lies (浮层的位置). It is there with the first page; what is in it
//! comes with its part of the app.
//!
//! Not here: what is asked (`pages`).

use crate::app::state::AppState;
use crate::ui::components::Sheet;
use crate::ui::lazy_part::LazyPart;
use crate::ui::navigation::{Navigation, OnSheet};
use crate::ui::parts::{InPages, Wanted};
use crate::ui::route::Route;
use crate::ui::speech::{language, texts};
use crate::ui::titles::page_title;
use leptos::prelude::*;

/// What is entered over the page, if anything is.
#[component]
pub fn SheetHost() -> impl IntoView {
    let (state, navigation, language) = (AppState::expect(), Navigation::expect(), language());
    let words = &texts().recording;
    let sheet = navigation.sheet;
    let title = Signal::derive(move || match sheet.get() {
        None => String::new(),
        Some(OnSheet::Kinds) => words.what.to_owned(),
        Some(OnSheet::Record(id)) => {
            (words.recorded)(page_title(&Route::Record(id), state, language))
        }
        Some(OnSheet::Rectification(_)) => words.problem_noted.to_owned(),
        Some(OnSheet::Card(id)) => page_title(&Route::Card(id), state, language),
    });
    let turn = Memo::new(move |before: Option<&u32>| {
        sheet.track();
        before.map_or(0, |before| before.wrapping_add(1))
    });
    let content = move || {
        let wanted = Wanted::InPages(InPages::Sheet(sheet.get()?));
        Some(view! { <LazyPart wanted=wanted /> })
    };
    view! {
        <Sheet
            open=Signal::derive(move || sheet.get().is_some())
            title=title
            turn=turn
            on_close=Callback::new(move |()| navigation.close_sheet())
        >
            {content}
        </Sheet>
    }
}
