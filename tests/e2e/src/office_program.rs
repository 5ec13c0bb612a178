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
    let Some(reader) = found("pdftotext") else {
        return Ok(None);
    };
    let folder = tempfile::tempdir()?;
    let Some(printed) = writes_pdf(file, folder.path())? else {
        return Ok(None);
    };
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

/// Opens a document or workbook and prints it into a PDF in this folder, whose path it hands back;
/// `None` where there is no office program.
///
/// # Errors
/// When it cannot be opened.
pub fn writes_pdf(file: &Path, folder: &Path) -> Result<Option<PathBuf>> {
    let Some(office) = found("soffice") else {
        return Ok(None);
    };
    // A profile of its own: two that run at the same time would wait for each other.
    let profile = tempfile::tempdir()?;
    let profile = format!("-env:UserInstallation=file://{}", profile.path().display());
    let mut command = Command::new(office);
    command.args(["--headless", &profile, "--convert-to", "pdf", "--outdir"]);
    let output = command.arg(folder).arg(file).output()?;
    let name = file.file_stem().context("a name")?;
    let printed = folder.join(name).with_extension("pdf");
    ensure!(
        printed.exists(),
        "{} was not opened: {}",
        file.display(),
        String::from_utf8_lossy(&output.stderr)
    );
    Ok(Some(printed))
}

fn found(program: &str) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    let mut programs = std::env::split_paths(&folders).map(|folder| folder.join(program));
    programs.find(|path| path.is_file())
}
