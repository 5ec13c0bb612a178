//! Two tabs over one store and one journal, in turn and at the same time: nothing is lost, and both
//! come to the same.

use crate::device::Device;
use crate::journal_double::Temper;
use crate::samples::{BRANCH, PERIOD, branch_and_period, period_key};
use crate::tab::Tab;
use proptest::prelude::*;
use std::collections::BTreeSet;
use wuxing::app::commands::Pace;
use wuxing::app::sync::ImportState;
use wuxing::app::undo::Deed;
use wuxing::assessment::Verdict;
use wuxing::exchange::Theme;
use wuxing::sorted_map::SortedMap;

const ITEMS: [&str; 3] = ["ORG-01", "ORG-02", "ACT-01"];
const VERDICTS: [Verdict; 4] = [
    Verdict::Unmet,
    Verdict::Partly,
    Verdict::Met,
    Verdict::NotApplicable,
];

/// One thing that can be entered, and that nothing else changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Field {
    Verdict(usize),
    Note(usize),
    Name,
    Members,
    Theme,
}

#[derive(Clone, Debug)]
enum Step {
    Enter {
        tab: usize,
        field: Field,
    },
    /// What was typed is written.
    Pause {
        tab: usize,
    },
    /// A tab hears of one write of the other.
    Hear {
        tab: usize,
    },
    JournalIs(Temper),
    JournalAnswersOne,
    TimePasses {
        milliseconds: i64,
    },
}

fn step() -> impl Strategy<Value = Step> {
    let field = prop_oneof![
        (0..ITEMS.len()).prop_map(Field::Verdict),
        (0..ITEMS.len()).prop_map(Field::Note),
        Just(Field::Name),
        Just(Field::Members),
        Just(Field::Theme),
    ];
    prop_oneof![
        8 => (0..2usize, field).prop_map(|(tab, field)| Step::Enter { tab, field }),
        2 => (0..2usize).prop_map(|tab| Step::Pause { tab }),
        4 => (0..2usize).prop_map(|tab| Step::Hear { tab }),
        1 => Just(Step::JournalIs(Temper::AtOnce)),
        1 => Just(Step::JournalIs(Temper::Late)),
        1 => Just(Step::JournalIs(Temper::Refuses(wuxing::storage::JournalError::Denied))),
        2 => Just(Step::JournalAnswersOne),
        // A clock can be set back.
        2 => (-50..200i64).prop_map(|milliseconds| Step::TimePasses { milliseconds }),
    ]
}

/// Enters something that was never entered before, and returns it as a text.
fn enter(tab: &Tab, field: Field, number: usize) -> String {
    match field {
        Field::Verdict(item) => {
            // The next one, so that it is a change.
            let before = tab.verdict(PERIOD, ITEMS[item]);
            let at = VERDICTS.iter().position(|one| Some(*one) == before);
            let verdict = VERDICTS[at.map_or(0, |at| at + 1) % VERDICTS.len()];
            tab.answer(PERIOD, ITEMS[item], verdict);
        }
        Field::Note(item) => tab.note(PERIOD, ITEMS[item], &format!("note {number}")),
        Field::Name => tab.name(BRANCH, &format!("name {number}")),
        Field::Members => tab.members(BRANCH, number as u32),
        Field::Theme => tab.edit_settings(|settings| {
            settings.theme = match settings.theme {
                Theme::System => Theme::Light,
                Theme::Light => Theme::Dark,
                Theme::Dark => Theme::System,
            };
        }),
    }
    found(tab, field)
}

fn found(tab: &Tab, field: Field) -> String {
    let organization = tab.workspace().organizations.get(&BRANCH).cloned();
    match field {
        Field::Verdict(item) => format!("{:?}", tab.verdict(PERIOD, ITEMS[item])),
        Field::Note(item) => tab.written(PERIOD, ITEMS[item]).unwrap_or_default(),
        Field::Name => organization.unwrap().name,
        Field::Members => format!("{:?}", organization.unwrap().facts.members),
        Field::Theme => format!("{:?}", tab.workspace().settings.theme),
    }
}

fn live(steps: &[Step]) {
    let device = Device::new();
    let first = device.open(0);
    first.add(&branch_and_period());
    let tabs = [first, device.open(1)];
    device.settle(&[&tabs[0], &tabs[1]]);
    // What each tab entered last into each field, and every look that was chosen on the way.
    let mut entered: SortedMap<Field, [Option<String>; 2]> = SortedMap::new();
    let mut looks = Vec::new();
    let mut notes = BTreeSet::new();
    for (number, step) in steps.iter().enumerate() {
        match step {
            Step::Enter { tab, field } => {
                let value = enter(&tabs[*tab], *field, number);
                looks.extend((*field == Field::Theme).then(|| value.clone()));
                notes.extend(matches!(field, Field::Note(_)).then(|| value.clone()));
                entered.entry(*field).or_default()[*tab] = Some(value);
            }
            Step::Pause { tab } => tabs[*tab].flush(),
            Step::Hear { tab } => drop(device.tell_one(*tab, &tabs[*tab])),
            Step::JournalIs(temper) => device.journal.be(temper.clone()),
            Step::JournalAnswersOne => drop(device.journal.answer_one()),
            Step::TimePasses { milliseconds } => device.clock.advance(*milliseconds),
        }
    }
    device.journal.be(Temper::AtOnce);
    device.settle(&[&tabs[0], &tabs[1]]);
    assert_eq!(tabs[0].workspace(), tabs[1].workspace());
    for (field, values) in &entered {
        let found = found(&tabs[0], *field);
        // A look that was changed back and forth while the other tab changed it too may come out as
        // one of the steps in between: a value that returns cannot be told from one that stayed
        // (docs/data-safety.md, what is known not to hold). Answers have a time each and no such
        // limit.
        let expected: Vec<&String> = match field {
            Field::Theme => looks.iter().collect(),
            _ => values.iter().flatten().collect(),
        };
        let is_entered = match field {
            // Two texts that were written at the same time are both kept.
            Field::Note(_) => {
                let mut paragraphs = found.split("\n\n");
                paragraphs.all(|one| notes.contains(one))
                    && expected.iter().any(|one| found.contains(&***one))
            }
            _ => expected.contains(&&found),
        };
        assert!(
            is_entered,
            "{field:?} is {found}, entered were {expected:?}"
        );
    }
    device.kill(0);
    assert_eq!(device.open(0).workspace(), tabs[0].workspace());
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 400,
        failure_persistence: None,
        ..Default::default()
    })]

    #[test]
    fn two_tabs_lose_nothing_of_each_other(steps in prop::collection::vec(step(), 1..40)) {
        live(&steps);
    }
}

