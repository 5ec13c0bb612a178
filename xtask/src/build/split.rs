//! Splits the compiled module (分块): what is reached from the start alone stays in the main module,
//! what only the functions marked for a part reach goes into modules of their own.
//!
//! Not here: the JavaScript that loads the parts. The one that comes with the splitting wants
//! JavaScript modules, which the single file cannot have; ours is `public/parts.js`.

use crate::process::step;
use anyhow::{Context, Result, anyhow, bail};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use wasm_split_cli_support::{Options, transform};

/// A module that is loaded after the first paint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LaterModule {
    /// Its plain name, such as `part-pages.wasm`.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// A module after splitting.
pub struct Split {
    /// Where the main module is, for wasm-bindgen to work on.
    pub main: PathBuf,
    /// The others.
    pub later: Vec<LaterModule>,
    /// By the name of each part, the later modules that it consists of.
    pub parts: BTreeMap<String, Vec<String>>,
}

/// Splits a module that was linked with its relocations.
///
/// # Errors
/// When it has none, or cannot be split.
pub fn split(module: &Path, output: &Path) -> Result<Split> {
    step("Splitting the module");
    if output.exists() {
        fs::remove_dir_all(output)?;
    }
    let whole = fs::read(module)?;
    // wasm-bindgen names what it writes after it.
    let main = output.join("wuxing.wasm");
    let mut options = Options::new(&whole);
    options.output_dir = output;
    options.main_out_path = &main;
    // The main module imports what loads the parts from here; see `public/parts.js`.
    options.link_name = "parts";
    let written = transform(options)
        .map_err(|error| anyhow!("{error:#}"))
        .context("the module could not be split")?;

    let plain_name = |stem: &str| format!("part-{}.wasm", stem.trim_start_matches("split_"));
    let mut later = Vec::new();
    for path in written.split_modules {
        let stem = path.file_stem().and_then(|stem| stem.to_str());
        let stem = stem.context("a part of the module has no name")?;
        later.push(LaterModule {
            name: plain_name(stem),
            bytes: without_custom_sections(&fs::read(&path)?)?,
        });
    }
    let parts = written.prefetch_map.into_iter().map(|(part, stems)| {
        let files = stems.iter().map(|stem| plain_name(stem)).collect();
        (part, files)
    });
    Ok(Split {
        main,
        later,
        parts: parts.collect(),
    })
}

/// A module without the names of its functions and what else no browser reads.
fn without_custom_sections(module: &[u8]) -> Result<Vec<u8>> {
    const HEADER: usize = 8;
    const CUSTOM: u8 = 0;
    let mut kept = module.get(..HEADER).unwrap_or_default().to_vec();
    let mut rest = module.get(HEADER..).unwrap_or_default();
    while let Some((&kind, after_kind)) = rest.split_first() {
        let (content, digits) = leb128(after_kind).context("a section has no length")?;
        let end = 1 + digits + content;
        let Some((section, after)) = rest.split_at_checked(end) else {
            bail!("a section is cut off");
        };
        if kind != CUSTOM {
            kept.extend_from_slice(section);
        }
        rest = after;
    }
    Ok(kept)
}

/// The number that stands at the start, and how many bytes it takes.
fn leb128(bytes: &[u8]) -> Option<(usize, usize)> {
    let digits = bytes.iter().position(|byte| byte & 0x80 == 0)? + 1;
    let number = bytes[..digits].iter().rev().try_fold(0_usize, |sum, byte| {
        sum.checked_mul(0x80)?.checked_add(usize::from(byte & 0x7f))
    });
    Some((number?, digits))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn custom_sections_go_and_all_else_stays() {
        fn check(sections: &[u8], expected: Option<&[u8]>) {
            let module = |sections: &[u8]| [b"\0asm\x01\0\0\0", sections].concat();
            let found = without_custom_sections(&module(sections)).ok();
            assert_eq!(found, expected.map(module), "{sections:?}");
        }

        check(&[], Some(&[]));
        check(&[1, 2, 7, 7], Some(&[1, 2, 7, 7]));
        check(&[0, 1, 7, 1, 0], Some(&[1, 0]));
        let long = [&[0, 0x81, 0x01][..], &[7; 129], &[3, 1, 7]].concat();
        check(&long, Some(&[3, 1, 7]));
        check(&[1, 2, 7], None);
        check(&[1, 0x80], None);
    }
}
