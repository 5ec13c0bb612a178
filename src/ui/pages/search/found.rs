//! What was found (搜索结果), by group, each a link to where it stands, with the words marked.
//!
//! Not here: the field (`super`).

use crate::app::state::AppState;
use crate::help::search::{Found, Group, Hit, places};
use crate::standard::StandardPack;
use crate::text::Language;
use crate::text::help::Texts;
use crate::ui::components::Disclosure;
use crate::ui::icons::{Icon, IconName};
use crate::ui::route::Route;
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;

/// How many of a group are shown before the rest is folded.
const SHOWN: usize = 6;

/// What was found.
#[component]
pub fn Groups(hits: Vec<Hit>, query: String) -> impl IntoView {
    let mut groups: Vec<(Group, Vec<Hit>)> = Vec::new();
    for hit in hits {
        match groups.last_mut() {
            Some((group, hits)) if *group == hit.group => hits.push(hit),
            _ => groups.push((hit.group, vec![hit])),
        }
    }
    let views = groups.into_iter().map(|(group, hits)| {
        view! { <OneGroup group=group hits=hits query=query.clone() /> }
    });
    views.collect_view()
}

#[component]
fn OneGroup(group: Group, hits: Vec<Hit>, query: String) -> impl IntoView {
    let (words, language) = (&texts().help, language());
    let pack = AppState::expect().pack.get_untracked();
    let name = match pack.as_deref() {
        Some(pack) => named_group(group, pack, language),
        None => None,
    };
    let name = name.unwrap_or_else(|| group_name(group, words).to_owned());
    // One alone is not worth a fold.
    let shown = if hits.len() == SHOWN + 1 {
        SHOWN + 1
    } else {
        SHOWN.min(hits.len())
    };
    let (shown, folded) = hits.split_at(shown);
    let (shown, folded) = (shown.to_vec(), folded.to_vec());
    let rest = (!folded.is_empty()).then(|| {
        let label = (words.group_more)(folded.len());
        let query = query.clone();
        view! {
            <Disclosure summary=label>
                <Rows hits=folded.clone() query=query.clone() />
            </Disclosure>
        }
    });
    view! {
        <section>
            <h2>{name}</h2>
            <Rows hits=shown query=query />
            {rest}
        </section>
    }
}

#[component]
fn Rows(hits: Vec<Hit>, query: String) -> impl IntoView {
    let rows = hits.into_iter().map(|hit| {
        let title = match hit.title.is_empty() {
            true => unnamed(&hit.found).to_owned(),
            false => hit.title,
        };
        let day = hit.held_on.map(|day| (texts().facts.day)(day, 0));
        let line = [day.unwrap_or_default(), hit.line];
        let line: Vec<&str> = line.iter().map(String::as_str).collect();
        let line = line.into_iter().filter(|part| !part.is_empty());
        let line = line.collect::<Vec<_>>().join(" · ");
        let line = (!line.is_empty()).then(|| {
            view! { <span class="list-link-subtitle">{marked(&line, &query)}</span> }
        });
        view! {
            <li>
                <a class="list-link moves" href=route(&hit.found).to_string()>
                    <span class="list-link-text">
                        <span class="list-link-title">{marked(&title, &query)}</span>
                        " "
                        {line}
                    </span>
                    <Icon name=IconName::Forward />
                </a>
            </li>
        }
    });
    view! { <ul class="link-list">{rows.collect_view()}</ul> }
}

/// A text in which the words of the query are marked.
fn marked(text: &str, query: &str) -> Vec<AnyView> {
    let mut views = Vec::new();
    let mut plain_from = 0;
    for place in places(text, query) {
        views.push(text[plain_from..place.start].to_owned().into_any());
        plain_from = place.end;
        let word = text[place].to_owned();
        views.push(view! { <mark>{word}</mark> }.into_any());
    }
    views.push(text[plain_from..].to_owned().into_any());
    views
}

/// Where it stands.
fn route(found: &Found) -> Route {
    match found {
        Found::Item(id) => Route::Indicator(id.clone()),
        Found::Duty(id) => Route::Duty(id.clone()),
        Found::Mechanism(id) => Route::Mechanism(id.clone()),
        Found::Record(id) => Route::Record(*id),
        Found::Rectification(id) => Route::Rectification(*id),
        Found::Card(id) => Route::Card(*id),
        Found::Term(id) => Route::Term((*id).to_owned()),
    }
}

/// What is said in the place of a title that nobody has written yet.
fn unnamed(found: &Found) -> &'static str {
    match found {
        Found::Rectification(_) => texts().rectifications.unnamed,
        _ => texts().mechanisms.unnamed,
    }
}

/// What the items of a standard are found under, by its own name for its parts.
fn named_group(group: Group, pack: &StandardPack, language: Language) -> Option<String> {
    let name = match group {
        Group::Basics if !pack.calls_them_five_basics() => &pack.names.basics,
        Group::Stars if !pack.calls_them_stars() => &pack.names.stars,
        _ => return None,
    };
    Some(say(name, language))
}

fn group_name(group: Group, words: &'static Texts) -> &'static str {
    match group {
        Group::Basics => words.group_basics,
        Group::Stars => words.group_stars,
        Group::Extras => words.group_extras,
        Group::Duties => words.group_duties,
        Group::Mechanisms => words.group_mechanisms,
        Group::Records => words.group_records,
        Group::Rectifications => words.group_rectifications,
        Group::Terms => texts().me.words,
    }
}
