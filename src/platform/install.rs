//! The browser's offer to put the app on the home screen (添加到桌面), where it makes one.
//!
//! The offer may come before the app runs: `public/boot/begin.js` takes it in and keeps it. Not
//! here: when to pass it on.

use super::{Listener, PlatformError};
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Under what name the offer is kept at the window.
const OFFER: &str = "wuxingInstall";

/// What the browser says when it makes an offer.
const OFFERED: &str = "beforeinstallprompt";

/// Whether there is an offer.
pub fn is_offered() -> bool {
    offer().is_some()
}

/// Takes the offer up: the browser asks the user. An offer can be taken up once.
pub fn ask() {
    let Some(offer) = offer() else { return };
    let ask = Reflect::get(&offer, &"prompt".into()).ok();
    if let Some(ask) = ask.and_then(|ask| ask.dyn_into::<Function>().ok()) {
        // A browser that takes its offer back, at once or later, has nothing to say that the user
        // would not see.
        if let Ok(asked) = ask.call0(&offer) {
            let said = JsFuture::from(Promise::resolve(&asked));
            spawn_local(async move { drop(said.await) });
        }
    }
    if let Some(window) = web_sys::window() {
        let _ = Reflect::set(&window, &OFFER.into(), &JsValue::NULL);
    }
}

/// Calls `hear` when there is an offer. The listener hears as long as it is kept.
///
/// # Errors
/// When the browser refuses the listener.
pub fn on_change(hear: impl Fn() + 'static) -> Result<Listener, PlatformError> {
    let window = web_sys::window().ok_or(PlatformError::Unavailable)?;
    Listener::new(window, OFFERED, move |_| hear())
}

fn offer() -> Option<JsValue> {
    let window = web_sys::window()?;
    let offer = Reflect::get(&window, &OFFER.into()).ok()?;
    offer.is_object().then_some(offer)
}
