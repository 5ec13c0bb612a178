//! Start-up: the newest of everything that verifies, and nothing unreadable lost.
//!
//! Not here: reading the journal (it is handed in, since it answers late or never) and merging two
//! versions of one document (the caller knows what they mean).

use crate::sorted_map::SortedMap;
use crate::sorted_set::SortedSet;

use super::document::{Source, StoredDocument, WriteError};
use super::document_store::DocumentStore;
use super::journal::JournalRecord;
use super::key_value::{KeyValueStore, StoreError};
use super::keys::{
    SlotName, aside_key, is_document_key, parse_aside_key, parse_slot_key, slot_key,
};
use super::slot::{Slot, SlotFault};
use super::slot_pair::{SlotContent, SlotPair};

/// What start-up found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Loaded {
    /// The chosen version of every document that is there and not deleted, by key.
    pub documents: Vec<StoredDocument>,
    /// Versions that verify and were not chosen, and that may hold something the chosen one lacks:
    /// two tabs that raced, or a journal and slots that went separate ways. The caller merges them
    /// in; merging an older version of the same line changes nothing.
    pub alternatives: Vec<StoredDocument>,
    /// All other versions that verify, the newest of a document first. They say nothing that the
    /// chosen one does not, and are there for a caller that cannot understand that one.
    pub earlier: Vec<StoredDocument>,
    /// Documents that must not be written, because a newer build wrote them.
    pub read_only: SortedMap<String, ReadOnlyReason>,
    /// What was not as it should be; the user is told, and nothing of it is lost.
    pub faults: Vec<LoadFault>,
    /// What the journal is to put so that it has caught up with the slots. Once the alternatives
    /// have been merged.
    pub journal_repairs: Vec<JournalRecord>,
}

/// Why a document must not be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadOnlyReason {
    /// Its own form is newer than this build knows.
    NewerSchema {
        /// The version of the document's form.
        schema: u32,
    },
    /// One of its slots is written in a way this build does not know.
    NewerLayout {
        /// The layout's number.
        layout: u32,
    },
}

/// Something that start-up found not to be as it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LoadFault {
    /// The store cannot be read; the documents are those of the journal.
    StoreUnreadable {
        /// What it answered.
        error: StoreError,
    },
    /// A slot does not verify.
    SlotDamaged {
        /// The document.
        key: String,
        /// What is wrong with it.
        fault: SlotFault,
        /// Where the slot's text is kept now; `None` if it is where it was, because there was no
        /// room to copy it. It is not written over in either case.
        moved_to: Option<String>,
    },
    /// A journal record does not verify. A copy of it is among the journal repairs.
    RecordDamaged {
        /// The document.
        key: String,
    },
    /// The journal's version was newer than the slots, and the slots could not be rewritten.
    SlotsNotRewritten {
        /// The document.
        key: String,
        /// Why.
        error: WriteError,
    },
    /// A deleted document could not be removed from its slots; the deletion holds all the same.
    DeletedNotRemoved {
        /// The document.
        key: String,
        /// Why.
        error: StoreError,
    },
}

impl<Store: KeyValueStore> DocumentStore<Store> {
    /// Reads all documents and puts right what can be put right.
    ///
    /// `journal` is everything the journal holds, or `None` if it has not answered. It may answer
    /// later: then the call is made again with its records. `now_ms` is the present instant in
    /// milliseconds since 1970 UTC.
    pub fn load(&mut self, journal: Option<&[JournalRecord]>, now_ms: i64) -> Loaded {
        self.started_ms = now_ms;
        self.journal_known |= journal.is_some();
        let mut loaded = Loaded::default();
        let mut keys = SortedSet::new();
        match self.store.keys() {
            Ok(stored) => {
                let documents = stored.iter().filter_map(|key| Some(parse_slot_key(key)?.0));
                keys.extend(documents.map(str::to_owned));
            }
            Err(error) => loaded.faults.push(LoadFault::StoreUnreadable { error }),
        }
        let mut records = SortedMap::new();
        for record in journal.unwrap_or_default() {
            if !is_document_key(&record.key) {
                continue;
            }
            keys.insert(record.key.clone());
            if record.verifies() {
                records.insert(record.key.as_str(), record);
            } else {
                keep_damaged_record(record, journal.unwrap_or_default(), now_ms, &mut loaded);
            }
        }
        for key in keys {
            self.load_document(
                &key,
                records.get(key.as_str()).copied(),
                now_ms,
                &mut loaded,
            );
        }
        self.read_only.clone_from(&loaded.read_only);
        loaded
    }

