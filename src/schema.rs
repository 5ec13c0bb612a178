//! JSON Schemas of files and standard packs, generated from the types, for people who write either
//! by hand or read them with other programs.
//!
//! Only with the feature `schema`; the app itself carries none of it. A schema knows the shape
//! alone: sums of points, ids that must exist and the checksum are the door's business
//! (`exchange::import`, `standard::validation`).

use crate::exchange::SCHEMA_VERSION;
use crate::exchange::envelope::{AssessmentPayload, BackupPayload, ReviewPayload, StandardPayload};
use crate::standard::StandardPack;
use schemars::JsonSchema;
use serde_json::Value;

/// All schemas: the file name of each under `docs/`, and the schema.
pub fn documents() -> Vec<(&'static str, Value)> {
    vec![
        (
            "file-format.schema.json",
            schemars::schema_for!(File).to_value(),
        ),
        (
            "standard-pack.schema.json",
            schemars::schema_for!(StandardPack).to_value(),
        ),
    ]
}

/// A file of 五基五星自评: an envelope around one payload.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its schema is of use")]
struct File {
    /// What program wrote it: always `wuxing`.
    format: Format,
    /// The version of the form (格式版本).
    #[schemars(range(min = 1, max = SCHEMA_VERSION))]
    version: u32,
    /// The version of the app that wrote it.
    app: Option<String>,
    /// When it was exported (导出时间), UTC, for example `2026-11-21T08:15:30.123Z`.
    exported_at: Option<String>,
    /// The SHA-256 of the payload in canonical form (校验码), 64 hexadecimal digits.
    #[schemars(regex(pattern = "^[0-9A-Fa-f]{64}$"))]
    sha256: Option<String>,
    /// The public key that signed it (签名者), 32 bytes in base64url without padding.
    signer: Option<String>,
    /// The signature (签名), 64 bytes in base64url without padding.
    signature: Option<String>,
    /// What is inside.
    #[serde(flatten)]
    content: Content,
}

/// The name of the format.
#[derive(JsonSchema)]
#[serde(rename_all = "snake_case")]
#[expect(dead_code, reason = "only its schema is of use")]
enum Format {
    Wuxing,
}

/// What is in a file (文件种类).
#[derive(JsonSchema)]
#[serde(tag = "kind", content = "payload", rename_all = "snake_case")]
#[expect(dead_code, reason = "only its schema is of use")]
enum Content {
    /// One assessment with its organisation (一份自评).
    Assessment(Box<AssessmentPayload>),
    /// Everything on a device (全部备份).
    Backup(Box<BackupPayload>),
    /// A standard pack (标准包).
    Standard(Box<StandardPayload>),
    /// What whoever checks found of one period (审核).
    Review(Box<ReviewPayload>),
    /// A file that opens by its passphrase alone (加口令的文件).
    Sealed(Box<SealedPayload>),
}

/// What can be read of a sealed file without its passphrase, and what is sealed. Bytes are written
/// in base64url without padding.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its schema is of use")]
struct SealedPayload {
    /// The version of this header: 1.
    seal: u32,
    /// How the key is derived: `argon2id`.
    kdf: String,
    /// How much memory that takes, in KiB: at most 65536, and 262144 times the passes.
    memory_kib: u32,
    /// How many passes over the memory: at most 16.
    passes: u32,
    /// How many lanes: at most 4.
    lanes: u32,
    /// The salt, 16 to 64 bytes.
    salt: String,
    /// The cipher: `chacha20-poly1305`.
    cipher: String,
    /// The nonce, 12 bytes.
    nonce: String,
    /// The first 8 bytes of the SHA-256 of `wuxing-seal-check` and the key.
    check: String,
    /// How what is inside was made smaller before: `deflate`.
    compression: String,
    /// How many bytes are sealed, with the 16 that the cipher adds.
    length: u64,
    /// What is to help whoever sealed it to remember the passphrase.
    hint: Option<String>,
    /// What is sealed.
    sealed: String,
}
