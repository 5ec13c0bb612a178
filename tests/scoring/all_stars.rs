//! All stars together: the sum, the vetoes that limit them, and what is switched off.

use crate::world::{asked, assessment, changed, nobody, pack, star, village};
use serde_json::json;
use wuxing::assessment::{AllStars, LocalSettings, Threshold, judge};
use wuxing::sorted_map::SortedMap;
use wuxing::standard::{ItemId, StandardPack};

/// A village where every star stands at its best, and then some answers.
fn village_at_its_best(answers: &str) -> (StandardPack, String) {
    let pack = village();
    let scored = pack.stars.iter().flat_map(|star| &star.indicators);
    let best = scored.map(|one| format!("{}={}p", one.id, one.maximum));
    let text: Vec<String> = best.chain([answers.to_owned()]).collect();
    (pack, text.join(" "))
}

#[test]
fn all_stars_together() {
    fn check(answers: &str, local: LocalSettings, expected: &str) {
        let (pack, answers) = village_at_its_best(answers);
        let outcome = judge(&pack, &changed(local), &assessment("2026Q4", &answers));
        let needed = outcome
            .sum_needed
            .map_or("-".to_owned(), |needed| needed.to_string());
        let found = format!(
            "{:?} {}/{} needed {needed}, won {}",
            outcome.all_stars, outcome.sum, outcome.sum_maximum, outcome.stars_won
        );
        assert_eq!(found, expected, "{answers}");
    }

    // The bound on VB5 is met, so that nothing waits for it.
    let none = LocalSettings::default;
    check("SYS-V2=met", none(), "Won 500/500 needed 450, won 5");
    // All five won, and the sum not reached: 5 x 88 = 440.
    check(
        "SYS-V2=met VA2=8p VB1=10p VC1=6p VD1=7p VE2=6p",
        none(),
        "NotWon 432/500 needed 450, won 5",
    );
    check(
        "SYS-V2=met VB1=0p VB2=10p",
        none(),
        "NotWon 470/500 needed 450, won 4",
    );
    check(
        "SYS-V2=met VT4=present",
        none(),
        "NotWon 500/500 needed 450, won 4",
    );
    check(
        "SYS-V2=met VT7=present",
        none(),
        "NotWon 500/500 needed 450, won 5",
    );
    check(
        "SYS-V2=met VT10=present",
        none(),
        "Won 500/500 needed 450, won 5",
    );
    // Without SYS-V2 the bound on VB5 is open: 485 is enough for the sum and for every star.
    check("", none(), "Won 485/500 needed 450, won 5");
    check(
        "VA2=0p VB1=18p",
        none(),
        "Incomplete 458/500 needed 450, won 4",
    );
    let own = |sum| LocalSettings {
        thresholds: SortedMap::from([(Threshold::AllStarsSum, sum)]),
        ..LocalSettings::default()
    };
    check(
        "SYS-V2=met VB1=18p",
        own(500),
        "NotWon 493/500 needed 500, won 5",
    );
    check(
        "SYS-V2=met VB1=18p",
        own(493),
        "Won 493/500 needed 493, won 5",
    );
    check("SYS-V2=met", own(u32::MAX), "Won 500/500 needed 500, won 5");
}

#[test]
fn regression_the_sum_shrinks_with_what_is_switched_off() {
    fn check(off: &[&str], expected: &str) {
        let (pack, answers) = village_at_its_best("SYS-V2=met");
        let switched = off.iter().map(|id| (ItemId::from(*id), false)).collect();
        let local = LocalSettings {
            switched,
            ..LocalSettings::default()
        };
        let outcome = judge(&pack, &changed(local), &assessment("2026Q4", &answers));
        let needed = outcome
            .sum_needed
            .map_or("-".to_owned(), |needed| needed.to_string());
        let found = format!("{:?} {} needed {needed}", outcome.all_stars, outcome.sum);
        assert_eq!(found, expected, "{off:?}");
    }

    // The sum used to stay at 450, so that switching off what nobody there has took all stars away.
    check(&["VC2", "VC3", "VD5"], "Won 450 needed 405");
    check(&["VC2", "VC3", "VD5", "VD6"], "Won 435 needed 392");
    // Without a star there is no award for all of them; four used to be enough for five.
    check(
        &["VB1", "VB2", "VB3", "VB4", "VB5", "VB6"],
        "NotOffered 400 needed -",
    );
}

#[test]
fn packs_without_points_offer_no_award() {
    let pack = pack(json!({ "stars": [{ "key": "named" }], "award": { "all_stars_sum": 450 } }));
    let outcome = judge(&pack, &nobody(), &assessment("2026Q1", ""));
    assert_eq!(outcome.all_stars, AllStars::NotOffered);
    assert_eq!(
        (outcome.sum, outcome.sum_maximum, outcome.grade),
        (0, 0, None)
    );
}

#[test]
fn a_limit_that_leaves_room_for_all_stars_takes_nothing() {
    fn check(most: u32, expected: AllStars) {
        let pack = pack(json!({
            "stars": [
                star("first", vec![asked("A", &[10, 0])]),
                star("second", vec![asked("B", &[10, 0])]),
            ],
            "vetoes": [{ "id": "V", "effect": { "at_most_stars": most } }],
            "award": { "star_pass": 8, "all_stars_sum": 18 },
        }));
        let outcome = judge(
            &pack,
            &nobody(),
            &assessment("2026Q1", "A=10p B=10p V=present"),
        );
        assert_eq!(outcome.all_stars, expected, "at most {most}");
    }

    check(1, AllStars::NotWon);
    check(2, AllStars::Won);
    check(3, AllStars::Won);
}
