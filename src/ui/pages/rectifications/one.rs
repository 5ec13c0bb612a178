//! One rectification (一条整改): what, who, until when, what came of it, and the next move.
//!
//! Not here: the list (`super`), the fields (`fields`) and the steps (`steps`), and the answer to
//! the indicator it comes from.

use super::fields::{Fields, Outcome};
use super::kept::{Kept, read};
use super::steps::{Moves, Steps};
use super::words::origin_words;
use crate::app::commands::Pace;
use crate::app::state::AppState;
use crate::assessment::Standing;
use crate::period::CivilDate;
use crate::rectification::{Origin, Rectification};
use crate::standard::ItemId;
use crate::ui::components::{
    ActionRow, Button, ButtonLink, DateField, Disclosure, EmptyState, Notice, NoticeKind,
    StandingMark, Weight,
};
use crate::ui::day_remarks::still_to_come;
use crate::ui::icons::IconName;
use crate::ui::navigation::Navigation;
use crate::ui::route::Route;
use crate::ui::speech::{language, texts};
use leptos::prelude::*;
use uuid::Uuid;

/// One rectification.
#[component]
pub fn RectificationPage(
    /// The id of its entry.
    id: Uuid,
) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().rectifications);
    let one = Memo::new(move |_| {
        state
            .ledger
            .with(|ledger| ledger.rectifications.get(&id).cloned())
    });
    let there = Memo::new(move |_| one.with(Option::is_some));
    move || {
        if there.get() {
            view! { <Form id=id one=one /> }.into_any()
        } else {
            view! {
                <EmptyState text=words.gone>
                    <ButtonLink label=words.to_list href=Route::Rectifications.to_string() />
                </EmptyState>
            }
            .into_any()
        }
    }
}

#[component]
fn Form(id: Uuid, one: Kept) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().rectifications);
    let navigation = Navigation::expect();
    let take_out = Callback::new(move |()| {
        state.take_out_entry(id);
        navigation.go(&Route::Rectifications);
    });
    view! {
        <Steps one=one />
        <AnswerAgain one=one />
        <OriginLine id=id one=one />
        <Fields id=id one=one />
        <Outcome id=id one=one />
        <Moves id=id one=one />
        <Dates id=id one=one />
        <ActionRow>
            <Button
                label=words.take_out
                icon=IconName::Bin
                weight=Weight::Quiet
                on_press=take_out
            />
        </ActionRow>
    }
}

/// Asks to answer the indicator again once its rectification is closed.
#[component]
fn AnswerAgain(one: Kept) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().rectifications);
    let found = Memo::new(move |_| {
        let indicator: ItemId = one.with(|one| {
            let one = one.as_ref().filter(|one| one.closed_on.is_some())?;
            one.indicator().cloned()
        })?;
        let standing = state.outcome.with(|outcome| {
            let result = outcome.as_ref()?.indicator(&indicator)?;
            Some(result.standing)
        })?;
        Some((indicator, standing))
    });
    move || {
        let (indicator, standing) = found.get()?;
        if standing == Standing::Met {
            let kind = NoticeKind::Good;
            return Some(view! { <Notice kind=kind text=words.answered_again_text /> }.into_any());
        }
        Some(
            view! {
                <Notice
                    kind=NoticeKind::Warning
                    title=words.answer_again
                    text=words.answer_again_text
                >
                    <StandingMark standing=standing />
                    <ButtonLink
                        label=words.to_indicator
                        href=Route::Indicator(indicator).to_string()
                    />
                </Notice>
            }
            .into_any(),
        )
    }
}

/// Where it comes from, with the way there.
#[component]
fn OriginLine(id: Uuid, one: Kept) -> impl IntoView {
    let (state, texts, language) = (AppState::expect(), texts(), language());
    let words = &texts.rectifications;
    let origin = Memo::new(move |_| {
        let behind = state.ledger.with(|ledger| {
            let found = ledger.card_behind(id);
            found.map(|(id, card)| (id, card.clone()))
        });
        one.with(|one| {
            let one = one.as_ref()?;
            let card = behind.as_ref().map(|(_, card)| card);
            let line = state
                .pack
                .with(|pack| origin_words(one, card, pack.as_deref(), texts, language));
            Some((line, one.origin.clone(), behind.map(|(id, _)| id)))
        })
    });
    move || {
        let (line, origin, card) = origin.get()?;
        let source = match origin {
            Origin::Indicator(id) => Some((words.to_indicator, Route::Indicator(id))),
            Origin::Signal(id, _) => Some((words.to_signal, Route::Mechanism(id))),
            Origin::Review => card.map(|card| (words.to_card, Route::Card(card))),
            Origin::WalkThrough(_) | Origin::Other => None,
        };
        let link = source.map(|(label, route)| {
            view! { <ButtonLink label=label href=route.to_string() weight=Weight::Quiet /> }
        });
        Some(view! { <div class="row"><span class="soft">{line}</span>{link}</div> })
    }
}

/// The dates of the steps that were made, for those entered afterwards.
#[component]
fn Dates(id: Uuid, one: Kept) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().rectifications);
    let found = read(one, |one| Some(one.found_on));
    let change_found = Callback::new(move |day: Option<CivilDate>| {
        if let Some(day) = day {
            state.edit_rectification(id, Pace::Now, move |one| one.found_on = day);
        }
    });
    let of = move |name: &'static str, part: fn(&mut Rectification) -> &mut Option<CivilDate>| {
        let day = read(one, move |one| *part(&mut one.clone()));
        let made = Memo::new(move |_| day.get().is_some());
        let change = Callback::new(move |day: Option<CivilDate>| {
            // To empty the field takes no step back: there is a button for that.
            if let Some(day) = day {
                state.edit_rectification(id, Pace::Now, move |one| *part(one) = Some(day));
            }
        });
        view! {
            <Show when=move || made.get()>
                <DateField
                    label=name
                    value=day
                    on_change=change
                    remark=still_to_come(state, day)
                />
            </Show>
        }
    };
    view! {
        <Disclosure summary=words.dates>
            <DateField
                label=words.state_found
                value=found
                on_change=change_found
                remark=still_to_come(state, found)
            />
            {of(words.state_assigned, |one| &mut one.assigned_on)}
            {of(words.state_resolved, |one| &mut one.resolved_on)}
            {of(words.state_closed, |one| &mut one.closed_on)}
        </Disclosure>
    }
}
