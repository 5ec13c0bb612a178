//! A key-value store and a journal that live in memory and can be made to fail, for tests of
//! everything that stores, and for reading rescue texts.
//!
//! Not here: any way to keep something beyond the life of the value.

use crate::sorted_map::SortedMap;
use std::cell::{Cell, RefCell};

use super::journal::{Completion, Journal, JournalError, JournalRecord, may_replace};
use super::key_value::{KeyValueStore, StoreError};
use super::usage::utf16_units;

/// A key-value store in memory.
///
/// It behaves like localStorage until it is told to fail.
#[derive(Debug, Default)]
pub struct MemoryStore {
    entries: RefCell<SortedMap<String, String>>,
    /// What every change replaced, oldest first.
    history: RefCell<Vec<(String, Option<String>)>>,
    quota: Cell<Option<u64>>,
    denied: Cell<bool>,
    torn_write: Cell<Option<usize>>,
    changes_left: Cell<Option<usize>>,
}

impl MemoryStore {
    /// A store that holds `entries`.
    #[must_use]
    pub fn holding(entries: impl IntoIterator<Item = (String, String)>) -> Self {
        Self {
            entries: RefCell::new(entries.into_iter().collect()),
            ..Self::default()
        }
    }

    /// All entries, as they are now.
    #[must_use]
    pub fn entries(&self) -> SortedMap<String, String> {
        self.entries.borrow().clone()
    }

    /// Limits the store to `units` UTF-16 units of keys and values, or lifts the limit.
    pub fn limit(&self, units: Option<u64>) {
        self.quota.set(units);
    }

    /// Makes every call fail with [`StoreError::Denied`], or ends that.
    pub fn deny(&self, denied: bool) {
        self.denied.set(denied);
    }

    /// Lets the next write store only the first `characters` characters, and report success.
    pub fn tear_next_write(&self, characters: usize) {
        self.torn_write.set(Some(characters));
    }

    /// Lets `changes` more changes through; after that every change fails, as if the program had
    /// been killed there. `None` ends that.
    pub fn stop_after(&self, changes: Option<usize>) {
        self.changes_left.set(changes);
    }

    /// How many changes the store has taken.
    #[must_use]
    pub fn changes(&self) -> usize {
        self.history.borrow().len()
    }

    /// Undoes the last `changes` changes, as a kill does with what had not reached the disk.
    pub fn lose_last(&self, changes: usize) {
        for _ in 0..changes {
            match self.history.borrow_mut().pop() {
                Some((key, Some(value))) => self.entries.borrow_mut().insert(key, value),
                Some((key, None)) => self.entries.borrow_mut().remove(&key),
                None => return,
            };
        }
    }

    /// Replaces the character at `index` of the value under `key` by another one.
    pub fn corrupt(&self, key: &str, index: usize) {
        if let Some(value) = self.entries.borrow_mut().get_mut(key) {
            let damage = |(position, character)| match (position == index, character) {
                (true, '?') => '!',
                (true, _) => '?',
                (false, _) => character,
            };
            *value = value.chars().enumerate().map(damage).collect();
        }
    }

    fn begin_change(&self) -> Result<(), StoreError> {
        if self.denied.get() {
            return Err(StoreError::Denied);
        }
        match self.changes_left.get() {
            Some(0) => Err(StoreError::Other {
                message: "stopped".to_owned(),
            }),
            Some(left) => {
                self.changes_left.set(Some(left - 1));
                Ok(())
            }
            None => Ok(()),
        }
    }
}

impl KeyValueStore for MemoryStore {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        if self.denied.get() {
            return Err(StoreError::Denied);
        }
        Ok(self.entries.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.begin_change()?;
        let value = match self.torn_write.take() {
            Some(characters) => value.chars().take(characters).collect(),
            None => value.to_owned(),
        };
        let mut entries = self.entries.borrow_mut();
        let used_by_others: u64 = entries
            .iter()
            .filter(|(other, _)| *other != key)
            .map(|(other, value)| utf16_units(other) + utf16_units(value))
            .sum();
        let needed = used_by_others + utf16_units(key) + utf16_units(&value);
        if self.quota.get().is_some_and(|quota| needed > quota) {
            return Err(StoreError::QuotaExceeded);
        }
        let replaced = entries.insert(key.to_owned(), value);
        self.history.borrow_mut().push((key.to_owned(), replaced));
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.begin_change()?;
        if let Some(removed) = self.entries.borrow_mut().remove(key) {
            self.history
                .borrow_mut()
                .push((key.to_owned(), Some(removed)));
        }
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        if self.denied.get() {
            return Err(StoreError::Denied);
        }
        Ok(self.entries.borrow().keys().cloned().collect())
    }
}

/// A call that waits to be answered.
type HeldBack = Box<dyn FnOnce(&MemoryJournal)>;

/// A journal in memory.
///
/// It answers every call at once, unless it refuses or hangs.
#[derive(Default)]
pub struct MemoryJournal {
    records: RefCell<SortedMap<String, JournalRecord>>,
    refusal: RefCell<Option<JournalError>>,
    hanging: Cell<bool>,
    held_back: RefCell<Vec<HeldBack>>,
}

impl MemoryJournal {
    /// All records, as they are now.
    #[must_use]
    pub fn records(&self) -> Vec<JournalRecord> {
        self.records.borrow().values().cloned().collect()
    }

    /// Puts a record in without asking whether it may replace another; for damaged ones.
    pub fn force(&self, record: JournalRecord) {
        self.records.borrow_mut().insert(record.key.clone(), record);
    }

    /// Makes every call fail with `error`, or ends that.
    pub fn refuse(&self, error: Option<JournalError>) {
        *self.refusal.borrow_mut() = error;
    }

    /// Makes every call wait, until [`MemoryJournal::answer_all`].
    pub fn hang(&self) {
        self.hanging.set(true);
    }

    /// Carries out all that waits, in order, and does not hang any more.
    pub fn answer_all(&self) {
        self.hanging.set(false);
        let held_back = self.held_back.take();
        held_back.into_iter().for_each(|action| action(self));
    }

    /// Forgets all that waits, as a kill does.
    pub fn lose_all(&self) {
        self.hanging.set(false);
        self.held_back.take();
    }

    fn run(&self, action: HeldBack) {
        if self.hanging.get() {
            self.held_back.borrow_mut().push(action);
        } else {
            action(self);
        }
    }

    fn refusal(&self) -> Result<(), JournalError> {
        self.refusal.borrow().clone().map_or(Ok(()), Err)
    }

    fn put_now(&self, record: JournalRecord) -> Result<(), JournalError> {
        self.refusal()?;
        let mut records = self.records.borrow_mut();
        match records.get(&record.key) {
            Some(stored) if !may_replace(stored, &record) => Err(JournalError::Superseded {
                stored: Box::new(stored.clone()),
            }),
            _ => {
                records.insert(record.key.clone(), record);
                Ok(())
            }
        }
    }
}

impl Journal for MemoryJournal {
    fn put(&self, record: &JournalRecord, done: Completion<()>) {
        let record = record.clone();
        self.run(Box::new(move |journal| done(journal.put_now(record))));
    }

    fn delete(&self, key: &str, done: Completion<()>) {
        let key = key.to_owned();
        self.run(Box::new(move |journal| {
            done(journal.refusal().map(|()| {
                journal.records.borrow_mut().remove(&key);
            }));
        }));
    }

    fn read_all(&self, done: Completion<Vec<JournalRecord>>) {
        self.run(Box::new(|journal| {
            done(journal.refusal().map(|()| journal.records()))
        }));
    }
}
