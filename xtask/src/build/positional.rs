//! Has the pack that most phones open with written by position (按位置写标准包), by the core itself,
//! before the app is compiled around it.
//!
//! Not here: what stands in it (`src/standard/positional`).

use crate::process::{self, step};
use crate::setup::wasm_target::active_cargo;
use crate::workspace;
use anyhow::Result;
use std::path::PathBuf;
use std::process::Command;

/// The variable by which the build script of the app is told where it is.
pub const VARIABLE: &str = "WUXING_POSITIONAL";

/// Writes it and says in which folder.
///
/// # Errors
/// When the core does not compile, or the files of `standards/` are at fault.
pub fn write() -> Result<PathBuf> {
    step("Writing the first standard by position");
    let folder = workspace::target("positional");
    let mut command = Command::new(active_cargo());
    // The features of the tests, so that the core is compiled once for both.
    command.args(["run", "--quiet", "--package", "wuxing"]);
    command.args(["--no-default-features", "--features", "schema"]);
    command.args(["--bin", "write_positional", "--"]);
    command.arg(&folder).current_dir(workspace::root());
    process::run(&mut command)?;
    Ok(folder)
}
