//! The end of a run (一页查完): what was decided, what changed since the period before, and the three
//! things that are worth doing next.
//!
//! Not here: what these are (`assessment::next_steps`), and the end of the must-items (`must`).

mod changes;
mod next_steps;

pub use next_steps::NextSteps;

use super::result::Way;
use crate::app::state::AppState;
use crate::assessment::{BasicOutcome, BasicState, StarOutcome, StarState};
use crate::standard::StandardPack;
use crate::text::Language;
use crate::text::reason_words::{basic_reasons, basics_counted, parts_counted, star_reasons};
use crate::ui::answering::{END, RunEnd};
use crate::ui::components::{BasicMark, StarMark};
use crate::ui::must_line::{must_items, must_words};
use crate::ui::speech::{language, say, texts};
use changes::Changes;
use leptos::prelude::*;
use std::sync::Arc;

/// How many reasons of a star are told; its page has all of them.
const TOLD: usize = 3;

/// The end of a run.
#[component]
pub fn EndOfRun(
    /// Of what.
    of: RunEnd,
) -> impl IntoView {
    let state = AppState::expect();
    let Some(pack) = state.pack_in_force.get_untracked() else {
        return ().into_any();
    };
    let body = match of.clone() {
        RunEnd::Basic(key) => view! { <BasicEnd key=key pack=Arc::clone(&pack) /> }.into_any(),
        RunEnd::Star(key) => view! { <StarEnd key=key pack=Arc::clone(&pack) /> }.into_any(),
        RunEnd::Quarter => view! { <QuarterEnd pack=Arc::clone(&pack) /> }.into_any(),
    };
    // While something is open, that is what comes next, and nothing is decided.
    let is_done = is_done(state, &of);
    let rest = move || {
        is_done.get().then(|| {
            view! {
                <Changes of=of.clone() pack=Arc::clone(&pack) />
                <NextSteps />
            }
        })
    };
    view! {
        <section id=END class="card run-end">
            {body}
            {rest}
        </section>
    }
    .into_any()
}

/// Whether nothing of it is open any longer.
fn is_done(state: AppState, of: &RunEnd) -> Memo<bool> {
    let of = of.clone();
    Memo::new(move |_| {
        let found = state.pack_in_force.get().zip(state.outcome.get());
        let left = found.map(|(pack, outcome)| match &of {
            RunEnd::Basic(key) => outcome.basic(key).map_or(0, |one| one.progress().left()),
            RunEnd::Star(key) => outcome
                .star(key)
                .map_or(0, |one| one.progress(&pack).left()),
            RunEnd::Quarter => 0,
        });
        left == Some(0)
    })
}

/// What a basic comes to.
#[component]
fn BasicEnd(key: String, pack: Arc<StandardPack>) -> impl IntoView {
    let (state, language) = (AppState::expect(), language());
    let basic = pack.basic(&key);
    let name = basic.map_or_else(String::new, |one| say(&one.title, language));
    let found = Memo::new(move |_| {
        state
            .outcome
            .with(|outcome| outcome.as_ref().and_then(|one| one.basic(&key).cloned()))
    });
    let mark = Signal::derive(move || {
        found.with(|one| one.as_ref().map_or(BasicState::NothingDue, |one| one.state))
    });
    let words = move |one: &BasicOutcome| basic_reasons(one, &pack, language);
    let reasons = move || found.with(|one| one.iter().flat_map(&words).collect::<Vec<_>>());
    view! {
        <div role="status">
            <h2>{name}" "<BasicMark state=mark /></h2>
        </div>
        {lines(reasons)}
    }
}

/// What a star comes to, and the fewest steps to it.
#[component]
fn StarEnd(key: String, pack: Arc<StandardPack>) -> impl IntoView {
    let (state, language) = (AppState::expect(), language());
    let star = pack.star(&key);
    let name = star.map_or_else(String::new, |one| say(&one.title, language));
    let found = Memo::new(move |_| {
        state
            .outcome
            .with(|outcome| outcome.as_ref().and_then(|one| one.star(&key).cloned()))
    });
    let state_of = move || found.with(|one| one.as_ref().map_or(StarState::Named, |one| one.state));
    let mark = Signal::derive(state_of);
    let way =
        Signal::derive(move || found.with(|one| one.as_ref().and_then(|one| one.way.clone())));
    let words = {
        let pack = Arc::clone(&pack);
        move |one: &StarOutcome| star_reasons(one, &pack, language)
    };
    let reasons = move || {
        let all = found.with(|one| one.iter().flat_map(&words).collect::<Vec<_>>());
        all.into_iter().take(TOLD).collect()
    };
    // Only a star that is won while the page is open is seen to be won.
    let before = untrack(state_of);
    let is_just_won = move || before != StarState::Won && state_of() == StarState::Won;
    view! {
        <div role="status">
            <h2 class:just-won=is_just_won>{name}" "<StarMark state=mark /></h2>
        </div>
        {lines(reasons)}
        <Way way=way pack=pack />
    }
}

/// What the quarter comes to.
#[component]
fn QuarterEnd(pack: Arc<StandardPack>) -> impl IntoView {
    let (state, texts, language) = (AppState::expect(), texts(), language());
    let words = &texts.assess;
    let items = must_items(state);
    let pack = StoredValue::new(pack);
    let title = move || {
        let left = state.outcome.with(|outcome| {
            let progress = outcome
                .as_ref()
                .map(|one| pack.with_value(|pack| one.progress(pack)));
            progress.map_or(0, |one| one.left())
        });
        match left {
            0 => words.end_quarter.to_owned(),
            left => (words.end_quarter_open)(left),
        }
    };
    let musts = move || {
        let line = items.with(|items| must_words(items, texts));
        (texts.me.labelled)(words.must_name, &line)
    };
    let basics = move || {
        state.outcome.with(|outcome| {
            let outcome = outcome.as_ref().filter(|one| !one.basics.is_empty())?;
            let (met, due) = outcome.basics_met();
            let line = pack.with_value(|pack| basics_counted(met, due, pack, language));
            Some(view! { <li>{line}</li> })
        })
    };
    let stars = move || {
        state.outcome.with(|outcome| {
            let outcome = outcome.as_ref().filter(|one| one.sum_maximum > 0)?;
            let (won, all) = (outcome.stars_counted, outcome.stars_at_stake());
            let line = pack.with_value(|pack| parts_counted(won, all, pack, language));
            Some(view! { <li>{line}</li> })
        })
    };
    view! {
        <div role="status">
            <h2>{title}</h2>
        </div>
        <ul class="reasons">
            {basics}
            {stars}
            <li>{musts}</li>
        </ul>
    }
}

fn lines(all: impl Fn() -> Vec<String> + Send + 'static) -> impl IntoView {
    let line = |text: String| view! { <li>{text}</li> };
    let list = move || all().into_iter().map(line).collect_view();
    view! { <ul class="reasons">{list}</ul> }
}

fn basic_name(pack: &StandardPack, key: &str, language: Language) -> String {
    let basic = pack.basic(key);
    basic.map_or_else(String::new, |one| say(&one.title, language))
}

fn star_name(pack: &StandardPack, key: &str, language: Language) -> String {
    let star = pack.star(key);
    star.map_or_else(String::new, |one| say(&one.title, language))
}
