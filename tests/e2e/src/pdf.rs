//! What a browser prints, read by programs that were not written here (poppler).
//!
//! Not here: printing (`person`).

use anyhow::{Context, Result, ensure};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What stands on paper.
#[derive(Clone, Debug)]
pub struct Printed {
    /// How many pages it takes.
    pub pages: usize,
    /// All its text, without white space: where a line ends says nothing.
    pub text: String,
    /// How many characters stand on the page that has fewest, its number apart.
    pub fewest: usize,
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
    let pages: usize = pages.context("the number of pages")?.trim().parse()?;
    let text = run("pdftotext", &["-layout", path, "-"])?;
    // A page ends with a form feed, and its last line is its number.
    let of_pages = text.split('\u{c}').take(pages);
    let fewest = of_pages.map(|page| {
        let lines = page.lines().map(str::trim).filter(|line| !line.is_empty());
        let is_number = |line: &&str| line.split_whitespace().collect::<String>().contains('/');
        let said = lines.filter(|line| line.chars().count() > 9 || !is_number(line));
        said.map(|line| line.chars().count()).sum::<usize>()
    });
    let fewest = fewest.min().unwrap_or(0);
    let text = text.split_whitespace().collect();
    Ok(Printed {
        pages,
        text,
        fewest,
    })
}

/// Draws each page of a PDF in this folder as PNG, in order, and hands back the pictures.
///
/// # Errors
/// When it is none, or poppler is not installed.
pub fn pictures(pdf: &Path, folder: &Path) -> Result<Vec<PathBuf>> {
    let name = pdf.file_stem().context("a name")?;
    let beginning = folder.join(name);
    let of = |path: &Path| {
        path.to_str()
            .map(str::to_owned)
            .context("a path of letters")
    };
    let arguments = ["-r", "72", "-png", &of(pdf)?, &of(&beginning)?];
    run("pdftoppm", &arguments)?;
    let beginning = format!("{}-", name.to_string_lossy());
    let files = std::fs::read_dir(folder)?.flatten();
    let pages = files.map(|file| file.path()).filter(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        // Its pages, and not those of a longer name.
        let number = name
            .strip_prefix(&beginning)
            .and_then(|rest| rest.strip_suffix(".png"));
        number.is_some_and(|number| number.bytes().all(|digit| digit.is_ascii_digit()))
    });
    let mut pages: Vec<PathBuf> = pages.collect();
    pages.sort();
    Ok(pages)
}

fn run(program: &str, arguments: &[&str]) -> Result<String> {
    let output = Command::new(program).args(arguments).output();
    let output = output.with_context(|| format!("{program}; `cargo xtask setup` gets it"))?;
    ensure!(output.status.success(), "{program} reads no PDF");
    Ok(String::from_utf8(output.stdout)?)
}
