//! A journal that answers at once, late, never, or with a refusal. Nothing overtakes what waits:
//! the browser, too, writes in the order in which it was asked.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use wuxing::sorted_map::SortedMap;
use wuxing::storage::journal::{Completion, may_replace};
use wuxing::storage::{Journal, JournalError, JournalRecord};

/// How the journal answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Temper {
    #[default]
    AtOnce,
    /// When it is told to.
    Late,
    Never,
    Refuses(JournalError),
}

type Waiting = Box<dyn FnOnce(&JournalDouble)>;

/// The journal of one device.
#[derive(Default)]
pub struct JournalDouble {
    records: RefCell<SortedMap<String, JournalRecord>>,
    temper: RefCell<Temper>,
    waiting: RefCell<VecDeque<Waiting>>,
    /// How many calls have been made, answered or not.
    asked: Cell<usize>,
}

impl JournalDouble {
    pub fn be(&self, temper: Temper) {
        *self.temper.borrow_mut() = temper;
    }

    pub fn records(&self) -> Vec<JournalRecord> {
        self.records.borrow().values().cloned().collect()
    }

    pub fn record(&self, key: &str) -> Option<JournalRecord> {
        self.records.borrow().get(key).cloned()
    }

    /// Puts a record in, as another tab or another build does.
    pub fn force(&self, record: JournalRecord) {
        self.records.borrow_mut().insert(record.key.clone(), record);
    }

    /// Takes a record away, as a damaged disk does.
    pub fn lose(&self, key: &str) {
        self.records.borrow_mut().remove(key);
    }

    /// Takes everything away, as a browser does that clears the site.
    pub fn forget_everything(&self) {
        *self.records.borrow_mut() = SortedMap::new();
    }

    pub fn asked(&self) -> usize {
        self.asked.get()
    }

    /// Answers the call that has waited longest; says whether there was one.
    pub fn answer_one(&self) -> bool {
        let next = self.waiting.borrow_mut().pop_front();
        let Some(answer) = next else { return false };
        answer(self);
        true
    }

    /// Answers all that waits and all that follows from it.
    pub fn answer_all(&self) {
        let mut answers = 0;
        while self.answer_one() {
            answers += 1;
            assert!(answers < 10_000, "the answers have no end");
        }
    }

    /// Forgets what waits, as a kill does.
    pub fn forget_waiting(&self) {
        self.waiting.borrow_mut().clear();
    }

    fn take(&self, act: impl FnOnce(&Self, Result<(), JournalError>) + 'static) {
        self.asked.set(self.asked.get() + 1);
        assert!(self.asked.get() < 100_000, "the calls have no end");
        let temper = self.temper.borrow().clone();
        match temper {
            Temper::AtOnce | Temper::Late => {
                let act = Box::new(move |journal: &Self| act(journal, Ok(())));
                self.waiting.borrow_mut().push_back(act);
                if temper == Temper::AtOnce {
                    self.answer_all();
                }
            }
            Temper::Never => {}
            Temper::Refuses(why) => act(self, Err(why)),
        }
    }
}

impl Journal for JournalDouble {
    fn put(&self, record: &JournalRecord, done: Completion<()>) {
        let record = record.clone();
        self.take(move |journal, allowed| {
            let result = allowed.and_then(|()| {
                let mut records = journal.records.borrow_mut();
                if let Some(stored) = records.get(&record.key)
                    && !may_replace(stored, &record)
                {
                    let stored = Box::new(stored.clone());
                    return Err(JournalError::Superseded { stored });
                }
                records.insert(record.key.clone(), record);
                Ok(())
            });
            done(result);
        });
    }

    fn delete(&self, key: &str, done: Completion<()>) {
        let key = key.to_owned();
        self.take(move |journal, allowed| {
            done(allowed.map(|()| drop(journal.records.borrow_mut().remove(&key))));
        });
    }

    fn read_all(&self, done: Completion<Vec<JournalRecord>>) {
        self.take(move |journal, allowed| done(allowed.map(|()| journal.records())));
    }
}
