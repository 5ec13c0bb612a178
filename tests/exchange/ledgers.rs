//! Pages of the ledger: what comes back, what is refused, what happens where two versions meet, and
//! what the preview says of it.

use crate::samples::{
    NOW, any_entry, any_page, assessment, bodies, id, organization, page, period_file,
};
use proptest::prelude::*;
use serde_json::{Value, json};
use uuid::Uuid;
use wuxing::canonical;
use wuxing::exchange::merge::{self, Side};
use wuxing::exchange::plan::{self, What};
use wuxing::exchange::{Document, ImportError, ImportIssue, Opened, export, open_text};
use wuxing::ledger::{Entry, EntryBody, LedgerPage};
use wuxing::sorted_map::SortedMap;

/// The file of one assessment with a page, as JSON.
fn file() -> Value {
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

fn entry(kind: usize, changed_at: i64) -> Entry {
    Entry {
        body: Some(bodies().swap_remove(kind)),
        changed_at,
        ..Entry::default()
    }
}

fn taken_out(changed_at: i64) -> Entry {
    Entry {
        changed_at,
        ..Entry::default()
    }
}

fn page_of(entries: &[(u128, Entry)]) -> LedgerPage {
    LedgerPage {
        entries: entries
            .iter()
            .map(|(number, entry)| (id(*number), entry.clone()))
            .collect(),
        ..page(6, id(1))
    }
}

#[test]
fn the_later_entry_stands() {
    #[track_caller]
    fn check(ours: &Entry, theirs: &Entry, kept: Side, differs: bool) {
        let merged = merge::pages(
            &page_of(&[(1, ours.clone())]),
            &page_of(&[(1, theirs.clone())]),
        );
        let expected = match kept {
            Side::Ours => ours,
            Side::Theirs => theirs,
        };
        assert_eq!(merged.page.entries.get(&id(1)), Some(expected));
        assert_eq!(merged.differing.len(), usize::from(differs));
        assert!(merged.differing.iter().all(|one| one.kept == kept));
        let taken = differs && kept == Side::Theirs;
        assert_eq!(merged.taken, if taken { vec![id(1)] } else { vec![] });
    }

    check(&entry(0, 1), &entry(2, 2), Side::Theirs, true);
    check(&entry(0, 2), &entry(2, 1), Side::Ours, true);
    // The same entered twice is no difference, and was entered when it was entered last.
    check(&entry(0, 1), &entry(0, 2), Side::Theirs, false);
    // What was taken out stays out.
    check(&entry(0, 1), &taken_out(2), Side::Theirs, true);
    check(&taken_out(2), &entry(0, 1), Side::Ours, true);
    check(&taken_out(1), &entry(0, 2), Side::Theirs, true);
    // At the same instant, what says something wins over what says nothing.
    check(&entry(0, 1), &taken_out(1), Side::Ours, true);
    check(&taken_out(1), &entry(0, 1), Side::Theirs, true);
}

fn opened(documents: &[Document]) -> Opened {
    open_text(&export::everything(documents, NOW, "0.1.0").unwrap()).unwrap()
}

fn village_with(pages: &[LedgerPage]) -> Vec<Document> {
    let pages = pages.iter().cloned().map(Document::Ledger);
    std::iter::once(Document::Organization(organization(1, "新坝村")))
        .chain(pages)
        .collect()
}

#[test]
fn the_preview_counts_entries() {
    #[track_caller]
    fn check(ours: &[LedgerPage], theirs: &[LedgerPage], expected: [usize; 4], is_same: bool) {
        let plan = plan::against(&village_with(ours), &opened(&village_with(theirs)));
        let [ledger] = &plan.ledgers()[..] else {
            unreachable!("{:?}", plan.ledgers())
        };
        let entries = &ledger.entries;
        let counts = [
            entries.added,
            entries.newer_there,
            entries.removed,
            entries.newer_here,
        ];
        assert_eq!(counts, expected, "added, theirs, removed, ours");
        assert_eq!((ledger.organization, ledger.is_same), (id(1), is_same));
        assert_eq!(ledger.name.as_deref(), Some("新坝村"));
        assert_eq!(entries.entries.len(), counts[1] + counts[2] + counts[3]);
        assert_eq!(plan.is_all_same(), is_same);
    }

    let one = &[page_of(&[(1, entry(0, 5))])];
    check(one, one, [0; 4], true);
    // A page that is new here is so many entries, and what was taken out of it is none.
    let new = LedgerPage {
        id: id(77),
        ..page_of(&[(2, entry(0, 5)), (3, entry(1, 5)), (4, taken_out(5))])
    };
    check(&[], one, [1, 0, 0, 0], false);
    check(one, &[one[0].clone(), new], [2, 0, 0, 0], false);
    let check_one = |theirs: &[(u128, Entry)], expected, is_same| {
        check(one, &[page_of(theirs)], expected, is_same);
    };
    check_one(&[(2, entry(0, 1))], [1, 0, 0, 0], false);
    check_one(&[(1, entry(2, 6))], [0, 1, 0, 0], false);
    check_one(&[(1, entry(2, 4))], [0, 0, 0, 1], false);
    check_one(&[(1, taken_out(6))], [0, 0, 1, 0], false);
    check_one(&[(1, taken_out(4))], [0, 0, 0, 1], false);
    check_one(&[(1, entry(0, 9))], [0; 4], true);
    // What was never here and is gone there is nothing to a person.
    check_one(&[(2, taken_out(9))], [0; 4], true);
    check_one(&[], [0; 4], true);
}

#[test]
fn pages_follow_their_organization() {
    let here = village_with(&[page_of(&[(1, entry(0, 5))])]);
    let theirs = [
        Document::Organization(organization(2, "新坝村")),
        Document::Ledger(LedgerPage {
            organization: id(2),
            ..page_of(&[(1, entry(2, 6)), (2, entry(3, 6))])
        }),
    ];
    let file = opened(&theirs);
    // A page of the same id shows that it is the same organisation, even under another name.
    let apart = plan::against(&here, &file);
    assert_eq!(apart.changes[0].seems_to_be, Some(id(1)));
    // Left apart, nothing of the page that is here is touched.
    assert_eq!(apart.changes[1].what, What::New);
    assert_ne!(apart.changes[1].key, here[1].key());
    let now: Vec<Document> = here
        .iter()
        .cloned()
        .chain(apart.to_write().map(|change| change.document.clone()))
        .collect();
    assert!(
        plan::against(&now, &file).is_all_same(),
        "it comes to the same page again"
    );

    let joined = SortedMap::from([(id(2), id(1))]);
    let together = plan::against_joining(&here, &file, &joined);
    let change = &together.changes[1];
    assert_eq!(change.key, here[1].key());
    let Document::Ledger(result) = &change.document else {
        unreachable!()
    };
    assert_eq!(result.organization, id(1));
    assert_eq!(
        result.entries,
        page_of(&[(1, entry(2, 6)), (2, entry(3, 6))]).entries
    );
}

/// Ids with the times of all entries.
fn times(page: &LedgerPage) -> SortedMap<Uuid, i64> {
    let entries = page.entries.iter();
    entries.map(|(id, entry)| (*id, entry.changed_at)).collect()
}

proptest! {
    #[test]
    fn merging_with_itself_changes_nothing(one in any_page()) {
        let merged = merge::pages(&one, &one);
        prop_assert_eq!(&merged.page, &one);
        prop_assert!(merged.taken.is_empty() && merged.differing.is_empty());
    }

    #[test]
    fn it_does_not_matter_which_is_ours(one in any_page(), other in any_page()) {
        let (there, back) = (merge::pages(&one, &other), merge::pages(&other, &one));
        prop_assert_eq!(&there.page, &back.page);
        prop_assert_eq!(there.differing.len(), back.differing.len());
    }

    #[test]
    fn the_order_of_merging_does_not_matter(
        one in any_page(), other in any_page(), third in any_page(),
    ) {
        let merged = |a: &LedgerPage, b: &LedgerPage| merge::pages(a, b).page;
        prop_assert_eq!(
            merged(&merged(&one, &other), &third),
            merged(&one, &merged(&other, &third))
        );
        let both = merged(&one, &other);
        prop_assert_eq!(&merged(&both, &other), &both);
    }

    #[test]
    fn nothing_that_one_side_has_is_lost(one in any_page(), other in any_page()) {
        let merged = merge::pages(&one, &other);
        let result = times(&merged.page);
        for (id, changed_at) in times(&one).into_iter().chain(times(&other)) {
            prop_assert!(result.get(&id).is_some_and(|at| *at >= changed_at));
        }
        // What does not stand in the result is shown among the differences.
        for (id, entry) in one.entries.iter().chain(&other.entries) {
            let stands = merge::same_entry(&merged.page.entries[id], entry);
            let shown = merged.differing.iter().any(|difference| {
                difference.id == *id && (difference.ours == *entry || difference.theirs == *entry)
            });
            prop_assert!(stands || shown);
        }
    }

    #[test]
    fn of_two_entries_one_is_the_later(one in any_entry(), other in any_entry()) {
        let turned = match merge::later_entry(&other, &one) {
            Side::Ours => Side::Theirs,
            Side::Theirs => Side::Ours,
        };
        prop_assert!(one == other || merge::later_entry(&one, &other) == turned);
    }
}
