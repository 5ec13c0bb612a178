//! The word about a clock that is wrong (手机日期不对), for the pages on which it decides something.
//!
//! Not here: what makes a date impossible (`period`).

use super::components::{Notice, NoticeKind};
use super::speech::texts;
use crate::app::state::AppState;
use crate::period::{CivilDate, ClockDoubt, clock_doubt};
use crate::text::Texts;
use leptos::prelude::*;

/// Why the date of this device cannot be right; nothing while there is no doubt.
pub fn doubt(state: AppState) -> Memo<Option<ClockDoubt>> {
    let offset = state.offset_minutes();
    Memo::new(move |_| {
        let today = state.today();
        state.workspace.with(|workspace| {
            let days = workspace.times_of_entering();
            clock_doubt(
                today,
                days.filter_map(|at| CivilDate::at_instant(at, offset)),
            )
        })
    })
}

/// The sentence about the date of this device, while it cannot be right.
#[component]
pub fn ClockNotice() -> impl IntoView {
    let texts = texts();
    let doubt = doubt(AppState::expect());
    move || {
        doubt.get().map(|doubt| {
            view! {
                <Notice
                    kind=NoticeKind::Warning
                    title=texts.home.clock_title
                    text=in_words(doubt, texts)
                />
            }
        })
    }
}

fn in_words(doubt: ClockDoubt, texts: &Texts) -> String {
    let words = &texts.home;
    // The year is said with every day: it is what is wrong.
    let day = |day: CivilDate| (texts.facts.day)(day, 0);
    match doubt {
        ClockDoubt::Unreadable => words.clock_unreadable.to_owned(),
        ClockDoubt::Impossible(today) => (words.clock_impossible)(day(today)),
        ClockDoubt::Behind { today, entered } => (words.clock_behind)(day(today), day(entered)),
    }
}
