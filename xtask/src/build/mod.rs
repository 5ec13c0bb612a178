//! `cargo xtask build`: compiles the app and puts together the folder that a server can serve.
//! Names are plain here; hashed names, compression and the single file are the matter of `dist`.

mod boot;
mod cut;
mod office;
mod optimise;
mod page;
mod paths;
mod positional;
mod script;
mod service_worker;
mod site;
mod sources;
mod start_profile;
mod starts;
mod style;
mod wasm;

use crate::process::step;
use crate::setup::wasm_target::WasmToolchain;
use crate::workspace;
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

pub use cut::{RAN, REST_MODULE};
pub use office::compile as compile_office;
pub use optimise::optimise;
pub use page::{gzip, single_file};
pub use script::without_comments as without_script_comments;
pub use site::{Loaded, Naming, SiteFile, assemble};
pub use sources::Sources;
pub use start_profile::StartProfile;
pub use starts::{Start, Starts};
pub use style::without_comments as without_style_comments;
pub use wasm::{Profile, Whole, compile, compile_whole};

/// Runs the command.
///
/// # Errors
/// When the app does not compile or a file of the page is missing.
pub fn run(profile: Profile) -> Result<()> {
    let toolchain = WasmToolchain::required()?;
    let folder = build(toolchain, profile)?;
    step(&format!("The app is in {}", folder.display()));
    Ok(())
}

/// Builds the site with plain names and says in which folder it is.
///
/// # Errors
/// As for [`run`].
pub fn build(toolchain: WasmToolchain, profile: Profile) -> Result<PathBuf> {
    let mut compiled = compile(toolchain, profile)?;
    compiled.office = Some(compile_office(toolchain, profile)?);
    let sources = Sources::read(workspace::root())?;
    let mut files = assemble(&sources, &compiled, Naming::Plain)?;
    if profile == Profile::Development {
        for file in files
            .iter_mut()
            .filter(|file| file.path == "service-worker.js")
        {
            file.bytes = FORGETFUL_SERVICE_WORKER.as_bytes().to_vec();
        }
    }
    let folder = workspace::target(profile.site_folder());
    write(&folder, &files)?;
    Ok(folder)
}

/// Writes the files of a site into a folder, which holds nothing else afterwards.
///
/// # Errors
/// When the disk refuses.
pub fn write(folder: &Path, files: &[SiteFile]) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    for file in files {
        let path = folder.join(&file.path);
        fs::create_dir_all(path.parent().unwrap_or(folder))?;
        fs::write(&path, &file.bytes)
            .with_context(|| format!("{} could not be written", path.display()))?;
    }
    Ok(())
}

/// A development build is never kept by the browser, and one that was kept before is forgotten:
/// otherwise the page after a change is the page before it.
const FORGETFUL_SERVICE_WORKER: &str = "\
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) await caches.delete(name);
  await self.registration.unregister();
})()));
";
