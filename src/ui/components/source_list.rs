//! What an item rests on (依据): documents, articles and how sure each is.
//!
//! Not here: addresses. A document is named, and nothing is fetched.

use super::words;
use crate::standard::{Certainty, Rule};
use crate::text::{Language, facts};
use leptos::prelude::*;

/// The sources of an item, and how sure the item itself is (核实标记).
#[component]
pub fn SourceList(
    /// The sources, in the order in which the item cites them.
    rules: Vec<Rule>,
    /// How sure the item is.
    certainty: Certainty,
    /// How sure its frequency is, where it is less sure.
    #[prop(optional_no_strip)]
    frequency: Option<Certainty>,
) -> impl IntoView {
    let words = words();
    let names = &use_context::<Language>().unwrap_or_default().texts().facts;
    let rows = rules
        .into_iter()
        .map(|rule| source(rule, names))
        .collect_view();
    let often = frequency.map(|mark| {
        let text = (names.frequency_certainty)(names.certainty(mark));
        view! { <span class="tag">{text}</span> }
    });
    view! {
        <div class="sources">
            <p class="sources-title">
                {words.source_label} <span class="tag">{names.certainty(certainty)}</span>
                {often}
            </p>
            <p class="hint">{names.certainty_meaning(certainty)}</p>
            <ul>{rows}</ul>
        </div>
    }
}

fn source(rule: Rule, names: &'static facts::Texts) -> impl IntoView {
    let Rule {
        document,
        article,
        gist,
        certainty,
        ..
    } = rule;
    view! {
        <li>
            <p>
                {document}{article}
                <span class="tag">{names.certainty(certainty)}</span>
            </p>
            <p class="hint">{gist}</p>
        </li>
    }
}
