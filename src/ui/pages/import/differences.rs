//! The answers that differ between this device and a file (两边不一样的), both values of each and
//! which of them will stand.
//!
//! Not here: which of them stands (`exchange::merge`).

use crate::assessment::{Answer, AnswerValue};
use crate::exchange::merge::{Difference, Side};
use crate::standard::StandardPack;
use crate::text::answers::answer_in_words;
use crate::text::{Language, Texts};
use crate::ui::components::Disclosure;
use crate::ui::speech::item_name;
use leptos::prelude::*;
use std::sync::Arc;

/// The answers that differ, folded.
#[component]
pub fn Differences(
    /// The answers.
    differences: Vec<Difference>,
    /// The pack they answer, for the names of the items.
    pack: Option<Arc<StandardPack>>,
    /// The language that is set.
    language: Language,
) -> impl IntoView {
    let texts = language.texts();
    let summary = (texts.files.differences)(differences.len());
    let rows = move || {
        let row = |one: &Difference| {
            let name = match &pack {
                Some(pack) => item_name(pack, &one.id, language),
                None => one.id.to_string(),
            };
            let said = [&in_words(&one.ours, texts), &in_words(&one.theirs, texts)];
            two_sides(name, said.map(String::as_str), one.kept, texts)
        };
        differences.iter().map(row).collect_view()
    };
    view! {
        <Disclosure summary=summary>
            <ul class="stack">{rows()}</ul>
        </Disclosure>
    }
}

/// What both sides say of one thing, ours first, and which of them will stand.
pub fn two_sides(
    name: String,
    [ours, theirs]: [&str; 2],
    kept: Side,
    texts: &Texts,
) -> impl IntoView + use<> {
    let kept = match kept {
        Side::Ours => texts.files.keeps_ours,
        Side::Theirs => texts.files.keeps_theirs,
    };
    view! {
        <li class="stack-tight">
            <p><strong>{name}</strong></p>
            <p>{(texts.me.labelled)(texts.files.ours, ours)}</p>
            <p>{(texts.me.labelled)(texts.files.theirs, theirs)}</p>
            <p><span class="tag">{kept}</span></p>
        </li>
    }
}

/// An answer with what was written beside it.
fn in_words(answer: &Answer, texts: &Texts) -> String {
    let words = &texts.files;
    let value = answer.value.as_ref().map(|value| match value {
        AnswerValue::Count { done, due: None } => (words.counted)(*done),
        value => answer_in_words(value, texts),
    });
    let mut parts = vec![value.unwrap_or_else(|| words.no_answer.to_owned())];
    if !answer.note.is_empty() {
        let note: String = answer.note.chars().take(40).collect();
        parts.push((words.with_note)(&note));
    }
    if !answer.evidence.is_empty() {
        parts.push((words.with_papers)(answer.evidence.len()));
    }
    parts.join(" · ")
}
