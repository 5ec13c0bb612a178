//! Faults of the responsibility checklist: duties, records, presence and votes.

use super::*;

#[test]
fn names_of_the_checklist_are_unique_in_the_whole_pack() {
    fn check_twice(name: &str, member: &str, becomes: &str) {
        let mut value = village();
        set(&mut value, name, member, json!(becomes));
        let pack = parse(&value.to_string()).unwrap();
        let twice = FaultKind::Duplicate {
            name: becomes.to_owned(),
        };
        let found = validate(&pack);
        assert!(
            found.iter().any(|fault| fault.kind == twice),
            "{name} {becomes}"
        );
    }

    check_twice("D-GM", "/id", "D-CM");
    check_twice("D-GM", "/id", "ORG-01");
    check_twice("D-GM", "/id", "star_party");
    check_twice("lecture", "/id", "D-GM");
    check_twice("four_sync", "/id", "lecture");
    check_twice("Q-GM", "/id", "four_sync");
    check_twice("lower", "/key", "branch");
    check_twice("10", "/key", "x");
    check_twice("upper", "/key", "lower");
}

#[test]
fn faults_of_duties() {
    check(
        |pack| set(pack, "D-GM", "/goal/zh", json!(" ")),
        "D-GM",
        "/goal/zh",
        FaultKind::EmptyText,
    );
    check(
        |pack| set(pack, "D-GM", "/milestone/zh", json!("")),
        "D-GM",
        "/milestone/zh",
        FaultKind::EmptyText,
    );
    check(
        |pack| set(pack, "D-GM", "/evidence", json!([""])),
        "D-GM",
        "/evidence/0",
        FaultKind::EmptyText,
    );
    check(
        |pack| set(pack, "D-GM", "/sources/0", json!("X-1")),
        "D-GM",
        "/sources/0",
        FaultKind::UnknownRule {
            id: "X-1".to_owned(),
        },
    );
    check(
        |pack| set(pack, "D-GM", "/level", json!("top")),
        "D-GM",
        "/level",
        FaultKind::UnknownLevel {
            key: "top".to_owned(),
        },
    );
    check(
        |pack| set(pack, "D-GM", "/category", json!("11")),
        "D-GM",
        "/category",
        FaultKind::UnknownCategory {
            key: "11".to_owned(),
        },
    );
    check(
        |pack| set(pack, "D-GM", "/times", json!(0)),
        "D-GM",
        "/times",
        FaultKind::CountWithoutTimes,
    );
    check(
        |pack| set(pack, "D-GM", "/times", json!(10_001)),
        "D-GM",
        "/times",
        FaultKind::NumberTooLarge {
            number: 10_001,
            most: GREATEST_NUMBER,
        },
    );
    check(
        |pack| set(pack, "D-GM", "/done_by", json!({ "records": ["tea"] })),
        "D-GM",
        "/done_by/records/0",
        FaultKind::UnknownRecordKind { id: "tea".into() },
    );
    check(
        |pack| set(pack, "D-GM", "/done_by", json!({ "records": [] })),
        "D-GM",
        "/done_by/records",
        FaultKind::DoneByNothing,
    );
    check(
        |pack| set(pack, "D-X", "/done_by", json!({ "cards": "four_together" })),
        "D-X",
        "/done_by/cards",
        FaultKind::UnknownMechanism {
            id: "four_together".into(),
        },
    );
}

#[test]
fn faults_of_hours() {
    fn hours(of: Value, at_least: u32) -> Value {
        json!({ "hours": { "of": of, "at_least": at_least } })
    }

    check(
        |pack| {
            set(
                pack,
                "D-HOURS",
                "/done_by",
                hours(json!(["lecture", "tea"]), 32),
            )
        },
        "D-HOURS",
        "/done_by/hours/of/1",
        FaultKind::UnknownRecordKind { id: "tea".into() },
    );
    check(
        |pack| set(pack, "D-HOURS", "/done_by", hours(json!(["lecture"]), 0)),
        "D-HOURS",
        "/done_by/hours/at_least",
        FaultKind::CountWithoutTimes,
    );
    check(
        |pack| set(pack, "D-JOINT", "/done_by", hours(json!(["lecture"]), 8)),
        "D-JOINT",
        "/done_by/hours",
        FaultKind::CountWithoutPeriods {
            frequency: Frequency::Event,
        },
    );
}

