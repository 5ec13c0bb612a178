//! The start (启动): what the slots hold comes in at once, and what the journal holds when it
//! answers.
//!
//! Not here: what is made of it (`start`, `sync`).

use super::{Alarm, Host, Session};
use crate::app::sync::WorkspaceSync;
use crate::app::watched::Watched;
use crate::exchange::DocumentKey;
use crate::storage::{JournalError, JournalRecord, Loaded};

/// How long the start waits without a word for the journal where the slots hold nothing, in
/// milliseconds. With something in the slots it does not wait at all.
const JOURNAL_PATIENCE_MS: u64 = 1_000;

impl<H: Host> Session<H> {
    /// Takes in what the slots hold at once, and what the journal holds as soon as it answers.
    pub fn load(&self) {
        let now_ms = self.now_ms();
        let Some(first) = self.read(None, now_ms) else {
            return;
        };
        self.take_in(&first);
        // Settings alone are no sign that there was nothing else.
        if self.workspace.look(|workspace| !workspace.is_empty()) {
            self.loaded.put(true);
        }
        let session = self.clone();
        let answered = move |answer: Result<Vec<JournalRecord>, JournalError>| {
            session.take_in_journal(&first, answer, now_ms);
        };
        self.with_saver(|saver| saver.read_journal(Box::new(answered)));
        self.wake(Alarm::SaySearching, JOURNAL_PATIENCE_MS);
    }

    fn take_in_journal(
        &self,
        first: &Loaded,
        answer: Result<Vec<JournalRecord>, JournalError>,
        now_ms: i64,
    ) {
        match answer {
            Ok(records) => {
                if let Some(second) = self.read(Some(&records), now_ms) {
                    self.take_in(&second);
                    let gone = deleted_since(first, &second, &records);
                    if !gone.is_empty() {
                        self.with_sync(|sync| sync.take_out(&gone));
                    }
                }
            }
            Err(why) => {
                self.with_saver(|saver| saver.without_journal(why));
            }
        }
        self.with_sync(WorkspaceSync::finish);
        self.searching.put(false);
        self.loaded.put(true);
    }

    fn read(&self, records: Option<&[JournalRecord]>, now_ms: i64) -> Option<Loaded> {
        self.with_saver(|saver| saver.with_store(|store| store.load(records, now_ms)))
    }

    /// Takes in what the device holds; is called again when the journal has answered.
    fn take_in(&self, loaded: &Loaded) {
        if let Some(mut found) = self.with_sync(|sync| sync.take_in(loaded)) {
            self.report.change(|report| {
                found.join_earlier(std::mem::take(report));
                *report = found;
                true
            });
        }
    }
}

/// Documents that a lost write brought back in the slots, and that the journal knows as deleted.
fn deleted_since(first: &Loaded, second: &Loaded, records: &[JournalRecord]) -> Vec<DocumentKey> {
    let gone = |key: &str| {
        let deleted = records
            .iter()
            .any(|record| record.key == key && record.deleted);
        deleted && !second.documents.iter().any(|document| document.key == key)
    };
    let keys = first.documents.iter().map(|document| document.key.as_str());
    keys.filter(|key| gone(key))
        .filter_map(|key| key.parse().ok())
        .collect()
}
