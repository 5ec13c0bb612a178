//! `cargo xtask serve`: builds the app and serves it on this machine; with `--watch`, again after
//! every change.

use crate::build::{self, Profile};
use crate::process::step;
use crate::server::{Reloads, StaticServer};
use crate::setup;
use crate::setup::wasm_target::WasmToolchain;
use crate::workspace;
use anyhow::Result;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};
use walkdir::WalkDir;

/// What the app is made of.
pub const WATCHED: [&str; 9] = [
    "src",
    "office",
    "style",
    "public",
    "standards",
    "index.html",
    "build.rs",
    "Cargo.toml",
    "Cargo.lock",
];

/// Runs the command.
///
/// # Errors
/// When what is needed cannot be installed, the app cannot be built the first time, or the port is
/// taken.
pub fn run(profile: Profile, port: u16, watch: bool) -> Result<()> {
    setup::run(setup::Need::TO_BUILD)?;
    let toolchain = WasmToolchain::required()?;
    let folder = build::build(toolchain, profile)?;
    let reloads = watch.then(|| Arc::new(Reloads::default()));
    let server = StaticServer::start(folder, port, reloads.clone())?;
    step(&format!("Serving http://{}/ until Ctrl+C", server.address));
    match reloads {
        Some(reloads) => rebuild_on_change(toolchain, profile, &reloads),
        None => server.wait(),
    }
    Ok(())
}

/// Looks at the files twice a second. Asking the system to report changes would be quicker by a
/// blink and fails on network folders and in containers.
fn rebuild_on_change(toolchain: WasmToolchain, profile: Profile, reloads: &Reloads) {
    let mut known = snapshot(workspace::root());
    loop {
        std::thread::sleep(Duration::from_millis(500));
        let now = snapshot(workspace::root());
        if now == known {
            continue;
        }
        known = now;
        match build::build(toolchain, profile) {
            Ok(_) => {
                step("Reloading open pages");
                reloads.announce();
            }
            Err(error) => println!("    {error:#}\n    The page stays as it was."),
        }
    }
}

/// Every watched file with the time of its last change.
fn snapshot(root: &Path) -> Vec<(PathBuf, Option<SystemTime>)> {
    let mut files = Vec::new();
    for name in WATCHED {
        for entry in WalkDir::new(root.join(name))
            .sort_by_file_name()
            .into_iter()
            .flatten()
        {
            if entry.file_type().is_file() {
                let changed = entry.metadata().ok().and_then(|data| data.modified().ok());
                files.push((entry.into_path(), changed));
            }
        }
    }
    files
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_new_a_changed_and_a_removed_file_are_noticed() {
        let root = tempfile::tempdir().expect("a folder can be made");
        let file = root.path().join("index.html");
        let mut seen = vec![snapshot(root.path())];
        fs::write(&file, "one").expect("can be written");
        seen.push(snapshot(root.path()));
        let later = SystemTime::now() + Duration::from_secs(5);
        let handle = fs::File::options()
            .write(true)
            .open(&file)
            .expect("can be opened");
        handle.set_modified(later).expect("the time can be set");
        seen.push(snapshot(root.path()));
        assert!(seen.windows(2).all(|pair| pair[0] != pair[1]));
        fs::remove_file(&file).expect("can be removed");
        assert_eq!(seen[0], snapshot(root.path()));
    }
}
