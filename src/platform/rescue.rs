//! Calling the rescue page of the boot script, which works when nothing else does.
//!
//! Not here: the rescue page (`public/boot/`).

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Has a panic show the rescue page with the raw data, never a dead page.
pub fn rescue_on_panic() {
    std::panic::set_hook(Box::new(|panic| show_rescue(&panic.to_string())));
}

/// Shows the rescue page.
pub fn show_rescue(message: &str) {
    let rescue = Reflect::get(&js_sys::global(), &JsValue::from_str("wuxingRescue"));
    if let Some(rescue) = rescue
        .ok()
        .and_then(|rescue| rescue.dyn_into::<Function>().ok())
    {
        // There is nobody left to tell if even this fails.
        let _ = rescue.call1(&JsValue::NULL, &JsValue::from_str(message));
    }
}
