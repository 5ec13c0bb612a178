//! How a scored indicator is answered that has no bands: how often something took points off (扣分),
//! or the points themselves (直接打分).
//!
//! Not here: the card around it and the bands (`scored_form`), and what is left of the points
//! (`assessment`).

use super::{points_unit, value_of};
use crate::app::state::AppState;
use crate::assessment::AnswerValue;
use crate::standard::{Deduction, PointsUnit, ScoredBy, ScoredIndicator};
use crate::typed_number::Unit;
use crate::ui::components::NumberField;
use crate::ui::icons::{Icon, IconName};
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;

/// The fields of a scored indicator without bands.
#[component]
pub fn OtherScoring(
    /// The scored indicator, of the pack in force.
    indicator: ScoredIndicator,
) -> impl IntoView {
    match indicator.scored_by() {
        ScoredBy::Deductions => view! { <Deductions indicator=indicator /> }.into_any(),
        ScoredBy::Entered => view! { <Entered indicator=indicator /> }.into_any(),
        // The bands stand on the card itself.
        ScoredBy::Bands => ().into_any(),
    }
}

/// How often each deduction happened; one tap says that none did.
#[component]
fn Deductions(indicator: ScoredIndicator) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().assess);
    let (id, unit) = (indicator.id.clone(), points_unit(state));
    let value = value_of(state, &id);
    let counts = move || match value.get() {
        Some(AnswerValue::Deductions(counts)) => Some(counts),
        _ => None,
    };
    let (how_many, title) = (
        indicator.deductions.len(),
        say(&indicator.title, language()),
    );
    let nothing = {
        let id = id.clone();
        move || {
            let zeros = AnswerValue::Deductions(vec![0; how_many]);
            let is_said = value.get_untracked().as_ref() == Some(&zeros);
            state.answer(&id, (!is_said).then_some(zeros));
        }
    };
    let change = Callback::new(move |(place, count): (usize, Option<u32>)| {
        let before = counts();
        // An empty field among empty ones says nothing; among others it says none.
        if count.is_none() && before.is_none() {
            return;
        }
        let mut all = before.unwrap_or_default();
        all.resize(how_many, 0);
        if let Some(own) = all.get_mut(place) {
            *own = count.unwrap_or(0);
        }
        state.answer(&id, Some(AnswerValue::Deductions(all)));
    });
    let fields = indicator.deductions.into_iter().enumerate();
    let fields = fields.map(move |(place, deduction)| {
        let count = Signal::derive(move || counts()?.get(place).copied());
        let change = Callback::new(move |count| change.run((place, count)));
        view! { <DeductionField deduction=deduction unit=unit count=count on_change=change /> }
    });
    let is_none = move || counts().is_some_and(|all| all.iter().all(|count| *count == 0));
    view! {
        <div class="stack" role="group" aria-label=title>
            <button
                type="button"
                class="button moves"
                aria-pressed=move || is_none().to_string()
                on:click=move |_| nothing()
            >
                <Icon name=IconName::Check />
                <span>{words.taken_off_none}</span>
            </button>
            <div class="bonus">{fields.collect_view()}</div>
        </div>
    }
}

/// How often one deduction happened.
#[component]
fn DeductionField(
    deduction: Deduction,
    unit: PointsUnit,
    count: Signal<Option<u32>>,
    on_change: Callback<Option<u32>>,
) -> impl IntoView {
    view! {
        <NumberField
            label=say(&deduction.title, language())
            hint=taken_off(&deduction, unit)
            value=count
            on_change=on_change
            most=99
            stepper=true
        />
    }
}

/// What a deduction takes off each time, and at most.
fn taken_off(deduction: &Deduction, unit: PointsUnit) -> String {
    let words = &texts().assess;
    let each = unit.of(deduction.points);
    match deduction.cap {
        Some(cap) => (words.taken_off_most)(each, unit.of(cap)),
        None => (words.taken_off_each)(each),
    }
}

/// The points as a number.
#[component]
fn Entered(indicator: ScoredIndicator) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().assess);
    let (id, unit) = (indicator.id.clone(), points_unit(state));
    let value = value_of(state, &id);
    let points = move || value.with(|value| value.as_ref()?.points_in(unit));
    let change = Callback::new(move |number: Option<u32>| {
        let value = number.map(|number| AnswerValue::of_points(unit.of(number)));
        state.answer(&id, value);
    });
    let typed = match unit {
        PointsUnit::Whole => Unit::Whole,
        PointsUnit::Tenths => Unit::Tenths,
    };
    view! {
        <NumberField
            label=words.points_field
            hint=(words.points_entered)(unit.of(indicator.maximum))
            value=Signal::derive(points)
            on_change=change
            unit=typed
            most_kept=indicator.maximum
        />
    }
}
