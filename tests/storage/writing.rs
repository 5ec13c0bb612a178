//! Writing (写入): what another tab wrote meanwhile, what a store that fails leaves behind, and which
//! keys are taken.

use crate::{KEY, NOW, SCHEMA, bodies, deletion, load, record, slot};
use wuxing::storage::keys::{SlotName, slot_key};
use wuxing::storage::memory::MemoryStore;
use wuxing::storage::{DocumentStore, KeyValueStore, Source, WriteError};

#[test]
fn a_version_of_another_tab_is_handed_over_before_it_is_written_over() {
    let store = std::rc::Rc::new(MemoryStore::default());
    let mut mine = DocumentStore::new(store.clone(), SCHEMA);
    let mut other = DocumentStore::new(store, SCHEMA);
    mine.load(Some(&[]), NOW);
    other.load(Some(&[]), NOW);
    assert_eq!(other.write(KEY, SCHEMA, "theirs", 0).unwrap().generation, 1);
    let Err(WriteError::NewerGeneration { stored }) = mine.write(KEY, SCHEMA, "mine", 0) else {
        panic!("the other tab's version was not noticed");
    };
    assert_eq!((stored.generation, &*stored.body), (1, "theirs"));
    // Trying again without having merged does not help.
    assert!(matches!(
        mine.write(KEY, SCHEMA, "mine", 0),
        Err(WriteError::NewerGeneration { .. })
    ));
    assert_eq!(mine.write(KEY, SCHEMA, "both", 1).unwrap().generation, 2);
    // A deletion is refused in the same way.
    assert!(matches!(
        other.delete(KEY, 1),
        Err(WriteError::NewerGeneration { .. })
    ));
    assert_eq!(other.refresh(KEY).unwrap().unwrap().body, "both");
    assert_eq!(other.delete(KEY, 2).unwrap().record, Some(deletion(3)));
    assert_eq!(mine.refresh(KEY), Ok(None));
}

#[test]
fn two_tabs_that_raced_to_one_generation_both_survive() {
    let store = std::rc::Rc::new(MemoryStore::default());
    let mut mine = DocumentStore::new(store.clone(), SCHEMA);
    mine.load(Some(&[]), NOW);
    let generation = mine.write(KEY, SCHEMA, "mine", 0).unwrap().generation;
    // The other tab had not seen our write yet and took the same slot.
    store
        .set(&slot_key(KEY, SlotName::A), &slot(generation, "theirs"))
        .unwrap();
    let Err(WriteError::NewerGeneration { stored }) =
        mine.write(KEY, SCHEMA, "mine too", generation)
    else {
        panic!("the other tab's version was not noticed");
    };
    assert_eq!(stored.body, "theirs");
}

#[test]
fn a_refused_write_leaves_the_good_slot() {
    fn check(prepare: impl Fn(&MemoryStore), expected: WriteError) {
        let (mut documents, _) = load(MemoryStore::default(), Some(&[]));
        documents.write(KEY, SCHEMA, "x1", 0).unwrap();
        documents.write(KEY, SCHEMA, "x2", 1).unwrap();
        prepare(documents.key_value_store());
        assert_eq!(
            documents.write(KEY, SCHEMA, &"y".repeat(400), 2),
            Err(expected.clone())
        );
        documents.key_value_store().deny(false);
        documents.key_value_store().limit(None);
        documents.key_value_store().stop_after(None);
        let stored = documents.refresh(KEY).unwrap().unwrap();
        assert_eq!((stored.generation, &*stored.body), (2, "x2"), "{expected}");
        assert_eq!(documents.write(KEY, SCHEMA, "x3", 2).unwrap().generation, 3);
    }
    check(|store| store.limit(Some(300)), WriteError::QuotaExceeded);
    check(|store| store.deny(true), WriteError::Denied);
    check(
        |store| store.tear_next_write(100),
        WriteError::ReadBackDiffers,
    );
    check(
        |store| store.stop_after(Some(0)),
        WriteError::Other {
            message: "stopped".to_owned(),
        },
    );
}

#[test]
fn without_room_the_journal_can_still_take_it() {
    let store = MemoryStore::default();
    store.limit(Some(150));
    let (mut documents, _) = load(store, Some(&[]));
    let body = "y".repeat(200);
    assert_eq!(
        documents.write(KEY, SCHEMA, &body, 0),
        Err(WriteError::QuotaExceeded)
    );
    let in_journal = documents.record_for(KEY, SCHEMA, &body, 0).unwrap();
    assert_eq!(in_journal, record(1, &body));
    documents.key_value_store().limit(None);
    assert_eq!(
        documents.write(KEY, SCHEMA, &body, 1).unwrap().generation,
        2
    );
}

#[test]
fn a_document_made_again_is_newer_than_its_deletion() {
    // In the same session.
    let (mut documents, _) = load(MemoryStore::default(), Some(&[]));
    documents.write(KEY, SCHEMA, "x1", 0).unwrap();
    documents.delete(KEY, 1).unwrap();
    assert_eq!(documents.write(KEY, SCHEMA, "x3", 0).unwrap().generation, 3);
    // After a start that saw the deletion.
    let (mut documents, _) = load(MemoryStore::default(), Some(&[deletion(7)]));
    assert_eq!(documents.write(KEY, SCHEMA, "x", 0).unwrap().generation, 8);
    // After a start whose journal did not answer; it does at the next one.
    let (mut documents, _) = load(MemoryStore::default(), None);
    let written = documents.write(KEY, SCHEMA, "x", 0).unwrap();
    assert_eq!(written.record, None);
    let loaded = documents.load(Some(&[deletion(7)]), NOW + 2_500);
    assert_eq!(
        bodies(&loaded.documents),
        [(written.generation, "x", Source::Slot)]
    );
    assert_eq!(loaded.journal_repairs, [record(written.generation, "x")]);
}

#[test]
fn an_invalid_key_is_refused() {
    fn check(key: &str) {
        let (mut documents, _) = load(MemoryStore::default(), Some(&[]));
        let refused = Err(WriteError::InvalidKey {
            key: key.to_owned(),
        });
        assert_eq!(documents.write(key, SCHEMA, "{}", 0), refused);
        assert_eq!(documents.delete(key, 0), refused);
    }
    check("");
    check("two words");
    check("line\nfeed");
    check("wuxing:aside:1:x");
}
