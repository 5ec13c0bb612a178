//! Writing documents without ever touching the newest good slot.
//!
//! A write takes the older slot, reads it back and compares; only then it is the current one. So a
//! failure or a kill at any step leaves the version before. Not here: start-up ([`super::load`])
//! and deleting ([`super::deletion`]).

use crate::sorted_map::SortedMap;

use super::checksum::Checksum;
use super::deletion::raise;
use super::document::{StoredDocument, WriteError, Written};
use super::journal::JournalRecord;
use super::key_value::{KeyValueStore, StoreError};
use super::keys::{SlotName, is_document_key, slot_key};
use super::load::ReadOnlyReason;
use super::slot::{HIGHEST_GENERATION, LONGEST_HEADER, Slot};
use super::slot_pair::{SlotContent, SlotPair};
use super::usage::utf16_units;

/// All documents of one key-value store.
///
/// It remembers which version of each document its caller has been handed, so that a version that
/// another tab wrote is noticed before it is written over.
#[derive(Debug)]
pub struct DocumentStore<Store> {
    pub(super) store: Store,
    /// Documents with a higher schema are not written.
    pub(super) newest_schema: u32,
    /// The generation and checksum the caller has of each document's newest slot.
    pub(super) handed: SortedMap<String, (u64, Checksum)>,
    /// The generation of each known deletion.
    pub(super) deletions: SortedMap<String, u64>,
    pub(super) read_only: SortedMap<String, ReadOnlyReason>,
    /// Whether the journal's records have been seen in this session.
    pub(super) journal_known: bool,
    /// When this session started, milliseconds since 1970 UTC.
    pub(super) started_ms: i64,
}

impl<Store: KeyValueStore> DocumentStore<Store> {
    /// A store whose documents have schemas up to `newest_schema`. [`DocumentStore::load`] comes
    /// next; without it every write of a stored document is refused as not seen yet.
    pub fn new(store: Store, newest_schema: u32) -> Self {
        Self {
            store,
            newest_schema,
            handed: SortedMap::new(),
            deletions: SortedMap::new(),
            read_only: SortedMap::new(),
            journal_known: false,
            started_ms: 0,
        }
    }

    /// The key-value store below, for what is not a document.
    pub fn key_value_store(&self) -> &Store {
        &self.store
    }

    /// Writes a document whose version `loaded_generation` the caller has (0 for a new document).
    /// `body` is a JSON text, so it is not empty.
    ///
    /// # Errors
    /// See [`WriteError`]; the version before is untouched in every case.
    pub fn write(
        &mut self,
        key: &str,
        schema: u32,
        body: &str,
        loaded_generation: u64,
    ) -> Result<Written, WriteError> {
        if body.is_empty() {
            return Err(WriteError::EmptyBody);
        }
        let slots = self.slots_to_change(key, loaded_generation)?;
        let generation = self.next_generation(key, &slots, loaded_generation);
        let slot = Slot::new(generation, schema, body);
        if let Err(error) = self.write_and_read_back(key, slots.older(), &slot) {
            if let WriteError::NewerGeneration { stored } = &error {
                let handed = Slot::new(stored.generation, stored.schema, &stored.body);
                self.handed
                    .insert(key.to_owned(), (stored.generation, handed.checksum));
            }
            return Err(error);
        }
        self.handed
            .insert(key.to_owned(), (generation, slot.checksum));
        self.deletions.remove(key);
        let record = JournalRecord::of_document(key, generation, schema, body);
        Ok(Written {
            generation,
            record: self.journal_known.then_some(record),
        })
    }

