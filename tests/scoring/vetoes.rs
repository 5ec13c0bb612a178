//! What each veto touches and does in the village pack, and what bonuses give.

use crate::words::star_word;
use crate::world::{assessment, nobody, pack, village};
use serde_json::{Value, json};
use wuxing::assessment::{Outcome, judge};
use wuxing::standard::ItemId;

const STARS: [&str; 5] = [
    "star_party",
    "star_prosperity",
    "star_ecology",
    "star_harmony",
    "star_civility",
];

/// A village in the fourth quarter that has everything at its best, and then these answers.
fn village_with(answers: &str) -> Outcome {
    let pack = village();
    let best: Vec<String> = pack
        .indicators()
        .map(|one| match one.answer.is_verdict() {
            true => format!("{}=met", one.id),
            false => format!("{}=12", one.id),
        })
        .chain(
            pack.stars
                .iter()
                .flat_map(|star| &star.indicators)
                .map(|one| format!("{}={}p", one.id, one.maximum)),
        )
        .collect();
    let answers = format!("{} {answers}", best.join(" "));
    judge(&pack, &nobody(), &assessment("2026Q4", &answers))
}

#[test]
fn what_each_veto_does() {
    fn check(veto: &str, frozen: &[&str], counted: u32, basics: &str) {
        let clear = village_with(&format!("{veto}=clear"));
        assert_eq!(
            (clear.stars_counted, clear.stars_won, clear.sum),
            (5, 5, 500),
            "{veto}"
        );
        assert_eq!(format!("{:?}", clear.basics_state), "Met", "{veto}");
        let unclear = village_with(&format!("{veto}=unclear"));
        assert_eq!(unclear.stars, clear.stars, "{veto}: 不清楚 freezes nothing");
        assert_eq!(unclear.basics_state, clear.basics_state, "{veto}");

        let outcome = village_with(&format!("{veto}=present"));
        for key in STARS {
            let star = outcome.star(key).unwrap();
            let expected = if frozen.contains(&key) {
                "frozen"
            } else {
                "won"
            };
            assert_eq!(star_word(star.state), expected, "{veto} {key}");
            let by = if frozen.contains(&key) {
                vec![ItemId::from(veto)]
            } else {
                vec![]
            };
            assert_eq!(star.frozen_by, by, "{veto} {key}");
            assert_eq!(star.score, 100, "{veto} {key}: the score stays visible");
        }
        assert_eq!(outcome.stars_counted, counted, "{veto}");
        assert_eq!(format!("{:?}", outcome.basics_state), basics, "{veto}");
        assert_eq!(outcome.sum, 500, "{veto}: the sum stays visible");
    }

    check("VT1", &STARS, 0, "Met");
    check("VT2", &STARS, 0, "Met");
    check("VT3", &STARS, 0, "Met");
    check("VT4", &["star_harmony"], 4, "Met");
    check("VT5", &STARS, 0, "Met");
    check("VT6", &["star_prosperity"], 4, "Met");
    // 「不得评三星以上」 takes in the third star: 以上 has the number itself.
    check("VT7", &[], 2, "Met");
    check("VT8", &STARS, 0, "Met");
    check("VT9", &STARS, 0, "Met");
    check("VT10", &[], 5, "Unmet");
}

#[test]
fn the_village_has_exactly_these_ten_vetoes() {
    let mut found: Vec<String> = village()
        .vetoes
        .iter()
        .map(|one| one.id.0.clone())
        .collect();
    found.sort_by_key(|id| id[2..].parse::<u32>().unwrap());
    let expected: Vec<String> = (1..=10).map(|number| format!("VT{number}")).collect();
    assert_eq!(found, expected);
}

