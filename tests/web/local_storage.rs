//! localStorage as the home of the data. The tests share one store, so each cleans up after itself.

use wasm_bindgen_test::wasm_bindgen_test;
use wuxing::platform::local_storage::BrowserStore;
use wuxing::storage::{DocumentStore, KeyValueStore, StoreError, WriteError};

#[wasm_bindgen_test]
fn texts_come_back_as_they_went_in() {
    let store = BrowserStore::open().unwrap();
    let check = |text: &str| {
        store.set("wuxing:test", text).unwrap();
        assert_eq!(store.get("wuxing:test").unwrap().as_deref(), Some(text));
        assert!(store.keys().unwrap().contains(&"wuxing:test".to_owned()));
    };
    check("");
    check("五基五星 ☆ 𠮷\n\t\"quoted\" \u{0}\u{feff}");
    check(&"长".repeat(100_000));
    store.remove("wuxing:test").unwrap();
    assert_eq!(store.get("wuxing:test"), Ok(None));
    assert_eq!(
        store.remove("wuxing:test"),
        Ok(()),
        "removing what is not there is no error"
    );
}

#[wasm_bindgen_test]
fn the_probe_leaves_nothing() {
    let before = BrowserStore::open().unwrap().keys().unwrap();
    BrowserStore::open().unwrap();
    assert_eq!(BrowserStore::open().unwrap().keys().unwrap(), before);
}

#[wasm_bindgen_test]
fn a_full_store_says_so_and_keeps_what_it_has() {
    let store = BrowserStore::open().unwrap();
    let mut documents = DocumentStore::new(store.clone(), 1);
    documents.load(Some(&[]), 1);
    let generation = documents
        .write("test/full", 1, "\"small\"", 0)
        .unwrap()
        .generation;
    fill(&store);
    let large = format!("\"{}\"", "x".repeat(200_000));
    let refused = documents.write("test/full", 1, &large, generation);
    let reopened = BrowserStore::open();
    let kept = documents.refresh("test/full");
    clean_up(&store);
    assert_eq!(refused, Err(WriteError::QuotaExceeded));
    assert!(reopened.is_ok(), "a full store can still be read");
    assert_eq!(kept.unwrap().unwrap().body, "\"small\"");
}

#[wasm_bindgen_test]
fn documents_survive_a_new_start() {
    let store = BrowserStore::open().unwrap();
    let mut documents = DocumentStore::new(store.clone(), 1);
    documents.load(Some(&[]), 1);
    let first = documents.write("test/start", 1, "{\"n\":1}", 0).unwrap();
    let second = documents
        .write("test/start", 1, "{\"n\":2}", first.generation)
        .unwrap();
    let mut again = DocumentStore::new(store.clone(), 1);
    let loaded = again.load(Some(&[]), 2);
    clean_up(&store);
    let found = loaded
        .documents
        .iter()
        .find(|document| document.key == "test/start")
        .unwrap();
    assert_eq!(
        (found.generation, &*found.body),
        (second.generation, "{\"n\":2}")
    );
}

/// Fills the store to the last unit.
fn fill(store: &BrowserStore) {
    let mut length = 1_000_000;
    let mut piece = 0;
    while length > 0 {
        match store.set(&format!("wuxing:filler {piece}"), &"x".repeat(length)) {
            Ok(()) => piece += 1,
            Err(error) => {
                assert_eq!(error, StoreError::QuotaExceeded);
                length /= 2;
            }
        }
    }
}

fn clean_up(store: &BrowserStore) {
    for key in store.keys().unwrap() {
        if key.starts_with("wuxing:filler") || key.starts_with("wuxing:slot:test/") {
            store.remove(&key).unwrap();
        }
    }
}
