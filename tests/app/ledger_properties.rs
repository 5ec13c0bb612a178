//! The ledger in two tabs, by generated lives: neither loses an entry of the other, nor a field.

use crate::device::Device;
use crate::journal_double::Temper;
use crate::ledger::text;
use crate::ledger_tab::{card, field};
use crate::samples::branch_and_period;
use proptest::prelude::*;
use std::collections::BTreeSet;
use wuxing::ledger::EntryBody;
use wuxing::sorted_map::SortedMap;
use wuxing::storage::JournalError;

#[derive(Clone, Debug)]
enum Step {
    Begin { tab: usize, entry: u128 },
    Change { tab: usize, entry: u128, key: usize },
    Type { tab: usize, entry: u128, key: usize },
    TakeOut { tab: usize, entry: u128 },
    Pause { tab: usize },
    Hear { tab: usize },
    JournalIs(Temper),
    JournalAnswersOne,
    TimePasses { milliseconds: i64 },
}

const KEYS: [&str; 3] = ["matter", "place", "who"];

fn any_step() -> impl Strategy<Value = Step> {
    let tab = 0..2usize;
    let target = (0..2usize, 0..4u128, 0..KEYS.len());
    prop_oneof![
        3 => (tab.clone(), 0..4u128).prop_map(|(tab, entry)| Step::Begin { tab, entry }),
        6 => target.clone().prop_map(|(tab, entry, key)| Step::Change { tab, entry, key }),
        4 => target.prop_map(|(tab, entry, key)| Step::Type { tab, entry, key }),
        1 => (tab.clone(), 0..4u128).prop_map(|(tab, entry)| Step::TakeOut { tab, entry }),
        2 => tab.clone().prop_map(|tab| Step::Pause { tab }),
        4 => tab.prop_map(|tab| Step::Hear { tab }),
        1 => Just(Step::JournalIs(Temper::AtOnce)),
        1 => Just(Step::JournalIs(Temper::Late)),
        1 => Just(Step::JournalIs(Temper::Refuses(JournalError::Denied))),
        2 => Just(Step::JournalAnswersOne),
        // A clock can be set back.
        2 => (-50..200i64).prop_map(|milliseconds| Step::TimePasses { milliseconds }),
    ]
}

/// What was done to one entry, by both tabs together.
#[derive(Default)]
struct Done {
    taken_out: bool,
    /// What each tab entered last into each field.
    fields: SortedMap<usize, [Option<String>; 2]>,
    /// Everything that was ever entered.
    texts: BTreeSet<String>,
}

fn live(steps: &[Step]) {
    let device = Device::new();
    let first = device.open(0);
    first.add(&branch_and_period());
    let tabs = [first, device.open(1)];
    device.settle(&[&tabs[0], &tabs[1]]);
    let mut done: SortedMap<u128, Done> = SortedMap::new();
    for (number, step) in steps.iter().enumerate() {
        match step {
            Step::Begin { tab, entry } => {
                // An id is made once: each tab has its own.
                let entry = 100 + entry * 2 + *tab as u128;
                done.entry(entry).or_insert_with(|| {
                    tabs[*tab].begin(entry, card());
                    Done::default()
                });
            }
            Step::Change { tab, entry, key } | Step::Type { tab, entry, key } => {
                for entry in [100 + entry * 2, 101 + entry * 2] {
                    if tabs[*tab].entry(entry).is_none() {
                        continue;
                    }
                    let value = format!("{number}");
                    match step {
                        Step::Change { .. } => tabs[*tab].change(entry, field(KEYS[*key], &value)),
                        _ => tabs[*tab].type_into(entry, field(KEYS[*key], &value)),
                    }
                    let known = done.get_mut(&entry).unwrap();
                    known.texts.insert(value.clone());
                    known.fields.entry(*key).or_default()[*tab] = Some(value);
                }
            }
            Step::TakeOut { tab, entry } => {
                let entry = 100 + entry * 2;
                if tabs[*tab].entry(entry).is_some() {
                    tabs[*tab].take_out(entry);
                    done.get_mut(&entry).unwrap().taken_out = true;
                }
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
    for (entry, known) in &done {
        let Some(EntryBody::Card(card)) = tabs[0].entry(*entry) else {
            assert!(known.taken_out, "{entry} is gone");
            continue;
        };
        for (key, values) in &known.fields {
            let found = text(&card, KEYS[*key]);
            // Where it was taken out and came back by an edit, so did what the edit knew of.
            let is_last = |text: &str| values.contains(&Some(text.to_owned()));
            let all_entered = match &found {
                // Two texts that were written at the same time are both kept, and one of them may
                // still have what the other tab wrote before.
                Some(texts) => {
                    let mut paragraphs = texts.split("\n\n");
                    paragraphs.clone().all(|one| known.texts.contains(one))
                        && paragraphs.any(is_last)
                }
                None => values.contains(&None),
            };
            let expected = known.taken_out || all_entered;
            assert!(
                expected,
                "{entry} {key} is {found:?}, entered were {values:?}"
            );
        }
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
    fn two_tabs_lose_nothing_of_each_others_entries(
        steps in prop::collection::vec(any_step(), 1..50),
    ) {
        live(&steps);
    }
}
