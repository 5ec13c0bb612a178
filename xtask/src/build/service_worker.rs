//! Fills in what the service worker keeps for use without a network: `{"/*FILES*/": []}` becomes
//! the list of paths with the media type and the SHA-256 of each file, and `"/*VERSION*/"` a text
//! that changes with any of them. As they stand in the repository, both are valid JavaScript.
//!
//! Not here: what the worker does with them (`public/service-worker.js`).

use super::site::{SiteFile, fingerprint};
use anyhow::{Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use wuxing_browser::media_type;

const FILES: &str = "{\"/*FILES*/\": []}";
const VERSION: &str = "\"/*VERSION*/\"";

/// The worker that keeps these files, the page under the path `./`.
///
/// # Errors
/// When the worker has no place for them.
pub fn fill_in(template: &str, files: &[SiteFile]) -> Result<String> {
    let list: Map<String, Value> = files
        .iter()
        .map(|file| {
            let path = match file.path.as_str() {
                "index.html" => "./",
                path => path,
            };
            let digest = STANDARD.encode(Sha256::digest(&file.bytes));
            (path.to_owned(), json!([media_type::of(&file.path), digest]))
        })
        .collect();
    let version = fingerprint(
        files
            .iter()
            .flat_map(|file| [file.path.as_bytes(), file.bytes.as_slice()])
            .chain([template.as_bytes()]),
    );
    let script = replace_marker(template, FILES, &Value::Object(list).to_string())?;
    replace_marker(&script, VERSION, &format!("\"{version}\""))
}

fn replace_marker(template: &str, marker: &str, value: &str) -> Result<String> {
    match template.split_once(marker) {
        Some((before, after)) => Ok(format!("{before}{value}{after}")),
        None => bail!("public/service-worker.js has no {marker}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::build::{Loaded, Starts};

    const TEMPLATE: &str = "const FILES = {\"/*FILES*/\": []}; const VERSION = \"/*VERSION*/\";";

    fn files(page: &str) -> Vec<SiteFile> {
        let file = |path: &str, bytes: &str| SiteFile {
            path: path.to_owned(),
            bytes: bytes.as_bytes().to_vec(),
            loaded: Loaded::AtStart(Starts::ALL),
        };
        vec![file("index.html", page), file("app.js", "abc")]
    }

    #[test]
    fn every_file_stands_with_what_is_in_it() {
        let script = fill_in(TEMPLATE, &files("page")).expect("has both places");
        // The digest that the standard gives for these three letters.
        let app = "\"app.js\":[\"text/javascript; charset=utf-8\",\
                   \"ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=\"]";
        assert!(script.contains(app), "{script}");
        assert!(script.contains("\"./\":[\"text/html"), "{script}");
        assert!(!script.contains("index.html"), "{script}");
    }

    #[test]
    fn the_version_changes_with_any_file() {
        let check = |page: &str, is_same: bool| {
            let version = |page| {
                let script = fill_in(TEMPLATE, &files(page)).expect("has both places");
                script.split("VERSION = ").nth(1).map(str::to_owned)
            };
            assert_eq!(version("page") == version(page), is_same, "{page}");
        };
        check("page", true);
        check("other", false);
    }

    #[test]
    fn a_worker_without_a_place_for_them_is_refused() {
        assert!(fill_in("const FILES = [];", &files("page")).is_err());
    }
}
