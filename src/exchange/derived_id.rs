//! Ids that follow from content, for things that come in without an id of their own: the same
//! file opened twice must not become two documents.
//!
//! Not here: ids of what a user makes (`effects`).

use crate::canonical;
use uuid::{Builder, Uuid};

/// The id that follows from this text; a UUID of version 8.
pub fn from_content(text: &str) -> Uuid {
    let hex = canonical::sha256_hex(text);
    let mut bytes = [0; 16];
    for (byte, pair) in bytes.iter_mut().zip(hex.as_bytes().chunks_exact(2)) {
        let digits = std::str::from_utf8(pair).unwrap_or_default();
        *byte = u8::from_str_radix(digits, 16).unwrap_or_default();
    }
    Builder::from_custom_bytes(bytes).into_uuid()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_depends_on_the_content_alone() {
        assert_eq!(
            from_content("abc").to_string(),
            "ba7816bf-8f01-8fea-8141-40de5dae2223"
        );
        assert_ne!(from_content("abc"), from_content("abd"));
    }
}
