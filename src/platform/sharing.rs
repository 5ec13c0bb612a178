//! Handing files to the device: its share sheet (系统分享), and the dialog in which a folder and a name
//! are chosen (另存为).
//!
//! Browsers lack either of them, refuse kinds of files after having said that they take them, and
//! some never answer. Not here: which way is tried first (`app::ways_out`), and what is said of it.

use js_sys::{Array, Function, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{File, FilePropertyBag};

use super::{PlatformError, asking};

/// A file that is handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandedFile {
    /// Its name.
    pub name: String,
    /// What browsers call its kind.
    pub media_type: &'static str,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// What came of handing a file to the device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Handing {
    /// The device has taken it: it was passed to another app, or written.
    Taken,
    /// The user has closed the sheet or the dialog.
    Cancelled,
    /// The browser does not do it with this file, or not now.
    Refused(PlatformError),
}

/// Whether the browser says that its share sheet takes files of this name and kind.
pub fn can_share(name: &str, media_type: &'static str) -> bool {
    let Some(navigator) = navigator() else {
        return false;
    };
    if !has_method(&navigator, "share") || !has_method(&navigator, "canShare") {
        return false;
    }
    let asked = data_of(&[HandedFile {
        name: name.to_owned(),
        media_type,
        // Some browsers refuse an empty file.
        bytes: vec![b' '],
    }]);
    let answer = asked.and_then(|data| {
        let can_share: Function = Reflect::get(&navigator, &"canShare".into())?.dyn_into()?;
        can_share.call1(&navigator, &data)
    });
    answer.is_ok_and(|answer| answer.is_truthy())
}

/// Opens the share sheet with these files; to be called in answer to a tap.
pub async fn share(files: &[HandedFile]) -> Handing {
    let Some(navigator) = navigator() else {
        return Handing::Refused(PlatformError::Unavailable);
    };
    let data = match data_of(files) {
        Ok(data) => data,
        Err(thrown) => return Handing::Refused(PlatformError::of(&thrown)),
    };
    told(asking::ask(&navigator, "share", &Array::of1(&data)).await)
}

/// Whether the browser has a dialog in which a folder and a name are chosen.
pub fn can_save_as() -> bool {
    web_sys::window().is_some_and(|window| has_method(&window, "showSaveFilePicker"))
}

/// Opens that dialog and writes the file there; to be called in answer to a tap.
pub async fn save_as(file: &HandedFile) -> Handing {
    told(write(file).await)
}

async fn write(file: &HandedFile) -> Result<JsValue, PlatformError> {
    let window = web_sys::window().ok_or(PlatformError::Unavailable)?;
    let options = Object::new();
    set(&options, "suggestedName", &file.name.as_str().into())?;
    let handle = asking::ask(&window, "showSaveFilePicker", &Array::of1(&options)).await?;
    let writable = asking::ask(&handle, "createWritable", &Array::new()).await?;
    let bytes = Uint8Array::from(file.bytes.as_slice());
    asking::ask(&writable, "write", &Array::of1(&bytes)).await?;
    asking::ask(&writable, "close", &Array::new()).await
}

fn told(answer: Result<JsValue, PlatformError>) -> Handing {
    match answer {
        Ok(_) => Handing::Taken,
        Err(PlatformError::Other { message }) if message.starts_with("AbortError") => {
            Handing::Cancelled
        }
        Err(error) => Handing::Refused(error),
    }
}

fn navigator() -> Option<JsValue> {
    Some(web_sys::window()?.navigator().into())
}

fn has_method(target: &JsValue, name: &str) -> bool {
    Reflect::get(target, &name.into()).is_ok_and(|method| method.is_function())
}

fn data_of(files: &[HandedFile]) -> Result<JsValue, JsValue> {
    let list = Array::new();
    for file in files {
        let options = FilePropertyBag::new();
        options.set_type(file.media_type);
        let parts = Array::of1(&Uint8Array::from(file.bytes.as_slice()));
        let file = File::new_with_u8_array_sequence_and_options(&parts, &file.name, &options)?;
        list.push(&file);
    }
    let data = Object::new();
    Reflect::set(&data, &"files".into(), &list)?;
    Ok(data.into())
}

fn set(target: &Object, name: &str, value: &JsValue) -> Result<(), PlatformError> {
    let set = Reflect::set(target, &name.into(), value);
    set.map(drop).map_err(|thrown| PlatformError::of(&thrown))
}
