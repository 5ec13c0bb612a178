//! What the app calls (接口). Each call is one of a fresh module, so nothing is kept between two.
//!
//! Errors are the codes of [`OfficeFault`].

use crate::{archive, sheets, word as document, workbook as book};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::*;
use wuxing::exchange::office::OfficeFault;
use wuxing::handout::Handout;

/// A handout, given as JSON, as the bytes of a .docx.
#[wasm_bindgen]
pub fn word(handout: &str) -> Result<Vec<u8>, JsError> {
    document::write(&described(handout)?).map_err(thrown)
}

/// The tables of a handout, given as JSON, as the bytes of an .xlsx.
#[wasm_bindgen]
pub fn workbook(handout: &str) -> Result<Vec<u8>, JsError> {
    book::write(&described(handout)?).map_err(thrown)
}

/// The sheets of a workbook, as JSON.
#[wasm_bindgen]
pub fn read_workbook(bytes: &[u8]) -> Result<String, JsError> {
    let sheets = sheets::read(bytes).map_err(thrown)?;
    Ok(serde_json::to_string(&sheets)?)
}

/// The files of an archive: for each its name and its bytes, or its name alone.
#[wasm_bindgen]
pub fn read_zip(bytes: &[u8]) -> Result<Array, JsError> {
    let files = archive::read(bytes).map_err(thrown)?;
    let pairs = files.into_iter().map(|file| {
        let content = file.content.as_deref().map(Uint8Array::from);
        Array::of2(
            &file.name.into(),
            &content.map_or(JsValue::NULL, Into::into),
        )
    });
    Ok(pairs.collect())
}

/// Packs files, given as their names and, in the same order, their bytes.
#[wasm_bindgen]
pub fn write_zip(names: Vec<String>, contents: Vec<Uint8Array>) -> Result<Vec<u8>, JsError> {
    let contents: Vec<Vec<u8>> = contents.iter().map(Uint8Array::to_vec).collect();
    let names = names.iter().map(String::as_str);
    let files: Vec<(&str, &[u8])> = names.zip(contents.iter().map(Vec::as_slice)).collect();
    archive::write(&files).map_err(thrown)
}

fn described(handout: &str) -> Result<Handout, JsError> {
    Ok(serde_json::from_str(handout)?)
}

fn thrown(fault: OfficeFault) -> JsError {
    JsError::new(fault.code())
}
