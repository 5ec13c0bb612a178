//! What an import takes of the store is reckoned before any of it is written, and is enough.

use crate::device::Device;
use crate::samples::{BRANCH, PERIOD, branch, branch_and_period, id, period};
use crate::tab::Tab;
use proptest::prelude::*;
use wuxing::app::import_room::ImportRoom;
use wuxing::app::sync::{ImportState, WorkspaceSync};
use wuxing::assessment::Verdict::Met;
use wuxing::exchange::plan::{Plan, against};
use wuxing::exchange::{Document, Kind, Opened};
use wuxing::sorted_set::SortedSet;
use wuxing::storage::SaveState;

/// The branch and another one, with one period each, and as many letters in the note of each.
fn file(letters: [usize; 2], of: &str) -> Vec<Document> {
    let mut documents = vec![branch()];
    if let Document::Organization(mut other) = branch() {
        (other.id, other.name) = (id(7), "河东村".to_owned());
        documents.push(Document::Organization(other));
    }
    for (number, letters) in (0_u128..).zip(letters) {
        if let Document::Assessment(mut one) = period(id(100 + number), "2025Q1") {
            one.organization = [BRANCH, id(7)][number as usize];
            let answer = one.answers.entry("ORG-01".into()).or_default();
            answer.note = of.repeat(letters);
            documents.push(Document::Assessment(one));
        }
    }
    documents
}

fn plan(tab: &Tab, documents: Vec<Document>) -> Plan {
    let opened = Opened {
        kind: Kind::Backup,
        app: None,
        exported_at: None,
        code: None,
        signature: None,
        documents,
        issues: Vec::new(),
    };
    against(&tab.workspace().documents(), &opened)
}

fn room(tab: &Tab, plan: &Plan) -> ImportRoom {
    let mut room = ImportRoom::default();
    for change in &plan.changes {
        tab.with_saver(|saver| room.add(change, saver));
    }
    room
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    /// Whatever stands in the slots, and with how many versions: a store with the room that was
    /// reckoned takes the import, and it was not reckoned much too large.
    #[test]
    fn what_was_reckoned_is_enough(
        letters in [0_usize..9_000, 0_usize..9_000],
        before in [0_usize..9_000, 0_usize..9_000],
        versions in 0_usize..4,
        of in prop::sample::select(vec!["a", "长", "𠮷"]),
    ) {
        let device = Device::new();
        let tab = device.open(0);
        tab.add(&branch_and_period());
        for version in 0..versions {
            let older = file([before[version % 2], before[0]], "旧");
            tab.add(&older);
        }
        let plan = plan(&tab, file(letters, of));
        let needed = room(&tab, &plan).needed(&SortedSet::default());
        let used = device.used();
        let documents: Vec<Document> = plan.to_write().map(|one| one.document.clone()).collect();
        prop_assume!(!documents.is_empty());
        prop_assert_eq!(tab.import(&documents), Some(ImportState::Done));
        let grown = device.used().saturating_sub(used);
        // The record that its note is gone takes a line of what stays free.
        prop_assert!(grown <= needed + 300, "{} > {}", grown, needed);
        let much = grown + 300 * plan.changes.len() as u64;
        prop_assert!(needed <= much, "{} much more than {}", needed, grown);
        prop_assert_eq!(tab.state(), SaveState::Saved);
    }
}

#[test]
fn the_organisations_that_are_chosen_are_imported_and_no_others() {
    let device = Device::new();
    let tab = device.open(0);
    tab.add(&branch_and_period());
    tab.answer(PERIOD, "ORG-01", Met);
    let plan = plan(&tab, file([100_000, 100], "长"));
    let room = room(&tab, &plan);
    let sizes: Vec<_> = room
        .shares()
        .iter()
        .map(|share| (share.organization, share.units))
        .collect();
    // The branch is here already, so the other one comes first.
    assert!(
        matches!(sizes[..], [(_, 0..10_000), (BRANCH, 100_000..)]),
        "{sizes:?}"
    );
    assert_eq!(room.shares()[0].name.as_deref(), Some("河东村"));
    let left_out = room.too_much_for(90_000);
    assert_eq!(left_out, [BRANCH].into_iter().collect());
    let chosen = plan.to_write_without(&left_out);
    let chosen: Vec<Document> = chosen.map(|one| one.document.clone()).collect();
    assert_eq!(tab.import(&chosen), Some(ImportState::Done));
    let workspace = tab.workspace();
    assert_eq!(workspace.organizations.len(), 2);
    assert!(workspace.assessments.contains_key(&id(101)));
    assert!(!workspace.assessments.contains_key(&id(100)));
    assert_eq!(tab.verdict(PERIOD, "ORG-01"), Some(Met));
}

#[test]
fn what_is_here_already_takes_no_room() {
    let device = Device::new();
    let tab = device.open(0);
    tab.add(&file([500, 500], "长"));
    let plan = plan(&tab, file([500, 500], "长"));
    assert!(plan.is_all_same());
    assert_eq!(room(&tab, &plan), ImportRoom::default());
    assert!(
        tab.with_sync(WorkspaceSync::go_on_importing)
            .flatten()
            .is_none()
    );
}
