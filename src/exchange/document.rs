//! What is kept on the device and sent in files: five kinds of documents, each under its key.
//!
//! Not here: how a document is stored (`storage`) or put into a file ([`super::export`]).

use super::settings::Settings;
use crate::assessment::{Assessment, Organization};
use crate::ledger::LedgerPage;
use crate::standard::StandardPack;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

/// One document.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(
    clippy::large_enum_variant,
    reason = "a device holds a few dozen documents"
)]
pub enum Document {
    /// The settings of the app on this device (设置).
    Settings(Settings),
    /// An organisation (组织).
    Organization(Organization),
    /// An assessment (自评).
    Assessment(Assessment),
    /// A page of the ledger (册页).
    Ledger(LedgerPage),
    /// A pack that the user loaded (自带标准包).
    Standard(StoredStandard),
}

/// A pack that the user loaded (自带标准包).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StoredStandard {
    /// Its id on this device; follows from the content where a file has none.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub id: Uuid,
    /// The pack.
    pub pack: StandardPack,
    /// When it was loaded, in UTC milliseconds.
    #[serde(default)]
    pub added_at: i64,
    /// How it was made here (草稿), as the pages write it on which that is done; plain JSON, since
    /// nothing else needs to read it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draft: Option<Value>,
    /// Whether it is still being made, so that nothing can be held against it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unpublished: bool,
    /// Fields of a later version, kept as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The kind of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DocumentKind {
    /// See [`Document::Settings`].
    Settings,
    /// See [`Document::Organization`].
    Organization,
    /// See [`Document::Assessment`].
    Assessment,
    /// See [`Document::Ledger`].
    Ledger,
    /// See [`Document::Standard`].
    Standard,
}

/// The key of a document; written `settings`, `organization/<uuid>`, `assessment/<uuid>`,
/// `ledger/<uuid>` or `standard/<uuid>`.
///
/// ```
/// use wuxing::exchange::DocumentKey;
/// assert_eq!("settings".parse(), Ok(DocumentKey::Settings));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DocumentKey {
    /// The settings; there is one of them.
    Settings,
    /// An organisation.
    Organization(Uuid),
    /// An assessment.
    Assessment(Uuid),
    /// A page of the ledger.
    Ledger(Uuid),
    /// A pack that the user loaded.
    Standard(Uuid),
}

/// A text that is the key of no document this build knows.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no key of a document: {key:?}")]
pub struct UnknownDocumentKey {
    /// The text as it was found.
    pub key: String,
}

impl Document {
    /// Its key.
    pub fn key(&self) -> DocumentKey {
        match self {
            Self::Settings(_) => DocumentKey::Settings,
            Self::Organization(organization) => DocumentKey::Organization(organization.id),
            Self::Assessment(assessment) => DocumentKey::Assessment(assessment.id),
            Self::Ledger(page) => DocumentKey::Ledger(page.id),
            Self::Standard(standard) => DocumentKey::Standard(standard.id),
        }
    }

    /// The organisation that it is, or to which it belongs; `None` for settings and packs.
    pub fn organization(&self) -> Option<Uuid> {
        match self {
            Self::Organization(organization) => Some(organization.id),
            Self::Assessment(assessment) => Some(assessment.organization),
            Self::Ledger(page) => Some(page.organization),
            Self::Settings(_) | Self::Standard(_) => None,
        }
    }

    /// Its JSON text as it is stored on the device, in the form of
    /// [`SCHEMA_VERSION`](super::SCHEMA_VERSION).
    ///
    /// # Errors
    /// If the serializer refuses, which none of the five kinds gives it a reason for.
    pub fn body(&self) -> Result<String, serde_json::Error> {
        match self {
            Self::Settings(settings) => serde_json::to_string(settings),
            Self::Organization(organization) => serde_json::to_string(organization),
            Self::Assessment(assessment) => serde_json::to_string(assessment),
            Self::Ledger(page) => serde_json::to_string(page),
            Self::Standard(standard) => serde_json::to_string(standard),
        }
    }
}

impl DocumentKey {
    /// The kind of the document under this key.
    pub fn kind(self) -> DocumentKind {
        match self {
            Self::Settings => DocumentKind::Settings,
            Self::Organization(_) => DocumentKind::Organization,
            Self::Assessment(_) => DocumentKind::Assessment,
            Self::Ledger(_) => DocumentKind::Ledger,
            Self::Standard(_) => DocumentKind::Standard,
        }
    }
}

impl fmt::Display for DocumentKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Settings => formatter.write_str("settings"),
            Self::Organization(id) => write!(formatter, "organization/{id}"),
            Self::Assessment(id) => write!(formatter, "assessment/{id}"),
            Self::Ledger(id) => write!(formatter, "ledger/{id}"),
            Self::Standard(id) => write!(formatter, "standard/{id}"),
        }
    }
}

impl FromStr for DocumentKey {
    type Err = UnknownDocumentKey;

    fn from_str(text: &str) -> Result<Self, UnknownDocumentKey> {
        let known = match text.split_once('/') {
            None if text == "settings" => Some(Self::Settings),
            None => None,
            Some((kind, id)) => Uuid::try_parse(id).ok().and_then(|id| match kind {
                "organization" => Some(Self::Organization(id)),
                "assessment" => Some(Self::Assessment(id)),
                "ledger" => Some(Self::Ledger(id)),
                "standard" => Some(Self::Standard(id)),
                _ => None,
            }),
        };
        // A UUID can be written in several ways, a key in one: two keys must not name one document.
        known
            .filter(|key| key.to_string() == text)
            .ok_or_else(|| UnknownDocumentKey {
                key: text.chars().take(80).collect(),
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_have_one_form() {
        fn check(text: &str, known: bool) {
            let key = text.parse::<DocumentKey>();
            assert_eq!(key.is_ok(), known, "{text}");
            if let Ok(key) = key {
                assert_eq!(key.to_string(), text);
            }
        }

        check("settings", true);
        check("organization/0190163d-8694-739b-aea5-966c26f8ad91", true);
        check("assessment/0190163d-8694-739b-aea5-966c26f8ad91", true);
        check("ledger/0190163d-8694-739b-aea5-966c26f8ad91", true);
        check("standard/0190163d-8694-739b-aea5-966c26f8ad91", true);
        check("organization/0190163D-8694-739B-AEA5-966C26F8AD91", false);
        check("organization/0190163d8694739baea5966c26f8ad91", false);
        check("organization/{0190163d-8694-739b-aea5-966c26f8ad91}", false);
        check("duty/0190163d-8694-739b-aea5-966c26f8ad91", false);
        check("settings/0190163d-8694-739b-aea5-966c26f8ad91", false);
        check("organization/", false);
        check("organization", false);
        check("", false);
    }
}
