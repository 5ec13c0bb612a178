//! How much of the files of a built-in pack is read (标准包的分层): what home shows, all that is said in
//! Chinese, or all. What comes later is laid on what was read first.
//!
//! Not here: the files (`pack_files`), and putting a pack together from them (`composition`).

use super::composition::{PackError, json};
use super::pack_files;
use serde_json::Value;

/// How a file of `standards/` is read, by its name; `None` if it is not here.
pub(super) type Files = fn(&str) -> Option<Result<Value, PackError>>;

/// A file in Chinese without its long texts.
pub(super) fn brief(name: &str) -> Option<Result<Value, PackError>> {
    pack_files::brief(name).map(json)
}

/// A file in Chinese.
pub(super) fn chinese(name: &str) -> Option<Result<Value, PackError>> {
    with(brief(name)?, pack_files::texts(name))
}

/// A file in both languages.
pub(super) fn whole(name: &str) -> Option<Result<Value, PackError>> {
    with(chinese(name)?, pack_files::english(name))
}

/// A file that comes later, in both languages.
pub(super) fn later(name: &str) -> Option<Result<Value, PackError>> {
    pack_files::later(name).map(json)
}

/// A file with what another adds to it, if there is any.
fn with(file: Result<Value, PackError>, added: Option<&str>) -> Option<Result<Value, PackError>> {
    Some(file.and_then(|mut file| {
        if let Some(added) = added {
            lay_on(&mut file, json(added)?);
        }
        Ok(file)
    }))
}

/// Lays on a file what was taken out of it; both have the same shape.
fn lay_on(file: &mut Value, added: Value) {
    match (file, added) {
        (Value::Object(members), Value::Object(added)) => {
            for (key, added) in added {
                match members.get_mut(&key) {
                    Some(member) => lay_on(member, added),
                    None => drop(members.insert(key, added)),
                }
            }
        }
        (Value::Array(elements), Value::Array(added)) if !elements.is_empty() => {
            let pairs = elements.iter_mut().zip(added);
            pairs.for_each(|(element, added)| lay_on(element, added));
        }
        (emptied @ (Value::Array(_) | Value::String(_)), added) if !added.is_null() => {
            *emptied = added;
        }
        _ => {}
    }
}
