//! What comes in from other tabs and from the journal, and what they deleted.
//!
//! Not here: what goes out to them.

use super::{Keeper, WorkspacePlace, keys_outermost_last};
use crate::app::unreadable::may_stand_in_slots;
use crate::app::workspace::Workspace;
use crate::exchange::{Document, DocumentKey};
use crate::storage::StoredDocument;

impl<Place: WorkspacePlace> Keeper<Place> {
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
                let waits = self.inner.borrow().pending.contains(&key);
                if self.meet(&stored, true) == Some(true) && !waits {
                    // The other tab had not seen ours when it wrote.
                    self.save([key]);
                }
            }
            None if self.may_stand_in_slots(&key) => {}
            None => self.take_out_one(key, |key| self.may_stand_in_slots(key)),
        }
    }

    /// Looks at every document anew after another tab has emptied the store.
    pub fn heard_of_other_tab_emptying(&self) {
        let documents = self.place.look(Workspace::documents);
        for key in keys_outermost_last(documents.iter().map(Document::key)) {
            self.heard_of_other_tab(&key.to_string());
        }
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
            && self.document(&key).is_some()
            && (self.has_unsaved(&key) || self.may_stand_in_slots(&key))
        {
            self.save([key]);
        }
    }

    /// Takes out documents that are known to have been deleted, unless they were edited here since
    /// they were last stored: then they are saved again.
    pub fn take_out(&self, keys: &[DocumentKey]) {
        let lives = |_: &DocumentKey| true;
        keys_outermost_last(keys.iter().copied()).for_each(|key| self.take_out_one(key, lives));
    }

    /// Takes out a document that was deleted elsewhere, unless it, or a period of it that `lives`,
    /// has gone on here.
    fn take_out_one(&self, key: DocumentKey, lives: impl Fn(&DocumentKey) -> bool) {
        let of_it = self.place.look(|workspace| match key {
            DocumentKey::Organization(id) => workspace.keys_of(id).split_off(1),
            _ => Vec::new(),
        });
        let goes_on = of_it
            .iter()
            .any(|period| self.has_unsaved(period) || lives(period));
        if self.document(&key).is_some() && (goes_on || self.has_unsaved(&key)) {
            self.save([key]);
            return;
        }
        self.inner.borrow_mut().stored.remove(&key);
        self.place.change(|workspace| {
            let there = workspace.document(&key).is_some();
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
