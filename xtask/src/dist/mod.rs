//! `cargo xtask dist`: makes what is shipped, `dist/site/` for any static host with ready files for
//! common ones in `dist/hosting/`, and `dist/wuxing.html` as one file, measures them against the
//! budget and loads both once.

mod compress;
mod hosting;
mod sizes;

pub use compress::brotli;

use crate::browser;
use crate::build::{self, Naming, Profile, Sources};
use crate::process::step;
use crate::profile;
use crate::server::StaticServer;
use crate::setup::browsers::Chromium;
use crate::setup::wasm_target::WasmToolchain;
use crate::workspace;
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// The folder with everything that is shipped.
pub fn folder() -> PathBuf {
    workspace::root().join("dist")
}

/// The folder to put on a static host.
pub fn site_folder() -> PathBuf {
    folder().join("site")
}

/// The page that needs no server.
pub fn single_file() -> PathBuf {
    folder().join("wuxing.html")
}

/// Runs the command.
///
/// # Errors
/// When something cannot be built, is over its budget, or does not load.
pub fn run() -> Result<()> {
    let toolchain = WasmToolchain::required()?;
    let whole = build::compile_whole(toolchain)?;
    let mut compiled = whole.cut(&profile::up_to_date(&whole)?)?;
    compiled.office = Some(build::compile_office(toolchain, Profile::Release)?);
    build::optimise(&mut compiled)?;
    let mut sources = Sources::read(workspace::root())?;

    step("Packing");
    for script in [
        &mut compiled.glue,
        &mut sources.boot_script,
        &mut sources.missing_files_script,
        &mut sources.repair_script,
        &mut sources.needed_script,
        &mut sources.preload_script,
        &mut sources.parts_script,
        &mut sources.gate_script,
        &mut sources.office_script,
        &mut sources.start_script,
        &mut sources.service_worker,
    ] {
        *script = build::without_script_comments(script);
    }
    if let Some(office) = &mut compiled.office {
        office.script = build::without_script_comments(&office.script);
    }
    let site = build::assemble(&sources, &compiled, Naming::Hashed)?;
    hosting::write(&folder().join("hosting"), &site)?;
    let site = compress::compress(site)?;
    compress::write(&site_folder(), &site)?;
    let page = build::single_file(&sources, &compiled)?;
    fs::write(single_file(), &page)
        .with_context(|| format!("{} could not be written", single_file().display()))?;

    let measured = sizes::measure(&site, page.as_bytes())?;
    println!("{}", sizes::table(&measured));
    sizes::check_budget(&measured)?;

    match Chromium::find() {
        Some(chromium) => load(&chromium)?,
        None => println!("    No Chromium with chromedriver is here, so nothing was loaded."),
    }
    step("Ready: dist/site/, dist/hosting/ and dist/wuxing.html");
    Ok(())
}

/// Loads both, the site from a folder below the root of its host, as many hosts have it.
fn load(chromium: &Chromium) -> Result<()> {
    step("Loading the site and the single file in Chromium");
    let server = StaticServer::start(folder(), 0, None)?;
    browser::check_that_it_loads(chromium, &format!("http://{}/site/", server.address))?;
    browser::check_that_it_loads(chromium, &file_address(&single_file()))
}

/// The address of a file on this machine.
fn file_address(path: &Path) -> String {
    let path = path
        .to_string_lossy()
        .replace('%', "%25")
        .replace(' ', "%20");
    format!("file://{}", path.replace('#', "%23"))
}
