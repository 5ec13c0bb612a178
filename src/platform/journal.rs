//! IndexedDB as a [`Journal`]: the second home of every document's newest generation.
//!
//! The database is opened at the first call; calls wait for it, and where it hangs they wait for
//! ever: how long to wait for an answer is the caller's decision. A connection that the browser has
//! closed is opened again at the next call. Not here: puts that share a transaction
//! (`journal_batch`), and when a record may be replaced (`storage::journal`).

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Event, IdbDatabase, IdbObjectStore, IdbObjectStoreParameters, IdbOpenDbRequest, IdbRequest,
    IdbTransaction,
};

use super::PlatformError;
use super::journal_batch::{Batch, Put};
use super::journal_record::record_from_js;
use crate::storage::journal::{Completion, Journal, JournalError, JournalRecord};
use crate::storage::names::{DATABASE, JOURNAL as STORE};

const VERSION: u32 = 1;

/// The journal in the browser's IndexedDB. Copies speak of the same connection.
#[derive(Clone)]
pub struct BrowserJournal {
    database: &'static str,
    connection: Rc<RefCell<Connection>>,
    /// The puts that were asked for last, which more may join.
    batch: Rc<RefCell<Option<Batch>>>,
    /// How often something was to be deleted so far.
    deletions: Rc<Cell<u32>>,
}

enum Connection {
    Closed,
    Opening(Vec<Waiting>),
    Open(IdbDatabase),
}

/// What waits for the connection.
type Waiting = Box<dyn FnOnce(Result<IdbDatabase, JournalError>)>;

/// A transaction with its one object store.
type Begun = (IdbTransaction, IdbObjectStore);

impl Default for BrowserJournal {
    fn default() -> Self {
        Self::of_database(DATABASE)
    }
}

impl BrowserJournal {
    /// The journal in a database of another name; for tests.
    #[must_use]
    pub fn of_database(database: &'static str) -> Self {
        Self {
            database,
            connection: Rc::new(RefCell::new(Connection::Closed)),
            batch: Rc::default(),
            deletions: Rc::default(),
        }
    }

    fn with_connection(&self, action: Waiting) {
        let database = match &mut *self.connection.borrow_mut() {
            Connection::Opening(waiting) => {
                waiting.push(action);
                return;
            }
            Connection::Open(database) => Some(database.clone()),
            Connection::Closed => None,
        };
        if let Some(database) = database {
            action(Ok(database));
            return;
        }
        *self.connection.borrow_mut() = Connection::Opening(vec![action]);
        if let Err(error) = self.open() {
            self.opened(Err(error));
        }
    }

    fn open(&self) -> Result<(), JournalError> {
        let window = web_sys::window().ok_or(JournalError::Unavailable)?;
        let factory = window
            .indexed_db()
            .map_err(refusal)?
            .ok_or(JournalError::Unavailable)?;
        let request = factory
            .open_with_u32(self.database, VERSION)
            .map_err(refusal)?;
        let upgrading = request.clone();
        request.set_onupgradeneeded(Some(&once(move || {
            // A failure here aborts the opening, which `onerror` reports.
            let _ = create_store(&upgrading);
        })));
        let (this, succeeded) = (self.clone(), request.clone());
        request.set_onsuccess(Some(&once(move || {
            let result = succeeded.result().map_err(refusal);
            this.opened(result.map(JsCast::unchecked_into::<IdbDatabase>));
        })));
        let (this, failed) = (self.clone(), request.clone());
        request.set_onerror(Some(&once(move || this.opened(Err(failure_of(&failed))))));
        Ok(())
    }

    fn opened(&self, result: Result<IdbDatabase, JournalError>) {
        let next = match &result {
            Ok(database) => {
                self.let_go_when_asked(database);
                Connection::Open(database.clone())
            }
            Err(_) => Connection::Closed,
        };
        if let Connection::Opening(waiting) = self.connection.replace(next) {
            waiting
                .into_iter()
                .for_each(|action| action(result.clone()));
        }
    }

    /// A newer build in another tab must be able to change the database, and a connection that the
    /// browser closed must not be used again.
    fn let_go_when_asked(&self, database: &IdbDatabase) {
        let (this, closing) = (self.clone(), database.clone());
        database.set_onversionchange(Some(&once(move || {
            closing.close();
            this.connection.replace(Connection::Closed);
        })));
        let this = self.clone();
        database.set_onclose(Some(&once(move || {
            this.connection.replace(Connection::Closed);
        })));
    }

    fn begin(&self, mode: &'static str, action: Box<dyn FnOnce(Result<Begun, JournalError>)>) {
        let this = self.clone();
        self.with_connection(Box::new(move |database| {
            let begun = database.and_then(|database| transaction(&database, mode).map_err(refusal));
            match begun {
                Ok(begun) => action(Ok(begun)),
                Err(JournalError::Other { message }) if message.starts_with("InvalidState") => {
                    // The connection is gone without having said so, as on a phone that slept.
                    this.connection.replace(Connection::Closed);
                    this.with_connection(Box::new(move |database| {
                        action(
                            database
                                .and_then(|database| transaction(&database, mode).map_err(refusal)),
                        );
                    }));
                }
                Err(error) => action(Err(error)),
            }
        }));
    }

