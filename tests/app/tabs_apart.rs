//! Two tabs in two processes, each with its own copy of localStorage, which hears of the other's
//! writes late: both can write the same slot. The journal alone can tell.

use crate::device::START;
use crate::journal_double::JournalDouble;
use crate::samples::{PERIOD, branch_and_period};
use crate::tab::{Ids, Tab};
use proptest::prelude::*;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;
use wuxing::assessment::Verdict;
use wuxing::effects::FixedClock;
use wuxing::sorted_map::SortedMap;
use wuxing::storage::keys::parse_slot_key;
use wuxing::storage::{KeyValueStore, StoreError};

/// A change of the store, in the order in which the browser takes them.
struct Change {
    author: usize,
    key: String,
    value: Option<String>,
}

/// The store as one process sees it: a browser passes each write on, and a process does not take
/// over another's write of a key while its own is still on the way.
struct Copy {
    number: usize,
    log: Rc<RefCell<Vec<Change>>>,
    entries: RefCell<SortedMap<String, String>>,
    on_the_way: RefCell<SortedMap<String, usize>>,
    heard: RefCell<usize>,
}

impl Copy {
    fn change(&self, key: &str, value: Option<String>) {
        self.put(key, value.clone());
        *self
            .on_the_way
            .borrow_mut()
            .entry(key.to_owned())
            .or_default() += 1;
        let (author, key) = (self.number, key.to_owned());
        self.log.borrow_mut().push(Change { author, key, value });
    }

    fn put(&self, key: &str, value: Option<String>) {
        let mut entries = self.entries.borrow_mut();
        match value {
            Some(value) => drop(entries.insert(key.to_owned(), value)),
            None => drop(entries.remove(key)),
        }
    }

    /// Takes over the next change, and returns the key if it is another's; nothing if there is
    /// none.
    fn hear(&self) -> Option<Option<String>> {
        let log = self.log.borrow();
        let change = log.get(*self.heard.borrow())?;
        *self.heard.borrow_mut() += 1;
        let mut on_the_way = self.on_the_way.borrow_mut();
        let own = on_the_way.entry(change.key.clone()).or_default();
        if change.author == self.number {
            *own -= 1;
            return Some(None);
        }
        if *own == 0 {
            self.put(&change.key, change.value.clone());
        }
        Some(Some(change.key.clone()))
    }
}

impl KeyValueStore for Copy {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.entries.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.change(key, Some(value.to_owned()));
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        if self.entries.borrow().contains_key(key) {
            self.change(key, None);
        }
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.entries.borrow().keys().cloned().collect())
    }
}

/// A browser with two processes.
struct Browser {
    log: Rc<RefCell<Vec<Change>>>,
    journal: Rc<JournalDouble>,
    clock: Rc<FixedClock>,
    ids: Rc<Ids>,
}

impl Browser {
    fn open(&self, number: usize) -> (Tab, Rc<Copy>) {
        let copy = Rc::new(Copy {
            number,
            log: self.log.clone(),
            entries: RefCell::default(),
            on_the_way: RefCell::default(),
            heard: RefCell::new(0),
        });
        // A new process starts with everything.
        for change in self.log.borrow().iter() {
            copy.put(&change.key, change.value.clone());
        }
        *copy.heard.borrow_mut() = self.log.borrow().len();
        let (journal, clock) = (self.journal.clone(), self.clock.clone());
        let tab = Tab::start(copy.clone(), journal, clock, self.ids.clone());
        (tab, copy)
    }
}

fn hear(tab: &Tab, copy: &Copy) -> bool {
    let Some(heard) = copy.hear() else {
        return false;
    };
    if let Some(key) = heard
        && let Some((document, _)) = parse_slot_key(&key)
    {
        tab.heard_of_other_tab(document);
    }
    true
}

fn live(steps: &[(usize, bool)]) {
    let browser = Browser {
        log: Rc::default(),
        journal: Rc::default(),
        clock: Rc::new(FixedClock::at(START)),
        ids: Rc::default(),
    };
    let first = browser.open(0);
    first.0.add(&branch_and_period());
    let tabs = [first, browser.open(1)];
    let mut entered = BTreeSet::new();
    for (number, (tab, enters)) in steps.iter().enumerate() {
        browser.clock.advance(1);
        let (tab, copy) = &tabs[*tab];
        if *enters {
            let item = format!("ITEM-{number}");
            tab.answer(PERIOD, &item, Verdict::Met);
            entered.insert(item);
        } else {
            hear(tab, copy);
        }
    }
    let mut rounds = 0;
    while tabs.iter().filter(|(tab, copy)| hear(tab, copy)).count() > 0 {
        rounds += 1;
        assert!(
            rounds < 10_000,
            "the tabs never come to an end with each other"
        );
    }
    for (tab, _) in tabs.iter().chain([&browser.open(2)]) {
        for item in &entered {
            assert_eq!(tab.verdict(PERIOD, item), Some(Verdict::Met), "{item}");
        }
        assert_eq!(tab.workspace(), tabs[0].0.workspace());
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 400,
        failure_persistence: None,
        ..Default::default()
    })]

    #[test]
    fn two_tabs_that_write_the_same_slot_lose_nothing(
        steps in prop::collection::vec((0..2usize, any::<bool>()), 1..30),
    ) {
        live(&steps);
    }
}

#[test]
fn two_tabs_that_write_the_same_slot_at_the_same_time() {
    live(&[(0, true), (1, true)]);
    live(&[(0, true), (1, true), (0, true), (1, true)]);
    live(&[
        (0, true),
        (1, true),
        (1, true),
        (0, false),
        (0, false),
        (0, true),
    ]);
}
