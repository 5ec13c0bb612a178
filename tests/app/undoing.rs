//! Every step can be taken back, without taking back what came from elsewhere.

use crate::device::Device;
use crate::ledger_tab::{card, field, line, meeting, step};
use crate::samples::{
    BRANCH, NEXT_PERIOD, PERIOD, branch_and_period, branch_key, own_pack, period, period_key,
};
use crate::tab::Tab;
use wuxing::app::undo::Deed;
use wuxing::app::workspace::Workspace;
use wuxing::assessment::{Answer, AnswerValue, Threshold, Verdict};
use wuxing::exchange::{Document, DocumentKey, Theme};
use wuxing::standard::OrganizationType;

/// The workspace without the times at which things were entered, and without answers and entries
/// that say nothing.
pub fn timeless(workspace: &Workspace) -> Workspace {
    let mut plain = workspace.clone();
    plain.settings.changed_at = 0;
    plain
        .organizations
        .values_mut()
        .for_each(|one| one.changed_at = 0);
    for period in plain.assessments.values_mut() {
        period.answers.retain(|_, answer| !answer.is_empty());
        period
            .answers
            .values_mut()
            .for_each(|answer| answer.changed_at = 0);
    }
    for page in plain.ledgers.values_mut() {
        page.entries.retain(|_, entry| entry.body.is_some());
        let entries = page.entries.values_mut();
        entries.for_each(|entry| entry.changed_at = 0);
    }
    plain
}

/// A tab with a branch, a period in which something is answered, and a ledger with a meeting (1) and
/// a card (2).
pub fn tab_on(device: &Device) -> Tab {
    let tab = device.open(0);
    tab.add(&branch_and_period());
    tab.answer(PERIOD, "ORG-01", Verdict::Unmet);
    tab.note(PERIOD, "ORG-01", "上次的备注");
    tab.begin(1, meeting());
    tab.begin(2, card());
    tab.change(2, field("matter", "修路"));
    tab.keeper.flush();
    tab.undo.take();
    device.clock.advance(1_000);
    tab
}

fn change_branch(
    tab: &Tab,
    deed: Deed,
    change: impl FnOnce(&mut wuxing::assessment::Organization),
) {
    tab.tap(deed, &[branch_key()], |workspace, now_ms| {
        let branch = workspace.organizations.get_mut(&BRANCH).unwrap();
        change(branch);
        branch.changed_at = now_ms;
    });
}

