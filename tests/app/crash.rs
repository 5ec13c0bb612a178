//! A browser that is killed at any step: what was said to be saved is there at the next start.

use crate::device::Device;
use crate::journal_double::Temper;
use crate::ledger_tab::{entry_of, line, meeting};
use crate::samples::{BRANCH, PERIOD, branch_and_period, id, period};
use crate::tab::Tab;
use proptest::prelude::*;
use std::collections::BTreeSet;
use wuxing::app::workspace::Workspace;
use wuxing::assessment::Verdict;
use wuxing::exchange::{Document, DocumentKey};
use wuxing::storage::{JournalError, SaveState};

#[derive(Clone, Debug)]
enum Step {
    Answer {
        item: usize,
        met: bool,
    },
    Note {
        item: usize,
    },
    Name,
    Begin,
    Write {
        entry: usize,
    },
    TakeOut {
        entry: usize,
    },
    Pause,
    /// From now on the page is painted at once, or not at all.
    Paints(bool),
    Undo,
    AddPeriod,
    DeletePeriod,
    JournalIs(Temper),
    JournalAnswersOne,
    Full(bool),
    Denied(bool),
    TornWrite {
        characters: usize,
    },
    /// The browser is stopped after so many changes of the store, in the midst of what comes next.
    StopAfter {
        changes: usize,
    },
    /// The page is closed in order and opened again.
    Reload,
    /// The browser is killed; the last changes of the store never reached the disk.
    Kill {
        lost_changes: usize,
    },
}

fn step() -> impl Strategy<Value = Step> {
    let refuses = Temper::Refuses(JournalError::Denied);
    let journal = prop_oneof![
        4 => Just(Temper::AtOnce),
        2 => Just(Temper::Late),
        1 => Just(Temper::Never),
        1 => Just(refuses),
    ];
    prop_oneof![
        8 => (0..4usize, any::<bool>()).prop_map(|(item, met)| Step::Answer { item, met }),
        4 => (0..4usize).prop_map(|item| Step::Note { item }),
        2 => Just(Step::Name),
        3 => Just(Step::Begin),
        3 => (0..4usize).prop_map(|entry| Step::Write { entry }),
        1 => (0..4usize).prop_map(|entry| Step::TakeOut { entry }),
        3 => Just(Step::Pause),
        2 => any::<bool>().prop_map(Step::Paints),
        2 => Just(Step::Undo),
        1 => Just(Step::AddPeriod),
        1 => Just(Step::DeletePeriod),
        4 => journal.prop_map(Step::JournalIs),
        2 => Just(Step::JournalAnswersOne),
        1 => any::<bool>().prop_map(Step::Full),
        1 => any::<bool>().prop_map(Step::Denied),
        1 => (0..200usize).prop_map(|characters| Step::TornWrite { characters }),
        1 => (0..4usize).prop_map(|changes| Step::StopAfter { changes }),
        2 => Just(Step::Reload),
        2 => (0..10usize).prop_map(|lost_changes| Step::Kill { lost_changes }),
    ]
}

/// What was promised to last, and what was deleted since.
struct Promise {
    workspace: Workspace,
    deleted: BTreeSet<DocumentKey>,
}

impl Promise {
    fn of(tab: &Tab) -> Self {
        let deleted = BTreeSet::new();
        let workspace = tab.workspace();
        Self { workspace, deleted }
    }

    /// Each thing is there as it was promised, or as it was changed later.
    fn check(&self, found: &Workspace) {
        for promised in self.workspace.documents() {
            let key = promised.key();
            // A stand-in is nothing that was entered.
            if matches!(&promised, Document::Organization(one) if one.changed_at == 0) {
                continue;
            }
            let found = found.document(&key);
            match (promised, found) {
                (_, None) => assert!(self.deleted.contains(&key), "{key} is gone"),
                (Document::Assessment(promised), Some(Document::Assessment(found))) => {
                    for (item, promised) in &promised.answers {
                        let found = found.answers.get(item);
                        let there = found.is_some_and(|found| {
                            found == promised || found.changed_at > promised.changed_at
                        });
                        assert!(there, "{item} is {found:?}, promised was {promised:?}");
                    }
                }
                (Document::Organization(promised), Some(Document::Organization(found))) => {
                    let there = found == promised || found.changed_at > promised.changed_at;
                    // It was deleted, and something of it was kept: that is shown without it.
                    let there = there || self.deleted.contains(&key);
                    assert!(there, "{} instead of {}", found.name, promised.name);
                }
                (Document::Ledger(promised), Some(Document::Ledger(found))) => {
                    for (entry, promised) in &promised.entries {
                        let found = found.entries.get(entry);
                        let there = found.is_some_and(|found| {
                            found == promised || found.changed_at > promised.changed_at
                        });
                        assert!(there, "{entry} is {found:?}, promised was {promised:?}");
                    }
                }
                (promised, found) => assert_eq!(Some(promised), found),
            }
        }
    }
}

