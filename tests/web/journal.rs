//! IndexedDB as the journal. Every test has a database of its own.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Event, IdbDatabase, IdbFactory, IdbOpenDbRequest};
use wuxing::platform::journal::BrowserJournal;
use wuxing::storage::journal::Completion;
use wuxing::storage::{Journal, JournalError, JournalRecord};

#[wasm_bindgen_test]
async fn records_come_back_as_they_went_in() {
    let journal = fresh("test-records").await;
    assert_eq!(all(&journal).await, Ok(vec![]));
    let first = record("settings", 1, "{\"名\":\"𠮷\"}");
    let other = record("assessment/1", 9_007_199_254_740_991, "{}");
    put(&journal, &first).await.unwrap();
    put(&journal, &other).await.unwrap();
    assert_eq!(all(&journal).await, Ok(vec![other.clone(), first]));
    // A record takes the place of its document's older one, and so does a deletion.
    let second = record("settings", 2, "{}");
    put(&journal, &second).await.unwrap();
    assert_eq!(all(&journal).await, Ok(vec![other.clone(), second]));
    let deletion = JournalRecord::of_deletion("settings", 3, 1);
    put(&journal, &deletion).await.unwrap();
    assert_eq!(all(&journal).await, Ok(vec![other.clone(), deletion]));
    answer(|done| journal.delete("settings", done))
        .await
        .unwrap();
    assert_eq!(all(&journal).await, Ok(vec![other]));
    // A start that reads the same database finds the same.
    assert_eq!(
        all(&BrowserJournal::of_database("test-records"))
            .await
            .map(|found| found.len()),
        Ok(1)
    );
}

#[wasm_bindgen_test]
async fn a_newer_record_is_handed_over_and_not_replaced() {
    let mine = fresh("test-newer").await;
    let other = BrowserJournal::of_database("test-newer");
    let theirs = record("settings", 5, "\"theirs\"");
    put(&other, &theirs).await.unwrap();
    let superseded = Err(JournalError::Superseded {
        stored: Box::new(theirs.clone()),
    });
    assert_eq!(
        put(&mine, &record("settings", 4, "\"mine\"")).await,
        superseded
    );
    assert_eq!(
        put(&mine, &record("settings", 5, "\"mine\"")).await,
        superseded
    );
    assert_eq!(
        put(&mine, &theirs).await,
        Ok(()),
        "the same record again is no loss"
    );
    assert_eq!(put(&mine, &record("settings", 6, "\"both\"")).await, Ok(()));
}

#[wasm_bindgen_test]
async fn writes_of_one_task_are_kept_in_order() {
    let journal = fresh("test-order").await;
    let answers: Rc<RefCell<Vec<u64>>> = Rc::default();
    for generation in 1..=5 {
        let answers = answers.clone();
        let done = move |result: Result<(), JournalError>| {
            result.unwrap();
            answers.borrow_mut().push(generation);
        };
        journal.put(&record("settings", generation, "{}"), Box::new(done));
    }
    assert_eq!(all(&journal).await, Ok(vec![record("settings", 5, "{}")]));
    assert_eq!(*answers.borrow(), [1, 2, 3, 4, 5]);
}

/// An import of thousands of documents once had a transaction for each, and waited for the disk as
/// often.
#[wasm_bindgen_test]
async fn what_is_put_at_once_is_told_one_by_one() {
    let journal = fresh("test-together").await;
    let theirs = record("assessment/3", 9, "\"theirs\"");
    put(&BrowserJournal::of_database("test-together"), &theirs)
        .await
        .unwrap();
    let answers: Rc<RefCell<Vec<(usize, bool)>>> = Rc::default();
    for place in 0..70 {
        let answers = answers.clone();
        let done = move |result: Result<(), JournalError>| {
            let is_superseded = matches!(result, Err(JournalError::Superseded { .. }));
            assert!(is_superseded || result.is_ok());
            answers.borrow_mut().push((place, is_superseded));
        };
        let record = record(&format!("assessment/{place}"), 1, "{}");
        journal.put(&record, Box::new(done));
    }
    answer(|done| journal.delete("assessment/5", done))
        .await
        .unwrap();
    let kept = all(&journal).await.unwrap();
    assert_eq!(kept.len(), 69, "what is deleted after a put is gone");
    assert!(kept.contains(&theirs), "the newer record stays");
    let expected: Vec<(usize, bool)> = (0..70).map(|place| (place, place == 3)).collect();
    assert_eq!(*answers.borrow(), expected);
}

