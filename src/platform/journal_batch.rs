//! Puts into the journal that share one transaction (一次写入多条): those that come before the browser
//! has answered the first of them.
//!
//! A transaction is done when the disk has it, and a phone takes its time for that: an import of
//! thousands of documents would wait thousands of times. Not here: the connection, and what is
//! done by a transaction of its own (`journal`).

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsValue;
use web_sys::{IdbObjectStore, IdbTransaction};

use super::journal::{once, refusal};
use super::journal_record::{record_from_js, record_to_js};
use crate::storage::journal::{Completion, JournalError, JournalRecord, may_replace};

/// So many answers come at once at most: the app takes all of them in one task.
const MOST: usize = 32;

/// A record on its way, and who waits for it.
pub(super) struct Put {
    pub(super) record: JournalRecord,
    pub(super) done: Completion<()>,
}

/// Puts that share a transaction. Copies speak of the same one.
#[derive(Clone)]
pub(super) struct Batch {
    shared: Rc<Shared>,
}

struct Shared {
    transaction: IdbTransaction,
    store: IdbObjectStore,
    puts: RefCell<Vec<Slot>>,
    /// How many of them the browser has still to say of what is stored there.
    unanswered: Cell<usize>,
    is_open: Cell<bool>,
}

struct Slot {
    put: Put,
    /// Why it was not put, if it was not.
    refused: Option<JournalError>,
}

impl Batch {
    /// Begins with one put. If the browser refuses the transaction as a whole, each of the puts
    /// that shared it is handed to `alone`, with the reason; one that shared it with none is told.
    pub(super) fn begin(
        transaction: IdbTransaction,
        store: IdbObjectStore,
        put: Put,
        alone: impl Fn(Put, JournalError) + 'static,
    ) -> Self {
        let batch = Self {
            shared: Rc::new(Shared {
                transaction,
                store,
                puts: RefCell::default(),
                unanswered: Cell::new(0),
                is_open: Cell::new(true),
            }),
        };
        batch.tells(alone);
        if let Err(refused) = batch.takes(put) {
            let (put, error) = *refused;
            (put.done)(Err(error));
        }
        batch
    }

    /// Takes one more, unless it is closed or is to write the same document already; gives it back
    /// then.
    pub(super) fn join(&self, put: Put) -> Option<Put> {
        let key = &put.record.key;
        let is_asked = |slots: &[Slot]| {
            slots.len() >= MOST || slots.iter().any(|slot| slot.put.record.key == *key)
        };
        if !self.shared.is_open.get() || is_asked(&self.shared.puts.borrow()) {
            return Some(put);
        }
        // A transaction that has ended without having said so yet takes none.
        self.takes(put).err().map(|refused| refused.0)
    }

    /// Takes no more. What is asked for from now on comes after all that is in it.
    pub(super) fn close(&self) {
        self.shared.is_open.set(false);
    }

    /// Reads what is there and puts the record, in one transaction, so that no other tab can come
    /// between the two.
    fn takes(&self, put: Put) -> Result<(), Box<(Put, JournalError)>> {
        let shared = &self.shared;
        let request = match shared.store.get(&JsValue::from_str(&put.record.key)) {
            Ok(request) => request,
            Err(thrown) => return Err(Box::new((put, refusal(thrown)))),
        };
        let place = shared.puts.borrow().len();
        shared.puts.borrow_mut().push(Slot { put, refused: None });
        shared.unanswered.set(shared.unanswered.get() + 1);
        let (batch, reading) = (self.clone(), request.clone());
        request.set_onsuccess(Some(&once(move || {
            batch.close();
            let stored = reading.result().ok().filter(|value| !value.is_undefined());
            let result = batch.puts_over(place, stored.as_ref());
            batch.answered(place, result);
        })));
        Ok(())
    }

    fn puts_over(&self, place: usize, stored: Option<&JsValue>) -> Result<(), JournalError> {
        let puts = self.shared.puts.borrow();
        let Some(Slot { put, .. }) = puts.get(place) else {
            return Ok(());
        };
        let stored = stored.map(record_from_js);
        if let Some(stored) = stored.filter(|stored| !may_replace(stored, &put.record)) {
            let stored = Box::new(stored);
            return Err(JournalError::Superseded { stored });
        }
        let object = record_to_js(&put.record).map_err(refusal)?;
        self.shared.store.put(&object).map_err(refusal).map(drop)
    }

    /// What came of one of them. After the last one nothing else is to come: a page that goes away
    /// now keeps its writes.
    fn answered(&self, place: usize, result: Result<(), JournalError>) {
        if let Some(slot) = self.shared.puts.borrow_mut().get_mut(place) {
            slot.refused = result.err();
        }
        self.shared.unanswered.set(self.shared.unanswered.get() - 1);
        if self.shared.unanswered.get() == 0 {
            self.close();
            commit_now(&self.shared.transaction);
        }
    }

    /// Tells everyone who waits, once the transaction is complete or aborted.
    fn tells(&self, alone: impl Fn(Put, JournalError) + 'static) {
        let transaction = &self.shared.transaction;
        let completed = self.clone();
        transaction.set_oncomplete(Some(&once(move || {
            for Slot { put, refused } in completed.shared.puts.take() {
                (put.done)(refused.map_or(Ok(()), Err));
            }
        })));
        let aborted = self.clone();
        transaction.set_onabort(Some(&once(move || {
            aborted.close();
            let puts = aborted.shared.puts.take();
            let shares = puts.len() > 1;
            let browsers = || {
                let error = aborted.shared.transaction.error();
                error.map_or(JournalError::Unavailable, |error| refusal(error.into()))
            };
            for Slot { put, refused } in puts {
                match refused {
                    Some(error) => (put.done)(Err(error)),
                    None if shares => alone(put, browsers()),
                    None => (put.done)(Err(browsers())),
                }
            }
        })));
    }
}

/// Ends a transaction to which nothing more is to come, without waiting for the browser to see it.
#[expect(
    deprecated,
    reason = "web-sys marks it without a word; every browser above the floor has it"
)]
fn commit_now(transaction: &IdbTransaction) {
    // A browser that refuses commits by itself.
    let _ = transaction.commit();
}
