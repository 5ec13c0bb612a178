//! Several files in one text (一段文字里有几份): which there are, and opening one after the other.
//!
//! Not here: finding them (`exchange`).

use super::opener::Opener;
use super::opening::{Finding, open_pasted};
use crate::app::state::AppState;
use crate::exchange::{Document, ImportError, Opened};
use crate::text::Language;
use crate::text::refusals::kind_name;
use crate::ui::components::{Button, Notice, Weight};
use crate::ui::speech::language;
use leptos::prelude::*;

/// A file of a text in which there are several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileInText {
    /// Its own text.
    text: String,
    /// What is in it, for a user.
    label: String,
    /// Whether it was looked at already.
    seen: bool,
}

/// The files of a text with what is in each.
pub fn files_in_text(files: &[String], now_ms: i64, language: Language) -> Vec<FileInText> {
    let words = &language.texts().files;
    let numbered = files.iter().enumerate();
    let described = numbered.map(|(index, text)| {
        let found = open_pasted(text, now_ms);
        let content = match found {
            Ok(found) => content(&found.opened, language),
            Err(ImportError::Sealed { .. }) => language.texts().sealing.ask_title.to_owned(),
            Err(_) => String::new(),
        };
        FileInText {
            text: text.clone(),
            label: (words.open_one_of)(index + 1, content),
            seen: false,
        }
    });
    described.collect()
}

/// What a file is and whose.
fn content(opened: &Opened, language: Language) -> String {
    let texts = language.texts();
    let mut parts = vec![kind_name(opened.kind, &texts.files, &texts.review).to_owned()];
    let whose = opened.documents.iter().find_map(|document| match document {
        Document::Organization(one) if !one.name.trim().is_empty() => Some(one.name.clone()),
        _ => None,
    });
    parts.extend(whose);
    let mut periods = opened
        .documents
        .iter()
        .filter_map(|document| match document {
            Document::Assessment(one) => Some((texts.facts.quarter)(one.period)),
            _ => None,
        });
    if let (Some(period), None) = (periods.next(), periods.next()) {
        parts.push(period);
    }
    parts.join(" · ")
}

/// The buttons that open one file after the other; `None` if there are not several.
#[component]
pub fn OneByOne(several: RwSignal<Vec<FileInText>>, opener: Opener) -> impl IntoView {
    let (state, language) = (AppState::expect(), language());
    let words = &language.texts().files;
    let open = move |index: usize| {
        let text = several.with_untracked(|all| all.get(index).map(|one| one.text.clone()));
        let Some(text) = text else { return };
        several.update(|all| {
            all.iter_mut()
                .skip(index)
                .take(1)
                .for_each(|one| one.seen = true)
        });
        let begun = opener.begin();
        begun.open(Finding::of_text(text, state.now_ms()));
    };
    let rows = move || {
        let all = several.get();
        let rows = all.into_iter().enumerate().map(|(index, file)| {
            let label = match file.seen {
                true => format!("{} · {}", file.label, words.one_was_seen),
                false => file.label,
            };
            let weight = if file.seen {
                Weight::Quiet
            } else {
                Weight::Secondary
            };
            let press = Callback::new(move |()| open(index));
            view! { <Button label=label weight=weight on_press=press /> }
        });
        rows.collect_view()
    };
    view! {
        <Show when=move || several.with(|all| !all.is_empty())>
            <Notice
                title=Signal::derive(move || (words.several_files)(several.with(Vec::len)))
                text=words.todo_one_by_one
            />
            <div class="stack-tight">{rows}</div>
        </Show>
    }
}
