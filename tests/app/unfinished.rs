//! A deletion that was cut off goes on at the next start; what belongs to a lost organisation is
//! shown; an earlier version is tried before anything is called lost.

use crate::device::Device;
use crate::journal_double::Temper;
use crate::samples::{
    BRANCH, NEXT_PERIOD, PERIOD, branch, branch_and_period, branch_key, period, period_key,
};
use crate::starting::put_slot;
use wuxing::app::told::Told;
use wuxing::app::watched::Watched;
use wuxing::assessment::Verdict::{Met, Unmet};
use wuxing::exchange::{DocumentKey, SCHEMA_VERSION};
use wuxing::standard::OrganizationType;
use wuxing::storage::keys::{SlotName, slot_key};
use wuxing::storage::{JournalRecord, KeyValueStore, SaveState};

/// Killed before it was told, some periods were gone and the rest stayed, unsaid, in 7 of 24 times.
#[test]
fn a_deletion_that_was_cut_off_is_whole_or_did_not_begin() {
    let mut ends = [0, 0];
    for everything in [false, true] {
        for answers in 0..12 {
            for lost in 0..14 {
                let device = Device::new();
                let tab = device.open(0);
                tab.add(&branch_and_period());
                tab.add(&[period(NEXT_PERIOD, "2026Q4")]);
                let before = tab.workspace();
                let changes = device.store.changes();
                device.journal.be(Temper::Late);
                if everything {
                    assert!(tab.delete_everything(&device.journal.records()));
                } else {
                    tab.delete_branch();
                }
                for _ in 0..answers {
                    device.journal.answer_one();
                }
                device.kill(lost.min(device.store.changes() - changes));
                device.journal.be(Temper::AtOnce);
                let again = device.open(1);
                let found = again.workspace();
                let whole = found == before || found.is_empty();
                assert!(whole, "{everything} {answers} {lost}: {found:?}");
                ends[usize::from(found.is_empty())] += 1;
                device.kill(0);
                assert_eq!(device.open(2).workspace(), found);
            }
        }
    }
    assert!(ends[0] > 0 && ends[1] > 0, "{ends:?}");
}

#[test]
fn the_tabs_are_told_of_what_stays_though_it_was_deleted() {
    let kept = [Told::KeptThoughDeleted { key: branch_key() }];
    // The edit comes first, and the deletion has not seen it.
    let device = Device::new();
    let (first, second) = (device.open(0), device.open(1));
    first.add(&branch_and_period());
    device.settle(&[&first, &second]);
    second.answer(PERIOD, "ORG-01", Met);
    first.delete_branch();
    let told = first.take_told();
    assert!(told.contains(&kept[0]), "{told:?}");
    // The deletion comes first, and reaches a tab in which something is being typed.
    let device = Device::new();
    let (first, second) = (device.open(0), device.open(1));
    first.add(&branch_and_period());
    device.settle(&[&first, &second]);
    second.note(PERIOD, "ORG-01", "还没写完");
    first.delete_branch();
    device.settle(&[&first, &second]);
    for tab in [&first, &second] {
        let told = tab.take_told();
        assert!(told.contains(&kept[0]), "{told:?}");
    }
    // A deletion that was taken back is nothing to tell of.
    let device = Device::new();
    let (first, second) = (device.open(0), device.open(1));
    first.add(&branch_and_period());
    device.settle(&[&first, &second]);
    first.delete_branch();
    device.settle(&[&first, &second]);
    first.undo();
    device.settle(&[&first, &second]);
    assert_eq!(first.take_told(), []);
    assert_eq!(second.take_told(), []);
}

