//! The header of a sealed file (加口令文件的头): read with the greatest care, since nothing shows yet who
//! wrote it.
//!
//! Not here: opening what is behind it.

use super::super::limits::LONGEST_HINT;
use super::derivation::Derivation;
use crate::canonical;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Map, Value};

/// The version of the header that this build writes and reads.
const VERSION: u64 = 1;

/// How many bytes the cipher adds.
pub(super) const TAG_LENGTH: usize = 16;

/// The shortest and the longest salt, in bytes.
const SALT_LENGTHS: std::ops::RangeInclusive<usize> = 16..=64;

/// A sealed file that was read as far as it can be read without its passphrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedFile {
    /// All members but the sealed ones, which the cipher authenticates.
    header: Map<String, Value>,
    derivation: Derivation,
    salt: Vec<u8>,
    nonce: [u8; 12],
    check: [u8; 8],
    hint: String,
    sealed: Vec<u8>,
}

/// Why a sealed file cannot be opened with any passphrase.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SealFault {
    /// It was sealed by a newer build.
    #[error("seal of version {found}")]
    Newer {
        /// The version of its header.
        found: u64,
    },
    /// Its end is missing.
    #[error("{found} bytes of {expected}")]
    CutOff {
        /// How many bytes it says it has.
        expected: u64,
        /// How many it has.
        found: u64,
    },
    /// It was changed or damaged on its way.
    #[error("damaged")]
    Damaged,
    /// Deriving its key would take more than can be asked of a phone, or is done in another way.
    #[error("the key is derived in a way that is not taken")]
    NotTaken,
}

impl SealedFile {
    /// Reads the payload of a sealed file; `sha256` is the checksum that its envelope has.
    pub(in super::super) fn read(payload: Value, sha256: Option<&str>) -> Result<Self, SealFault> {
        if let Some(version) = payload.get("seal").and_then(Value::as_u64)
            && version > VERSION
        {
            return Err(SealFault::Newer { found: version });
        }
        let canonical = canonical::write(&payload).map_err(|_| SealFault::Damaged)?;
        let Value::Object(mut header) = payload else {
            return Err(SealFault::Damaged);
        };
        let sealed = header.remove("sealed");
        let sealed = sealed.as_ref().and_then(Value::as_str);
        let sealed = sealed.ok_or(SealFault::Damaged)?;
        let length = header.get("length").and_then(Value::as_u64);
        let length = length.ok_or(SealFault::Damaged)?;
        // Four signs stand for three bytes, whatever they are.
        let found = (sealed.len() as u64).saturating_mul(3) / 4;
        if found < length {
            let expected = length;
            return Err(SealFault::CutOff { expected, found });
        }
        let sum = canonical::sha256_hex(&canonical);
        let sealed = decoded(sealed).ok_or(SealFault::Damaged)?;
        if sealed.len() as u64 != length
            || sha256.is_some_and(|given| !given.trim().eq_ignore_ascii_case(&sum))
        {
            return Err(SealFault::Damaged);
        }
        Self::of_header(header, sealed)
    }

    fn of_header(header: Map<String, Value>, sealed: Vec<u8>) -> Result<Self, SealFault> {
        let text = |name: &str| header.get(name).and_then(Value::as_str);
        let number = |name: &str| {
            let number = header.get(name).and_then(Value::as_u64);
            number.and_then(|number| u32::try_from(number).ok())
        };
        let known = [
            ("kdf", "argon2id"),
            ("cipher", "chacha20-poly1305"),
            ("compression", "deflate"),
        ];
        let is_known = known.iter().all(|(name, value)| text(name) == Some(*value));
        let derivation = (|| {
            Some(Derivation {
                memory_kib: number("memory_kib")?,
                passes: number("passes")?,
                lanes: number("lanes")?,
            })
        })();
        let derivation = derivation.filter(|one| is_known && one.is_within_limits());
        let derivation = derivation.ok_or(SealFault::NotTaken)?;
        let bytes = |name: &str| text(name).and_then(decoded).ok_or(SealFault::Damaged);
        let salt = bytes("salt")?;
        if !SALT_LENGTHS.contains(&salt.len()) || sealed.len() < TAG_LENGTH {
            return Err(SealFault::Damaged);
        }
        let (nonce, check) = (bytes("nonce")?, bytes("check")?);
        let hint = text("hint").unwrap_or_default();
        let hint = hint.chars().take(LONGEST_HINT).collect();
        Ok(Self {
            derivation,
            salt,
            nonce: nonce.try_into().map_err(|_| SealFault::Damaged)?,
            check: check.try_into().map_err(|_| SealFault::Damaged)?,
            hint,
            sealed,
            header,
        })
    }

    /// What whoever sealed it wrote to remember the passphrase by; empty if nothing.
    pub fn hint(&self) -> &str {
        &self.hint
    }

    pub(super) fn header(&self) -> &Map<String, Value> {
        &self.header
    }

    pub(super) fn derivation(&self) -> &Derivation {
        &self.derivation
    }

    pub(super) fn salt(&self) -> &[u8] {
        &self.salt
    }

    pub(super) fn nonce(&self) -> &[u8; 12] {
        &self.nonce
    }

    pub(super) fn check(&self) -> &[u8; 8] {
        &self.check
    }

    pub(super) fn sealed(&self) -> &[u8] {
        &self.sealed
    }
}

/// The members of a header of this version.
pub(super) fn written(
    derivation: &Derivation,
    salt: &[u8],
    nonce: &[u8],
    check: &[u8],
    length: usize,
    hint: &str,
) -> Map<String, Value> {
    let Derivation {
        memory_kib,
        passes,
        lanes,
    } = *derivation;
    let members = [
        ("seal", Value::from(VERSION)),
        ("kdf", "argon2id".into()),
        ("memory_kib", memory_kib.into()),
        ("passes", passes.into()),
        ("lanes", lanes.into()),
        ("salt", encoded(salt).into()),
        ("cipher", "chacha20-poly1305".into()),
        ("nonce", encoded(nonce).into()),
        ("check", encoded(check).into()),
        ("compression", "deflate".into()),
        ("length", length.into()),
    ];
    let hint = (!hint.is_empty()).then(|| ("hint", Value::from(hint)));
    let members = members.into_iter().chain(hint);
    members
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}

/// Bytes as text that no chat changes: letters, digits, hyphens and underlines.
pub(super) fn encoded(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

fn decoded(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text).ok()
}
