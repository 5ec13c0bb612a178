//! A device: one localStorage that all tabs see, with word to the others of what each writes, and
//! one journal.

use crate::journal_double::JournalDouble;
use crate::tab::{Ids, Tab};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use wuxing::effects::FixedClock;
use wuxing::sorted_map::SortedMap;
use wuxing::storage::keys::{ERASING_KEY, parse_slot_key};
use wuxing::storage::memory::MemoryStore;
use wuxing::storage::usage::utf16_units;
use wuxing::storage::{KeyValueStore, StoreError};

/// The instant at which every device here starts: 2026-11-21T08:15:30.123Z.
pub const START: i64 = 1_795_248_930_123;

/// What the tabs of one browser share.
pub struct Device {
    pub store: Rc<MemoryStore>,
    pub journal: Rc<JournalDouble>,
    pub clock: Rc<FixedClock>,
    pub ids: Rc<Ids>,
    news: Rc<RefCell<SortedMap<usize, VecDeque<String>>>>,
}

impl Device {
    pub fn new() -> Self {
        Self {
            store: Rc::default(),
            journal: Rc::default(),
            clock: Rc::new(FixedClock::at(START)),
            ids: Rc::default(),
            news: Rc::default(),
        }
    }

    /// Opens a tab of this number.
    pub fn open(&self, number: usize) -> Tab {
        self.news.borrow_mut().insert(number, VecDeque::new());
        let view = View {
            store: self.store.clone(),
            number,
            news: self.news.clone(),
        };
        let (journal, clock) = (self.journal.clone(), self.clock.clone());
        Tab::start(Rc::new(view), journal, clock, self.ids.clone())
    }

    /// Lets a tab hear of the oldest write of another that it has not heard of; says whether there
    /// was one.
    pub fn tell_one(&self, number: usize, tab: &Tab) -> bool {
        let next = self
            .news
            .borrow_mut()
            .get_mut(&number)
            .and_then(VecDeque::pop_front);
        let Some(key) = next else { return false };
        if key == ERASING_KEY {
            tab.heard_of_erasing();
        } else if let Some((document, _)) = parse_slot_key(&key) {
            tab.heard_of_other_tab(document);
        }
        true
    }

    /// Lets all tabs hear of everything, until there is nothing more to hear.
    pub fn settle(&self, tabs: &[&Tab]) {
        tabs.iter().for_each(|tab| tab.flush());
        for _ in 0..1_000 {
            self.journal.answer_all();
            let told = tabs.iter().enumerate();
            let told = told.filter(|(number, tab)| self.tell_one(*number, tab));
            if told.count() == 0 {
                return;
            }
        }
        panic!("the tabs never come to an end with each other");
    }

    /// How many UTF-16 units the store holds.
    pub fn used(&self) -> u64 {
        let entries = self.store.entries();
        let units = entries
            .iter()
            .map(|(key, value)| utf16_units(key) + utf16_units(value));
        units.sum()
    }

    /// Ends all tabs without a word, and loses the store's last changes.
    pub fn kill(&self, lost_changes: usize) {
        self.store.stop_after(None);
        self.store.lose_last(lost_changes);
        self.journal.forget_waiting();
        self.news.borrow_mut().clear();
    }
}

/// The store as one tab sees it.
struct View {
    store: Rc<MemoryStore>,
    number: usize,
    news: Rc<RefCell<SortedMap<usize, VecDeque<String>>>>,
}

impl View {
    fn tell_others(&self, key: &str) {
        for (number, news) in self.news.borrow_mut().iter_mut() {
            if *number != self.number {
                news.push_back(key.to_owned());
            }
        }
    }
}

impl KeyValueStore for View {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.store.get(key)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.store.set(key, value)?;
        self.tell_others(key);
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.store.remove(key)?;
        self.tell_others(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.store.keys()
    }
}
