//! Measures what is shipped against the budget. The budget is on what a phone with a weak signal
//! loads before it shows the app: at the very first start, at one with data on the device, and at
//! one that leads to a page of questions or to another that is often opened.
//!
//! The ceilings stand at what was reached last: whoever makes a first paint smaller lowers them in
//! the same commit, and whoever makes it larger fails the build. They were raised now and then,
//! when home was made anew for example, and fell by a tenth when the first standard came to be read
//! by position and what a start does not show to be apart (`docs/decisions.md` has the figures).

use super::compress::{Compressed, brotli};
use crate::build::{self, Loaded, Start, Starts};
use anyhow::{Result, bail};
use std::collections::BTreeSet;
use std::fmt::Write;

/// What is loaded before the app is shown, on the site, and how much that may be.
struct Paint {
    /// What is shown.
    name: &'static str,
    /// The ways in which the app is started at once.
    starts: &'static [Start],
    /// What it is meant to come to, compressed with brotli, in bytes.
    budget: usize,
    /// What it may not exceed today, in the same bytes.
    ceiling: usize,
}

const PAINTS: [Paint; 5] = [
    Paint {
        name: "first start",
        starts: &[Start::First],
        budget: 110_000,
        ceiling: 131_900,
    },
    Paint {
        name: "home with data",
        starts: &[Start::Home],
        budget: 150_000,
        ceiling: 261_700,
    },
    Paint {
        name: "page of questions",
        starts: &[Start::Questions],
        budget: 350_000,
        ceiling: 376_400,
    },
    Paint {
        name: "other page often opened",
        starts: &[Start::Opened],
        budget: 350_000,
        ceiling: 336_200,
    },
    Paint {
        name: "home, an own standard",
        starts: &[Start::Home, Start::Own],
        budget: 150_000,
        ceiling: 310_300,
    },
];

/// What the files of [`Loaded::OnDemand`] may come to, in bytes of brotli. Every device downloads
/// them after its first visit, to have them without a network.
const ON_DEMAND_CEILING: usize = 491_000;

impl Paint {
    fn is_loaded_at(&self, starts: Starts) -> bool {
        self.starts.iter().any(|start| starts.has(*start))
    }

    fn size(&self, measured: &[Measured]) -> usize {
        let loaded = measured
            .iter()
            .filter(|file| file.starts().is_some_and(|of| self.is_loaded_at(of)));
        loaded.map(|file| file.brotli).sum()
    }
}

/// The sizes of a file in bytes.
pub struct Measured {
    name: String,
    loaded: Loaded,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Measured {
    /// The starts that load it before their page stands; `None` if it comes at another time.
    fn starts(&self) -> Option<Starts> {
        match self.loaded {
            Loaded::AtStart(starts) => Some(starts),
            _ => None,
        }
    }
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
        loaded: Loaded::LazyPart,
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
    let at_starts: BTreeSet<Starts> = measured.iter().filter_map(Measured::starts).collect();
    let at_starts = at_starts.into_iter().rev();
    let mut row = |name: &str, sizes: [usize; 3]| {
        let [raw, gzip, brotli] = sizes;
        // Writing into a string does not fail.
        let _ = writeln!(text, "{name:<34} {raw:>9} {gzip:>9} {brotli:>9}");
    };
    let sums = at_starts.map(|starts| (Loaded::AtStart(starts), format!("= at {starts}")));
    let after = [
        (Loaded::Background, "= rest and parts, after it"),
        (Loaded::OnDemand, "= office files, when asked for"),
    ];
    let after = after.map(|(when, sum)| (when, sum.to_owned()));
    for (when, sum) in sums.chain(after) {
        for file in loaded(when) {
            row(&file.name, [file.raw, file.gzip, file.brotli]);
        }
        row(
            &sum,
            [
                loaded(when).map(|file| file.raw).sum(),
                loaded(when).map(|file| file.gzip).sum(),
                loaded(when).map(|file| file.brotli).sum(),
            ],
        );
    }
    for file in loaded(Loaded::LazyPart) {
        row(&file.name, [file.raw, file.gzip, file.brotli]);
    }
    for paint in &PAINTS {
        let size = paint.size(measured);
        let verdict = match size.checked_sub(paint.budget) {
            None | Some(0) => "within".to_owned(),
            Some(over) => format!("over by {over}, ceiling {}", paint.ceiling),
        };
        let (name, budget) = (paint.name, paint.budget);
        // Writing into a string does not fail.
        let _ = writeln!(
            text,
            "{name}: {size} of {budget} bytes in brotli, {verdict}"
        );
    }
    text
}

/// Whether the first paints keep below their ceilings.
///
/// # Errors
/// When one does not.
pub fn check_budget(measured: &[Measured]) -> Result<()> {
    for paint in &PAINTS {
        let size = paint.size(measured);
        if size > paint.ceiling {
            bail!(
                "{} loads {size} bytes before it is shown, {} over what was reached before; look \
                 at new dependencies, and at whether `cargo xtask profile` is due",
                paint.name,
                size - paint.ceiling
            );
        }
    }
    let on_demand = measured
        .iter()
        .filter(|file| file.loaded == Loaded::OnDemand);
    let size: usize = on_demand.map(|file| file.brotli).sum();
    if size > ON_DEMAND_CEILING {
        bail!("the module for office files comes to {size} bytes, of {ON_DEMAND_CEILING}");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_loaded_before_the_page_stands_counts() {
        use Loaded::{AtStart, Background, LazyPart, OnDemand};
        let rest = [(Background, 500_000), (LazyPart, 500_000)];
        for Paint {
            starts, ceiling, ..
        } in PAINTS
        {
            // What a start beside another loads counts for both.
            let Some(last) = starts.last() else {
                unreachable!("there is no first page without a start");
            };
            let at = AtStart(Starts::of(&[*last]));
            check(&[&[(at, ceiling - 1), (at, 1)][..], &rest].concat(), true);
            check(&[(at, ceiling), (at, 1)], false);
            check(&[(at, ceiling), (AtStart(Starts::ALL), 1)], false);
            let others = Start::ALL
                .into_iter()
                .filter(|other| !starts.contains(other));
            let others: Vec<Start> = others.collect();
            check(&[(at, ceiling), (AtStart(Starts::of(&others)), 1)], true);
        }
        check(&[(OnDemand, ON_DEMAND_CEILING)], true);
        check(&[(OnDemand, ON_DEMAND_CEILING), (OnDemand, 1)], false);
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
