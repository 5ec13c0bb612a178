//! The basics as a picture (五基图): one pillar each, filled by what is met, with the line that has
//! to be reached, a mark, the share and the name. In large text the pillars lie down.
//!
//! Not here: why a basic stands as it does. Each pillar leads to its page.

use super::standing_mark::of_basic;
use super::words;
use crate::assessment::BasicState;
use crate::ui::icons::Icon;
use leptos::prelude::*;

/// One basic in the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BasicPart {
    /// Its name.
    pub name: String,
    /// The address of its page; empty where the picture is only looked at.
    pub href: String,
    /// How it stands.
    pub state: BasicState,
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
    let pillars = move || {
        parts
            .get()
            .into_iter()
            .map(|part| pillar(part).into_any())
            .collect_view()
    };
    view! { <ul class="basics" aria-label=label>{pillars}</ul> }
}

fn pillar(part: BasicPart) -> impl IntoView {
    let words = words();
    let BasicPart {
        name,
        href,
        state,
        reached_percent,
        needed_percent,
    } = part;
    let (icon, word, tone) = of_basic(state, words);
    let reached = reached_percent.min(100);
    let inside = view! {
                <span
                    class="basic-track"
                    style=("--share", format!("{reached}%"))
                    style=("--needed", format!("{needed_percent}%"))
                >
                    <span class="basic-fill"></span>
                    <span class="basic-line"></span>
                </span>
                <span class="basic-name">{name}</span>
                <span class="basic-share">
                    {format!("{reached_percent}%")}
                    <span class="unseen">{(words.picture_needed_percent)(needed_percent)}</span>
                </span>
                <span class=format!("mark {}", tone.class())>
                    <Icon name=icon />
                    <span>{word}</span>
                </span>
    };
    picture_part(format!("basic {}", tone.class()), href, inside.into_any())
}

/// One part of a picture: a link, or mere text where it leads nowhere.
pub(super) fn picture_part(class: String, href: String, inside: AnyView) -> impl IntoView {
    let part = if href.is_empty() {
        view! { <div class=class>{inside}</div> }.into_any()
    } else {
        view! { <a class=class href=href>{inside}</a> }.into_any()
    };
    view! { <li>{part}</li> }
}
