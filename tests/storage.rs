//! The document store seen from outside: what start-up makes of what it finds, and what writing
//! does when the store fails.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use wuxing::storage::keys::{SlotName, slot_key};
use wuxing::storage::memory::MemoryStore;
use wuxing::storage::{
    DocumentStore, Erased, JournalRecord, KeyValueStore, LoadFault, Loaded, ReadOnlyReason, Slot,
    SlotFault, Source, StoreError, WriteError, rescue,
};

const KEY: &str = "assessment/1";
const SCHEMA: u32 = 2;
const NOW: i64 = 1_700_000_000_000;

fn slot(generation: u64, body: &str) -> String {
    Slot::new(generation, SCHEMA, body).encode()
}

fn record(generation: u64, body: &str) -> JournalRecord {
    JournalRecord::of_document(KEY, generation, SCHEMA, body)
}

fn deletion(generation: u64) -> JournalRecord {
    JournalRecord::of_deletion(KEY, generation, SCHEMA)
}

fn store_with(a: Option<&str>, b: Option<&str>) -> MemoryStore {
    let entry = |name, text: Option<&str>| text.map(|text| (slot_key(KEY, name), text.to_owned()));
    MemoryStore::holding(
        entry(SlotName::A, a)
            .into_iter()
            .chain(entry(SlotName::B, b)),
    )
}

fn load(
    store: MemoryStore,
    journal: Option<&[JournalRecord]>,
) -> (DocumentStore<MemoryStore>, Loaded) {
    let mut documents = DocumentStore::new(store, SCHEMA);
    let loaded = documents.load(journal, NOW);
    (documents, loaded)
}

/// The bodies of documents or alternatives, with where they came from.
fn bodies(found: &[wuxing::storage::StoredDocument]) -> Vec<(u64, &str, Source)> {
    found
        .iter()
        .map(|found| (found.generation, found.body.as_str(), found.source))
        .collect()
}

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
    };
    let schema = ReadOnlyReason::NewerSchema { schema: SCHEMA + 1 };
    let layout = ReadOnlyReason::NewerLayout { layout: 2 };
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
    check("wuxing-slot 2 5\nnew", None, &[], layout.clone(), None);
    check(
        "wuxing-slot 2 5\nnew",
        Some(&slot(4, "old")),
        &[],
        layout,
        Some("old"),
    );
}

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
            },
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

#[test]
fn deleting_everything_leaves_nothing_of_ours() {
    let store = store_with(Some(&slot(4, "x4")), Some("garbage"));
    store.set("wuxing:look", "{}").unwrap();
    store.set("another program", "stays").unwrap();
    let only_in_journal = JournalRecord {
        key: "settings".to_owned(),
        ..record(2, "s2")
    };
    let aside = JournalRecord {
        key: "wuxing:aside:1:x".to_owned(),
        ..record(1, "?")
    };
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
    };
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