    /// The newest stored version of one document, after a `storage` event of another tab; `None`
    /// if it has been deleted there. The caller now counts as having seen it.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn refresh(&mut self, key: &str) -> Result<Option<StoredDocument>, StoreError> {
        let slots = self.read_slots(key)?;
        Ok(slots.newest_version().map(|slot| {
            self.handed
                .insert(key.to_owned(), (slot.generation, slot.checksum));
            StoredDocument::of_slot(key, slot.clone())
        }))
    }

    /// What the journal can take of a document whose slots could not be written: its next
    /// generation. A later write is given that generation as the loaded one. `None` as for
    /// [`Written::record`], and for a document that is read-only.
    #[must_use]
    pub fn record_for(
        &self,
        key: &str,
        schema: u32,
        body: &str,
        loaded_generation: u64,
    ) -> Option<JournalRecord> {
        if !self.journal_known || self.read_only.contains_key(key) || !is_document_key(key) {
            return None;
        }
        let slots = self.read_slots(key).unwrap_or_default();
        let generation = self.next_generation(key, &slots, loaded_generation);
        let record = JournalRecord::of_document(key, generation, schema, body);
        (generation <= HIGHEST_GENERATION).then_some(record)
    }

    /// By how many UTF-16 units the store grows when a text comes under a key, rounded up: one of
    /// the two slots takes it, in the place of the older of two versions. One that is there as the
    /// newest version is not written anew.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn growth(&self, key: &str, body: &str) -> Result<i64, StoreError> {
        let slots = self.read_slots(key)?;
        if slots.newest_version().is_some_and(|slot| slot.body == body) {
            return Ok(0);
        }
        let slot = slot_key(key, slots.older());
        let before = self.store.get(&slot)?;
        let before = before.map_or(0, |text| utf16_units(&slot) + utf16_units(&text));
        let after = utf16_units(&slot) + LONGEST_HEADER + utf16_units(body);
        Ok(after.cast_signed() - before.cast_signed())
    }

    /// The documents that must not be written, because a newer build wrote them.
    #[must_use]
    pub fn read_only(&self) -> &SortedMap<String, ReadOnlyReason> {
        &self.read_only
    }

    /// Notes that a newer build has written a document since the start: it is not written here any
    /// more.
    pub fn note_read_only(&mut self, key: &str, reason: ReadOnlyReason) {
        self.read_only.insert(key.to_owned(), reason);
    }

    /// Whether the journal's records have been seen in this session.
    #[must_use]
    pub fn journal_known(&self) -> bool {
        self.journal_known
    }

    /// Takes note of a record with which the journal refused one of ours, so that the next write
    /// is newer than it.
    pub fn note_journal_record(&mut self, record: &JournalRecord) {
        if record.deleted {
            raise(&mut self.deletions, &record.key, record.generation);
        }
    }

    /// Reads both slots of a document and checks that the caller may change it.
    pub(super) fn slots_to_change(
        &mut self,
        key: &str,
        loaded_generation: u64,
    ) -> Result<SlotPair, WriteError> {
        if !is_document_key(key) {
            return Err(WriteError::InvalidKey {
                key: key.to_owned(),
            });
        }
        if let Some(reason) = self.read_only.get(key) {
            return Err(WriteError::ReadOnly {
                reason: reason.clone(),
            });
        }
        let mut slots = self.read_slots(key)?;
        if let Some(reason) = slots.read_only_reason(self.newest_schema) {
            return Err(WriteError::ReadOnly { reason });
        }
        for name in SlotName::BOTH {
            if let SlotContent::Damaged { text, .. } = slots.content(name).clone() {
                match self.move_aside(&slot_key(key, name), &text, self.started_ms) {
                    Ok(_) => slots.set(name, SlotContent::Absent),
                    // It stays, and is not written over; the other slot may be free.
                    Err(error) if slots.older() == name => return Err(error.into()),
                    Err(_) => {}
                }
            }
        }
        // A document deleted elsewhere comes back with the edit: that loses nothing.
        if let Some(newest) = slots.newest_version() {
            let stamp = (newest.generation, newest.checksum);
            let seen = self.handed.get(key) == Some(&stamp);
            if !seen || newest.generation > loaded_generation {
                let stored = Box::new(StoredDocument::of_slot(key, newest.clone()));
                self.handed.insert(key.to_owned(), stamp);
                return Err(WriteError::NewerGeneration { stored });
            }
        }
        Ok(slots)
    }

    pub(super) fn next_generation(
        &self,
        key: &str,
        slots: &SlotPair,
        loaded_generation: u64,
    ) -> u64 {
        let stored = slots.newest().map_or(0, |slot| slot.generation);
        let deleted = self.deletions.get(key).copied().unwrap_or(0);
        self.newer_than(stored.max(loaded_generation).max(deleted))
    }

    /// A generation above `known`, and above everything that cannot be seen yet.
    pub(super) fn newer_than(&self, known: u64) -> u64 {
        if self.journal_known {
            return known + 1;
        }
        // The journal may remember a newer generation, or a deletion, that nobody could see yet.
        // What the user does now is later, so its generation is taken from the time.
        let from_time = u64::try_from(self.started_ms).unwrap_or(0);
        (known + 1).max(from_time.min(HIGHEST_GENERATION / 2))
    }

    pub(super) fn write_and_read_back(
        &self,
        document: &str,
        name: SlotName,
        slot: &Slot,
    ) -> Result<(), WriteError> {
        let key = slot_key(document, name);
        let text = slot.encode();
        let before = self.store.get(&key)?;
        self.store.set(&key, &text)?;
        let found = self.store.get(&key)?;
        // The same letters are not enough: what the next start would refuse is not saved.
        if found.as_ref() == Some(&text) && Slot::decode(&text).as_ref() == Ok(slot) {
            return Ok(());
        }
        let other = found.and_then(|found| Slot::decode(&found).ok());
        if let Some(other) = other.filter(|other| other.generation >= slot.generation) {
            // Another tab wrote the same slot between our two calls.
            let stored = Box::new(StoredDocument::of_slot(document, other));
            return Err(WriteError::NewerGeneration { stored });
        }
        // Our own torn write is no one's data; what was there before goes back if it can.
        let restored = match before {
            Some(before) => self.store.set(&key, &before),
            None => self.store.remove(&key),
        };
        restored.or(Err(WriteError::ReadBackDiffers))?;
        Err(WriteError::ReadBackDiffers)
    }

    pub(super) fn read_slots(&self, document: &str) -> Result<SlotPair, StoreError> {
        let read = |name| {
            let text = self.store.get(&slot_key(document, name))?;
            Ok::<_, StoreError>(text.map_or(SlotContent::Absent, SlotContent::of_text))
        };
        Ok(SlotPair::new(read(SlotName::A)?, read(SlotName::B)?))
    }
}
