//! How much of the store is used, in the unit browsers count in.
//!
//! Not here: what to tell the user about it.

use super::key_value::{KeyValueStore, StoreError};
use super::keys::PREFIX;

/// What Chromium gives an origin, in UTF-16 units; others give about as much.
pub const ESTIMATED_ROOM: u64 = 5_242_880;

/// How much of the store is used. All in UTF-16 units, keys and values counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Usage {
    /// Used by this app.
    pub ours: u64,
    /// Used by other programs of the same origin, which share the room.
    pub others: u64,
    /// The estimated room for all of them.
    pub room: u64,
}

impl Usage {
    /// Counts what `store` holds, against a `room` that the caller estimates
    /// ([`ESTIMATED_ROOM`] if nothing better is known).
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn of(store: &dyn KeyValueStore, room: u64) -> Result<Self, StoreError> {
        let mut usage = Self {
            ours: 0,
            others: 0,
            room,
        };
        for key in store.keys()? {
            let value = store.get(&key)?.unwrap_or_default();
            let units = utf16_units(&key) + utf16_units(&value);
            if key.starts_with(PREFIX) {
                usage.ours += units;
            } else {
                usage.others += units;
            }
        }
        Ok(usage)
    }

    /// Whether it is other programs of the same origin that fill the store, so that deleting what
    /// is ours would not help.
    #[must_use]
    pub fn is_filled_by_others(self) -> bool {
        self.others > self.ours && self.others > self.room / 2
    }

    /// What is left of the room.
    #[must_use]
    pub fn left(self) -> u64 {
        self.room.saturating_sub(self.ours + self.others)
    }

    /// The used part of the room in hundredths, at most 100.
    #[must_use]
    pub fn percent(self) -> u8 {
        let used = (self.ours + self.others).saturating_mul(100) / self.room.max(1);
        u8::try_from(used.min(100)).unwrap_or(100)
    }
}

/// The length of a text in UTF-16 units, which is what a browser's quota counts.
#[must_use]
pub fn utf16_units(text: &str) -> u64 {
    // Every character begins with one byte that no other byte of it looks like, and those that take
    // two units have four bytes.
    let units = |byte: &u8| u64::from(byte & 0xC0 != 0x80) + u64::from(*byte >= 0xF0);
    text.as_bytes().iter().map(units).sum()
}

#[cfg(test)]
mod tests {
    use super::super::memory::MemoryStore;
    use super::*;

    #[test]
    fn usage_counts_utf16_units_of_keys_and_values() {
        fn check(entries: &[(&str, &str)], expected: (u64, u64, u8)) {
            let store = MemoryStore::default();
            for (key, value) in entries {
                store.set(key, value).unwrap();
            }
            let usage = Usage::of(&store, 100).unwrap();
            assert_eq!(
                (usage.ours, usage.others, usage.percent()),
                expected,
                "{entries:?}"
            );
        }
        check(&[], (0, 0, 0));
        check(&[("wuxing:a", "党建")], (10, 0, 10));
        check(&[("wuxing:a", "𠮷")], (10, 0, 10));
        check(&[("wuxing:a", "é一\u{ffff}\u{10ffff}")], (13, 0, 13));
        check(&[("wuxing:a", ""), ("other", "12345")], (8, 10, 18));
        check(&[("other", &"x".repeat(500))], (0, 505, 100));
    }
}
