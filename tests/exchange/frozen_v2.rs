//! Files of version 2, which brought the pages of the ledger, duties and mechanisms. They must open
//! for ever, and say what they said. The files are never changed.
//!
//! Not here: what version 1 had already (`frozen`).

use crate::samples::NOW;
use serde_json::{Value, json};
use wuxing::assessment::Organization;
use wuxing::exchange::plan::{self, What};
use wuxing::exchange::{
    Document, ImportIssue, Kind, NoForeignEncoding, Opened, StoredStandard, export, open,
};
use wuxing::ledger::{EntryBody, Ledger, LedgerPage, RecordOf};
use wuxing::period::Frequency;
use wuxing::rectification::{Origin, State};
use wuxing::standard::Role;

const ASSESSMENT: &[u8] = include_bytes!("../fixtures/file-v2-assessment.json");
const BACKUP: &[u8] = include_bytes!("../fixtures/file-v2-backup.json");

fn opened(bytes: &[u8], kind: Kind) -> Opened {
    let opened = open(bytes, &NoForeignEncoding).unwrap();
    assert_eq!((opened.kind, opened.exported_at), (kind, Some(NOW)));
    for issue in &opened.issues {
        // One of its records lies in the January after its export.
        let harmless = matches!(
            issue,
            ImportIssue::OtherPackVersion { .. }
                | ImportIssue::AnswersRetired { .. }
                | ImportIssue::DateToCome { .. }
        );
        assert!(harmless, "{issue:?}");
    }
    opened
}

fn pages(opened: &Opened) -> Vec<&LedgerPage> {
    let pages = opened
        .documents
        .iter()
        .filter_map(|document| match document {
            Document::Ledger(page) => Some(page),
            _ => None,
        });
    pages.collect()
}

fn organizations(opened: &Opened) -> Vec<&Organization> {
    let all = opened
        .documents
        .iter()
        .filter_map(|document| match document {
            Document::Organization(organization) => Some(organization),
            _ => None,
        });
    all.collect()
}

fn standard(opened: &Opened) -> &StoredStandard {
    let mut all = opened
        .documents
        .iter()
        .filter_map(|document| match document {
            Document::Standard(standard) => Some(standard),
            _ => None,
        });
    all.next().unwrap()
}

#[test]
fn pages_say_what_they_said() {
    for (bytes, kind, count) in [(ASSESSMENT, Kind::Assessment, 2), (BACKUP, Kind::Backup, 3)] {
        let opened = opened(bytes, kind);
        let written: Value = serde_json::from_slice(bytes).unwrap();
        let found: Vec<Value> = pages(&opened).into_iter().map(|page| json!(page)).collect();
        assert_eq!(found.len(), count);
        assert_eq!(json!(found), written["payload"]["ledgers"]);
    }
}

#[test]
fn entries_are_of_the_kinds_that_they_were() {
    let opened = opened(BACKUP, Kind::Backup);
    let first = pages(&opened)[0];
    let body = |number: usize| {
        let mut of_number = first.entries.values().skip(number);
        of_number.next().and_then(|entry| entry.body.clone())
    };
    let Some(EntryBody::Record(meeting)) = body(0) else {
        unreachable!()
    };
    assert_eq!(meeting.of, RecordOf::Kind("general_meeting".into()));
    assert_eq!((meeting.year(), meeting.numbers.len()), (2026, 6));
    let Some(EntryBody::Record(review)) = body(1) else {
        unreachable!()
    };
    assert_eq!(review.of, RecordOf::Duty("D-02".into()));
    assert_eq!((review.year(), review.held_on.year()), (2026, 2027));
    assert!(matches!(body(2), Some(EntryBody::Missed(one)) if one.span.to_string() == "2026-02"));
    assert_eq!(body(5), None, "it was taken out");

    let ledger = Ledger::of(pages(&opened));
    assert_eq!((ledger.records.len(), ledger.missed.len()), (3, 2));
    assert_eq!(ledger.cards.len(), 2);
    let states: Vec<(Origin, State)> = ledger
        .rectifications
        .values()
        .map(|one| (one.origin.clone(), one.state()))
        .collect();
    let expected = [
        (Origin::Indicator("ORG-02".into()), State::Closed),
        (Origin::WalkThrough("2025Q4".parse().unwrap()), State::Found),
        (
            Origin::Signal("CARD-01".into(), "weak".to_owned()),
            State::Found,
        ),
        (Origin::Review, State::Found),
        (Origin::Other, State::Found),
    ];
    assert_eq!(states, expected);
}

#[test]
fn local_settings_and_packs_have_their_duties() {
    let opened = opened(BACKUP, Kind::Backup);
    let local = &organizations(&opened)[0].local;
    assert_eq!(local.duties.get(&"D-05".into()), Some(&true));
    assert_eq!(local.mechanisms.get(&"CARD-02".into()), Some(&true));
    let own = &local.own_duties[&"OWN-1".into()];
    assert_eq!(
        (own.title.as_str(), own.role),
        ("走访退役军人", Role::Organization)
    );
    assert_eq!(own.frequency, Frequency::HalfYear);
    let checklist = &standard(&opened).pack.checklist;
    let counts = [
        checklist.duties.len(),
        checklist.records.len(),
        checklist.mechanisms.len(),
    ];
    assert_eq!(counts, [2, 1, 1]);
}

#[test]
fn a_file_of_version_2_goes_out_again_as_it_came() {
    let opened = opened(BACKUP, Kind::Backup);
    let again = export::everything(&opened.documents, NOW, "0.1.0").unwrap();
    let (before, after): (Value, Value) = (
        serde_json::from_slice(BACKUP).unwrap(),
        serde_json::from_str(&again).unwrap(),
    );
    for list in ["settings", "organizations", "ledgers", "standards"] {
        assert_eq!(after["payload"][list], before["payload"][list]);
    }
}

#[test]
fn the_assessment_is_part_of_the_backup() {
    let whole = opened(BACKUP, Kind::Backup);
    let plan = plan::against(&whole.documents, &opened(ASSESSMENT, Kind::Assessment));
    assert_eq!(plan.changes.len(), 5);
    assert!(
        plan.changes.iter().all(|change| change.what == What::Same),
        "{plan:?}"
    );
}
