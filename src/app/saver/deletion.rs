//! Deleting: from the slots, and as a record in the journal, so that a kill brings nothing back.
//!
//! Not here: asking the user, and the way back.

use super::*;
use crate::app::unfinished::{self, Note};
use crate::exchange::DocumentKey;

impl Saver {
    /// Deletes a document from the slots and notes the deletion in the journal. Where another tab
    /// has written in between, nothing is deleted and its version is returned: an edit that nobody
    /// here has seen is not to go with the rest.
    pub fn delete(&self, key: &str) -> Option<StoredDocument> {
        let (generation, result) = {
            let inner = &mut *self.inner.borrow_mut();
            let generation = inner.generations.get(key).copied().unwrap_or(0);
            (generation, inner.store.delete(key, generation))
        };
        let mut found = None;
        match result {
            Ok(written) => {
                {
                    let inner = &mut *self.inner.borrow_mut();
                    inner.generations.insert(key.to_owned(), written.generation);
                    inner.progress.forget(key);
                }
                if let Some(record) = written.record {
                    self.put(record);
                }
            }
            Err(WriteError::NewerGeneration { stored }) => {
                self.holds(key, stored.generation);
                self.inner.borrow_mut().progress.forget(key);
                found = Some(*stored);
            }
            Err(why) => self.deletion_refused(key, generation, why),
        }
        self.tell_state();
        found
    }

    /// Deletes everything of ours: every slot, every copy moved aside, and every text in the
    /// journal, where only the fact of the deletion stays until the slots are known to be gone.
    ///
    /// # Errors
    ///
    /// The store's refusal; what could not be removed is still there. The journal's texts go all
    /// the same.
    pub fn delete_everything(&self, journal: &[JournalRecord]) -> Result<(), WriteError> {
        let note = self.note_of_everything(journal);
        let note_key = note.key.clone();
        // The journal keeps the order: where it has the first deletion, it has the note.
        self.journal.put(&note, Box::new(|_| {}));
        let result = {
            let inner = &mut *self.inner.borrow_mut();
            inner.store.delete_everything(journal)
        };
        let now_ms = self.clock.now_ms();
        let (deletions, removals, result) = match result {
            Ok(erased) => (erased.deletions, erased.removals, Ok(())),
            Err(why) => (self.deletions_of(journal), Vec::new(), Err(why)),
        };
        {
            let inner = &mut *self.inner.borrow_mut();
            for record in &deletions {
                let known = inner.generations.entry(record.key.clone()).or_default();
                *known = record.generation.max(*known);
                inner.store.note_journal_record(record);
            }
            if result.is_ok() {
                // Until the journal has the deletions too, a reload could bring something back.
                inner.progress = SaveProgress::new();
                for record in &deletions {
                    let (key, generation) = (&record.key, record.generation);
                    inner.progress.slot_verified(key, generation, now_ms);
                    if let Some(why) = &inner.no_journal {
                        inner.progress.journal_refused(key, generation, why.clone());
                    }
                }
            }
        }
        for key in &removals {
            self.journal.delete(key, Box::new(|_| {}));
        }
        for record in deletions {
            self.put(record);
        }
        self.journal.delete(&note_key, Box::new(|_| {}));
        self.tell_state();
        result
    }

    /// What is about to be deleted, so that the next start goes on with what was cut off.
    fn note_of_everything(&self, journal: &[JournalRecord]) -> JournalRecord {
        let now_ms = self.clock.now_ms();
        let mut documents = self.inner.borrow().generations.clone();
        for record in journal.iter().filter(|record| is_document_key(&record.key)) {
            let known = documents.entry(record.key.clone()).or_default();
            *known = record.generation.max(*known);
        }
        let documents = documents.into_iter().collect();
        let key = unfinished::new_key(now_ms, &DocumentKey::Settings);
        let body = Note::Deletion { documents }.body();
        JournalRecord::of_document(&key, 1, SCHEMA_VERSION, &body)
    }

    /// A deletion that the slots refuse is recorded in the journal alone, as an edit would be.
    fn deletion_refused(&self, key: &str, generation: u64, why: WriteError) {
        let now_ms = self.clock.now_ms();
        let generation = generation + 1;
        let (record, no_journal) = {
            let inner = &mut *self.inner.borrow_mut();
            let read_only = matches!(why, WriteError::ReadOnly { .. });
            inner.progress.slot_refused(key, generation, why, now_ms);
            let record = JournalRecord::of_deletion(key, generation, SCHEMA_VERSION);
            let known = inner.store.journal_known() && !read_only;
            if known {
                inner.generations.insert(key.to_owned(), generation);
                inner.store.note_journal_record(&record);
            }
            let refusal = read_only.then_some(JournalError::Denied);
            (
                known.then_some(record),
                refusal.or(inner.no_journal.clone()),
            )
        };
        self.put_or_note(key, generation, record, no_journal);
    }

    /// The deletion of everything that the journal holds, for slots that do not answer.
    fn deletions_of(&self, journal: &[JournalRecord]) -> Vec<JournalRecord> {
        let inner = self.inner.borrow();
        let documents = journal.iter().filter(|record| is_document_key(&record.key));
        let deletions = documents.map(|record| {
            let known = inner.generations.get(&record.key).copied().unwrap_or(0);
            let generation = record.generation.max(known) + 1;
            JournalRecord::of_deletion(&record.key, generation, record.schema.max(SCHEMA_VERSION))
        });
        deletions.collect()
    }
}
