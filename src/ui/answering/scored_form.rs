//! One scored indicator of a star: the bands, what follows from the basics, and the way to choose
//! otherwise.
//!
//! Not here: what the star amounts to.

use super::bands_shown::BandsShown;
use super::{previous_value_of, value_of};
use crate::app::commands::Pace;
use crate::app::state::AppState;
use crate::app::undo::Deed;
use crate::assessment::{AnswerValue, ScoredBasis, ScoredResult};
use crate::standard::{DerivationEffect, ScoredIndicator};
use crate::ui::components::{
    AnswerButtons, AnswerLayout, Button, Choice, DerivedNote, Disclosure, Face, IndicatorCard,
    Selection, TextField, Tone, Weight,
};
use crate::ui::icons::IconName;
use crate::ui::later::Later;
use crate::ui::parts::{InPages, Wanted};
use crate::ui::sentences::answer_in_words;
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
    let result = {
        let id = id.clone();
        Memo::new(move |_| {
            state.outcome.with(|outcome| {
                let stars = outcome.iter().flat_map(|one| &one.stars);
                stars
                    .flat_map(|star| &star.indicators)
                    .find(|one| one.id == id)
                    .cloned()
            })
        })
    };
    let fills = indicator
        .derivation
        .as_ref()
        .is_some_and(|derivation| derivation.effect == DerivationEffect::Fills);
    let value = value_of(state, &id);
    let previous = previous_value_of(state, &id);
    let previous_words = Signal::derive(move || {
        let value = previous.get().filter(|_| !fills)?;
        Some(answer_in_words(&value, texts))
    });
    let on_same = {
        let id = id.clone();
        Callback::new(move |()| state.answer(&id, previous.get_untracked()))
    };
    let (maximum, shown) = (indicator.maximum, indicator.clone());
    let points = Signal::derive(move || result.with(|one| one.as_ref().and_then(|one| one.points)));
    let why = Signal::derive(move || {
        points
            .get()
            .map(|points| (words.points)(points, maximum))
            .unwrap_or_default()
    });
    let note = derived_note(state, &indicator, result);
    let title = say(&indicator.title, language);
    let question = indicator
        .question
        .as_ref()
        .map(|label| say(label, language))
        .unwrap_or_default();
    let more = {
        let id = id.clone();
        move || view! { <Later wanted=Wanted::InPages(InPages::More(id.clone())) /> }.into_any()
    };
    let bands = {
        let (indicator, id, title) = (indicator.clone(), id.clone(), title.clone());
        move || {
            let (given, cleared) = (id.clone(), id.clone());
            let selection = Selection::with_previous(
                band_choices(&indicator),
                move || value.with(band_of),
                move || previous.with(band_of),
                move |points| state.answer(&given, Some(AnswerValue::Band(points))),
            );
            view! {
                <AnswerButtons
                    legend=title.clone()
                    selection=selection
                    layout=AnswerLayout::List
                    on_clear=Callback::new(move |()| state.answer(&cleared, None))
                />
            }
            .into_any()
        }
    };
    let local_line = indicator.local_line.clone().map(|label| {
        let (for_value, for_change) = (id.clone(), id.clone());
        let kept = Signal::derive(move || {
            state.organization.with(|one| {
                one.as_ref().and_then(|one| one.local.lines.get(&for_value).cloned()).unwrap_or_default()
            })
        });
        let write = Callback::new(move |text: String| {
            let id = for_change.clone();
            state.edit_organization(Deed::ChangedStandard, Pace::Soon, move |one| {
                if text.trim().is_empty() {
                    one.local.lines.remove(&id);
                } else {
                    one.local.lines.insert(id, text);
                }
            });
        });
        view! {
            <TextField label=say(&label, language) hint=words.own_line_hint value=kept on_input=write />
        }
    });
    let override_part = {
        let (id, bands) = (id.clone(), bands.clone());
        let overridden = Memo::new(move |_| {
            result.with(|one| {
                one.as_ref()
                    .is_some_and(|one| one.basis == ScoredBasis::Overridden)
            })
        });
        move || {
            let (item, bands) = (StoredValue::new(id.clone()), bands.clone());
            let kept = {
                let answer = super::answer_of(state, &id);
                Signal::derive(move || {
                    answer
                        .with(|one| one.as_ref().map(|one| one.reason.clone()))
                        .unwrap_or_default()
                })
            };
            view! {
                <Disclosure summary=words.derived_override open=overridden.get_untracked()>
                    {bands()}
                    <Show when=move || overridden.get()>
                        <OverrideReason
                            kept=kept
                            item=item.get_value()
                        />
                    </Show>
                </Disclosure>
            }
        }
    };
    view! {
        <IndicatorCard
            id=format!("item-{id}")
            title=title
            criterion=question
            why=why
            previous=previous_words
            on_same=on_same
            more=more
        >
            {local_line}
            {move || note.get().map(|text| view! { <DerivedNote text=text /> })}
            {fills.then(|| view! { <BandsShown indicator=shown points=points /> })}
            {if fills { override_part().into_any() } else { bands() }}
        </IndicatorCard>
    }
}

/// What a scored indicator follows from, in a sentence; also why it does not follow yet, so that no
/// card is ever empty.
fn derived_note(
    state: AppState,
    indicator: &ScoredIndicator,
    result: Memo<Option<ScoredResult>>,
) -> Signal<Option<String>> {
    let (words, language) = (&texts().assess, language());
    let Some(rule) = indicator.derivation.clone() else {
        return Signal::derive(|| None);
    };
    let id = indicator.id.clone();
    let (fills, maximum) = (rule.effect == DerivationEffect::Fills, indicator.maximum);
    let name = move |ids: &[_]| {
        let names = state
            .pack
            .with(|pack| pack.as_ref().map(|pack| item_names(pack, ids, language)));
        names.unwrap_or_default()
    };
    Signal::derive(move || {
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
                (ScoredBasis::Overridden, Some(points)) => Some((words.derived_overridden)(points)),
                (ScoredBasis::Derived, Some(points)) => {
                    Some((words.derived_points)(points, from()))
                }
                // A bound at the maximum bounds nothing.
                (_, Some(points)) if !fills && points < maximum => {
                    Some((words.derived_limits)(name(&rule.from), points))
                }
                (ScoredBasis::Open, None) if fills && !rule.from.is_empty() => {
                    Some((words.derived_not_due)(name(&rule.from)))
                }
                _ => None,
            }
        })
    })
}

/// Why a derived value was changed, and the way back to it.
#[component]
fn OverrideReason(kept: Signal<String>, item: crate::standard::ItemId) -> impl IntoView {
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
fn band_of(value: &Option<AnswerValue>) -> Option<u32> {
    match value {
        Some(AnswerValue::Band(points)) => Some(*points),
        _ => None,
    }
}

/// The bands, by their points.
fn band_choices(indicator: &ScoredIndicator) -> Vec<Choice<u32>> {
    let (language, words) = (language(), &texts().assess);
    let last = indicator.bands.len().saturating_sub(1);
    let choices = indicator.bands.iter().enumerate().map(|(place, band)| {
        let (tone, icon) = match place {
            0 => (Tone::Met, IconName::Check),
            _ if place == last => (Tone::Unmet, IconName::Cross),
            _ => (Tone::Partly, IconName::Half),
        };
        let face = Face {
            label: say(&band.when, language),
            detail: (words.points_of)(band.score),
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
