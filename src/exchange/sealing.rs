//! Sealing a file with a passphrase (口令): whoever has the file and not the passphrase reads nothing
//! of it but when it was made, and the hint.
//!
//! The key is derived by Argon2id, and what is inside is compressed and then encrypted by
//! ChaCha20-Poly1305 (RFC 8439), with the header as what is authenticated beside it. The header
//! says all that it takes to open the file, within limits that a hostile file cannot exceed. Not
//! here: asking for a passphrase (`ui`), and what is inside, which is a file like any other. No
//! part of this can be opened without the passphrase, by whomever.

mod derivation;
mod header;

pub use derivation::{Passphrase, PassphraseTooShort, SHORTEST_PASSPHRASE};
pub use header::{SealFault, SealedFile};

use self::derivation::{Derivation, Key};
use super::envelope::{FORMAT, SCHEMA_VERSION};
use super::instant;
use super::limits::{LONGEST_HINT, MOST_BYTES};
use crate::canonical;
use crate::effects::{NoRandomness, Randomness};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use serde_json::{Map, Value};

/// The kind that the envelope of a sealed file names.
pub const KIND: &str = "sealed";

/// How hard what is inside is compressed, of 10.
const COMPRESSION: u8 = 6;

/// Why a file was not sealed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SealingError {
    /// There is no source of randomness that nobody can guess.
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
    /// The device has not the memory that deriving the key takes.
    #[error("not enough memory")]
    NoMemory,
    /// What came of it does not open again, or the cipher refused.
    #[error("not sealed")]
    NotSealed,
}

/// Why a sealed file was not opened. Nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UnsealingError {
    /// The passphrase is another one.
    #[error("another passphrase")]
    WrongPassphrase,
    /// The passphrase is right, and what is inside was changed or damaged.
    #[error("damaged")]
    Damaged,
    /// The device has not the memory that deriving the key takes.
    #[error("not enough memory")]
    NoMemory,
}

/// Seals the text of a file. The hint may be empty; whoever has the file can read it.
///
/// It takes about a second of computing, and a few on a slow phone, in which nothing else is done.
///
/// # Errors
/// See [`SealingError`]; a file that would not open again is not handed out.
pub fn seal(
    text: &str,
    passphrase: &Passphrase,
    hint: &str,
    randomness: &dyn Randomness,
    exported_at_ms: i64,
    app_version: &str,
) -> Result<String, SealingError> {
    let (mut salt, mut nonce) = ([0; 16], [0; 12]);
    randomness.fill(&mut salt)?;
    randomness.fill(&mut nonce)?;
    let derivation = Derivation::OURS;
    let key = derivation.key(passphrase, &salt);
    let key = key.map_err(|_| SealingError::NoMemory)?;
    let hint: String = hint.trim().chars().take(LONGEST_HINT).collect();
    let compressed = compress_to_vec(text.as_bytes(), COMPRESSION);
    let length = compressed.len() + header::TAG_LENGTH;
    let header = header::written(&derivation, &salt, &nonce, &key.check, length, &hint);
    let sealed = cipher(&key).encrypt(
        &Nonce::from(nonce),
        Payload {
            msg: &compressed,
            aad: authenticated(&header)?.as_bytes(),
        },
    );
    let sealed = sealed.map_err(|_| SealingError::NotSealed)?;
    let file = in_envelope(header, &sealed, exported_at_ms, app_version)?;
    Ok(file)
}

impl SealedFile {
    /// Opens it: the text of the file that is inside.
    ///
    /// It takes as long as sealing does.
    ///
    /// # Errors
    /// See [`UnsealingError`].
    pub fn open(&self, passphrase: &Passphrase) -> Result<String, UnsealingError> {
        let key = self.derivation().key(passphrase, self.salt());
        let key = key.map_err(|_| UnsealingError::NoMemory)?;
        if key.check != *self.check() {
            return Err(UnsealingError::WrongPassphrase);
        }
        let damaged = || UnsealingError::Damaged;
        let authenticated = authenticated(self.header()).map_err(|_| damaged())?;
        let opened = cipher(&key).decrypt(
            &Nonce::from(*self.nonce()),
            Payload {
                msg: self.sealed(),
                aad: authenticated.as_bytes(),
            },
        );
        let compressed = opened.map_err(|_| damaged())?;
        let bytes = decompress_to_vec_with_limit(&compressed, MOST_BYTES);
        String::from_utf8(bytes.map_err(|_| damaged())?).map_err(|_| damaged())
    }
}

fn cipher(key: &Key) -> ChaCha20Poly1305 {
    ChaCha20Poly1305::new(&key.bytes.into())
}

/// What the cipher authenticates beside what it encrypts: the canonical form of the header.
fn authenticated(header: &Map<String, Value>) -> Result<String, SealingError> {
    canonical::write(&Value::Object(header.clone())).map_err(|_| SealingError::NotSealed)
}

/// The envelope, which goes every way that other files go.
fn in_envelope(
    header: Map<String, Value>,
    sealed: &[u8],
    exported_at_ms: i64,
    app_version: &str,
) -> Result<String, SealingError> {
    let mut payload = header;
    payload.insert("sealed".to_owned(), header::encoded(sealed).into());
    let payload = Value::Object(payload);
    let canonical = canonical::write(&payload).map_err(|_| SealingError::NotSealed)?;
    let sha256 = canonical::sha256_hex(&canonical);
    let pretty = serde_json::to_string_pretty(&payload).map_err(|_| SealingError::NotSealed)?;
    let payload_text = pretty.replace('\n', "\n  ");
    let (app, exported_at) = (Value::from(app_version), instant::write(exported_at_ms));
    Ok(format!(
        "{{\n  \"format\": \"{FORMAT}\",\n  \"version\": {SCHEMA_VERSION},\n  \
         \"kind\": \"{KIND}\",\n  \"app\": {app},\n  \"exported_at\": \"{exported_at}\",\n  \
         \"payload\": {payload_text},\n  \
         \"sha256\": \"{sha256}\"\n}}"
    ))
}