fn live(steps: &[Step]) {
    let device = Device::new();
    let mut tab = device.open(0);
    tab.add(&branch_and_period());
    // What survives a kill, and what survives an orderly end.
    let (mut killed, mut closed) = (Promise::of(&tab), Promise::of(&tab));
    for (number, step) in steps.iter().enumerate() {
        device.clock.advance(100);
        match step {
            Step::Answer { item, met } => {
                let verdict = if *met { Verdict::Met } else { Verdict::Unmet };
                tab.answer(PERIOD, &format!("ITEM-{item}"), verdict);
            }
            Step::Note { item } => {
                tab.note(PERIOD, &format!("ITEM-{item}"), &format!("note {number}"));
            }
            Step::Name => tab.name(BRANCH, &format!("name {number}")),
            Step::Begin => {
                // Without an organisation there is nothing to record for.
                if tab.workspace().organizations.contains_key(&BRANCH) {
                    tab.begin(1_000 + number as u128, meeting());
                }
            }
            Step::Write { entry } | Step::TakeOut { entry } => {
                if let Some(entry) = entry_of(&tab, *entry) {
                    match step {
                        Step::Write { .. } => tab.type_into(entry, line(&format!("line {number}"))),
                        _ => tab.take_out(entry),
                    }
                }
            }
            Step::Pause => tab.flush(),
            Step::Paints(paints) => {
                tab.paints.set(*paints);
                tab.paint();
            }
            Step::Undo => drop(tab.undo()),
            Step::AddPeriod => tab.add(&[period(id(100 + number as u128), "2026Q4")]),
            Step::DeletePeriod => {
                let key = tab
                    .workspace()
                    .assessments
                    .keys()
                    .find(|id| **id != PERIOD)
                    .copied();
                if let Some(key) = key {
                    tab.delete_assessment(key);
                }
            }
            Step::JournalIs(temper) => device.journal.be(temper.clone()),
            Step::JournalAnswersOne => drop(device.journal.answer_one()),
            Step::Full(full) => device.store.limit(full.then(|| device.used())),
            Step::Denied(denied) => device.store.deny(*denied),
            Step::TornWrite { characters } => device.store.tear_next_write(*characters),
            Step::StopAfter { changes } => device.store.stop_after(Some(*changes)),
            Step::Reload | Step::Kill { .. } => {
                let promise = match step {
                    Step::Kill { lost_changes } => {
                        device.kill(*lost_changes);
                        &killed
                    }
                    _ => {
                        tab.flush();
                        device.kill(0);
                        &closed
                    }
                };
                device.store.deny(false);
                device.store.limit(None);
                device.journal.be(Temper::AtOnce);
                device.clock.advance(10_000);
                tab = device.open(0);
                promise.check(&tab.workspace());
                killed = Promise::of(&tab);
                closed = Promise::of(&tab);
                continue;
            }
        }
        let state = tab.state();
        let known = tab.workspace();
        for promise in [&mut killed, &mut closed] {
            for document in promise.workspace.documents() {
                if known.document(&document.key()).is_none() {
                    promise.deleted.insert(document.key());
                }
            }
        }
        match state {
            SaveState::Saved => {
                killed = Promise::of(&tab);
                closed = Promise::of(&tab);
            }
            SaveState::SavedInJournalOnly { .. } | SaveState::SavedInSlotOnly { .. } => {
                closed = Promise::of(&tab);
            }
            SaveState::Idle | SaveState::Saving | SaveState::NotSaved { .. } => {}
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 400,
        failure_persistence: None,
        ..Default::default()
    })]

    #[test]
    fn what_was_said_to_be_saved_is_there_after_a_kill(
        mut steps in prop::collection::vec(step(), 1..50),
        lost_changes in 0..6usize,
    ) {
        steps.push(Step::Kill { lost_changes });
        live(&steps);
    }
}
