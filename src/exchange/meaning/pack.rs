//! Whether a pack makes sense and does what it says.
//!
//! Not here: the rules of a pack (`standard::validation`), and the engine that runs its examples
//! (`assessment`).

use super::super::document::StoredStandard;
use super::super::fault::ImportError;
use super::super::limits::{HIGHEST_NUMBER, LONGEST_PACK_LIST};
use crate::assessment::verification;
use crate::standard::validate;
use crate::typed_json::{self, Misfit};
use serde_json::Value;

/// Validates a pack and runs its own examples; one that does not do what it says is refused.
pub(in super::super) fn check_pack(standard: &StoredStandard) -> Result<(), ImportError> {
    let pack = &standard.pack;
    let mut faults = Vec::new();
    find_too_large(
        "",
        &typed_json::value_of(pack).unwrap_or_default(),
        &mut faults,
    );
    if !faults.is_empty() {
        let id = Some(pack.id.clone());
        return Err(ImportError::PackMisshapen { id, faults });
    }
    let faults = validate(pack);
    if !faults.is_empty() {
        // The engine is not let near it.
        return Err(ImportError::PackFaulty {
            id: pack.id.clone(),
            faults,
        });
    }
    let faults = verification::verify(pack);
    if faults.is_empty() {
        return Ok(());
    }
    Err(ImportError::PackExamplesDiffer {
        id: pack.id.clone(),
        faults,
    })
}

/// Collects every number and every list that is larger than the sums of the engine allow for.
fn find_too_large(place: &str, value: &Value, found: &mut Vec<Misfit>) {
    let mut too_large = |size: String, most: u64| {
        found.push(Misfit {
            place: place.to_owned(),
            problem: format!("too large: {size}, at most {most}"),
        });
    };
    match value {
        Value::Number(number) => {
            let most = u64::from(HIGHEST_NUMBER);
            if number.as_u64().is_none_or(|one| one > most) {
                too_large(number.to_string(), most);
            }
        }
        Value::Array(elements) if elements.len() > LONGEST_PACK_LIST => {
            too_large(elements.len().to_string(), LONGEST_PACK_LIST as u64);
        }
        Value::Array(elements) => {
            for (index, one) in elements.iter().enumerate() {
                find_too_large(&format!("{place}[{index}]"), one, found);
            }
        }
        Value::Object(members) => {
            for (name, one) in members {
                let dot = if place.is_empty() { "" } else { "." };
                find_too_large(&format!("{place}{dot}{name}"), one, found);
            }
        }
        Value::Null | Value::Bool(_) | Value::String(_) => {}
    }
}