    fn load_document(
        &mut self,
        key: &str,
        record: Option<&JournalRecord>,
        now_ms: i64,
        loaded: &mut Loaded,
    ) {
        let mut slots = match self.read_slots(key) {
            Ok(slots) => slots,
            Err(error) => {
                let fault = LoadFault::StoreUnreadable { error };
                if !loaded.faults.contains(&fault) {
                    loaded.faults.push(fault);
                }
                let live = record.filter(|record| !record.deleted);
                loaded.documents.extend(live.map(StoredDocument::of_record));
                return;
            }
        };
        let newer_record = record.filter(|record| record.schema > self.newest_schema);
        let read_only = slots.read_only_reason(self.newest_schema).or_else(|| {
            newer_record.map(|record| ReadOnlyReason::NewerSchema {
                schema: record.schema,
            })
        });
        let writable = read_only.is_none();
        if writable {
            self.move_damaged_slots_aside(key, &mut slots, now_ms, loaded);
        }
        let newest_generation = slots.newest().map_or(0, |slot| slot.generation);
        let (deletion, version) = match record {
            Some(record) if record.deleted => (Some(record), None),
            other => (None, other),
        };
        if let Some(deletion) = deletion {
            self.deletions.insert(key.to_owned(), deletion.generation);
        }
        let deleted_in_journal =
            deletion.is_some_and(|deletion| deletion.generation > newest_generation);
        let deleted_in_slot = slots.newest().is_some_and(Slot::is_deletion)
            && version.is_none_or(|version| version.generation < newest_generation);
        if deleted_in_journal || deleted_in_slot {
            let recorded = deletion.is_some_and(|found| found.generation >= newest_generation);
            self.clean_up_deleted(key, &slots, recorded, loaded);
            return;
        }
        if let Some(reason) = read_only {
            loaded.read_only.insert(key.to_owned(), reason);
        }
        let chosen = choose(key, &slots, version, loaded);
        let from_journal = chosen
            .as_ref()
            .is_some_and(|found| found.source == Source::Journal);
        if let (true, true, Some(version)) = (writable, from_journal, version) {
            slots = self.rewrite_slots(key, slots, version, loaded);
        } else if let (true, true, Some(slot)) = (writable, self.journal_known, slots.newest())
            && version.is_none_or(|version| version.generation < slot.generation)
        {
            let repair = JournalRecord::of_document(key, slot.generation, slot.schema, &slot.body);
            loaded.journal_repairs.push(repair);
        }
        match slots.newest() {
            Some(slot) => self
                .handed
                .insert(key.to_owned(), (slot.generation, slot.checksum)),
            None => self.handed.remove(key),
        };
        loaded.documents.extend(chosen);
    }

    fn move_damaged_slots_aside(
        &self,
        key: &str,
        slots: &mut SlotPair,
        now_ms: i64,
        loaded: &mut Loaded,
    ) {
        for name in SlotName::BOTH {
            if let SlotContent::Damaged { text, fault } = slots.content(name).clone() {
                let moved_to = self.move_aside(&slot_key(key, name), &text, now_ms).ok();
                if moved_to.is_some() {
                    slots.set(name, SlotContent::Absent);
                }
                loaded.faults.push(LoadFault::SlotDamaged {
                    key: key.to_owned(),
                    fault,
                    moved_to,
                });
            }
        }
    }

