//! Faults of mechanisms: fields, steps with their limits, links.

use super::*;

#[test]
fn faults_of_mechanisms() {
    let limit = |months| FaultKind::LimitOutOfRange { months, most: 120 };
    let steps = "/steps/1/deadlines/0";
    check(
        |pack| set(pack, "hard_case", "/about/zh", json!("")),
        "hard_case",
        "/about/zh",
        FaultKind::EmptyText,
    );
    check(
        |pack| set(pack, "hard_case", "/fields/1/hint/zh", json!("")),
        "hard_case",
        "/fields/1/hint/zh",
        FaultKind::EmptyText,
    );
    check(
        |pack| set(pack, "hard_case", "/fields/2/key", json!("first")),
        "hard_case",
        "/fields/2",
        FaultKind::Duplicate {
            name: "first".to_owned(),
        },
    );
    check(
        |pack| set(pack, "four_sync", "/steps/3/key", json!("deploy")),
        "four_sync",
        "/steps/3",
        FaultKind::Duplicate {
            name: "deploy".to_owned(),
        },
    );
    check(
        |pack| {
            set(
                pack,
                "entry_list",
                "/fields/1/kind",
                json!({ "choice": [] }),
            )
        },
        "entry_list",
        "/fields/1/kind/choice",
        FaultKind::NothingToChoose,
    );
    check(
        |pack| {
            set(
                pack,
                "entry_list",
                "/fields/1/kind/choice/1/key",
                json!("yes"),
            )
        },
        "entry_list",
        "/fields/1/kind/choice/1",
        FaultKind::Duplicate {
            name: "yes".to_owned(),
        },
    );
    check(
        |pack| {
            set(
                pack,
                "admission_steps",
                &format!("{steps}/months"),
                json!(0),
            )
        },
        "admission_steps",
        &format!("{steps}/months"),
        limit(0),
    );
    check(
        |pack| {
            set(
                pack,
                "admission_steps",
                &format!("{steps}/months"),
                json!(121),
            )
        },
        "admission_steps",
        &format!("{steps}/months"),
        limit(121),
    );
    for after in ["first_talk", "activist", "nothing"] {
        check(
            |pack| {
                set(
                    pack,
                    "admission_steps",
                    &format!("{steps}/after"),
                    json!(after),
                )
            },
            "admission_steps",
            &format!("{steps}/after"),
            FaultKind::NoEarlierStep {
                key: after.to_owned(),
            },
        );
    }
    check(
        |pack| {
            let link = json!({ "to": "needs", "label": { "zh": "需求" } });
            set(pack, "hard_case", "/links", json!([link]));
        },
        "hard_case",
        "/links/0/to",
        FaultKind::UnknownMechanism { id: "needs".into() },
    );
    let vote = "/votes/1";
    for (key, wrong) in [("approve", "content"), ("present", "nobody")] {
        let place = format!("{vote}/{key}");
        check(
            |pack| set(pack, "four_discuss_two_open", &place, json!(wrong)),
            "four_discuss_two_open",
            &place,
            FaultKind::NoNumberField {
                key: wrong.to_owned(),
            },
        );
    }
    let rule = format!("{vote}/quorum");
    check(
        |pack| set(pack, "four_discuss_two_open", &rule, json!("Q-X")),
        "four_discuss_two_open",
        &rule,
        FaultKind::UnknownQuorum { id: "Q-X".into() },
    );
}
