//! From an edit to the slots and the journal (保存), in the same task as the edit.
//!
//! Not here: the format and its promises (`storage`), and what two versions of a document amount to
//! when they meet (`sync`).

mod deletion;

use crate::effects::Clock;
use crate::exchange::SCHEMA_VERSION;
use crate::period::CivilDate;
use crate::sorted_map::SortedMap;
use crate::storage::{
    DocumentStore, Journal, JournalError, JournalRecord, KeyValueStore, ReadOnlyReason,
    SaveProgress, SaveState, Source, StoredDocument, Usage, WriteError, journal::Completion,
    keys::is_document_key, usage::utf16_units,
};
use std::cell::RefCell;
use std::rc::Rc;

/// What became of a try to save a document.
#[derive(Debug)]
pub enum Attempt {
    /// The slots have it, and nothing newer has been saved since.
    InSlots,
    /// The slots have refused it, or something newer has been saved since.
    Elsewhere,
    /// Another tab has written in between, and nothing was written: its version is to be put
    /// together with this one, and tried again.
    Newer(StoredDocument),
}

/// Who hears what the saver has to tell, in the task in which it happens.
pub trait Listener {
    /// Takes the news.
    fn hear(&self, news: SaverNews);
}

/// What the saver tells its listener.
pub enum SaverNews {
    /// What may be promised has changed; ask again at this time, if there is one.
    State(SaveState, Option<i64>),
    /// The journal has a version that nobody here has seen: it is to be merged and saved again.
    Foreign(StoredDocument),
    /// The journal remembers that another tab deleted this document, which is still edited here:
    /// it is to be saved again, so that the edit is not lost with it.
    DeletedElsewhere(String),
    /// What the journal holds, asked for by [`Saver::look_into_journal`]; `None` if it cannot
    /// be read.
    Journal(Option<Vec<JournalRecord>>),
}

/// Saves documents, one at a time, in the same task as the edit.
#[derive(Clone)]
pub struct Saver {
    inner: Rc<RefCell<Inner>>,
    journal: Rc<dyn Journal>,
    clock: Rc<dyn Clock>,
    listener: Rc<dyn Listener>,
}

struct Inner {
    store: DocumentStore<Rc<dyn KeyValueStore>>,
    progress: SaveProgress,
    generations: SortedMap<String, u64>,
    /// Why there is no journal in this session, once that is known.
    no_journal: Option<JournalError>,
}

impl Saver {
    /// A saver over these stores, which tells the listener what happens.
    pub fn new(
        store: DocumentStore<Rc<dyn KeyValueStore>>,
        journal: Rc<dyn Journal>,
        clock: Rc<dyn Clock>,
        listener: Rc<dyn Listener>,
    ) -> Self {
        let inner = Inner {
            store,
            progress: SaveProgress::new(),
            generations: SortedMap::new(),
            no_journal: None,
        };
        Self {
            inner: Rc::new(RefCell::new(inner)),
            journal,
            clock,
            listener,
        }
    }

    /// Uses the store for something that is not saving: loading, measuring, rescuing.
    pub fn with_store<Value>(
        &self,
        use_it: impl FnOnce(&mut DocumentStore<Rc<dyn KeyValueStore>>) -> Value,
    ) -> Value {
        use_it(&mut self.inner.borrow_mut().store)
    }

    /// Notes which version of a document the app holds.
    pub fn holds(&self, key: &str, generation: u64) {
        let mut inner = self.inner.borrow_mut();
        let known = inner.generations.entry(key.to_owned()).or_default();
        *known = generation.max(*known);
    }

    /// Notes that a document was edited and will be saved soon.
    pub fn will_save(&self, key: &str) {
        self.inner.borrow_mut().progress.edited(key);
        self.tell_state();
    }

    /// Tries to save a document: the slots at once, the journal as soon as it can.
    pub fn save(&self, key: &str, schema: u32, body: &str) -> Attempt {
        let result = {
            let inner = &mut *self.inner.borrow_mut();
            inner.progress.edited(key);
            let generation = inner.generations.get(key).copied().unwrap_or(0);
            inner.store.write(key, schema, body, generation)
        };
        let attempt = match result {
            Ok(written) => {
                let generation = written.generation;
                let no_journal = {
                    let inner = &mut *self.inner.borrow_mut();
                    inner.generations.insert(key.to_owned(), generation);
                    inner
                        .progress
                        .slot_verified(key, generation, self.clock.now_ms());
                    inner.no_journal.clone()
                };
                self.put_or_note(key, generation, written.record, no_journal);
                match self.generation_of(key) == generation {
                    true => Attempt::InSlots,
                    false => Attempt::Elsewhere,
                }
            }
            Err(WriteError::NewerGeneration { stored }) => {
                self.holds(key, stored.generation);
                return Attempt::Newer(*stored);
            }
            Err(why) => {
                self.refused(key, schema, body, why);
                Attempt::Elsewhere
            }
        };
        self.tell_state();
        attempt
    }

