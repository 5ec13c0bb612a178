//! What a browser prints, read by programs that were not written here (poppler).
//!
//! Not here: printing (`person`).

use anyhow::{Context, Result, ensure};
use std::io::Write as _;
use std::path::Path;
use std::process::Command;

/// What stands on paper.
#[derive(Clone, Debug)]
pub struct Printed {
    /// How many pages it takes.
    pub pages: usize,
    /// All its text, without white space: where a line ends says nothing.
    pub text: String,
}

/// Reads a PDF.
///
/// # Errors
/// When it is none, or poppler is not installed.
pub fn read(pdf: &[u8], folder: &Path) -> Result<Printed> {
    let path = folder.join("printed.pdf");
    std::fs::File::create(&path)?.write_all(pdf)?;
    let path = path.to_str().context("a path of letters")?;
    let about = run("pdfinfo", &[path])?;
    let pages = about.lines().find_map(|line| line.strip_prefix("Pages:"));
    let pages = pages.context("the number of pages")?.trim().parse()?;
    let text = run("pdftotext", &["-layout", path, "-"])?;
    let text = text.split_whitespace().collect();
    Ok(Printed { pages, text })
}

fn run(program: &str, arguments: &[&str]) -> Result<String> {
    let output = Command::new(program).args(arguments).output();
    let output = output.with_context(|| format!("{program}; `cargo xtask setup` gets it"))?;
    ensure!(output.status.success(), "{program} reads no PDF");
    Ok(String::from_utf8(output.stdout)?)
}
