//! One indicator of a basic, with everything that answers it.
//!
//! Not here: what its answer amounts to; that is read from the outcome.

use super::{previous_value_of, value_of};
use crate::app::state::AppState;
use crate::assessment::{AnswerValue, Basis, IndicatorResult, Standing, Verdict};
use crate::duty::RecordedCount;
use crate::period::Due;
use crate::standard::{AnswerKind, Indicator, ItemId};
use crate::ui::components::{
    ActionRow, AnswerButtons, Button, ButtonLink, CountEntry, DerivedNote, Disclosure,
    IndicatorCard, TextField, Weight, verdict_choices,
};
use crate::ui::later::Later;
use crate::ui::parts::Wanted;
use crate::ui::route::Route;
use crate::ui::sentences::{answer_in_words, basis_sentence};
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
            .with(|one| one.as_ref().and_then(|one| basis_sentence(one, texts)))
            .unwrap_or_default()
    });
    let value = value_of(state, &id);
    let previous = previous_value_of(state, &id);
    let previous_words = Signal::derive(move || {
        // What the records say needs no answer of the last period.
        let filled = |one: &Option<IndicatorResult>| {
            let basis = one.as_ref().map(|one| &one.basis);
            matches!(basis, Some(Basis::Recorded { .. }))
        };
        if result.with(filled) {
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
        say(indicator.wording(&facts.unwrap_or_default()), language)
    };
    let more = {
        let id = id.clone();
        move || view! { <Later wanted=Wanted::More(id.clone()) /> }.into_any()
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
        let speaks = Memo::new(move |_| {
            matches!(standing.get(), Some(Standing::Unmet | Standing::Partly)) || open()
        });
        let wanted = Wanted::Rectify(id, problem, standing);
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
        AnswerKind::Verdict => {
            let (given, cleared) = (id.clone(), id.clone());
            let chosen = Signal::derive(move || value.with(|value| verdict_key(value.as_ref())));
            let before = Signal::derive(move || previous.with(|value| verdict_key(value.as_ref())));
            view! {
                <AnswerButtons
                    legend=title.clone()
                    choices=verdict_choices()
                    chosen=chosen
                    previous=before
                    on_choose=Callback::new(move |key: String| {
                        state.answer(&given, verdict_of(&key).map(AnswerValue::Verdict));
                    })
                    on_clear=Callback::new(move |()| state.answer(&cleared, None))
                />
            }
            .into_any()
        }
        AnswerKind::Count { times } => view! {
            <CountAnswer indicator=indicator.clone() times=times title=title.clone() />
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

/// 实几次 and 应几次 of an indicator that is counted. Where there are records, they fill it.
#[component]
fn CountAnswer(indicator: Indicator, times: u32, title: String) -> impl IntoView {
    let state = AppState::expect();
    let id = indicator.id.clone();
    let from_records = recorded_of(state, &id);
    let value = value_of(state, &id);
    let own = Memo::new(move |_| value.with(Option::is_some));
    let indicator = StoredValue::new((indicator, title));
    let entry = move || {
        let (indicator, title) = indicator.get_value();
        view! { <CountFields indicator=indicator times=times title=title /> }.into_any()
    };
    let id = StoredValue::new(id);
    // Only a record coming or going makes this anew, and never what is typed into the fields.
    let filled = Memo::new(move |_| from_records.with(Option::is_some));
    move || {
        if !filled.get() {
            return view! {
                {entry()}
                <Show when=move || !own.get()>
                    <Later wanted=Wanted::RecordOne(id.get_value()) />
                </Show>
            }
            .into_any();
        }
        // What the records say is not asked: another number is put where she opens the fold.
        view! {
            <Filled recorded=from_records own=own />
            <Disclosure summary=texts().duties.recorded_change open=own.get_untracked()>
                {entry()}
                <Show when=move || own.get()>
                    <ChangedReason id=id.get_value() />
                </Show>
            </Disclosure>
        }
        .into_any()
    }
}

/// What the records say about a counted indicator by the end of the open period.
fn recorded_of(state: AppState, id: &ItemId) -> Memo<Option<RecordedCount>> {
    let id = id.clone();
    Memo::new(move |_| {
        state.outcome.with(|outcome| {
            let recorded = &outcome.as_ref()?.recorded;
            recorded.0.get(&id).copied()
        })
    })
}

/// The number as the records fill it, or that she put another one; and the way to the records.
#[component]
fn Filled(recorded: Memo<Option<RecordedCount>>, own: Memo<bool>) -> impl IntoView {
    let words = &texts().duties;
    let text = Signal::derive(move || {
        let done = recorded.get().map_or(0, |found| found.done);
        if own.get() {
            (words.recorded_changed)(done)
        } else {
            (words.recorded_filled)(done)
        }
    });
    view! {
        <DerivedNote text=text />
        <ActionRow>
            <ButtonLink
                label=words.recorded_link
                href=Route::Records.to_string()
                weight=Weight::Quiet
            />
        </ActionRow>
    }
}

/// Why she put another number, and the way back.
#[component]
fn ChangedReason(id: ItemId) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().duties);
    let answer = super::answer_of(state, &id);
    let reason = Signal::derive(move || {
        let kept = answer.with(|one| one.as_ref().map(|one| one.reason.clone()));
        kept.unwrap_or_default()
    });
    let own = id.clone();
    let write = Callback::new(move |text: String| state.write_reason(&own, text));
    let back = Callback::new(move |()| state.answer(&id, None));
    view! {
        <TextField label=words.recorded_why value=reason on_input=write />
        <Button label=words.recorded_back on_press=back />
    }
}

/// The two numbers of a counted indicator.
#[component]
fn CountFields(indicator: Indicator, times: u32, title: String) -> impl IntoView {
    let state = AppState::expect();
    let id = indicator.id.clone();
    let value = value_of(state, &id);
    let parts = move || match value.get() {
        Some(AnswerValue::Count { done, due }) => (Some(done), due),
        _ => (None, None),
    };
    let frequency = indicator.frequency;
    let due = Signal::derive(move || {
        let period = state
            .assessment
            .with(|one| one.as_ref().map(|one| one.period));
        let term_end = state
            .organization
            .with(|one| one.as_ref().and_then(|one| one.term_end));
        match period.map(|period| frequency.due(period, term_end)) {
            Some(Due::Due { occurrences }) => occurrences * times,
            _ => 0,
        }
    });
    let (for_done, for_due) = (id.clone(), id);
    let on_done = Callback::new(move |done: Option<u32>| {
        let due = parts().1;
        state.answer(&for_done, done.map(|done| AnswerValue::Count { done, due }));
    });
    let on_due = Callback::new(move |own: Option<u32>| {
        let done = parts().0.unwrap_or(0);
        let own = own.filter(|own| *own != due.get_untracked());
        state.answer(&for_due, Some(AnswerValue::Count { done, due: own }));
    });
    view! {
        <CountEntry
            legend=title
            done=Signal::derive(move || parts().0)
            due=due
            own_due=Signal::derive(move || parts().1)
            on_done=on_done
            on_due=on_due
        />
    }
}

fn verdict_key(value: Option<&AnswerValue>) -> Option<String> {
    let key = match value {
        Some(AnswerValue::Verdict(Verdict::Met)) => "met",
        Some(AnswerValue::Verdict(Verdict::Partly)) => "partly",
        Some(AnswerValue::Verdict(Verdict::Unmet)) => "unmet",
        Some(AnswerValue::Verdict(Verdict::NotApplicable)) => "not_applicable",
        _ => return None,
    };
    Some(key.to_owned())
}

fn verdict_of(key: &str) -> Option<Verdict> {
    match key {
        "met" => Some(Verdict::Met),
        "partly" => Some(Verdict::Partly),
        "unmet" => Some(Verdict::Unmet),
        "not_applicable" => Some(Verdict::NotApplicable),
        _ => None,
    }
}
