//! The ledger in two tabs, taken back, deleted and brought back: no entry and no field is lost.

use crate::device::Device;
use crate::journal_double::Temper;
use crate::ledger_tab::{card, field, in_card, line, meeting, problem, step};
use crate::samples::{BRANCH, branch_and_period, id};
use crate::tab::Tab;
use wuxing::app::commands::Pace;
use wuxing::app::undo::Deed;
use wuxing::exchange::{Document, DocumentKey};
use wuxing::ledger::{Card, FieldValue};

/// Two tabs with a branch, a meeting (1) and a card (2), which have heard of each other.
fn two_tabs() -> (Device, Tab, Tab) {
    let device = Device::new();
    let first = device.open(0);
    first.add(&branch_and_period());
    first.begin(1, meeting());
    first.begin(2, card());
    first.change(2, step("proposed", 1));
    first.forget_steps();
    let second = device.open(1);
    device.settle(&[&first, &second]);
    device.clock.advance(10);
    (device, first, second)
}

pub fn text(card: &Card, key: &str) -> Option<String> {
    match card.values.get(key)? {
        FieldValue::Text(text) => Some(text.clone()),
        other => panic!("no text: {other:?}"),
    }
}

fn days(card: &Card, key: &str) -> Vec<u8> {
    let marks = card.steps.get(key).into_iter();
    marks
        .flat_map(|mark| &mark.on)
        .map(|day| day.day())
        .collect()
}

#[test]
fn what_both_tabs_enter_before_they_hear_of_each_other_is_all_there() {
    #[track_caller]
    fn check(one: impl Fn(&Tab), other: impl Fn(&Tab), expected: impl Fn(&Tab)) {
        for turned in [false, true] {
            for temper in [Temper::AtOnce, Temper::Late] {
                let (device, first, second) = two_tabs();
                device.journal.be(temper);
                let (early, late) = if turned {
                    (&second, &first)
                } else {
                    (&first, &second)
                };
                one(early);
                device.clock.advance(5);
                other(late);
                device.journal.be(Temper::AtOnce);
                device.settle(&[&first, &second]);
                device.kill(0);
                for tab in [&first, &second, &device.open(2)] {
                    expected(tab);
                    assert_eq!(tab.workspace(), first.workspace());
                }
            }
        }
    }
    // Two entries of one page, and two on new pages.
    check(
        |tab| {
            tab.begin(10, meeting());
        },
        |tab| {
            tab.begin(11, problem());
        },
        |tab| {
            assert_eq!(tab.entry(10), Some(meeting()));
            assert_eq!(tab.entry(11), Some(problem()));
        },
    );
    // Two fields of one entry.
    check(
        |tab| tab.change(2, field("matter", "修路")),
        |tab| tab.type_into(2, field("place", "东大街")),
        |tab| {
            let card = tab.card(2).unwrap();
            assert_eq!(text(&card, "matter").unwrap(), "修路");
            assert_eq!(text(&card, "place").unwrap(), "东大街");
        },
    );
    // The same field: both texts are kept, the later first.
    check(
        |tab| tab.change(2, field("matter", "修路")),
        |tab| tab.change(2, field("matter", "修桥")),
        |tab| {
            let both = text(&tab.card(2).unwrap(), "matter").unwrap();
            assert_eq!(both, "修桥\n\n修路");
        },
    );
    // A step and a field, and two days of one step.
    check(
        |tab| tab.change(2, step("decided", 7)),
        |tab| tab.change(2, field("matter", "修路")),
        |tab| {
            assert_eq!(days(&tab.card(2).unwrap(), "decided"), [7]);
            assert_eq!(text(&tab.card(2).unwrap(), "matter").unwrap(), "修路");
        },
    );
    check(
        |tab| tab.change(2, step("proposed", 20)),
        |tab| tab.change(2, step("proposed", 8)),
        |tab| assert_eq!(days(&tab.card(2).unwrap(), "proposed"), [1, 8, 20]),
    );
    check(
        |tab| tab.change(2, in_card(|card| card.links.push(id(71)))),
        |tab| tab.change(2, in_card(|card| card.links.push(id(70)))),
        |tab| assert_eq!(tab.card(2).unwrap().links, [id(70), id(71)]),
    );
    // A day that one takes back, and another that the other adds.
    check(
        |tab| {
            tab.change(
                2,
                in_card(|card| card.steps.get_mut("proposed").unwrap().on.clear()),
            )
        },
        |tab| tab.change(2, step("proposed", 8)),
        |tab| assert_eq!(days(&tab.card(2).unwrap(), "proposed"), [8]),
    );
    // Whoever takes out what the other changes does not know of the change.
    check(
        |tab| tab.take_out(1),
        |tab| tab.change(1, line("换届")),
        |tab| assert_eq!(tab.line(1).unwrap(), "换届"),
    );
    check(
        |tab| tab.change(1, line("换届")),
        |tab| tab.take_out(1),
        |tab| assert_eq!(tab.line(1).unwrap(), "换届"),
    );
    check(
        |tab| tab.take_out(1),
        |tab| tab.change(2, field("matter", "修路")),
        |tab| {
            assert_eq!(tab.entry(1), None);
            assert_eq!(text(&tab.card(2).unwrap(), "matter").unwrap(), "修路");
        },
    );
}

