//! One scored indicator of a star: the bands, what follows from the basics, and the way to choose
//! otherwise.
//!
//! Not here: what the star amounts to.

use super::aside::same_again;
use super::bands_shown::BandsShown;
use super::{points_unit, same_answer_of, value_of};
use crate::app::commands::Pace;
use crate::app::state::AppState;
use crate::app::undo::Deed;
use crate::assessment::{AnswerValue, Outcome, ScoredBasis, ScoredResult};
use crate::standard::{DerivationEffect, ItemId, PointsUnit, ScoredBy, ScoredIndicator};
use crate::text::Texts;
use crate::ui::components::{
    AnswerButtons, AnswerLayout, Button, Choice, DerivedNote, Disclosure, Face, IndicatorCard,
    Selection, TextField, Tone, Weight,
};
use crate::ui::duty_words::day_words;
use crate::ui::icons::IconName;
use crate::ui::lazy_part::LazyPart;
use crate::ui::parts::{InPages, Wanted};
use crate::ui::speech::{item_names, language, say, texts};
use leptos::prelude::*;

/// One scored indicator of a star.
#[component]
pub fn ScoredForm(
    /// The scored indicator, of the pack in force.
    indicator: ScoredIndicator,
) -> impl IntoView {
    let (state, texts, language) = (AppState::expect(), texts(), language());
    let words = &texts.assess;
    let id = indicator.id.clone();
    let result = result_of(state, &id);
    let fills = indicator
        .derivation
        .as_ref()
        .is_some_and(|derivation| derivation.effect == DerivationEffect::Fills);
    let same = same_answer_of(state, &id);
    let has_previous = same.with_untracked(Option::is_some);
    let aside = aside(state, id.clone(), same);
    let (maximum, unit) = (indicator.maximum, points_unit(state));
    let is_banded = indicator.scored_by() == ScoredBy::Bands;
    let points = Signal::derive(move || result.with(|one| one.as_ref().and_then(|one| one.points)));
    // What is chosen says its points itself.
    let why = Signal::derive(move || {
        let words = |points| (words.points)(unit.of(points), unit.of(maximum));
        let points = points.get().filter(|_| fills || !is_banded);
        points.map(words).unwrap_or_default()
    });
    let note = derived_note(state, &indicator, result);
    let (title, question) = (say(&indicator.title, language), indicator.question.as_ref());
    let question = question.map(|label| say(label, language));
    let more = {
        let id = id.clone();
        move || view! { <LazyPart wanted=Wanted::InPages(InPages::More(id.clone())) /> }.into_any()
    };
    let local_line = indicator.local_line.as_ref().map(|label| {
        view! { <LocalLine id=id.clone() label=say(label, language) /> }
    });
    let answer = if !is_banded {
        let wanted = Wanted::InPages(InPages::OtherScoring(Box::new(indicator)));
        view! { <LazyPart wanted=wanted /> }.into_any()
    } else if fills && !is_chosen(result) {
        let shown = indicator.clone();
        view! {
            <BandsShown indicator=shown points=points />
            <Otherwise indicator=indicator result=result />
        }
        .into_any()
    } else {
        view! { <Bands indicator=indicator /> }.into_any()
    };
    view! {
        <IndicatorCard
            id=format!("item-{id}")
            title=title
            criterion=question.unwrap_or_default()
            why=why
            aside=aside
            wide_aside=has_previous
            more=more
        >
            {local_line}
            {move || note.get().map(|text| view! { <DerivedNote text=text /> })}
            {answer}
        </IndicatorCard>
    }
}

/// Gives the answer of the period before again, while it is open.
fn aside(
    state: AppState,
    id: ItemId,
    same: Memo<Option<AnswerValue>>,
) -> impl Fn() -> AnyView + Send + Sync + 'static {
    move || {
        let id = id.clone();
        let again = move || {
            let is_open = same.with(Option::is_some);
            is_open.then(|| same_again(state, id.clone(), same))
        };
        again.into_any()
    }
}

