//! From an outcome to the parts of the pictures.
//!
//! Not here: how they are drawn (`components`).

use super::components::{BasicPart, StarPart};
use super::route::Route;
use super::speech::say;
use crate::app::state::AppState;
use crate::assessment::{Outcome, StarState};
use crate::standard::StandardPack;
use crate::text::Language;
use leptos::prelude::*;

/// The parts of the picture of the basics for the open assessment.
pub fn basic_parts(state: AppState, language: Language) -> Signal<Vec<BasicPart>> {
    Signal::derive(move || {
        let (Some(pack), Some(outcome)) = (state.pack_in_force.get(), state.outcome.get()) else {
            return Vec::new();
        };
        basic_parts_of(&pack, &outcome, language)
    })
}

/// The parts of the picture of the stars for the open assessment.
pub fn star_parts(state: AppState, language: Language) -> Signal<Vec<StarPart>> {
    Signal::derive(move || {
        let (Some(pack), Some(outcome)) = (state.pack_in_force.get(), state.outcome.get()) else {
            return Vec::new();
        };
        star_parts_of(&pack, &outcome, language)
    })
}

/// The parts of the picture of the basics for any outcome.
pub fn basic_parts_of(
    pack: &StandardPack,
    outcome: &Outcome,
    language: Language,
) -> Vec<BasicPart> {
    let parts = outcome.basics.iter().filter_map(|basic| {
        Some(BasicPart {
            name: say(&pack.basic(&basic.key)?.title, language),
            href: Route::Basic(basic.key.clone()).to_string(),
            state: basic.state,
            progress: basic.progress(),
            reached_percent: basic.reached_percent,
            needed_percent: basic.needed_percent,
        })
    });
    parts.collect()
}

/// The parts of the picture of the stars for any outcome; stars that are not for this
/// organisation are left out.
pub fn star_parts_of(pack: &StandardPack, outcome: &Outcome, language: Language) -> Vec<StarPart> {
    let ours = outcome
        .stars
        .iter()
        .filter(|star| star.state != StarState::NotApplicable);
    let parts = ours.filter_map(|star| {
        Some(StarPart {
            name: name_beside_star(say(&pack.star(&star.key)?.title, language)),
            href: Route::Star(star.key.clone()).to_string(),
            state: star.state,
            progress: star.progress(pack),
            short_by: star.short_by().map(|short| pack.points(short)),
            score: pack.points(star.score),
            maximum: pack.points(star.maximum),
            pass: pack.points(star.pass),
        })
    });
    parts.collect()
}

/// The name of a star without the word for a star (星), which is drawn beside it: there is little
/// room.
fn name_beside_star(title: String) -> String {
    match title.strip_suffix('星') {
        Some(name) if !name.is_empty() => name.to_owned(),
        _ => title,
    }
}
