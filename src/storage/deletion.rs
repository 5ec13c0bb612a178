//! Deleting one document, or everything, so that it stays deleted.
//!
//! A deletion is recorded like a version, in a slot and in the journal: a killed browser brings
//! removed slots back. Not here: asking the user, and a copy to restore from.

use crate::sorted_map::SortedMap;
use crate::sorted_set::SortedSet;

use super::document::{WriteError, Written};
use super::document_store::DocumentStore;
use super::journal::JournalRecord;
use super::key_value::KeyValueStore;
use super::keys::{self, ERASING_KEY, is_document_key, slot_key};
use super::slot::Slot;

/// What deleting everything came to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Erased {
    /// What the journal is to put: the deletion of every document.
    pub deletions: Vec<JournalRecord>,
    /// Keys the journal is to remove altogether: damaged records that were kept.
    pub removals: Vec<String>,
}

impl<Store: KeyValueStore> DocumentStore<Store> {
    /// Deletes a document whose version `loaded_generation` the caller has.
    ///
    /// # Errors
    /// See [`WriteError`]; after an error of the store the deletion can be tried again.
    pub fn delete(&mut self, key: &str, loaded_generation: u64) -> Result<Written, WriteError> {
        let slots = self.slots_to_change(key, loaded_generation)?;
        let generation = self.next_generation(key, &slots, loaded_generation);
        // The deletion is written like a version, so that it holds even if the journal refuses it;
        // a start-up that finds it in the journal removes it from the slots.
        let tombstone = Slot::new(generation, self.newest_schema, "");
        match self.write_and_read_back(key, slots.older(), &tombstone) {
            Ok(()) if slots.newer() == slots.older() => {}
            Ok(()) => self.store.remove(&slot_key(key, slots.newer()))?,
            // A full store must not keep the user from deleting. The older slot goes first: a kill
            // in between must not bring an old version to light.
            Err(WriteError::QuotaExceeded) => {
                self.store.remove(&slot_key(key, slots.older()))?;
                self.store.remove(&slot_key(key, slots.newer()))?;
            }
            Err(error) => return Err(error),
        }
        self.handed.remove(key);
        self.deletions.insert(key.to_owned(), generation);
        let record = JournalRecord::of_deletion(key, generation, self.newest_schema);
        Ok(Written {
            generation,
            record: Some(record),
        })
    }

    /// Deletes everything of ours on the user's order: documents, what was moved aside, caches.
    ///
    /// `journal` is what the journal holds; what it is to do follows from the answer. A journal
    /// that has not answered keeps documents that only it has, so it is to be asked first.
    ///
    /// # Errors
    /// When the store refuses; what is gone by then stays gone.
    pub fn delete_everything(&mut self, journal: &[JournalRecord]) -> Result<Erased, WriteError> {
        let ours: Vec<String> = self
            .store
            .keys()?
            .into_iter()
            .filter(|key| key.starts_with(keys::PREFIX))
            .collect();
        let mut generations: SortedMap<String, u64> = self.deletions.clone();
        for (key, (generation, _)) in &self.handed {
            raise(&mut generations, key, *generation);
        }
        let mut removals = SortedSet::new();
        for record in journal {
            if is_document_key(&record.key) {
                raise(&mut generations, &record.key, record.generation);
            } else {
                removals.insert(record.key.clone());
            }
        }
        for key in &ours {
            if let Some((document, _)) = keys::parse_slot_key(key) {
                let stored = self
                    .store
                    .get(key)?
                    .and_then(|text| Slot::decode(&text).ok());
                raise(
                    &mut generations,
                    document,
                    stored.map_or(0, |slot| slot.generation),
                );
            }
        }
        let highest_schema = journal
            .iter()
            .map(|record| record.schema)
            .fold(self.newest_schema, u32::max);
        let deletions: Vec<JournalRecord> = generations
            .iter()
            .map(|(key, generation)| {
                let newer = self.newer_than(*generation);
                JournalRecord::of_deletion(key, newer, highest_schema)
            })
            .collect();
        // A store that is full does without: then the journal tells the other tabs.
        let _ = self.store.set(ERASING_KEY, "1");
        for key in &ours {
            self.store.remove(key)?;
        }
        self.store.remove(ERASING_KEY)?;
        self.handed.clear();
        self.read_only.clear();
        let made = deletions.iter();
        self.deletions = made
            .map(|record| (record.key.clone(), record.generation))
            .collect();
        Ok(Erased {
            deletions,
            removals: removals.into_iter().collect(),
        })
    }
}

/// Raises what is known of a document's generation.
pub(super) fn raise(generations: &mut SortedMap<String, u64>, key: &str, generation: u64) {
    let known = generations.entry(key.to_owned()).or_default();
    *known = generation.max(*known);
}
