//! One document goes out to the stores: it is written, or deleted.
//!
//! Not here: which documents, and in which order (`save`).

use super::WorkspaceSync;
use crate::app::saver::Attempt;
use crate::app::unreadable::keep_copy;
use crate::app::watched::Watched;
use crate::app::workspace::Workspace;
use crate::exchange::{DocumentKey, SCHEMA_VERSION};
use crate::storage::{KeyValueStore, StoreError, StoredDocument, WriteError};
use std::rc::Rc;

/// How often a write is tried when other tabs keep writing in between.
const TRIES: usize = 6;

impl<Home: Watched<Workspace>> WorkspaceSync<Home> {
    /// Writes a document: the slots at once, the journal as soon as it can.
    pub(super) fn write(&self, key: DocumentKey) {
        let name = key.to_string();
        self.inner.borrow_mut().deleted.remove(&key);
        if let Some(why) = self.refusal(&key) {
            self.saver.refuse(&name, why);
            return;
        }
        let body = |workspace: &Workspace| workspace.document(&key).and_then(|one| one.body().ok());
        let Some(text) = self.workspace.look(body) else {
            return;
        };
        let in_slots = self.write_text(&name, text, &|newer| {
            self.meet(newer, true);
            self.workspace.look(body)
        });
        if let (true, Some(document)) = (in_slots, self.document(&key)) {
            self.inner.borrow_mut().stored.insert(key, document);
        }
    }

    /// Writes a text under a name. Where another tab has written in between, `meet` is given its
    /// version and returns the text of both together, if there is another. Returns whether the
    /// slots have it, and nothing newer has been saved since.
    pub(super) fn write_text(
        &self,
        name: &str,
        mut text: String,
        meet: &dyn Fn(&StoredDocument) -> Option<String>,
    ) -> bool {
        let mut tries = 1;
        loop {
            match self.saver.save(name, SCHEMA_VERSION, &text) {
                Attempt::InSlots => return true,
                Attempt::Elsewhere => return false,
                Attempt::Newer(newer) if tries == TRIES => {
                    self.saver.give_up(name, SCHEMA_VERSION, &text, newer);
                    return false;
                }
                Attempt::Newer(newer) => text = meet(&newer).unwrap_or(text),
            }
            tries += 1;
        }
    }

    /// Deletes a document, unless another tab has gone on with it, or with something of it.
    pub(super) fn delete(&self, key: DocumentKey) {
        let name = key.to_string();
        if let Some(why) = self.refusal(&key) {
            self.saver.refuse(&name, why);
            return;
        }
        if let DocumentKey::Organization(id) = key {
            let goes_on = |workspace: &Workspace| workspace.has_anything_of(id);
            let stored = self.inner.borrow().stored.get(&key).cloned();
            if let (true, Some(organization)) = (self.workspace.look(goes_on), stored) {
                // Another tab has gone on with one of its periods or pages, which came back just
                // now.
                self.put_together(key, organization, true);
                self.tell_kept(key);
                return;
            }
        }
        match self.saver.delete(&name) {
            Some(unseen) => {
                self.meet(&unseen, true);
                self.tell_kept(key);
            }
            None => {
                let inner = &mut *self.inner.borrow_mut();
                inner.stored.remove(&key);
                inner.deleted.insert(key);
            }
        }
    }

    /// Why a document cannot be written now, if it cannot. What nobody could understand is copied
    /// first.
    fn refusal(&self, key: &DocumentKey) -> Option<WriteError> {
        if let Some(reason) = self.saver.why_read_only(&key.to_string()) {
            return Some(WriteError::ReadOnly { reason });
        }
        let inner = &mut *self.inner.borrow_mut();
        let unreadable = inner.unreadable.get(key)?;
        let copy = |store: &Rc<dyn KeyValueStore>| -> Result<(), StoreError> {
            let mut versions = unreadable.iter();
            versions.try_for_each(|stored| keep_copy(store, stored, self.saver.now_ms()))
        };
        match self.saver.with_store(|store| copy(store.key_value_store())) {
            Ok(()) => {
                inner.unreadable.remove(key);
                None
            }
            Err(error) => Some(error.into()),
        }
    }
}
