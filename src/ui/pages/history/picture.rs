//! A period as a small picture (小图): a bar for each basic and a star for each star, so that
//! several periods can be looked over at once.
//!
//! Not here: numbers and links; the line beside the picture says the same in words.

use crate::assessment::{BasicState, StarState};
use crate::ui::components::Tone;
use leptos::prelude::*;

/// What is drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shape {
    /// How each basic stands, and its share in percent.
    pub basics: Vec<(BasicState, u32)>,
    /// How each star stands; those without points are left out.
    pub stars: Vec<StarState>,
}

const BAR: usize = 14;
const HEIGHT: usize = 36;
const STAR: usize = 36;

/// A period as a small picture.
#[component]
pub fn PeriodPicture(
    /// What is drawn.
    shape: Shape,
    /// What it shows, read aloud.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    let Shape { basics, stars } = shape;
    let stars_start = basics.len() * (BAR + 6) + 14;
    let width = stars_start + stars.len() * (STAR + 4);
    let bars = basics
        .into_iter()
        .enumerate()
        .map(|(place, (state, percent))| {
            let tone = match state {
                BasicState::Met | BasicState::MetSoFar => Tone::Met,
                BasicState::Unmet => Tone::Unmet,
                BasicState::Incomplete => Tone::Open,
                BasicState::NothingDue => Tone::Quiet,
            };
            let x = place * (BAR + 6);
            let percent = usize::try_from(percent.min(100)).unwrap_or(0);
            let height = (HEIGHT * percent).div_ceil(100);
            view! {
                <g class=tone.class()>
                    <rect class="period-track" x=x y=0 width=BAR height=HEIGHT />
                    <rect class="period-fill" x=x y=HEIGHT - height width=BAR height=height />
                </g>
            }
        });
    let shapes = stars.into_iter().enumerate().map(|(place, state)| {
        let class = if state == StarState::Won {
            "period-star period-won"
        } else {
            "period-star"
        };
        // The shape of the sprite is 48 wide.
        let across = stars_start + place * (STAR + 4);
        let transform = format!("translate({across} 0) scale(.75)");
        view! { <use_ href="#star" class=class transform=transform /> }
    });
    view! {
        <svg
            class="period-picture"
            role="img"
            aria-label=label
            viewBox=format!("-1 -1 {} {}", width + 2, HEIGHT + 2)
        >
            {bars.collect_view()}
            {shapes.collect_view()}
        </svg>
    }
}