    /// Removes what is left of a deleted document, or what a lost flush brought back of it, the
    /// older slot first. A deletion that only a slot records stays there, for the journal to
    /// record it, too.
    fn clean_up_deleted(
        &mut self,
        key: &str,
        slots: &SlotPair,
        recorded: bool,
        loaded: &mut Loaded,
    ) {
        self.handed.remove(key);
        for name in [slots.older(), slots.newer()] {
            let Some(slot) = slots.content(name).valid() else {
                continue;
            };
            if slot.is_deletion() && !recorded {
                self.deletions.insert(key.to_owned(), slot.generation);
                if self.journal_known {
                    let repair = JournalRecord::of_deletion(key, slot.generation, slot.schema);
                    loaded.journal_repairs.push(repair);
                }
            } else if let Err(error) = self.store.remove(&slot_key(key, name)) {
                loaded.faults.push(LoadFault::DeletedNotRemoved {
                    key: key.to_owned(),
                    error,
                });
                return;
            }
        }
    }

    /// Puts the journal's newer version into the older slot.
    fn rewrite_slots(
        &self,
        key: &str,
        slots: SlotPair,
        record: &JournalRecord,
        loaded: &mut Loaded,
    ) -> SlotPair {
        let slot = Slot::new(record.generation, record.schema, &record.body);
        let target = slots.older();
        let result = match slots.content(target) {
            SlotContent::Damaged { .. } => Err(WriteError::QuotaExceeded),
            _ => self.write_and_read_back(key, target, &slot),
        };
        if let Err(error) = result {
            loaded.faults.push(LoadFault::SlotsNotRewritten {
                key: key.to_owned(),
                error,
            });
        }
        self.read_slots(key).unwrap_or(slots)
    }
}

/// The version that counts; the others that verify go where they belong.
fn choose(
    key: &str,
    slots: &SlotPair,
    record: Option<&JournalRecord>,
    loaded: &mut Loaded,
) -> Option<StoredDocument> {
    let in_journal = record.map(StoredDocument::of_record);
    let Some(newest) = slots.newest_version() else {
        return in_journal;
    };
    let older = slots.oldest().filter(|slot| !slot.is_deletion());
    // Without a seal a slot may be older, or newer, than its generation says.
    let is_certain = newest.sealed && older.is_none_or(|older| older.sealed);
    let raced = older.is_some_and(|older| older.generation == newest.generation);
    // The version before, which the other slot still has, is known to be of the same line.
    let is_version_before = |record: &StoredDocument| {
        older.is_some_and(|older| {
            older.generation == record.generation && older.body == record.body && !raced
        })
    };
    let mut others = Vec::new();
    let in_slot = StoredDocument::of_slot(key, newest.clone());
    let chosen = match in_journal {
        Some(record) if record.generation > newest.generation => {
            others.push((in_slot, true));
            record
        }
        Some(record) => {
            let is_apart = !(is_certain && is_version_before(&record));
            others.push((record, is_apart));
            in_slot
        }
        None => in_slot,
    };
    let older = older.map(|older| StoredDocument::of_slot(key, older.clone()));
    others.extend(older.map(|older| (older, raced || !is_certain)));
    for (version, is_apart) in others {
        if is_apart && version.body != chosen.body {
            loaded.alternatives.push(version);
        } else {
            loaded.earlier.push(version);
        }
    }
    Some(chosen)
}

/// Has the journal keep a copy of a damaged record, unless it already has that copy.
fn keep_damaged_record(
    record: &JournalRecord,
    journal: &[JournalRecord],
    now_ms: i64,
    loaded: &mut Loaded,
) {
    loaded.faults.push(LoadFault::RecordDamaged {
        key: record.key.clone(),
    });
    let origin = format!("journal:{}", record.key);
    let text = serde_json::to_string(record).unwrap_or_default();
    let kept = journal.iter().any(|other| {
        parse_aside_key(&other.key).is_some_and(|(_, key)| key == origin) && other.body == text
    });
    if !kept {
        let copy = JournalRecord::of_document(&aside_key(now_ms, &origin), 1, 0, &text);
        loaded.journal_repairs.insert(0, copy);
    }
}
