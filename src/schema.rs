//! JSON Schemas of files and standard packs, generated from the types, for people who write either
//! by hand or read them with other programs.
//!
//! Only with the feature `schema`; the app itself carries none of it. A schema knows the shape
//! alone: sums of points, ids that must exist and the checksum are the door's business
//! (`exchange::import`, `standard::validation`).

use crate::exchange::SCHEMA_VERSION;
use crate::exchange::envelope::{AssessmentPayload, BackupPayload, StandardPayload};
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
}
