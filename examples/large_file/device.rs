//! A device that takes an import in, with a store of limited room and a journal that answers in
//! tasks of their own, as those of a browser do.
//!
//! Not here: failing stores; `tests/app` has them.

use crate::Steps;
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;
use wuxing::app::saver::{Listener, Saver, SaverNews};
use wuxing::app::sync::{ImportNews, WorkspaceSync};
use wuxing::app::watched::Watched;
use wuxing::app::workspace::Workspace;
use wuxing::effects::FixedClock;
use wuxing::exchange::{Document, SCHEMA_VERSION};
use wuxing::storage::journal::{Completion, may_replace};
use wuxing::storage::{
    DocumentStore, Journal, JournalError, JournalRecord, KeyValueStore, StoreError, WriteError,
};

/// A device with nothing on it.
pub struct Device {
    sync: WorkspaceSync<Shelf>,
    journal: Rc<LateJournal>,
    /// Whether the app was told that what may be promised has changed, and has not looked yet.
    has_news: Rc<Cell<bool>>,
}

impl Device {
    /// A device whose store takes so many UTF-16 units.
    pub fn with_room(room: Option<usize>) -> Self {
        let store: Rc<dyn KeyValueStore> = Rc::new(RoomyStore {
            room: room.unwrap_or(usize::MAX),
            ..RoomyStore::default()
        });
        let journal = Rc::new(LateJournal::default());
        let has_news: Rc<Cell<bool>> = Rc::default();
        let heard = has_news.clone();
        let mut documents = DocumentStore::new(store, SCHEMA_VERSION);
        documents.load(Some(&[]), 0);
        let clock = Rc::new(FixedClock::at(1_795_248_930_123));
        let saver = Saver::new(documents, journal.clone(), clock, Rc::new(Ear(heard)));
        Self {
            sync: WorkspaceSync::new(Shelf::default(), saver),
            journal,
            has_news,
        }
    }

    /// Imports documents step by step.
    ///
    /// # Errors
    /// What the stores answered, where they refused it.
    pub fn import(&self, documents: Vec<Document>, steps: &mut Steps) -> Result<(), WriteError> {
        steps.take(|| self.sync.begin_import(documents));
        loop {
            while self.has_news.replace(false) {
                match steps.take(|| self.sync.go_on_importing()) {
                    Some(ImportNews::GoesOn { .. }) => self.has_news.set(true),
                    Some(ImportNews::Done(_)) => return Ok(()),
                    Some(ImportNews::Refused(why)) => return Err(why),
                    None => {}
                }
            }
            steps.take(|| self.journal.answer_one());
        }
    }
}

/// Hears that what may be promised has changed.
struct Ear(Rc<Cell<bool>>);

impl Listener for Ear {
    fn hear(&self, _: SaverNews) {
        self.0.set(true);
    }
}

/// A workspace in a cell.
#[derive(Clone, Default)]
struct Shelf(Rc<RefCell<Workspace>>);

impl Watched<Workspace> for Shelf {
    fn look<Seen>(&self, look: impl FnOnce(&Workspace) -> Seen) -> Seen {
        look(&self.0.borrow())
    }

    fn change(&self, change: impl FnOnce(&mut Workspace) -> bool) {
        change(&mut self.0.borrow_mut());
    }
}

/// A store that counts its room as it goes, so that it takes no time of its own.
#[derive(Default)]
struct RoomyStore {
    entries: RefCell<BTreeMap<String, String>>,
    used: Cell<usize>,
    room: usize,
}

impl KeyValueStore for RoomyStore {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.entries.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        let units = |text: &str| text.chars().map(char::len_utf16).sum::<usize>();
        let entries = &mut *self.entries.borrow_mut();
        let before = entries
            .get(key)
            .map_or(0, |value| units(key) + units(value));
        let used = self.used.get() - before + units(key) + units(value);
        if used > self.room {
            return Err(StoreError::QuotaExceeded);
        }
        self.used.set(used);
        entries.insert(key.to_owned(), value.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        let units = |text: &str| text.chars().map(char::len_utf16).sum::<usize>();
        if let Some(value) = self.entries.borrow_mut().remove(key) {
            self.used.set(self.used.get() - units(key) - units(&value));
        }
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.entries.borrow().keys().cloned().collect())
    }
}

type Waiting = Box<dyn FnOnce(&LateJournal)>;

/// A journal that answers when it is told to.
#[derive(Default)]
struct LateJournal {
    records: RefCell<BTreeMap<String, JournalRecord>>,
    waiting: RefCell<VecDeque<Waiting>>,
}

impl LateJournal {
    fn answer_one(&self) {
        let next = self.waiting.borrow_mut().pop_front();
        if let Some(answer) = next {
            answer(self);
        }
    }
}

impl Journal for LateJournal {
    fn put(&self, record: &JournalRecord, done: Completion<()>) {
        let record = record.clone();
        self.waiting
            .borrow_mut()
            .push_back(Box::new(move |journal| {
                let records = &mut *journal.records.borrow_mut();
                let superseded = records
                    .get(&record.key)
                    .filter(|stored| !may_replace(stored, &record));
                done(match superseded {
                    Some(stored) => Err(JournalError::Superseded {
                        stored: Box::new(stored.clone()),
                    }),
                    None => {
                        records.insert(record.key.clone(), record);
                        Ok(())
                    }
                });
            }));
    }

    fn delete(&self, key: &str, done: Completion<()>) {
        let key = key.to_owned();
        self.waiting
            .borrow_mut()
            .push_back(Box::new(move |journal| {
                journal.records.borrow_mut().remove(&key);
                done(Ok(()));
            }));
    }

    fn read_all(&self, done: Completion<Vec<JournalRecord>>) {
        let records = self.records.borrow().values().cloned().collect();
        done(Ok(records));
    }
}
