//! The steps of a card and their time limits (时限): what is taken, what is next, and what to mind.
//!
//! Not here: which steps there are; that is the mechanism of the pack.

use crate::ledger::Card;
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
        let mut days = card
            .steps
            .get(key)
            .map(|mark| mark.on.clone())
            .unwrap_or_default();
        days.sort();
        days
    };
    let taken = days(&step.key);
    let (mut not_before, mut not_after) = (None, None);
    for limit in &step.deadlines {
        let Some(from) = days(&limit.after).last().copied() else {
            continue;
        };
        let day = from.months_later(limit.months);
        match limit.rule {
            DeadlineRule::NotBefore => not_before = not_before.max(Some(day)),
            DeadlineRule::Within => not_after = earlier(not_after, day),
            // What is to be done again and again is due that long after the last time, until a
            // later step is taken.
            DeadlineRule::Every => {
                let later = mechanism.steps.iter().skip(index + 1);
                if later.clone().all(|step| days(&step.key).is_empty()) {
                    let last = taken.last().copied().unwrap_or(from);
                    not_after = earlier(not_after, last.months_later(limit.months));
                }
            }
        }
    }
    let again = step
        .deadlines
        .iter()
        .any(|limit| limit.rule == DeadlineRule::Every);
    let out_of_order = taken.first().is_some_and(|day| {
        before
            .iter()
            .filter_map(|state| state.taken.first())
            .any(|earlier| earlier > day)
    });
    let warning = match (taken.first(), taken.last()) {
        (Some(first), _) if not_before.is_some_and(|allowed| *first < allowed) => {
            not_before.map(|first| Warning::TakenTooEarly { first })
        }
        (_, Some(last)) if !again && not_after.is_some_and(|allowed| *last > allowed) => {
            not_after.map(|last| Warning::TakenTooLate { last })
        }
        (Some(_), _) if out_of_order => Some(Warning::OutOfOrder),
        (Some(_), _) if !again => None,
        _ => not_after.and_then(|last| {
            let left = last.days_since(today);
            if left < 0 {
                Some(Warning::Overdue { last })
            } else {
                (left <= DAYS_AHEAD).then_some(Warning::Soon { last })
            }
        }),
    };
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
