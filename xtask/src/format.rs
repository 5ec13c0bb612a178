//! `cargo xtask format`: rustfmt, and then what rustfmt leaves alone: the lines of `view!`
//! (`tidy::view_layout`) and comments that are too wide (`tidy::line_width`). The checks in `tidy`
//! say where it has not been run.
//!
//! Where code in views is broken stays as it was written; a line that is too wide is for a person.

use crate::process::{self, step};
use crate::setup::wasm_target::active_cargo;
use crate::tidy::line_width::with_comments_wrapped;
use crate::tidy::view_layout::with_lines_in_place;
use crate::workspace;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;
use std::process::Command;
use walkdir::WalkDir;

/// Where there are sources.
const FOLDERS: [&str; 8] = [
    "src", "office", "tests", "xtask", "tools", "examples", "public", "fuzz",
];

/// Runs the command.
///
/// # Errors
/// When a source cannot be read, understood or written.
pub fn run() -> Result<()> {
    step("Formatting the sources");
    let mut rustfmt = Command::new(active_cargo());
    process::run(
        rustfmt
            .args(["fmt", "--all"])
            .current_dir(workspace::root()),
    )?;
    for folder in FOLDERS {
        for entry in WalkDir::new(workspace::root().join(folder)) {
            let entry = entry?;
            if entry.file_type().is_file() {
                format_file(entry.path())?;
            }
        }
    }
    Ok(())
}

fn format_file(path: &Path) -> Result<()> {
    let is_rust = path.extension().is_some_and(|kind| kind == "rs");
    let is_script = path.extension().is_some_and(|kind| kind == "js");
    if !is_rust && !is_script {
        return Ok(());
    }
    let source = fs::read_to_string(path)?;
    let mut formatted = with_comments_wrapped(&source);
    if is_rust {
        formatted = with_lines_in_place(&formatted)
            .with_context(|| format!("{} cannot be understood", path.display()))?;
    }
    if formatted != source {
        fs::write(path, formatted)?;
        println!("    {}", path.display());
    }
    Ok(())
}