#[test]
fn what_belongs_to_a_lost_organisation_is_shown_under_a_stand_in() {
    let device = Device::new();
    let tab = device.open(0);
    tab.add(&branch_and_period());
    tab.answer(PERIOD, "ORG-01", Met);
    device.kill(0);
    let name = branch_key().to_string();
    for slot in SlotName::BOTH {
        device.store.remove(&slot_key(&name, slot)).unwrap();
    }
    device.journal.lose(&name);
    // As long as the journal may have it, nothing is put in its place.
    device.journal.be(Temper::Late);
    let tab = device.open(0);
    assert!(tab.workspace().organizations.is_empty());
    device.journal.answer_all();
    let stand_in = tab.workspace().organizations[&BRANCH].clone();
    assert_eq!(stand_in.organization_type, OrganizationType::Village);
    assert_eq!(tab.verdict(PERIOD, "ORG-01"), Some(Met));
    let missing = Told::OrganizationMissing { key: branch_key() };
    assert_eq!(tab.take_told(), [missing]);
    // It is no document until she makes it one, and the real one takes its place.
    assert_eq!(
        device.store.get(&slot_key(&name, SlotName::A)).unwrap(),
        None
    );
    let branch = branch();
    put_slot(&device, &name, SlotName::A, 1, &branch.body().unwrap());
    tab.heard_of_other_tab(&name);
    assert_eq!(tab.workspace().document(&branch_key()), Some(branch));
}

#[test]
fn what_she_enters_into_a_stand_in_is_kept() {
    let device = Device::new();
    device.open(0).add(&[period(PERIOD, "2026Q3")]);
    device.kill(0);
    let tab = device.open(0);
    tab.name(BRANCH, "柳河村党支部");
    device.settle(&[&tab]);
    assert_eq!(tab.state(), SaveState::Saved);
    device.kill(0);
    let again = device.open(0);
    assert_eq!(
        again.workspace().organizations[&BRANCH].name,
        "柳河村党支部"
    );
    assert_eq!(again.take_told(), []);
}

/// A newest slot that verifies and cannot be understood, and a damaged journal: the good older slot
/// was not tried.
#[test]
fn an_earlier_version_is_shown_where_the_newest_cannot_be_understood() {
    #[track_caller]
    fn check(in_journal: Option<(u64, u32, &str)>, newest: &str, expected: Option<&str>) {
        let device = Device::new();
        device.open(0).add(&branch_and_period());
        device.open(0).answer(PERIOD, "ORG-01", Unmet);
        device.kill(0);
        let name = period_key().to_string();
        let old = device.journal.record(&name).unwrap();
        device.journal.lose(&name);
        if let Some((generation, schema, body)) = in_journal {
            let body = if body == "old" { &old.body } else { body };
            let record = JournalRecord::of_document(&name, generation, schema, body);
            device.journal.force(record);
        }
        put_slot(&device, &name, SlotName::A, 8, &old.body);
        put_slot(&device, &name, SlotName::B, 9, newest);
        let tab = device.open(0);
        let told = tab.report.look(|report| report.told.clone());
        let earlier = Told::EarlierShown { key: period_key() };
        let found = tab.verdict(PERIOD, "ORG-01").map(|_| "old");
        assert_eq!(found, expected);
        assert_eq!(told.contains(&earlier), expected.is_some());
        assert!(!tab.report.look(|report| report.unreadable.is_empty()));
        // An edit keeps a copy of what could not be understood.
        tab.answer(PERIOD, "ORG-02", Met);
        let entries = device.store.entries();
        let mut texts = entries.values().filter(|text| text.ends_with(newest));
        assert!(texts.next().is_some(), "the newest version is gone");
    }
    check(None, r#"{"id":17}"#, Some("old"));
    check(
        Some((9, SCHEMA_VERSION, r#"{"id":17}"#)),
        r#"{"id":17}"#,
        Some("old"),
    );
    check(Some((7, SCHEMA_VERSION, "old")), "no json", Some("old"));
}

/// Damaged to 0, the number of the form kept a document closed that the journal had whole.
#[test]
fn a_damaged_number_of_the_form_does_not_keep_a_document_closed() {
    let device = Device::new();
    device.open(0).add(&branch_and_period());
    device.open(0).answer(PERIOD, "ORG-01", Met);
    device.kill(0);
    let name = period_key().to_string();
    let record = device.journal.record(&name).unwrap();
    let body = &record.body;
    let checksum = wuxing::storage::Checksum::of(body);
    let text = format!("wuxing-slot 1 {} 0 {checksum}\n{body}", record.generation);
    for slot in SlotName::BOTH {
        device.store.remove(&slot_key(&name, slot)).unwrap();
    }
    device
        .store
        .set(&slot_key(&name, SlotName::A), &text)
        .unwrap();
    let tab = device.open(0);
    assert_eq!(tab.verdict(PERIOD, "ORG-01"), Some(Met));
    assert!(matches!(period_key(), DocumentKey::Assessment(_)));
}
