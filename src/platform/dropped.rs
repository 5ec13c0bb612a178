//! What is dropped onto the page (拖进来的): files, and folders with all that is in them.
//!
//! Browsers that do not tell a folder from a file hand it over as a file that cannot be read. Not
//! here: what becomes of the files.

use js_sys::{Array, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DataTransfer, File, FileList};

use super::PlatformError;
use super::asking::ask;

/// How many files of folders are taken; nobody drops so many on purpose.
const MOST_FILES: usize = 5_000;

/// What was dropped, to be looked into after the event is over.
pub struct Dropped {
    files: Vec<File>,
    /// Files and folders, as the browser tells them apart; none where it does not.
    entries: Vec<JsValue>,
}

impl Dropped {
    /// What an event has brought; it must be asked while the event is handled. `None` if it is
    /// something else than files.
    pub fn of(data: &DataTransfer) -> Option<Self> {
        let files = data.files().map(|list| listed(&list)).unwrap_or_default();
        let entries = entries_of(data).unwrap_or_default();
        (!files.is_empty() || !entries.is_empty()).then_some(Self { files, entries })
    }

    /// All files, those of folders as well. What the browser refuses to give out is left out.
    pub async fn into_files(self) -> Vec<File> {
        let mut waiting = self.entries;
        if waiting.is_empty() {
            return self.files;
        }
        waiting.reverse();
        let mut files = Vec::new();
        while let Some(entry) = waiting.pop() {
            if files.len() >= MOST_FILES {
                break;
            }
            if is(&entry, "isDirectory") {
                waiting.extend(inside(&entry).await.into_iter().rev());
            } else if let Ok(file) = answered(&entry, "file").await {
                files.extend(file.dyn_into::<File>());
            }
        }
        files
    }
}

fn listed(list: &FileList) -> Vec<File> {
    let places = 0..list.length();
    places.filter_map(|place| list.get(place)).collect()
}

/// The files and folders of an event; `None` where the browser does not tell them.
fn entries_of(data: &DataTransfer) -> Option<Vec<JsValue>> {
    let items = Reflect::get(data, &"items".into()).ok()?;
    let count = Reflect::get(&items, &"length".into()).ok()?.as_f64()?;
    // It is whole and not negative.
    let entries = (0..count as u32).filter_map(|place| {
        let item = Reflect::get_u32(&items, place).ok()?;
        let method = Reflect::get(&item, &"webkitGetAsEntry".into()).ok()?;
        let method = method.dyn_into::<js_sys::Function>().ok()?;
        let entry = method.call0(&item).ok()?;
        entry.is_object().then_some(entry)
    });
    Some(entries.collect())
}

/// What is in a folder. A browser tells it in portions, the last of which is empty.
async fn inside(folder: &JsValue) -> Vec<JsValue> {
    let mut all = Vec::new();
    let Ok(reader) = ask(folder, "createReader", &Array::new()).await else {
        return all;
    };
    while let Ok(portion) = answered(&reader, "readEntries").await {
        let portion: Vec<JsValue> = Array::from(&portion).to_vec();
        if portion.is_empty() || all.len() >= MOST_FILES {
            break;
        }
        all.extend(portion);
    }
    all
}

fn is(entry: &JsValue, name: &str) -> bool {
    Reflect::get(entry, &name.into()).is_ok_and(|value| value.is_truthy())
}

/// Calls a method that answers by one of two functions, and waits for its answer.
async fn answered(target: &JsValue, method: &str) -> Result<JsValue, PlatformError> {
    let function = Reflect::get(target, &method.into())
        .and_then(|function| function.dyn_into::<js_sys::Function>())
        .map_err(|thrown| PlatformError::of(&thrown))?;
    let promise = Promise::new(&mut |resolve, reject| {
        if let Err(thrown) = function.call2(target, &resolve, &reject) {
            // A refusal that cannot be told is none.
            let _ = reject.call1(&JsValue::NULL, &thrown);
        }
    });
    super::asking::awaited(&promise).await
}
