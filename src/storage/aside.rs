//! Moving an unreadable value aside, so that it is neither in the way nor lost.
//!
//! The value is copied under an aside key, the copy is read back, and only then the original goes.
//! Not here: which values are unreadable.

use super::document_store::DocumentStore;
use super::key_value::{KeyValueStore, StoreError};
use super::keys::{aside_key, parse_aside_key};

impl<Store: KeyValueStore> DocumentStore<Store> {
    /// Moves the value `text` of `key` aside and returns the key it is kept under.
    ///
    /// A kill between copy and removal leaves both; the next call then finds the copy and makes no
    /// second one. On an error the original is where it was.
    pub(super) fn move_aside(
        &self,
        key: &str,
        text: &str,
        found_at_ms: i64,
    ) -> Result<String, StoreError> {
        let kept_under = match self.copy_of(key, text)? {
            Some(existing) => existing,
            None => self.copy_aside(key, text, found_at_ms)?,
        };
        self.store.remove(key)?;
        Ok(kept_under)
    }

    fn copy_of(&self, key: &str, text: &str) -> Result<Option<String>, StoreError> {
        for candidate in self.store.keys()? {
            let same_origin = parse_aside_key(&candidate).is_some_and(|(_, origin)| origin == key);
            if same_origin && self.store.get(&candidate)?.as_deref() == Some(text) {
                return Ok(Some(candidate));
            }
        }
        Ok(None)
    }

    fn copy_aside(&self, key: &str, text: &str, found_at_ms: i64) -> Result<String, StoreError> {
        let mut instant = found_at_ms;
        let mut target = aside_key(instant, key);
        while self.store.get(&target)?.is_some() {
            instant = instant.wrapping_add(1);
            target = aside_key(instant, key);
        }
        self.store.set(&target, text)?;
        if self.store.get(&target)?.as_deref() == Some(text) {
            return Ok(target);
        }
        // A torn copy is worth nothing, and the original is still there.
        self.store.remove(&target)?;
        Err(StoreError::Other {
            message: "the copy differs from the original".to_owned(),
        })
    }
}
