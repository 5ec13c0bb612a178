//! The basics as a picture (五基图): one ring each, filled by what is met, with the line that has to
//! be reached, the name and a word. While something of a basic is still to be looked at, its ring
//! shows how far it was looked at.
//!
//! Not here: why a basic stands as it does. Each ring leads to its page.

use super::standing_mark::{Tone, of_basic};
use super::words;
use crate::assessment::{BasicState, Progress};
use crate::text::common;
use leptos::prelude::*;

/// One basic in the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BasicPart {
    /// Its name.
    pub name: String,
    /// The address of its page.
    pub href: String,
    /// How it stands.
    pub state: BasicState,
    /// How far it was looked at.
    pub progress: Progress,
    /// The share that was reached, in percent, 0 to 100.
    pub reached_percent: u32,
    /// The share that is needed, in percent, 0 to 100.
    pub needed_percent: u32,
}

/// The basics as a picture. Each part is a link whose text says everything that is drawn.
#[component]
pub fn BasicsPicture(
    /// What the picture shows, read aloud before its parts.
    #[prop(into)]
    label: String,
    /// The basics, in the order of the pack.
    #[prop(into)]
    parts: Signal<Vec<BasicPart>>,
) -> impl IntoView {
    let words = words();
    let rings = move || {
        parts
            .get()
            .into_iter()
            .map(|part| one(part, words).into_any())
            .collect_view()
    };
    view! { <ul class="basics" aria-label=label>{rings}</ul> }
}

/// What is drawn of a basic, and said.
struct Drawn {
    tone: Tone,
    /// How much of the ring is filled, in percent.
    share: u32,
    /// What stands inside the ring, and its unit, which is heard alone.
    inside: String,
    unit: &'static str,
    word: String,
    /// What is said to whoever listens, and not drawn.
    unseen: String,
    /// The share that has to be reached, while it is judged.
    line: Option<u32>,
}

fn drawn(part: &BasicPart, words: &'static common::Texts) -> Drawn {
    let (_, word, tone) = of_basic(part.state, words);
    let Progress { done, all } = part.progress;
    let open = Drawn {
        tone: Tone::Open,
        share: u32::try_from(done * 100 / all.max(1)).unwrap_or(100),
        inside: format!("{done}/{all}"),
        unit: "",
        word: (words.picture_rest)(part.progress.left()),
        unseen: String::new(),
        line: None,
    };
    match part.state {
        BasicState::Incomplete if done == 0 => Drawn {
            word: words.not_begun.to_owned(),
            ..open
        },
        BasicState::Incomplete => open,
        BasicState::NothingDue => Drawn {
            tone,
            inside: "–".to_owned(),
            word: words.standing_not_due.to_owned(),
            ..open
        },
        BasicState::Met | BasicState::MetSoFar | BasicState::Unmet => Drawn {
            tone,
            share: part.reached_percent.min(100),
            inside: part.reached_percent.to_string(),
            unit: "%",
            // That it is met by today alone is said in a sentence beside the picture.
            word: match part.state {
                BasicState::MetSoFar => words.basic_met.to_owned(),
                _ => word.to_owned(),
            },
            unseen: match part.state {
                BasicState::MetSoFar => words.picture_so_far.to_owned(),
                _ => String::new(),
            },
            line: Some(part.needed_percent),
        },
    }
}

fn one(part: BasicPart, words: &'static common::Texts) -> impl IntoView {
    let drawn = drawn(&part, words);
    let needed = drawn.line.map(|line| {
        let text = (words.picture_needed_percent)(line);
        view! { <span class="unseen">{text}</span> }
    });
    view! {
        <li>
            <a class=format!("basic moves {}", drawn.tone.class()) href=part.href>
                <span class="basic-ring">
                    {ring(drawn.share, drawn.line)}
                    <span class="basic-share">
                        {drawn.inside}
                        <span class="unseen">{drawn.unit}</span>
                    </span>
                </span>
                <span class="basic-name">{part.name}</span>
                <span class="basic-word">
                    <span class="unseen">{drawn.unseen}</span>
                    {drawn.word}
                    {needed}
                </span>
            </a>
        </li>
    }
}

/// A ring of which `share` percent are filled, with a line across it at `line` percent.
fn ring(share: u32, line: Option<u32>) -> impl IntoView {
    // A round of 100, beginning at the top.
    let arc = |class: &'static str, from: u32, length: u32| {
        view! {
            <circle
                class=class
                cx="24"
                cy="24"
                r="21"
                pathLength="100"
                stroke-dasharray=format!("{length} 100")
                stroke-dashoffset=format!("-{from}")
                transform="rotate(-90 24 24)"
            />
        }
    };
    view! {
        <svg aria-hidden="true" viewBox="0 0 48 48">
            <circle class="basic-track" cx="24" cy="24" r="21" />
            {(share > 0 && share < 100).then(|| arc("basic-fill", 0, share))}
            {(share >= 100)
                .then(|| view! { <circle class="basic-fill" cx="24" cy="24" r="21" /> })}
            {line.map(|line| arc("basic-line", line.min(99), 1))}
        </svg>
    }
}
