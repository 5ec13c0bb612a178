//! The entries of the browser's history (浏览记录): each can carry a number, by which it is known again
//! when the user comes back to it.
//!
//! Not here: which page stands at which entry (`ui::trail`).

use super::PlatformError;
use wasm_bindgen::JsValue;
use web_sys::History;

/// The number of the entry that is shown; `None` if it has none yet.
pub fn number() -> Option<u32> {
    let state = history().ok()?.state().ok()?.as_f64()?;
    let fits = state.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&state);
    // Within the range of the type, as was just asked.
    fits.then_some(state as u32)
}

/// Gives the entry that is shown a number.
///
/// # Errors
/// When the browser refuses.
pub fn set_number(number: u32) -> Result<(), PlatformError> {
    let replaced = history()?.replace_state(&JsValue::from(number), "");
    replaced.map_err(|thrown| PlatformError::of(&thrown))
}

/// Adds an entry of the same address with this number, so that 「返回」 leads to the one before.
///
/// # Errors
/// When the browser refuses.
pub fn add(number: u32) -> Result<(), PlatformError> {
    let added = history()?.push_state(&JsValue::from(number), "");
    added.map_err(|thrown| PlatformError::of(&thrown))
}

/// Goes this many entries back; the browser tells of it later.
///
/// # Errors
/// When the browser refuses.
pub fn go_back(entries: u32) -> Result<(), PlatformError> {
    let steps = i32::try_from(entries).unwrap_or(i32::MAX);
    let gone = history()?.go_with_delta(-steps);
    gone.map_err(|thrown| PlatformError::of(&thrown))
}

/// Has the browser leave the place of a page alone that the user comes back to: the page is put
/// together anew and is not there yet when the browser looks for its place.
pub fn keep_places_by_hand() {
    let Ok(history) = history() else { return };
    let (name, value) = ("scrollRestoration".into(), "manual".into());
    // A browser without it restores as it likes, and is corrected afterwards.
    let _ = js_sys::Reflect::set(&history, &name, &value);
}

fn history() -> Result<History, PlatformError> {
    let window = web_sys::window().ok_or(PlatformError::Unavailable)?;
    let history = window.history();
    history.map_err(|thrown| PlatformError::of(&thrown))
}
