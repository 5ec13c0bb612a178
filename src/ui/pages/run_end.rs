//! The end of a run (一页查完): what was decided, what changed since the period before, and the three
//! things that are worth doing next.
//!
//! Not here: what these are (`assessment::next_steps`), and the end of the must-items (`must`).

use super::result::Way;
use crate::app::state::AppState;
use crate::assessment::{
    BasicOutcome, BasicState, Change, NextStep, Outcome, Part, StarOutcome, StarState, compare,
    judge_with_ledger, next_steps,
};
use crate::standard::StandardPack;
use crate::text::Language;
use crate::text::reason_words::{basic_reasons, star_reasons};
use crate::ui::answering::{END, RunEnd};
use crate::ui::components::{BasicMark, LinkList, ListLink, StandingMark, StarMark};
use crate::ui::must_line::{must_items, must_words};
use crate::ui::route::Route;
use crate::ui::speech::{item_name, language, say, texts};
use leptos::prelude::*;
use std::sync::Arc;

/// More changes than these are told by the comparison of the periods.
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
        <h2 role="status">{name}" "<BasicMark state=mark /></h2>
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
        <h2 role="status" class:just-won=is_just_won>{name}" "<StarMark state=mark /></h2>
        {lines(reasons)}
        <Way way=way pack=pack />
    }
}

