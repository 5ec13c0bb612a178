//! The steps of a card and their time limits (时限): what is taken, what is next, and what to mind.
//!
//! Not here: which steps there are; that is the mechanism of the pack.

use crate::ledger::Card;
use crate::order::sorted_by_key;
use crate::period::CivilDate;
use crate::standard::{DeadlineRule, Mechanism, StepDefinition};

/// How a step of a card stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepState {
    /// The key of the step.
    pub key: String,
    /// The days on which it was taken, the earliest first; empty while it was not.
    pub taken: Vec<CivilDate>,
    /// The earliest day that the limits allow, where they say one.
    pub not_before: Option<CivilDate>,
    /// The last day that the limits allow, where they say one.
    pub not_after: Option<CivilDate>,
    /// What to mind, if anything.
    pub warning: Option<Warning>,
}

/// What to mind about a step (提醒).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Warning {
    /// It was taken before the limits allow it.
    TakenTooEarly {
        /// The first day that they allow.
        first: CivilDate,
    },
    /// It was taken after the limits allow it.
    TakenTooLate {
        /// The last day that they allow.
        last: CivilDate,
    },
    /// It is not taken, and the last day has passed.
    Overdue {
        /// The last day.
        last: CivilDate,
    },
    /// It is not taken, and the last day is within thirty days.
    Soon {
        /// The last day.
        last: CivilDate,
    },
    /// It was taken before an earlier step.
    OutOfOrder,
}

/// Within how many days of the last day a warning is given.
const DAYS_AHEAD: i64 = 30;

/// How the steps of a card stand on `today`, in the order of the mechanism.
pub fn step_states(mechanism: &Mechanism, card: &Card, today: CivilDate) -> Vec<StepState> {
    let mut states: Vec<StepState> = Vec::new();
    for (index, step) in mechanism.steps.iter().enumerate() {
        let state = state(mechanism, index, step, card, today, &states);
        states.push(state);
    }
    states
}

fn state(
    mechanism: &Mechanism,
    index: usize,
    step: &StepDefinition,
    card: &Card,
    today: CivilDate,
    before: &[StepState],
) -> StepState {
    let days = |key: &str| {
        let marked = card.steps.get(key).into_iter();
        let days = marked.flat_map(|mark| mark.on.iter().copied());
        sorted_by_key(days, |day| *day)
    };
    let taken = days(&step.key);
    let (mut not_before, mut within, mut again) = (None, None, None);
    for limit in &step.deadlines {
        let Some(from) = days(&limit.after).last().copied() else {
            continue;
        };
        let day = from.months_later(limit.months);
        match limit.rule {
            DeadlineRule::NotBefore => not_before = not_before.max(Some(day)),
            DeadlineRule::Within => within = earlier(within, day),
            // What is to be done again and again is due that long after the last time, until a
            // later step is taken.
            DeadlineRule::Every => {
                let mut later = mechanism.steps.iter().skip(index + 1);
                if later.all(|step| days(&step.key).is_empty()) {
                    let last = taken.last().copied().unwrap_or(from);
                    again = earlier(again, last.months_later(limit.months));
                }
            }
        }
    }
    let repeats = step
        .deadlines
        .iter()
        .any(|limit| limit.rule == DeadlineRule::Every);
    // What repeats has kept its other limit with its first time.
    let not_after = match within {
        Some(day) if !repeats || taken.is_empty() => earlier(again, day),
        _ => again,
    };
    let held_to_limit = if repeats { taken.first() } else { taken.last() };
    let out_of_order = taken.first().is_some_and(|day| {
        before
            .iter()
            .filter_map(|state| state.taken.first())
            .any(|earlier| earlier > day)
    });
    // A card that was put away presses nobody any more.
    let waits = (taken.is_empty() || repeats) && card.closed_on.is_none();
    let pressing = not_after
        .filter(|_| waits)
        .and_then(|last| match last.days_since(today) {
            left if left < 0 => Some(Warning::Overdue { last }),
            left if left <= DAYS_AHEAD => Some(Warning::Soon { last }),
            _ => None,
        });
    let too_early = not_before
        .filter(|allowed| taken.first().is_some_and(|day| day < allowed))
        .map(|first| Warning::TakenTooEarly { first });
    let too_late = within
        .filter(|allowed| held_to_limit.is_some_and(|day| day > allowed))
        .map(|last| Warning::TakenTooLate { last });
    let warning = pressing
        .or(too_early)
        .or(too_late)
        .or(out_of_order.then_some(Warning::OutOfOrder));
    StepState {
        key: step.key.clone(),
        taken,
        not_before,
        not_after,
        warning,
    }
}

fn earlier(known: Option<CivilDate>, day: CivilDate) -> Option<CivilDate> {
    Some(known.map_or(day, |known| known.min(day)))
}