#[wasm_bindgen_test]
async fn an_object_of_another_form_is_read_as_damaged() {
    let journal = fresh("test-damaged").await;
    put(&journal, &record("settings", 1, "{}")).await.unwrap();
    let object = Object::new();
    for (name, value) in [("key", "assessment/1"), ("body", "precious")] {
        Reflect::set(&object, &name.into(), &value.into()).unwrap();
    }
    let database = open("test-damaged", 1).await;
    let names = Array::of1(&"journal".into());
    let begin: Function = Reflect::get(&database, &"transaction".into())
        .unwrap()
        .unchecked_into();
    let transaction: web_sys::IdbTransaction = begin
        .call2(&database, &names, &"readwrite".into())
        .unwrap()
        .unchecked_into();
    transaction
        .object_store("journal")
        .unwrap()
        .put(&object)
        .unwrap();
    database.close();
    let found = all(&journal).await.unwrap();
    assert_eq!(found.len(), 2);
    assert_eq!(found[0].key, "assessment/1");
    assert!(!found[0].verifies());
    assert!(found[0].body.contains("precious"));
}

#[wasm_bindgen_test]
async fn a_newer_build_may_change_the_database_and_is_then_left_alone() {
    let journal = fresh("test-version").await;
    put(&journal, &record("settings", 1, "{}")).await.unwrap();
    // The open connection lets go, or this would wait for ever.
    let database = open("test-version", 2).await;
    let refused = put(&journal, &record("settings", 2, "{}")).await;
    database.close();
    let Err(JournalError::Other { message }) = &refused else {
        panic!("{refused:?}");
    };
    assert!(message.starts_with("VersionError"), "{message}");
}

#[wasm_bindgen_test]
async fn a_connection_that_was_closed_is_opened_again() {
    let journal = fresh("test-closed").await;
    put(&journal, &record("settings", 1, "{}")).await.unwrap();
    // Deleting the database closes the connection under the journal's feet.
    delete("test-closed").await;
    put(&journal, &record("settings", 2, "{}")).await.unwrap();
    assert_eq!(all(&journal).await, Ok(vec![record("settings", 2, "{}")]));
}

fn record(key: &str, generation: u64, body: &str) -> JournalRecord {
    JournalRecord::of_document(key, generation, 1, body)
}

async fn fresh(database: &'static str) -> BrowserJournal {
    delete(database).await;
    BrowserJournal::of_database(database)
}

async fn put(journal: &BrowserJournal, record: &JournalRecord) -> Result<(), JournalError> {
    answer(|done| journal.put(record, done)).await
}

async fn all(journal: &BrowserJournal) -> Result<Vec<JournalRecord>, JournalError> {
    answer(|done| journal.read_all(done)).await
}

/// Waits for the answer of a call with a completion.
async fn answer<Value: 'static>(
    call: impl FnOnce(Completion<Value>),
) -> Result<Value, JournalError> {
    let result = Rc::new(RefCell::new(None));
    let mut call = Some(call);
    let promise = Promise::new(&mut |resolve, _| {
        let result = result.clone();
        let done = move |answer| {
            *result.borrow_mut() = Some(answer);
            resolve.call0(&JsValue::NULL).unwrap();
        };
        call.take().unwrap()(Box::new(done));
    });
    JsFuture::from(promise).await.unwrap();
    result.take().unwrap()
}

fn factory() -> IdbFactory {
    web_sys::window().unwrap().indexed_db().unwrap().unwrap()
}

async fn delete(database: &str) {
    finished(&factory().delete_database(database).unwrap()).await;
}

async fn open(database: &str, version: u32) -> IdbDatabase {
    let request = factory().open_with_u32(database, version).unwrap();
    finished(&request).await;
    request.result().unwrap().unchecked_into()
}

async fn finished(request: &IdbOpenDbRequest) {
    let promise = Promise::new(&mut |resolve, reject| {
        let on = |function: Function| {
            Closure::once_into_js(move |_: Event| function.call0(&JsValue::NULL))
                .unchecked_into::<Function>()
        };
        request.set_onsuccess(Some(&on(resolve)));
        request.set_onerror(Some(&on(reject)));
    });
    JsFuture::from(promise).await.unwrap();
}
