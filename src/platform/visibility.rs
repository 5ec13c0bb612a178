//! The last moment at which something can be saved: the page is hidden or left.
//!
//! Not here: saving.

use std::rc::Rc;

use web_sys::VisibilityState;

use super::{Listener, PlatformError};

/// Listens for the page being hidden or left, until it is dropped.
#[must_use = "nothing is heard once it is dropped; `forever` keeps it"]
pub struct LeaveListener {
    listeners: [Listener; 2],
}

impl LeaveListener {
    /// Listens as long as the page lives.
    pub fn forever(self) {
        self.listeners.into_iter().for_each(Listener::forever);
    }
}

/// Asks before the page is closed or left for another address, as long as `would_lose` says that
/// leaving would lose something. The words of the question are the browser's own, and a browser
/// on a phone may not ask at all.
///
/// # Errors
/// When the browser refuses the listener.
pub fn ask_before_leaving(would_lose: impl Fn() -> bool + 'static) -> Result<(), PlatformError> {
    let window = web_sys::window().ok_or(PlatformError::Unavailable)?;
    let asking = Listener::new(&window, "beforeunload", move |event| {
        if would_lose() {
            event.prevent_default();
        }
    })?;
    asking.forever();
    Ok(())
}

/// Calls `leave` whenever the page is hidden (another app, another tab, the screen off) or left.
/// Both may come for one leaving. A phone kills a hidden page without a further word.
///
/// # Errors
/// When the browser refuses the listeners.
pub fn on_leave(leave: impl Fn() + 'static) -> Result<LeaveListener, PlatformError> {
    let window = web_sys::window().ok_or(PlatformError::Unavailable)?;
    let document = window.document().ok_or(PlatformError::Unavailable)?;
    let leave = Rc::new(leave);
    let (hidden, watched) = (leave.clone(), document.clone());
    let on_hidden = Listener::new(&document, "visibilitychange", move |_| {
        if watched.visibility_state() == VisibilityState::Hidden {
            hidden();
        }
    })?;
    let on_left = Listener::new(&window, "pagehide", move |_| leave())?;
    Ok(LeaveListener {
        listeners: [on_hidden, on_left],
    })
}