/// Whether its points are the user's to choose: nothing that it could follow from had a say when
/// the page came.
fn is_chosen(result: Memo<Option<ScoredResult>>) -> bool {
    let is_chosen = |one: &ScoredResult| one.is_open() || one.basis == ScoredBasis::Answered;
    result.with_untracked(|one| one.as_ref().is_some_and(is_chosen))
}

/// How a scored indicator stands in the open period.
fn result_of(state: AppState, id: &ItemId) -> Memo<Option<ScoredResult>> {
    let id = id.clone();
    Memo::new(move |_| {
        state.outcome.with(|outcome| {
            let stars = outcome.iter().flat_map(|one| &one.stars);
            let mut all = stars.flat_map(|star| &star.indicators);
            all.find(|one| one.id == id).cloned()
        })
    })
}

/// The bands, of which one is chosen.
#[component]
fn Bands(indicator: ScoredIndicator) -> impl IntoView {
    let state = AppState::expect();
    let (id, title) = (indicator.id.clone(), say(&indicator.title, language()));
    let (value, unit) = (value_of(state, &id), points_unit(state));
    let previous = state
        .previous
        .with_untracked(|one| band_of(&one.as_ref()?.value(&id).cloned(), unit));
    let cleared = id.clone();
    let selection = Selection::with_previous(
        band_choices(&indicator, unit),
        move || value.with(|value| band_of(value, unit)),
        move || previous,
        move |points| state.answer(&id, Some(AnswerValue::of_points(unit.of(points)))),
    );
    view! {
        <AnswerButtons
            legend=title
            selection=selection
            layout=AnswerLayout::List
            on_clear=Callback::new(move |()| state.answer(&cleared, None))
        />
    }
}

/// A line that is set locally (例如强村线), in one's own words.
#[component]
fn LocalLine(id: ItemId, label: String) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().assess);
    let own = id.clone();
    let kept = Signal::derive(move || {
        let line = state.organization.with(|one| {
            let line = one.as_ref()?.local.lines.get(&own);
            line.cloned()
        });
        line.unwrap_or_default()
    });
    let write = Callback::new(move |text: String| {
        let (id, pace) = (id.clone(), Pace::typed_at("line", &id));
        state.edit_organization(Deed::ChangedStandard, pace, move |one| {
            if text.trim().is_empty() {
                one.local.lines.remove(&id);
            } else {
                one.local.lines.insert(id, text);
            }
        });
    });
    view! { <TextField label=label hint=words.own_line_hint value=kept on_input=write /> }
}

/// The way to choose otherwise than what follows, in a fold.
#[component]
fn Otherwise(indicator: ScoredIndicator, result: Memo<Option<ScoredResult>>) -> impl IntoView {
    let state = AppState::expect();
    let overridden = Memo::new(move |_| {
        let basis = |one: &ScoredResult| one.basis == ScoredBasis::Overridden;
        result.with(|one| one.as_ref().is_some_and(basis))
    });
    let answer = super::answer_of(state, &indicator.id);
    let kept = Signal::derive(move || {
        let reason = answer.with(|one| one.as_ref().map(|one| one.reason.clone()));
        reason.unwrap_or_default()
    });
    let indicator = StoredValue::new(indicator);
    let summary = texts().assess.derived_override;
    view! {
        <Disclosure summary=summary open=overridden.get_untracked()>
            <Bands indicator=indicator.get_value() />
            <Show when=move || overridden.get()>
                <OverrideReason kept=kept item=indicator.with_value(|one| one.id.clone()) />
            </Show>
        </Disclosure>
    }
}