#[test]
fn every_deed_can_be_taken_back() {
    #[track_caller]
    fn check(deed: &str, act: impl Fn(&Tab)) {
        // The clock stands still, goes on, or is set back between the deed and the way back.
        for milliseconds in [0, 5_000, -5_000] {
            let device = Device::new();
            let (tab, other) = (tab_on(&device), device.open(1));
            let before = tab.workspace();
            act(&tab);
            assert_ne!(
                timeless(&tab.workspace()),
                timeless(&before),
                "{deed} did nothing"
            );
            device.settle(&[&tab, &other]);
            device.clock.advance(milliseconds);
            assert!(tab.undo(), "{deed} leaves no way back");
            assert_eq!(timeless(&tab.workspace()), timeless(&before), "{deed}");
            assert!(!tab.undo(), "{deed} is one step");
            // The copy in the other tab, which still has the deed, does not bring it back.
            other.keeper.flush();
            device.settle(&[&tab, &other]);
            assert_eq!(tab.workspace(), other.workspace(), "{deed}");
            assert_eq!(timeless(&tab.workspace()), timeless(&before), "{deed}");
            device.kill(0);
            assert_eq!(device.open(2).workspace(), tab.workspace(), "{deed}");
        }
    }
    check("a first answer", |tab| {
        tab.answer(PERIOD, "ORG-02", Verdict::Met)
    });
    check("another answer", |tab| {
        tab.answer(PERIOD, "ORG-01", Verdict::Met)
    });
    check("no answer any more", |tab| {
        tab.tap(
            Deed::Answered("ORG-01".into()),
            &[period_key()],
            |workspace, now_ms| {
                let period = workspace.assessments.get_mut(&PERIOD).unwrap();
                let answer = period.answers.get_mut(&"ORG-01".into()).unwrap();
                answer.value = None;
                answer.changed_at = now_ms;
            },
        );
    });
    check("many answers", |tab| {
        tab.tap(
            Deed::AnsweredMany(2),
            &[period_key()],
            |workspace, now_ms| {
                let period = workspace.assessments.get_mut(&PERIOD).unwrap();
                for id in ["VETO-01", "VETO-02"] {
                    let value = AnswerValue::Verdict(Verdict::Met);
                    period.answers.insert(id.into(), Answer::of(value, now_ms));
                }
            },
        );
    });
    check("a note", |tab| tab.note(PERIOD, "ORG-02", "新备注"));
    check("a note over a note", |tab| {
        tab.note(PERIOD, "ORG-01", "改了")
    });
    check("a name", |tab| tab.name(BRANCH, "新名"));
    check("the facts", |tab| tab.members(BRANCH, 40));
    check("the type", |tab| {
        change_branch(tab, Deed::ChangedProfile, |one| {
            one.organization_type = OrganizationType::Community;
        });
    });
    check("a threshold", |tab| {
        change_branch(tab, Deed::ChangedStandard, |one| {
            one.local.thresholds.insert(Threshold::StarPass, 90);
            one.local.switched.insert("ORG-01".into(), false);
        });
    });
    check("another pack", move |tab| {
        tab.tap(
            Deed::ChangedStandard,
            &[branch_key(), period_key()],
            |workspace, now_ms| {
                let branch = workspace.organizations.get_mut(&BRANCH).unwrap();
                branch.pack = Some("local.village".to_owned());
                branch.changed_at = now_ms;
                let period = workspace.assessments.get_mut(&PERIOD).unwrap();
                period.pack.id = "local.village".to_owned();
                let answer = period.answers.remove(&"ORG-01".into()).unwrap();
                period.retired.insert("ORG-01".into(), answer);
            },
        );
    });
    check("a period", |tab| {
        let deed = Deed::StartedPeriod("2026Q4".parse().unwrap());
        let document = period(NEXT_PERIOD, "2026Q4");
        tab.tap(deed, &[document.key()], |workspace, _| {
            workspace.put(document.clone())
        });
    });
    check("an organisation", |tab| {
        let Document::Organization(mut added) = crate::samples::branch() else {
            unreachable!()
        };
        added.id = crate::samples::id(20);
        let keys = [DocumentKey::Organization(added.id), DocumentKey::Settings];
        tab.tap(Deed::AddedOrganization, &keys, |workspace, now_ms| {
            workspace.settings.current_organization = Some(added.id);
            workspace.settings.changed_at = now_ms;
            workspace.put(Document::Organization(added));
        });
    });
    check("the example", |tab| {
        let mut number = 100;
        let mut new_id = || {
            number += 1;
            crate::samples::id(number)
        };
        let now = "2026Q4".parse().unwrap();
        let documents = wuxing::app::example::documents(now, 1, &mut new_id).unwrap();
        let keys: Vec<DocumentKey> = documents.iter().map(Document::key).collect();
        tab.tap(Deed::AddedExample, &keys, |workspace, _| {
            documents.iter().for_each(|one| workspace.put(one.clone()));
        });
    });
    check("a file", |tab| {
        let documents = [
            period(PERIOD, "2026Q3"),
            period(NEXT_PERIOD, "2026Q4"),
            own_pack(),
        ];
        let keys: Vec<DocumentKey> = documents.iter().map(Document::key).collect();
        tab.tap(Deed::Imported(3), &keys, |workspace, _| {
            documents.iter().for_each(|one| workspace.put(one.clone()));
        });
    });
    check("a deleted period", |tab| tab.delete(&[period_key()]));
    check("a deleted organisation", |tab| {
        tab.delete(&[branch_key(), period_key()])
    });
    check("a removed example", |tab| {
        tab.tap(
            Deed::RemovedExample,
            &[branch_key(), period_key()],
            |workspace, _| {
                workspace.remove(&branch_key());
                workspace.remove(&period_key());
            },
        );
    });
    check("an entry on a page", |tab| {
        tab.begin(10, meeting());
    });
    check("an entry on a new page", |tab| {
        let long = "长".repeat(2_000);
        let mut body = meeting();
        line(&long)(&mut body);
        tab.begin(10, body);
        assert_eq!(tab.workspace().ledgers.len(), 2);
    });
    check("the line of an entry", |tab| {
        tab.type_into(1, line("换届"));
        tab.type_into(1, line("换届选举"));
    });
    check("a field of a card", |tab| {
        tab.change(2, field("matter", "修桥"))
    });
    check("a step of a card", |tab| tab.change(2, step("decided", 7)));
    check("an entry taken out", |tab| tab.take_out(2));
    check("a deleted organisation with its ledger", |tab| {
        tab.delete(&tab.workspace().keys_of(BRANCH));
    });
    check("a duty that was switched on", |tab| {
        change_branch(tab, Deed::ChangedDuties, |one| {
            one.local.duties.insert("D-GM".into(), true);
        });
    });
    check("a setting", |tab| {
        tab.tap(
            Deed::ChangedSetting,
            &[DocumentKey::Settings],
            |workspace, now_ms| {
                workspace.settings.theme = Theme::Dark;
                workspace.settings.changed_at = now_ms;
            },
        );
    });
}

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
    tab.tap(Deed::Imported(1), &[own_pack().key()], |workspace, _| {
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
        |tab| tab.delete(&[period_key()]),
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
