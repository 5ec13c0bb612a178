//! `cargo xtask shots`: builds the app and takes a picture of every page in every look, with one
//! sheet for each look on which all pages stand side by side.
//!
//! The pictures are taken by `tests/e2e/src/bin/shots`.

use crate::build::{self, Profile};
use crate::process::{self, step};
use crate::setup::browsers::Chromium;
use crate::setup::wasm_target::{WasmToolchain, active_cargo};
use crate::workspace;
use anyhow::Result;
use std::process::Command;

/// Runs the command. Of the pages those are taken whose address has one of these parts; without
/// parts, all. With `handouts` pictures are taken of what leaves the phone instead of the pages.
///
/// # Errors
/// When the app does not compile, or a page does not come up.
pub fn run(parts: &[String], handouts: bool) -> Result<()> {
    let chromium = Chromium::required()?;
    let site = build::build(WasmToolchain::required()?, Profile::Development)?;
    let folder = workspace::target("shots");
    step(&format!("Taking pictures into {}", folder.display()));
    let mut shots = Command::new(active_cargo());
    shots
        .args(["run", "--quiet", "--package", "wuxing-e2e"])
        .args(["--bin", "shots", "--"])
        .arg(folder)
        .args(parts)
        .args(handouts.then_some("--handouts"))
        .env("WUXING_SITE", site)
        .env("WUXING_CHROMIUM", &chromium.browser)
        .env("WUXING_CHROMEDRIVER", &chromium.driver);
    process::run(shots.current_dir(workspace::root()))
}
