//! What a file is not refused for: it is kept, with an issue that says so.

use crate::meaning::{answer, backup, file, sealed};
use crate::samples::{
    NOW, assessment, id, organization, own_pack, period_file, reference, workspace,
};
use serde_json::{Value, json};
use wuxing::exchange::{Document, ImportError, ImportIssue, export, open_text};
use wuxing::standard::Points;

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
