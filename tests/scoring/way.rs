//! The shortest way to a star, held against every other way.

use crate::words::way_words;
use crate::world::{asked, assessment, derived, nobody, pack, star};
use proptest::prelude::*;
use serde_json::{Value, json};
use wuxing::assessment::{WayToStar, judge};

#[test]
fn the_fewest_indicators_that_win_a_star() {
    fn check(answers: &str, expected: &str) {
        let reach = |verdict: &str| json!({ "verdict": verdict });
        let follows = derived(
            "S",
            &[(20, reach("met")), (10, reach("partly")), (0, Value::Null)],
            json!({ "from": ["X", "Y"], "rule": "worst" }),
        );
        let indicators = vec![asked("A", &[40, 20, 0]), asked("B", &[30, 0]), follows];
        let rest = asked("C", &[10, 5, 0]);
        let pack = pack(json!({
            "basics": [{ "key": "basic", "indicators": [
                { "id": "X", "frequency": "quarter" }, { "id": "Y", "frequency": "quarter" },
            ]}],
            "stars": [star("star", indicators.into_iter().chain([rest]).collect())],
            "vetoes": [{ "id": "V", "effect": "freeze_all_stars" },
                       { "id": "W", "effect": { "freeze_stars": ["star"] } }],
        }));
        let outcome = judge(&pack, &nobody(), &assessment("2026Q1", answers));
        assert_eq!(
            way_words(outcome.stars[0].way.as_ref()),
            expected,
            "{answers}"
        );
    }

    check("A=40p B=30p C=10p", "none needed");
    check("", "A+40?, B+30?, S+20? through X Y");
    check("A=40p", "B+30?, S+20? through X Y");
    check("A=40p B=30p", "S+20? through X Y");
    check("A=40p X=partly", "B+30?, S+20 through X Y");
    check("A=40p B=30p X=partly Y=met C=0p", "none needed");
    check("A=20p B=30p X=partly Y=unmet", "A+20, S+20 through X Y");
    check("A=20p B=30p X=met Y=partly", "A+20");
    // Among equal gains, what is only to be answered comes first.
    check("A=20p B=30p C=5p", "S+20? through X Y, A+20");
    // With an own band, what she follows from does not hold it back any more.
    check("A=40p B=0p X=met Y=met S=0p", "B+30, S+20");
    check("V=present", "ruled out by V");
    check("A=40p B=30p C=10p V=present W=present", "ruled out by V W");
}

#[test]
fn a_pass_line_that_nobody_can_reach() {
    let mut whole = star("star", vec![asked("A", &[40, 0])]);
    whole["pass"] = json!(41);
    let pack = pack(json!({ "stars": [whole] }));
    let outcome = judge(&pack, &nobody(), &assessment("2026Q1", ""));
    assert_eq!(way_words(outcome.stars[0].way.as_ref()), "out of reach");
}

/// The size of the smallest set of indicators whose best bands reach the pass line; every subset
/// is tried.
fn fewest_of_all(gains: &[u32], score: u32, pass: u32) -> Option<u32> {
    (0_u32..1 << gains.len())
        .filter(|subset| {
            let chosen = gains
                .iter()
                .enumerate()
                .filter(|(place, _)| subset >> place & 1 == 1);
            score + chosen.map(|(_, gain)| *gain).sum::<u32>() >= pass
        })
        .map(u32::count_ones)
        .min()
}

proptest! {
    #[test]
    fn no_way_is_shorter(
        maxima in prop::collection::vec(1_u32..40, 1..9),
        chosen in prop::collection::vec(prop::option::of(0_u32..40), 9),
        pass in 1_u32..200,
    ) {
        let indicators: Vec<Value> = maxima
            .iter()
            .enumerate()
            .map(|(place, maximum)| {
                asked(&format!("S{place}"), &(0..=*maximum).rev().collect::<Vec<_>>())
            })
            .collect();
        let mut whole = star("star", indicators);
        whole["pass"] = json!(pass);
        let pack = pack(json!({ "stars": [whole] }));
        let points = |place: usize| chosen[place].map(|points| points.min(maxima[place]));
        let answers: Vec<String> = (0..maxima.len())
            .filter_map(|place| points(place).map(|points| format!("S{place}={points}p")))
            .collect();
        let outcome = judge(&pack, &nobody(), &assessment("2026Q1", &answers.join(" ")));
        let star = &outcome.stars[0];
        let gains: Vec<u32> =
            (0..maxima.len()).map(|place| maxima[place] - points(place).unwrap_or(0)).collect();
        let fewest = fewest_of_all(&gains, star.score, pass);
        match &star.way {
            None => prop_assert!(star.score >= pass),
            Some(WayToStar::OutOfReach) => prop_assert_eq!(fewest, None),
            Some(WayToStar::RuledOutBy(_)) => prop_assert!(false, "there is no veto"),
            Some(WayToStar::Fewest(steps)) => {
                prop_assert_eq!(fewest, Some(steps.len() as u32));
                let gained: u32 = steps.iter().map(|step| step.gain).sum();
                prop_assert!(star.score + gained >= pass, "the way wins the star");
                prop_assert!(steps.is_sorted_by_key(|step| std::cmp::Reverse(step.gain)));
            }
        }
    }
}
