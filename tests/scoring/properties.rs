//! What holds for every pack, whatever was answered.

use crate::cases::{Case, better, case};
use crate::world::{asked, assessment, changed, pack, star};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::json;
use wuxing::assessment::{
    AllStars, AnswerValue, BasicState, BasicsState, LocalSettings, Outcome, Standing, StarState,
    UpNext, Verdict, WayToStar, judge, up_next,
};
use wuxing::period::CivilDate;
use wuxing::sorted_map::SortedMap;
use wuxing::standard::{DerivationEffect, ItemId, ScoredBy, ScoredIndicator, StandardPack};

fn rank_of_star(state: StarState) -> u8 {
    match state {
        StarState::Frozen => 0,
        StarState::NotWon => 1,
        StarState::Incomplete | StarState::NotDue => 2,
        StarState::Won => 3,
        // These do not depend on the answers.
        StarState::Named => 4,
        StarState::NotApplicable => 5,
    }
}

/// Whether a state of a basic may follow from another once an answer is better.
fn no_worse(before: BasicState, after: BasicState) -> bool {
    before == after || (before != BasicState::Incomplete && after == BasicState::Met)
}

/// Answers to everything that is open, from what is open; `best` or the worst there is.
fn filled_in(case: &Case, best: bool) -> Case {
    let mut filled = case.clone();
    // A derivation can wait for another, so that the first round need not be the last.
    for _ in 0..3 {
        let outcome = filled.outcome();
        for basic in &outcome.basics {
            for result in &basic.indicators {
                if result.standing == Standing::Unchecked {
                    let verdict = if best { Verdict::Met } else { Verdict::Unmet };
                    filled = filled.with(&result.id, AnswerValue::Verdict(verdict));
                }
            }
        }
        for star in &outcome.stars {
            for id in &star.open {
                let (_, indicator) = filled.pack.scored(id).unwrap();
                let asked = indicator.derivation.as_ref().is_none_or(|rule| {
                    rule.effect == DerivationEffect::Limits && filled.assessment.value(id).is_none()
                });
                let waits = outcome
                    .basics
                    .iter()
                    .any(|basic| basic.state == BasicState::Incomplete);
                if asked || !waits {
                    let value = extreme(&filled.pack, indicator, best);
                    filled = filled.with(id, value);
                }
            }
        }
    }
    filled
}

