//! The numbers of a record (应到、实到、赞成……), with what was given last time as a proposal, and
//! what they come to against the rule of presence and votes.
//!
//! Not here: the rules, which are data of the pack.

use super::part::part_of;
use crate::app::commands::Pace;
use crate::app::state::AppState;
use crate::ledger::{Given, RecordOf};
use crate::standard::{Asked, RecordKind};
use crate::ui::components::{Button, NumberField};
use crate::ui::pages::tools::{QuorumCheck, QuorumNumbers};
use crate::ui::speech::texts;
use leptos::prelude::*;
use uuid::Uuid;

/// The numbers that a kind of record asks for.
#[component]
pub fn Numbers(id: Uuid, kind: RecordKind) -> impl IntoView {
    let state = AppState::expect();
    let rule = kind.quorum.as_ref().and_then(|rule| {
        state
            .pack_in_force
            .with_untracked(|pack| pack.as_ref()?.checklist.quorum(rule).cloned())
    });
    let number = move |given: Given| {
        let number = part_of(state, id, move |one| one.numbers.get(&given).copied());
        Signal::derive(move || number.get().flatten())
    };
    let proposal = kind.asks.contains(&Asked::Eligible).then(|| {
        let value = number(Given::Eligible);
        view! { <Proposal id=id kind=kind.clone() value=value /> }
    });
    let fields = kind.asks.into_iter().map(|asked| {
        let given = Given::from(asked);
        let put = Callback::new(move |number| put(state, id, given, number));
        let (label, unit) = (texts().duties.given(given), given.unit());
        view! { <NumberField label=label value=number(given) unit=unit on_change=put /> }
    });
    let result = rule.map(|rule| {
        let numbers = QuorumNumbers {
            eligible: number(Given::Eligible),
            present: number(Given::Present),
            approve: number(Given::Approve),
        };
        view! { <QuorumCheck rule=rule numbers=numbers /> }
    });
    view! {
        <div class="asked">{fields.collect_view()}</div>
        {proposal}
        {result}
    }
}

fn put(state: AppState, id: Uuid, given: Given, number: Option<u32>) {
    let pace = Pace::typed_at("number", format_args!("{given:?}"));
    state.edit_record(id, pace, |one| match number {
        Some(number) => drop(one.numbers.insert(given, number)),
        None => drop(one.numbers.remove(&given)),
    });
}

/// How many ought to be there, as it was given before, to be taken over with a tap.
#[component]
fn Proposal(id: Uuid, kind: RecordKind, value: Signal<Option<u32>>) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().duties);
    let proposed = state
        .ledger
        .with_untracked(|ledger| {
            let same = RecordOf::Kind(kind.id.clone());
            let others = ledger
                .records
                .iter()
                .filter(|(other, one)| **other != id && one.of == same);
            let given = others.filter_map(|(other, one)| {
                let number = one.numbers.get(&Given::Eligible).copied()?;
                Some(((one.held_on, *other), number))
            });
            given.max_by_key(|(day, _)| *day).map(|(_, number)| number)
        })
        .map(|number| (number, (words.same_as_last)(number)))
        .or_else(|| {
            let facts = state
                .organization
                .with_untracked(|one| one.as_ref().map(|one| one.facts))?;
            let number = facts.number(kind.eligible?.fact())?;
            Some((number, (words.same_as_profile)(number)))
        });
    let (number, label) = proposed?;
    let take = Callback::new(move |()| put(state, id, Given::Eligible, Some(number)));
    Some(view! {
        <Show when={
            move || value.get().is_none()
        }>
            <p class="row">
                <Button label=label.clone() on_press=take />
            </p>
        </Show>
    })
}