/// What the quarter comes to.
#[component]
fn QuarterEnd(pack: Arc<StandardPack>) -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.assess;
    let items = must_items(state);
    let title = move || {
        let left = state.outcome.with(|outcome| {
            let progress = outcome.as_ref().map(|one| one.progress(&pack));
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
            let basics = outcome.iter().flat_map(|one| &one.basics);
            let met = basics.clone().filter(|one| one.state.is_met()).count();
            (texts.history.summary_basics)(met, basics.count())
        })
    };
    let stars = move || {
        state.outcome.with(|outcome| {
            let outcome = outcome.as_ref().filter(|one| one.sum_maximum > 0)?;
            let counted = (texts.history.summary_stars)(outcome.stars_counted, outcome.stars.len());
            Some(view! { <li>{counted}</li> })
        })
    };
    view! {
        <h2 role="status">{title}</h2>
        <ul class="reasons">
            <li>{basics}</li>
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

/// What of it stands otherwise than in the period before.
#[component]
fn Changes(of: RunEnd, pack: Arc<StandardPack>) -> impl IntoView {
    let (state, words, language) = (AppState::expect(), &texts().assess, language());
    let names = Arc::clone(&pack);
    // Apart, since no answer of this period changes what the one before amounts to.
    let judged = Arc::clone(&pack);
    let before = Memo::new(move |_| outcome_before(state, &judged));
    let changes = Memo::new(move |_| {
        let found = before.with(|before| {
            let after = state.outcome.get();
            let both = before.as_ref().zip(after.as_ref());
            both.map(|(before, after)| compare(before, after))
        });
        let own = found.into_iter().flatten();
        let own = own.filter(|one| is_of(one, &of, &pack));
        own.take(TOLD).collect::<Vec<Change>>()
    });
    move || {
        let found = changes.get();
        let row = |change: &Change| view! { <li>{in_words(change, &names, language)}</li> };
        (!found.is_empty()).then(|| {
            view! {
                <h3>{words.end_changes}</h3>
                <ul class="stack-tight">{found.iter().map(row).collect_view()}</ul>
            }
        })
    }
}

/// What the period before amounts to. `None` if there is none.
fn outcome_before(state: AppState, pack: &StandardPack) -> Option<Outcome> {
    let earlier = state.previous.get()?;
    state.with_known(|organization, known| judge_with_ledger(pack, organization, &earlier, known))
}

/// Whether a change belongs to that whose end it is.
fn is_of(change: &Change, of: &RunEnd, pack: &StandardPack) -> bool {
    match (change, of) {
        // That it is met by today and not for good yet is no change of what was done.
        (Change::Basic { shift, .. }, _) if shift.before.is_met() && shift.after.is_met() => false,
        (Change::Basic { .. } | Change::Star { .. }, RunEnd::Quarter) => true,
        (Change::Basic { key, .. }, RunEnd::Basic(own)) => key == own,
        (Change::Indicator { id, .. }, RunEnd::Basic(own)) => pack
            .indicator(id)
            .is_some_and(|(basic, _)| basic.key == *own),
        (Change::Star { key, .. }, RunEnd::Star(own)) => key == own,
        _ => false,
    }
}

fn in_words(change: &Change, pack: &StandardPack, language: Language) -> AnyView {
    let (name, before, after) = match change {
        Change::Basic { key, shift } => (
            basic_name(pack, key, language),
            view! { <BasicMark state=shift.before /> }.into_any(),
            view! { <BasicMark state=shift.after /> }.into_any(),
        ),
        Change::Star { key, shift } => (
            star_name(pack, key, language),
            view! { <StarMark state=shift.before.0 /> }.into_any(),
            view! { <StarMark state=shift.after.0 /> }.into_any(),
        ),
        Change::Indicator { id, shift } => (
            item_name(pack, id, language),
            view! { <StandingMark standing=shift.before /> }.into_any(),
            view! { <StandingMark standing=shift.after /> }.into_any(),
        ),
    };
    view! { <span>{name}" "</span>{before}" → "{after} }.into_any()
}

fn basic_name(pack: &StandardPack, key: &str, language: Language) -> String {
    let basic = pack.basic(key);
    basic.map_or_else(String::new, |one| say(&one.title, language))
}

fn star_name(pack: &StandardPack, key: &str, language: Language) -> String {
    let star = pack.star(key);
    star.map_or_else(String::new, |one| say(&one.title, language))
}

/// The three things that are worth doing next, each with the way to it.
#[component]
pub fn NextSteps() -> impl IntoView {
    let (state, words, language) = (AppState::expect(), &texts().assess, language());
    let steps = Memo::new(move |_| {
        let found = state.pack_in_force.get().zip(state.outcome.get());
        let steps = found.map(|(pack, outcome)| {
            let steps = state
                .ledger
                .with(|ledger| next_steps(&outcome, &pack, ledger));
            let in_words = |step: &NextStep| step_in_words(step, &pack, language);
            steps.iter().map(in_words).collect::<Vec<_>>()
        });
        steps.unwrap_or_default()
    });
    move || {
        let rows = steps.get().into_iter().map(|(title, why, route)| {
            view! { <ListLink title=title subtitle=why href=route.to_string() /> }.into_any()
        });
        let rows: Vec<AnyView> = rows.collect();
        (!rows.is_empty()).then(|| {
            view! {
                <h3>{words.end_next}</h3>
                <LinkList>{rows}</LinkList>
            }
        })
    }
}

/// A step in words: what it is, why, and where it is done.
fn step_in_words(
    step: &NextStep,
    pack: &StandardPack,
    language: Language,
) -> (String, String, Route) {
    let words = &language.texts().assess;
    match step {
        NextStep::Mend { id, must } => {
            let why = match must {
                true => words.end_mend_must,
                false => words.end_mend,
            };
            let title = (words.end_put_right)(item_name(pack, id, language));
            (title, why.to_owned(), Route::Indicator(id.clone()))
        }
        NextStep::LookAt { part, open } => {
            let (name, route) = match part {
                Part::Basic(key) => (basic_name(pack, key, language), Route::Basic(key.clone())),
                Part::Star(key) => (star_name(pack, key, language), Route::Star(key.clone())),
            };
            ((words.end_look_at)(name), (words.end_open)(*open), route)
        }
        NextStep::Vetoes(open) => {
            let title = words.end_vetoes.to_owned();
            (title, (words.end_vetoes_open)(*open), Route::Extras)
        }
        NextStep::Star { key, lacking } => {
            let title = (words.end_star)(star_name(pack, key, language));
            let why = (language.texts().reasons.star_short)(pack.points(*lacking));
            (title, why, Route::Star(key.clone()))
        }
    }
}
