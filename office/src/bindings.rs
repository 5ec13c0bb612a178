//! What the app calls (接口). Each call is one of a fresh module, so nothing is kept between two.
//!
//! Errors are the codes of [`OfficeFault`].

use crate::{sheets, word as document, workbook as book};
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::*;
use wuxing::exchange::office::OfficeFault;
use wuxing::handout::Handout;

/// A handout, given as JSON, as the bytes of a .docx.
#[wasm_bindgen]
pub fn word(handout: &str) -> Result<Vec<u8>, JsError> {
    document::write(&described(handout)?).map_err(thrown)
}

/// A handout, given as JSON, as the bytes of an .xlsx. `carried` are parts of a file that goes
/// along, a line each; empty if there is none.
#[wasm_bindgen]
pub fn workbook(handout: &str, carried: &str) -> Result<Vec<u8>, JsError> {
    let carried: Vec<&str> = carried.lines().collect();
    book::write(&described(handout)?, &carried).map_err(thrown)
}

/// The sheets of a workbook, as JSON.
#[wasm_bindgen]
pub fn read_workbook(bytes: &[u8]) -> Result<String, JsError> {
    let sheets = sheets::read(bytes).map_err(thrown)?;
    Ok(serde_json::to_string(&sheets)?)
}

fn described(handout: &str) -> Result<Handout, JsError> {
    Ok(serde_json::from_str(handout)?)
}

fn thrown(fault: OfficeFault) -> JsError {
    JsError::new(fault.code())
}
