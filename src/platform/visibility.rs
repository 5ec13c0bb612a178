//! The last moment at which something can be saved, when the page is hidden or left, and the first
//! at which it is looked at again.
//!
//! Not here: saving, and what is looked at anew.

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

/// Calls `come_back` whenever the page is looked at again: shown after it was hidden, taken out of
/// the browser's memory, given the focus, or led to another of its addresses.
///
/// # Errors
/// When the browser refuses the listeners.
pub fn on_return(come_back: impl Fn() + 'static) -> Result<ReturnListener, PlatformError> {
    let window = web_sys::window().ok_or(PlatformError::Unavailable)?;
    let document = window.document().ok_or(PlatformError::Unavailable)?;
    let come_back = Rc::new(come_back);
    let (shown, watched) = (come_back.clone(), document.clone());
    let mut listeners = vec![Listener::new(&document, "visibilitychange", move |_| {
        if watched.visibility_state() == VisibilityState::Visible {
            shown();
        }
    })?];
    for name in ["pageshow", "focus", "hashchange"] {
        let returned = come_back.clone();
        listeners.push(Listener::new(&window, name, move |_| returned())?);
    }
    Ok(ReturnListener { listeners })
}

/// Listens for the page being looked at again, until it is dropped.
#[must_use = "nothing is heard once it is dropped; `forever` keeps it"]
pub struct ReturnListener {
    listeners: Vec<Listener>,
}

impl ReturnListener {
    /// Listens as long as the page lives.
    pub fn forever(self) {
        self.listeners.into_iter().for_each(Listener::forever);
    }
}
