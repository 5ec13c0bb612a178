//! What may be promised to the user about their last edit, as a plain state machine.
//!
//! 「已保存」 is said only when the slot has been read back and the journal's transaction is complete.
//! Events come with the time at which they happened. Not here: any timer
//! ([`SaveProgress::next_change`] says when one is due) and any words.

use crate::sorted_map::SortedMap;
use crate::sorted_set::SortedSet;

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
///
/// What is asked of all documents together is asked at every answer of the journal, and an import
/// has thousands of them, so each document also stands in one of four lists, and no list is gone
/// through from one end to the other.
#[derive(Debug, Clone, Default)]
pub struct SaveProgress {
    documents: SortedMap<String, Progress>,
    /// Documents with an edit that no write has taken up yet.
    edited: SortedSet<String>,
    /// Documents of which the journal still owes an answer, by the time of their write.
    waiting: SortedSet<(i64, String)>,
    /// The same, of those that the slots have refused.
    refused_waiting: SortedSet<(i64, String)>,
    /// All others, whose state does not change by itself, by its gravity.
    resting: SortedSet<(u8, String)>,
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

    /// The user has edited the document.
    pub fn edited(&mut self, key: &str) {
        self.change(key, |progress| progress.edited = true);
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
        self.change(key, |progress| {
            progress.journal_complete = progress.journal_complete.max(Some(generation));
        });
    }

    /// The journal has refused this generation.
    pub fn journal_refused(&mut self, key: &str, generation: u64, why: JournalError) {
        self.change(key, |progress| {
            let newer_known = progress
                .journal_refusal
                .as_ref()
                .is_some_and(|(g, _)| *g > generation);
            if !newer_known {
                progress.journal_refusal = Some((generation, why));
            }
        });
    }

    /// The document is gone, and its last edit with it.
    pub fn forget(&mut self, key: &str) {
        if let Some(progress) = self.documents.remove(key) {
            self.take_off(key, progress.list());
        }
    }

    /// What may be promised at the instant `now_ms`: the worst of all documents.
    #[must_use]
    pub fn state(&self, now_ms: i64) -> SaveState {
        let is_late = |at_ms: i64| now_ms >= at_ms + JOURNAL_PATIENCE_MS;
        let lists = [&self.waiting, &self.refused_waiting];
        // Those of a list that are late are all in the same state, and the first one of them is
        // late before the others.
        let firsts = lists.map(SortedSet::first).into_iter().flatten();
        let late = firsts.filter(|(at, _)| is_late(*at)).map(|(_, key)| key);
        let resting = self.resting.last().map(|(_, key)| key);
        let known = late
            .chain(resting)
            .filter_map(|key| Some(self.documents.get(key)?.state(now_ms)));
        let known = known.max_by_key(gravity).unwrap_or(SaveState::Idle);
        let lasts = lists.map(SortedSet::last).into_iter().flatten();
        let in_time = lasts.into_iter().any(|(at, _)| !is_late(*at));
        let saving = !self.edited.is_empty() || in_time;
        match saving && gravity(&known) < gravity(&SaveState::Saving) {
            true => SaveState::Saving,
            false => known,
        }
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
        let deadline = |at_ms: i64| at_ms + JOURNAL_PATIENCE_MS;
        let next = |list: &SortedSet<(i64, String)>| {
            let next = list.first_after(|(at_ms, _)| deadline(*at_ms) <= now_ms);
            next.map(|(at_ms, _)| deadline(*at_ms))
        };
        let lists = [&self.waiting, &self.refused_waiting];
        lists.into_iter().filter_map(next).min()
    }

    fn written(&mut self, key: &str, write: Write) {
        self.change(key, |progress| {
            progress.edited = false;
            progress.write = Some(write);
        });
    }

    /// Changes what is known of a document, and puts it into the list in which it belongs then.
    fn change(&mut self, key: &str, change: impl FnOnce(&mut Progress)) {
        let before = self.documents.get(key).map(Progress::list);
        before.into_iter().for_each(|list| self.take_off(key, list));
        let progress = self.documents.entry(key.to_owned()).or_default();
        change(progress);
        match progress.list() {
            List::Edited => self.edited.insert(key.to_owned()),
            List::Waiting(at_ms) => self.waiting.insert((at_ms, key.to_owned())),
            List::RefusedWaiting(at_ms) => self.refused_waiting.insert((at_ms, key.to_owned())),
            List::Resting(gravity) => self.resting.insert((gravity, key.to_owned())),
        };
    }

    fn take_off(&mut self, key: &str, list: List) {
        match list {
            List::Edited => self.edited.remove(key),
            List::Waiting(at_ms) => self.waiting.remove(&(at_ms, key.to_owned())),
            List::RefusedWaiting(at_ms) => self.refused_waiting.remove(&(at_ms, key.to_owned())),
            List::Resting(gravity) => self.resting.remove(&(gravity, key.to_owned())),
        };
    }
}

/// In which list a document stands.
enum List {
    Edited,
    /// With the time of the write.
    Waiting(i64),
    /// The same.
    RefusedWaiting(i64),
    /// With the gravity of its state.
    Resting(u8),
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

    fn list(&self) -> List {
        let waits = |write: &&Write| {
            self.journal_complete < Some(write.generation)
                && self.journal_failure(write, i64::MIN).is_none()
        };
        match self.write.as_ref().filter(waits) {
            _ if self.edited => List::Edited,
            Some(write) if write.refusal.is_some() => List::RefusedWaiting(write.at_ms),
            Some(write) => List::Waiting(write.at_ms),
            None => List::Resting(gravity(&self.state(i64::MIN))),
        }
    }
}

/// How much the user needs to know of a state before any other.
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
mod tests;
