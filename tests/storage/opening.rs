//! Start-up (启动): what is made of every combination of slots and journal, the unreadable and the
//! newer among them.

use crate::{KEY, NOW, SCHEMA, bodies, deletion, load, record, slot, store_with};
use wuxing::storage::keys::{SlotName, slot_key};
use wuxing::storage::memory::MemoryStore;
use wuxing::storage::{
    DocumentStore, JournalRecord, KeyValueStore, LoadFault, ReadOnlyReason, Slot, SlotFault,
    Source, StoreError, WriteError,
};

#[test]
fn start_up_takes_the_newest_that_verifies() {
    fn check(
        a: Option<&str>,
        b: Option<&str>,
        journal: Option<JournalRecord>,
        expected: Option<(u64, &str, Source)>,
        alternatives: &[(u64, &str, Source)],
    ) {
        let (_, loaded) = load(store_with(a, b), Some(journal.as_slice()));
        assert_eq!(
            bodies(&loaded.documents),
            Vec::from_iter(expected),
            "{a:?} {b:?} {journal:?}"
        );
        assert_eq!(
            bodies(&loaded.alternatives),
            alternatives,
            "{a:?} {b:?} {journal:?}"
        );
    }
    use Source::{Journal, Slot};
    let (x1, x2, y2) = (&*slot(1, "x1"), &*slot(2, "x2"), &*slot(2, "y2"));
    let torn = &x2[..x2.len() - 1];
    check(None, None, None, None, &[]);
    check(Some(x1), None, None, Some((1, "x1", Slot)), &[]);
    check(None, Some(x1), None, Some((1, "x1", Slot)), &[]);
    check(Some(x1), Some(x2), None, Some((2, "x2", Slot)), &[]);
    check(Some(x2), Some(x1), None, Some((2, "x2", Slot)), &[]);
    check(Some(x1), Some(torn), None, Some((1, "x1", Slot)), &[]);
    check(Some(torn), None, None, None, &[]);
    check(
        Some(x2),
        Some(y2),
        None,
        Some((2, "x2", Slot)),
        &[(2, "y2", Slot)],
    );
    // The journal leads: the slots' last writes never reached the disk.
    check(
        None,
        None,
        Some(record(3, "x3")),
        Some((3, "x3", Journal)),
        &[],
    );
    check(
        Some(torn),
        None,
        Some(record(3, "x3")),
        Some((3, "x3", Journal)),
        &[],
    );
    check(
        Some(x1),
        Some(x2),
        Some(record(3, "x3")),
        Some((3, "x3", Journal)),
        &[(2, "x2", Slot)],
    );
    check(
        Some(x1),
        Some(x2),
        Some(record(3, "x2")),
        Some((3, "x2", Journal)),
        &[],
    );
    // The journal lags.
    check(
        Some(x1),
        Some(x2),
        Some(record(1, "x1")),
        Some((2, "x2", Slot)),
        &[],
    );
    check(
        Some(x1),
        Some(x2),
        Some(record(1, "z1")),
        Some((2, "x2", Slot)),
        &[(1, "z1", Journal)],
    );
    // Two tabs raced to the same generation.
    check(
        Some(x1),
        Some(x2),
        Some(record(2, "x2")),
        Some((2, "x2", Slot)),
        &[],
    );
    check(
        Some(x1),
        Some(x2),
        Some(record(2, "z2")),
        Some((2, "x2", Slot)),
        &[(2, "z2", Journal)],
    );
    // Deletions.
    check(Some(x1), Some(x2), Some(deletion(3)), None, &[]);
    check(Some(x1), Some(torn), Some(deletion(2)), None, &[]);
    check(
        Some(x1),
        Some(x2),
        Some(deletion(2)),
        Some((2, "x2", Slot)),
        &[],
    );
    check(None, None, Some(deletion(3)), None, &[]);
}

