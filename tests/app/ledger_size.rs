//! One tap never writes more than a few kilobytes, however full the year.

use crate::device::Device;
use crate::ledger_tab::{YEAR, card, field, meeting, problem, step};
use crate::samples::{BRANCH, branch_and_period, id};
use proptest::prelude::*;
use wuxing::app::ledger::{Place, place_for, put_entry};
use wuxing::app::workspace::Workspace;
use wuxing::ledger::{EntryBody, LedgerPage, PAGE_LIMIT};
use wuxing::period::CivilDate;
use wuxing::rectification::Move;

fn workspace() -> Workspace {
    let mut workspace = Workspace::default();
    for document in branch_and_period() {
        workspace.put(document);
    }
    workspace
}

fn length(page: &LedgerPage) -> usize {
    serde_json::to_string(page).unwrap().len()
}

fn put(workspace: &mut Workspace, entry: u128, year: i32, body: EntryBody) -> Place {
    let place = place_for(workspace, BRANCH, year, &body, || id(50_000 + entry));
    put_entry(workspace, &place, id(entry), body, 1_000 + entry as i64);
    place
}

fn recording_since(kind: usize) -> EntryBody {
    [meeting, problem, card][kind]()
}

/// Everything that is usually written about an entry after it was begun, in about as many words.
fn fill_in(body: &mut EntryBody, words: &str) {
    match body {
        EntryBody::Record(one) => {
            one.line = words.to_owned();
            one.place = "档案柜 2 层".to_owned();
        }
        EntryBody::Rectification(one) => {
            one.problem = words.to_owned();
            one.measure = words.to_owned();
            one.result = words.to_owned();
            one.who = "组织委员".to_owned();
            let today: CivilDate = "2026-09-30".parse().unwrap();
            one.until = Some(today);
            for next in [Move::Assign, Move::Resolve, Move::Close] {
                one.make(next, today).unwrap();
            }
        }
        EntryBody::Card(_) => {
            for key in ["matter", "place", "who", "amount"] {
                field(key, words)(body);
            }
            for (day, key) in ["proposed", "discussed", "reviewed", "decided", "shown"]
                .iter()
                .enumerate()
            {
                step(key, day as u8 + 1)(body);
            }
        }
        EntryBody::Missed(_) | EntryBody::Review(_) | EntryBody::Reply(_) => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 60,
        failure_persistence: None,
        ..Default::default()
    })]

    #[test]
    fn a_page_stays_small(
        kinds in prop::collection::vec((0..3usize, any::<bool>(), 0..40usize), 1..80),
    ) {
        let mut workspace = workspace();
        for (number, (kind, at_once, words)) in kinds.iter().enumerate() {
            let mut body = recording_since(*kind);
            let words = "字".repeat(*words);
            if *at_once {
                fill_in(&mut body, &words);
            }
            let place = put(&mut workspace, number as u128, YEAR, body);
            let page = &workspace.ledgers[&place.page()];
            // A new entry never makes a page longer than that, unless it stands alone.
            prop_assert!(length(page) <= PAGE_LIMIT || page.entries.len() == 1);
            prop_assert_eq!(page.year, YEAR);
        }
        // Everything is filled in over the year, and each tap writes one page.
        let longest = "字".repeat(40);
        for page in workspace.ledgers.values_mut() {
            for entry in page.entries.values_mut() {
                let mut body = recording_since(match &entry.body {
                    Some(EntryBody::Record(_)) => 0,
                    Some(EntryBody::Rectification(_)) => 1,
                    _ => 2,
                });
                fill_in(&mut body, &longest);
                entry.body = Some(body);
            }
            prop_assert!(length(page) <= 2 * PAGE_LIMIT, "{}", length(page));
        }
    }
}

#[test]
fn an_entry_goes_to_a_page_of_its_organisation_and_year() {
    let mut workspace = workspace();
    let first = put(&mut workspace, 1, 2026, meeting());
    assert_eq!(put(&mut workspace, 2, 2026, meeting()).page(), first.page());
    let other_year = put(&mut workspace, 3, 2027, meeting());
    assert_ne!(other_year.page(), first.page());
    assert_eq!(put(&mut workspace, 4, 2026, meeting()).page(), first.page());
    // What is taken out leaves room, and no page is written twice for one entry.
    assert_eq!(workspace.ledgers.len(), 2);
    let elsewhere = place_for(&workspace, id(77), 2026, &meeting(), || id(78));
    assert_eq!(elsewhere.page(), id(78));
}

#[test]
fn a_tap_writes_one_page_and_nothing_else() {
    let device = Device::new();
    let tab = device.open(0);
    tab.add(&branch_and_period());
    for entry in 0..60 {
        tab.begin(entry, recording_since(entry as usize % 3));
    }
    let before = device.store.entries();
    tab.change(7, |body| fill_in(body, "换届"));
    let after = device.store.entries();
    let changed: Vec<&String> = after
        .iter()
        .filter(|(key, value)| before.get(*key) != Some(value))
        .map(|(key, _)| key)
        .collect();
    assert_eq!(changed.len(), 1, "{changed:?}");
    assert!(after[changed[0]].len() < 2 * PAGE_LIMIT);
}
