//! What may be promised to the person about her last edit, as a plain state machine.
//!
//! 「已保存」 is said only when the slot has been read back and the journal's transaction is complete.
//! Events come with the time at which they happened. Not here: any timer
//! ([`SaveProgress::next_change`] says when one is due) and any words.

use crate::ordered_map::OrderedMap;

use super::document::WriteError;
use super::journal::JournalError;

/// How long the journal has to answer before the smaller promise is made, in milliseconds.
pub const JOURNAL_PATIENCE_MS: i64 = 2_000;

/// What may be promised, over all documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveState {
    /// Nothing has been edited since the start.
    Idle,
    /// An edit is on its way.
    Saving,
    /// 「已保存」: in a slot, read back, and in the journal, complete.
    Saved,
    /// In a slot alone: it survives a reload, and a kill within the next minutes may lose it.
    SavedInSlotOnly {
        /// Why the journal does not have it.
        why: JournalError,
    },
    /// In the journal alone: it survives a kill, but the store refuses to take more.
    SavedInJournalOnly {
        /// Why the slot does not have it.
        why: WriteError,
    },
    /// In memory alone.
    NotSaved {
        /// Why the slot does not have it.
        why: WriteError,
    },
}

/// The way of every document's last edit to the disk.
#[derive(Debug, Clone, Default)]
pub struct SaveProgress {
    documents: OrderedMap<String, Progress>,
}

#[derive(Debug, Clone, Default)]
struct Progress {
    /// An edit has been made that no write has taken up yet.
    edited: bool,
    write: Option<Write>,
    /// The newest generation that the journal has; nothing while it has none, so that a document
    /// that nothing could be written of does not count as kept.
    journal_complete: Option<u64>,
    /// The last refusal of the journal and the generation refused.
    journal_refusal: Option<(u64, JournalError)>,
}

#[derive(Debug, Clone)]
struct Write {
    generation: u64,
    at_ms: i64,
    refusal: Option<WriteError>,
}

impl SaveProgress {
    /// Nothing edited yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The person has edited the document.
    pub fn edited(&mut self, key: &str) {
        self.of(key).edited = true;
    }

    /// The slot has been written and read back, and the journal asked to follow.
    pub fn slot_verified(&mut self, key: &str, generation: u64, now_ms: i64) {
        self.written(
            key,
            Write {
                generation,
                at_ms: now_ms,
                refusal: None,
            },
        );
    }

    /// The slot has refused. `generation` is that of the record the journal was asked to take
    /// instead.
    pub fn slot_refused(&mut self, key: &str, generation: u64, why: WriteError, now_ms: i64) {
        self.written(
            key,
            Write {
                generation,
                at_ms: now_ms,
                refusal: Some(why),
            },
        );
    }

    /// The journal's transaction with this generation is complete.
    pub fn journal_complete(&mut self, key: &str, generation: u64) {
        let progress = self.of(key);
        progress.journal_complete = progress.journal_complete.max(Some(generation));
    }

    /// The journal has refused this generation.
    pub fn journal_refused(&mut self, key: &str, generation: u64, why: JournalError) {
        let progress = self.of(key);
        let newer_known = progress
            .journal_refusal
            .as_ref()
            .is_some_and(|(g, _)| *g > generation);
        if !newer_known {
            progress.journal_refusal = Some((generation, why));
        }
    }

    /// The document is gone, and its last edit with it.
    pub fn forget(&mut self, key: &str) {
        self.documents.remove(key);
    }

    /// What may be promised at the instant `now_ms`: the worst of all documents.
    #[must_use]
    pub fn state(&self, now_ms: i64) -> SaveState {
        self.documents
            .values()
            .map(|progress| progress.state(now_ms))
            .max_by_key(gravity)
            .unwrap_or(SaveState::Idle)
    }

    /// What may be promised about one document at the instant `now_ms`.
    #[must_use]
    pub fn state_of(&self, key: &str, now_ms: i64) -> SaveState {
        self.documents
            .get(key)
            .map_or(SaveState::Idle, |progress| progress.state(now_ms))
    }