    /// Puts in a transaction that others may share.
    fn begin_batch(&self, put: Put, is_shared: bool) {
        let this = self.clone();
        let begun = move |begun: Result<Begun, JournalError>| match begun {
            Ok((transaction, store)) => {
                let (again, deletions) = (this.clone(), this.deletions.get());
                // What was to be deleted after it must not come back by being put later.
                let alone = move |put: Put, error| match again.deletions.get() == deletions {
                    true => again.begin_batch(put, false),
                    false => (put.done)(Err(error)),
                };
                let batch = Batch::begin(transaction, store, put, alone);
                if !is_shared {
                    batch.close();
                }
                this.batch.replace(Some(batch));
            }
            Err(error) => (put.done)(Err(error)),
        };
        self.begin("readwrite", Box::new(begun));
    }

    /// What is asked for from now on comes after the puts that were.
    fn close_batch(&self) {
        if let Some(batch) = self.batch.take() {
            batch.close();
        }
    }
}

impl Journal for BrowserJournal {
    fn put(&self, record: &JournalRecord, done: Completion<()>) {
        let record = record.clone();
        let put = Put { record, done };
        let batch = self.batch.borrow().clone();
        if let Some(put) = match batch {
            Some(batch) => batch.join(put),
            None => Some(put),
        } {
            self.begin_batch(put, true);
        }
    }

    fn delete(&self, key: &str, done: Completion<()>) {
        self.close_batch();
        self.deletions.set(self.deletions.get().wrapping_add(1));
        let key = JsValue::from_str(key);
        self.begin(
            "readwrite",
            Box::new(move |begun| match begun {
                Ok((transaction, store)) => {
                    let outcome = Outcome::new(&transaction, done);
                    if let Err(thrown) = store.delete(&key) {
                        outcome.give_up(&transaction, refusal(thrown));
                    }
                }
                Err(error) => done(Err(error)),
            }),
        );
    }

    fn read_all(&self, done: Completion<Vec<JournalRecord>>) {
        self.close_batch();
        self.begin(
            "readonly",
            Box::new(move |begun| {
                match begun.and_then(|(_, store)| store.get_all().map_err(refusal)) {
                    Ok(request) => answer_with_records(&request, done),
                    Err(error) => done(Err(error)),
                }
            }),
        );
    }
}

/// What a writing transaction came to, told once when it is complete or aborted.
#[derive(Clone)]
struct Outcome {
    done: Rc<Cell<Option<Completion<()>>>>,
    error: Rc<RefCell<Option<JournalError>>>,
}

impl Outcome {
    fn new(transaction: &IdbTransaction, done: Completion<()>) -> Self {
        let outcome = Self {
            done: Rc::new(Cell::new(Some(done))),
            error: Rc::default(),
        };
        let completed = outcome.clone();
        transaction.set_oncomplete(Some(&once(move || completed.tell(Ok(())))));
        let (aborted, reason) = (outcome.clone(), transaction.clone());
        transaction.set_onabort(Some(&once(move || {
            let own = aborted.error.take();
            let browsers = || {
                reason
                    .error()
                    .map_or(JournalError::Unavailable, |error| refusal(error.into()))
            };
            aborted.tell(Err(own.unwrap_or_else(browsers)));
        })));
        outcome
    }

    /// Aborts the transaction and tells why.
    fn give_up(&self, transaction: &IdbTransaction, error: JournalError) {
        *self.error.borrow_mut() = Some(error.clone());
        if transaction.abort().is_err() {
            self.tell(Err(error));
        }
    }

    fn tell(&self, result: Result<(), JournalError>) {
        if let Some(done) = self.done.take() {
            done(result);
        }
    }
}

fn answer_with_records(request: &IdbRequest, done: Completion<Vec<JournalRecord>>) {
    let done = Rc::new(Cell::new(Some(done)));
    let (answer, succeeded) = (done.clone(), request.clone());
    request.set_onsuccess(Some(&once(move || {
        let result = succeeded.result().map_err(refusal);
        let records = result.map(|values| {
            Array::from(&values)
                .iter()
                .map(|value| record_from_js(&value))
                .collect()
        });
        if let Some(done) = answer.take() {
            done(records);
        }
    })));
    let failed = request.clone();
    request.set_onerror(Some(&once(move || {
        if let Some(done) = done.take() {
            done(Err(failure_of(&failed)));
        }
    })));
}

fn create_store(request: &IdbOpenDbRequest) -> Result<(), JsValue> {
    let database: IdbDatabase = request.result()?.unchecked_into();
    let parameters = IdbObjectStoreParameters::new();
    parameters.set_key_path(&JsValue::from_str("key"));
    database.create_object_store_with_optional_parameters(STORE, &parameters)?;
    Ok(())
}

/// Begins a transaction whose `complete` means that the disk has it. web-sys counts the options
/// among what may still change, so the method is called by its name.
fn transaction(database: &IdbDatabase, mode: &str) -> Result<Begun, JsValue> {
    let options = Object::new();
    Reflect::set(&options, &"durability".into(), &"strict".into())?;
    let begin: Function = Reflect::get(database, &"transaction".into())?.dyn_into()?;
    let transaction: IdbTransaction = begin
        .call3(database, &STORE.into(), &mode.into(), &options)?
        .unchecked_into();
    let store = transaction.object_store(STORE)?;
    Ok((transaction, store))
}

fn failure_of(request: &IdbRequest) -> JournalError {
    match request.error() {
        Ok(Some(error)) => refusal(error.into()),
        _ => JournalError::Unavailable,
    }
}

pub(super) fn refusal(thrown: JsValue) -> JournalError {
    PlatformError::of(&thrown).into()
}

/// A handler for an event that comes once. The browser's garbage collector frees it.
pub(super) fn once(action: impl FnOnce() + 'static) -> Function {
    Closure::once_into_js(move |_: Event| action()).unchecked_into()
}
