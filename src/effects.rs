//! What the pure parts ask of the outside world: the time, ids, and bytes that nobody can guess.
//!
//! Not here: any clock or any source of randomness. Both are handed in, so that everything below
//! the interface gives the same result twice. The browser's are in `platform`.

use std::cell::Cell;

use uuid::{Builder, Uuid};

/// Tells the time.
pub trait Clock {
    /// The present instant in milliseconds since 1970-01-01T00:00:00Z.
    fn now_ms(&self) -> i64;

    /// How many minutes the time of the device is ahead of UTC at present; 480 in China. It is
    /// asked anew each time, since a device travels.
    fn offset_minutes(&self) -> i32;
}

/// Gives the part of an id that no other device has.
pub trait IdSource {
    /// Ten bytes that are different at every call on every device.
    fn bytes(&self) -> [u8; 10];
}

/// Makes a new id: a UUID of version 7, so that ids sort by the time of their making.
///
/// An instant before 1970, which only a device with a broken clock has, counts as 1970: the
/// random bytes alone then keep the ids apart.
///
/// ```
/// use wuxing::effects::{FixedClock, CountingIds, new_id};
/// let (clock, ids) = (FixedClock::at(1_700_000_000_000), CountingIds::default());
/// assert!(new_id(&clock, &ids) < new_id(&clock, &ids));
/// ```
pub fn new_id(clock: &dyn Clock, ids: &dyn IdSource) -> Uuid {
    let milliseconds = u64::try_from(clock.now_ms()).unwrap_or(0);
    Builder::from_unix_timestamp_millis(milliseconds, &ids.bytes()).into_uuid()
}

/// Gives bytes that nobody can guess, for keys and what belongs to them.
pub trait Randomness {
    /// Fills `bytes`.
    ///
    /// # Errors
    /// [`NoRandomness`] where there is no source that is fit for keys; no other takes its place.
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoRandomness>;
}

/// There is no source of randomness that nobody can guess.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no source of randomness")]
pub struct NoRandomness;

/// A clock that stands still until it is moved; for tests and examples.
#[derive(Debug, Default)]
pub struct FixedClock {
    now_ms: Cell<i64>,
    offset_minutes: Cell<i32>,
}

impl FixedClock {
    /// A clock that shows `now_ms`, milliseconds since 1970 UTC.
    #[must_use]
    pub fn at(now_ms: i64) -> Self {
        Self {
            now_ms: Cell::new(now_ms),
            offset_minutes: Cell::new(0),
        }
    }

    /// Moves the device into a zone so many minutes ahead of UTC.
    pub fn move_to_zone(&self, offset_minutes: i32) {
        self.offset_minutes.set(offset_minutes);
    }

    /// Moves the clock on by `milliseconds`.
    pub fn advance(&self, milliseconds: i64) {
        self.now_ms.set(self.now_ms.get() + milliseconds);
    }
}

impl Clock for FixedClock {
    fn now_ms(&self) -> i64 {
        self.now_ms.get()
    }

    fn offset_minutes(&self) -> i32 {
        self.offset_minutes.get()
    }
}

/// An id source that counts up; for tests and examples.
#[derive(Debug, Default)]
pub struct CountingIds {
    given: Cell<u64>,
}

impl IdSource for CountingIds {
    fn bytes(&self) -> [u8; 10] {
        self.given.set(self.given.get() + 1);
        let mut bytes = [0; 10];
        bytes[2..].copy_from_slice(&self.given.get().to_be_bytes());
        bytes
    }
}

/// A source of bytes that counts up, so that the same is sealed and signed alike; for tests and
/// examples, and never for a key that is to keep anything.
#[derive(Debug, Default)]
pub struct CountingRandomness {
    given: Cell<u8>,
}

impl Randomness for CountingRandomness {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoRandomness> {
        for byte in bytes {
            self.given.set(self.given.get().wrapping_add(1));
            *byte = self.given.get();
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_carries_the_time_of_its_making() {
        let clock = FixedClock::at(1_700_000_000_000);
        let id = new_id(&clock, &CountingIds::default());
        assert_eq!(id.get_version_num(), 7);
        assert_eq!(id.as_u128() >> 80, 1_700_000_000_000);
    }

    #[test]
    fn a_clock_before_1970_still_gives_different_ids() {
        let (clock, ids) = (FixedClock::at(-5), CountingIds::default());
        assert_ne!(new_id(&clock, &ids), new_id(&clock, &ids));
    }
}