    /// Whether an edit is in memory alone, so that leaving the page would lose it.
    #[must_use]
    pub fn would_lose(&self) -> bool {
        // A journal that still may answer has nothing yet.
        let in_memory_alone = |progress: &Progress| match &progress.write {
            Some(write) => {
                write.refusal.is_some() && progress.journal_complete < Some(write.generation)
            }
            None => false,
        };
        let mut documents = self.documents.values();
        documents.any(|progress| progress.edited || in_memory_alone(progress))
    }

    /// The documents that were edited and that no write has taken up yet.
    pub fn waiting(&self) -> impl Iterator<Item = &str> {
        let waiting = self.documents.iter().filter(|(_, one)| one.edited);
        waiting.map(|(key, _)| key.as_str())
    }

    /// The documents that the slots have refused, but for those that must not be written.
    pub fn refused(&self) -> impl Iterator<Item = &str> {
        self.documents.iter().filter_map(|(key, progress)| {
            let why = progress.write.as_ref()?.refusal.as_ref()?;
            (!matches!(why, WriteError::ReadOnly { .. })).then_some(key.as_str())
        })
    }

    /// The next instant after `now_ms` at which the state changes though nothing happens, because
    /// the journal's time is up.
    #[must_use]
    pub fn next_change(&self, now_ms: i64) -> Option<i64> {
        self.documents
            .values()
            .filter(|progress| progress.waits_for_journal())
            .filter_map(|progress| Some(progress.write.as_ref()?.at_ms + JOURNAL_PATIENCE_MS))
            .filter(|deadline| *deadline > now_ms)
            .min()
    }

    fn of(&mut self, key: &str) -> &mut Progress {
        self.documents.entry(key.to_owned()).or_default()
    }

    fn written(&mut self, key: &str, write: Write) {
        let progress = self.of(key);
        progress.edited = false;
        progress.write = Some(write);
    }
}

impl Progress {
    fn state(&self, now_ms: i64) -> SaveState {
        let Some(write) = &self.write else {
            return if self.edited {
                SaveState::Saving
            } else {
                SaveState::Idle
            };
        };
        if self.edited {
            return SaveState::Saving;
        }
        let in_journal = self.journal_complete >= Some(write.generation);
        let journal_failure = self.journal_failure(write, now_ms);
        match (&write.refusal, in_journal, journal_failure) {
            (None, true, _) => SaveState::Saved,
            (None, false, Some(why)) => SaveState::SavedInSlotOnly { why },
            (Some(why), true, _) => SaveState::SavedInJournalOnly { why: why.clone() },
            (Some(why), false, Some(_)) => SaveState::NotSaved { why: why.clone() },
            (_, false, None) => SaveState::Saving,
        }
    }

    fn journal_failure(&self, write: &Write, now_ms: i64) -> Option<JournalError> {
        let refused = self
            .journal_refusal
            .as_ref()
            .filter(|(g, _)| *g >= write.generation);
        let late = now_ms >= write.at_ms + JOURNAL_PATIENCE_MS;
        refused
            .map(|(_, why)| why.clone())
            .or(late.then_some(JournalError::TimedOut))
    }

    fn waits_for_journal(&self) -> bool {
        self.write.as_ref().is_some_and(|write| {
            !self.edited
                && self.journal_complete < Some(write.generation)
                && self.journal_failure(write, i64::MIN).is_none()
        })
    }
}

