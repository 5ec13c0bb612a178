//! Measures what is shipped against the budget. The budget is on what a phone with a weak signal
//! loads before it shows the app.
//!
//! The app does not keep to it yet. Until it does, the ceiling stands at what was reached last and
//! only ever comes down: whoever makes the first paint smaller lowers it in the same commit, and
//! whoever makes it larger fails the build.

use super::compress::{Compressed, brotli};
use crate::build::{self, Loaded};
use anyhow::{Result, bail};
use std::fmt::Write;

/// Everything that the first paint loads on the site, compressed with brotli, in bytes.
const FIRST_PAINT_BUDGET: usize = 220_000;

/// What the first paint may not exceed today, in the same bytes; never raised.
const FIRST_PAINT_CEILING: usize = 391_000;

/// The sizes of a file in bytes.
pub struct Measured {
    name: String,
    loaded: Loaded,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Measures the files of the site and the single file.
///
/// # Errors
/// Never in practice: writing into memory does not fail.
pub fn measure(site: &[Compressed], single_file: &[u8]) -> Result<Vec<Measured>> {
    let mut measured: Vec<Measured> = site
        .iter()
        .map(|Compressed { file, gzip, brotli }| Measured {
            name: file.path.clone(),
            loaded: file.loaded,
            raw: file.bytes.len(),
            gzip: gzip.as_ref().map_or(file.bytes.len(), Vec::len),
            brotli: brotli.as_ref().map_or(file.bytes.len(), Vec::len),
        })
        .collect();
    measured.push(Measured {
        name: "wuxing.html (one file)".to_owned(),
        loaded: Loaded::Later,
        raw: single_file.len(),
        gzip: build::gzip(single_file)?.len(),
        brotli: brotli(single_file)?.len(),
    });
    Ok(measured)
}

/// The sizes for reading, with the sum that the budget is about.
pub fn table(measured: &[Measured]) -> String {
    let mut text = format!(
        "{:<34} {:>9} {:>9} {:>9}\n",
        "bytes", "raw", "gzip", "brotli"
    );
    let loaded = |when: Loaded| measured.iter().filter(move |file| file.loaded == when);
    let mut row = |name: &str, sizes: [usize; 3]| {
        let [raw, gzip, brotli] = sizes;
        // Writing into a string does not fail.
        let _ = writeln!(text, "{name:<34} {raw:>9} {gzip:>9} {brotli:>9}");
    };
    for (when, sum) in [
        (Loaded::FirstPaint, "= first paint"),
        (Loaded::Background, "= parts, after it"),
    ] {
        for file in loaded(when) {
            row(&file.name, [file.raw, file.gzip, file.brotli]);
        }
        row(
            sum,
            [
                loaded(when).map(|file| file.raw).sum(),
                loaded(when).map(|file| file.gzip).sum(),
                loaded(when).map(|file| file.brotli).sum(),
            ],
        );
    }
    for file in loaded(Loaded::Later) {
        row(&file.name, [file.raw, file.gzip, file.brotli]);
    }
    let size = first_paint_size(measured);
    let verdict = match size.checked_sub(FIRST_PAINT_BUDGET) {
        None | Some(0) => "within".to_owned(),
        Some(over) => format!("over by {over}, ceiling {FIRST_PAINT_CEILING}"),
    };
    text + &format!("first paint: {size} of {FIRST_PAINT_BUDGET} bytes in brotli, {verdict}")
}

/// Whether the first paint keeps below the ceiling.
///
/// # Errors
/// When it does not.
pub fn check_budget(measured: &[Measured]) -> Result<()> {
    let size = first_paint_size(measured);
    if size > FIRST_PAINT_CEILING {
        bail!(
            "the first paint loads {size} bytes, {} over what was reached before; what is linked \
             decides: look at new dependencies first",
            size - FIRST_PAINT_CEILING
        );
    }
    Ok(())
}

fn first_paint_size(measured: &[Measured]) -> usize {
    measured
        .iter()
        .filter(|file| file.loaded == Loaded::FirstPaint)
        .map(|file| file.brotli)
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_first_paint_loads_counts() {
        use Loaded::{Background, FirstPaint, Later};
        check(&[(FirstPaint, FIRST_PAINT_CEILING)], true);
        let rest = [(Background, 500_000), (Later, 500_000)];
        let all = [(FirstPaint, FIRST_PAINT_CEILING - 1), (FirstPaint, 1)];
        check(&[&all[..], &rest].concat(), true);
        check(&[(FirstPaint, FIRST_PAINT_CEILING), (FirstPaint, 1)], false);
    }

    fn check(files: &[(Loaded, usize)], expected: bool) {
        let measured: Vec<Measured> = files
            .iter()
            .map(|&(loaded, brotli)| Measured {
                name: "file".to_owned(),
                loaded,
                raw: 0,
                gzip: 0,
                brotli,
            })
            .collect();
        assert_eq!(check_budget(&measured).is_ok(), expected, "{files:?}");
    }
}