    /// Leaves a document unwritten over which other tabs keep writing; the journal is to have it.
    pub fn give_up(&self, key: &str, schema: u32, body: &str, newer: StoredDocument) {
        let stored = Box::new(newer);
        self.refused(key, schema, body, WriteError::NewerGeneration { stored });
        self.tell_state();
    }

    /// Saves a document in the journal alone; returns whether that can take it. For what is large
    /// and soon taken away again: the slots need their room for what stays.
    pub fn save_in_journal(&self, key: &str, schema: u32, body: &str) -> bool {
        let record = {
            let inner = self.inner.borrow();
            let generation = inner.generations.get(key).copied().unwrap_or(0);
            match inner.no_journal {
                Some(_) => None,
                None => inner.store.record_for(key, schema, body, generation),
            }
        };
        let Some(record) = record else {
            return false;
        };
        {
            let inner = &mut *self.inner.borrow_mut();
            let (generation, why) = (record.generation, WriteError::QuotaExceeded);
            inner
                .progress
                .slot_refused(key, generation, why, self.clock.now_ms());
            inner.generations.insert(key.to_owned(), generation);
        }
        self.put(record);
        self.tell_state();
        true
    }

    /// Notes that a document must not be written now, and why; the edit stays in memory alone.
    pub fn refuse(&self, key: &str, why: WriteError) {
        {
            let inner = &mut *self.inner.borrow_mut();
            let now_ms = self.clock.now_ms();
            let generation = inner.generations.get(key).copied().unwrap_or(0) + 1;
            inner.progress.slot_refused(key, generation, why, now_ms);
            // It is not written to the journal either: that is an answer.
            inner
                .progress
                .journal_refused(key, generation, JournalError::Denied);
        }
        self.tell_state();
    }

    /// Documents of which the slots have refused the last version, or the deletion. They are worth
    /// another try when there is room again, or when the journal has answered at last.
    pub fn unsaved(&self) -> Vec<String> {
        let inner = self.inner.borrow();
        inner.progress.refused().map(str::to_owned).collect()
    }

    /// Whether a document was edited and waits to be written.
    pub fn is_waiting(&self, key: &str) -> bool {
        let inner = self.inner.borrow();
        inner.progress.waiting().any(|waiting| waiting == key)
    }

    /// Documents that were edited and wait to be written.
    pub fn waiting(&self) -> Vec<String> {
        let inner = self.inner.borrow();
        inner.progress.waiting().map(str::to_owned).collect()
    }

    /// Why a document must not be written, if it must not.
    pub fn why_read_only(&self, key: &str) -> Option<ReadOnlyReason> {
        self.inner.borrow().store.read_only().get(key).cloned()
    }

    /// Notes that the journal cannot be read in this session, so that no promise waits for it.
    #[inline(never)]
    pub fn without_journal(&self, why: JournalError) {
        {
            let inner = &mut *self.inner.borrow_mut();
            for (key, generation) in &inner.generations {
                inner
                    .progress
                    .journal_refused(key, *generation, why.clone());
            }
            inner.no_journal = Some(why);
        }
        self.tell_state();
    }

    /// Asks the journal for all that it holds.
    pub fn read_journal(&self, done: Completion<Vec<JournalRecord>>) {
        self.journal.read_all(done);
    }

    /// Asks the journal for all that it holds; the answer comes as [`SaverNews::Journal`].
    pub fn look_into_journal(&self) {
        let listener = self.listener.clone();
        let done = move |answer: Result<_, _>| listener.hear(SaverNews::Journal(answer.ok()));
        self.journal.read_all(Box::new(done));
    }

    /// The generation of a document that the app holds, 0 where it holds none.
    pub fn generation_of(&self, key: &str) -> u64 {
        let inner = self.inner.borrow();
        inner.generations.get(key).copied().unwrap_or(0)
    }

    /// What may be promised of one document now.
    pub fn state_of(&self, key: &str) -> SaveState {
        let now_ms = self.clock.now_ms();
        self.inner.borrow().progress.state_of(key, now_ms)
    }

    /// Writes records that the journal lacks.
    pub fn repair_journal(&self, records: Vec<JournalRecord>) {
        for record in records {
            self.put(record);
        }
    }

