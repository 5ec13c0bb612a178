//! What is said of a day that was entered (日期的提醒): that it is still to come, or far away.
//!
//! Not here: days that are not taken at all (`components::date_field`).

use super::speech::texts;
use crate::app::state::AppState;
use crate::period::CivilDate;
use leptos::prelude::*;

/// How many years ahead a term of office may end without a word: they last three or five.
const LONGEST_TERM: i32 = 8;

/// Of something that was done: that its day is still to come.
pub fn still_to_come(state: AppState, day: Signal<Option<CivilDate>>) -> Signal<String> {
    let word = texts().common.date_to_come;
    Signal::derive(move || {
        let is_ahead = day
            .get()
            .zip(state.today())
            .is_some_and(|(day, today)| day > today);
        if is_ahead {
            word.to_owned()
        } else {
            String::new()
        }
    })
}

/// Of the end of a term: that it is further ahead than any term lasts.
pub fn far_ahead(state: AppState, day: Signal<Option<CivilDate>>) -> Signal<String> {
    let words = &texts().common;
    Signal::derive(move || {
        let years = day
            .get()
            .zip(state.today())
            .map(|(day, today)| day.year() - today.year());
        let years = years.filter(|years| *years > LONGEST_TERM);
        years.map(words.date_far).unwrap_or_default()
    })
}