#[test]
fn several_vetoes_at_once() {
    fn check(answers: &str, frozen_by: [usize; 5], counted: u32, open: usize) {
        let outcome = village_with(answers);
        let found = STARS.map(|key| outcome.star(key).unwrap().frozen_by.len());
        assert_eq!(found, frozen_by, "{answers}");
        assert_eq!(outcome.stars_counted, counted, "{answers}");
        assert_eq!(outcome.vetoes_open(), open, "{answers}");
    }

    check("", [0; 5], 5, 10);
    check("VT4=present VT6=present", [0, 1, 0, 1, 0], 3, 8);
    check("VT1=present VT4=present", [1, 1, 1, 2, 1], 0, 8);
    check("VT4=present VT7=present", [0, 0, 0, 1, 0], 2, 8);
    check("VT4=present VT6=present VT7=present", [0, 1, 0, 1, 0], 2, 7);
    check("VT1=clear VT2=unclear", [0; 5], 5, 9);
    // Values of another kind are no answer.
    check("VT1=unmet VT2=3 VT3=5p", [0; 5], 5, 10);
}

#[test]
fn the_lowest_limit_counts() {
    fn check(answers: &str, won: u32, counted: u32) {
        let star = |key: &str| {
            json!({ "key": key, "maximum": 10, "pass": 8, "indicators": [
                { "id": key, "maximum": 10, "bands": [{ "score": 10 }, { "score": 0 }] }
            ]})
        };
        let pack = pack(json!({
            "stars": [star("A"), star("B"), star("C")],
            "vetoes": [{ "id": "V", "effect": { "at_most_stars": 2 } },
                       { "id": "W", "effect": { "at_most_stars": 1 } }],
        }));
        let outcome = judge(&pack, &nobody(), &assessment("2026Q1", answers));
        assert_eq!(
            (outcome.stars_won, outcome.stars_counted),
            (won, counted),
            "{answers}"
        );
    }

    check("A=10p B=10p C=10p", 3, 3);
    check("A=10p B=10p C=10p V=present", 3, 2);
    check("A=10p B=10p C=10p V=present W=present", 3, 1);
    check("A=0p B=0p C=10p V=present", 1, 1);
    check("V=present", 0, 0);
}

#[test]
fn bonuses_and_their_caps() {
    fn check(answers: &str, points: u32, capped: &str) {
        let outcome = village_with(answers);
        let found: Vec<&str> = outcome
            .bonus
            .items
            .iter()
            .filter(|one| one.capped)
            .map(|one| one.id.0.as_str())
            .collect();
        assert_eq!(
            (outcome.bonus.points, found.join(" ").as_str()),
            (points, capped),
            "{answers}"
        );
        assert_eq!(
            outcome.sum, 500,
            "{answers}: a bonus is never added to the base score"
        );
    }

    check("", 0, "");
    check("BN1=1+", 5, "");
    check("BN1=2+", 10, "");
    check("BN1=3+", 10, "BN1");
    // Comments by leaders are noted and give nothing.
    check("BN2=0+0+1", 0, "");
    check("BN2=1+1+1", 0, "");
    check("BN3=0+1+0", 3, "");
    check("BN3=0+0+2", 4, "");
    check("BN3=1+1+1", 4, "BN3");
    check("BN4=1+ BN5=1+ BN6=9+", 0, "");
    check("BN7=1+", 2, "");
    check("BN7=2+", 2, "BN7");
    check("BN1=9+ BN2=9+9+9 BN3=9+9+9 BN7=9+", 16, "BN1 BN3 BN7");
    // A list that is too long or too short, and values of another kind.
    check("BN1=1+7+7+7", 5, "");
    check("BN3=1+", 4, "");
    check("BN1=met BN2=3 BN3=4p", 0, "");
    check("BN3=4294967295+4294967295+4294967295", 4, "BN3");
}

#[test]
fn regression_bonuses_without_caps_do_not_overflow() {
    let one = |id: &str| -> Value {
        json!({ "id": id, "options": [{ "title": { "zh": "名" }, "points": u32::MAX }] })
    };
    let pack = pack(json!({ "bonuses": [one("A"), one("B")] }));
    let answers = assessment("2026Q1", "A=4294967295+ B=4294967295+");
    assert_eq!(judge(&pack, &nobody(), &answers).bonus.points, u32::MAX);
}
