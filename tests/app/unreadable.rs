//! What verifies and cannot be understood: it is reported, and copied before it is written over.

use crate::device::Device;
use crate::samples::{PERIOD, branch_and_period, period, period_key};
use crate::starting::put_slot;
use crate::tab::Tab;
use wuxing::app::sync::ImportState;
use wuxing::app::watched::Watched;
use wuxing::assessment::Verdict::Met;
use wuxing::exchange::{DocumentKey, SCHEMA_VERSION, Theme};
use wuxing::storage::keys::{SlotName, parse_aside_key, slot_key};
use wuxing::storage::{JournalRecord, KeyValueStore, SaveState};

#[test]
fn what_cannot_be_understood_is_reported_and_stays() {
    #[track_caller]
    fn check(key: DocumentKey, body: &str, edit: impl Fn(&Tab, usize)) {
        let device = Device::new();
        device.open(0).add(&branch_and_period());
        device.kill(0);
        let name = key.to_string();
        for slot in SlotName::BOTH {
            device.store.remove(&slot_key(&name, slot)).unwrap();
        }
        put_slot(&device, &name, SlotName::A, 7, body);
        let text = device
            .store
            .get(&slot_key(&name, SlotName::A))
            .unwrap()
            .unwrap();
        device
            .journal
            .force(JournalRecord::of_document(&name, 7, SCHEMA_VERSION, body));
        let kept = |device: &Device| {
            let entries = device.store.entries();
            entries.iter().any(|(key, value)| {
                let aside = parse_aside_key(key).is_some();
                *value == text && (aside || *key == slot_key(&name, SlotName::A))
            })
        };
        for round in 0..3 {
            let tab = device.open(0);
            if round == 0 {
                tab.report.look(|found| {
                    assert!(found.unreadable.iter().any(|(key, _)| *key == name));
                    assert!(found.to_save.is_empty());
                });
            }
            assert!(kept(&device), "after start {round}");
            for number in 0..3 {
                edit(&tab, round * 3 + number);
                assert!(kept(&device), "after edit {number} of start {round}");
            }
            device.kill(0);
        }
        let copies = device.store.entries();
        let copies = copies.keys().filter(|key| parse_aside_key(key).is_some());
        assert_eq!(copies.count(), 1, "one copy is enough");
    }
    let theme = |tab: &Tab, number: usize| {
        let themes = [Theme::Light, Theme::Dark];
        tab.edit_settings(|settings| settings.theme = themes[number % 2]);
    };
    check(DocumentKey::Settings, r#"{"theme":"sepia"}"#, theme);
    let read_in = |tab: &Tab, number: usize| {
        let period = period(PERIOD, "2026Q3");
        assert_eq!(tab.import(&[period]), Some(ImportState::Done));
        tab.answer(PERIOD, &format!("ITEM-{number}"), Met);
    };
    check(period_key(), r#"{"id":17}"#, read_in);
}

#[test]
fn a_copy_is_made_once_however_often_it_is_tried() {
    let device = Device::new();
    put_slot(&device, "settings", SlotName::A, 7, r#"{"theme":"sepia"}"#);
    let larger = |tab: &Tab| tab.edit_settings(|settings| settings.elder = true);
    let copies = || {
        let entries = device.store.entries();
        entries
            .keys()
            .filter(|key| parse_aside_key(key).is_some())
            .count()
    };
    let tab = device.open(0);
    // The browser is killed right after the copy.
    device.store.stop_after(Some(1));
    larger(&tab);
    device.kill(0);
    assert_eq!(copies(), 1);
    device.clock.advance(1_000);
    let (tab, other) = (device.open(0), device.open(1));
    larger(&tab);
    larger(&other);
    assert_eq!(copies(), 1);
}

#[test]
fn where_there_is_no_room_for_a_copy_what_cannot_be_understood_is_not_written_over() {
    let device = Device::new();
    put_slot(&device, "settings", SlotName::A, 7, r#"{"theme":"sepia"}"#);
    let tab = device.open(0);
    let before = device.store.entries();
    device.store.limit(Some(device.used()));
    tab.edit_settings(|settings| settings.elder = true);
    assert!(matches!(tab.state(), SaveState::NotSaved { .. }));
    assert!(tab.would_lose());
    assert_eq!(device.store.entries(), before);
}
