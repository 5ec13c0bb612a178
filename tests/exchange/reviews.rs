//! A review there and back: its file has nothing but the review in it, and what comes back takes
//! nothing from the self-assessment, however often and in whatever order it comes.

use crate::generated::any_page;
use crate::samples::{NOW, assessment, bodies, id, organization, page};
use proptest::prelude::*;
use serde_json::{Value, json};
use wuxing::exchange::plan::{self, What};
use wuxing::exchange::{Document, ImportIssue, Kind, export, open_text, review};
use wuxing::ledger::{Entry, EntryBody, Found, LedgerPage, Review};
use wuxing::period::Quarter;

fn period() -> Quarter {
    "2026Q3".parse().unwrap()
}

fn reviewed(item: &str, found: Found, remark: &str, changed_at: i64) -> Entry {
    let mut one = Review::begun(period(), Some(item.into()));
    one.found = Some(found);
    one.remark = remark.to_owned();
    Entry {
        body: Some(EntryBody::Review(one)),
        changed_at,
        ..Entry::default()
    }
}

/// What whoever checks has after a page came in and two items were reviewed.
fn with_reviews(mut page: LedgerPage) -> LedgerPage {
    let first = reviewed("ORG-01", Found::Unmet, "缺两次", NOW);
    page.entries.insert(id(801), first);
    page.entries
        .insert(id(802), reviewed("A1", Found::Points(3), "", NOW));
    page
}

fn file(pages: &[LedgerPage]) -> String {
    export::review(review::of_period(pages, period()), NOW, "0.2.0").unwrap()
}

/// The documents of a device after it took a file over.
fn after(existing: &[Document], text: &str) -> Vec<Document> {
    let plan = plan::against(existing, &open_text(text).unwrap());
    let mut documents = existing.to_vec();
    for change in plan.changes {
        let place = documents.iter().position(|one| one.key() == change.key);
        match (place, &change.what) {
            (_, What::Same) => {}
            (Some(place), _) => documents[place] = change.document,
            (None, _) => documents.push(change.document),
        }
    }
    documents
}

#[test]
fn a_review_goes_out_alone() {
    let page = with_reviews(page(3, id(1)));
    let text = file(std::slice::from_ref(&page));
    let opened = open_text(&text).unwrap();
    assert_eq!(opened.kind, Kind::Review);
    assert_eq!(opened.issues, []);
    let [Document::Ledger(sent)] = &opened.documents[..] else {
        unreachable!("{opened:?}")
    };
    let is_review = |entry: &Entry| matches!(entry.body, Some(EntryBody::Review(_)));
    assert!(sent.entries.values().all(is_review));
    // The samples have a review of the period, too.
    assert_eq!(sent.entries.len(), 3);
    assert_eq!((sent.id, sent.organization), (page.id, page.organization));
    // Of another period nothing goes out.
    assert_eq!(review::of_period([&page], "2026Q2".parse().unwrap()), []);
}

#[test]
fn a_file_that_calls_itself_a_review_brings_nothing_else() {
    let mut page = with_reviews(page(3, id(1)));
    for (number, body) in bodies().into_iter().enumerate() {
        let entry = Entry {
            body: Some(body),
            changed_at: NOW + 9,
            ..Entry::default()
        };
        page.entries.insert(id(900 + number as u128), entry);
    }
    let mut hostile: Value = serde_json::from_str(&file(std::slice::from_ref(&page))).unwrap();
    hostile["payload"]["ledgers"] = json!([page]);
    let opened = open_text(&hostile.to_string()).unwrap();
    let kept: usize = opened
        .documents
        .iter()
        .map(|one| match one {
            Document::Ledger(page) => {
                let is_review = |entry: &Entry| matches!(entry.body, Some(EntryBody::Review(_)));
                assert!(page.entries.values().all(is_review));
                page.entries.len()
            }
            other => unreachable!("{other:?}"),
        })
        .sum();
    let told = opened.issues.iter();
    let told = told
        .filter(|one| matches!(one, ImportIssue::NotKept { .. }))
        .count();
    assert_eq!(kept + told, page.entries.len());
}

proptest! {
    #[test]
    fn a_review_takes_nothing_and_comes_in_once(own in any_page(), again in 1..4_usize) {
        let own = LedgerPage { organization: id(1), ..own };
        let documents = vec![
            Document::Organization(organization(1, "新坝村")),
            Document::Assessment(assessment(2, id(1), "2026Q3")),
            Document::Ledger(own.clone()),
        ];
        let text = file(&[with_reviews(own.clone())]);
        let once = after(&documents, &text);
        // Everything that was there is there, as it was.
        prop_assert_eq!(&once[..2], &documents[..2]);
        let Document::Ledger(page) = &once[2] else { unreachable!() };
        for (id, entry) in &own.entries {
            prop_assert_eq!(page.entries.get(id), Some(entry));
        }
        for number in [801, 802] {
            prop_assert!(page.entries.contains_key(&id(number)));
        }
        // Taking it over again changes nothing.
        let mut more = once.clone();
        for _ in 0..again {
            more = after(&more, &text);
        }
        prop_assert_eq!(more, once);
    }
}
