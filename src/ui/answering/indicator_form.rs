//! One indicator of a basic, with everything that answers it.
//!
//! Not here: what its answer amounts to; that is read from the outcome.

use super::count_answer::CountAnswer;
use super::ledger_filled::LedgerFilled;
use super::{previous_value_of, value_of};
use crate::app::state::AppState;
use crate::assessment::{AnswerValue, Basis, IndicatorResult, Standing, Verdict};
use crate::standard::{AnswerKind, Indicator};
use crate::ui::basis_words::basis_sentence;
use crate::ui::components::{AnswerButtons, IndicatorCard, Selection, verdict_choices};
use crate::ui::later::Later;
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
    let result = {
        let id = id.clone();
        Memo::new(move |_| {
            state
                .outcome
                .with(|outcome| outcome.as_ref().and_then(|one| one.indicator(&id).cloned()))
        })
    };
    let standing = Signal::derive(move || {
        result
            .with(|one| one.as_ref().map(|one| one.standing))
            .filter(|one| *one != Standing::Off)
    });
    let why = Signal::derive(move || {
        result
            .with(|one| {
                let judging = state
                    .outcome
                    .with(|outcome| Some(outcome.as_ref()?.judging))?;
                basis_sentence(one.as_ref()?, judging, texts)
            })
            .unwrap_or_default()
    });
    let previous = previous_value_of(state, &id);
    let previous_words = Signal::derive(move || {
        // What the ledger says needs no answer of the last period, and a count of that period is
        // none of this one: it is reckoned since the year began.
        let filled = |one: &Option<IndicatorResult>| {
            let basis = one.as_ref().map(|one| &one.basis);
            matches!(basis, Some(Basis::Ledger(_)))
        };
        if is_counted || result.with(filled) {
            return None;
        }
        previous.with(|value| value.as_ref().map(|value| answer_in_words(value, texts)))
    });
    let on_same = {
        let id = id.clone();
        Callback::new(move |()| state.answer(&id, previous.get_untracked()))
    };
    let title = say(&indicator.title, language);
    let criterion = {
        let facts = state
            .organization
            .with_untracked(|one| one.as_ref().map(|one| one.facts));
        let wording = indicator.wording(&facts.unwrap_or_default());
        say(wording.criterion, language)
    };
    let more = {
        let id = id.clone();
        move || view! { <Later wanted=Wanted::InPages(InPages::More(id.clone())) /> }.into_any()
    };
    let below = {
        let (id, problem) = (id.clone(), format!("{title}\n{criterion}"));
        let open = {
            let id = id.clone();
            move || {
                state
                    .ledger
                    .with(|ledger| ledger.open_rectification_of(&id).is_some())
            }
        };
        let speaks = Memo::new(move |_| standing.get().is_some_and(Standing::is_lacking) || open());
        let wanted = Wanted::InPages(InPages::Rectify(id, problem, standing));
        move || {
            let wanted = wanted.clone();
            let rectify = move || {
                let wanted = wanted.clone();
                speaks.get().then(|| view! { <Later wanted=wanted /> })
            };
            rectify.into_any()
        }
    };
    let answer = match indicator.answer {
        AnswerKind::Verdict => view! {
            <VerdictAnswer indicator=indicator.clone() title=title.clone() />
        }
        .into_any(),
        AnswerKind::Count { .. } => view! {
            <CountAnswer indicator=indicator.clone() title=title.clone() />
        }
        .into_any(),
    };
    view! {
        <IndicatorCard
            id=format!("item-{id}")
            title=title
            must=indicator.must
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
