//! The payload of a file, taken apart into its documents, each still plain JSON.
//!
//! Not here: their types ([`super::typed`]).

use super::document::DocumentKind;
use super::envelope::Kind;
use super::fault::{ImportError, ImportIssue};
use serde_json::{Map, Value};

/// A document of a file, before it is migrated and typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    /// Where it stands in the file.
    pub place: String,
    /// What it is.
    pub content: PartContent,
    /// The document.
    pub value: Value,
}

/// What a part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PartContent {
    /// A whole document.
    Document(DocumentKind),
    /// A pack without the id and the time that a device gives it.
    BarePack,
}

/// What a backup is made of.
const BACKUP_PARTS: [&str; 5] = [
    "settings",
    "standards",
    "organizations",
    "assessments",
    "ledgers",
];

/// Takes a payload apart, in the order in which documents depend on each other, and names what it
/// does not know.
pub(super) fn parts(
    kind: Kind,
    payload: Value,
) -> Result<(Vec<Part>, Vec<ImportIssue>), ImportError> {
    let Value::Object(mut members) = payload else {
        return Err(ImportError::WrongShape {
            place: "payload".to_owned(),
            problem: "expected an object".to_owned(),
        });
    };
    let known = match kind {
        Kind::Assessment => &["organization", "assessment"][..],
        Kind::Standard => &["standard"],
        Kind::Backup => &BACKUP_PARTS,
        Kind::Review => &["ledgers"],
    };
    let mut found = known.iter().filter_map(|name| members.get(*name));
    if found.all(says_nothing) {
        return Err(nothing_inside(kind, &members));
    }
    let mut parts = Vec::new();
    let mut one =
        |name: &str, content, needed: bool, members: &mut Map<String, Value>| match members
            .remove(name)
        {
            None | Some(Value::Null) if needed => Err(ImportError::WrongShape {
                place: "payload".to_owned(),
                problem: format!("missing field `{name}`"),
            }),
            None | Some(Value::Null) => Ok(()),
            Some(value) => {
                parts.push(Part {
                    place: format!("payload.{name}"),
                    content,
                    value,
                });
                Ok(())
            }
        };
    use PartContent::{BarePack, Document};
    match kind {
        Kind::Assessment => {
            one("standard", BarePack, false, &mut members)?;
            one(
                "organization",
                Document(DocumentKind::Organization),
                true,
                &mut members,
            )?;
            one(
                "assessment",
                Document(DocumentKind::Assessment),
                true,
                &mut members,
            )?;
            parts.extend(list("ledgers", DocumentKind::Ledger, &mut members)?);
        }
        Kind::Standard => one("standard", BarePack, true, &mut members)?,
        Kind::Review => parts.extend(list("ledgers", DocumentKind::Ledger, &mut members)?),
        Kind::Backup => {
            one(
                "settings",
                Document(DocumentKind::Settings),
                false,
                &mut members,
            )?;
            parts.extend(list("standards", DocumentKind::Standard, &mut members)?);
            parts.extend(list(
                "organizations",
                DocumentKind::Organization,
                &mut members,
            )?);
            parts.extend(list("assessments", DocumentKind::Assessment, &mut members)?);
            parts.extend(list("ledgers", DocumentKind::Ledger, &mut members)?);
        }
    }
    let unknown = members
        .into_iter()
        .map(|(name, _)| ImportIssue::UnknownPart { name });
    Ok((parts, unknown.collect()))
}

/// Whether a part of a payload brings nothing.
fn says_nothing(part: &Value) -> bool {
    part.is_null() || part.as_array().is_some_and(Vec::is_empty)
}

/// The refusal of a file that brings nothing of its kind, with what it has instead.
fn nothing_inside(kind: Kind, members: &Map<String, Value>) -> ImportError {
    let others = members.iter().filter(|(_, value)| !says_nothing(value));
    let names = others.map(|(name, _)| name.chars().take(40).collect());
    ImportError::NothingInside {
        kind,
        instead: names.collect(),
    }
}

/// The documents of a list; no list is an empty list.
fn list(
    name: &str,
    kind: DocumentKind,
    members: &mut Map<String, Value>,
) -> Result<Vec<Part>, ImportError> {
    match members.remove(name) {
        None | Some(Value::Null) => Ok(Vec::new()),
        Some(Value::Array(values)) => Ok(values
            .into_iter()
            .enumerate()
            .map(|(index, value)| Part {
                place: format!("payload.{name}[{index}]"),
                content: PartContent::Document(kind),
                value,
            })
            .collect()),
        Some(_) => Err(ImportError::WrongShape {
            place: format!("payload.{name}"),
            problem: "expected a list".to_owned(),
        }),
    }
}
