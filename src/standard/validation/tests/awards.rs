//! Faults of the award rule.

use super::check;
use crate::standard::FaultKind;
use serde_json::json;

#[test]
fn faults_of_the_award() {
    let grade = |at_least: u32| json!({"at_least": at_least, "title": {"zh": "等次"}});
    check(
        |pack| pack["award"]["all_stars_sum"] = json!(501),
        "",
        "/award/all_stars_sum",
        FaultKind::SumOutOfReach {
            needed: 501,
            possible: 500,
        },
    );
    check(
        |pack| pack["award"]["first_star"] = json!("star_x"),
        "",
        "/award/first_star",
        FaultKind::UnknownKey {
            key: "star_x".to_owned(),
        },
    );
    check(
        |pack| pack["award"]["grades"] = json!([grade(90), grade(90), grade(0)]),
        "",
        "/award/grades",
        FaultKind::GradesNotDescending,
    );
    check(
        |pack| pack["award"]["grades"] = json!([grade(90), grade(10)]),
        "",
        "/award/grades",
        FaultKind::LastGradeNotZero,
    );
    check(
        |pack| pack["award"]["grades"] = json!([]),
        "",
        "/award/grades",
        FaultKind::LastGradeNotZero,
    );
    check(
        |pack| pack["award"]["grades"] = json!([grade(101), grade(0)]),
        "",
        "/award/grades/0/at_least",
        FaultKind::PercentOutOfRange { percent: 101 },
    );
}
