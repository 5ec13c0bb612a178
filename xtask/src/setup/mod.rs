//! `cargo xtask setup`: looks for what the commands need on this machine and installs what is
//! missing, as far as that is possible. `serve` and `test` begin with it and say so; the other
//! commands install nothing and say what is missing.
//!
//! Nothing here builds or tests the app.

pub mod apt;
pub mod browsers;
pub mod npm;
pub mod office;
pub mod wasm_target;

use crate::process::{self, step};
use anyhow::{Result, bail};
use browsers::Chromium;
use wasm_target::WasmToolchain;

/// Something that commands need on this machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// A Rust compiler for WebAssembly.
    WasmCompiler,
    /// Chromium with its driver.
    Chromium,
    /// Glyphs for Chinese.
    ChineseFont,
    /// The tools that npm fetches.
    NpmTools,
    /// The engine of Safari with its driver.
    Webkit,
    /// Firefox, which needs no driver.
    Firefox,
    /// An office program, to open what the app writes.
    Office,
    /// What reads the PDF that a browser prints.
    PdfReader,
}

impl Need {
    /// What the app is built and served with.
    pub const TO_BUILD: &[Self] = &[Self::WasmCompiler];
    /// What the app is tested with, in Chromium.
    pub const TO_TEST: &[Self] = &[
        Self::WasmCompiler,
        Self::Chromium,
        Self::ChineseFont,
        Self::NpmTools,
        Self::PdfReader,
    ];
    /// What the app is tested with, in all browsers.
    pub const TO_TEST_EVERYWHERE: &[Self] = &[
        Self::WasmCompiler,
        Self::Chromium,
        Self::ChineseFont,
        Self::NpmTools,
        Self::Webkit,
        Self::Firefox,
        Self::Office,
        Self::PdfReader,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::WasmCompiler => "a Rust compiler for WebAssembly",
            Self::Chromium => "Chromium with its driver",
            Self::ChineseFont => "a font for Chinese",
            Self::NpmTools => "wasm-opt and axe",
            Self::Webkit => "WebKit with its driver",
            Self::Firefox => "Firefox",
            Self::Office => "LibreOffice without a window",
            Self::PdfReader => "pdftotext",
        }
    }

    fn is_there(self) -> bool {
        match self {
            Self::WasmCompiler => WasmToolchain::find().is_some(),
            Self::Chromium => Chromium::find().is_some(),
            Self::ChineseFont => browsers::has_chinese_font(),
            // Who has no npm is told by the commands what they leave out.
            Self::NpmTools => {
                process::find_program("npm").is_none()
                    || [npm::WASM_OPT, npm::AXE]
                        .iter()
                        .all(|tool| tool.find().is_some())
            }
            Self::Webkit => browsers::has_webkit(),
            Self::Firefox => browsers::firefox().is_some(),
            Self::Office => office::is_there(),
            Self::PdfReader => process::find_program("pdftotext").is_some(),
        }
    }

    fn install(self) -> Result<()> {
        match self {
            Self::WasmCompiler => WasmToolchain::install(),
            Self::Chromium => Chromium::install(),
            Self::ChineseFont => browsers::install_chinese_font(),
            Self::NpmTools => npm::WASM_OPT.fetch().and_then(|()| npm::AXE.fetch()),
            Self::Webkit => browsers::install_webkit(),
            Self::Firefox => browsers::install_firefox(),
            Self::Office => office::install(),
            Self::PdfReader => apt::install(&["poppler-utils"], "pdftotext"),
        }
    }
}

/// Runs the command: installs what is missing of this, one after the other.
///
/// # Errors
/// When something cannot be installed from here, once everything has been tried; the message has
/// the lines to run.
pub fn run(needs: &[Need]) -> Result<()> {
    step("Setup (`cargo xtask setup`): looking for what is needed");
    install_missing(needs, Need::is_there, Need::install)
}

fn install_missing(
    needs: &[Need],
    is_there: impl Fn(Need) -> bool,
    mut install: impl FnMut(Need) -> Result<()>,
) -> Result<()> {
    let missing: Vec<Need> = needs
        .iter()
        .copied()
        .filter(|&need| !is_there(need))
        .collect();
    if missing.is_empty() {
        println!("    All of it is here.");
    }
    let mut failures = Vec::new();
    for (place, need) in missing.iter().enumerate() {
        let (number, all) = (place + 1, missing.len());
        step(&format!("Setup, {number} of {all}: {}", need.name()));
        if let Err(error) = install(*need) {
            println!("    {error:#}");
            failures.push(format!("{error:#}"));
        }
    }
    if !failures.is_empty() {
        bail!("{}", failures.join("\n"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_installed_and_all_is_tried() {
        fn check(there: &[Need], fails: Option<Need>, expected: &[Need]) {
            let mut tried = Vec::new();
            let installed = install_missing(
                Need::TO_TEST,
                |need| there.contains(&need),
                |need| {
                    tried.push(need);
                    if fails == Some(need) {
                        bail!("by hand it is …");
                    }
                    Ok(())
                },
            );
            assert_eq!(tried, expected);
            let failed = fails.is_some_and(|need| expected.contains(&need));
            assert_eq!(installed.is_err(), failed);
        }

        check(&[], None, Need::TO_TEST);
        check(&[], Some(Need::WasmCompiler), Need::TO_TEST);
        check(Need::TO_TEST, Some(Need::Chromium), &[]);
        check(
            &[Need::WasmCompiler, Need::NpmTools],
            Some(Need::ChineseFont),
            &[Need::Chromium, Need::ChineseFont, Need::PdfReader],
        );
    }
}