#[test]
fn start_up_puts_the_slots_right() {
    fn check(
        a: Option<&str>,
        b: Option<&str>,
        journal: JournalRecord,
        expected: [Option<&str>; 2],
    ) {
        let (documents, _) = load(store_with(a, b), Some(&[journal]));
        let found = SlotName::BOTH.map(|name| {
            documents
                .key_value_store()
                .get(&slot_key(KEY, name))
                .unwrap()
        });
        assert_eq!(found.each_ref().map(Option::as_deref), expected);
    }
    let (x1, x2, x3) = (&*slot(1, "x1"), &*slot(2, "x2"), &*slot(3, "x3"));
    check(None, None, record(3, "x3"), [Some(x3), None]);
    check(Some(x1), None, record(3, "x3"), [Some(x1), Some(x3)]);
    check(Some(x2), Some(x1), record(3, "x3"), [Some(x2), Some(x3)]);
    check(Some(x1), Some(x2), record(3, "x3"), [Some(x3), Some(x2)]);
    check(
        Some("torn"),
        Some(x2),
        record(3, "x3"),
        [Some(x3), Some(x2)],
    );
    check(Some(x1), Some(x2), record(1, "x1"), [Some(x1), Some(x2)]);
    check(Some(x1), Some(x2), deletion(3), [None, None]);
    check(Some(x1), Some(x2), deletion(2), [Some(x1), Some(x2)]);
}

#[test]
fn start_up_has_the_journal_catch_up() {
    fn check(a: Option<&str>, journal: Option<JournalRecord>, expected: &[JournalRecord]) {
        let (_, loaded) = load(store_with(a, None), Some(journal.as_slice()));
        assert_eq!(loaded.journal_repairs, expected, "{a:?} {journal:?}");
    }
    let x2 = &*slot(2, "x2");
    check(Some(x2), None, &[record(2, "x2")]);
    check(Some(x2), Some(record(1, "x1")), &[record(2, "x2")]);
    check(Some(x2), Some(record(2, "x2")), &[]);
    check(Some(x2), Some(record(2, "y2")), &[]);
    check(Some(x2), Some(deletion(2)), &[record(2, "x2")]);
    check(Some(x2), Some(record(3, "x3")), &[]);
    check(None, Some(deletion(2)), &[]);
    // A journal that has not been read is not written.
    let (_, loaded) = load(store_with(Some(x2), None), None);
    assert_eq!(loaded.journal_repairs, []);
}

#[test]
fn a_slot_that_does_not_verify_is_moved_aside() {
    let good = slot(1, "x1");
    let (documents, loaded) = load(store_with(Some(&good), Some("garbage")), None);
    let aside = format!("wuxing:aside:{NOW}:wuxing:slot:{KEY}:b");
    let entries = documents.key_value_store().entries();
    assert_eq!(entries.get(&aside).map(String::as_str), Some("garbage"));
    assert_eq!(entries.get(&slot_key(KEY, SlotName::B)), None);
    assert_eq!(
        loaded.faults,
        [LoadFault::SlotDamaged {
            key: KEY.to_owned(),
            fault: SlotFault::NoHeader,
            moved_to: Some(aside),
        }]
    );
}

#[test]
fn a_kill_between_copy_and_removal_makes_no_second_copy() {
    let store = store_with(Some("garbage"), None);
    store.stop_after(Some(1));
    let (documents, loaded) = load(store, None);
    assert!(matches!(
        &loaded.faults[..],
        [LoadFault::SlotDamaged { moved_to: None, .. }]
    ));
    let store = MemoryStore::holding(documents.key_value_store().entries());
    assert_eq!(store.entries().len(), 2);
    let mut documents = DocumentStore::new(store, SCHEMA);
    documents.load(None, NOW + 5);
    let entries = documents.key_value_store().entries();
    assert_eq!(
        Vec::from_iter(entries.keys()),
        [&format!("wuxing:aside:{NOW}:wuxing:slot:{KEY}:a")]
    );
}