/// How much the person needs to know of a state before any other.
fn gravity(state: &SaveState) -> u8 {
    match state {
        SaveState::Idle => 0,
        SaveState::Saved => 1,
        SaveState::SavedInSlotOnly { .. } => 2,
        SaveState::SavedInJournalOnly { .. } => 3,
        SaveState::Saving => 4,
        SaveState::NotSaved { .. } => 5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    enum Event {
        Edited,
        Slot(u64, i64),
        SlotRefused(u64, i64),
        Complete(u64),
        Refused(u64),
    }
    use Event::{Complete, Edited, Refused, Slot, SlotRefused};

    fn after(events: &[(&str, Event)]) -> SaveProgress {
        let mut progress = SaveProgress::new();
        for (key, event) in events {
            match event {
                Edited => progress.edited(key),
                Slot(generation, at) => progress.slot_verified(key, *generation, *at),
                SlotRefused(generation, at) => {
                    progress.slot_refused(key, *generation, WriteError::QuotaExceeded, *at);
                }
                Complete(generation) => progress.journal_complete(key, *generation),
                Refused(generation) => {
                    progress.journal_refused(key, *generation, JournalError::Denied);
                }
            }
        }
        progress
    }

    #[test]
    fn saved_is_said_only_with_read_back_and_journal() {
        fn check(events: &[(&str, Event)], now_ms: i64, expected: SaveState) {
            assert_eq!(after(events).state(now_ms), expected);
        }
        let slot_only = |why| SaveState::SavedInSlotOnly { why };
        let why = || WriteError::QuotaExceeded;
        check(&[], 0, SaveState::Idle);
        check(&[("a", Edited)], 9_000, SaveState::Saving);
        check(
            &[("a", Edited), ("a", Slot(1, 10))],
            2_009,
            SaveState::Saving,
        );
        check(
            &[("a", Slot(1, 10))],
            2_010,
            slot_only(JournalError::TimedOut),
        );
        check(
            &[("a", Slot(1, 10)), ("a", Complete(1))],
            11,
            SaveState::Saved,
        );
        check(
            &[("a", Slot(1, 10)), ("a", Complete(1))],
            9_999,
            SaveState::Saved,
        );
        check(
            &[("a", Slot(2, 10)), ("a", Complete(1))],
            11,
            SaveState::Saving,
        );
        check(
            &[("a", Complete(2)), ("a", Slot(2, 10))],
            11,
            SaveState::Saved,
        );
        check(
            &[("a", Slot(1, 10)), ("a", Complete(1)), ("a", Edited)],
            11,
            SaveState::Saving,
        );
        check(
            &[("a", Slot(1, 10)), ("a", Refused(1))],
            11,
            slot_only(JournalError::Denied),
        );
        check(
            &[("a", Refused(1)), ("a", Slot(2, 10))],
            11,
            SaveState::Saving,
        );
        check(&[("a", SlotRefused(2, 10))], 11, SaveState::Saving);
        check(
            &[("a", SlotRefused(2, 10))],
            2_010,
            SaveState::NotSaved { why: why() },
        );
        // Regression: no store at all. Nothing was written under any generation, and that was taken
        // for a journal that had it.
        check(
            &[("a", SlotRefused(0, 10)), ("a", Refused(0))],
            11,
            SaveState::NotSaved { why: why() },
        );
        check(
            &[("a", SlotRefused(2, 10)), ("a", Refused(2))],
            11,
            SaveState::NotSaved { why: why() },
        );
        check(
            &[("a", SlotRefused(2, 10)), ("a", Complete(2))],
            11,
            SaveState::SavedInJournalOnly { why: why() },
        );
        check(
            &[
                ("a", Slot(1, 10)),
                ("a", Complete(1)),
                ("b", SlotRefused(2, 10)),
                ("b", Refused(2)),
            ],
            11,
            SaveState::NotSaved { why: why() },
        );
        check(
            &[("a", Slot(1, 10)), ("a", Complete(1)), ("b", Edited)],
            11,
            SaveState::Saving,
        );
    }

    #[test]
    fn the_next_change_is_the_end_of_patience() {
        fn check(events: &[(&str, Event)], now_ms: i64, expected: Option<i64>) {
            assert_eq!(after(events).next_change(now_ms), expected);
        }
        check(&[("a", Edited)], 0, None);
        check(&[("a", Slot(1, 10))], 10, Some(2_010));
        check(&[("a", Slot(1, 10)), ("b", Slot(1, 5))], 10, Some(2_005));
        check(&[("a", Slot(1, 10))], 2_010, None);
        check(&[("a", Slot(1, 10)), ("a", Complete(1))], 10, None);
        check(&[("a", Slot(1, 10)), ("a", Refused(1))], 10, None);
    }

    #[test]
    fn an_edit_in_memory_alone_would_be_lost() {
        fn check(events: &[(&str, Event)], expected: bool) {
            assert_eq!(after(events).would_lose(), expected);
        }
        check(&[], false);
        check(&[("a", Edited)], true);
        check(&[("a", Edited), ("a", Slot(1, 10))], false);
        check(&[("a", SlotRefused(2, 10))], true);
        check(&[("a", SlotRefused(2, 10)), ("a", Refused(2))], true);
        check(&[("a", SlotRefused(2, 10)), ("a", Complete(2))], false);
    }
}
