//! An event listener that lives as long as its value.
//!
//! Not here: which events matter.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventTarget};

use super::PlatformError;

/// Hears an event until it is dropped.
#[must_use = "the listener is gone as soon as it is dropped; `forever` keeps it"]
pub struct Listener {
    target: EventTarget,
    event: &'static str,
    closure: Option<Closure<dyn FnMut(Event)>>,
}

impl Listener {
    /// Calls `hear` whenever `event` arrives at `target`.
    ///
    /// # Errors
    /// When the browser refuses the listener.
    pub fn new(
        target: impl AsRef<EventTarget>,
        event: &'static str,
        hear: impl FnMut(Event) + 'static,
    ) -> Result<Self, PlatformError> {
        let closure = Closure::<dyn FnMut(Event)>::new(hear);
        let target = target.as_ref().clone();
        target
            .add_event_listener_with_callback(event, closure.as_ref().unchecked_ref())
            .map_err(|thrown| PlatformError::of(&thrown))?;
        Ok(Self {
            target,
            event,
            closure: Some(closure),
        })
    }

    /// Listens as long as the page lives.
    pub fn forever(mut self) {
        if let Some(closure) = self.closure.take() {
            closure.forget();
        }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        if let Some(closure) = &self.closure {
            let callback = closure.as_ref().unchecked_ref();
            // A listener that cannot be removed hears on; there is nothing to be done about it.
            let _ = self
                .target
                .remove_event_listener_with_callback(self.event, callback);
        }
    }
}
