//! The little that is asked of a key-value store, and how it may refuse.
//!
//! Not here: any store. The browser's localStorage is in `platform::local_storage`, the one for
//! tests in [`super::memory`].

use std::rc::Rc;

/// Why a key-value store did not do what was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// The browser forbids storage here: private mode, a setting, or a policy.
    #[error("the browser does not allow storage here")]
    Denied,
    /// There is no room for the value; what was stored before is untouched.
    #[error("there is no room left in the store")]
    QuotaExceeded,
    /// There is no such store.
    #[error("there is no store")]
    Unavailable,
    /// Anything else, in the browser's own words.
    #[error("the store failed: {message}")]
    Other {
        /// The browser's own words, for a report and not for the user.
        message: String,
    },
}

/// A store of texts under keys, as localStorage is one.
///
/// Every call takes effect at once for later calls. That it has reached the disk is not promised.
pub trait KeyValueStore {
    /// The value under `key`, or `None` if there is none.
    ///
    /// # Errors
    /// When the store cannot be read.
    fn get(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// Puts `value` under `key`, whatever was there before.
    ///
    /// # Errors
    /// When the store refuses; the old value is then still there.
    fn set(&self, key: &str, value: &str) -> Result<(), StoreError>;

    /// Removes `key` and its value; a key that is not there is no error.
    ///
    /// # Errors
    /// When the store refuses.
    fn remove(&self, key: &str) -> Result<(), StoreError>;

    /// All keys, in no particular order, those of other programs of the same origin included.
    ///
    /// # Errors
    /// When the store cannot be read.
    fn keys(&self) -> Result<Vec<String>, StoreError>;
}

impl<Store: KeyValueStore + ?Sized> KeyValueStore for Rc<Store> {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        (**self).get(key)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        (**self).set(key, value)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        (**self).remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        (**self).keys()
    }
}

/// A store that refuses everything, for a browser that has none or forbids it.
///
/// With it the app still runs, keeps everything in memory and in the journal, and says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusingStore {
    /// What every call answers.
    pub error: StoreError,
}

impl KeyValueStore for RefusingStore {
    fn get(&self, _key: &str) -> Result<Option<String>, StoreError> {
        Err(self.error.clone())
    }

    fn set(&self, _key: &str, _value: &str) -> Result<(), StoreError> {
        Err(self.error.clone())
    }

    fn remove(&self, _key: &str) -> Result<(), StoreError> {
        Err(self.error.clone())
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        Err(self.error.clone())
    }
}
