//! Asking the browser to keep the data when the device runs short of room.
//!
//! Not here: when to ask, and what to tell the user of the answer.

use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;

use super::{PlatformError, asking};

/// How much the browser says is used and allowed, over all kinds of storage, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Estimate {
    /// Used by this origin.
    pub used: u64,
    /// Allowed for this origin.
    pub allowed: u64,
}

/// Whether the browser has promised to keep the data until the user deletes it.
///
/// # Errors
/// When the browser cannot say.
pub async fn is_persistent() -> Result<bool, PlatformError> {
    ask("persisted").await.map(|answer| answer.is_truthy())
}

/// Asks for that promise. Some browsers ask the user, some decide by how often the user comes.
///
/// # Errors
/// When the browser knows no such promise.
pub async fn request_persistence() -> Result<bool, PlatformError> {
    ask("persist").await.map(|answer| answer.is_truthy())
}

/// The browser's estimate.
///
/// # Errors
/// When the browser gives none.
pub async fn estimate() -> Result<Estimate, PlatformError> {
    let answer = ask("estimate").await?;
    let bytes = |name: &str| {
        let number = Reflect::get(&answer, &name.into()).ok()?.as_f64()?;
        Some(number as u64)
    };
    let given = |name| bytes(name).ok_or(PlatformError::Unavailable);
    Ok(Estimate {
        used: given("usage")?,
        allowed: given("quota")?,
    })
}

/// Without https there is no storage manager, though the type says otherwise.
async fn ask(method: &str) -> Result<JsValue, PlatformError> {
    let manager = asking::of_navigator("storage").ok_or(PlatformError::Unavailable)?;
    asking::ask(&manager, method, &Array::new()).await
}
