//! The rescue text (原始数据): everything as it is stored, and how it opens again.

use crate::{KEY, NOW, SCHEMA, bodies, record, slot, store_with};
use wuxing::storage::keys::{SlotName, slot_key};
use wuxing::storage::memory::MemoryStore;
use wuxing::storage::{KeyValueStore, Source, rescue};

#[test]
fn a_rescue_text_holds_everything_and_opens_again() {
    let store = store_with(Some(&slot(1, "x1")), Some("garbage \u{1F6A9}\n"));
    store
        .set("wuxing:aside:5:wuxing:slot:settings:a", "older garbage")
        .unwrap();
    store.set("another program", "not ours").unwrap();
    let before = store.entries();
    let text = rescue::export_raw(&store, Some(&[record(2, "x2")]));
    assert_eq!(store.entries(), before, "an export changes nothing");
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(value["format"], "wuxing-rescue");
    assert_eq!(value["local_storage"].as_object().unwrap().len(), 3);
    assert_eq!(
        value["local_storage"][slot_key(KEY, SlotName::B)],
        "garbage \u{1F6A9}\n"
    );
    assert_eq!(value["journal"][0]["body"], "x2");
    let loaded = rescue::open(&text, SCHEMA, NOW).unwrap();
    assert_eq!(bodies(&loaded.documents), [(2, "x2", Source::Journal)]);
}

#[test]
fn a_rescue_text_of_a_denied_store_says_so() {
    let store = MemoryStore::default();
    store.deny(true);
    let value: serde_json::Value = serde_json::from_str(&rescue::export_raw(&store, None)).unwrap();
    assert_eq!(value["journal"], serde_json::Value::Null);
    assert_eq!(value["unreadable"].as_array().unwrap().len(), 1);
}

#[test]
fn only_rescue_texts_open() {
    fn check(text: &str, expected: &str) {
        let fault = rescue::open(text, SCHEMA, NOW).unwrap_err();
        assert!(format!("{fault:?}").starts_with(expected), "{fault:?}");
    }
    check("", "NotReadable");
    check("{}", "NotReadable");
    check(r#"{"format":"wuxing","version":1}"#, "OtherFormat");
    check(r#"{"format":"wuxing-rescue","version":2}"#, "NewerVersion");
    check(r#"{"format":"wuxing-rescue","version":1}"#, "NotReadable");
}
