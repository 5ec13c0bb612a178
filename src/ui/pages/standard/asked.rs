//! Everything that the pack asks (指标总表): searched, or part by part in rows that open.
//!
//! Not here: what stands in such a part (`items`).

use super::items;
use crate::app::state::AppState;
use crate::help::search::search_asked;
use crate::standard::StandardPack;
use crate::text::part_words::{items_counted, points_of_part};
use crate::ui::components::{FoldList, FoldRow, SearchField};
use crate::ui::pages::search::{Groups, found_words};
use crate::ui::speech::{language, say, texts};
use crate::ui::trail::ListsNarrowed;
use leptos::prelude::*;
use std::sync::Arc;

/// What the pack asks.
#[component]
pub fn Asked(pack: Arc<StandardPack>) -> impl IntoView {
    let (state, words, language) = (AppState::expect(), &texts().standard, language());
    let ListsNarrowed { standard, .. } = expect_context();
    let is_asked = Memo::new(move |_| standard.with(|query| !query.trim().is_empty()));
    let kept = Arc::clone(&pack);
    let hits = Memo::new(move |_| {
        let facts = state
            .organization
            .with(|one| one.as_ref().map(|one| one.facts));
        let facts = facts.unwrap_or_default();
        standard.with(|query| search_asked(query, &kept, &facts, language))
    });
    let all = items_counted(&pack, language);
    let status = Signal::derive(move || match is_asked.get() {
        false => all.clone(),
        true => found_words(hits.with(Vec::len)),
    });
    let list = move || match is_asked.get() {
        true => view! { <Groups hits=hits.get() query=standard.get() /> }.into_any(),
        false => view! { <Parts pack=Arc::clone(&pack) /> }.into_any(),
    };
    view! {
        <SearchField label=words.find query=standard status=status />
        {list}
    }
}

/// The basics, the stars, and what stands beside them.
#[component]
fn Parts(pack: Arc<StandardPack>) -> impl IntoView {
    let (words, language) = (&texts().standard, language());
    let basics = pack.basics.iter().map(|basic| {
        let on = basic.indicators.iter().filter(|one| one.enabled).count();
        let count = (words.items)(on, basic.indicators.len());
        let (pack, key) = (Arc::clone(&pack), basic.key.clone());
        view! {
            <FoldRow title=say(&basic.title, language) subtitle=count>
                <items::BasicItems pack=Arc::clone(&pack) key=key.clone() />
            </FoldRow>
        }
        .into_any()
    });
    let basics: Vec<AnyView> = basics.collect();
    let stars = pack.stars.iter().map(|star| {
        let line = match star.is_scored() {
            true => points_of_part(star, &pack, language),
            false => String::new(),
        };
        let (pack, key) = (Arc::clone(&pack), star.key.clone());
        view! {
            <FoldRow title=say(&star.title, language) subtitle=line>
                <items::StarItems pack=Arc::clone(&pack) key=key.clone() />
            </FoldRow>
        }
        .into_any()
    });
    let stars: Vec<AnyView> = stars.collect();
    let has_stars = !pack.stars.is_empty() || pack.stars_note.is_some();
    let none_scored = !pack.stars.is_empty() && !pack.stars.iter().any(|star| star.is_scored());
    let named = none_scored.then_some(words.star_named.to_owned());
    let note = pack.stars_note.as_ref().map(|note| say(note, language));
    view! {
        {(!basics.is_empty()).then(|| view! {
            <h2>{say(&pack.names.basics, language)}</h2>
            <FoldList>{basics}</FoldList>
        })}
        {has_stars.then(|| view! { <h2>{say(&pack.names.stars, language)}</h2> })}
        {note.or(named).map(|note| view! { <p class="hint">{note}</p> })}
        {(!stars.is_empty()).then(|| view! { <FoldList>{stars}</FoldList> })}
        <items::Extras pack=Arc::clone(&pack) />
    }
}
