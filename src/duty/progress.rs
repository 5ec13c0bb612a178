//! How far a card has come (进度): its steps counted, what is missing, what to mind first, and the
//! stages into which many steps are folded.
//!
//! Not here: the time limits of one step (`steps`).

use super::steps::{Warning, step_states};
use crate::ledger::Card;
use crate::period::CivilDate;
use crate::standard::{Label, Mechanism, StepDefinition};

/// How far a card has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// How many of its steps are taken.
    pub taken: usize,
    /// How many there are.
    pub all: usize,
    /// The keys of those that are missing, in the order of the mechanism.
    pub missing: Vec<String>,
    /// The key of the next one: the first that is missing after the last one taken, or else the
    /// first that is missing.
    pub next: Option<String>,
    /// What to mind first, with the key of its step: a limit that has passed before one that is
    /// near. What was too early or too late is over, and only said where the step stands.
    pub presses: Option<(String, Warning)>,
}

/// A stage (阶段): steps that stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stage<'a> {
    /// Its name; nothing for the steps before the first stage.
    pub title: Option<&'a Label>,
    /// Its steps, one or more.
    pub steps: &'a [StepDefinition],
}

/// How far a card has come on `today`.
pub fn progress(mechanism: &Mechanism, card: &Card, today: CivilDate) -> Progress {
    let states = step_states(mechanism, card, today);
    let missing: Vec<String> = states
        .iter()
        .filter(|state| state.taken.is_empty())
        .map(|state| state.key.clone())
        .collect();
    let last = states.iter().rposition(|state| !state.taken.is_empty());
    let ahead = states.iter().skip(last.map_or(0, |last| last + 1));
    let next = ahead.map(|state| state.key.clone()).next();
    let warnings = || {
        let warned = states.iter();
        warned.filter_map(|state| Some((&state.key, state.warning?)))
    };
    let overdue = warnings().find(|(_, one)| matches!(one, Warning::Overdue { .. }));
    let soon = || warnings().find(|(_, one)| matches!(one, Warning::Soon { .. }));
    let presses = overdue.or_else(soon);
    let presses = presses.map(|(key, warning)| (key.clone(), warning));
    Progress {
        taken: states.len() - missing.len(),
        all: states.len(),
        next: next.or_else(|| missing.first().cloned()),
        missing,
        presses,
    }
}

/// How a card stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardState {
    /// Under way (在办).
    Open,
    /// A limit is near (快到期).
    Soon,
    /// A limit has passed (超期).
    Overdue,
    /// At its end.
    Closed(Ending),
}

/// How a card comes to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The matter is settled (办结).
    Settled,
    /// The list is not used any more (不再用).
    OutOfUse,
    /// The person is not on the list any more (移出名册).
    OffTheList,
}

impl Ending {
    /// How the cards of a mechanism come to their end: matters are settled, and a list that is kept
    /// up goes out of use.
    pub fn of(mechanism: &Mechanism) -> Self {
        match (mechanism.kept_up, mechanism.is_about_persons()) {
            (false, _) => Self::Settled,
            (true, false) => Self::OutOfUse,
            (true, true) => Self::OffTheList,
        }
    }
}

/// How a card stands on `today`. The pack may have its mechanism no more: then nothing presses.
pub fn card_state(mechanism: Option<&Mechanism>, card: &Card, today: CivilDate) -> CardState {
    if card.closed_on.is_some() {
        return CardState::Closed(mechanism.map_or(Ending::Settled, Ending::of));
    }
    let presses = mechanism.and_then(|mechanism| progress(mechanism, card, today).presses);
    match presses {
        Some((_, Warning::Overdue { .. })) => CardState::Overdue,
        Some(_) => CardState::Soon,
        None => CardState::Open,
    }
}

/// Whether nothing is left to be done about a card in a year: it is settled, or it is of an earlier
/// year, of what is filled in once a year.
pub fn is_over(mechanism: &Mechanism, card: &Card, year: i32) -> bool {
    card.closed_on.is_some() || (mechanism.once_a_year && card.year < year)
}

