//! A backup that is always made (备份): one value never keeps everything else from going out.
//!
//! Not here: the file itself ([`super::export`]), and handing it over.

use super::document::{Document, DocumentKey};
use super::envelope::SCHEMA_VERSION;
use super::export::{self, ExportError};
use super::{stamps, typed};
use crate::typed_json;
use serde_json::Value;

/// A backup, and what in it is not as it is on the device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// The text of the file. It opens again.
    pub text: String,
    /// Documents in which a value had to be changed so that the file opens: a time outside of the
    /// calendar, a number with a fraction in a field that this build does not know.
    pub mended: Vec<DocumentKey>,
    /// Documents that no file can hold. They are in the raw data.
    pub left_out: Vec<DocumentKey>,
}

/// All documents of a device, and where one of them stands in the way, all the others.
///
/// # Errors
/// See [`ExportError`], where the file cannot be made even so.
pub fn everything(
    documents: &[Document],
    exported_at_ms: i64,
    app_version: &str,
) -> Result<Backup, ExportError> {
    let written =
        |documents: &[Document]| export::everything(documents, exported_at_ms, app_version);
    let whole = |text| Backup {
        text,
        mended: Vec::new(),
        left_out: Vec::new(),
    };
    let why = match written(documents) {
        Ok(text) => return Ok(whole(text)),
        Err(why) => why,
    };
    let opens = |document: &Document| written(std::slice::from_ref(document)).is_ok();
    let mut backup = whole(String::new());
    let mut kept = Vec::new();
    for document in documents {
        if opens(document) {
            kept.push(document.clone());
        } else if let Some(mended) = mended(document).filter(opens) {
            backup.mended.push(document.key());
            kept.push(mended);
        } else {
            backup.left_out.push(document.key());
        }
    }
    if kept.is_empty() {
        return Err(why);
    }
    backup.text = written(&kept)?;
    Ok(backup)
}

/// A document with times that the calendar has, and with fractions as texts.
fn mended(document: &Document) -> Option<Document> {
    let mut document = document.clone();
    stamps::settle(&mut document);
    let mut value = typed_json::parse(&document.body().ok()?).ok()?;
    fractions_as_texts(&mut value);
    typed::stored_document(document.key().kind(), SCHEMA_VERSION, value).ok()
}

fn fractions_as_texts(value: &mut Value) {
    match value {
        Value::Number(number) if !number.is_i64() && !number.is_u64() => {
            *value = Value::String(number.to_string());
        }
        Value::Array(elements) => elements.iter_mut().for_each(fractions_as_texts),
        Value::Object(members) => members.values_mut().for_each(fractions_as_texts),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
