//! The numbers of a record (应到、实到、赞成……), with what was given last time as a proposal, and
//! what they come to against the rule of presence and votes.
//!
//! Not here: the rules, which are data of the pack.

use super::part::part_of;
use crate::app::commands::Pace;
use crate::app::state::AppState;
use crate::duty::numbers_of_last_time;
use crate::ledger::{Given, RecordOf};
use crate::standard::RecordKind;
use crate::typed_number::written;
use crate::ui::components::{Button, NumberField};
use crate::ui::pages::tools::{QuorumCheck, QuorumNumbers};
use crate::ui::speech::texts;
use leptos::prelude::*;
use uuid::Uuid;

/// The numbers that a kind of record asks for, with those of last time in grey.
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
    let last = state.ledger.with_untracked(|ledger| {
        let of = RecordOf::Kind(kind.id.clone());
        numbers_of_last_time(&of, Some(id), ledger)
    });
    let asked: Vec<Given> = kind.asks.iter().copied().map(Given::from).collect();
    let fields = asked.iter().map(|given| {
        let given = *given;
        let put = Callback::new(move |number| put(state, id, given, number));
        let (label, unit) = (texts().duties.given(given), given.unit());
        let in_grey = last.get(&given).map(|number| written(*number, unit));
        view! {
            <NumberField
                label=label
                value=number(given)
                unit=unit
                in_grey=in_grey.unwrap_or_default()
                on_change=put
            />
        }
    });
    let fields = fields.collect_view();
    let result = rule.map(|rule| {
        let numbers = QuorumNumbers {
            eligible: number(Given::Eligible),
            present: number(Given::Present),
            approve: number(Given::Approve),
        };
        view! { <QuorumCheck rule=rule numbers=numbers /> }
    });
    let last: Vec<(Given, u32)> = asked
        .into_iter()
        .filter_map(|given| last.get(&given).map(|number| (given, *number)))
        .collect();
    view! {
        <div class="asked">{fields}</div>
        <AsLastTime id=id last=last />
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

/// The numbers of last time, to be taken over with a tap where nothing was given yet. They are not
/// taken over by themselves: how many came is a fact of that day.
#[component]
fn AsLastTime(id: Uuid, last: Vec<(Given, u32)>) -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let last = StoredValue::new(last);
    let missing = part_of(state, id, move |one| {
        let missing = |given: &Given| !one.numbers.contains_key(given);
        last.with_value(|last| {
            let missing = last.iter().filter(|(given, _)| missing(given));
            missing.copied().collect::<Vec<_>>()
        })
    });
    let take = Callback::new(move |()| {
        let numbers = missing.get_untracked().unwrap_or_default();
        state.edit_record(id, Pace::Now, |one| {
            one.numbers.extend(numbers);
        });
    });
    let label = Signal::derive(move || {
        let numbers = missing.get().unwrap_or_default().into_iter();
        let said = numbers.map(|(given, number)| {
            let number = written(number, given.unit());
            (texts.duties.given(given), number)
        });
        (texts.recording.as_last_time)(said.collect())
    });
    let any =
        Memo::new(move |_| missing.with(|all| all.as_ref().is_some_and(|all| !all.is_empty())));
    view! {
        <Show when=move || any.get()>
            <p class="row">
                <Button label=label on_press=take />
            </p>
        </Show>
    }
}
