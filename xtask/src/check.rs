//! `cargo xtask check`: clippy on the app and its in-browser tests, for WebAssembly. The native
//! half is plain `cargo clippy`.

use crate::process::{self, step};
use crate::setup::wasm_target::WasmToolchain;
use anyhow::Result;

/// Runs the command.
///
/// # Errors
/// When there is no compiler for WebAssembly or clippy has findings.
pub fn run() -> Result<()> {
    let toolchain = WasmToolchain::required()?;
    step("Checking the app for WebAssembly");
    let mut clippy = toolchain.cargo("clippy");
    // Not all targets: the native tests use what does not compile for WebAssembly.
    clippy.args(["--package", "wuxing", "--lib", "--bins", "--test", "web"]);
    clippy.args(["--", "-D", "warnings"]);
    process::run(&mut clippy)?;
    step("Checking the module for office files for WebAssembly");
    let mut clippy = toolchain.cargo("clippy");
    clippy.args(["--package", "wuxing-office", "--lib"]);
    clippy.args(["--", "-D", "warnings"]);
    process::run(&mut clippy)
}