/// What a scored indicator follows from, in a sentence; also why it does not follow yet, so that no
/// card is ever empty.
fn derived_note(
    state: AppState,
    indicator: &ScoredIndicator,
    result: Memo<Option<ScoredResult>>,
) -> Signal<Option<String>> {
    let (texts, language) = (texts(), language());
    let words = &texts.assess;
    let Some(rule) = indicator.derivation.clone() else {
        return Signal::derive(|| None);
    };
    let (id, unit) = (indicator.id.clone(), points_unit(state));
    let (fills, maximum) = (rule.effect == DerivationEffect::Fills, indicator.maximum);
    let name = move |ids: &[_]| {
        let names = state
            .pack
            .with(|pack| pack.as_ref().map(|pack| item_names(pack, ids, language)));
        names.unwrap_or_default()
    };
    // A memo, since each tap changes the outcome and few of them this sentence.
    let note = Memo::new(move |_| {
        let from_ledger = state.outcome.with(|outcome| {
            let found = outcome.as_ref()?.findings.0.get(&id)?;
            Some((words.derived_from_ledger)(found.due, found.done))
        });
        let from = || match (&from_ledger, rule.from.is_empty()) {
            (Some(said), true) => said.clone(),
            _ => (words.derived_from)(name(&rule.from)),
        };
        result.with(|one| {
            let one = one.as_ref()?;
            match (&one.basis, one.derived) {
                (ScoredBasis::Awaiting(open), _) => Some((words.derived_awaiting)(name(open))),
                (ScoredBasis::Overridden, Some(points)) => {
                    Some((words.derived_overridden)(unit.of(points)))
                }
                (ScoredBasis::Derived, Some(points)) => {
                    Some((words.derived_points)(unit.of(points), from()))
                }
                // A bound at the maximum bounds nothing.
                (_, Some(points)) if !fills && points < maximum => {
                    Some((words.derived_limits)(name(&rule.from), unit.of(points)))
                }
                (ScoredBasis::NotDue, None) => {
                    let until = until(state, &rule.from, texts);
                    Some((words.derived_not_due)(name(&rule.from), until))
                }
                _ => None,
            }
        })
    });
    note.into()
}

/// Until when the first of these is to be done that have not fallen due, in words; empty if none is
/// still to come in the period.
fn until(state: AppState, from: &[ItemId], texts: &Texts) -> String {
    let words = |outcome: &Outcome| {
        let pack = state.pack_in_force.get()?;
        let closes = outcome.closes_first(&pack, from)?;
        let day = day_words(closes, outcome.judging.last_counted(), texts);
        Some((texts.duties.until)(day))
    };
    let found = state.outcome.with(|outcome| words(outcome.as_ref()?));
    found.unwrap_or_default()
}

/// Why a derived value was changed, and the way back to it.
#[component]
fn OverrideReason(kept: Signal<String>, item: ItemId) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().assess);
    let reason = item.clone();
    let write = Callback::new(move |text: String| state.write_reason(&reason, text));
    let back = Callback::new(move |()| state.answer(&item, None));
    view! {
        <TextField label=words.override_reason value=kept on_input=write />
        <Button label=words.derived_back weight=Weight::Quiet on_press=back />
    }
}

/// The points of the band that was chosen.
fn band_of(value: &Option<AnswerValue>, unit: PointsUnit) -> Option<u32> {
    value.as_ref()?.points_in(unit)
}

/// The bands, by their points.
fn band_choices(indicator: &ScoredIndicator, unit: PointsUnit) -> Vec<Choice<u32>> {
    let (language, words) = (language(), &texts().answers);
    let last = indicator.bands.len().saturating_sub(1);
    let choices = indicator.bands.iter().enumerate().map(|(place, band)| {
        let (tone, icon) = match place {
            0 => (Tone::Met, IconName::Check),
            _ if place == last => (Tone::Unmet, IconName::Cross),
            _ => (Tone::Partly, IconName::Half),
        };
        let face = Face {
            label: say(&band.when, language),
            detail: (words.points_of)(unit.of(band.score)),
            tone,
            icon,
        };
        Choice {
            value: band.score,
            face,
        }
    });
    choices.collect()
}
