//! What a file is refused for, and what is kept with an issue.

use crate::samples::{
    NOW, assessment, id, organization, own_pack, period_file, reference, workspace,
};
use serde_json::{Value, json};
use wuxing::canonical;
use wuxing::exchange::{Document, ImportError, ImportIssue, Kind, export, open_text};
use wuxing::standard::Points;

/// The file of one assessment, as JSON.
fn file() -> Value {
    let one = assessment(3, id(1), "2026Q3");
    let text = period_file(&organization(1, "新坝村"), &one, &[], None).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// The file of a whole device, as JSON.
fn backup() -> Value {
    serde_json::from_str(&export::everything(&workspace(), NOW, "0.1.0").unwrap()).unwrap()
}

/// Gives the checksum of the payload that the file now has.
fn sealed(mut file: Value) -> String {
    if let Ok(canonical) = canonical::write(&file["payload"]) {
        file["sha256"] = canonical::sha256_hex(&canonical).into();
    }
    file.to_string()
}

fn answer(file: &mut Value, item: &str) -> &'static str {
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

#[test]
fn kept_with_an_issue() {
    fn check(mut file: Value, change: impl FnOnce(&mut Value), expected: Vec<ImportIssue>) {
        change(&mut file);
        let opened = open_text(&sealed(file)).unwrap();
        assert_eq!(opened.issues, expected);
    }

    let one = id(3);
    check(file(), |_| {}, vec![]);
    check(
        file(),
        |file| {
            answer(file, "ORG-99");
        },
        {
            vec![ImportIssue::AnswersRetired {
                assessment: one,
                items: vec!["ORG-99".into()],
            }]
        },
    );
    check(
        file(),
        |file| file["payload"]["assessment"]["answers"]["VA3"]["value"] = json!({"band": 7}),
        vec![ImportIssue::UnknownBand {
            assessment: one,
            item: "VA3".into(),
            points: Points::whole(7),
        }],
    );
    let misfit = |item: &str| ImportIssue::AnswerDoesNotFit {
        assessment: one,
        item: item.into(),
    };
    check(
        file(),
        |file| file["payload"]["assessment"]["answers"]["VT1"]["value"] = json!({"verdict": "met"}),
        vec![misfit("VT1")],
    );
    check(
        file(),
        |file| {
            file["payload"]["assessment"]["answers"]["ORG-01"]["value"] = json!({"veto": "clear"})
        },
        vec![misfit("ORG-01")],
    );
    check(
        file(),
        |file| {
            let answer = &mut file["payload"]["assessment"]["answers"]["ACT-01"];
            answer["value"] = json!({"count": {"done": 10_001}});
        },
        vec![ImportIssue::UnlikelyNumber {
            place: "payload.assessment.answers.ACT-01.value.count.done".to_owned(),
            number: 10_001,
        }],
    );
    let day = |place: &str, day: &str| ImportIssue::UnlikelyDate {
        place: place.to_owned(),
        date: day.parse().unwrap(),
    };
    check(
        file(),
        |file| file["payload"]["organization"]["term_end"] = json!("9999-12-31"),
        vec![day("payload.organization.term_end", "9999-12-31")],
    );
    check(
        file(),
        |file| {
            let answer = &mut file["payload"]["assessment"]["answers"]["ACT-01"];
            answer["evidence"] = json!([{"name": "记录", "date": "0202-03-01"}]);
        },
        vec![day(
            "payload.assessment.answers.ACT-01.evidence[0].date",
            "0202-03-01",
        )],
    );
    check(
        file(),
        |file| file["payload"]["assessment"]["pack"]["version"] = json!("2019.1"),
        {
            vec![ImportIssue::OtherPackVersion {
                assessment: one,
                pack: "wuxing.village".to_owned(),
                answered: "2019.1".to_owned(),
                at_hand: crate::samples::village_pack().version,
            }]
        },
    );
    check(file(), |file| file["payload"]["duties"] = json!([]), {
        vec![ImportIssue::UnknownPart {
            name: "duties".to_owned(),
        }]
    });
    check(
        file(),
        |file| file["payload"]["organization"]["facts"]["households"] = json!(7),
        {
            let place = "payload.organization.facts.households".to_owned();
            vec![ImportIssue::NotKept { place }]
        },
    );
    // A backup is all there is: what lacks something is kept.
    let mut missing = backup();
    missing["payload"]["organizations"] = json!([]);
    missing["payload"]["standards"] = json!([]);
    check(
        missing,
        |_| {},
        vec![
            ImportIssue::OrganizationMissing { assessment: id(3) },
            ImportIssue::OrganizationMissing { assessment: id(4) },
            ImportIssue::PackMissing {
                assessment: id(4),
                pack: "local.village".to_owned(),
            },
            ImportIssue::LedgerWithoutOrganization {
                organization: id(1),
                pages: 2,
            },
            ImportIssue::LedgerWithoutOrganization {
                organization: id(2),
                pages: 1,
            },
        ],
    );
}

#[test]
fn another_version_of_a_carried_pack_will_do() {
    let pack = own_pack();
    let mut one = assessment(3, id(1), "2026Q3");
    one.pack = reference(&pack);
    one.pack.version = "0".to_owned();
    let text = period_file(&organization(1, ""), &one, &[], Some(&pack)).unwrap();
    let issue = ImportIssue::OtherPackVersion {
        assessment: id(3),
        pack: "local.village".to_owned(),
        answered: "0".to_owned(),
        at_hand: "1".to_owned(),
    };
    assert_eq!(open_text(&text).unwrap().issues, [issue]);
}

#[test]
fn checksums_tell_whether_a_file_was_changed() {
    fn check(change: impl FnOnce(&mut Value), expected: &[ImportIssue]) {
        let mut file = file();
        change(&mut file);
        assert_eq!(open_text(&file.to_string()).unwrap().issues, expected);
    }

    check(|_| {}, &[]);
    check(
        |file| file["sha256"] = file["sha256"].as_str().unwrap().to_uppercase().into(),
        &[],
    );
    check(|file| file["app"] = json!("another"), &[]);
    check(
        |file| drop(file["sha256"].take()),
        &[ImportIssue::NoChecksum],
    );
    check(
        |file| file["sha256"] = json!("abc"),
        &[ImportIssue::ChecksumDiffers],
    );
    check(
        |file| file["payload"]["organization"]["name"] = json!("旧坝村"),
        &[ImportIssue::ChecksumDiffers],
    );
}

#[test]
fn a_pack_that_does_not_do_what_it_says_is_refused() {
    let mut file: Value =
        serde_json::from_str(&export::standard(&own_pack(), NOW, "0.1.0").unwrap()).unwrap();
    let mut faulty = file.clone();
    faulty["payload"]["standard"]["stars"][0]["maximum"] = json!(99);
    let refused = open_text(&sealed(faulty)).unwrap_err();
    assert!(matches!(refused, ImportError::PackFaulty { id, .. } if id == "local.village"));

    file["payload"]["standard"]["examples"][0]["expected"]["bonus"] = json!(77);
    let refused = open_text(&sealed(file.clone())).unwrap_err();
    assert!(
        matches!(refused, ImportError::PackExamplesDiffer { faults, .. }
        if faults.len() == 1 && faults[0].expected == "77")
    );

    file["payload"]["standard"]["basics"][0]["colour"] = json!("red");
    let refused = open_text(&sealed(file)).unwrap_err();
    assert!(matches!(refused, ImportError::PackMisshapen { faults, .. }
        if faults.len() == 1 && faults[0].place == "basics[0].colour"));

    let mut backup = backup();
    backup["payload"]["standards"][0]["pack"]["stars"][0]["maximum"] = json!(99);
    let opened = open_text(&sealed(backup)).unwrap();
    assert_eq!(opened.documents.len(), workspace().len());
    assert!(
        matches!(&opened.issues[0], ImportIssue::PackDoubtful { pack, .. }
        if pack == "local.village")
    );
    assert!(
        opened
            .documents
            .iter()
            .any(|document| matches!(document, Document::Standard(_)))
    );
}
