//! The document store seen from outside: what start-up makes of what it finds, and what writing
//! does when the store fails. Here: what the parts have in common.

#![allow(clippy::disallowed_methods, reason = "tests are not loaded by a phone")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod deleting;
mod opening;
mod progress;
mod rescue_text;
mod writing;

use wuxing::storage::keys::{SlotName, slot_key};
use wuxing::storage::memory::MemoryStore;
use wuxing::storage::{DocumentStore, JournalRecord, Loaded, Slot, Source, StoredDocument};

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
fn bodies(found: &[StoredDocument]) -> Vec<(u64, &str, Source)> {
    found
        .iter()
        .map(|found| (found.generation, found.body.as_str(), found.source))
        .collect()
}
