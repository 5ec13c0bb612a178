//! From a passphrase to a key (由口令得出密钥): Argon2id, which takes memory and time on purpose, so that
//! whoever tries passphrases one after the other gets through few of them.
//!
//! Not here: what the key is used for.

use argon2::{Algorithm, Argon2, Block, Params, Version};
use sha2::{Digest, Sha256};

/// The fewest characters of a new passphrase. Fewer are tried out in no time.
pub const SHORTEST_PASSPHRASE: usize = 6;

/// A passphrase (口令), as it is taken into account: without the white space around it, and with
/// the wide letters, digits and signs of a Chinese keyboard as plain ones, since nobody sees the
/// difference.
#[derive(Clone, PartialEq, Eq)]
pub struct Passphrase(String);

/// A passphrase that is too short for a new one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("fewer than {SHORTEST_PASSPHRASE} characters")]
pub struct PassphraseTooShort;

impl Passphrase {
    /// A passphrase that a file is to be sealed with.
    ///
    /// # Errors
    /// [`PassphraseTooShort`], for one of fewer than [`SHORTEST_PASSPHRASE`] characters.
    pub fn chosen(text: &str) -> Result<Self, PassphraseTooShort> {
        let given = Self::given(text);
        match given.0.chars().count() >= SHORTEST_PASSPHRASE {
            true => Ok(given),
            false => Err(PassphraseTooShort),
        }
    }

    /// A passphrase that a file is to be opened with.
    pub fn given(text: &str) -> Self {
        let plain = |sign: char| match sign {
            '\u{3000}' => ' ',
            '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(sign) - 0xFEE0).unwrap_or(sign),
            other => other,
        };
        let text: String = text.chars().map(plain).collect();
        Self(text.trim().to_owned())
    }
}

/// How a key is derived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Derivation {
    /// How much memory it takes, in KiB.
    pub memory_kib: u32,
    /// How many times it goes over it.
    pub passes: u32,
    /// How many lanes the memory has.
    pub lanes: u32,
}

impl Derivation {
    /// What new files are sealed with: measured to take a good second on a slow phone.
    pub const OURS: Self = Self {
        memory_kib: 19_456,
        passes: 3,
        lanes: 1,
    };

    /// The most memory that a file can ask for, in KiB.
    const MOST_MEMORY_KIB: u32 = 65_536;
    /// The most passes and lanes.
    const MOST_PASSES: u32 = 16;
    const MOST_LANES: u32 = 4;
    /// The most that memory and passes can come to together, in KiB: a little more than four times
    /// what new files take.
    const MOST_WORK_KIB: u32 = 262_144;

    /// Whether it is one that can be asked of a phone.
    pub fn is_within_limits(&self) -> bool {
        let lanes = 1..=Self::MOST_LANES;
        let work = u64::from(self.memory_kib) * u64::from(self.passes);
        lanes.contains(&self.lanes)
            && (1..=Self::MOST_PASSES).contains(&self.passes)
            && (8 * self.lanes..=Self::MOST_MEMORY_KIB).contains(&self.memory_kib)
            && work <= u64::from(Self::MOST_WORK_KIB)
    }

    /// Derives the key.
    pub fn key(&self, passphrase: &Passphrase, salt: &[u8]) -> Result<Key, NoMemory> {
        let params = Params::new(self.memory_kib, self.passes, self.lanes, None);
        let params = params.map_err(|_| NoMemory)?;
        // What a phone cannot give must not end the app.
        let mut memory = Vec::new();
        let blocks = params.block_count();
        memory.try_reserve_exact(blocks).map_err(|_| NoMemory)?;
        memory.resize(blocks, Block::default());
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let mut bytes = [0; 32];
        argon2
            .hash_password_into_with_memory(passphrase.0.as_bytes(), salt, &mut bytes, &mut memory)
            .map_err(|_| NoMemory)?;
        Ok(Key {
            check: check_value(&bytes),
            bytes,
        })
    }
}

/// There is not enough memory.
pub(super) struct NoMemory;

/// A key, and what shows that it is the right one.
pub(super) struct Key {
    pub bytes: [u8; 32],
    /// Stands in the header, so that another passphrase is told from a file that was damaged. It
    /// says no more about the key than the seal itself does.
    pub check: [u8; 8],
}

fn check_value(key: &[u8; 32]) -> [u8; 8] {
    let mut digest = Sha256::new();
    digest.update(b"wuxing-seal-check");
    digest.update(key);
    let mut check = [0; 8];
    check
        .iter_mut()
        .zip(digest.finalize())
        .for_each(|(byte, of_digest)| *byte = of_digest);
    check
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_makes_no_other_passphrase() {
        fn check(typed: &str, meant: &str) {
            assert!(
                Passphrase::given(typed) == Passphrase::given(meant),
                "{typed:?}"
            );
        }

        check(" 2026xinba ", "2026xinba");
        check("２０２６ｘｉｎｂａ", "2026xinba");
        check("新坝\u{3000}支部！", "新坝 支部!");
        assert!(Passphrase::given("Xinba1") != Passphrase::given("xinba1"));
    }

    #[test]
    fn a_new_passphrase_has_some_length() {
        fn check(text: &str, long_enough: bool) {
            assert_eq!(Passphrase::chosen(text).is_ok(), long_enough, "{text}");
        }

        check("", false);
        check("12345", false);
        check("12345 ", false);
        check("123456", true);
        check("新坝村党支部", true);
    }

    #[test]
    fn a_file_cannot_ask_for_any_amount_of_work() {
        fn check(memory_kib: u32, passes: u32, lanes: u32, expected: bool) {
            let derivation = Derivation {
                memory_kib,
                passes,
                lanes,
            };
            assert_eq!(derivation.is_within_limits(), expected, "{derivation:?}");
        }

        let ours = Derivation::OURS;
        check(ours.memory_kib, ours.passes, ours.lanes, true);
        check(8, 1, 1, true);
        check(65_536, 4, 4, true);
        check(65_536, 5, 1, false);
        check(65_537, 1, 1, false);
        check(7, 1, 1, false);
        check(8, 1, 2, false);
        check(1_024, 0, 1, false);
        check(1_024, 17, 1, false);
        check(1_024, 1, 0, false);
        check(1_024, 1, 5, false);
        check(u32::MAX, u32::MAX, u32::MAX, false);
    }
}
