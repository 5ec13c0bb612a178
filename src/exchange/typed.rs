//! Plain JSON to typed documents; an error names the place, and so does a field that is not kept.
//!
//! Not here: whether the content makes sense ([`super::meaning`]).

use super::derived_id;
use super::document::{Document, DocumentKind, StoredStandard};
use super::fault::{ImportError, ImportIssue};
use super::kept;
use super::migration;
use super::pack_shape;
use super::reading::{Part, PartContent};
use crate::standard;
use crate::typed_json::{self, Misfit};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use std::fmt;

/// A part of a file of this version as a document.
///
/// A bare pack gets an id that follows from its content, so that the same pack opened twice is the
/// same document, and `exported_at` as the time of its loading.
pub(super) fn from_part(
    part: Part,
    version: u32,
    exported_at: i64,
) -> Result<(Document, Vec<ImportIssue>), ImportError> {
    match part.content {
        PartContent::Document(kind) => document(&part.place, kind, version, part.value),
        PartContent::BarePack => {
            let kind = DocumentKind::Standard;
            let mut stored = Value::Object(Map::from_iter([("pack".to_owned(), part.value)]));
            migration::document(migration::STEPS, version, kind, &mut stored);
            let pack = stored.get_mut("pack").map_or(Value::Null, Value::take);
            let pack = pack_shape::read(&pack)?;
            let hash = standard::hash(&pack).map_err(|error| ImportError::WrongShape {
                place: part.place,
                problem: error.to_string(),
            })?;
            let id = derived_id::from_content(&hash);
            let extra = Map::new();
            let stored = StoredStandard {
                id,
                pack,
                added_at: exported_at,
                draft: None,
                unpublished: false,
                extra,
            };
            Ok((Document::Standard(stored), Vec::new()))
        }
    }
}

/// A document of this kind and version, and the fields of the JSON that it does not keep.
pub(super) fn document(
    place: &str,
    kind: DocumentKind,
    version: u32,
    mut value: Value,
) -> Result<(Document, Vec<ImportIssue>), ImportError> {
    migration::document(migration::STEPS, version, kind, &mut value);
    let document = of_this_version(place, kind, &value)?;
    let not_written = |error: serde_json::Error| ImportError::WrongShape {
        place: place.to_owned(),
        problem: error.to_string(),
    };
    let body = document.body().map_err(not_written)?;
    let mut lost = Vec::new();
    if !kept::is_all_in(&value, &body) {
        let kept = typed_json::parse(&body).map_err(not_written)?;
        find_lost(place, &value, &kept, &mut lost);
    }
    let issues = lost
        .into_iter()
        .map(|place| ImportIssue::NotKept { place })
        .collect();
    Ok((document, issues))
}

/// A document that the app itself has stored. Nobody is told of fields that it does not keep, so
/// it is not written again to look for them.
pub(super) fn stored_document(
    kind: DocumentKind,
    version: u32,
    mut value: Value,
) -> Result<Document, ImportError> {
    migration::document(migration::STEPS, version, kind, &mut value);
    of_this_version("", kind, &value)
}

fn of_this_version(
    place: &str,
    kind: DocumentKind,
    value: &Value,
) -> Result<Document, ImportError> {
    Ok(match kind {
        DocumentKind::Settings => Document::Settings(typed(place, value)?),
        DocumentKind::Organization => Document::Organization(typed(place, value)?),
        DocumentKind::Assessment => Document::Assessment(typed(place, value)?),
        DocumentKind::Ledger => Document::Ledger(typed(place, value)?),
        DocumentKind::Standard => Document::Standard(typed(place, value)?),
    })
}

/// JSON to a type.
fn typed<T: DeserializeOwned>(place: &str, value: &Value) -> Result<T, ImportError> {
    typed_json::read(value).map_err(
        |Misfit {
             place: inside,
             problem,
         }| {
            let place = match (place, inside.as_str()) {
                (_, "") => place.to_owned(),
                ("", _) => inside,
                (_, inside) if inside.starts_with('[') => format!("{place}{inside}"),
                _ => format!("{place}.{inside}"),
            };
            ImportError::WrongShape { place, problem }
        },
    )
}

