//! A journal record as the plain object that IndexedDB keeps, and back.
//!
//! A plain object, and not a text, so that the boot script reads the same records without any of
//! this code. Not here: the database.

use js_sys::{JSON, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::storage::JournalRecord;

/// The object to put.
pub(super) fn record_to_js(record: &JournalRecord) -> Result<JsValue, JsValue> {
    let object = Object::new();
    let fields = [
        ("key", JsValue::from_str(&record.key)),
        // Generations stay below 2^53, where JavaScript counts exactly.
        ("generation", JsValue::from_f64(record.generation as f64)),
        ("schema", JsValue::from_f64(f64::from(record.schema))),
        ("sha256", JsValue::from_str(&record.sha256)),
        ("deleted", JsValue::from_bool(record.deleted)),
        ("body", JsValue::from_str(&record.body)),
    ];
    let seal = record.seal.iter();
    let seal = seal.map(|seal| ("seal", JsValue::from_str(seal)));
    for (name, value) in fields.into_iter().chain(seal) {
        Reflect::set(&object, &name.into(), &value)?;
    }
    Ok(object.into())
}

/// The record that an object is. One that lacks a field comes out as a record that does not
/// verify, with everything it had in its body, so that start-up keeps it.
pub(super) fn record_from_js(value: &JsValue) -> JournalRecord {
    whole_record(value).unwrap_or_else(|| JournalRecord {
        key: text(value, "key").unwrap_or_default(),
        generation: 0,
        schema: 0,
        sha256: String::new(),
        deleted: false,
        body: JSON::stringify(value).map(String::from).unwrap_or_default(),
        seal: None,
    })
}

fn whole_record(value: &JsValue) -> Option<JournalRecord> {
    Some(JournalRecord {
        key: text(value, "key")?,
        generation: number(value, "generation")?,
        schema: u32::try_from(number(value, "schema")?).ok()?,
        sha256: text(value, "sha256")?,
        deleted: field(value, "deleted")?.as_bool()?,
        body: text(value, "body")?,
        // A record of an earlier build has none.
        seal: text(value, "seal"),
    })
}

fn field(value: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(value, &name.into()).ok()
}

fn text(value: &JsValue, name: &str) -> Option<String> {
    field(value, name)?.as_string()
}

fn number(value: &JsValue, name: &str) -> Option<u64> {
    let number = field(value, name)?.as_f64()?;
    let whole = number.fract() == 0.0 && (0.0..9_007_199_254_740_992.0).contains(&number);
    whole.then_some(number as u64)
}
