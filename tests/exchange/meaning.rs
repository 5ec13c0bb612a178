//! What a file is refused for.

use crate::samples::{NOW, assessment, id, organization, period_file, workspace};
use serde_json::{Value, json};
use wuxing::canonical;
use wuxing::exchange::{ImportError, Kind, export, open_text};

/// The file of one assessment, as JSON.
pub fn file() -> Value {
    let one = assessment(3, id(1), "2026Q3");
    let text = period_file(&organization(1, "新坝村"), &one, &[], None).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// The file of a whole device, as JSON.
pub fn backup() -> Value {
    serde_json::from_str(&export::everything(&workspace(), NOW, "0.1.0").unwrap()).unwrap()
}

/// Gives the checksum of the payload that the file now has.
pub fn sealed(mut file: Value) -> String {
    if let Ok(canonical) = canonical::write(&file["payload"]) {
        file["sha256"] = canonical::sha256_hex(&canonical).into();
    }
    file.to_string()
}

pub fn answer(file: &mut Value, item: &str) -> &'static str {
    file["payload"]["assessment"]["answers"][item] = json!({"changed_at": 1});
    "payload.assessment.answers"
}

#[test]
fn refused_with_the_reason() {
    fn check(mut file: Value, change: impl FnOnce(&mut Value), expected: ImportError) {
        change(&mut file);
        assert_eq!(open_text(&sealed(file)), Err(expected));
    }
    fn shape(place: &str, problem: &str) -> ImportError {
        ImportError::WrongShape {
            place: place.to_owned(),
            problem: problem.to_owned(),
        }
    }

    let another = |found: Option<&str>| ImportError::AnotherProgram {
        found: found.map(Into::into),
    };
    check(
        file(),
        |file| file["format"] = "excalidraw".into(),
        another(Some("excalidraw")),
    );
    check(
        file(),
        |file| file["format"] = "长".repeat(99).into(),
        another(Some(&"长".repeat(40))),
    );
    check(file(), |file| file["format"] = json!(1), another(None));
    check(
        file(),
        |file| *file = json!({"type": "FeatureCollection"}),
        another(None),
    );
    let newer = |found| ImportError::NewerVersion { found, known: 4 };
    check(file(), |file| file["version"] = json!(5), newer(5));
    check(
        file(),
        |file| file["version"] = json!(u64::MAX),
        newer(u64::MAX),
    );
    // A newer build is named by its version, whatever else is new.
    check(
        file(),
        |file| *file = json!({"format": "wuxing", "version": 9, "what": 1}),
        newer(9),
    );
    check(
        file(),
        |file| file["version"] = json!(0),
        shape("version", "not a version: 0"),
    );
    check(
        file(),
        |file| file["version"] = json!("1"),
        shape("version", "not a version: \"1\""),
    );
    check(
        file(),
        |file| file["version"] = json!(1.0),
        shape("version", "not a version: 1.0"),
    );
    check(
        file(),
        |file| drop(file.as_object_mut().unwrap().remove("version")),
        shape("", "missing field `version`"),
    );
    check(
        file(),
        |file| file["kind"] = json!(1),
        shape("kind", "expected a string"),
    );
    let nothing = |kind, instead: &[&str]| ImportError::NothingInside {
        kind,
        instead: instead.iter().map(ToString::to_string).collect(),
    };
    check(
        file(),
        |file| file["kind"] = json!("backup"),
        nothing(Kind::Backup, &["assessment", "organization"]),
    );
    check(
        file(),
        |file| file["kind"] = json!("standard"),
        nothing(Kind::Standard, &["assessment", "organization"]),
    );
    check(
        backup(),
        |file| file["payload"] = json!({"assessments": [], "settings": null}),
        nothing(Kind::Backup, &[]),
    );
    check(file(), |file| file["kind"] = json!("roster"), {
        ImportError::UnknownKind {
            found: "roster".to_owned(),
        }
    });
    check(
        file(),
        |file| file["payload"] = json!([]),
        shape("payload", "expected an object"),
    );
    check(
        backup(),
        |file| file["payload"]["assessments"] = json!({}),
        shape("payload.assessments", "expected a list"),
    );
    check(file(), |file| drop(file["payload"]["assessment"].take()), {
        shape("payload", "missing field `assessment`")
    });
    check(
        file(),
        |file| file["payload"]["organization"]["term_end"] = json!("2026-02-30"),
        shape("payload.organization.term_end", "not a date: 2026-02-30"),
    );
    check(
        file(),
        |file| file["payload"]["assessment"]["period"] = json!("2026Q5"),
        shape("payload.assessment.period", "not a quarter: 2026Q5"),
    );
    check(
        backup(),
        |file| file["payload"]["organizations"][1]["name"] = json!(7),
        {
            let problem = "invalid type: integer `7`, expected a string";
            shape("payload.organizations[1].name", problem)
        },
    );
    check(
        file(),
        |file| file["payload"]["organization"]["later"] = json!([1, 1.5]),
        shape("payload.organization.later[1]", "not an integer: 1.5"),
    );
    check(
        file(),
        |file| file["payload"]["assessment"]["pack"]["id"] = json!("local.x"),
        {
            ImportError::UnknownPack {
                id: "local.x".to_owned(),
            }
        },
    );
    let other = id(9);
    check(
        file(),
        |file| file["payload"]["assessment"]["organization"] = json!(other),
        ImportError::UnknownOrganization { id: other },
    );
}

#[test]
fn numbers_that_nobody_meant_are_refused_with_their_place() {
    fn check(item: &str, value: Value, place: &str, found: i64) {
        let mut file = file();
        let answers = answer(&mut file, item);
        file["payload"]["assessment"]["answers"][item]["value"] = value;
        let place = format!("{answers}.{item}.value.{place}");
        match open_text(&sealed(file)) {
            Err(ImportError::OutOfRange {
                place: there,
                found: number,
                ..
            }) => {
                assert_eq!((there, number), (place, found));
            }
            Err(ImportError::WrongShape { place: there, .. }) if u32::try_from(found).is_err() => {
                assert_eq!(there, place);
            }
            other => unreachable!("{other:?}"),
        }
    }

    check(
        "ACT-01",
        json!({"count": {"done": 1_000_001}}),
        "count.done",
        1_000_001,
    );
    check(
        "ACT-01",
        json!({"count": {"done": 1, "due": 4_000_000_000_u32}}),
        "count.due",
        4_000_000_000,
    );
    check("ACT-01", json!({"count": {"done": -1}}), "count.done", -1);
    check(
        "ACT-01",
        json!({"count": {"done": 1_u64 << 40}}),
        "count.done",
        1 << 40,
    );
    check("VA3", json!({"band": 9_999_999}), "band", 9_999_999);
    check("BN1", json!({"bonus": [1, 9_999_999]}), "bonus", 9_999_999);
}

#[test]
fn a_text_is_never_shortened() {
    fn check(characters: usize, refused: bool) {
        let mut file = file();
        let place = answer(&mut file, "ORG-02");
        file["payload"]["assessment"]["answers"]["ORG-02"]["note"] = "长".repeat(characters).into();
        let expected = ImportError::TextTooLong {
            place: format!("{place}.ORG-02.note"),
            characters,
            most: 20_000,
        };
        assert_eq!(open_text(&sealed(file)).err(), refused.then_some(expected));
    }

    check(20_000, false);
    check(20_001, true);
}
