//! One indicator of a basic, with everything that answers it.
//!
//! Not here: what its answer amounts to; that is read from the outcome.

use super::count_answer::CountAnswer;
use super::ledger_filled::{LedgerFilled, result_of};
use super::{previous_value_of, value_of};
use crate::app::state::AppState;
use crate::assessment::{AnswerValue, Basis, IndicatorResult, Standing, Verdict};
use crate::standard::{AnswerKind, Indicator, ItemId};
use crate::text::Texts;
use crate::ui::basis_words::basis_sentence;
use crate::ui::components::{AnswerButtons, IndicatorCard, Selection, verdict_choices};
use crate::ui::lazy_part::LazyPart;
use crate::ui::parts::{InPages, Wanted};
use crate::ui::sentences::answer_in_words;
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
) -> impl IntoView {
    let (state, texts, language) = (AppState::expect(), texts(), language());
    let id = indicator.id.clone();
    let is_counted = !indicator.answer.is_verdict();
    let own = id.clone();
    let result = Memo::new(move |_| result_of(state, &own));
    // Memos, so that a card is drawn anew only where it says something else: each tap changes the
    // outcome as a whole.
    let standing = Memo::new(move |_| {
        let standing = result.with(|one| one.as_ref().map(|one| one.standing));
        standing.filter(|one| *one != Standing::Off)
    });
    let standing: Signal<Option<Standing>> = standing.into();
    let words = move || result.with(|one| why(state, one.as_ref()?, texts));
    let why = Memo::new(move |_| words().unwrap_or_default());
    let previous = previous_value_of(state, &id);
    // What the ledger says needs no answer of the last period, and a count of that period is none
    // of this one: it is reckoned since the year began.
    let is_filled = move || {
        let by_ledger = |one: &IndicatorResult| matches!(one.basis, Basis::Ledger(_));
        is_counted || result.with(|one| one.as_ref().is_some_and(by_ledger))
    };
    let previous_words = Signal::derive(move || {
        let value = previous.get().filter(|_| !is_filled())?;
        Some(answer_in_words(&value, texts))
    });
    let own = id.clone();
    let on_same = Callback::new(move |()| state.answer(&own, previous.get_untracked()));
    let (title, criterion) = (
        say(&indicator.title, language),
        criterion(state, &indicator),
    );
    let wanted = Wanted::InPages(InPages::More(id.clone()));
    let more = move || view! { <LazyPart wanted=wanted.clone() /> }.into_any();
    let below = below(state, id.clone(), format!("{title}\n{criterion}"), standing);
    let (must, answer) = (indicator.must, answer(indicator, title.clone()));
    view! {
        <IndicatorCard
            id=format!("item-{id}")
            title=title
            must=must
            criterion=criterion
            standing=standing
            why=why
            previous=previous_words
            on_same=on_same
            more=more
            below=below
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

/// Why an indicator stands as it does.
fn why(state: AppState, result: &IndicatorResult, texts: &Texts) -> Option<String> {
    let judging = state
        .outcome
        .with(|outcome| Some(outcome.as_ref()?.judging))?;
    basis_sentence(result, judging, texts)
}

/// The way to the rectification of an indicator, where something is to be made good or one is open.
/// What it is about is said by the indicator.
fn below(
    state: AppState,
    id: ItemId,
    problem: String,
    standing: Signal<Option<Standing>>,
) -> impl Fn() -> AnyView + Send + Sync + 'static {
    let own = id.clone();
    let is_pursued = move || {
        state
            .ledger
            .with(|ledger| ledger.open_rectification_of(&own).is_some())
    };
    let speaks =
        Memo::new(move |_| standing.get().is_some_and(Standing::is_lacking) || is_pursued());
    let wanted = Wanted::InPages(InPages::Rectify(id, problem, standing));
    move || {
        let wanted = wanted.clone();
        let rectify = move || {
            let wanted = wanted.clone();
            speaks.get().then(|| view! { <LazyPart wanted=wanted /> })
        };
        rectify.into_any()
    }
}

/// The four answers of an indicator. Where the ledger decides, they stand in a fold.
#[component]
fn VerdictAnswer(indicator: Indicator, title: String) -> impl IntoView {
    let state = AppState::expect();
    let id = indicator.id.clone();
    let (value, previous) = (value_of(state, &id), previous_value_of(state, &id));
    let buttons = {
        let id = id.clone();
        move || {
            let (given, cleared) = (id.clone(), id.clone());
            let selection = Selection::with_previous(
                verdict_choices(),
                move || value.with(verdict_of),
                move || previous.with(verdict_of),
                move |verdict| state.answer(&given, Some(AnswerValue::Verdict(verdict))),
            );
            view! {
                <AnswerButtons
                    legend=title.clone()
                    selection=selection
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
