//! Bytes for keys, from the browser's source of randomness.
//!
//! Not here: bytes for ids (`ids`), which must be different and need not be secret.

use crate::effects::{NoRandomness, Randomness};

/// The most bytes that a browser gives at once.
const AT_ONCE: usize = 65_536;

/// The browser's random bytes. Where the browser has no `crypto` there are none: what can be
/// guessed is no key.
#[derive(Clone, Copy, Debug, Default)]
pub struct BrowserRandomness;

impl Randomness for BrowserRandomness {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoRandomness> {
        let crypto = web_sys::window().and_then(|window| window.crypto().ok());
        let crypto = crypto.ok_or(NoRandomness)?;
        bytes.chunks_mut(AT_ONCE).try_for_each(|piece| {
            let filled = crypto.get_random_values_with_u8_array(piece);
            filled.map(|_| ()).map_err(|_| NoRandomness)
        })
    }
}
