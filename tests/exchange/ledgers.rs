//! Pages of the ledger in a file: what comes back, what is refused, and what is kept with an issue.

use crate::samples::{NOW, assessment, id, organization, page, period_file};
use serde_json::{Value, json};
use wuxing::canonical;
use wuxing::exchange::{Document, ImportError, ImportIssue, export, open_text};
use wuxing::ledger::EntryBody;

/// The file of one assessment with a page, as JSON.
pub fn file() -> Value {
    let one = assessment(3, id(1), "2026Q3");
    let village = organization(1, "新坝村");
    let text = period_file(&village, &one, &[], None).unwrap();
    let mut file: Value = serde_json::from_str(&text).unwrap();
    // A page of any build, with entries of other years on it.
    file["payload"]["ledgers"] = json!([page(6, id(1))]);
    let canonical = canonical::write(&file["payload"]).unwrap();
    file["sha256"] = canonical::sha256_hex(&canonical).into();
    file
}

/// What opening says about a file whose entries were changed, the checksum aside.
fn opened_after(change: impl FnOnce(&mut Value)) -> Result<Vec<ImportIssue>, ImportError> {
    let mut file = file();
    change(&mut file["payload"]);
    let mut opened = open_text(&file.to_string())?;
    opened
        .issues
        .retain(|issue| *issue != ImportIssue::ChecksumDiffers);
    Ok(opened.issues)
}

/// The body of the entry of this kind on the page of the file.
fn body<'a>(payload: &'a mut Value, kind: &str) -> &'a mut Value {
    let entries = payload["ledgers"][0]["entries"].as_object_mut().unwrap();
    let bodies = entries.values_mut().map(|entry| &mut entry["body"]);
    let mut of_kind = bodies.filter(|body| body.get(kind).is_some());
    &mut of_kind.next().unwrap()[kind]
}

/// The place of the entry with this number on the page of the file.
fn place(number: u128, rest: &str) -> String {
    format!("payload.ledgers[0].entries.{}.{rest}", id(number))
}

#[test]
fn an_assessment_takes_its_pages_along() {
    let opened = open_text(&file().to_string()).unwrap();
    assert_eq!(opened.issues, []);
    assert_eq!(opened.documents[2], Document::Ledger(page(6, id(1))));
}

#[test]
fn refused_with_the_place() {
    #[track_caller]
    fn shape(change: impl FnOnce(&mut Value), place: String, problem: &str) {
        let problem = problem.to_owned();
        let expected = ImportError::WrongShape { place, problem };
        assert_eq!(opened_after(change), Err(expected));
    }
    #[track_caller]
    fn range(change: impl FnOnce(&mut Value), place: String, found: i64) {
        match opened_after(change) {
            Err(ImportError::OutOfRange {
                place: at,
                found: number,
                ..
            }) => {
                assert_eq!((at, number), (place, found));
            }
            other => unreachable!("{other:?}"),
        }
    }

    shape(
        |payload| body(payload, "record")["held_on"] = json!("2026-02-30"),
        place(600, "body.record.held_on"),
        "not a date: 2026-02-30",
    );
    shape(
        |payload| body(payload, "missed")["span"] = json!("2026-13"),
        place(602, "body.missed.span"),
        "not a span: 2026-13",
    );
    shape(
        |payload| body(payload, "card")["values"]["amount"] = json!({"number": -1}),
        place(604, "body.card.values.amount.number"),
        "invalid value: integer `-1`, expected u32",
    );
    shape(
        |payload| payload["ledgers"] = json!({}),
        "payload.ledgers".to_owned(),
        "expected a list",
    );
    range(
        |payload| payload["ledgers"][0]["year"] = json!(1999),
        "payload.ledgers[0].year".to_owned(),
        1999,
    );
    range(
        |payload| body(payload, "card")["year"] = json!(2200),
        place(604, "body.card.year"),
        2200,
    );
    range(
        |payload| body(payload, "record")["belongs_to_year"] = json!(20_255),
        place(600, "body.record.belongs_to_year"),
        20_255,
    );
    range(
        |payload| body(payload, "record")["numbers"]["present"] = json!(1_000_001),
        place(600, "body.record.numbers.present"),
        1_000_001,
    );
    range(
        |payload| body(payload, "card")["values"]["amount"] = json!({"number": 4_000_000_000_u32}),
        place(604, "body.card.values.amount"),
        4_000_000_000,
    );
    range(
        |payload| body(payload, "card")["links"] = json!(vec![id(1); 501]),
        place(604, "body.card.links"),
        501,
    );
    let elsewhere = id(9);
    assert_eq!(
        opened_after(|payload| payload["ledgers"][0]["organization"] = json!(elsewhere)),
        Err(ImportError::UnknownOrganization { id: elsewhere })
    );
    assert_eq!(
        opened_after(
            |payload| body(payload, "rectification")["problem"] = "长".repeat(20_001).into()
        ),
        Err(ImportError::TextTooLong {
            place: place(603, "body.rectification.problem"),
            characters: 20_001,
            most: 20_000,
        })
    );
}

#[test]
fn kept_with_an_issue() {
    #[track_caller]
    fn check(change: impl FnOnce(&mut Value), expected: Vec<ImportIssue>) {
        assert_eq!(opened_after(change), Ok(expected));
    }

    // Packs come and go; what was done stays.
    check(
        |payload| body(payload, "record")["of"] = json!({"kind": "R-UNKNOWN"}),
        vec![],
    );
    check(
        |payload| body(payload, "missed")["duty"] = json!("D-UNKNOWN"),
        vec![],
    );
    check(
        |payload| body(payload, "card")["mechanism"] = json!("unknown"),
        vec![],
    );
    check(
        |payload| body(payload, "card")["values"]["unknown"] = json!({"text": "x"}),
        vec![],
    );
    check(
        |payload| payload["ledgers"][0]["later"] = json!([1, null]),
        vec![],
    );
    check(
        |payload| body(payload, "rectification")["until"] = json!("0202-09-30"),
        vec![ImportIssue::UnlikelyDate {
            place: place(603, "body.rectification.until"),
            date: "0202-09-30".parse().unwrap(),
        }],
    );
    // What is planned can lie ahead; what was done cannot.
    check(
        |payload| body(payload, "rectification")["until"] = json!("2027-09-30"),
        vec![],
    );
    check(
        |payload| body(payload, "record")["held_on"] = json!("2027-05-01"),
        vec![ImportIssue::DateToCome {
            place: place(600, "body.record.held_on"),
            date: "2027-05-01".parse().unwrap(),
        }],
    );
    check(
        |payload| body(payload, "record")["numbers"]["present"] = json!(10_001),
        vec![ImportIssue::UnlikelyNumber {
            place: place(600, "body.record.numbers.present"),
            number: 10_001,
        }],
    );
    check(
        |payload| body(payload, "record")["later"] = json!(1),
        vec![ImportIssue::NotKept {
            place: place(600, "body.record.later"),
        }],
    );
}

#[test]
fn a_backup_keeps_what_an_assessment_would_be_refused_for() {
    let mut odd = page(6, id(1));
    odd.year = 1999;
    for entry in odd.entries.values_mut() {
        match &mut entry.body {
            Some(EntryBody::Record(one)) => one.line = "长".repeat(30_000),
            Some(EntryBody::Card(one)) => one.links = vec![id(1); 700],
            _ => {}
        }
    }
    let documents = [
        Document::Organization(organization(1, "新坝村")),
        Document::Ledger(odd),
    ];
    let opened = open_text(&export::everything(&documents, NOW, "0.1.0").unwrap()).unwrap();
    assert_eq!(opened.documents, documents);
}
