//! One indicator of a basic, with everything that answers it.
//!
//! Not here: what its answer amounts to; that is read from the outcome.

use super::aside::{Beside, aside};
use super::count_answer::CountAnswer;
use super::ledger_filled::{LedgerFilled, result_of};
use super::{same_answer_of, value_of};
use crate::app::state::AppState;
use crate::assessment::{AnswerValue, Basis, IndicatorResult, Standing, Verdict};
use crate::standard::{AnswerKind, Indicator};
use crate::text::Texts;
use crate::ui::basis_words::{basis_sentence, due_sentence};
use crate::ui::components::{
    AnswerButtons, AnswerLayout, IndicatorCard, Selection, verdict_choices,
};
use crate::ui::lazy_part::LazyPart;
use crate::ui::parts::{InPages, Wanted};
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;

/// One indicator of a basic.
#[component]
pub fn IndicatorForm(
    /// The indicator, of the pack in force.
    indicator: Indicator,
    /// The level of its heading, 2 or 3.
    #[prop(default = 2)]
    level: u8,
    /// Whether a must-item is marked as one; not where all are.
    #[prop(default = true)]
    marks_must: bool,
) -> impl IntoView {
    let (state, texts, language) = (AppState::expect(), texts(), language());
    let id = indicator.id.clone();
    let is_counted = !indicator.answer.is_verdict();
    let own = id.clone();
    let result = Memo::new(move |_| result_of(state, &own));
    // Memos, so that a card is drawn anew only where it says something else: each tap changes the
    // outcome as a whole.
    let standing = Memo::new(move |_| result.with(|one| Some(one.as_ref()?.standing)));
    let said = Memo::new(move |_| result.with(|one| standing_said(one.as_ref()?)));
    let words = move || result.with(|one| why(state, one.as_ref()?, texts));
    let why = Memo::new(move |_| words().unwrap_or_default());
    let (value, same) = (value_of(state, &id), same_answer_of(state, &id));
    let has_previous = same.with_untracked(Option::is_some);
    let (title, criterion) = (
        say(&indicator.title, language),
        criterion(state, &indicator),
    );
    let beside = Beside {
        standing: standing.into(),
        same,
        is_filled: Memo::new(move |_| {
            result.with(|one| {
                one.as_ref()
                    .is_some_and(IndicatorResult::is_settled_by_ledger)
            })
        }),
        is_answered: Memo::new(move |_| {
            value.with(|one| one.as_ref().is_some_and(AnswerValue::is_answer))
        }),
        problem: format!("{title}\n{criterion}"),
    };
    let aside = aside(state, &indicator, beside);
    let wanted = Wanted::InPages(InPages::More(id.clone()));
    let more = move || view! { <LazyPart wanted=wanted.clone() /> }.into_any();
    let (must, answer) = (
        indicator.must && marks_must,
        answer(indicator, title.clone()),
    );
    view! {
        <IndicatorCard
            id=format!("item-{id}")
            title=title
            must=must
            counted=is_counted
            criterion=criterion
            standing=said
            why=why
            aside=aside
            wide_aside=has_previous
            more=more
            level=level
        >
            {answer}
        </IndicatorCard>
    }
}

/// What it is answered with.
fn answer(indicator: Indicator, title: String) -> AnyView {
    match indicator.answer {
        AnswerKind::Verdict => {
            view! { <VerdictAnswer indicator=indicator title=title /> }.into_any()
        }
        AnswerKind::Count { .. } => {
            view! { <CountAnswer indicator=indicator title=title /> }.into_any()
        }
    }
}

/// What is asked, for an organisation of these facts.
fn criterion(state: AppState, indicator: &Indicator) -> String {
    let facts = state
        .organization
        .with_untracked(|one| one.as_ref().map(|one| one.facts));
    let wording = indicator.wording(&facts.unwrap_or_default());
    say(wording.criterion, language())
}

/// How an indicator stands, where the button that was chosen, or that none was, does not show it.
fn standing_said(result: &IndicatorResult) -> Option<Standing> {
    match (&result.basis, result.standing) {
        (_, Standing::Off) | (Basis::Open, _) => None,
        (Basis::Ledger(_) | Basis::TermExpired(_), Standing::Unchecked) => None,
        (Basis::Answered | Basis::Carried(_), standing) => {
            Some(standing).filter(|one| *one == Standing::NotDue)
        }
        (
            Basis::Counted { .. }
            | Basis::Ledger(_)
            | Basis::Facts(_)
            | Basis::TermRunsUntil(_)
            | Basis::TermExpired(_),
            standing,
        ) => Some(standing),
    }
}

/// Why an indicator stands as it does, or how often it is due.
fn why(state: AppState, result: &IndicatorResult, texts: &Texts) -> Option<String> {
    let judging = state
        .outcome
        .with(|outcome| Some(outcome.as_ref()?.judging))?;
    match result.basis {
        Basis::Open => due_sentence(result, judging, texts),
        _ => basis_sentence(result, judging, texts),
    }
}

/// The four answers of an indicator. Where the ledger decides, they stand in a fold.
#[component]
fn VerdictAnswer(indicator: Indicator, title: String) -> impl IntoView {
    let state = AppState::expect();
    let id = indicator.id.clone();
    let value = value_of(state, &id);
    let previous = state
        .previous
        .with_untracked(|one| verdict_of(&one.as_ref()?.value(&id).cloned()));
    let buttons = {
        let id = id.clone();
        move || {
            let (given, cleared) = (id.clone(), id.clone());
            let selection = Selection::with_previous(
                verdict_choices(),
                move || value.with(verdict_of),
                move || previous,
                move |verdict| state.answer(&given, Some(AnswerValue::Verdict(verdict))),
            );
            view! {
                <AnswerButtons
                    legend=title.clone()
                    selection=selection
                    layout=AnswerLayout::Row
                    on_clear=Callback::new(move |()| state.answer(&cleared, None))
                />
            }
            .into_any()
        }
    };
    view! { <LedgerFilled indicator=indicator entry=buttons /> }
}

fn verdict_of(value: &Option<AnswerValue>) -> Option<Verdict> {
    match value {
        Some(AnswerValue::Verdict(verdict)) => Some(*verdict),
        _ => None,
    }
}
