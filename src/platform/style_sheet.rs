//! A style sheet that comes with a part of the app (随部分而来的样式), so that no start loads what
//! is seen on few pages.
//!
//! It is made by the script and not fetched, which the page's policy allows; every browser above
//! the floor can do it. Not here: what stands in it (`style/`).

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::PlatformError;

/// Has the page follow this sheet from now on, after all others.
///
/// # Errors
/// When the browser does not make it.
pub fn follow(sheet: &str) -> Result<(), PlatformError> {
    follow_it(sheet).map_err(|thrown| PlatformError::of(&thrown))
}

// web-sys counts both among what may still change, so they are called by their names.
fn follow_it(sheet: &str) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let document = window.document().ok_or(JsValue::NULL)?;
    let class: Function = Reflect::get(&window, &"CSSStyleSheet".into())?.dyn_into()?;
    let made = Reflect::construct(&class, &Array::new())?;
    let fill: Function = Reflect::get(&made, &"replaceSync".into())?.dyn_into()?;
    fill.call1(&made, &sheet.into())?;
    let sheets = JsValue::from("adoptedStyleSheets");
    let all = Array::from(&Reflect::get(&document, &sheets)?);
    all.push(&made);
    Reflect::set(&document, &sheets, &all).map(drop)
}
