//! The bytes of a file that the user has chosen.
//!
//! Not here: choosing it (a native file input of the interface) and what the bytes mean.

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use super::PlatformError;

/// The largest file that is read unless the caller says otherwise, in bytes: far more than any
/// backup, and little enough for an old phone.
pub const LARGEST_FILE: u64 = 32 * 1024 * 1024;

/// Why a file was not read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FileFault {
    /// It is larger than allowed.
    #[error("the file has {size} bytes, and {limit} are allowed")]
    TooLarge {
        /// Its size in bytes.
        size: u64,
        /// The largest size allowed, in bytes.
        limit: u64,
    },
    /// The browser could not read it; it may have been moved or be out of reach.
    #[error("the file could not be read: {error}")]
    Unreadable {
        /// What the browser answered.
        error: PlatformError,
    },
}

/// Whether the browser lets whole folders be chosen.
pub fn can_choose_folders() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    let input = document.and_then(|document| document.create_element("input").ok());
    input.is_some_and(|input| Reflect::has(&input, &"webkitdirectory".into()) == Ok(true))
}

/// Reads a whole file of at most `limit` bytes.
///
/// # Errors
/// When the file is larger or cannot be read.
pub async fn read_file(file: &File, limit: u64) -> Result<Vec<u8>, FileFault> {
    // A browser gives the size as a floating-point number; it is whole and not negative.
    let size = file.size() as u64;
    if size > limit {
        return Err(FileFault::TooLarge { size, limit });
    }
    let buffer = JsFuture::from(file.array_buffer())
        .await
        .map_err(|thrown| FileFault::Unreadable {
            error: PlatformError::of(&thrown),
        })?;
    Ok(Uint8Array::new(&buffer).to_vec())
}
