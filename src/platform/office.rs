//! Word and Excel, by a module of their own (办公文件), which is loaded when it is first asked for
//! (`public/office.js`) and answers each call afresh.
//!
//! Not here: what the module does (`office/`), and what becomes of what was read.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use super::PlatformError;
use super::asking::ask;
use crate::exchange::chat_parts::ChatPart;
use crate::exchange::office::{OfficeFault, Sheet};
use crate::handout::Handout;
use crate::typed_json;

/// What the script answers if the module could not be downloaded.
const NOT_LOADED: &str = "not loaded";

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OfficeError {
    /// The module could not be downloaded now; it can be asked for again.
    #[error("the module for office files could not be loaded")]
    NotLoaded,
    /// The file is none that can be read, or what is to be written does not fit.
    #[error("the file is refused: {0}")]
    Refused(OfficeFault),
    /// Anything else.
    #[error("the module for office files failed: {0}")]
    Failed(PlatformError),
}

/// The bytes of a handout as a Word document (.docx).
///
/// # Errors
/// When the module cannot be loaded or fails.
pub async fn word(handout: &Handout) -> Result<Vec<u8>, OfficeError> {
    bytes(call("word", [described(handout)?]).await?)
}

/// The bytes of a handout as an Excel workbook (.xlsx), with these parts of a file that goes along.
///
/// # Errors
/// When the module cannot be loaded or fails, or when a table does not fit into a sheet.
pub async fn workbook(handout: &Handout, carried: &[ChatPart]) -> Result<Vec<u8>, OfficeError> {
    let carried: Vec<String> = carried.iter().map(ChatPart::letters).collect();
    let carried = carried.join("\n");
    bytes(call("workbook", [described(handout)?, carried.into()]).await?)
}

/// The sheets of a workbook of Excel or WPS.
///
/// # Errors
/// When the module cannot be loaded or fails, or when the bytes are refused.
pub async fn read_workbook(file: &[u8]) -> Result<Vec<Sheet>, OfficeError> {
    let json = call("read_workbook", [Uint8Array::from(file).into()]).await?;
    let json = json.as_string().unwrap_or_default();
    let value = typed_json::parse(&json).map_err(|error| failed(error.to_string()))?;
    typed_json::read(&value).map_err(|_| failed("not the sheets of a workbook"))
}

async fn call<const N: usize>(name: &str, given: [JsValue; N]) -> Result<JsValue, OfficeError> {
    let window = web_sys::window().ok_or_else(|| failed("no window"))?;
    let given: Array = given.into_iter().collect();
    let with = Array::of2(&name.into(), &given);
    ask(&window, "wuxingOffice", &with)
        .await
        .map_err(understood)
}

/// What the script or the module threw: a word of its own, or an error that says why.
fn understood(error: PlatformError) -> OfficeError {
    let PlatformError::Other { message } = &error else {
        return OfficeError::Failed(error);
    };
    let said = message.trim_start_matches("Error: ");
    match OfficeFault::from_code(said) {
        Some(fault) => OfficeError::Refused(fault),
        None if said == NOT_LOADED => OfficeError::NotLoaded,
        None => OfficeError::Failed(error),
    }
}

fn described(handout: &Handout) -> Result<JsValue, OfficeError> {
    let value = typed_json::value_of(handout).map_err(|error| failed(error.to_string()))?;
    Ok(value.to_string().into())
}

fn bytes(answer: JsValue) -> Result<Vec<u8>, OfficeError> {
    let bytes = answer.dyn_into::<Uint8Array>();
    bytes
        .map(|bytes| bytes.to_vec())
        .map_err(|_| failed("no bytes"))
}

fn failed(why: impl Into<String>) -> OfficeError {
    OfficeError::Failed(PlatformError::Other {
        message: why.into(),
    })
}
