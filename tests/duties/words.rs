//! How these tests write what came out.

use wuxing::duty::{DutyStanding, DutyState, StepState, Warning};

/// The word for a standing, with the day or the reason that belongs to it.
pub fn standing_word(standing: &DutyStanding) -> String {
    match standing {
        DutyStanding::Done(Some(day)) => format!("done {day}"),
        DutyStanding::Done(None) => "done".to_owned(),
        DutyStanding::Missed(reason) => format!("missed ({reason})"),
        DutyStanding::Due => "due".to_owned(),
        DutyStanding::Late => "late".to_owned(),
        DutyStanding::NotYet => "not yet".to_owned(),
        DutyStanding::Earlier => "earlier".to_owned(),
    }
}

/// A state as `2026-03: due, 1 of 2`; the amounts only where more than one is wanted.
pub fn state_words(state: &DutyState) -> String {
    let word = standing_word(&state.standing);
    let span = state.occurrence.span;
    match state.wanted {
        1 => format!("{span}: {word}"),
        wanted => format!("{span}: {word}, {} of {wanted}", state.done),
    }
}

/// The spans of a list of the agenda, with their duties: `D 2026-03, E 2026Q1`.
pub fn list_words(list: &[DutyState]) -> String {
    let words = list
        .iter()
        .map(|state| format!("{} {}", state.duty, state.occurrence.span));
    words.collect::<Vec<_>>().join(", ")
}

/// What is to be minded about a step, or an empty text.
pub fn warning_word(state: &StepState) -> String {
    match state.warning {
        None => String::new(),
        Some(Warning::TakenTooEarly { first }) => format!("too early, from {first}"),
        Some(Warning::TakenTooLate { last }) => format!("too late, until {last}"),
        Some(Warning::Overdue { last }) => format!("overdue since {last}"),
        Some(Warning::Soon { last }) => format!("soon, until {last}"),
        Some(Warning::OutOfOrder) => "out of order".to_owned(),
    }
}
