//! A review from both sides: what whoever checks writes, what the organisation replies, and what is
//! to be put right; each is one step back, and none of it changes an answer.

use crate::device::Device;
use crate::samples::PERIOD;
use crate::tab::Tab;
use crate::undoing::{tab_on, without_times};
use proptest::prelude::*;
use wuxing::app::commands::Pace;
use wuxing::app::workspace::Workspace;
use wuxing::assessment::Assessment;
use wuxing::ledger::{Found, Ledger};
use wuxing::period::Quarter;
use wuxing::rectification::Origin;
use wuxing::review::{OrderState, order_state, orders_to_close, orders_to_take_up, reviews_of};
use wuxing::sorted_map::SortedMap;

fn quarter() -> Quarter {
    "2026Q3".parse().unwrap()
}

fn ledger(tab: &Tab) -> Ledger {
    Ledger::of(tab.workspace().ledgers.values())
}

fn answers(workspace: &Workspace) -> &SortedMap<uuid::Uuid, Assessment> {
    &workspace.assessments
}

/// Writes an order about an item.
fn orders(tab: &Tab, item: &str, order: &str) {
    tab.write_review(Some(item.into()), Pace::Now, |one| {
        one.found = Some(Found::Unmet);
        one.order = order.to_owned();
    });
}

#[test]
fn every_part_of_a_review_can_be_taken_back_and_changes_no_answer() {
    #[track_caller]
    fn check(deed: &str, act: impl Fn(&Tab)) {
        let device = Device::new();
        let (tab, other) = (tab_on(&device), device.open(1));
        orders(&tab, "ORG-01", "补齐");
        orders(&tab, "ORG-02", "补上");
        tab.take_up_orders(None);
        orders(&tab, "ORG-03", "再补");
        tab.write_review(Some("ORG-01".into()), Pace::Now, |one| {
            one.closed_on = Some("2026-09-20".parse().unwrap());
        });
        tab.flush();
        tab.forget_steps();
        device.clock.advance(1_000);
        let before = tab.workspace();
        act(&tab);
        let after = tab.workspace();
        assert_ne!(
            without_times(&after),
            without_times(&before),
            "{deed} did nothing"
        );
        assert_eq!(answers(&after), answers(&before), "{deed}");
        device.settle(&[&tab, &other]);
        device.clock.advance(1_000);
        assert!(tab.undo(), "{deed} leaves no way back");
        assert_eq!(
            without_times(&tab.workspace()),
            without_times(&before),
            "{deed}"
        );
        assert!(!tab.undo(), "{deed} is one step");
    }

    check("a first finding", |tab| {
        tab.write_review(Some("ORG-04".into()), Pace::Now, |one| {
            one.found = Some(Found::Met);
        });
    });
    check("another finding", |tab| {
        tab.write_review(Some("ORG-01".into()), Pace::Now, |one| {
            one.found = Some(Found::Partly);
        });
    });
    check("the rest at once", |tab| {
        let rest = ["ORG-01", "ORG-05", "ORG-06"];
        tab.review_rest(rest.map(|item| (item.into(), Found::Met)).to_vec());
    });
    let first = |tab: &Tab| {
        let ledger = ledger(tab);
        reviews_of(&ledger, quarter())
            .get(&Some("ORG-03".into()))
            .unwrap()
            .0
    };
    check("accepting", |tab| {
        tab.write_reply(first(tab), Pace::Now, |one| one.accepted = true)
    });
    check("a reply", |tab| {
        tab.write_reply(first(tab), Pace::Now, |one| {
            one.text = "已经补了".to_owned()
        });
    });
    check("taking up", |tab| tab.take_up_orders(None));
    check("taking up one", |tab| tab.take_up_orders(Some(first(tab))));
    check("closing", |tab| assert_eq!(tab.close_by_review(), 1));
}

#[test]
fn what_is_to_be_put_right_goes_its_way() {
    let device = Device::new();
    let tab = tab_on(&device);
    orders(&tab, "ORG-01", "补齐记录");
    tab.write_review(None, Pace::Now, |one| one.order = "建好台账".to_owned());
    let state = |item: Option<&str>| {
        let ledger = ledger(&tab);
        let item = item.map(Into::into);
        let (id, review) = reviews_of(&ledger, quarter()).get(&item).copied().unwrap();
        order_state(&ledger, id, review)
    };
    assert_eq!(state(Some("ORG-01")), Some(OrderState::Waiting));
    assert_eq!(orders_to_take_up(&ledger(&tab), quarter()).len(), 2);
    // An indicator that has a rectification keeps it.
    let known = tab.begin_rectification(Origin::Indicator("ORG-01".into()), "缺两次".to_owned());
    tab.take_up_orders(None);
    assert_eq!(state(Some("ORG-01")), known.map(OrderState::UnderWay));
    let all = ledger(&tab).rectifications;
    assert_eq!(all.len(), 2);
    assert!(
        all.values()
            .any(|one| one.origin == Origin::Review && one.problem == "建好台账")
    );
    // Nothing is taken up twice.
    tab.take_up_orders(None);
    assert_eq!(ledger(&tab).rectifications, all);
    // Nothing is closed that whoever checks has not closed.
    assert_eq!(tab.close_by_review(), 0);
    tab.write_review(Some("ORG-01".into()), Pace::Now, |one| {
        one.closed_on = Some("2026-09-20".parse().unwrap());
    });
    assert_eq!(state(Some("ORG-01")), known.map(OrderState::ToClose));
    assert_eq!(orders_to_close(&ledger(&tab), quarter()).len(), 1);
    assert_eq!(tab.close_by_review(), 1);
    assert_eq!(state(Some("ORG-01")), Some(OrderState::Closed));
    assert_eq!(tab.close_by_review(), 0);
    assert!(matches!(state(None), Some(OrderState::UnderWay(_))));
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 40,
        failure_persistence: None,
        ..Default::default()
    })]

    /// However often something is accepted, taken up and closed, the second time changes nothing,
    /// and the answers are as they were.
    #[test]
    fn accepting_and_taking_up_is_idempotent(steps in prop::collection::vec(0..4_u8, 1..8)) {
        let device = Device::new();
        let tab = tab_on(&device);
        orders(&tab, "ORG-01", "补齐");
        orders(&tab, "ORG-02", "补上");
        let own = answers(&tab.workspace()).clone();
        for step in steps {
            let act = || {
                let ids: Vec<_> = {
                    let ledger = ledger(&tab);
                    reviews_of(&ledger, quarter()).values().map(|(id, _)| *id).collect()
                };
                match step {
                    0 => tab.take_up_orders(None),
                    1 => ids.iter().for_each(|id| {
                        tab.write_reply(*id, Pace::Now, |one| one.accepted = true);
                    }),
                    2 => tab.write_review(Some("ORG-02".into()), Pace::Now, |one| {
                        one.closed_on = Some("2026-09-20".parse().unwrap());
                    }),
                    _ => drop(tab.close_by_review()),
                }
            };
            act();
            let once = tab.workspace();
            device.clock.advance(500);
            act();
            prop_assert_eq!(without_times(&tab.workspace()), without_times(&once));
            let now = tab.workspace();
            prop_assert_eq!(answers(&now), &own);
        }
        prop_assert!(tab.workspace().assessments.contains_key(&PERIOD));
    }
}
