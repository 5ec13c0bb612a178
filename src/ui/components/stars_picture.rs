//! The stars as a picture (五星图): filled where they are won, an outline where they are not, each
//! with its name and a word.
//!
//! Not here: why a star stands as it does. Each leads to its page.

use super::standing_mark::{Tone, calls_them_stars, of_star};
use super::words;
use crate::assessment::{Progress, StarState};
use crate::standard::Points;
use crate::text::common;
use leptos::prelude::*;

/// One star in the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StarPart {
    /// Its name.
    pub name: String,
    /// The address of its page.
    pub href: String,
    /// How it stands.
    pub state: StarState,
    /// How far it was looked at.
    pub progress: Progress,
    /// The points that are missing, where only points are.
    pub short_by: Option<Points>,
    /// The points so far.
    pub score: Points,
    /// The points that there are; 0 for a star that is only named.
    pub maximum: Points,
    /// The pass line in points.
    pub pass: Points,
}

/// The stars as a picture. Nothing is drawn if no star can be won, since a name alone shows
/// nothing. Each part is a link whose text says everything that is drawn.
#[component]
pub fn StarsPicture(
    /// What the picture shows, read aloud before its parts.
    #[prop(into)]
    label: String,
    /// The stars, in the order of the pack.
    #[prop(into)]
    parts: Signal<Vec<StarPart>>,
) -> impl IntoView {
    let (words, is_star) = (words(), calls_them_stars());
    let stars = move || {
        parts
            .get()
            .into_iter()
            .map(|part| one(part, words, is_star).into_any())
            .collect_view()
    };
    let any = Memo::new(move |_| {
        let can_be_won = |part: &StarPart| part.state != StarState::Named;
        parts.with(|parts| parts.iter().any(can_be_won))
    });
    view! {
        <Show when=move || any.get()>
            <ul class="stars" aria-label=label.clone()>
                {stars}
            </ul>
        </Show>
    }
}

/// The word below a star: how it stands, or what is missing.
fn word(part: &StarPart, words: &'static common::Texts, is_star: bool) -> String {
    let left = part.progress.left();
    match (part.state, part.short_by) {
        (StarState::NotWon, Some(short)) => (words.picture_short)(short),
        (StarState::Incomplete, _) if left > 0 && part.progress.done == 0 => {
            words.not_begun.to_owned()
        }
        (StarState::Incomplete, _) if left > 0 => (words.picture_rest)(left),
        (state, _) => words.part_state(state, is_star).to_owned(),
    }
}

fn one(part: StarPart, words: &'static common::Texts, is_star: bool) -> impl IntoView {
    let tone = match part.state {
        StarState::NotWon => Tone::Unmet,
        state => of_star(state).1,
    };
    let class = match part.state {
        StarState::Won => "star-won",
        StarState::Frozen => "star-frozen",
        _ => "",
    };
    let class = format!("star moves {class} {}", tone.class());
    let scored = (part.maximum.amount > 0).then(|| {
        let (points, pass) = (
            (words.picture_points)(part.score),
            (words.picture_pass_line)(part.pass, is_star),
        );
        view! { <span class="unseen">{format!(" {points} {pass}")}</span> }
    });
    // To be named alone is no way to stand: it is said to whoever listens, and not drawn.
    let seen = match part.state {
        StarState::Named => "unseen",
        _ => "star-word",
    };
    view! {
        <li>
            <a class=class href=part.href.clone()>
                {drawing(part.state, is_star)}
                <span class="star-name">{part.name.clone()}</span>
                <span class=seen>{word(&part, words, is_star)}{scored}</span>
            </a>
        </li>
    }
}

/// A star, or a circle for a part that the pack does not call one.
fn drawing(state: StarState, is_star: bool) -> impl IntoView {
    let shape = match is_star {
        true => "#star",
        false => "#part",
    };
    let filled = (state == StarState::Won).then(|| view! { <use_ class="star-fill" href=shape /> });
    let frozen =
        (state == StarState::Frozen).then(|| view! { <use_ fill="url(#hatch)" href=shape /> });
    view! {
        <svg class="star-drawing" aria-hidden="true" viewBox="0 0 48 48">
            <use_ class="star-ground" href=shape />
            {filled}
            {frozen}
            <use_ class="star-outline" href=shape />
        </svg>
    }
}
