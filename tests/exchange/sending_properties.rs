//! Handing out from generated devices: whatever is left out is lost nowhere, and is not in the
//! file.

use crate::generated::{any_assessment, any_entry};
use crate::samples::{id, organization, page};
use crate::sending_device::{Device, after, own_duty};
use proptest::prelude::*;
use std::collections::BTreeSet;
use wuxing::exchange::for_others::OwnPart;
use wuxing::exchange::inventory::Inventory;
use wuxing::exchange::plan::{self, What};
use wuxing::exchange::{Document, open_text};
use wuxing::ledger::{EntryBody, LedgerPage, RecordOf};
use wuxing::rectification::Origin;
use wuxing::sorted_map::SortedMap;
use wuxing::sorted_set::SortedSet;
use wuxing::standard::ItemId;

/// Any device with one organisation: every kind of entry, of a few years and mechanisms.
fn any_device() -> impl Strategy<Value = Device> {
    let mechanisms = [
        "weak_signals",
        "admission_steps",
        "four_discuss_two_open",
        "gone",
    ];
    let entry = (any_entry(), 0..4_usize, 0..4_usize, 2025..2027_i32).prop_map(
        move |(mut entry, mechanism, origin, year)| {
            match &mut entry.body {
                Some(EntryBody::Review(one)) => one.period = "2026Q3".parse().unwrap(),
                Some(EntryBody::Reply(one)) => one.period = "2026Q3".parse().unwrap(),
                Some(EntryBody::Card(card)) => {
                    card.mechanism = mechanisms[mechanism].into();
                    card.year = year;
                    card.links = vec![id(600), id(601), id(602)];
                }
                Some(EntryBody::Rectification(one)) => {
                    one.origin = match origin {
                        0 => Origin::Signal("weak_signals".into(), "records".to_owned()),
                        1 => Origin::Indicator("VT3".into()),
                        2 => Origin::Indicator("ORG-01".into()),
                        _ => Origin::Review,
                    };
                }
                Some(EntryBody::Record(one)) => {
                    one.belongs_to_year = Some(year);
                    if origin == 0 {
                        one.of = RecordOf::Duty("OWN-1".into());
                    }
                }
                Some(EntryBody::Missed(_)) | None => {}
            }
            entry
        },
    );
    let pages = prop::collection::vec(
        (
            prop::collection::btree_map(600..606_u128, entry, 0..5),
            2025..2027_i32,
        ),
        0..3,
    );
    let own = prop::collection::btree_map(1..3_u8, "[一-十]{0,2}", 0..3);
    (any_assessment(), pages, own, 0..6_i64).prop_map(|(assessment, pages, own, changed_at)| {
        let mut organization = organization(1, "新坝村");
        organization.changed_at = changed_at;
        for (number, title) in own {
            let id = ItemId(format!("OWN-{number}"));
            organization.local.own_duties.insert(id, own_duty(&title));
        }
        let pages = pages
            .into_iter()
            .enumerate()
            .map(|(number, (entries, year))| LedgerPage {
                entries: entries
                    .into_iter()
                    .map(|(entry, content)| (id(entry + 10 * number as u128), content))
                    .collect(),
                year,
                ..page(20 + number as u128, id(1))
            });
        Device {
            organization,
            assessment,
            pages: pages.collect(),
        }
    })
}

/// Any choice of own parts.
fn some_of(parts: &SortedMap<OwnPart, usize>, chosen: u8) -> SortedSet<OwnPart> {
    let all = parts.keys().cloned().enumerate();
    all.filter(|(number, _)| chosen & (1 << number) != 0)
        .map(|(_, part)| part)
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn her_own_file_changes_nothing_on_her_device(device in any_device(), chosen in any::<u8>()) {
        let included = some_of(&device.own_parts(), chosen);
        let opened = open_text(&device.file(&included)).unwrap();
        let plan = plan::against(&device.documents(), &opened);
        for change in &plan.changes {
            prop_assert!(device.documents().contains(&change.document), "{:?}", change.key);
            // What a file says less of by a field of a later version or by a link is a difference.
            if let What::Merges(one) = &change.what {
                prop_assert_eq!((one.added, one.newer_there, one.removed), (0, 0, 0));
            }
        }
    }

    #[test]
    fn whatever_comes_back_nothing_that_was_left_out_is_lost(
        hers in any_device(),
        theirs in any_device(),
        chosen in any::<u8>(),
    ) {
        // Another device of hers or of somebody else, with any state of the same things.
        let included = some_of(&theirs.own_parts(), chosen);
        let opened = open_text(&theirs.file(&included)).unwrap();
        let here = after(&hers.documents(), &opened);
        let sent: BTreeSet<_> = opened.documents.iter().flat_map(names).collect();
        for name in hers.documents().iter().flat_map(names) {
            let stays = here.iter().flat_map(names).any(|one| one == name);
            prop_assert!(stays || sent.contains(&name), "{} is gone", name);
        }
        if !included.contains(&OwnPart::Notes) {
            let notes = |documents: &[Document]| -> Vec<String> {
                let all = documents.iter().filter_map(|document| match document {
                    Document::Assessment(one) => {
                        Some(one.answers.values().chain(one.retired.values()))
                    }
                    _ => None,
                });
                let notes = all.flatten().map(|answer| answer.note.clone());
                notes.filter(|note| !note.is_empty()).collect()
            };
            prop_assert_eq!(notes(&here), notes(&hers.documents()));
        }
        if !included.contains(&OwnPart::OwnDuties) {
            let duties = |documents: &[Document]| -> Vec<_> {
                let all = documents.iter().filter_map(|document| match document {
                    Document::Organization(one) => Some(one.local.own_duties.clone()),
                    _ => None,
                });
                all.collect()
            };
            prop_assert_eq!(duties(&here), duties(&hers.documents()));
        }
    }

    #[test]
    fn a_part_that_is_not_taken_in_is_not_there(device in any_device(), chosen in any::<u8>()) {
        let parts = device.own_parts();
        let included = some_of(&parts, chosen);
        let sent = device.for_others(&included);
        prop_assert_eq!(sent.own_parts(), &parts);
        let inventory = Inventory::of_period(&sent);
        let opened = open_text(&device.file(&included)).unwrap();
        prop_assert_eq!(&opened.issues, &[]);
        prop_assert_eq!(Inventory::of(&opened.documents), inventory.clone());
        if !included.contains(&OwnPart::Notes) {
            prop_assert_eq!(inventory.notes, 0);
        }
        if !included.contains(&OwnPart::OwnDuties) {
            prop_assert_eq!(inventory.own_duties, 0);
            prop_assert!(inventory.records.keys().all(|of| *of != RecordOf::Duty("OWN-1".into())));
        }
        if !included.contains(&OwnPart::Unknown) {
            prop_assert_eq!(inventory.unknown, 0);
        }
        for id in ["weak_signals", "admission_steps", "gone"].map(ItemId::from) {
            if !included.contains(&OwnPart::Mechanism(id.clone())) {
                prop_assert!(!inventory.cards.contains_key(&id));
            }
        }
    }
}

/// What there is in a document, by name: answers and entries.
fn names(document: &Document) -> Vec<String> {
    match document {
        Document::Assessment(one) => {
            let all = one.answers.keys().chain(one.retired.keys());
            all.map(ToString::to_string).collect()
        }
        Document::Ledger(one) => one.entries.keys().map(ToString::to_string).collect(),
        Document::Organization(one) => vec![one.id.to_string()],
        Document::Settings(_) | Document::Standard(_) => Vec::new(),
    }
}