#[test]
fn an_unreadable_slot_that_cannot_be_moved_is_never_written_over() {
    let garbage = "g".repeat(500);
    let store = store_with(Some(&garbage), None);
    store.limit(Some(900));
    let (mut documents, loaded) = load(store, Some(&[]));
    assert!(matches!(
        &loaded.faults[..],
        [LoadFault::SlotDamaged { moved_to: None, .. }]
    ));
    // The other slot is free and takes one version; a second one would need the blocked slot.
    let written = documents.write(KEY, SCHEMA, "x1", 0).unwrap();
    let second = documents.write(KEY, SCHEMA, "x2", written.generation);
    assert_eq!(second, Err(WriteError::QuotaExceeded));
    let slot_a = || documents.key_value_store().get(&slot_key(KEY, SlotName::A));
    assert_eq!(slot_a(), Ok(Some(garbage)));
    // When there is room again, it is moved aside and the write succeeds.
    documents.key_value_store().limit(None);
    documents
        .write(KEY, SCHEMA, "x2", written.generation)
        .unwrap();
    assert_eq!(documents.refresh(KEY).unwrap().unwrap().body, "x2");
}

#[test]
fn what_a_newer_build_wrote_is_read_only() {
    fn check(
        a: &str,
        b: Option<&str>,
        journal: &[JournalRecord],
        expected: ReadOnlyReason,
        body: Option<&str>,
    ) {
        let store = store_with(Some(a), b);
        let before = store.entries();
        let (mut documents, loaded) = load(store, Some(journal));
        assert_eq!(loaded.read_only.get(KEY), Some(&expected));
        let found = loaded
            .documents
            .first()
            .map(|document| document.body.as_str());
        assert_eq!(found, body);
        assert_eq!(loaded.journal_repairs, []);
        let refused = Err(WriteError::ReadOnly { reason: expected });
        assert_eq!(documents.write(KEY, SCHEMA, "mine", 99), refused);
        assert_eq!(documents.delete(KEY, 99), refused);
        assert_eq!(documents.record_for(KEY, SCHEMA, "mine", 99), None);
        assert_eq!(documents.key_value_store().entries(), before);
    }
    let newer = Slot::new(5, SCHEMA + 1, "new").encode();
    let newer_record = JournalRecord {
        schema: SCHEMA + 1,
        ..record(6, "new")
    }
    .sealed();
    let schema = ReadOnlyReason::NewerSchema { schema: SCHEMA + 1 };
    let layout = ReadOnlyReason::NewerLayout { layout: 3 };
    check(&newer, None, &[], schema.clone(), Some("new"));
    check(
        &newer,
        Some(&slot(4, "old")),
        &[],
        schema.clone(),
        Some("new"),
    );
    check(&newer, Some("garbage"), &[], schema.clone(), Some("new"));
    check(&slot(4, "old"), None, &[newer_record], schema, Some("new"));
    check("wuxing-slot 3 5\nnew", None, &[], layout.clone(), None);
    check(
        "wuxing-slot 3 5\nnew",
        Some(&slot(4, "old")),
        &[],
        layout,
        Some("old"),
    );
}

#[test]
fn a_store_that_cannot_be_read_leaves_the_journal() {
    let store = store_with(Some(&slot(1, "x1")), None);
    store.deny(true);
    let (_, loaded) = load(
        store,
        Some(&[
            record(2, "x2"),
            JournalRecord {
                key: "other".to_owned(),
                ..deletion(3)
            }
            .sealed(),
        ]),
    );
    assert_eq!(bodies(&loaded.documents), [(2, "x2", Source::Journal)]);
    assert_eq!(
        loaded.faults,
        [LoadFault::StoreUnreadable {
            error: StoreError::Denied
        }]
    );
}

#[test]
fn a_damaged_journal_record_is_kept() {
    let damaged = JournalRecord {
        sha256: "0".repeat(64),
        ..record(9, "x9")
    };
    let (_, loaded) = load(
        store_with(Some(&slot(1, "x1")), None),
        Some(std::slice::from_ref(&damaged)),
    );
    assert_eq!(bodies(&loaded.documents), [(1, "x1", Source::Slot)]);
    let [copy, repair] = &loaded.journal_repairs[..] else {
        panic!("expected a copy and a repair: {:?}", loaded.journal_repairs);
    };
    assert_eq!(
        serde_json::from_str::<JournalRecord>(&copy.body).unwrap(),
        damaged
    );
    assert_eq!(*repair, record(1, "x1"));
    // Once the copy is there, no second one is made.
    let (_, loaded) = load(MemoryStore::default(), Some(&[copy.clone(), damaged]));
    assert_eq!(loaded.journal_repairs, []);
    assert_eq!(loaded.documents, []);
}