#[test]
fn what_was_taken_out_stays_out() {
    let (device, first, second) = two_tabs();
    first.take_out(1);
    device.settle(&[&first, &second]);
    // A copy of the page that still has it does not bring it back.
    second.change(2, field("matter", "修路"));
    device.settle(&[&first, &second]);
    device.kill(0);
    for tab in [&first, &second, &device.open(2)] {
        assert_eq!(tab.entry(1), None);
        assert_eq!(tab.workspace(), first.workspace());
    }
}

#[test]
fn what_the_other_tab_did_since_is_not_taken_back() {
    #[track_caller]
    fn check(act: impl Fn(&Tab), other_act: impl Fn(&Tab), expected: impl Fn(&Tab)) {
        let (device, tab, other) = two_tabs();
        act(&tab);
        device.settle(&[&tab, &other]);
        device.clock.advance(10);
        other_act(&other);
        device.settle(&[&tab, &other]);
        device.clock.advance(10);
        assert!(tab.undo());
        device.settle(&[&tab, &other]);
        expected(&tab);
        expected(&other);
    }
    // Another field of the same card.
    check(
        |tab| tab.change(2, field("matter", "修路")),
        |tab| tab.change(2, field("place", "东大街")),
        |tab| {
            let card = tab.card(2).unwrap();
            assert_eq!(text(&card, "matter"), None);
            assert_eq!(text(&card, "place").unwrap(), "东大街");
        },
    );
    // Another day of the same step.
    check(
        |tab| tab.change(2, step("proposed", 8)),
        |tab| tab.change(2, step("proposed", 20)),
        |tab| assert_eq!(days(&tab.card(2).unwrap(), "proposed"), [1, 20]),
    );
    // An entry that was begun here and gone on with there.
    check(
        |tab| {
            tab.begin(10, meeting());
        },
        |tab| tab.change(10, line("换届")),
        |tab| assert_eq!(tab.line(10).unwrap(), "换届"),
    );
    // A page that was begun here, and to which the other tab added.
    check(
        |tab| {
            let first = tab.begin(20, card());
            let begins_another = |entry: &u128| tab.begin(*entry, card()) != first;
            assert_eq!((21..30).find(begins_another), Some(23));
        },
        |tab| {
            tab.begin(30, card());
        },
        |tab| {
            assert_eq!(tab.entry(23), None);
            assert_eq!(tab.entry(22), Some(card()));
            assert_eq!(tab.entry(30), Some(card()));
        },
    );
    // An entry that was changed here and taken out there.
    check(
        |tab| tab.change(1, line("换届")),
        |tab| tab.take_out(1),
        |tab| assert_eq!(tab.entry(1), None),
    );
}

