//! The open period beside the one before it (与上期相比): what changed, item by item.
//!
//! Not here: what counts as a change (`assessment::compare`).

use crate::app::state::AppState;
use crate::assessment::{BasicState, Change, Shift, StarState, compare};
use crate::standard::StandardPack;
use crate::text::{Language, Texts};
use crate::ui::components::Disclosure;
use crate::ui::pages::outcomes::outcome_of;
use crate::ui::speech::{item_name, language, say, texts};
use leptos::prelude::*;

/// The two outcomes as sentences.
#[derive(Clone, Debug, Default, PartialEq)]
struct Compared {
    title: String,
    /// Whether the open period is not finished: then it is not compared.
    unfinished: bool,
    changes: Vec<(String, String)>,
}

/// The open period beside the one before it.
#[component]
pub fn Comparison() -> impl IntoView {
    let (state, texts, language) = (AppState::expect(), texts(), language());
    let words = &texts.history;
    let compared = Memo::new(move |_| compared(state, language));
    let several = move || {
        let id = state
            .organization
            .with(|one| one.as_ref().map(|one| one.id));
        id.is_some_and(|id| state.workspace.with(|one| one.assessments_of(id).len() > 1))
    };
    move || {
        let Some(Compared {
            title,
            unfinished,
            changes,
        }) = compared.get()
        else {
            let first = several().then_some(words.compare_first);
            return first
                .map(|text| view! { <p class="hint">{text}</p> })
                .into_any();
        };
        let content = match unfinished {
            true => view! { <p class="hint">{words.compare_unfinished}</p> }.into_any(),
            false => changed(changes, texts),
        };
        view! {
            <section class="card stack">
                <h2>{title}</h2>
                {content}
            </section>
        }
        .into_any()
    }
}

/// What changed, folded.
fn changed(changes: Vec<(String, String)>, texts: &'static Texts) -> AnyView {
    let words = &texts.history;
    if changes.is_empty() {
        return view! { <p>{words.changes_none}</p> }.into_any();
    }
    let summary = (words.changes)(changes.len());
    let list = move || {
        let row = |(name, shift): &(String, String)| {
            view! { <li>{(texts.me.labelled)(name, shift)}</li> }
        };
        changes.iter().map(row).collect_view()
    };
    view! {
        <Disclosure summary=summary>
            <ul class="reasons">{list()}</ul>
        </Disclosure>
    }
    .into_any()
}

/// The open period and the one before it, where there are both.
fn compared(state: AppState, language: Language) -> Option<Compared> {
    let texts = language.texts();
    let pack = state.pack.get()?;
    let (now, earlier) = (state.assessment.get()?, state.previous.get()?);
    let after = state.outcome.get()?;
    let before = outcome_of(state, &earlier, &pack)?;
    let quarter = texts.facts.quarter;
    let changes = compare(&before, &after);
    let in_words = |change: &Change| sentence(change, &pack, language);
    Some(Compared {
        title: (texts.history.compare_title)(quarter(now.period), quarter(earlier.period)),
        unfinished: after
            .basics
            .iter()
            .any(|one| one.state == BasicState::Incomplete),
        changes: changes.iter().map(in_words).collect(),
    })
}

/// What changed, by name, and from what to what.
fn sentence(change: &Change, pack: &StandardPack, language: Language) -> (String, String) {
    let texts = language.texts();
    let shift = |before: String, after: String| (texts.history.from_to)(before, after);
    match change {
        Change::Basic {
            key,
            shift: Shift { before, after },
        } => {
            let name = pack.basic(key).map(|one| say(&one.title, language));
            let word = |state| texts.common.basic_state(state).to_owned();
            (
                name.unwrap_or_else(|| key.clone()),
                shift(word(*before), word(*after)),
            )
        }
        Change::Star {
            key,
            shift: Shift { before, after },
        } => {
            let name = pack.star(key).map(|one| say(&one.title, language));
            let word = |(state, score): (StarState, u32)| {
                format!(
                    "{} {}",
                    texts.common.part_state(state, pack.calls_them_stars()),
                    (texts.answers.points_of)(pack.points(score))
                )
            };
            (
                name.unwrap_or_else(|| key.clone()),
                shift(word(*before), word(*after)),
            )
        }
        Change::Indicator {
            id,
            shift: Shift { before, after },
        } => {
            let word = |standing| texts.common.standing(standing).to_owned();
            (
                item_name(pack, id, language),
                shift(word(*before), word(*after)),
            )
        }
    }
}
