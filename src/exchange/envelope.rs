//! The envelope (信封) of a file: what program wrote it, in which form, when, and a checksum over
//! what is inside.
//!
//! The checksum is the SHA-256 of the payload in canonical form, so that white space and the order
//! of members do not matter. Not here: what the payload means (`typed`).

use super::document::StoredStandard;
use super::fault::{ImportError, ImportIssue};
use super::instant;
use super::sealing::{self, SealedFile};
use super::settings::Settings;
use crate::assessment::{Assessment, Organization};
use crate::canonical::{self, CanonicalError};
use crate::ledger::LedgerPage;
use crate::standard::StandardPack;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// What stands under `format` in every file of this app.
pub const FORMAT: &str = "wuxing";

/// The version of the form of files and documents that this build writes.
pub const SCHEMA_VERSION: u32 = 4;

/// What is in a file (文件种类).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// One assessment with its organisation (一份自评).
    Assessment,
    /// Everything on a device (全部备份).
    Backup,
    /// A standard pack (标准包).
    Standard,
    /// What whoever checks found of one period (审核).
    Review,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Assessment, Self::Backup, Self::Standard, Self::Review];

    /// Its name in a file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Assessment => "assessment",
            Self::Backup => "backup",
            Self::Standard => "standard",
            Self::Review => "review",
        }
    }
}

/// The payload of a file with one assessment.
// It is read alone; what is written is a `for_others::ForOthers`, which has the same members.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AssessmentPayload {
    /// The organisation, with its local settings.
    pub organization: Organization,
    /// The assessment.
    pub assessment: Assessment,
    /// The pages of the ledger (册页) with the entries that belong to it.
    #[serde(default)]
    pub ledgers: Vec<LedgerPage>,
    /// The pack it was answered against, if that is not built in.
    #[serde(default)]
    pub standard: Option<StandardPack>,
}

/// The payload of a file with everything on a device.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct BackupPayload {
    /// The settings of the device.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settings: Option<Settings>,
    /// All organisations.
    pub organizations: Vec<Organization>,
    /// All assessments.
    pub assessments: Vec<Assessment>,
    /// All pages of the ledgers (册页).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ledgers: Vec<LedgerPage>,
    /// All packs that the user loaded.
    pub standards: Vec<StoredStandard>,
}

/// The payload of a file with a standard pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StandardPayload {
    /// The pack.
    pub standard: StandardPack,
}

/// The payload of a file with a review (审核).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReviewPayload {
    /// Pages of the ledger of the organisation that was reviewed, with the entries of the review
    /// alone.
    pub ledgers: Vec<LedgerPage>,
}

/// An envelope that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Envelope {
    pub version: u32,
    pub kind: Kind,
    pub app: Option<String>,
    pub exported_at: Option<i64>,
    pub payload: Value,
    pub sha256: Option<String>,
    pub signer: Option<String>,
    pub signature: Option<String>,
}

impl Envelope {
    /// Reads an envelope: the program first, then the version, then the kind, so that a file of a
    /// newer build is refused by its version and not by what else is new in it.
    pub(super) fn read(value: Value) -> Result<Self, ImportError> {
        let Value::Object(mut members) = value else {
            return Err(ImportError::AnotherProgram { found: None });
        };
        if is_bare_pack(&members) {
            return Ok(Self::around_pack(members));
        }
        let format = text(&members, "format");
        if format.as_deref() != Some(FORMAT) {
            let found = format.map(|format| format.chars().take(40).collect());
            return Err(ImportError::AnotherProgram { found });
        }
        let version = version(members.get("version"))?;
        let kind = members
            .get("kind")
            .ok_or_else(|| missing("kind"))?
            .as_str()
            .ok_or_else(|| wrong("kind", "expected a string".to_owned()))?;
        if kind == sealing::KIND {
            return Err(sealed(&members));
        }
        let kind = Kind::ALL
            .into_iter()
            .find(|known| known.name() == kind)
            .ok_or_else(|| ImportError::UnknownKind {
                found: kind.chars().take(80).collect(),
            })?;
        let payload = members
            .remove("payload")
            .ok_or_else(|| missing("payload"))?;
        Ok(Self {
            version,
            kind,
            app: text(&members, "app"),
            exported_at: text(&members, "exported_at")
                .as_deref()
                .and_then(instant::read),
            payload,
            sha256: text(&members, "sha256"),
            signer: text(&members, "signer"),
            signature: text(&members, "signature"),
        })
    }

    /// The envelope that a pack goes without, as its schema describes it.
    fn around_pack(pack: Map<String, Value>) -> Self {
        let payload = [("standard".to_owned(), Value::Object(pack))];
        Self {
            version: SCHEMA_VERSION,
            kind: Kind::Standard,
            app: None,
            exported_at: None,
            payload: Value::Object(payload.into_iter().collect()),
            sha256: None,
            signer: None,
            signature: None,
        }
    }

