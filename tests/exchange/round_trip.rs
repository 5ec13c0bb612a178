//! What goes out comes back as it was.

use crate::generated::any_workspace;
use crate::samples::{
    NOW, assessment, id, organization, own_pack, period_file, reference, village_pack, workspace,
};
use proptest::prelude::*;
use serde_json::Value;
use wuxing::assessment::AnswerValue;
use wuxing::canonical;
use wuxing::exchange::{
    Document, ExportError, ImportError, ImportIssue, Kind, NoForeignEncoding, SCHEMA_VERSION,
    SyntaxFault, export, open, open_stored, open_text,
};

#[test]
fn a_backup_comes_back_as_it_was() {
    let documents = workspace();
    let text = export::everything(&documents, NOW, "0.1.0").unwrap();
    let opened = open(text.as_bytes(), &NoForeignEncoding).unwrap();
    assert_eq!(opened.kind, Kind::Backup);
    assert_eq!(opened.exported_at, Some(NOW));
    assert_eq!(opened.app.as_deref(), Some("0.1.0"));
    assert_eq!(opened.issues, []);
    let sorted = |documents: &[Document]| {
        let mut documents = documents.to_vec();
        documents.sort_by_key(Document::key);
        documents
    };
    assert_eq!(sorted(&opened.documents), sorted(&documents));
}

#[test]
fn an_assessment_stands_on_its_own() {
    let organization = organization(1, "新坝村");
    let one = assessment(3, id(1), "2026Q3");
    let text = period_file(&organization, &one, &[], None).unwrap();
    let opened = open_text(&text).unwrap();
    assert_eq!(opened.kind, Kind::Assessment);
    assert_eq!(opened.issues, []);
    let expected = [
        Document::Organization(organization.clone()),
        Document::Assessment(one.clone()),
    ];
    assert_eq!(opened.documents, expected);

    let pack = own_pack();
    let mut own = one;
    own.pack = reference(&pack);
    let refused = period_file(&organization, &own, &[], None);
    let unknown = ImportError::UnknownPack {
        id: pack.id.clone(),
    };
    assert_eq!(refused, Err(ExportError::DoesNotOpen(Box::new(unknown))));
    let text = period_file(&organization, &own, &[], Some(&pack)).unwrap();
    let opened = open_text(&text).unwrap();
    assert!(matches!(&opened.documents[0], Document::Standard(standard) if standard.pack == pack));
    assert_eq!(opened.documents[2], Document::Assessment(own));
}

#[test]
fn a_pack_is_the_same_document_however_often_it_is_opened() {
    let pack = own_pack();
    let text = export::standard(&pack, NOW, "0.1.0").unwrap();
    let opened = open_text(&text).unwrap();
    let Document::Standard(standard) = &opened.documents[0] else {
        unreachable!()
    };
    assert_eq!((&standard.pack, standard.added_at), (&pack, NOW));
    let later = open_text(&export::standard(&pack, NOW + 1, "0.2.0").unwrap()).unwrap();
    assert_eq!(later.documents[0].key(), opened.documents[0].key());
    let other = open_text(&export::standard(&village_pack(), NOW, "0.1.0").unwrap()).unwrap();
    assert_ne!(other.documents[0].key(), opened.documents[0].key());
}

#[test]
fn a_file_that_would_lack_something_is_not_handed_out() {
    let twice = [workspace(), workspace()].concat();
    assert_eq!(
        export::everything(&twice, NOW, "0.1.0"),
        Err(ExportError::Incomplete)
    );
    let mut fractional = organization(1, "新坝村");
    fractional
        .extra
        .insert("later".to_owned(), Value::from(1.5));
    let refused = export::everything(&[Document::Organization(fractional)], NOW, "0.1.0");
    let place = "/organizations/0/later".to_owned();
    assert_eq!(refused, Err(ExportError::NotAnInteger { place }));
}

#[test]
fn the_envelope_is_as_documented() {
    let text = export::everything(&workspace(), NOW, "0.1.0").unwrap();
    let value: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(value["format"], "wuxing");
    assert_eq!(value["version"], 4);
    assert_eq!(value["kind"], "backup");
    assert_eq!(value["app"], "0.1.0");
    assert_eq!(value["exported_at"], "2026-11-21T08:15:30.123Z");
    let canonical = canonical::write(&value["payload"]).unwrap();
    assert_eq!(value["sha256"], canonical::sha256_hex(&canonical));
    assert!(
        text.starts_with("{\n  \"format\": \"wuxing\",\n  \"version\": 4,"),
        "{}",
        &text[..60]
    );
}