    /// The present instant in UTC milliseconds.
    pub fn now_ms(&self) -> i64 {
        self.clock.now_ms()
    }

    /// Today's date on this device; `None` where the clock shows no day of the calendar.
    pub fn today(&self) -> Option<CivilDate> {
        CivilDate::at_instant(self.clock.now_ms(), self.clock.offset_minutes())
    }

    /// What may be promised now.
    pub fn state(&self) -> SaveState {
        self.inner.borrow().progress.state(self.clock.now_ms())
    }

    /// Whether closing the page now would lose an edit.
    pub fn would_lose(&self) -> bool {
        self.inner.borrow().progress.would_lose()
    }

    /// How much of the store's room is used; `None` if the store cannot be read.
    pub fn usage(&self, room: u64) -> Option<Usage> {
        let inner = self.inner.borrow();
        Usage::of(&**inner.store.key_value_store(), room).ok()
    }

    /// By how many UTF-16 units the store grows when a text comes under a key.
    pub fn growth(&self, key: &str, body: &str) -> i64 {
        let growth = self.inner.borrow().store.growth(key, body);
        growth.unwrap_or_else(|_| utf16_units(body).cast_signed())
    }

    /// Says again what may be promised; called when the journal's time is up.
    pub fn tell_state(&self) {
        let now_ms = self.clock.now_ms();
        let (state, next) = {
            let inner = self.inner.borrow();
            (
                inner.progress.state(now_ms),
                inner.progress.next_change(now_ms),
            )
        };
        self.listener.hear(SaverNews::State(state, next));
    }

    fn refused(&self, key: &str, schema: u32, body: &str, why: WriteError) {
        let now_ms = self.clock.now_ms();
        let (generation, record, no_journal) = {
            let inner = &mut *self.inner.borrow_mut();
            let generation = inner.generations.get(key).copied().unwrap_or(0);
            let read_only = matches!(why, WriteError::ReadOnly { .. });
            let record = inner.store.record_for(key, schema, body, generation);
            let record = record.filter(|_| !read_only);
            let generation = record
                .as_ref()
                .map_or(generation, |record| record.generation);
            inner.progress.slot_refused(key, generation, why, now_ms);
            inner.generations.insert(key.to_owned(), generation);
            // What must not be written is not written to the journal either: that is an answer.
            let refusal = read_only.then_some(JournalError::Denied);
            (generation, record, refusal.or(inner.no_journal.clone()))
        };
        self.put_or_note(key, generation, record, no_journal);
    }

    /// Puts a record into the journal; where there is no record because there is no journal, says
    /// so at once.
    fn put_or_note(
        &self,
        key: &str,
        generation: u64,
        record: Option<JournalRecord>,
        no_journal: Option<JournalError>,
    ) {
        match (record, no_journal) {
            (Some(record), _) => self.put(record),
            (None, Some(why)) => {
                self.inner
                    .borrow_mut()
                    .progress
                    .journal_refused(key, generation, why);
            }
            // The journal has not answered yet; what it lacks is written when it does.
            (None, None) => {}
        }
    }

    fn put(&self, record: JournalRecord) {
        let (saver, key, generation) = (self.clone(), record.key.clone(), record.generation);
        let done = move |result: Result<(), JournalError>| {
            if let Some(news) = saver.note_journal(&key, generation, result) {
                saver.listener.hear(news);
            }
            saver.tell_state();
        };
        self.journal.put(&record, Box::new(done));
    }

    fn note_journal(
        &self,
        key: &str,
        generation: u64,
        result: Result<(), JournalError>,
    ) -> Option<SaverNews> {
        let inner = &mut *self.inner.borrow_mut();
        match result {
            Ok(()) => inner.progress.journal_complete(key, generation),
            Err(JournalError::Superseded { stored }) => {
                inner
                    .progress
                    .journal_refused(key, generation, JournalError::TimedOut);
                inner.store.note_journal_record(&stored);
                let known = inner.generations.entry(key.to_owned()).or_default();
                *known = stored.generation.max(*known);
                if stored.deleted {
                    // What a newer build recorded is never replaced by us; trying on has no end.
                    let can_win = stored.generation >= generation;
                    return can_win.then_some(SaverNews::DeletedElsewhere(stored.key));
                }
                return Some(SaverNews::Foreign(StoredDocument {
                    key: stored.key,
                    generation: stored.generation,
                    schema: stored.schema,
                    body: stored.body,
                    source: Source::Journal,
                }));
            }
            Err(why) => inner.progress.journal_refused(key, generation, why),
        }
        None
    }
}
