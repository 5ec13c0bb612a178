//! The list of files that an edition's service worker keeps (离线清单). An edition that was changed
//! must say what is in its files now, or it is never installed.
//!
//! Not here: changing an edition (`edition`).

use anyhow::{Context, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;

const BEGIN: &str = "const FILES = ";

/// Writes the digests of the files as they are now into the worker of an edition, if it has such a
/// list.
///
/// # Errors
/// When a file of the list is missing.
pub fn renew(folder: &Path) -> Result<()> {
    let worker = folder.join("service-worker.js");
    let text = fs::read_to_string(&worker)?;
    // That of a development build keeps nothing.
    if !text.contains(BEGIN) {
        return Ok(());
    }
    let (before, list, after) = parts(&text)?;
    let mut files: Map<String, Value> = serde_json::from_str(list)?;
    for (path, file) in &mut files {
        let bytes = fs::read(folder.join(name_of(path)))
            .with_context(|| format!("{path}, which the worker keeps"))?;
        file[1] = STANDARD.encode(Sha256::digest(bytes)).into();
    }
    let list = Value::Object(files);
    Ok(fs::write(worker, format!("{before}{BEGIN}{list}{after}"))?)
}

/// The files that the worker of an edition keeps, by their paths below the folder.
///
/// # Errors
/// When the worker has no such list.
pub fn names(folder: &Path) -> Result<Vec<String>> {
    let text = fs::read_to_string(folder.join("service-worker.js"))?;
    let (_, list, _) = parts(&text)?;
    let files: Map<String, Value> = serde_json::from_str(list)?;
    Ok(files.keys().map(|path| name_of(path).to_owned()).collect())
}

fn name_of(path: &str) -> &str {
    if path == "./" { "index.html" } else { path }
}

fn parts(worker: &str) -> Result<(&str, &str, &str)> {
    let (before, rest) = worker
        .split_once(BEGIN)
        .context("the service worker has a list of files")?;
    let end = rest.find("};").context("the list has an end")? + 1;
    Ok((before, &rest[..end], &rest[end..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_says_what_is_in_the_files() {
        let folder = tempfile::tempdir().unwrap();
        let worker = folder.path().join("service-worker.js");
        fs::write(folder.path().join("index.html"), "abc").unwrap();
        fs::write(
            &worker,
            "a;\nconst FILES = {\"./\":[\"text/html\",\"old\"]};\nb;",
        )
        .unwrap();
        renew(folder.path()).unwrap();
        assert_eq!(
            fs::read_to_string(&worker).unwrap(),
            "a;\nconst FILES = {\"./\":[\"text/html\",\
             \"ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=\"]};\nb;"
        );
        assert_eq!(names(folder.path()).unwrap(), ["index.html"]);
    }
}
