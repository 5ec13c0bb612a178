//! Typing on in one field is one step back, and nothing from elsewhere goes with it.

use crate::device::Device;
use crate::ledger_tab::meeting;
use crate::samples::{BRANCH, NEXT_PERIOD, PERIOD, period};
use crate::tab::Tab;
use crate::undoing::{tab_on, without_times};
use proptest::prelude::*;
use wuxing::app::commands::Pace;
use wuxing::app::undo::Deed;
use wuxing::assessment::{Evidence, Verdict};

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
            tab.edit_organization(Deed::ChangedProfile, Pace::typed("groups"), |branch| {
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

/// The fields of the property.
const FIELDS: usize = 7;

/// Puts one of three texts into a field.
fn type_into(tab: &Tab, field: usize, text: usize) {
    let text = ["", "会", "会议"][text].to_owned();
    let item = "ORG-02".into();
    match field {
        0 => tab.note(PERIOD, "ORG-02", &text),
        1 => tab.write_reason(&item, text),
        2 => tab.note(PERIOD, "ORG-03", &text),
        3 => tab.name(BRANCH, &text),
        4 | 5 => {
            let mut papers = tab.workspace().assessments[&PERIOD].answers[&item]
                .evidence
                .clone();
            papers[field - 4].name = text;
            tab.write_evidence(&item, papers);
        }
        _ => {
            let one = tab.id_of(20);
            tab.edit_record(one, Pace::typed("line"), |record| record.line = text);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever is typed where: one run in one field is one step, and every step leads back to what
    /// stood before its run.
    #[test]
    fn a_run_in_a_field_is_a_step(
        letters in prop::collection::vec((0..FIELDS, 0..3_usize), 0..30),
    ) {
        let device = Device::new();
        let tab = tab_on(&device);
        tab.begin(20, meeting());
        tab.write_evidence(&"ORG-02".into(), vec![Evidence::default(); 2]);
        tab.forget_steps();
        let (mut before_runs, mut last) = (Vec::new(), None);
        for (field, text) in letters {
            let before = without_times(&tab.workspace());
            type_into(&tab, field, text);
            if without_times(&tab.workspace()) == before {
                continue;
            }
            if last != Some(field) {
                before_runs.push(before);
            }
            last = Some(field);
        }
        for before in before_runs.into_iter().rev() {
            prop_assert!(tab.undo());
            prop_assert_eq!(without_times(&tab.workspace()), before);
        }
        prop_assert!(!tab.undo());
    }
}

#[test]
fn typing_on_after_a_step_back_is_a_step_of_its_own() {
    let device = Device::new();
    let tab = tab_on(&device);
    tab.note(PERIOD, "ORG-02", "会");
    tab.note(PERIOD, "ORG-03", "议");
    assert!(tab.undo());
    tab.note(PERIOD, "ORG-02", "会议");
    assert!(tab.undo());
    assert_eq!(tab.written(PERIOD, "ORG-02").unwrap(), "会");
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