#[test]
fn an_organisation_whose_page_went_on_elsewhere_stays_with_it() {
    #[track_caller]
    fn check(act: impl Fn(&Tab), there: u128) {
        for edit_first in [true, false] {
            let (device, first, second) = two_tabs();
            if edit_first {
                act(&second);
            }
            let keys = first.workspace().keys_of(BRANCH);
            assert_eq!(keys.len(), 3, "the branch, its period and its page");
            first.delete_branch();
            if !edit_first {
                act(&second);
            }
            device.settle(&[&first, &second]);
            device.kill(0);
            for tab in [&first, &second, &device.open(2)] {
                assert!(tab.workspace().organizations.contains_key(&BRANCH));
                assert!(tab.entry(there).is_some());
            }
        }
    }
    check(|tab| tab.change(1, line("换届")), 1);
    check(|tab| tab.type_into(1, line("换届")), 1);
    check(
        |tab| {
            tab.begin(10, meeting());
        },
        10,
    );
    // A year that is begun there.
    let new_page = |tab: &Tab| {
        for entry in 40..49 {
            tab.begin(entry, card());
        }
    };
    check(new_page, 48);
}

#[test]
fn an_entry_of_a_tab_that_was_closed_since_keeps_its_organisation() {
    let (device, first, second) = two_tabs();
    second.change(1, line("换届"));
    drop(second);
    first.delete_branch();
    // The organisation is there again at once, and not only when the storage event comes.
    assert!(first.workspace().organizations.contains_key(&BRANCH));
    assert_eq!(first.line(1).unwrap(), "换届");
    device.settle(&[&first]);
    device.kill(0);
    assert_eq!(device.open(0).workspace(), first.workspace());
}

#[test]
fn an_organisation_that_is_taken_back_stays_with_a_page_that_was_begun_elsewhere() {
    let device = Device::new();
    let first = device.open(0);
    first.add(&branch_and_period());
    let second = device.open(1);
    second.begin(10, meeting());
    device.settle(&[&first, &second]);
    first.undo();
    assert!(first.workspace().organizations.contains_key(&BRANCH));
    device.settle(&[&first, &second]);
    for tab in [&first, &second] {
        assert!(tab.workspace().organizations.contains_key(&BRANCH));
        assert_eq!(tab.entry(10), Some(meeting()));
    }
}

#[test]
fn an_older_copy_that_is_read_in_stands_in_both_tabs() {
    let (device, first, second) = two_tabs();
    let older: Vec<Document> = first
        .workspace()
        .ledgers
        .into_values()
        .map(Document::Ledger)
        .collect();
    first.begin(10, meeting());
    first.change(1, line("换届"));
    device.settle(&[&first, &second]);
    first.add(&older);
    device.settle(&[&first, &second]);
    for tab in [&first, &second] {
        assert_eq!(tab.entry(10), None);
        assert_eq!(tab.line(1).unwrap(), "");
        assert_eq!(tab.workspace(), first.workspace());
    }
}

#[test]
fn pages_go_and_come_back_with_their_organisation() {
    let (device, first, second) = two_tabs();
    let before = first.workspace();
    first.delete_branch();
    device.settle(&[&first, &second]);
    assert!(first.workspace().is_empty() && second.workspace().is_empty());
    assert!(first.undo());
    device.settle(&[&first, &second]);
    assert_eq!(first.workspace(), before);
    assert_eq!(second.workspace(), before);
    // A page that comes back alone could not be seen.
    let page = *before.ledgers.keys().next().unwrap();
    let (deed, keys) = (Some(Deed::Deleted), [DocumentKey::Ledger(page)]);
    first.edit(deed, &keys, Pace::Now, |workspace, _| {
        workspace.remove(&keys[0]);
    });
    device.settle(&[&first, &second]);
    second.delete_branch();
    device.settle(&[&first, &second]);
    first.undo();
    assert!(first.workspace().is_empty());
}
