//! Buttons, links that look like buttons, and the row they stand in.
//!
//! Not here: the buttons that answer an indicator (`answer_buttons`).

use crate::ui::icons::{Icon, IconName};
use leptos::prelude::*;

/// How heavy a button looks (轻重). How the weights go together is told at the head of
/// `style/button.css`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Weight {
    /// The one thing to do next, filled with deep red; at most one on a screen.
    Primary,
    /// On a tonal wash: what else can be done.
    #[default]
    Secondary,
    /// On a red wash: something goes away.
    Danger,
    /// Coloured text with the area of a button: what is seldom wanted.
    Quiet,
}

impl Weight {
    fn class(self) -> &'static str {
        match self {
            Self::Primary => "button button-filled moves",
            Self::Secondary => "button moves",
            Self::Danger => "button button-danger moves",
            Self::Quiet => "button button-quiet moves",
        }
    }
}

/// A button.
#[component]
pub fn Button(
    /// The word on it.
    #[prop(into)]
    label: Signal<String>,
    /// What a tap does.
    #[prop(into)]
    on_press: Callback<()>,
    /// How heavy it looks.
    #[prop(optional)]
    weight: Weight,
    /// The icon before the word, if it has one.
    #[prop(optional, into)]
    icon: Option<IconName>,
    /// What is read aloud instead of the word, where the word alone is not enough.
    #[prop(optional, into)]
    spoken: Option<String>,
    /// Whether it can be pressed now.
    #[prop(default = Signal::stored(true), into)]
    enabled: Signal<bool>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class=weight.class()
            aria-label=spoken
            disabled=move || !enabled.get()
            on:click=move |_| on_press.run(())
        >
            {icon.map(|name| view! { <Icon name=name /> })}
            <span>{move || label.get()}</span>
        </button>
    }
}

/// A link to another page that looks like a button.
#[component]
pub fn ButtonLink(
    /// The words on it.
    #[prop(into)]
    label: Signal<String>,
    /// The address.
    #[prop(into)]
    href: Signal<String>,
    /// How heavy it looks.
    #[prop(optional)]
    weight: Weight,
    /// The icon before the word, if it has one.
    #[prop(optional, into)]
    icon: Option<IconName>,
) -> impl IntoView {
    view! {
        <a class=weight.class() href=move || href.get()>
            {icon.map(|name| view! { <Icon name=name /> })}
            <span>{move || label.get()}</span>
        </a>
    }
}

/// Buttons beside one another, below one another where there is no room.
#[component]
pub fn ActionRow(
    /// The buttons, the most important first.
    children: Children,
) -> impl IntoView {
    view! { <div class="action-row">{children()}</div> }
}
