//! What the session does by itself: when it writes, what it waits for, and at what it stays.

use crate::device::Device;
use crate::journal_double::Temper;
use crate::samples::{BRANCH, NEXT_PERIOD, PERIOD, branch, branch_and_period, id, period};
use crate::tab::Tab;
use uuid::Uuid;
use wuxing::app::session::{Alarm, Session};
use wuxing::app::watched::Watched;
use wuxing::assessment::{AnswerValue, Organization, Verdict};
use wuxing::exchange::Document;
use wuxing::standard::ItemId;
use wuxing::storage::SaveState;

/// Answers an item as a tap on the page of the open period does, and returns the period that has
/// it.
fn answered_in(tab: &Tab, item: &str) -> Vec<Uuid> {
    let item = ItemId::from(item);
    Session::answer(tab, &item, Some(AnswerValue::Verdict(Verdict::Met)));
    let workspace = tab.workspace();
    let periods = workspace.assessments.values();
    let having = periods.filter(|period| period.value(&item).is_some());
    having.map(|period| period.id).collect()
}

fn other_branch() -> Organization {
    let Document::Organization(mut other) = branch() else {
        unreachable!()
    };
    other.id = id(20);
    other
}

#[test]
fn what_is_typed_is_written_after_a_pause() {
    let device = Device::new();
    let tab = device.open(0);
    tab.add(&branch_and_period());
    assert_eq!(tab.host.rings_in(Alarm::WriteTyped), None);
    let before = device.store.entries();
    tab.note(PERIOD, "ORG-01", "会");
    device.clock.advance(300);
    tab.note(PERIOD, "ORG-01", "会议");
    assert_eq!(device.store.entries(), before);
    assert_eq!(tab.host.rings_in(Alarm::WriteTyped), Some(100));
    device.clock.advance(100);
    tab.host.ring(Alarm::WriteTyped);
    assert_eq!(tab.state(), SaveState::Saved);
    // The later alarm finds nothing to write.
    let written = device.store.entries();
    device.clock.advance(300);
    tab.host.ring(Alarm::WriteTyped);
    assert_eq!(device.store.entries(), written);
}

#[test]
fn the_start_waits_for_the_journal_only_where_nothing_was_found() {
    let device = Device::new();
    device.journal.be(Temper::Late);
    let start = |device: &Device| {
        let tab = device.open(0);
        let loaded_at_once = tab.loaded.copied();
        assert!(!tab.searching.copied());
        device.clock.advance(1_000);
        tab.host.ring(Alarm::SaySearching);
        assert_eq!(tab.searching.copied(), !loaded_at_once);
        device.journal.answer_all();
        assert!(tab.loaded.copied() && !tab.searching.copied());
        (tab, loaded_at_once)
    };
    let (tab, loaded_at_once) = start(&device);
    assert!(!loaded_at_once);
    // Settings alone are no sign that there was nothing else.
    tab.edit_settings(|settings| settings.elder = true);
    device.journal.answer_all();
    assert!(!start(&device).1);
    tab.add(&branch_and_period());
    device.journal.answer_all();
    assert!(start(&device).1);
}

#[test]
fn a_tab_stays_at_what_is_open_whatever_another_opens() {
    let device = Device::new();
    let (tab, other) = (device.open(0), device.open(1));
    tab.add(&branch_and_period());
    device.settle(&[&tab, &other]);
    device.clock.advance(10);
    other.add_organization(other_branch(), "2026Q4".parse().unwrap());
    other.open_organization(BRANCH);
    other.start_period("2026Q4".parse().unwrap());
    other.open_organization(id(20));
    device.settle(&[&tab, &other]);
    assert_eq!(tab.workspace(), other.workspace());
    assert_eq!(answered_in(&tab, "ORG-01"), [PERIOD]);
    // Until she opens another one herself.
    tab.open_organization(id(20));
    let found = answered_in(&tab, "ORG-02");
    assert_eq!(tab.workspace().assessments[&found[0]].organization, id(20));
    assert_eq!(found.len(), 1);
}

#[test]
fn a_period_is_open_when_it_has_begun_and_today_moves_when_it_is_looked_at() {
    let device = Device::new();
    let tab = device.open(0);
    tab.add(&branch_and_period());
    tab.add(&[period(NEXT_PERIOD, "2027Q1")]);
    assert_eq!(answered_in(&tab, "ORG-01"), [PERIOD]);
    let until_new_year = tab.until_midnight_ms() + 40 * 86_400_000;
    device.clock.advance(until_new_year.try_into().unwrap());
    assert_eq!(answered_in(&tab, "ORG-02"), [PERIOD]);
    tab.look_at_the_clock();
    assert_eq!(answered_in(&tab, "ORG-03"), [NEXT_PERIOD]);
}

#[test]
fn a_period_that_is_there_is_opened_and_not_begun_again() {
    let device = Device::new();
    let tab = device.open(0);
    tab.add(&branch_and_period());
    tab.start_period("2026Q4".parse().unwrap());
    let after = tab.workspace();
    assert_eq!(after.assessments.len(), 2);
    tab.start_period("2026Q3".parse().unwrap());
    assert_eq!(tab.workspace(), after);
    assert_eq!(answered_in(&tab, "ORG-01"), [PERIOD]);
}

#[test]
fn an_entry_is_recorded_on_the_year_of_its_span() {
    let device = Device::new();
    let tab = device.open(0);
    tab.add(&branch_and_period());
    let of = wuxing::ledger::RecordOf::Duty("D-GM".into());
    let (held_on, span) = ("2027-01-08".parse().unwrap(), "2026".parse().unwrap());
    tab.record(of, held_on, Some(span)).unwrap();
    let years: Vec<i32> = tab
        .workspace()
        .ledgers
        .values()
        .map(|page| page.year)
        .collect();
    assert_eq!(years, [2026]);
}
