//! Two tabs that share a device, and a journal that hangs: nothing that is durable is lost.

use super::{DOCUMENTS, Device, SCHEMA};
use proptest::prelude::*;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;
use wuxing::storage::memory::MemoryStore;
use wuxing::storage::{DocumentStore, Journal, JournalError, JournalRecord, WriteError};

/// One step of a life with two tabs, in which every write adds one number to a set.
#[derive(Debug, Clone)]
enum SharedStep {
    Add {
        tab: usize,
    },
    JournalHangs,
    JournalAnswers,
    Kill {
        lost_changes: usize,
        journal_answers_at_start: bool,
    },
    JournalRead {
        tab: usize,
    },
}

fn shared_step() -> impl Strategy<Value = SharedStep> {
    prop_oneof![
        8 => (0..2usize).prop_map(|tab| SharedStep::Add { tab }),
        1 => Just(SharedStep::JournalHangs),
        2 => Just(SharedStep::JournalAnswers),
        2 => (0..12usize, any::<bool>()).prop_map(|(lost_changes, journal_answers_at_start)| {
            SharedStep::Kill { lost_changes, journal_answers_at_start }
        }),
        1 => (0..2usize).prop_map(|tab| SharedStep::JournalRead { tab }),
    ]
}

type Numbers = BTreeSet<u32>;

/// A tab that merges, as the app does.
struct Tab {
    documents: DocumentStore<Rc<MemoryStore>>,
    numbers: Numbers,
    generation: u64,
    refused: Rc<RefCell<Vec<JournalRecord>>>,
}

fn numbers_of(body: &str) -> Numbers {
    serde_json::from_str(body).expect("garbage was loaded")
}

impl Tab {
    fn open(device: &Device, durable: &Rc<RefCell<Numbers>>, journal_answers: bool) -> Self {
        let mut tab = Self {
            documents: DocumentStore::new(device.store.clone(), SCHEMA),
            numbers: Numbers::new(),
            generation: 0,
            refused: Rc::default(),
        };
        tab.read(device, durable, journal_answers);
        tab
    }

    /// Start-up, or a journal that answers late.
    fn read(&mut self, device: &Device, durable: &Rc<RefCell<Numbers>>, journal_answers: bool) {
        let records = journal_answers.then(|| device.records());
        let loaded = self.documents.load(records.as_deref(), device.now_ms);
        let before = self.numbers.clone();
        let mut chosen = None;
        for document in &loaded.documents {
            self.generation = self.generation.max(document.generation);
            chosen = Some(numbers_of(&document.body));
        }
        for document in loaded.documents.iter().chain(&loaded.alternatives) {
            self.numbers.extend(numbers_of(&document.body));
        }
        if self.numbers != chosen.unwrap_or_default() || self.numbers != before {
            self.write(device, durable);
        }
        for repair in &loaded.journal_repairs {
            device.journal.put(repair, Box::new(|_| {}));
        }
    }

    fn write(&mut self, device: &Device, durable: &Rc<RefCell<Numbers>>) {
        for _ in 0..3 {
            let body = serde_json::to_string(&self.numbers).unwrap();
            match self
                .documents
                .write(DOCUMENTS[0], SCHEMA, &body, self.generation)
            {
                Ok(written) => {
                    self.generation = written.generation;
                    let Some(record) = written.record else { return };
                    let (numbers, refused) = (self.numbers.clone(), self.refused.clone());
                    let durable = durable.clone();
                    let done = move |result| match result {
                        Ok(()) => durable.borrow_mut().extend(numbers),
                        Err(JournalError::Superseded { stored }) => {
                            refused.borrow_mut().push(*stored);
                        }
                        Err(error) => panic!("{error}"),
                    };
                    device.journal.put(&record, Box::new(done));
                    return;
                }
                Err(WriteError::NewerGeneration { stored }) => {
                    self.numbers.extend(numbers_of(&stored.body));
                    self.generation = self.generation.max(stored.generation);
                }
                Err(error) => panic!("{error}"),
            }
        }
        panic!("merging did not help");
    }

    fn merge_refused(&mut self, device: &Device, durable: &Rc<RefCell<Numbers>>) {
        let refused = self.refused.take();
        for record in &refused {
            self.numbers.extend(numbers_of(&record.body));
            self.generation = self.generation.max(record.generation);
        }
        if !refused.is_empty() {
            self.write(device, durable);
        }
    }
}

fn live_two_tabs(steps: &[SharedStep]) {
    let mut device = Device {
        now_ms: 1_000_000,
        ..Device::default()
    };
    let durable: Rc<RefCell<Numbers>> = Rc::default();
    let open = |device: &Device, answers| [(); 2].map(|()| Tab::open(device, &durable, answers));
    let mut tabs = open(&device, true);
    for (number, step) in (0..).zip(steps) {
        device.now_ms += 1_000;
        match *step {
            SharedStep::Add { tab } => {
                tabs[tab].numbers.insert(number);
                tabs[tab].write(&device, &durable);
            }
            SharedStep::JournalHangs => device.journal.hang(),
            SharedStep::JournalAnswers => device.journal.answer_all(),
            SharedStep::JournalRead { tab } => tabs[tab].read(&device, &durable, true),
            SharedStep::Kill {
                lost_changes,
                journal_answers_at_start,
            } => {
                device.kill(lost_changes);
                tabs = open(&device, journal_answers_at_start);
            }
        }
        tabs.iter_mut()
            .for_each(|tab| tab.merge_refused(&device, &durable));
    }
    device.journal.answer_all();
    tabs.iter_mut()
        .for_each(|tab| tab.merge_refused(&device, &durable));
    device.kill(0);
    let found = Tab::open(&device, &durable, true).numbers;
    let lost: Vec<_> = durable.borrow().difference(&found).copied().collect();
    assert!(lost.is_empty(), "lost {lost:?}, found {found:?}");
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 600, failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    fn two_tabs_and_a_journal_that_hangs_lose_nothing_durable(
        steps in prop::collection::vec(shared_step(), 1..60),
    ) {
        live_two_tabs(&steps);
    }
}
