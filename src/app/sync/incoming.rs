//! What comes in from other tabs and from the journal, and what they deleted.
//!
//! Not here: what goes out to them.

use super::{WorkspaceSync, keys_outermost_last};
use crate::app::told::Told;
use crate::app::unreadable::{is_trace_in_slots, may_stand_in_slots};
use crate::app::watched::Watched;
use crate::app::workspace::Workspace;
use crate::exchange::{Document, DocumentKey};
use crate::sorted_set::SortedSet;
use crate::storage::{JournalRecord, StoredDocument};

/// How long what another tab said of deleting everything explains what vanishes, in milliseconds.
const ERASING_TAKES_MS: i64 = 10_000;

impl<Home: Watched<Workspace>> WorkspaceSync<Home> {
    /// Takes in what another tab wrote under the name of this document, or that it deleted it.
    pub fn heard_of_other_tab(&self, name: &str) {
        let Ok(key) = name.parse::<DocumentKey>() else {
            return;
        };
        let Ok(found) = self.saver.with_store(|store| store.refresh(name)) else {
            return;
        };
        match found {
            Some(stored) => {
                self.saver.holds(name, stored.generation);
                if self.inner.borrow_mut().deleted.remove(&key) {
                    self.tell_kept(key);
                }
                let waits = self.waits(&key);
                if self.meet(&stored, true) == Some(true) && !waits {
                    // The other tab had not seen ours when it wrote.
                    self.save([key]);
                }
            }
            None if self.may_stand_in_slots(&key) => {}
            None if self.is_known_deletion(&key) => {
                self.take_out_one(key, |key| self.may_stand_in_slots(key));
            }
            None => self.ask_why_gone([key]),
        }
    }

    /// Looks at every document anew after the whole store has been emptied. The app itself never
    /// does that: it was another page of the same address, or the browser.
    pub fn heard_of_emptying(&self) {
        let documents = self.workspace.look(Workspace::documents);
        let keys = documents.iter().map(Document::key);
        self.ask_why_gone(keys.filter(|key| !self.may_stand_in_slots(key)));
    }

    /// Notes that another tab is about to delete everything on the user's order.
    pub fn heard_of_erasing(&self) {
        self.inner.borrow_mut().erased_elsewhere_at = Some(self.saver.now_ms());
    }

    /// Takes what the journal holds as the answer to why documents are gone from the slots. What it
    /// knows as deleted goes. Everything else was taken away by something that is not this app, and
    /// is written again from memory.
    pub fn hear_journal(&self, records: Option<&[JournalRecord]>) {
        let vanished = std::mem::take(&mut self.inner.borrow_mut().vanished);
        let gone = |key: &&DocumentKey| !self.may_stand_in_slots(key);
        let (deleted, emptied): (Vec<DocumentKey>, Vec<DocumentKey>) =
            vanished.iter().filter(gone).partition(|key| {
                let name = key.to_string();
                let held = self.saver.generation_of(&name);
                let mut records = records.unwrap_or_default().iter();
                let is_deletion = |record: &JournalRecord| {
                    record.deleted && record.verifies() && record.generation > held
                };
                records.any(|record| record.key == name && is_deletion(record))
                    || self.is_known_deletion(key)
            });
        for key in keys_outermost_last(deleted) {
            self.take_out_one(key, |key| self.may_stand_in_slots(key));
        }
        let untouched = |key: &DocumentKey| {
            let settings = *key == DocumentKey::Settings;
            settings && !self.inner.borrow().stored.contains_key(key)
        };
        let there = emptied.into_iter().filter(|key| self.is_there(key));
        let there: SortedSet<DocumentKey> = there.filter(|key| !untouched(key)).collect();
        if !there.is_empty() {
            self.tell(Told::StoreEmptied);
            self.save(there);
        }
    }

    /// Asks the journal why documents are gone from the slots without a trace.
    fn ask_why_gone(&self, keys: impl IntoIterator<Item = DocumentKey>) {
        let there = |key: &DocumentKey| self.is_there(key);
        let keys: Vec<DocumentKey> = keys.into_iter().filter(there).collect();
        let asks = {
            let vanished = &mut self.inner.borrow_mut().vanished;
            let asked = !vanished.is_empty();
            vanished.extend(keys);
            !asked && !vanished.is_empty()
        };
        if !asks {
            return;
        }
        match self.saver.with_store(|store| store.journal_known()) {
            true => self.saver.look_into_journal(),
            // One that has not answered so far may never do so; what is in memory alone must not
            // wait for it.
            false => self.hear_journal(None),
        }
    }

    /// Whether it is known without the journal that a document was deleted, and did not merely
    /// vanish: a slot remembers it, or another tab has just said that it deletes everything.
    fn is_known_deletion(&self, key: &DocumentKey) -> bool {
        let name = key.to_string();
        let in_slots = self
            .saver
            .with_store(|store| is_trace_in_slots(store.key_value_store(), &name));
        let erased_at = self.inner.borrow().erased_elsewhere_at;
        let now_ms = self.saver.now_ms();
        in_slots || erased_at.is_some_and(|at| (0..ERASING_TAKES_MS).contains(&(now_ms - at)))
    }

    /// Merges a version that only the journal had, and writes both together.
    pub fn hear_foreign(&self, stored: &StoredDocument) {
        if let (Ok(key), Some(_)) = (stored.key.parse(), self.meet(stored, false)) {
            self.save([key]);
        }
    }

    /// Brings back a document that the journal remembers as deleted and that has gone on here. One
    /// that is gone from the slots, too, was deleted by another tab, which knew all of it.
    pub fn hear_deleted_elsewhere(&self, name: &str) {
        if let Ok(key) = name.parse()
            && self.is_there(&key)
            && (self.has_unsaved(&key) || self.may_stand_in_slots(&key))
        {
            self.save([key]);
        }
    }

    /// Takes out documents that are known to have been deleted, unless they were edited here since
    /// they were last stored: then they are saved again.
    #[inline(never)]
    pub fn take_out(&self, keys: &[DocumentKey]) {
        let lives = |_: &DocumentKey| true;
        keys_outermost_last(keys.iter().copied()).for_each(|key| self.take_out_one(key, lives));
    }

    /// Takes out a document that was deleted elsewhere, unless it, or a period of it that `lives`,
    /// has gone on here.
    fn take_out_one(&self, key: DocumentKey, lives: impl Fn(&DocumentKey) -> bool) {
        let of_it = self.workspace.look(|workspace| match key {
            DocumentKey::Organization(id) => workspace.keys_of(id).split_off(1),
            _ => Vec::new(),
        });
        let goes_on = of_it
            .iter()
            .any(|period| self.has_unsaved(period) || lives(period));
        if self.is_there(&key) && (goes_on || self.has_unsaved(&key)) {
            self.save([key]);
            self.tell_kept(key);
            return;
        }
        self.inner.borrow_mut().stored.remove(&key);
        self.workspace.change(|workspace| {
            let there = workspace.contains(&key);
            workspace.remove(&key);
            there
        });
    }

    fn may_stand_in_slots(&self, key: &DocumentKey) -> bool {
        let name = key.to_string();
        self.saver
            .with_store(|store| may_stand_in_slots(store.key_value_store(), &name))
    }
}
