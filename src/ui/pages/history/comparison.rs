//! The open period beside the one before it (与上期相比): the pictures, and what changed, item by
//! item.
//!
//! Not here: what counts as a change (`assessment::compare`).

use crate::app::state::AppState;
use crate::assessment::{
    BasicState, Change, Outcome, Shift, Standing, StarState, compare, judge_with_ledger,
};
use crate::standard::StandardPack;
use crate::text::{Language, Texts};
use crate::ui::components::{ComparedRow, ComparisonPicture, Disclosure};
use crate::ui::speech::{item_name, language, say, texts};
use leptos::prelude::*;

/// The two outcomes as rows and sentences.
#[derive(Clone, Debug, Default, PartialEq)]
struct Compared {
    title: String,
    unfinished: bool,
    basics: Vec<ComparedRow>,
    stars: Vec<ComparedRow>,
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
            basics,
            stars,
            changes,
        }) = compared.get()
        else {
            let text = if several() {
                words.compare_first
            } else {
                words.compare_none
            };
            return view! { <p class="hint">{text}</p> }.into_any();
        };
        let rows = move |rows: Vec<ComparedRow>, label: &'static str| {
            (!rows.is_empty()).then(|| {
                view! {
                    <h3>{label}</h3>
                    <ComparisonPicture label=label rows=Signal::stored(rows) />
                }
            })
        };
        view! {
            <section class="card stack">
                <h2>{title}</h2>
                {unfinished.then(|| view! { <p class="hint">{words.compare_unfinished}</p> })}
                {rows(basics, words.compare_basics)}
                {rows(stars, words.compare_stars)}
                {changed(changes, texts)}
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
    let before = state.with_known(|organization, known| {
        judge_with_ledger(&pack, organization, &earlier, known)
    })?;
    let quarter = texts.facts.quarter;
    let changes = compare(&before, &after);
    let in_words = |change: &Change| sentence(change, &pack, language);
    Some(Compared {
        title: (texts.history.compare_title)(quarter(now.period), quarter(earlier.period)),
        unfinished: after
            .basics
            .iter()
            .any(|one| one.state == BasicState::Incomplete),
        basics: basic_rows(&before, &after, &pack, language),
        stars: star_rows(&before, &after, &pack, language),
        changes: changes.iter().map(in_words).collect(),
    })
}

fn basic_rows(
    before: &Outcome,
    after: &Outcome,
    pack: &StandardPack,
    language: Language,
) -> Vec<ComparedRow> {
    let due = |state| state != BasicState::NothingDue;
    let rows = after
        .basics
        .iter()
        .filter(|one| due(one.state))
        .filter_map(|one| {
            let old = before.basic(&one.key).filter(|old| due(old.state));
            Some(ComparedRow {
                name: say(&pack.basic(&one.key)?.title, language),
                before: old.map(|old| old.reached_percent),
                now: one.reached_percent,
                maximum: 100,
                unit: "%".to_owned(),
            })
        });
    rows.collect()
}

fn star_rows(
    before: &Outcome,
    after: &Outcome,
    pack: &StandardPack,
    language: Language,
) -> Vec<ComparedRow> {
    let rows = after
        .stars
        .iter()
        .filter(|one| one.maximum > 0)
        .filter_map(|one| {
            Some(ComparedRow {
                name: say(&pack.star(&one.key)?.title, language),
                before: before.star(&one.key).map(|old| old.score),
                now: one.score,
                maximum: one.maximum,
                unit: match language {
                    Language::Chinese => " 分".to_owned(),
                    Language::English => String::new(),
                },
            })
        });
    rows.collect()
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
            let word = |state| basic_word(state, texts).to_owned();
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
                    star_word(state, texts),
                    (texts.assess.points_of)(score)
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
            let word = |standing| standing_word(standing, texts).to_owned();
            (
                item_name(pack, id, language),
                shift(word(*before), word(*after)),
            )
        }
    }
}

fn basic_word(state: BasicState, texts: &Texts) -> &'static str {
    let words = &texts.common;
    match state {
        BasicState::Met => words.basic_met,
        BasicState::MetSoFar => words.basic_met_so_far,
        BasicState::Unmet => words.basic_unmet,
        BasicState::Incomplete => words.basic_incomplete,
        BasicState::NothingDue => words.basic_nothing_due,
    }
}

fn star_word(state: StarState, texts: &Texts) -> &'static str {
    let words = &texts.common;
    match state {
        StarState::Won => words.star_won,
        StarState::NotWon => words.star_not_won,
        StarState::Incomplete => words.star_incomplete,
        StarState::Frozen => words.star_frozen,
        StarState::Named => words.star_named,
        StarState::NotApplicable => words.star_not_applicable,
    }
}

fn standing_word(standing: Standing, texts: &Texts) -> &'static str {
    let words = &texts.common;
    match standing {
        Standing::Met => words.standing_met,
        Standing::Partly => words.standing_partly,
        Standing::Unmet => words.standing_unmet,
        Standing::Unchecked => words.standing_unchecked,
        Standing::NotApplicable => words.standing_not_applicable,
        Standing::NotDue => words.standing_not_due,
        Standing::Off => words.standing_off,
    }
}
