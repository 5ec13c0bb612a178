//! A message that stays in the page: what happened, what is safe, what to do.
//!
//! Not here: messages that go away by themselves. There are none, except the undo bar.

use crate::ui::icons::{Icon, IconName};
use leptos::prelude::*;

/// How serious a message is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum NoticeKind {
    /// Good to know.
    #[default]
    Info,
    /// It went well.
    Good,
    /// Something wants attention.
    Warning,
    /// Something failed.
    Error,
}

impl NoticeKind {
    /// A warning where something is in danger, and a plain word where it is not.
    pub fn of_danger(is_in_danger: bool) -> Self {
        match is_in_danger {
            true => Self::Warning,
            false => Self::Info,
        }
    }

    fn class(self) -> &'static str {
        match self {
            Self::Info => "notice tone-quiet",
            Self::Good => "notice tone-met",
            Self::Warning => "notice tone-partly",
            Self::Error => "notice tone-unmet",
        }
    }

    fn icon(self) -> IconName {
        match self {
            Self::Info => IconName::Info,
            Self::Good => IconName::Check,
            Self::Warning | Self::Error => IconName::Warning,
        }
    }

    /// Errors interrupt a screen reader; the rest is read when the user comes to it.
    fn role(self) -> Option<&'static str> {
        (self == Self::Error).then_some("alert")
    }
}

/// A message with a title, a text and what can be done.
#[component]
pub fn Notice(
    /// How serious it is.
    #[prop(optional)]
    kind: NoticeKind,
    /// What happened, in a few words; empty for a message of one line.
    #[prop(optional, into)]
    title: Signal<String>,
    /// What is safe and what to do.
    #[prop(into)]
    text: Signal<String>,
    /// Buttons, if anything can be done here.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let title = move || {
        let text = title.get();
        (!text.is_empty()).then(|| view! { <p class="notice-title">{text}</p> })
    };
    view! {
        <div class=kind.class() role=kind.role()>
            <Icon name=kind.icon() />
            <div class="notice-body">
                {title}
                <p>{move || text.get()}</p>
                {children.map(|actions| view! { <div class="action-row">{actions()}</div> })}
            </div>
        </div>
    }
}

/// A message of one line, with the one thing that can be done about it.
#[component]
pub fn NoticeLine(
    /// How serious it is.
    #[prop(optional)]
    kind: NoticeKind,
    /// What there is to say.
    #[prop(into)]
    text: Signal<String>,
    /// The button.
    children: Children,
) -> impl IntoView {
    let class = kind.class().replacen("notice", "notice-line", 1);
    view! {
        <div class=class role=kind.role()>
            <Icon name=kind.icon() />
            <p>{move || text.get()}</p>
            {children()}
        </div>
    }
}