    /// Holds the checksum against that of the payload, or says why the payload has none.
    pub(super) fn checksum_issue(
        &self,
        found: Result<String, CanonicalError>,
    ) -> Result<Option<ImportIssue>, ImportError> {
        let found = found.map_err(fraction)?;
        Ok(match &self.sha256 {
            None => Some(ImportIssue::NoChecksum),
            Some(sum) if sum.trim().eq_ignore_ascii_case(&found) => None,
            Some(_) => Some(ImportIssue::ChecksumDiffers),
        })
    }
}

/// Checks the version of a file.
fn version(found: Option<&Value>) -> Result<u32, ImportError> {
    let found = found.ok_or_else(|| missing("version"))?;
    let number = found.as_u64();
    check_version(number.ok_or_else(|| wrong("version", format!("not a version: {found}")))?)
}

/// The version as this build counts them; newer ones are refused by name.
pub(super) fn check_version(found: u64) -> Result<u32, ImportError> {
    match u32::try_from(found) {
        Ok(0) => Err(wrong("version", "not a version: 0".to_owned())),
        Ok(version) if version <= SCHEMA_VERSION => Ok(version),
        _ => Err(ImportError::NewerVersion {
            found,
            known: SCHEMA_VERSION,
        }),
    }
}

/// Puts a payload into its envelope, pretty and in the order in which a user reads it. It is put
/// together by hand, because a JSON object of the library keeps no order.
pub(super) fn write(
    kind: Kind,
    payload: &Value,
    exported_at_ms: i64,
    app: &str,
) -> Result<String, WriteFault> {
    let sha256 = canonical::sha256_hex(&canonical::write(payload)?);
    // No string of JSON holds a bare line break, so every one of them is between two members.
    let payload = serde_json::to_string_pretty(payload)?.replace('\n', "\n  ");
    let (app, exported_at) = (Value::from(app), instant::write(exported_at_ms));
    let kind = kind.name();
    Ok(format!(
        "{{\n  \"format\": \"{FORMAT}\",\n  \"version\": {SCHEMA_VERSION},\n  \
         \"kind\": \"{kind}\",\n  \"app\": {app},\n  \"exported_at\": \"{exported_at}\",\n  \
         \"payload\": {payload},\n  \
         \"sha256\": \"{sha256}\"\n}}"
    ))
}

/// Why an envelope could not be written.
#[derive(Debug, thiserror::Error)]
pub(super) enum WriteFault {
    /// A number is no integer.
    #[error(transparent)]
    NoCanonicalForm(#[from] CanonicalError),
    /// The serializer refused.
    #[error(transparent)]
    Serializer(#[from] serde_json::Error),
}

/// A text member.
fn text(members: &Map<String, Value>, name: &str) -> Option<String> {
    members.get(name).and_then(Value::as_str).map(str::to_owned)
}

/// What is known of a sealed file, which opens by its passphrase alone.
fn sealed(members: &Map<String, Value>) -> ImportError {
    let payload = members.get("payload").cloned().unwrap_or_default();
    let sha256 = members.get("sha256").and_then(Value::as_str);
    match SealedFile::read(payload, sha256) {
        Ok(sealed) => ImportError::Sealed {
            sealed: Box::new(sealed),
        },
        Err(fault) => ImportError::SealBroken(fault),
    }
}

/// Whether an object without an envelope is a standard pack, however faulty.
fn is_bare_pack(members: &Map<String, Value>) -> bool {
    /// Members that a pack has and little else.
    const OF_PACKS: [&str; 7] = [
        "disclaimer",
        "verified_on",
        "judgement",
        "basics",
        "stars",
        "award",
        "checklist",
    ];
    let known = OF_PACKS.iter().filter(|name| members.contains_key(**name));
    !members.contains_key("format") && known.count() >= 3
}

/// A member that must be there is not.
fn missing(name: &str) -> ImportError {
    wrong("", format!("missing field `{name}`"))
}

/// A member is not what it should be.
fn wrong(place: &str, problem: String) -> ImportError {
    ImportError::WrongShape {
        place: place.to_owned(),
        problem,
    }
}

/// A number with a fraction, which this format does not have.
fn fraction(error: CanonicalError) -> ImportError {
    let CanonicalError::NotAnInteger { place, number } = error;
    let place = place
        .split('/')
        .skip(1)
        .fold("payload".to_owned(), |path, part| {
            let part = part.replace("~1", "/").replace("~0", "~");
            match part.parse::<usize>() {
                Ok(index) => format!("{path}[{index}]"),
                Err(_) => format!("{path}.{part}"),
            }
        });
    ImportError::WrongShape {
        place,
        problem: format!("not an integer: {number}"),
    }
}
