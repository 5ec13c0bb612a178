//! Marks that say how something stands: an icon, a word and a tone together, never colour alone.
//!
//! Not here: how it comes to stand so (`assessment`).

use super::words;
use crate::app::state::AppState;
use crate::assessment::{BasicState, Standing, StarState};
use crate::text::common;
use crate::ui::icons::{Icon, IconName};
use leptos::prelude::*;

/// The colours of a mark. What they mean is said by the word beside it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tone {
    /// Green.
    Met,
    /// Amber.
    Partly,
    /// Red.
    Unmet,
    /// Grey.
    Quiet,
    /// Ink, outlined.
    #[default]
    Open,
    /// Dark gold.
    Gold,
}

impl Tone {
    /// The class that gives an element these colours.
    pub fn class(self) -> &'static str {
        match self {
            Self::Met => "tone-met",
            Self::Partly => "tone-partly",
            Self::Unmet => "tone-unmet",
            Self::Quiet => "tone-quiet",
            Self::Open => "tone-open",
            Self::Gold => "tone-gold",
        }
    }
}

/// An icon, a word and a tone.
#[component]
pub fn Mark(
    /// The icon.
    #[prop(into)]
    icon: Signal<IconName>,
    /// The word.
    #[prop(into)]
    word: Signal<String>,
    /// The tone.
    #[prop(into)]
    tone: Signal<Tone>,
) -> impl IntoView {
    view! {
        <span class=move || format!("mark {}", tone.get().class())>
            <Icon name=icon />
            <span>{move || word.get()}</span>
        </span>
    }
}

/// How an indicator stands (状态).
#[component]
pub fn StandingMark(
    /// How it stands.
    #[prop(into)]
    standing: Signal<Standing>,
) -> impl IntoView {
    let words = words();
    marked(move || of_standing(standing.get(), words))
}

/// How a basic stands (达标情况).
#[component]
pub fn BasicMark(
    /// How it stands.
    #[prop(into)]
    state: Signal<BasicState>,
    /// Whether anything of it was looked at.
    #[prop(default = Signal::stored(true), into)]
    begun: Signal<bool>,
) -> impl IntoView {
    let words = words();
    marked(move || match of_basic(state.get(), words) {
        (icon, _, Tone::Open) if !begun.get() => (icon, words.not_begun, Tone::Open),
        parts => parts,
    })
}

/// How a star stands (得星情况). To be named alone is no way to stand, so such a star has no mark.
#[component]
pub fn StarMark(
    /// How it stands.
    #[prop(into)]
    state: Signal<StarState>,
    /// Whether anything of it was looked at. Without anything it is not begun, rather than not
    /// finished.
    #[prop(default = Signal::stored(true), into)]
    begun: Signal<bool>,
) -> impl IntoView {
    let words = words();
    let is_named = Memo::new(move |_| state.get() == StarState::Named);
    let is_star = calls_them_stars();
    let parts = move || match (state.get(), begun.get()) {
        (StarState::Incomplete, false) => (IconName::Ring, words.not_begun, Tone::Open),
        (state, _) => {
            let (icon, tone) = of_star(state);
            (icon, words.part_state(state, is_star), tone)
        }
    };
    move || (!is_named.get()).then(|| marked(parts))
}

/// Whether the open pack calls its parts with points stars.
pub(super) fn calls_them_stars() -> bool {
    let pack = use_context::<AppState>().and_then(|state| state.pack.get_untracked());
    pack.is_none_or(|pack| pack.calls_them_stars())
}

type Parts = (IconName, &'static str, Tone);

fn marked(parts: impl Fn() -> Parts + Copy + Send + Sync + 'static) -> impl IntoView {
    view! {
        <Mark
            icon=Signal::derive(move || parts().0)
            word=Signal::derive(move || parts().1.to_owned())
            tone=Signal::derive(move || parts().2)
        />
    }
}

/// The icon, the word and the tone of a standing.
pub(super) fn of_standing(standing: Standing, words: &'static common::Texts) -> Parts {
    let (icon, tone) = match standing {
        Standing::Met => (IconName::Check, Tone::Met),
        Standing::Partly => (IconName::Half, Tone::Partly),
        Standing::Unmet => (IconName::Cross, Tone::Unmet),
        Standing::Unchecked => (IconName::Ring, Tone::Open),
        Standing::NotApplicable | Standing::NotDue | Standing::Off => (IconName::Dash, Tone::Quiet),
    };
    (icon, words.standing(standing), tone)
}

/// The icon, the word and the tone of a basic.
pub(super) fn of_basic(state: BasicState, words: &'static common::Texts) -> Parts {
    let (icon, tone) = match state {
        BasicState::Met | BasicState::MetSoFar => (IconName::Check, Tone::Met),
        BasicState::Unmet => (IconName::Cross, Tone::Unmet),
        BasicState::Incomplete => (IconName::Ring, Tone::Open),
        BasicState::NothingDue => (IconName::Dash, Tone::Quiet),
    };
    (icon, words.basic_state(state), tone)
}

/// The icon and the tone of a star; its word depends on what the pack calls it.
pub(super) fn of_star(state: StarState) -> (IconName, Tone) {
    match state {
        StarState::Won => (IconName::Check, Tone::Gold),
        StarState::NotWon => (IconName::Cross, Tone::Unmet),
        StarState::Incomplete | StarState::NotDue => (IconName::Ring, Tone::Open),
        StarState::Frozen => (IconName::Lock, Tone::Unmet),
        StarState::Named | StarState::NotApplicable => (IconName::Dash, Tone::Quiet),
    }
}
