//! Every deed can be taken back (撤销): it is one step, in this tab and in others.
//!
//! Not here: what others did since (`undoing_beside_others`).

use crate::device::Device;
use crate::ledger_tab::{card, field, line, meeting, missed, problem, step};
use crate::samples::{BRANCH, NEXT_PERIOD, PERIOD, branch_and_period, own_pack, period};
use crate::tab::Tab;
use wuxing::app::commands::Pace;
use wuxing::app::session::Session;
use wuxing::app::sync::ImportState;
use wuxing::app::undo::Deed;
use wuxing::app::workspace::Workspace;
use wuxing::assessment::{AnswerValue, Evidence, Threshold, Verdict};
use wuxing::drafting::{Draft, from_text};
use wuxing::exchange::{Document, Theme};
use wuxing::rectification::Move;
use wuxing::standard::OrganizationType;

/// The workspace without the times at which things were entered, and without answers and entries
/// that say nothing.
pub fn without_times(workspace: &Workspace) -> Workspace {
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
    // A draft says here when it was last kept.
    for stored in plain.standards.values_mut() {
        stored.added_at = 0;
    }
    plain
}

/// A tab with a branch, a period in which something is answered, and a ledger with a meeting (1)
/// and a card (2).
pub fn tab_on(device: &Device) -> Tab {
    let tab = device.open(0);
    tab.add(&branch_and_period());
    tab.answer(PERIOD, "ORG-01", Verdict::Unmet);
    tab.note(PERIOD, "ORG-01", "上次的备注");
    tab.begin(1, meeting());
    tab.begin(2, card());
    tab.change(2, field("matter", "修路"));
    tab.flush();
    tab.forget_steps();
    device.clock.advance(1_000);
    tab
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
                without_times(&tab.workspace()),
                without_times(&before),
                "{deed} did nothing"
            );
            device.settle(&[&tab, &other]);
            device.clock.advance(milliseconds);
            assert!(tab.undo(), "{deed} leaves no way back");
            assert_eq!(
                without_times(&tab.workspace()),
                without_times(&before),
                "{deed}"
            );
            assert!(!tab.undo(), "{deed} is one step");
            // The copy in the other tab, which still has the deed, does not bring it back.
            other.flush();
            device.settle(&[&tab, &other]);
            assert_eq!(tab.workspace(), other.workspace(), "{deed}");
            assert_eq!(
                without_times(&tab.workspace()),
                without_times(&before),
                "{deed}"
            );
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
        Session::answer(tab, &"ORG-01".into(), None);
    });
    check("many answers", |tab| {
        let value = AnswerValue::Verdict(Verdict::Met);
        let ids = ["VETO-01", "VETO-02"].map(|id| (id.into(), value.clone()));
        tab.answer_many(ids.to_vec());
    });
    check("a note", |tab| tab.note(PERIOD, "ORG-02", "新备注"));
    check("a note over a note", |tab| {
        tab.note(PERIOD, "ORG-01", "改了")
    });
    check("a reason", |tab| {
        tab.write_reason(&"ORG-01".into(), "人手不够".to_owned());
    });
    check("a paper", |tab| {
        let paper = Evidence {
            name: "会议记录".to_owned(),
            date: None,
            place: String::new(),
        };
        tab.write_evidence(&"ORG-01".into(), vec![paper]);
    });
    check("a name", |tab| tab.name(BRANCH, "新名"));
    check("the facts", |tab| tab.members(BRANCH, 40));
    check("the type", |tab| {
        tab.edit_organization(Deed::ChangedProfile, Pace::Now, |one| {
            one.organization_type = OrganizationType::Community;
        });
    });
    check("a threshold", |tab| {
        tab.edit_organization(Deed::ChangedStandard, Pace::Now, |one| {
            one.local.thresholds.insert(Threshold::StarPass, 90);
            one.local.switched.insert("ORG-01".into(), false);
        });
    });
    check("a period", |tab| {
        tab.start_period("2026Q4".parse().unwrap())
    });
    check("an organisation", |tab| {
        let Document::Organization(mut added) = crate::samples::branch() else {
            unreachable!()
        };
        added.id = crate::samples::id(20);
        tab.add_organization(added, "2026Q4".parse().unwrap());
    });
    check("the example", |tab| tab.add_example(example(tab)));
    check("a file", |tab| {
        let documents = [
            period(PERIOD, "2026Q3"),
            period(NEXT_PERIOD, "2026Q4"),
            own_pack(),
        ];
        assert_eq!(tab.import(&documents), Some(ImportState::Done));
    });
    check("a deleted period", |tab| tab.delete_assessment(PERIOD));
    check("a deleted organisation", |tab| tab.delete_branch());
    check("everything deleted", |tab| {
        assert!(tab.delete_everything(&[]));
    });
    check("an entry on a page", |tab| {
        tab.begin(10, meeting());
    });
    check("a duty noted as not done", |tab| {
        tab.begin(10, missed());
    });
    check("a rectification", |tab| {
        tab.begin(10, problem());
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
    check("a duty that was switched on", |tab| {
        tab.edit_organization(Deed::ChangedDuties, Pace::Now, |one| {
            one.local.duties.insert("D-GM".into(), true);
        });
    });
}

/// What needs something to be there first.
#[test]
fn a_deed_on_what_was_just_entered_can_be_taken_back_alone() {
    #[track_caller]
    fn check(deed: &str, before: impl Fn(&Tab), act: impl Fn(&Tab)) {
        let device = Device::new();
        let (tab, other) = (tab_on(&device), device.open(1));
        before(&tab);
        tab.flush();
        device.settle(&[&tab, &other]);
        device.clock.advance(1_000);
        let workspace = without_times(&tab.workspace());
        act(&tab);
        let done = without_times(&tab.workspace());
        assert_ne!(done, workspace, "{deed} did nothing");
        device.settle(&[&tab, &other]);
        assert!(tab.undo(), "{deed} leaves no way back");
        device.settle(&[&tab, &other]);
        assert_eq!(without_times(&tab.workspace()), workspace, "{deed}");
        assert_eq!(tab.workspace(), other.workspace(), "{deed}");
    }
    // The page that is there has no room for another entry, so that one is begun.
    let full_page = |tab: &Tab| tab.change(1, line(&"长".repeat(2_000)));
    check("an entry on a new page", full_page, |tab| {
        tab.begin(10, meeting());
        assert_eq!(tab.workspace().ledgers.len(), 2);
    });
    let of_a_problem = |tab: &Tab| {
        tab.begin(10, problem());
    };
    let of_somebodys_problem = |tab: &Tab| {
        of_a_problem(tab);
        tab.edit_rectification(tab.id_of(10), Pace::Now, |one| {
            one.who = "组织委员".to_owned();
        });
    };
    check("a move of a rectification", of_somebodys_problem, |tab| {
        tab.move_rectification(tab.id_of(10), Move::Assign).unwrap();
    });
    check("the words of a rectification", of_a_problem, |tab| {
        tab.edit_rectification(tab.id_of(10), Pace::typed("result"), |one| {
            one.measure = "补会".to_owned();
        });
    });
    let of_two_cards = |tab: &Tab| {
        tab.begin(10, card());
    };
    let link = |tab: &Tab| tab.link_cards(tab.id_of(2), tab.id_of(10));
    check("a link", of_two_cards, link);
    let linked = |tab: &Tab| {
        of_two_cards(tab);
        link(tab);
    };
    check("a link from the other side", linked, |tab| {
        tab.unlink_cards(tab.id_of(10), tab.id_of(2));
    });
    let with_example = |tab: &Tab| tab.add_example(example(tab));
    check("a removed example", with_example, |tab| {
        tab.remove_example()
    });
    let with_pack = |tab: &Tab| tab.add(&[own_pack()]);
    let chosen = |tab: &Tab| tab.choose_pack(Some(crate::samples::id(9)));
    check("another pack", with_pack, chosen);
    check("a removed pack", with_pack, |tab| {
        tab.delete_standard(crate::samples::id(9));
    });
    let with_chosen_pack = |tab: &Tab| {
        with_pack(tab);
        chosen(tab);
    };
    check("the built-in pack again", with_chosen_pack, |tab| {
        tab.choose_pack(None);
    });
    check(
        "a draft",
        |_| {},
        |tab| {
            begun_draft(tab);
        },
    );
    let with_draft = |tab: &Tab| {
        begun_draft(tab);
    };
    let draft_of = |tab: &Tab| {
        let drafts = tab.workspace().standards.into_values();
        drafts.into_iter().find(|one| one.unpublished).unwrap().id
    };
    check("a draft put right", with_draft, |tab| {
        let mut draft = a_draft();
        draft.head.title = "考核办法".to_owned();
        tab.keep_draft(draft_of(tab), &draft, Pace::Now);
    });
    check("a draft brought into use", with_draft, |tab| {
        tab.publish_draft(draft_of(tab), "2026", None);
        let workspace = tab.workspace();
        let pack = workspace
            .organizations
            .values()
            .find_map(|one| one.pack.clone());
        assert!(pack.is_some_and(|id| id.starts_with("local.")));
    });
}

fn a_draft() -> Draft {
    Draft::of(from_text("项目\t内容\t分值\n组织\t按期换届\t10\n").unwrap())
}

fn begun_draft(tab: &Tab) -> Option<uuid::Uuid> {
    tab.begin_draft(&a_draft())
}

#[test]
fn a_setting_is_no_step_back() {
    let device = Device::new();
    let tab = tab_on(&device);
    tab.edit_settings(|settings| settings.theme = Theme::Dark);
    assert!(!tab.undo());
    assert_eq!(tab.workspace().settings.theme, Theme::Dark);
}

/// The documents of the example.
pub fn example(tab: &Tab) -> Vec<Document> {
    let mut new_id = || tab.new_id();
    let now = "2026Q4".parse().unwrap();
    let village = wuxing::app::example_files::village();
    wuxing::app::example::documents(village, now, 1, &mut new_id).unwrap()
}
