//! A time of change that no calendar has, or that lies far ahead: it ends neither editing nor
//! exporting, and the person is told of it.

use crate::samples::{NOW, assessment, id, organization, workspace};
use serde_json::{Value, json};
use wuxing::assessment::Answer;
use wuxing::exchange::limits::{AHEAD_OF_NOW_MS, HIGHEST_STAMP, INSTANTS, LATEST_STAMP};
use wuxing::exchange::{
    Document, DocumentKey, ImportIssue, SCHEMA_VERSION, Settings, backup, export, open_stored,
    open_text, stamps,
};

fn stamped(at: i64) -> Document {
    let mut one = assessment(3, id(1), "2026Q3");
    let answer = Answer {
        changed_at: at,
        ..one.answers.values().next().unwrap().clone()
    };
    one.answers.insert("ORG-01".into(), answer);
    Document::Assessment(one)
}

fn latest(document: &Document) -> i64 {
    let all = std::slice::from_ref(document);
    stamps::later_than(all, i64::MIN).unwrap().1
}

/// An answer that was stamped with the last instant of the calendar opened without a word; the next
/// edit went beyond it, and from then on no file could be made.
#[test]
fn no_stamp_of_a_file_is_beyond_what_can_be_counted_on_from() {
    #[track_caller]
    fn check(at: i64, expected: i64) {
        let organization = Document::Organization(organization(1, "新坝村"));
        let file = export::everything(&[organization, stamped(NOW)], NOW, "0.1.0").unwrap();
        let mut file: Value = serde_json::from_str(&file).unwrap();
        file["payload"]["assessments"][0]["answers"]["ORG-01"]["changed_at"] = json!(at);
        let opened = open_text(&file.to_string()).unwrap();
        let found = opened.documents.iter().find_map(|one| match one {
            Document::Assessment(one) => one.answers.get(&"ORG-01".into()),
            _ => None,
        });
        assert_eq!(found.map(|answer| answer.changed_at), Some(expected));
        let moved = ImportIssue::StampsMoved { stamps: 1 };
        assert_eq!(opened.issues.contains(&moved), at != expected, "{at}");
        export::everything(&opened.documents, NOW, "0.1.0").unwrap();
    }
    check(NOW + 5, NOW + 5);
    check(LATEST_STAMP, LATEST_STAMP);
    check(LATEST_STAMP + 1, LATEST_STAMP + 1);
    check(HIGHEST_STAMP, HIGHEST_STAMP);
    check(HIGHEST_STAMP + 1, LATEST_STAMP);
    check(*INSTANTS.end(), LATEST_STAMP);
    check(*INSTANTS.end() + 1, LATEST_STAMP);
    check(i64::MAX, LATEST_STAMP);
    check(i64::MIN, *INSTANTS.start());
}

#[test]
fn no_stored_stamp_is_beyond_what_can_be_counted_on_from() {
    for at in [*INSTANTS.end(), i64::MAX] {
        let document = stamped(at);
        let key = document.key().to_string();
        let opened = open_stored(&key, SCHEMA_VERSION, &document.body().unwrap()).unwrap();
        assert_eq!(latest(&opened), LATEST_STAMP);
    }
}

#[test]
fn stamps_ahead_of_now_are_counted() {
    let ahead = |at| stamps::later_than(&[stamped(at)], NOW + AHEAD_OF_NOW_MS);
    assert_eq!(ahead(NOW + AHEAD_OF_NOW_MS), None);
    let in_2099 = 4_070_908_800_000;
    assert_eq!(ahead(in_2099), Some((1, in_2099)));
}

/// One time at the edge, or one fraction that came with raw data, kept every backup from being
/// made.
#[test]
fn one_value_never_stops_a_backup() {
    #[track_caller]
    fn check(spoilt: Document, mended: &[DocumentKey], left_out: &[DocumentKey]) {
        let mut documents = workspace();
        documents.retain(|one| one.key() != spoilt.key());
        documents.push(spoilt);
        assert!(export::everything(&documents, NOW, "0.1.0").is_err());
        let backup = backup::everything(&documents, NOW, "0.1.0").unwrap();
        assert_eq!((&*backup.mended, &*backup.left_out), (mended, left_out));
        let opened = open_text(&backup.text).unwrap();
        assert_eq!(opened.documents.len(), documents.len() - left_out.len());
        // Everything else is as it was.
        let untouched = documents.iter().filter(|one| !mended.contains(&one.key()));
        for document in untouched.filter(|one| !left_out.contains(&one.key())) {
            let found = opened
                .documents
                .iter()
                .find(|one| one.key() == document.key());
            let bodies = [Some(document), found].map(|one| one.unwrap().key());
            assert_eq!(bodies[0], bodies[1]);
        }
    }
    let period = DocumentKey::Assessment(id(3));
    check(stamped(i64::MAX), &[period], &[]);
    // The times that go for a part alone are no other.
    let mut one = assessment(3, id(1), "2026Q3");
    let answer = one.answers.values_mut().next().unwrap();
    answer.note_as_of = Some(i64::MAX);
    check(Document::Assessment(one), &[period], &[]);
    let mut branch = organization(1, "新坝村");
    branch.local.own_duties_as_of = Some(i64::MAX);
    let branch_key = DocumentKey::Organization(id(1));
    check(Document::Organization(branch), &[branch_key], &[]);
    let settings = |changed_at, odd: serde_json::Value| {
        let mut settings = Settings {
            changed_at,
            ..Settings::default()
        };
        settings.extra.insert("odd".to_owned(), odd);
        Document::Settings(settings)
    };
    check(settings(i64::MAX, json!(1)), &[DocumentKey::Settings], &[]);
    check(
        settings(5, json!({"a": [1.5]})),
        &[DocumentKey::Settings],
        &[],
    );
    let deep = (0..80).fold(json!(1), |inside, _| json!([inside]));
    check(settings(5, deep), &[], &[DocumentKey::Settings]);
    let whole = backup::everything(&workspace(), NOW, "0.1.0").unwrap();
    let text = export::everything(&workspace(), NOW, "0.1.0").unwrap();
    assert_eq!(
        (whole.text, whole.mended, whole.left_out),
        (text, vec![], vec![])
    );
}
