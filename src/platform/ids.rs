//! Bytes for new ids, from the browser's source of randomness.
//!
//! Not here: the ids themselves (`effects::new_id`).

use std::cell::Cell;

use js_sys::Math;

use crate::effects::IdSource;

/// The browser's random bytes.
///
/// Where the browser has no `crypto`, which no browser above the floor lacks, the bytes come from
/// `Math.random` and a counter: ids must be different, and need not be secret.
#[derive(Debug, Default)]
pub struct BrowserIds {
    given: Cell<u16>,
}

#[expect(
    clippy::disallowed_methods,
    reason = "this is the adapter that the ban points to"
)]
impl IdSource for BrowserIds {
    fn bytes(&self) -> [u8; 10] {
        let mut bytes = [0; 10];
        let crypto = web_sys::window().and_then(|window| window.crypto().ok());
        let filled =
            crypto.is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
        if !filled {
            self.given.set(self.given.get().wrapping_add(1));
            bytes = std::array::from_fn(|_| (Math::random() * 256.0) as u8);
            bytes[8..].copy_from_slice(&self.given.get().to_be_bytes());
        }
        bytes
    }
}
