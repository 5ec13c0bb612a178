//! localStorage as a [`KeyValueStore`]: the home of the data.
//!
//! The texts go in and out raw: gloo-storage's own `get` and `set` add JSON quoting and lose the
//! text where it does not parse. Not here: what the texts mean (`storage`).

use std::rc::Rc;

use gloo_storage::{LocalStorage, Storage as _};
use wasm_bindgen::JsValue;

use super::PlatformError;
use crate::storage::key_value::{KeyValueStore, RefusingStore, StoreError};

const PROBE_KEY: &str = "wuxing:probe";

/// The browser's localStorage, which has been seen to work.
#[derive(Debug, Clone)]
pub struct BrowserStore {
    storage: web_sys::Storage,
}

impl BrowserStore {
    /// Opens localStorage and tries it once: writes, reads back, removes.
    ///
    /// A store that is full passes: what is in it can still be read, and smaller texts written.
    ///
    /// # Errors
    /// When there is none, it is forbidden, or does not give back what it was given.
    pub fn open() -> Result<Self, StoreError> {
        let window = web_sys::window().ok_or(StoreError::Unavailable)?;
        // gloo's `raw` panics where this fails, so it is asked first.
        window
            .local_storage()
            .map_err(refusal)?
            .ok_or(StoreError::Unavailable)?;
        let store = Self {
            storage: LocalStorage::raw(),
        };
        match store.set(PROBE_KEY, "probe") {
            Ok(()) => {
                let found = store.get(PROBE_KEY)?;
                store.remove(PROBE_KEY)?;
                if found.as_deref() == Some("probe") {
                    Ok(store)
                } else {
                    Err(StoreError::Other {
                        message: "the probe came back changed".to_owned(),
                    })
                }
            }
            Err(StoreError::QuotaExceeded) if store.storage.length().is_ok_and(|n| n > 0) => {
                Ok(store)
            }
            // A full store that holds nothing is how some browsers forbid it in private mode.
            Err(StoreError::QuotaExceeded) => Err(StoreError::Denied),
            Err(error) => Err(error),
        }
    }

    /// localStorage, or where there is none a store that refuses everything with the reason.
    #[must_use]
    pub fn open_or_refuse() -> Rc<dyn KeyValueStore> {
        match Self::open() {
            Ok(store) => Rc::new(store),
            Err(error) => Rc::new(RefusingStore { error }),
        }
    }
}

impl KeyValueStore for BrowserStore {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.storage.get_item(key).map_err(refusal)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.storage.set_item(key, value).map_err(refusal)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.storage.remove_item(key).map_err(refusal)
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let length = self.storage.length().map_err(refusal)?;
        (0..length)
            .filter_map(|index| self.storage.key(index).map_err(refusal).transpose())
            .collect()
    }
}

fn refusal(thrown: JsValue) -> StoreError {
    PlatformError::of(&thrown).into()
}