/// The best answer to a scored indicator, or the worst.
fn extreme(pack: &StandardPack, indicator: &ScoredIndicator, best: bool) -> AnswerValue {
    let bands = &indicator.bands;
    let points = match indicator.scored_by() {
        ScoredBy::Bands if best => bands.first().unwrap().score,
        ScoredBy::Bands => bands.last().unwrap().score,
        ScoredBy::Entered if best => indicator.maximum,
        ScoredBy::Entered => 0,
        ScoredBy::Deductions => {
            let times = if best { 0 } else { u32::MAX };
            return AnswerValue::Deductions(vec![times; indicator.deductions.len()]);
        }
    };
    AnswerValue::of_points(pack.points(points))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, ..ProptestConfig::default() })]

    #[test]
    fn a_better_answer_never_makes_anything_worse(case in case(3), which in any::<Index>()) {
        let ids: Vec<&ItemId> = case.assessment.answers.keys().collect();
        prop_assume!(!ids.is_empty());
        let before = case.outcome();
        // Every answer from a place on, so that one case tries a dozen of them.
        let start = which.index(ids.len());
        for id in ids.iter().cycle().skip(start).take(12) {
            let value = case.assessment.value(id).unwrap();
            let Some(value) = better(&case.pack, id, value) else { continue };
            let after = case.with(id, value.clone()).outcome();
            for (before, after) in before.stars.iter().zip(&after.stars) {
                prop_assert!(after.score >= before.score, "{id} {value:?}: {} score", after.key);
                prop_assert!(
                    rank_of_star(after.state) >= rank_of_star(before.state),
                    "{id} {value:?}: {} {:?} to {:?}", after.key, before.state, after.state
                );
            }
            for (before, after) in before.basics.iter().zip(&after.basics) {
                prop_assert!(
                    no_worse(before.state, after.state),
                    "{id} {value:?}: {} {:?} to {:?}", after.key, before.state, after.state
                );
                // What was not due and is met early joins what counts, and lowers no share.
                prop_assert!(
                    after.reached_percent >= before.reached_percent,
                    "{id} {value:?}: {} share", after.key
                );
            }
            let vetoed = |outcome: &Outcome| !outcome.basics_vetoed_by.is_empty();
            prop_assert!(
                before.basics_state != BasicsState::Met || after.basics_state == BasicsState::Met
            );
            prop_assert!(vetoed(&before) || !vetoed(&after));
            prop_assert!(after.stars_counted >= before.stars_counted, "{id} {value:?}");
            prop_assert!(after.sum >= before.sum);
            if let (Some(before), Some(after)) = (before.grade, after.grade) {
                prop_assert!(after <= before, "{id} {value:?}: the best grade stands first");
            }
            prop_assert!(after.bonus.points >= before.bonus.points, "{id} {value:?}: bonus");
            prop_assert!(
                !matches!(before.all_stars, AllStars::Won)
                    || after.all_stars == before.all_stars
            );
        }
    }

    #[test]
    fn any_answers_at_all_are_judged_the_same_way_twice(case in case(50)) {
        let outcome = case.outcome();
        prop_assert_eq!(&outcome, &case.outcome());

        for basic in &outcome.basics {
            let standings = [
                Standing::Met, Standing::Partly, Standing::Unmet, Standing::Unchecked,
                Standing::NotApplicable, Standing::NotDue, Standing::Off,
            ];
            let sum: usize = standings.iter().map(|standing| basic.count(*standing)).sum();
            let asked = case.pack.basic(&basic.key).unwrap().indicators.len();
            prop_assert_eq!(sum, asked, "each indicator stands in one way");
            prop_assert!(basic.counted() <= sum);
            prop_assert!(basic.reached_percent <= 100);
            let unchecked = basic.count(Standing::Unchecked) > 0;
            prop_assert_eq!(unchecked, basic.state == BasicState::Incomplete);
            for result in &basic.indicators {
                if case.assessment.value(&result.id).is_none() {
                    prop_assert!(
                        !matches!(result.standing, Standing::Unmet | Standing::Partly),
                        "{} was not answered", result.id
                    );
                    prop_assert!(!basic.must_missing.contains(&result.id));
                }
            }
        }
        for star in &outcome.stars {
            prop_assert!(star.score <= star.maximum, "{}", star.key);
            let known: u32 = star.indicators.iter().filter_map(|one| one.points).sum();
            prop_assert_eq!(known, star.score);
            for one in &star.indicators {
                prop_assert!(one.within_reach <= one.maximum);
                prop_assert!(one.points.is_none_or(|points| points == one.within_reach));
                prop_assert_eq!(one.points.is_none(), star.open.contains(&one.id));
            }
            let frozen = star.state == StarState::Frozen;
            prop_assert!(!frozen || !star.frozen_by.is_empty());
            if star.state == StarState::Won {
                prop_assert!(star.score >= star.pass && star.way.is_none());
            }
            if let Some(WayToStar::Fewest(steps)) = &star.way {
                let gained: u32 = steps.iter().map(|step| step.gain).sum();
                prop_assert!(star.score + gained >= star.pass);
            }
        }
        prop_assert!(outcome.stars_counted <= outcome.stars_won);
        prop_assert!(outcome.sum <= outcome.sum_maximum);
        let points: u32 = outcome.bonus.items.iter().map(|item| item.points).sum();
        prop_assert_eq!(points, outcome.bonus.points);
    }

    /// A star that is won stays won and one that is lost stays lost, however what is still open
    /// is answered; one that is open can become either or has nothing to lose.
    #[test]
    fn what_is_still_open_decides_only_what_stands_as_open(case in case(0)) {
        let before = case.outcome();
        let best = filled_in(&case, true).outcome();
        let worst = filled_in(&case, false).outcome();
        for (place, star) in before.stars.iter().enumerate() {
            let (best, worst) = (&best.stars[place], &worst.stars[place]);
            match star.state {
                StarState::Won => prop_assert_eq!(worst.state, StarState::Won, "{}", star.key),
                StarState::NotWon => prop_assert_eq!(best.state, StarState::NotWon, "{}", star.key),
                StarState::Incomplete | StarState::NotDue if star.waits_for.is_none() => {
                    prop_assert!(best.score >= star.pass, "{} could be won", star.key);
                }
                StarState::Incomplete | StarState::NotDue => {}
                StarState::Frozen | StarState::Named | StarState::NotApplicable => {
                    prop_assert_eq!(best.state, star.state);
                    prop_assert_eq!(worst.state, star.state);
                }
            }
            prop_assert!(best.open.is_empty() && worst.open.is_empty(), "{}", star.key);
            prop_assert!(worst.score >= star.score, "{}: answering takes no points", star.key);
        }
    }

    /// Whatever counts as open is answered where the next thing to do leads, one after the other,
    /// until nothing is. A star once counted an item as open that followed from something not due:
    /// its page had nothing to answer, and the button led there for ever.
    #[test]
    fn what_counts_as_open_is_answered_where_the_next_thing_leads(case in case(0)) {
        let mut case = case;
        let pack = case.organization.local.applied_to(&case.pack);
        let today = CivilDate::new(2026, 11, 27).unwrap();
        loop {
            let outcome = case.outcome();
            let open = outcome.open_items(&pack);
            prop_assert_eq!(outcome.progress(&pack).left(), open.len());
            let next = match up_next(&pack, &outcome, None, &[], today) {
                UpNext::Musts => outcome.must_items().open.first().cloned(),
                UpNext::OfBasic(key, id) => {
                    let basic = outcome.basic(&key).unwrap();
                    prop_assert!(basic.indicators.iter().any(|one| one.id == id));
                    Some(id)
                }
                UpNext::OfStar(key, id) => {
                    let star = outcome.star(&key).unwrap();
                    let asked = star.indicators.iter().find(|one| one.id == id).unwrap();
                    prop_assert!(asked.is_open(), "{id} has a card without a choice");
                    Some(id)
                }
                _ => None,
            };
            let Some(id) = next else {
                prop_assert!(open.is_empty(), "nothing leads to {open:?}");
                break;
            };
            prop_assert!(open.contains(&id), "{id} is not open");
            let value = match pack.scored(&id) {
                Some((_, indicator)) => extreme(&pack, indicator, true),
                None => AnswerValue::Verdict(Verdict::Met),
            };
            case = case.with(&id, value);
            let left = case.outcome().open_items(&pack);
            prop_assert!(!left.contains(&id), "{id} is still open with an answer");
        }
    }

    /// An indicator that stands exactly at the share of the whole star neither gives nor takes
    /// anything when it is switched off; see the example below for one that does not.
    #[test]
    fn switching_off_holds_the_rest_against_the_same_share(
        points in prop::collection::vec(0_u32..=10, 10)
    ) {
        let bands: Vec<u32> = (0..=10).rev().collect();
        let indicators = (0..10).map(|place| asked(&format!("S{place}"), &bands)).collect();
        let pack = pack(json!({ "stars": [star("star", indicators)] }));
        let places = points.iter().enumerate();
        let text: Vec<String> =
            places.map(|(place, points)| format!("S{place}={points}p")).collect();
        let answers = assessment("2026Q1", &text.join(" "));
        let off = |ids: &[usize]| LocalSettings {
            switched: ids.iter().map(|id| (ItemId(format!("S{id}")), false)).collect(),
            ..LocalSettings::default()
        };
        let whole = &judge(&pack, &changed(off(&[])), &answers).stars[0];
        for (place, points) in points.iter().enumerate() {
            let left = &judge(&pack, &changed(off(&[place])), &answers).stars[0];
            prop_assert_eq!((left.maximum, left.pass), (90, 72));
            let won = |state| state == StarState::Won;
            match points {
                // At the share of the pass line: nothing changes.
                8 => prop_assert_eq!(won(left.state), won(whole.state)),
                // Below it the rest can only look better, above it only worse.
                0..8 => prop_assert!(won(left.state) || !won(whole.state)),
                _ => prop_assert!(!won(left.state) || won(whole.state)),
            }
        }
    }
}

#[test]
fn switching_off_what_stood_badly_can_give_a_star() {
    let indicators = vec![asked("A", &[50, 0]), asked("B", &[50, 25, 0])];
    let pack = pack(json!({ "stars": [star("star", indicators)] }));
    let answers = assessment("2026Q1", "A=50p B=25p");
    let without = |id: &str| LocalSettings {
        switched: SortedMap::from([(ItemId::from(id), false)]),
        ..LocalSettings::default()
    };
    let state = |local| judge(&pack, &changed(local), &answers).stars[0].state;
    assert_eq!(
        state(LocalSettings::default()),
        StarState::NotWon,
        "75 of 100, the line is 80"
    );
    assert_eq!(
        state(without("B")),
        StarState::Won,
        "50 of 50, the line is 40"
    );
    assert_eq!(
        state(without("A")),
        StarState::NotWon,
        "25 of 50, the line is 40"
    );
}
