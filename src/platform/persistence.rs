//! Asking the browser to keep the data when the device runs short of room.
//!
//! Not here: when to ask, and what to tell the person of the answer.

use js_sys::{Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{StorageEstimate, StorageManager};

use super::PlatformError;

/// How much the browser says is used and allowed, over all kinds of storage, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Estimate {
    /// Used by this origin.
    pub used: u64,
    /// Allowed for this origin.
    pub allowed: u64,
}

/// Whether the browser has promised to keep the data until the person deletes it.
///
/// # Errors
/// When the browser cannot say.
pub async fn is_persistent() -> Result<bool, PlatformError> {
    answer(manager().and_then(|manager| manager.persisted()))
        .await
        .map(|answer| answer.is_truthy())
}

/// Asks for that promise. Some browsers ask the person, some decide by how often she comes.
///
/// # Errors
/// When the browser knows no such promise.
pub async fn request_persistence() -> Result<bool, PlatformError> {
    answer(manager().and_then(|manager| manager.persist()))
        .await
        .map(|answer| answer.is_truthy())
}

/// The browser's estimate.
///
/// # Errors
/// When the browser gives none.
pub async fn estimate() -> Result<Estimate, PlatformError> {
    let answer = answer(manager().and_then(|manager| manager.estimate())).await?;
    let estimate: StorageEstimate = answer.unchecked_into();
    let bytes = |number: Option<f64>| number.map_or(0, |number| number as u64);
    Ok(Estimate {
        used: bytes(estimate.get_usage()),
        allowed: bytes(estimate.get_quota()),
    })
}

/// Without https there is no storage manager, though the type says otherwise.
fn manager() -> Result<StorageManager, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let manager = Reflect::get(&window.navigator(), &"storage".into())?;
    manager.dyn_into()
}

async fn answer(promise: Result<Promise, JsValue>) -> Result<JsValue, PlatformError> {
    let promise = promise.map_err(|_| PlatformError::Unavailable)?;
    JsFuture::from(promise)
        .await
        .map_err(|thrown| PlatformError::of(&thrown))
}