/// Collects the places of `read` that `kept` lacks. What is empty anyway may be left unwritten.
fn find_lost(place: &str, read: &Value, kept: &Value, lost: &mut Vec<String>) {
    let place = (!place.is_empty()).then_some(Place::Start(place));
    find_lost_in(place.as_ref(), read, kept, lost);
}

fn find_lost_in(place: Option<&Place<'_>>, read: &Value, kept: &Value, lost: &mut Vec<String>) {
    match (read, kept) {
        (Value::Object(read), Value::Object(kept)) => {
            for (name, value) in read {
                let place = Place::Member(place, name);
                match kept.get(name) {
                    Some(kept) => find_lost_in(Some(&place), value, kept, lost),
                    None if is_empty(value) => {}
                    None => lost.push(place.to_string()),
                }
            }
        }
        (Value::Array(read), Value::Array(kept)) => {
            for (index, (read, kept)) in read.iter().zip(kept).enumerate() {
                find_lost_in(Some(&Place::Element(place, index)), read, kept, lost);
            }
        }
        _ => {}
    }
}

/// A place in a document, written down only where something is lost there.
enum Place<'a> {
    Start(&'a str),
    Member(Option<&'a Self>, &'a str),
    Element(Option<&'a Self>, usize),
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Start(place) => formatter.write_str(place),
            Self::Member(None, name) => formatter.write_str(name),
            Self::Member(Some(around), name) => write!(formatter, "{around}.{name}"),
            Self::Element(None, index) => write!(formatter, "[{index}]"),
            Self::Element(Some(around), index) => write!(formatter, "{around}[{index}]"),
        }
    }
}

/// Whether a value says no more than its absence.
fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::String(text) => text.is_empty(),
        Value::Array(elements) => elements.is_empty(),
        Value::Object(members) => members.values().all(is_empty),
        Value::Bool(true) | Value::Number(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn lost_fields_are_named() {
        fn check(read: Value, kept: Value, expected: &[&str]) {
            let mut lost = Vec::new();
            find_lost("payload.organization", &read, &kept, &mut lost);
            assert_eq!(lost, expected);
        }

        check(
            json!({"a": 1, "b": {"c": 2}}),
            json!({"a": 1, "b": {}}),
            &["payload.organization.b.c"],
        );
        check(
            json!({"a": [{"x": 1}, {"y": 2}]}),
            json!({"a": [{"x": 1}, {}]}),
            &["payload.organization.a[1].y"],
        );
        check(
            json!({"note": "", "list": [], "off": false, "none": null, "o": {}}),
            json!({}),
            &[],
        );
        check(json!({"on": true}), json!({}), &["payload.organization.on"]);
    }

    #[test]
    fn errors_name_the_place() {
        fn check(kind: DocumentKind, value: Value, place: &str) {
            match document("payload.x", kind, 1, value) {
                Err(ImportError::WrongShape { place: found, .. }) => assert_eq!(found, place),
                other => unreachable!("{other:?}"),
            }
        }

        let id = "0190163d-8694-739b-aea5-966c26f8ad91";
        check(
            DocumentKind::Settings,
            json!({"theme": "sepia"}),
            "payload.x.theme",
        );
        check(DocumentKind::Settings, json!([]), "payload.x");
        check(
            DocumentKind::Organization,
            json!({"id": "x"}),
            "payload.x.id",
        );
        check(
            DocumentKind::Assessment,
            json!({"id": id, "organization": id, "answers": {"ORG-01": {"changed_at": "now"}}}),
            "payload.x.answers.ORG-01.changed_at",
        );
        check(
            DocumentKind::Assessment,
            json!({"id": id, "answers": {"A": {"value": {"count": {"done": -1}}}}}),
            "payload.x.answers.A.value.count.done",
        );
    }
}
