//! What each command does to the workspace; that it can be taken back is in `undoing`.

use crate::device::Device;
use crate::ledger_tab::{card, problem};
use crate::samples::{BRANCH, PERIOD, branch, branch_and_period, id, own_pack};
use crate::tab::Tab;
use crate::undoing::{example, tab_on};
use uuid::Uuid;
use wuxing::app::commands::Pace;
use wuxing::app::removal::is_in_use;
use wuxing::app::session::Session;
use wuxing::app::watched::Watched;
use wuxing::assessment::{Answer, AnswerValue, Verdict};
use wuxing::exchange::Document;
use wuxing::rectification::{Move, NotNow, RectificationState};
use wuxing::standard::ItemId;

/// The loaded pack of the samples.
const PACK: Uuid = id(9);

fn answer(tab: &Tab, item: &str) -> Option<Answer> {
    let workspace = tab.workspace();
    let answers = &workspace.assessments[&PERIOD].answers;
    answers.get(&ItemId::from(item)).cloned()
}

#[test]
fn an_answer_never_given_and_not_given_now_leaves_no_trace() {
    let device = Device::new();
    let tab = tab_on(&device);
    let item = ItemId::from("ORG-05");
    Session::answer(&tab, &item, None);
    tab.write_note(&item, String::new());
    assert_eq!(answer(&tab, "ORG-05"), None);
    Session::answer(&tab, &item, Some(AnswerValue::Verdict(Verdict::Met)));
    Session::answer(&tab, &item, None);
    // Other copies are told that it was taken back.
    assert!(answer(&tab, "ORG-05").is_some_and(|answer| answer.is_empty()));
}

#[test]
fn what_was_carried_over_is_an_answer_of_its_own_once_it_is_given() {
    let device = Device::new();
    let tab = tab_on(&device);
    let next = "2026Q4".parse().unwrap();
    tab.start_period(next);
    let begun = || {
        let workspace = tab.workspace();
        let mut periods = workspace.assessments.values();
        periods.find(|one| one.period == next).cloned().unwrap()
    };
    let value = Some(AnswerValue::Verdict(Verdict::Unmet));
    assert_eq!(begun().organization, BRANCH);
    Session::answer(&tab, &"ORG-01".into(), value.clone());
    let given = begun().answers[&ItemId::from("ORG-01")].clone();
    assert_eq!((given.value, given.carried_from), (value, None));
    // The period before is as it was.
    assert_eq!(tab.verdict(PERIOD, "ORG-01"), Some(Verdict::Unmet));
}

#[test]
fn a_chosen_pack_holds_for_the_organisation_and_its_periods() {
    let device = Device::new();
    let tab = tab_on(&device);
    tab.add(&[own_pack()]);
    let ended = tab.workspace().assessments[&PERIOD].clone();
    tab.start_period("2026Q4".parse().unwrap());
    let open = tab.opened.copied().unwrap();
    let held_against = |tab: &Tab| {
        let workspace = tab.workspace();
        // The one that has ended stays with its own.
        assert_eq!(workspace.assessments[&PERIOD], ended);
        let organization = workspace.organizations[&BRANCH].pack.clone();
        (organization, workspace.assessments[&open].pack.id.clone())
    };
    let before = held_against(&tab);
    assert_eq!(before.0, None);
    tab.choose_pack(Some(PACK));
    let own = "local.village".to_owned();
    assert_eq!(held_against(&tab), (Some(own.clone()), own));
    let workspace = tab.workspace();
    assert!(is_in_use(&workspace, &workspace.standards[&PACK]));
    // One that is in use stays, and one that is not there is not chosen.
    tab.delete_standard(PACK);
    tab.choose_pack(Some(id(99)));
    assert!(tab.workspace().standards.contains_key(&PACK));
    assert_ne!(held_against(&tab), before);
    tab.choose_pack(None);
    assert_eq!(held_against(&tab), before);
    tab.delete_standard(PACK);
    assert!(tab.workspace().standards.is_empty());
}

#[test]
fn what_is_entered_or_put_in_is_opened() {
    let device = Device::new();
    let tab = tab_on(&device);
    let current = |tab: &Tab| tab.workspace().settings.current_organization;
    let Document::Organization(mut other) = branch() else {
        unreachable!()
    };
    other.id = id(20);
    tab.add_organization(other, "2026Q4".parse().unwrap());
    assert_eq!(current(&tab), Some(id(20)));
    let opened = tab.opened.copied().unwrap();
    assert_eq!(tab.workspace().assessments[&opened].organization, id(20));
    tab.add_example(example(&tab));
    let shown = current(&tab).unwrap();
    assert!(tab.workspace().organizations[&shown].example);
    tab.remove_example();
    let workspace = tab.workspace();
    assert_eq!(workspace.organizations.len(), 2);
    let mut left = workspace.assessments.values();
    assert!(left.all(|period| !period.example));
    tab.delete_organization(id(20));
    let workspace = tab.workspace();
    assert!(workspace.organizations.keys().eq([&BRANCH]));
    assert!(workspace.assessments.keys().eq([&PERIOD]));
}

#[test]
fn nothing_is_pursued_twice() {
    let device = Device::new();
    let tab = tab_on(&device);
    tab.begin(10, problem());
    let before = tab.workspace();
    tab.begin(11, problem());
    assert_eq!(tab.id_of(11), tab.id_of(10));
    assert_eq!(tab.workspace(), before);
    // It cannot be moved on before somebody is named, and nothing is changed then.
    let refused = tab.move_rectification(tab.id_of(10), Move::Assign);
    assert_eq!(refused, Err(NotNow::NobodyNamed));
    assert_eq!(tab.workspace(), before);
    tab.edit_rectification(tab.id_of(10), Pace::Now, |one| {
        one.who = "组织委员".to_owned();
        one.until = Some("2026-12-01".parse().unwrap());
    });
    let moved = tab.move_rectification(tab.id_of(10), Move::Assign);
    assert!(matches!(moved, Ok(state) if state != RectificationState::Closed));
}

#[test]
fn two_cards_are_linked_once_and_unlinked_from_either() {
    let device = Device::new();
    let tab = tab_on(&device);
    tab.begin(10, card());
    let links = |tab: &Tab| [2, 10].map(|entry| tab.card(entry).unwrap().links.len());
    tab.link_cards(tab.id_of(2), tab.id_of(10));
    tab.link_cards(tab.id_of(10), tab.id_of(2));
    tab.link_cards(tab.id_of(2), tab.id_of(2));
    assert_eq!(links(&tab), [1, 0]);
    tab.unlink_cards(tab.id_of(10), tab.id_of(2));
    assert_eq!(links(&tab), [0, 0]);
}

#[test]
fn without_an_organisation_nothing_is_entered() {
    let device = Device::new();
    let tab = device.open(0);
    let before = tab.workspace();
    assert_eq!(tab.begin_card("four_discuss_two_open".into(), 2026), None);
    Session::answer(
        &tab,
        &"ORG-01".into(),
        Some(AnswerValue::Verdict(Verdict::Met)),
    );
    tab.start_period("2026Q4".parse().unwrap());
    tab.choose_pack(None);
    tab.edit_organization(wuxing::app::undo::Deed::ChangedProfile, Pace::Now, |one| {
        one.name.push('新');
    });
    tab.import(&[]);
    assert_eq!(tab.workspace(), before);
    assert!(!tab.undo());
    tab.add(&branch_and_period());
    assert!(
        tab.begin_card("four_discuss_two_open".into(), 2026)
            .is_some()
    );
}