#[test]
fn the_example_of_the_documentation_opens() {
    let documentation = include_str!("../../docs/file-format.md");
    let block = |language: &str| {
        let start = documentation
            .split(&format!("```{language}\n"))
            .nth(1)
            .unwrap();
        start.split("\n```").next().unwrap()
    };
    let opened = open_text(block("json")).unwrap();
    assert_eq!((opened.documents.len(), opened.issues), (1, vec![]));
    let file: Value = serde_json::from_str(block("json")).unwrap();
    assert_eq!(canonical::write(&file["payload"]).unwrap(), block("text"));
}

#[test]
fn stored_documents_come_back_as_they_were() {
    for document in workspace() {
        let body = document.body().unwrap();
        let key = document.key().to_string();
        assert_eq!(open_stored(&key, SCHEMA_VERSION, &body), Ok(document));
    }
}

#[test]
fn stored_documents_are_refused_with_a_reason() {
    fn check(key: &str, schema: u32, body: &str, expected: ImportError) {
        assert_eq!(open_stored(key, schema, body), Err(expected));
    }

    let newer = ImportError::NewerVersion { found: 5, known: 4 };
    check("settings", 5, "{}", newer);
    let unknown = ImportError::UnknownKind {
        found: "duty/1".to_owned(),
    };
    check("duty/1", 1, "{}", unknown);
    check("settings", 1, "", ImportError::Empty);
    check(
        "settings",
        1,
        "{",
        ImportError::NotJson {
            line: 1,
            column: 1,
            fault: SyntaxFault::CutOff,
        },
    );
    let trailing = ImportError::NotJson {
        line: 1,
        column: 4,
        fault: SyntaxFault::Other,
    };
    check("settings", 1, "{} 好", trailing);
    check(
        "settings",
        1,
        &"[".repeat(10_000),
        ImportError::TooDeep { most: 64 },
    );
    let body = Document::Organization(organization(1, "")).body().unwrap();
    let other = id(2);
    let problem = format!(
        "expected organization/{other}, found organization/{}",
        id(1)
    );
    check(&format!("organization/{other}"), 1, &body, {
        ImportError::WrongShape {
            place: "id".to_owned(),
            problem,
        }
    });
}

#[test]
fn what_was_entered_without_limits_still_opens_on_the_device() {
    let mut one = assessment(3, id(1), "2026Q3");
    let note = "长".repeat(50_000);
    one.answers
        .values_mut()
        .for_each(|answer| answer.note.clone_from(&note));
    let document = Document::Assessment(one);
    let body = document.body().unwrap();
    assert_eq!(
        open_stored(&document.key().to_string(), 1, &body),
        Ok(document)
    );
}

#[test]
fn what_was_entered_without_limits_still_goes_out_with_everything() {
    let mut documents = workspace();
    let Some(Document::Assessment(one)) = documents.get_mut(3) else {
        unreachable!()
    };
    let answer = one.answers.get_mut(&"ACT-01".into()).unwrap();
    answer.note = "长".repeat(50_000);
    answer.value = Some(AnswerValue::Count {
        done: u32::MAX,
        due: None,
    });
    let opened = open_text(&export::everything(&documents, NOW, "0.1.0").unwrap()).unwrap();
    assert!(opened.documents.contains(&documents[3]));
    let place = "payload.assessments[0].answers.ACT-01.value.count.done".to_owned();
    assert_eq!(
        opened.issues,
        [ImportIssue::UnlikelyNumber {
            place,
            number: u32::MAX
        }]
    );
}

#[test]
fn a_clock_gone_wrong_does_not_keep_anything_from_going_out() {
    for now in [i64::MIN, -1, 0, i64::MAX] {
        let text = export::everything(&workspace(), now, "0.1.0").unwrap();
        assert!(open_text(&text).unwrap().exported_at.is_some());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_workspace_comes_back_as_it_was(documents in any_workspace()) {
        let text = export::everything(&documents, NOW, "0.1.0").unwrap();
        let mut opened = open_text(&text).unwrap();
        prop_assert_eq!(&opened.issues, &[]);
        opened.documents.sort_by_key(Document::key);
        let mut documents = documents;
        documents.sort_by_key(Document::key);
        prop_assert_eq!(opened.documents, documents);
    }
}
