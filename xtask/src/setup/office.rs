//! Finds the office program with which tests open what the app writes, and installs it on Debian.
//! It takes 300 MB on the disk, so it is only installed where all browsers are.
//!
//! Not here: what is opened (`tests/e2e`).

use super::apt;
use crate::process;
use anyhow::Result;

/// What opens documents and workbooks and writes PDF, and what reads the text of a PDF.
const PROGRAMS: [&str; 2] = ["soffice", "pdftotext"];

/// Whether it is there.
pub fn is_there() -> bool {
    PROGRAMS
        .into_iter()
        .all(|name| process::find_program(name).is_some())
}

/// Installs it, on Debian.
///
/// # Errors
/// When it cannot be installed from here.
pub fn install() -> Result<()> {
    apt::install(
        &[
            "libreoffice-writer-nogui",
            "libreoffice-calc-nogui",
            "poppler-utils",
        ],
        "LibreOffice without a window",
    )
}