#[test]
fn what_both_tabs_enter_before_they_hear_of_each_other_is_all_there() {
    #[track_caller]
    fn check(one: impl Fn(&Tab), other: impl Fn(&Tab), expected: impl Fn(&Tab)) {
        for turned in [false, true] {
            let device = Device::new();
            let first = device.open(0);
            first.add(&branch_and_period());
            let second = device.open(1);
            device.settle(&[&first, &second]);
            device.clock.advance(10);
            if turned {
                other(&second);
                one(&first);
            } else {
                one(&first);
                other(&second);
            }
            device.settle(&[&first, &second]);
            expected(&first);
            expected(&second);
        }
    }
    check(
        |tab| tab.answer(PERIOD, "ORG-01", Verdict::Met),
        |tab| tab.answer(PERIOD, "ORG-02", Verdict::Unmet),
        |tab| {
            assert_eq!(tab.verdict(PERIOD, "ORG-01"), Some(Verdict::Met));
            assert_eq!(tab.verdict(PERIOD, "ORG-02"), Some(Verdict::Unmet));
        },
    );
    check(
        |tab| tab.answer(PERIOD, "ORG-01", Verdict::Met),
        |tab| tab.note(PERIOD, "ORG-01", "见会议记录"),
        |tab| {
            assert_eq!(tab.verdict(PERIOD, "ORG-01"), Some(Verdict::Met));
            assert_eq!(tab.written(PERIOD, "ORG-01").unwrap(), "见会议记录");
        },
    );
    check(
        |tab| tab.name(BRANCH, "河东村党支部"),
        |tab| tab.members(BRANCH, 31),
        |tab| {
            let branch = tab.workspace().organizations[&BRANCH].clone();
            assert_eq!(branch.name, "河东村党支部");
            assert_eq!(branch.facts.members, Some(31));
        },
    );
}

/// The text of one tab was replaced without a word, though «saved» stood above it.
#[test]
fn two_notes_written_in_one_place_at_the_same_time_are_both_kept() {
    for first_is_later in [false, true] {
        let device = Device::new();
        let first = device.open(0);
        first.add(&branch_and_period());
        let second = device.open(1);
        device.settle(&[&first, &second]);
        first.note(PERIOD, "ORG-01", "见会议记录");
        device.clock.advance(if first_is_later { -5 } else { 5 });
        second.note(PERIOD, "ORG-01", "照片在档案柜");
        device.settle(&[&first, &second]);
        let expected = match first_is_later {
            true => "见会议记录\n\n照片在档案柜",
            false => "照片在档案柜\n\n见会议记录",
        };
        for tab in [&first, &second] {
            assert_eq!(tab.written(PERIOD, "ORG-01").unwrap(), expected);
        }
        // Taking it back takes back one's own.
        second.undo();
        device.settle(&[&first, &second]);
        let left = first.written(PERIOD, "ORG-01").unwrap();
        assert_eq!(second.written(PERIOD, "ORG-01").unwrap(), left);
    }
}

#[test]
fn a_change_that_has_no_time_of_its_own_is_not_reverted_by_the_other_tab() {
    let device = Device::new();
    let first = device.open(0);
    first.add(&branch_and_period());
    let second = device.open(1);
    device.settle(&[&first, &second]);
    let (deed, keys) = (Some(Deed::ChangedStandard), [period_key()]);
    first.edit(deed, &keys, Pace::Now, |workspace, _| {
        let period = workspace.assessments.get_mut(&PERIOD).unwrap();
        // Of two packs a merge without history takes the greater id.
        period.pack.id = "a.pack".to_owned();
    });
    device.settle(&[&first, &second]);
    second.answer(PERIOD, "ORG-01", Verdict::Met);
    device.settle(&[&first, &second]);
    for tab in [&first, &second] {
        assert_eq!(tab.workspace().assessments[&PERIOD].pack.id, "a.pack");
    }
}

#[test]
fn an_older_copy_that_is_read_in_from_a_file_stands_in_both_tabs() {
    let device = Device::new();
    let first = device.open(0);
    let older = branch_and_period();
    first.add(&older);
    let second = device.open(1);
    first.name(BRANCH, "新名");
    first.answer(PERIOD, "ORG-01", Verdict::Met);
    device.settle(&[&first, &second]);
    assert_eq!(first.import(&older), Some(ImportState::Done));
    device.settle(&[&first, &second]);
    for tab in [&first, &second] {
        assert_eq!(tab.workspace().organizations[&BRANCH].name, "柳河村党支部");
        assert_eq!(tab.verdict(PERIOD, "ORG-01"), None);
    }
}
