//! Schemes as counties issue them: tenths of points, deductions, points that are put in, parts that
//! count by a weight, a bonus with a cap, and a case that limits the grade.

use crate::world::{assessment, nobody, pack, star};
use serde_json::{Value, json};
use wuxing::assessment::{AnswerValue, Situation, StarState, judge, verification};
use wuxing::standard::{PointsUnit, StandardPack, validate};

/// A scored indicator from which points are taken off: `(points, most in all)`.
fn taken_off(id: &str, maximum: u32, least: u32, deductions: &[(u32, Option<u32>)]) -> Value {
    let deductions: Vec<Value> = deductions
        .iter()
        .map(|(points, cap)| json!({ "title": { "zh": "每次" }, "points": points, "cap": cap }))
        .collect();
    json!({ "id": id, "maximum": maximum, "least": least, "deductions": deductions })
}

/// Two parts of a hundred points each that count 20 and 80 percent, all in tenths.
pub fn scheme() -> StandardPack {
    let bands = [200, 150, 100, 0].map(|score| json!({ "score": score }));
    let mut first = star(
        "part_a",
        vec![
            taken_off("A1", 500, 0, &[(5, None), (50, None)]),
            json!({ "id": "A2", "maximum": 300, "entered": true }),
            json!({ "id": "A3", "maximum": 200, "bands": bands }),
        ],
    );
    first["weight_percent"] = json!(20);
    first["pass"] = json!(600);
    let mut second = star(
        "part_b",
        vec![
            taken_off("B1", 600, 100, &[(25, Some(100))]),
            json!({
                "id": "B2", "maximum": 400, "entered": true,
            }),
        ],
    );
    second["weight_percent"] = json!(80);
    second["pass"] = json!(600);
    let grades = [(90, "优秀"), (75, "良好"), (60, "合格"), (0, "不合格")];
    let grades = grades.map(|(from, name)| json!({ "at_least": from, "title": { "zh": name } }));
    pack(json!({
        "points_unit": "tenths",
        "stars": [first, second],
        "award": { "star_pass": 600, "all_stars_sum": 700, "grades": grades },
        "vetoes": [{ "id": "V1", "effect": { "grade_at_best": 3 } }],
        "bonuses": [{ "id": "N1", "cap": 50, "options": [{ "points": 5 }, { "points": 20 }] }],
    }))
}

#[test]
fn a_scheme_of_a_county_is_a_sound_pack() {
    assert_eq!(validate(&scheme()), []);
    assert_eq!(verification::verify(&scheme()), []);
}

#[test]
fn deductions_go_on_until_nothing_is_left() {
    fn check(answers: &str, expected: Option<u32>) {
        let outcome = judge(&scheme(), &nobody(), &assessment("2026Q1", answers));
        let all = outcome.stars.iter().flat_map(|star| &star.indicators);
        let (id, _) = answers.split_once('=').unwrap();
        let found = all.clone().find(|one| one.id.0 == id).unwrap();
        assert_eq!(found.points, expected, "{answers}");
    }

    check("A1=0-0", Some(500));
    check("A1=3-0", Some(485));
    check("A1=3-2", Some(385));
    check("A1=0-99", Some(0));
    check("A1=4294967295-4294967295", Some(0));
    // One cap for all times, and some points stay whatever happens.
    check("B1=4-", Some(500));
    check("B1=40-", Some(500));
    // Points of a band say nothing about how often something happened: it is asked again.
    check("B1=30p", None);
    check("A2=29p", Some(290));
    check("A2=99p", Some(300));
    check("A3=15p", Some(150));
    check("A3=16p", Some(150));
}

