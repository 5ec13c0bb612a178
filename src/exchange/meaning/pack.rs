//! Whether a pack makes sense and does what it says.
//!
//! Not here: the rules of a pack (`standard::validation`), and the engine that runs its examples
//! (`assessment`).

use super::super::document::StoredStandard;
use super::super::fault::ImportError;
use super::super::limits::{HIGHEST_NUMBER, LONGEST_PACK_LIST};
use super::out_of_range;
use crate::assessment::verification;
use crate::standard::validate;
use crate::typed_json;
use serde_json::Value;

/// Validates a pack that stands at `place` and runs its own examples; one that does not do what it
/// says is refused.
pub(in super::super) fn check_pack(
    place: &str,
    standard: &StoredStandard,
) -> Result<(), ImportError> {
    let pack = &standard.pack;
    check_pack_numbers(place, &typed_json::value_of(pack).unwrap_or_default())?;
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

/// Bounds every number and every list of a pack, so that no sum in it can overflow.
fn check_pack_numbers(place: &str, value: &Value) -> Result<(), ImportError> {
    match value {
        Value::Number(number) => {
            let found = number.as_i64().unwrap_or(i64::MAX);
            if (0..=i64::from(HIGHEST_NUMBER)).contains(&found) {
                return Ok(());
            }
            Err(out_of_range(place, found, i64::from(HIGHEST_NUMBER)))
        }
        Value::Array(elements) if elements.len() > LONGEST_PACK_LIST => {
            let found = i64::try_from(elements.len()).unwrap_or(i64::MAX);
            Err(out_of_range(place, found, LONGEST_PACK_LIST as i64))
        }
        Value::Array(elements) => elements
            .iter()
            .enumerate()
            .try_for_each(|(index, one)| check_pack_numbers(&format!("{place}[{index}]"), one)),
        Value::Object(members) => members
            .iter()
            .try_for_each(|(name, one)| check_pack_numbers(&format!("{place}.{name}"), one)),
        Value::Null | Value::Bool(_) | Value::String(_) => Ok(()),
    }
}
