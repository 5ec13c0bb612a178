//! The stars as a picture (五星图): each filled from below by its points, with the pass line across
//! it, its points, its name and a mark.
//!
//! Not here: why a star stands as it does. Each leads to its page.

use super::basics_picture::picture_part;
use super::standing_mark::of_star;
use super::words;
use crate::assessment::StarState;
use crate::ui::icons::Icon;
use leptos::prelude::*;

/// One star in the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StarPart {
    /// Its name.
    pub name: String,
    /// The address of its page; empty where the picture is only looked at.
    pub href: String,
    /// How it stands.
    pub state: StarState,
    /// The points so far.
    pub score: u32,
    /// The points that there are; 0 for a star that is only named.
    pub maximum: u32,
    /// The pass line in points.
    pub pass: u32,
}

/// The stars as a picture; `None` if no star can be won, since a name alone shows nothing. Each part is a link whose text says
/// everything that is drawn.
#[component]
pub fn StarsPicture(
    /// What the picture shows, read aloud before its parts.
    #[prop(into)]
    label: String,
    /// The stars, in the order of the pack.
    #[prop(into)]
    parts: Signal<Vec<StarPart>>,
) -> impl IntoView {
    let stars = move || {
        parts
            .get()
            .into_iter()
            .map(|part| one(part).into_any())
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

fn one(part: StarPart) -> impl IntoView {
    let words = words();
    let (icon, word, tone) = of_star(part.state, words);
    let class = match part.state {
        StarState::Won => "star star-won",
        StarState::Frozen => "star star-frozen",
        StarState::Named | StarState::NotApplicable => "star star-named",
        StarState::NotWon | StarState::Incomplete => "star",
    };
    let scored = part.maximum > 0;
    let points = scored.then(|| {
        view! {
            <span class="star-points">{(words.picture_points)(part.score)}</span>
            <span class="unseen">{(words.picture_pass_line)(part.pass)}</span>
        }
    });
    // To be named alone is no way to stand: it is said to whoever listens, and not drawn as a mark.
    let mark = if part.state == StarState::Named {
        view! { <span class="unseen">{word}</span> }.into_any()
    } else {
        view! {
            <span class=format!("mark {}", tone.class())>
                <Icon name=icon />
                <span>{word}</span>
            </span>
        }
        .into_any()
    };
    let inside = view! {
                {drawing(&part)}
                <span class="star-name">{part.name}</span>
                {points}
                {mark}
    };
    picture_part(class.to_owned(), part.href, inside.into_any())
}

/// The tips of the star in the drawing of 48 by 48, in tenths: it is filled between these heights.
/// Tenths, because to write fractions the app would have to carry what prints floating point.
const TOP: u32 = 36;
const BOTTOM: u32 = 425;
const WHOLE: u32 = 480;

fn drawing(part: &StarPart) -> impl IntoView + use<> {
    let height = |points: u32| {
        let all = part.maximum.max(1);
        let filled = u64::from(BOTTOM - TOP) * u64::from(points.min(all)) / u64::from(all);
        BOTTOM - u32::try_from(filled).unwrap_or(0)
    };
    let in_units = |tenths: u32| format!("{}.{}", tenths / 10, tenths % 10);
    // A window into the drawing, from the height of the points down: what it shows is filled.
    let top = if part.state == StarState::Won {
        0
    } else {
        height(part.score)
    };
    let (y, rest) = (in_units(top), in_units(WHOLE - top));
    let window = format!("0 {y} 48 {rest}");
    let filled = (part.maximum > 0).then(|| {
        view! {
            <svg y=y width="48" height=rest viewBox=window>
                <use_ class="star-fill" href="#star" />
            </svg>
        }
    });
    let frozen = (part.state == StarState::Frozen)
        .then(|| view! { <use_ fill="url(#hatch)" href="#star" /> });
    let line = (part.maximum > 0 && part.state != StarState::Won).then(|| {
        let at = in_units(height(part.pass));
        view! { <line class="star-line" x1="5" x2="43" y1=at.clone() y2=at /> }
    });
    view! {
        <svg class="star-drawing" aria-hidden="true" viewBox="0 0 48 48">
            <use_ class="star-ground" href="#star" />
            {filled}
            {frozen}
            <use_ class="star-outline" href="#star" />
            {line}
        </svg>
    }
}
