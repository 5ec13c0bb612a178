//! How the page that is shown looks now (当前位置): how far down it is and which folds are open; and
//! putting it back so when the user comes back to it.
//!
//! Not here: what is remembered of which page (`trail`).

use super::trail::{Fold, Place};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlCollection};

/// How many frames a page has to put itself together: a fold in a fold opens a frame later, and
/// lists come with their part of the app.
const FRAMES: u32 = 20;

/// How far off the place may be, in CSS pixels: a browser rounds it.
const NEAR: f64 = 1.0;

/// How the page is now.
pub fn now() -> Place {
    Place {
        down: down(),
        folds: folds()
            .into_iter()
            .filter(|(_, details)| details.has_attribute("open"))
            .map(|(fold, _)| fold)
            .collect(),
    }
}

/// Puts the page back as it was, as soon as it is drawn, as long as `is_there` says that it is
/// still the one that is shown.
pub fn come_back_to(place: Place, is_there: impl Fn() -> bool + 'static) {
    try_again(place, is_there, FRAMES);
}

fn try_again(place: Place, is_there: impl Fn() -> bool + 'static, frames: u32) {
    request_animation_frame(move || {
        if !is_there() {
            return;
        }
        let is_open = open(&place.folds);
        window().scroll_to_with_x_and_y(0.0, place.down);
        let is_near = (down() - place.down).abs() <= NEAR;
        if frames > 0 && !(is_open && is_near) {
            try_again(place, is_there, frames - 1);
        }
    });
}

/// Opens and shuts the folds of the page so that these are open. Returns whether all of them were
/// there, and open already.
fn open(wanted: &[Fold]) -> bool {
    let (mut found, mut changed) = (0, false);
    for (fold, details) in folds() {
        let (is_wanted, is_open) = (wanted.contains(&fold), details.has_attribute("open"));
        found += usize::from(is_wanted);
        if is_wanted == is_open {
            continue;
        }
        changed = true;
        // A fold that the browser leaves alone is no reason to lose the place.
        let _ = match is_wanted {
            true => details.set_attribute("open", ""),
            false => details.remove_attribute("open"),
        };
    }
    !changed && found == wanted.len()
}

fn down() -> f64 {
    window().scroll_y().unwrap_or_default()
}

/// The folds of the page, in its order.
fn folds() -> Vec<(Fold, Element)> {
    let main = document().get_elements_by_tag_name("main").item(0);
    let Some(main) = main else { return Vec::new() };
    let all = elements(&main.get_elements_by_tag_name("details"));
    let words = all.iter().map(|details| {
        let summary = details.get_elements_by_tag_name("summary").item(0);
        let summary = summary.and_then(|one| one.text_content());
        summary.unwrap_or_default()
    });
    let named = Fold::named(words.collect::<Vec<_>>());
    named.into_iter().zip(all).collect()
}

fn elements(collection: &HtmlCollection) -> Vec<Element> {
    let all = (0..collection.length()).filter_map(|place| collection.item(place));
    all.filter_map(|one| one.dyn_into().ok()).collect()
}
