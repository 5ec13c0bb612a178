//! Handing a file to the user by the browser's download.
//!
//! Not here: what is in the file, and whether it arrived: only the user knows that.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::PlatformError;
use super::surroundings::Surroundings;

/// How long the browser may take to begin to read the file, in milliseconds. An address that is
/// taken back too early makes the download fail on slow phones.
const ADDRESS_LIFE_MS: i32 = 60_000;

/// What can be expected of a download that was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Download {
    /// The browser has taken it; the user sees it arrive or not.
    Asked,
    /// The browser has taken it, but browsers like this one are known to drop it without a word.
    /// The text is to be offered for copying.
    LikelyIgnored,
}

/// Downloads `bytes` under `file_name`, as a file of the media type `media_type`.
///
/// # Errors
/// When the browser refuses.
pub fn download(
    file_name: &str,
    media_type: &str,
    bytes: &[u8],
    surroundings: &Surroundings,
) -> Result<Download, PlatformError> {
    start(file_name, media_type, bytes).map_err(|thrown| PlatformError::of(&thrown))?;
    Ok(if surroundings.likely_ignores_downloads() {
        Download::LikelyIgnored
    } else {
        Download::Asked
    })
}

fn start(file_name: &str, media_type: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let document = window.document().ok_or(JsValue::NULL)?;
    let body = document.body().ok_or(JsValue::NULL)?;
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let anchor: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    anchor.set_href(&address);
    anchor.set_download(file_name);
    anchor.set_hidden(true);
    // Some browsers follow only a link that is part of the page.
    body.append_child(&anchor)?;
    anchor.click();
    anchor.remove();
    let revoke = Closure::once_into_js(move || Url::revoke_object_url(&address));
    window.set_timeout_with_callback_and_timeout_and_arguments_0(
        revoke.unchecked_ref(),
        ADDRESS_LIFE_MS,
    )?;
    Ok(())
}
