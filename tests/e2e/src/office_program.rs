//! An office program that opens what the app has written (办公软件), and says what it shows:
//! LibreOffice, without a window, and a reader of PDF.
//!
//! Not here: installing them; `cargo xtask setup --browsers all` does that.

use anyhow::{Context, Result, ensure};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A document as it is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// What stands on its pages, in the order in which it was written, without any white space.
    pub text: String,
    /// How many pages it has.
    pub pages: usize,
}

/// Opens a document or workbook and prints it; `None` where there is no office program.
///
/// # Errors
/// When it cannot be opened.
pub fn prints(file: &Path) -> Result<Option<Printed>> {
    let (Some(office), Some(reader)) = (found("soffice"), found("pdftotext")) else {
        return Ok(None);
    };
    let folder = tempfile::tempdir()?;
    // A profile of its own: two that run at the same time would wait for each other.
    let profile = format!(
        "-env:UserInstallation=file://{}",
        folder.path().join("profile").display()
    );
    let mut command = Command::new(office);
    command.args(["--headless", &profile, "--convert-to", "pdf", "--outdir"]);
    let output = command.arg(folder.path()).arg(file).output()?;
    let printed = folder
        .path()
        .join(file.file_stem().context("a name")?)
        .with_extension("pdf");
    ensure!(
        printed.exists(),
        "{} was not opened: {}",
        file.display(),
        String::from_utf8_lossy(&output.stderr)
    );
    let mut command = Command::new(reader);
    let output = command
        .args(["-raw", "-enc", "UTF-8"])
        .arg(&printed)
        .arg("-")
        .output()?;
    let text = String::from_utf8(output.stdout)?;
    Ok(Some(Printed {
        // A page ends with a form feed.
        pages: text.matches('\u{c}').count(),
        text: text.split_whitespace().collect(),
    }))
}

fn found(program: &str) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    let mut programs = std::env::split_paths(&folders).map(|folder| folder.join(program));
    programs.find(|path| path.is_file())
}
