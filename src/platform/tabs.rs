//! What other tabs of this app write to localStorage.
//!
//! Not here: reading and merging it.

use wasm_bindgen::JsCast;
use web_sys::StorageEvent;

use super::{Listener, PlatformError};
use crate::storage::keys::{ERASING_KEY, parse_slot_key};

/// What another tab has changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TabChange {
    /// A slot of this document.
    Document {
        /// The document's key.
        key: String,
    },
    /// Everything was removed at once: by another page of the same address or by the browser, since
    /// the app never does that.
    Emptied,
    /// Another tab is about to delete everything on the user's order.
    Erasing,
}

/// Calls `hear` with every change of another tab.
///
/// # Errors
/// When the browser refuses the listener.
pub fn on_other_tab(hear: impl Fn(TabChange) + 'static) -> Result<Listener, PlatformError> {
    let window = web_sys::window().ok_or(PlatformError::Unavailable)?;
    Listener::new(&window, "storage", move |event| {
        let event: StorageEvent = event.unchecked_into();
        match event.key() {
            None => hear(TabChange::Emptied),
            // It is set and taken away again.
            Some(key) if key == ERASING_KEY => {
                if event.new_value().is_some() {
                    hear(TabChange::Erasing);
                }
            }
            Some(key) => {
                if let Some((document, _)) = parse_slot_key(&key) {
                    hear(TabChange::Document {
                        key: document.to_owned(),
                    });
                }
            }
        }
    })
}
