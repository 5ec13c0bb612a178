//! Typing on in one field is one step back, and nothing from elsewhere goes with it.

use crate::device::Device;
use crate::samples::{BRANCH, NEXT_PERIOD, PERIOD, period};
use crate::tab::Tab;
use crate::undoing::{tab_on, without_times};
use wuxing::app::commands::Pace;
use wuxing::app::undo::Deed;
use wuxing::assessment::Verdict;

#[test]
fn typing_on_is_one_step_and_typing_elsewhere_another() {
    #[track_caller]
    fn check(act: impl Fn(&Tab, &Tab, &Device), steps: usize) {
        let device = Device::new();
        let (tab, other) = (tab_on(&device), device.open(1));
        tab.add(&[period(NEXT_PERIOD, "2026Q4")]);
        device.settle(&[&tab, &other]);
        tab.forget_steps();
        let before = without_times(&tab.workspace());
        act(&tab, &other, &device);
        for left in (0..steps).rev() {
            assert!(tab.undo(), "{left} steps are missing");
        }
        assert!(!tab.undo(), "there are more than {steps} steps");
        if steps > 0 {
            assert_eq!(without_times(&tab.workspace()), before);
        }
    }
    check(|_, _, _| {}, 0);
    let letters = |tab: &Tab| {
        for text in ["会", "会议", "会议记", "会议记录"] {
            tab.note(PERIOD, "ORG-02", text);
        }
    };
    check(|tab, _, _| letters(tab), 1);
    // Pauses in which it is written make no difference.
    check(
        |tab, _, _| {
            letters(tab);
            tab.flush();
            tab.note(PERIOD, "ORG-02", "会议记录在柜");
        },
        1,
    );
    check(
        |tab, _, _| {
            letters(tab);
            tab.note(PERIOD, "ORG-03", "另一条");
        },
        2,
    );
    // The same item in another period is another note.
    check(
        |tab, _, _| {
            letters(tab);
            tab.note(NEXT_PERIOD, "ORG-02", "另一期");
        },
        2,
    );
    check(
        |tab, _, _| {
            letters(tab);
            tab.answer(PERIOD, "ORG-02", Verdict::Met);
            tab.note(PERIOD, "ORG-02", "会议记录在柜");
        },
        3,
    );
    // Two fields of one form are two steps.
    check(
        |tab, _, _| {
            tab.name(BRANCH, "河东");
            tab.name(BRANCH, "河东村");
            tab.edit_organization(Deed::ChangedProfile, Pace::Soon, |branch| {
                branch.facts.groups = Some(3);
            });
        },
        2,
    );
    check(
        |tab, _, _| {
            tab.members(BRANCH, 30);
            tab.members(BRANCH, 31);
        },
        2,
    );
}

#[test]
fn what_came_between_two_letters_is_not_taken_back_with_them() {
    let device = Device::new();
    let (tab, other) = (tab_on(&device), device.open(1));
    device.settle(&[&tab, &other]);
    tab.note(PERIOD, "ORG-02", "会");
    other.answer(PERIOD, "ORG-03", Verdict::Met);
    device.settle(&[&tab, &other]);
    tab.note(PERIOD, "ORG-02", "会议");
    tab.undo();
    tab.undo();
    device.settle(&[&tab, &other]);
    assert_eq!(tab.written(PERIOD, "ORG-02").unwrap(), "");
    assert_eq!(tab.verdict(PERIOD, "ORG-03"), Some(Verdict::Met));
}
