//! A step is taken back without what came from elsewhere since (撤销时另一页已改): another tab answered,
//! changed or deleted meanwhile.

use crate::device::Device;
use crate::samples::{BRANCH, NEXT_PERIOD, PERIOD, branch_and_period, own_pack, period};
use crate::tab::Tab;
use crate::undoing::tab_on;
use wuxing::app::commands::Pace;
use wuxing::app::undo::Deed;
use wuxing::app::workspace::Workspace;
use wuxing::assessment::Verdict;

#[test]
fn a_loaded_pack_that_was_replaced_comes_back() {
    let device = Device::new();
    let (tab, other) = (tab_on(&device), device.open(1));
    let pack = |workspace: &Workspace| {
        workspace
            .standards
            .values()
            .next()
            .cloned()
            .map(|one| one.pack)
    };
    tab.add(&[own_pack()]);
    let before = pack(&tab.workspace());
    let (deed, keys) = (Some(Deed::Imported(1)), [own_pack().key()]);
    tab.edit(deed, &keys, Pace::Now, |workspace, _| {
        let own = workspace.standards.values_mut().next().unwrap();
        own.pack.version = "2".to_owned();
        own.added_at -= 500;
    });
    device.settle(&[&tab, &other]);
    assert_ne!(pack(&other.workspace()), before);
    tab.undo();
    device.settle(&[&tab, &other]);
    assert_eq!(pack(&tab.workspace()), before);
    assert_eq!(pack(&other.workspace()), before);
}

#[test]
fn what_the_other_tab_did_since_is_not_taken_back() {
    #[track_caller]
    fn check(act: impl Fn(&Tab), other_act: impl Fn(&Tab), expected: impl Fn(&Tab)) {
        let device = Device::new();
        let (tab, other) = (tab_on(&device), device.open(1));
        act(&tab);
        device.settle(&[&tab, &other]);
        device.clock.advance(10);
        other_act(&other);
        device.settle(&[&tab, &other]);
        device.clock.advance(10);
        tab.undo();
        device.settle(&[&tab, &other]);
        expected(&tab);
        expected(&other);
    }
    // An answer to another item.
    check(
        |tab| tab.answer(PERIOD, "ORG-02", Verdict::Met),
        |tab| tab.answer(PERIOD, "ORG-03", Verdict::Partly),
        |tab| {
            assert_eq!(tab.verdict(PERIOD, "ORG-02"), None);
            assert_eq!(tab.verdict(PERIOD, "ORG-03"), Some(Verdict::Partly));
        },
    );
    // A note on the same item.
    check(
        |tab| tab.answer(PERIOD, "ORG-02", Verdict::Met),
        |tab| tab.note(PERIOD, "ORG-02", "那边写的"),
        |tab| {
            assert_eq!(tab.verdict(PERIOD, "ORG-02"), None);
            assert_eq!(tab.written(PERIOD, "ORG-02").unwrap(), "那边写的");
        },
    );
    // The same item answered anew.
    check(
        |tab| tab.answer(PERIOD, "ORG-02", Verdict::Met),
        |tab| tab.answer(PERIOD, "ORG-02", Verdict::Partly),
        |tab| assert_eq!(tab.verdict(PERIOD, "ORG-02"), Some(Verdict::Partly)),
    );
    // Another fact of the organisation.
    check(
        |tab| tab.name(BRANCH, "新名"),
        |tab| tab.members(BRANCH, 40),
        |tab| {
            let branch = tab.workspace().organizations[&BRANCH].clone();
            assert_eq!(branch.name, "柳河村党支部");
            assert_eq!(branch.facts.members, Some(40));
        },
    );
    // A period that was begun here and answered there.
    check(
        |tab| tab.add(&[period(NEXT_PERIOD, "2026Q4")]),
        |tab| tab.answer(NEXT_PERIOD, "ORG-01", Verdict::Met),
        |tab| assert_eq!(tab.verdict(NEXT_PERIOD, "ORG-01"), Some(Verdict::Met)),
    );
    // A period that was deleted there.
    check(
        |tab| tab.answer(PERIOD, "ORG-02", Verdict::Met),
        |tab| tab.delete_assessment(PERIOD),
        |tab| assert!(tab.workspace().assessments.is_empty()),
    );
}

#[test]
fn an_organisation_whose_period_went_on_elsewhere_stays_with_it() {
    let device = Device::new();
    let tab = device.open(0);
    tab.add(&branch_and_period());
    let other = device.open(1);
    other.answer(PERIOD, "ORG-01", Verdict::Met);
    device.settle(&[&tab, &other]);
    tab.undo();
    assert!(tab.workspace().organizations.contains_key(&BRANCH));
    device.settle(&[&tab, &other]);
    for tab in [&tab, &other] {
        assert!(tab.workspace().organizations.contains_key(&BRANCH));
        assert_eq!(tab.verdict(PERIOD, "ORG-01"), Some(Verdict::Met));
    }
}
