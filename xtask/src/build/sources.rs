//! Reads the hand-written files of the page: `index.html`, `style/`, `public/`. They are put
//! together elsewhere.

use super::{boot, style};
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;
use walkdir::WalkDir;

/// The hand-written files of the page.
pub struct Sources {
    /// `index.html` as it is in the repository.
    pub page: String,
    /// All of `style/`, in order, in one sheet.
    pub style: String,
    /// The classic script that runs before everything else of the app, put together.
    pub boot_script: String,
    /// The script inside the site's page that notices a missing file.
    pub missing_files_script: String,
    /// The script that says which modules a start needs.
    pub needed_script: String,
    /// The script inside the site's page that asks for them at once, before the list of parts is
    /// filled in.
    pub preload_script: String,
    /// The page that downloads the app anew.
    pub repair_page: String,
    /// Its script.
    pub repair_script: String,
    /// The script that loads the parts of the app, before the list of parts is filled in.
    pub parts_script: String,
    /// The script through which all goes that enters the app.
    pub gate_script: String,
    /// The script that brings the module for office files when it is asked for.
    pub office_script: String,
    /// The script that starts the app.
    pub start_script: String,
    /// The service worker before the list of files is filled in.
    pub service_worker: String,
    /// Everything else in `public/`, by its path with `/`, in a fixed order.
    pub others: Vec<(String, Vec<u8>)>,
}

impl Sources {
    /// Reads them from the repository.
    ///
    /// # Errors
    /// When one is missing or not UTF-8.
    pub fn read(root: &Path) -> Result<Self> {
        let public = root.join("public");
        Ok(Self {
            page: text(&root.join("index.html"))?,
            style: style::concatenate(&root.join("style"))?,
            boot_script: boot::join(&public.join("boot"))?,
            missing_files_script: text(&public.join("missing-files.js"))?,
            needed_script: text(&public.join("needed.js"))?,
            preload_script: text(&public.join("preload.js"))?,
            repair_page: text(&public.join("repair.html"))?,
            repair_script: text(&public.join("repair.js"))?,
            parts_script: text(&public.join("parts.js"))?,
            gate_script: text(&public.join("gate.js"))?,
            office_script: text(&public.join("office.js"))?,
            start_script: text(&public.join("start.js"))?,
            service_worker: text(&public.join("service-worker.js"))?,
            others: others(&public)?,
        })
    }
}

/// What is put together with something else, and not handed on as it is.
const SPECIAL: [&str; 10] = [
    "gate.js",
    "missing-files.js",
    "needed.js",
    "office.js",
    "parts.js",
    "preload.js",
    "repair.html",
    "repair.js",
    "service-worker.js",
    "start.js",
];

fn others(public: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    for entry in WalkDir::new(public).sort_by_file_name() {
        let entry = entry?;
        let path = entry
            .path()
            .strip_prefix(public)?
            .to_string_lossy()
            .replace('\\', "/");
        let is_special = SPECIAL.contains(&path.as_str()) || path.starts_with("boot/");
        if entry.file_type().is_file() && !is_special {
            files.push((path, fs::read(entry.path())?));
        }
    }
    Ok(files)
}

fn text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} could not be read", path.display()))
}