#[test]
fn parts_count_by_their_weights() {
    fn check(answers: &str, sum: u32, grade: Option<&str>) {
        let pack = scheme();
        let outcome = judge(&pack, &nobody(), &assessment("2026Q1", answers));
        assert_eq!((outcome.sum, outcome.sum_maximum), (sum, 1000), "{answers}");
        let found = outcome
            .grade
            .map(|place| pack.award.grades[place].title.zh.as_str());
        assert_eq!(found, grade, "{answers}");
    }

    check("A1=0-0 A2=30p A3=20p B1=0- B2=40p", 1000, Some("优秀"));
    check("A1=0-0 A2=30p A3=20p", 200, None);
    // 84.5 of 100 at 20 %, and 100 at 80 %: 96.9.
    check("A1=1-3 A2=30p A3=20p B1=0- B2=40p", 969, Some("优秀"));
    check("A1=0-10 A2=0p A3=0p B1=4- B2=10p", 480, Some("不合格"));
    // Such a case lets the grade be no better, whatever the points.
    check(
        "A1=0-0 A2=30p A3=20p B1=0- B2=40p V1=present",
        1000,
        Some("不合格"),
    );
    check(
        "A1=0-0 A2=30p A3=20p B1=0- B2=40p V1=unclear",
        1000,
        Some("优秀"),
    );
}

#[test]
fn regression_a_pack_of_scored_items_alone_is_not_looked_at_before_anything_was_answered() {
    // Home said that everything had been looked at while none of four items was answered.
    let pack = scheme();
    let situation = |answers: &str| {
        let outcome = judge(&pack, &nobody(), &assessment("2026Q1", answers));
        (outcome.progress(&pack), outcome.situation(&pack))
    };
    let (progress, nothing) = situation("");
    assert_eq!((progress.done, progress.all), (0, 5));
    assert_eq!(nothing, Situation::Untouched { musts: 0, all: 5 });
    let (progress, some) = situation("A1=0-0");
    assert_eq!((progress.done, progress.all), (1, 5));
    assert!(matches!(
        some,
        Situation::Open {
            left: 4,
            musts_met: None,
            stars: true
        }
    ));
    let (_, all) = situation("A1=0-0 A2=30p A3=20p B1=0- B2=40p");
    assert!(matches!(
        all,
        Situation::Reached {
            basics: None,
            stars: Some(_)
        }
    ));
}

#[test]
fn an_answer_says_the_same_under_every_unit() {
    fn check(value: &AnswerValue, whole: Option<u32>, tenths: Option<u32>) {
        let found = [PointsUnit::Whole, PointsUnit::Tenths].map(|unit| value.points_in(unit));
        assert_eq!(found, [whole, tenths], "{value:?}");
        if let Some(tenths) = tenths.filter(|tenths| tenths % 10 != 0) {
            assert_eq!(
                *value,
                AnswerValue::of_points(PointsUnit::Tenths.of(tenths))
            );
        }
    }

    check(&AnswerValue::Band(25), Some(25), Some(250));
    check(&AnswerValue::BandTenths(25), Some(2), Some(25));
    check(&AnswerValue::Deductions(vec![1]), None, None);
    let written = AnswerValue::of_points(PointsUnit::Tenths.of(250));
    assert_eq!(
        written,
        AnswerValue::Band(25),
        "whole points are written as such"
    );
}

#[test]
fn any_number_of_boxes_will_do() {
    for boxes in [1_usize, 3, 6] {
        let stars: Vec<Value> = (0..boxes)
            .map(|place| {
                star(
                    &format!("box{place}"),
                    vec![json!({
                        "id": format!("S{place}"), "maximum": 100, "entered": true,
                    })],
                )
            })
            .collect();
        let pack = pack(json!({ "stars": stars, "award": { "all_stars_sum": 85 * boxes } }));
        assert_eq!(validate(&pack), []);
        let answers: Vec<String> = (0..boxes).map(|place| format!("S{place}=90p")).collect();
        let outcome = judge(&pack, &nobody(), &assessment("2026Q1", &answers.join(" ")));
        assert!(
            outcome
                .stars
                .iter()
                .all(|star| star.state == StarState::Won)
        );
        assert_eq!(usize::try_from(outcome.stars_counted), Ok(boxes));
    }
}