/// The steps of a mechanism by stages; one without a name where it has none.
pub fn stages(mechanism: &Mechanism) -> Vec<Stage<'_>> {
    let steps = &mechanism.steps;
    let begins = |place: &usize| *place == 0 || steps[*place].stage.is_some();
    let starts: Vec<usize> = (0..steps.len()).filter(begins).collect();
    let ends = starts.iter().skip(1).copied().chain([steps.len()]);
    let stages = starts.iter().zip(ends).map(|(start, end)| Stage {
        title: steps[*start].stage.as_ref(),
        steps: &steps[*start..end],
    });
    stages.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::StepMark;
    use crate::sorted_map::SortedMap;
    use crate::standard::{Certainty, Deadline, DeadlineRule, ItemId, Listing};

    fn label(text: &str) -> Label {
        Label {
            zh: text.to_owned(),
            en: None,
        }
    }

    /// Steps by key; `*` begins a stage.
    fn mechanism(keys: &[&str]) -> Mechanism {
        let steps = keys.iter().map(|key| StepDefinition {
            key: key.trim_start_matches('*').to_owned(),
            label: label(key),
            stage: key.starts_with('*').then(|| label(key)),
            hint: None,
            deadlines: Vec::new(),
            certainty: None,
        });
        Mechanism {
            id: ItemId::from("m"),
            title: label("m"),
            about: label("m"),
            card: label("m"),
            list: Listing::Duty,
            act: None,
            enabled: true,
            private: false,
            once_a_year: false,
            kept_up: false,
            votes: Vec::new(),
            fields: Vec::new(),
            steps: steps.collect(),
            links: Vec::new(),
            not_applicable_when: None,
            sources: Vec::new(),
            certainty: Certainty::Suggestion,
        }
    }

    fn card(taken: &[(&str, &str)]) -> Card {
        let steps = taken.iter().map(|(key, day)| {
            let mark = StepMark {
                on: vec![day.parse().unwrap()],
                line: String::new(),
            };
            ((*key).to_owned(), mark)
        });
        Card {
            mechanism: ItemId::from("m"),
            year: 2026,
            title: String::new(),
            values: SortedMap::new(),
            steps: steps.collect(),
            links: Vec::new(),
            closed_on: None,
        }
    }

    #[test]
    fn the_next_step_is_the_one_after_the_last_taken() {
        fn check(taken: &[&str], missing: &[&str], next: Option<&str>) {
            let days: Vec<(&str, &str)> = taken.iter().map(|key| (*key, "2026-03-01")).collect();
            let today = "2026-03-02".parse().unwrap();
            let found = progress(&mechanism(&["a", "b", "c"]), &card(&days), today);
            assert_eq!((found.taken, found.all), (taken.len(), 3), "{taken:?}");
            assert_eq!(found.missing, missing, "{taken:?}");
            assert_eq!(found.next.as_deref(), next, "{taken:?}");
        }

        check(&[], &["a", "b", "c"], Some("a"));
        check(&["a"], &["b", "c"], Some("b"));
        check(&["b"], &["a", "c"], Some("c"));
        check(&["a", "c"], &["b"], Some("b"));
        check(&["a", "b", "c"], &[], None);
    }

    #[test]
    fn a_limit_that_has_passed_presses_before_one_that_is_near() {
        let mut mechanism = mechanism(&["a", "b", "c"]);
        let limit = |months| Deadline {
            after: "a".to_owned(),
            months,
            rule: DeadlineRule::Within,
        };
        mechanism.steps[1].deadlines = vec![limit(2)];
        mechanism.steps[2].deadlines = vec![limit(1)];
        let check = |today: &str, expected: Option<(&str, Warning)>| {
            let card = card(&[("a", "2026-01-15")]);
            let found = progress(&mechanism, &card, today.parse().unwrap());
            let expected = expected.map(|(key, warning)| (key.to_owned(), warning));
            assert_eq!(found.presses, expected, "{today}");
        };
        let (second, third) = ("2026-03-15".parse().unwrap(), "2026-02-15".parse().unwrap());
        check("2026-01-15", None);
        check("2026-02-01", Some(("c", Warning::Soon { last: third })));
        check("2026-02-16", Some(("c", Warning::Overdue { last: third })));
        check("2026-04-01", Some(("b", Warning::Overdue { last: second })));

        let stands = |today: &str, closed: bool| {
            let mut card = card(&[("a", "2026-01-15")]);
            card.closed_on = closed.then_some(third);
            let today = today.parse().unwrap();
            let without = card_state(None, &card, today);
            assert_eq!(
                without == CardState::Closed(Ending::Settled),
                closed,
                "without its mechanism"
            );
            card_state(Some(&mechanism), &card, today)
        };
        assert_eq!(stands("2026-01-15", false), CardState::Open);
        assert_eq!(stands("2026-02-01", false), CardState::Soon);
        assert_eq!(stands("2026-04-01", false), CardState::Overdue);
        assert_eq!(
            stands("2026-04-01", true),
            CardState::Closed(Ending::Settled)
        );
    }

    /// The mark of a list out of use said 「办结」, as if a roster were a matter.
    #[test]
    fn what_is_kept_up_is_not_settled() {
        fn check(kept_up: bool, card_word: &str, expected: Ending) {
            let mut mechanism = mechanism(&[]);
            (mechanism.kept_up, mechanism.card) = (kept_up, label(card_word));
            let mut card = card(&[]);
            let today = "2026-07-01".parse().unwrap();
            assert_eq!(card_state(Some(&mechanism), &card, today), CardState::Open);
            card.closed_on = Some("2026-06-30".parse().unwrap());
            let found = card_state(Some(&mechanism), &card, today);
            assert_eq!(found, CardState::Closed(expected), "{kept_up} {card_word}");
        }

        check(false, "一个议题", Ending::Settled);
        check(false, "一位发展对象（代号）", Ending::Settled);
        check(true, "一份结对名录", Ending::OutOfUse);
        check(true, "一名流动党员（代号）", Ending::OffTheList);
    }

    #[test]
    fn what_is_filled_in_once_a_year_is_over_with_the_year() {
        fn check(once_a_year: bool, closed: bool, year: i32, expected: bool) {
            let mut mechanism = mechanism(&[]);
            mechanism.once_a_year = once_a_year;
            let mut card = card(&[]);
            card.closed_on = closed.then(|| "2026-06-30".parse().unwrap());
            let found = is_over(&mechanism, &card, year);
            assert_eq!(found, expected, "{once_a_year} {closed} {year}");
        }

        check(false, false, 2026, false);
        check(false, false, 2027, false);
        check(false, true, 2026, true);
        check(true, false, 2026, false);
        check(true, false, 2027, true);
    }

    #[test]
    fn steps_stand_in_their_stages() {
        fn check(keys: &[&str], expected: &[(Option<&str>, usize)]) {
            let mechanism = mechanism(keys);
            let found: Vec<(Option<&str>, usize)> = stages(&mechanism)
                .iter()
                .map(|stage| (stage.title.map(|one| one.zh.as_str()), stage.steps.len()))
                .collect();
            assert_eq!(found, expected, "{keys:?}");
        }

        check(&[], &[]);
        check(&["a", "b"], &[(None, 2)]);
        check(&["*a", "b", "*c"], &[(Some("*a"), 2), (Some("*c"), 1)]);
        check(&["a", "*b", "c"], &[(None, 1), (Some("*b"), 2)]);
    }
}
