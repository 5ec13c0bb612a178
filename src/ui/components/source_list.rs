//! What an item rests on (依据): documents, articles and how sure each is.
//!
//! Not here: addresses. A document is named, and nothing is fetched.

use super::words;
use crate::help::english;
use crate::standard::{Certainty, Rule};
use crate::text::Language;
use crate::ui::meaning::{CertaintyMark, source_name};
use leptos::prelude::*;

/// The sources of an item, and how sure the item itself is (核实标记). Common practice of which no
/// document was seen says so.
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
    let language = use_context::<Language>().unwrap_or_default();
    let names = &language.texts().facts;
    let none = rules.is_empty() && certainty == Certainty::CommonPractice;
    let none = none.then(|| view! { <p class="hint">{words.source_none}</p> });
    let rows = rules.into_iter().map(|rule| source(rule, language));
    let often = frequency.map(|mark| {
        let text = (names.frequency_certainty)(names.certainty(mark));
        view! { <span class="tag">{text}</span> }
    });
    view! {
        <div class="sources">
            <p class="sources-title">
                {words.source_label} <CertaintyMark certainty=certainty /> {often}
            </p>
            {none}
            <ul>{rows.collect_view()}</ul>
        </div>
    }
}

fn source(rule: Rule, language: Language) -> impl IntoView {
    let in_english = english::gist(&rule).filter(|_| language == Language::English);
    // What is there in Chinese alone is read aloud as Chinese.
    let spoken = (language == Language::English && in_english.is_none()).then_some("zh");
    let gist = in_english.map_or_else(|| rule.gist.clone(), str::to_owned);
    view! {
        <li>
            <p>{source_name(&rule, language)} " " <CertaintyMark certainty=rule.certainty /></p>
            <p class="hint" lang=spoken>
                {gist}
            </p>
        </li>
    }
}
