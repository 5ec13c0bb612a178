//! Deleting (删除): what is gone stays gone, whatever slot or journal brings back.

use crate::{KEY, NOW, deletion, load, record, slot, store_with};
use wuxing::storage::memory::MemoryStore;
use wuxing::storage::{Erased, JournalRecord, KeyValueStore, Loaded};

#[test]
fn deleting_everything_leaves_nothing_of_ours() {
    let store = store_with(Some(&slot(4, "x4")), Some("garbage"));
    store.set("wuxing:look", "{}").unwrap();
    store.set("another program", "stays").unwrap();
    let only_in_journal = JournalRecord {
        key: "settings".to_owned(),
        ..record(2, "s2")
    }
    .sealed();
    let aside = JournalRecord {
        key: "wuxing:aside:1:x".to_owned(),
        ..record(1, "?")
    }
    .sealed();
    let journal = [only_in_journal, aside.clone()];
    let (mut documents, _) = load(store, Some(&journal));
    let erased = documents.delete_everything(&journal).unwrap();
    assert_eq!(
        Vec::from_iter(documents.key_value_store().entries()),
        [("another program".to_owned(), "stays".to_owned())]
    );
    let settings = JournalRecord {
        key: "settings".to_owned(),
        ..deletion(3)
    }
    .sealed();
    assert_eq!(
        erased,
        Erased {
            deletions: vec![deletion(5), settings],
            removals: vec![aside.key]
        }
    );
    // A kill brings the slots back; the next start removes them again.
    let store = store_with(Some(&slot(4, "x4")), None);
    let (documents, loaded) = load(store, Some(&erased.deletions));
    assert_eq!(loaded.documents, []);
    assert_eq!(documents.key_value_store().entries().len(), 0);
}

#[test]
fn a_deletion_while_the_journal_is_silent_is_newer_than_what_it_holds() {
    let (mut documents, _) = load(store_with(Some(&slot(1, "x1")), None), None);
    let erased = documents.delete_everything(&[]).unwrap();
    assert_eq!(erased.deletions, [deletion(NOW.unsigned_abs())]);
    let (mut documents, _) = load(store_with(Some(&slot(1, "x1")), None), None);
    let written = documents.delete(KEY, 1).unwrap();
    assert_eq!(written.record, Some(deletion(NOW.unsigned_abs())));
}

#[test]
fn a_deletion_that_the_journal_refused_holds_all_the_same() {
    let (mut documents, _) = load(store_with(Some(&slot(1, "x1")), None), Some(&[]));
    documents.delete(KEY, 1).unwrap();
    let store = MemoryStore::holding(documents.key_value_store().entries());
    // The journal still has the document; it is told of the deletion, and then the slot goes.
    let (documents, loaded) = load(store, Some(&[record(1, "x1")]));
    assert_eq!(loaded.documents, []);
    assert_eq!(loaded.journal_repairs, [deletion(2)]);
    let store = MemoryStore::holding(documents.key_value_store().entries());
    let (documents, loaded) = load(store, Some(&loaded.journal_repairs));
    assert_eq!(loaded, Loaded::default());
    assert_eq!(documents.key_value_store().entries().len(), 0);
}

#[test]
fn a_full_store_does_not_keep_anyone_from_deleting() {
    let store = store_with(Some(&slot(1, "x1")), None);
    store.limit(Some(120));
    let (mut documents, _) = load(store, Some(&[]));
    assert_eq!(documents.delete(KEY, 1).unwrap().record, Some(deletion(2)));
    assert_eq!(documents.key_value_store().entries().len(), 0);
}