#[test]
fn faults_of_windows() {
    fn check_window(from: u8, to: u8, sound: bool) {
        let mut value = village();
        set(
            &mut value,
            "D-LIFE",
            "/window",
            json!({ "from": from, "to": to }),
        );
        let found = validate(&parse(&value.to_string()).unwrap());
        let expected = if sound {
            vec![]
        } else {
            vec![FaultKind::WindowOutOfRange { from, to }]
        };
        let kinds: Vec<FaultKind> = found.into_iter().map(|fault| fault.kind).collect();
        assert_eq!(kinds, expected, "{from} {to}");
    }

    check_window(1, 1, true);
    check_window(12, 12, true);
    check_window(12, 15, true);
    check_window(1, 15, true);
    check_window(0, 2, false);
    check_window(13, 14, false);
    check_window(5, 4, false);
    check_window(12, 16, false);
    check(
        |pack| set(pack, "D-GM", "/window", json!({ "from": 1, "to": 2 })),
        "D-GM",
        "/window",
        FaultKind::WindowWithoutYear {
            frequency: Frequency::Quarter,
        },
    );
}

#[test]
fn faults_of_records() {
    check(
        |pack| set(pack, "lecture", "/title/zh", json!("")),
        "lecture",
        "/title/zh",
        FaultKind::EmptyText,
    );
    check(
        |pack| set(pack, "lecture", "/counts_for", json!(["ACT-C1"])),
        "lecture",
        "/counts_for/0",
        FaultKind::UnknownItem {
            id: "ACT-C1".into(),
        },
    );
    check(
        |pack| set(pack, "lecture", "/counts_for", json!(["ACT-04", "ACT-06"])),
        "lecture",
        "/counts_for/1",
        FaultKind::NotCounted {
            id: "ACT-06".into(),
        },
    );
    check(
        |pack| set(pack, "lecture", "/asks", json!(["present", "present"])),
        "lecture",
        "/asks/1",
        FaultKind::AskedTwice,
    );
    check(
        |pack| set(pack, "lecture", "/quorum", json!("Q-X")),
        "lecture",
        "/quorum",
        FaultKind::UnknownQuorum { id: "Q-X".into() },
    );
}

#[test]
fn faults_of_presence_and_votes() {
    fn check_share(numerator: u32, denominator: u32, more_than: bool, sound: bool) {
        let mut value = village();
        let share =
            json!({ "numerator": numerator, "denominator": denominator, "more_than": more_than });
        set(&mut value, "Q-GM", "/approval/share", share);
        let found = validate(&parse(&value.to_string()).unwrap());
        let expected = if sound {
            vec![]
        } else {
            vec![FaultKind::ShareOutOfRange {
                numerator,
                denominator,
            }]
        };
        let kinds: Vec<FaultKind> = found.into_iter().map(|fault| fault.kind).collect();
        assert_eq!(kinds, expected, "{numerator} {denominator} {more_than}");
    }

    check_share(1, 2, true, true);
    check_share(1, 1, false, true);
    check_share(1, 1, true, false);
    check_share(0, 2, false, false);
    check_share(1, 0, false, false);
    check_share(3, 2, false, false);
    check(
        |pack| set(pack, "Q-EL", "/presence/numerator", json!(0)),
        "Q-EL",
        "/presence",
        FaultKind::ShareOutOfRange {
            numerator: 0,
            denominator: 5,
        },
    );
    check(
        |pack| set(pack, "Q-EL", "/note/zh", json!("")),
        "Q-EL",
        "/note/zh",
        FaultKind::EmptyText,
    );
}
