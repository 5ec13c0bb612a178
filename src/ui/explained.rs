//! Hard words (名词) that open what they mean where they stand.
//!
//! Not here: the words and their meaning, which come with a later part of the app (`meaning`).
//! Until it is there, a text is shown as it is written.

use super::lazy_part::LazyPart;
use super::parts::{Arrival, InPages, Part, Parts, Wanted};
use leptos::prelude::*;

/// Which hard word is open, by its key. It is a handle: copies speak of the same.
#[derive(Clone, Copy, Default)]
pub struct Opened {
    /// The key of the word; `None` while none is open.
    pub term: RwSignal<Option<&'static str>>,
}

impl Opened {
    /// What is open around this component.
    pub fn expect() -> Self {
        expect_context::<Self>()
    }
}

/// A text whose hard words open what they mean, each where it stands first.
#[component]
pub fn Explained(
    /// The text.
    #[prop(into)]
    text: String,
    /// What stands before it and explains its own words.
    #[prop(optional, into)]
    before: String,
) -> impl IntoView {
    let parts = Parts::expect();
    move || {
        let wanted = || InPages::Explained(before.clone(), text.clone());
        let explained = || parts.view(Wanted::InPages(wanted()));
        match parts.arrival(Part::Pages) {
            Arrival::Here => explained().unwrap_or_else(|| text.clone().into_any()),
            Arrival::NotAsked | Arrival::OnItsWay | Arrival::Failed => text.clone().into_any(),
        }
    }
}

/// What the word that was opened means, over the page. It is made when a word is opened for the
/// first time, and stays, so that the focus finds its way back.
#[component]
pub fn OpenedMeaning() -> impl IntoView {
    let opened = Opened::expect();
    let was_opened = Memo::new(move |before: Option<&bool>| {
        opened.term.get().is_some() || before.is_some_and(|before| *before)
    });
    view! {
        <Show when=move || was_opened.get()>
            <LazyPart wanted=Wanted::InPages(InPages::Meaning) />
        </Show>
    }
}
