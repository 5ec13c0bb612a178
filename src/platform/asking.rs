//! Calling a method that a browser may lack, and waiting for an answer that may be none.
//!
//! The types of `web-sys` say what the standard says. An in-app browser, an extension or a setting
//! may have taken a method away, may make it throw, or answer with something that is no promise; a
//! call that trusts the types then ends the app. Not here: what is asked for.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::PlatformError;

/// A property of the browser's `navigator`, such as `clipboard`; `None` if it is not there or may
/// not be looked at.
pub fn of_navigator(name: &str) -> Option<JsValue> {
    let navigator = web_sys::window()?.navigator();
    let found = Reflect::get(&navigator, &name.into()).ok()?;
    found.is_object().then_some(found)
}

/// Calls a method and waits for its answer, be it a promise or not.
///
/// # Errors
/// When there is no such method, it throws, or its promise is refused.
pub async fn ask(target: &JsValue, method: &str, with: &Array) -> Result<JsValue, PlatformError> {
    let answer = call(target, method, with).map_err(|thrown| PlatformError::of(&thrown))?;
    JsFuture::from(Promise::resolve(&answer))
        .await
        .map_err(|thrown| PlatformError::of(&thrown))
}

/// Waits for a promise for as long as it takes.
///
/// # Errors
/// When it is refused.
pub async fn awaited(promise: &Promise) -> Result<JsValue, PlatformError> {
    let answer = JsFuture::from(promise.clone()).await;
    answer.map_err(|thrown| PlatformError::of(&thrown))
}

/// As [`ask`], but a promise that is still open after `patience_ms` milliseconds counts as none.
///
/// # Errors
/// As for [`ask`], and when there is no answer in time.
pub async fn ask_in_time(
    target: &JsValue,
    method: &str,
    with: &Array,
    patience_ms: i32,
) -> Result<JsValue, PlatformError> {
    let answer = call(target, method, with).map_err(|thrown| PlatformError::of(&thrown))?;
    in_time(&answer, patience_ms).await
}

/// Waits for an answer, be it a promise or not, for `patience_ms` milliseconds at most.
///
/// # Errors
/// When its promise is refused, or still open then.
pub async fn in_time(answer: &JsValue, patience_ms: i32) -> Result<JsValue, PlatformError> {
    let in_time = Promise::race(&Array::of2(answer, &refused_after(patience_ms)));
    JsFuture::from(in_time)
        .await
        .map_err(|thrown| PlatformError::of(&thrown))
}

/// Waits until the browser has had its own turn, in which it answers taps and draws.
pub async fn rest() {
    pause(0).await;
}

/// Waits for so many milliseconds.
pub async fn pause(milliseconds: i32) {
    let turn = Promise::new(&mut |done, _| {
        let window = web_sys::window();
        let asked = window.map(|window| {
            window.set_timeout_with_callback_and_timeout_and_arguments_0(&done, milliseconds)
        });
        if !matches!(asked, Some(Ok(_))) {
            // Without a timer nobody is kept waiting.
            let _ = done.call0(&JsValue::NULL);
        }
    });
    // It is never refused.
    let _ = JsFuture::from(turn).await;
}

fn call(target: &JsValue, method: &str, with: &Array) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(target, &method.into())?.dyn_into()?;
    function.apply(target, with)
}

fn refused_after(patience_ms: i32) -> Promise {
    Promise::new(&mut |_, refuse| {
        if let Some(window) = web_sys::window() {
            // Without a timer the answer is waited for as long as it takes.
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_1(
                &refuse,
                patience_ms,
                &JsValue::from_str("no answer"),
            );
        }
    })
}
