//! What the start runs (启动剖面): the names of the functions that ran in a browser until the first
//! page stood, by the ways in which the app was started. `cargo xtask profile` records it, and the
//! build cuts the module along it.
//!
//! Names and not numbers, so that it holds as long as the code is much the same. What it lacks
//! costs the start time and nothing else: see `public/gate.js`.

use super::starts::{Start, Starts};
use crate::workspace;
use anyhow::{Context, Result, bail};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

/// The sign before the ways in which the functions below it are run.
const HEADING: &str = "# ";

/// What the start runs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StartProfile {
    starts: BTreeMap<String, Starts>,
}

impl StartProfile {
    /// Reads the one that is kept in the repository.
    ///
    /// # Errors
    /// When it is missing or has a name above the first heading.
    pub fn read() -> Result<Self> {
        let text = fs::read_to_string(path())
            .with_context(|| format!("{} could not be read", path().display()))?;
        Self::parse(&text)
    }

    /// Puts it into the repository.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn write(&self) -> Result<()> {
        fs::write(path(), self.to_text())
            .with_context(|| format!("{} could not be written", path().display()))
    }

    /// Takes in that a function ran at a start, by its name as the compiler wrote it.
    pub fn add(&mut self, function: &str, start: Start) {
        self.add_starts(stable_name(function), Starts::of(&[start]));
    }

    /// At which starts a function runs, by its name as the compiler wrote it; none if every start
    /// does without.
    pub fn starts(&self, function: &str) -> Starts {
        let known = self.starts.get(&stable_name(function));
        known.copied().unwrap_or_default()
    }

    /// Without what is no function of the app any more.
    pub fn retain(&mut self, functions: &[String]) {
        let names: BTreeSet<String> = functions.iter().map(|one| stable_name(one)).collect();
        self.starts.retain(|name, _| names.contains(name));
    }

    fn add_starts(&mut self, name: String, starts: Starts) {
        let entry = self.starts.entry(name).or_default();
        *entry = entry.or(starts);
    }

    fn parse(text: &str) -> Result<Self> {
        let mut profile = Self::default();
        let mut starts = None;
        for line in text.lines().filter(|line| !line.is_empty()) {
            match line.strip_prefix(HEADING) {
                Some(words) => starts = Some(starts_of(words)?),
                None => {
                    let Some(starts) = starts else {
                        bail!("the start profile has no heading above `{line}`");
                    };
                    profile.add_starts(line.to_owned(), starts);
                }
            }
        }
        Ok(profile)
    }

    fn to_text(&self) -> String {
        let mut by_starts: BTreeMap<Starts, Vec<&str>> = BTreeMap::new();
        for (name, starts) in &self.starts {
            by_starts.entry(*starts).or_default().push(name);
        }
        let mut text = String::new();
        for (starts, names) in by_starts.into_iter().rev() {
            text += &format!("{HEADING}{starts}\n");
            names.iter().for_each(|name| text += &format!("{name}\n"));
        }
        text
    }
}

/// The starts that a heading names.
fn starts_of(words: &str) -> Result<Starts> {
    let named = |word: &str| {
        let found = Start::ALL.into_iter().find(|start| start.word() == word);
        found.with_context(|| format!("the start profile has a heading with `{word}`"))
    };
    let starts: Vec<Start> = words.split('-').map(named).collect::<Result<_>>()?;
    Ok(Starts::of(&starts))
}

fn path() -> PathBuf {
    workspace::root().join("xtask/start_profile.txt")
}

/// The name without what changes at every build. A long name, of which only the types that it
/// stands for are long, is cut off and gets a number for the rest.
fn stable_name(function: &str) -> String {
    const LONGEST: usize = 100;
    // wasm-bindgen adds words to the names of what it adds.
    let (name, words) = function.split_at(function.find(' ').unwrap_or(function.len()));
    let name = format!("{:#}{words}", rustc_demangle::demangle(name));
    let name = without_numbers_of_build(&name);
    match name.char_indices().nth(LONGEST) {
        None => name,
        Some((end, _)) => format!("{}… {:016x}", &name[..end], fnv(&name)),
    }
}

/// The name without the numbers that change with any change of the app: those that tell split
/// points apart, and the places at which wasm-bindgen finds closures. What is left tells as much as
/// is asked: which part it leads to and by what function, and what a closure takes.
fn without_numbers_of_build(name: &str) -> String {
    const SPLIT: [&str; 2] = ["_export_", "_import_"];
    const DIGITS: usize = 32;
    const SHIM: &str = "shim_idx: ";
    let mut name = name.to_owned();
    for word in SPLIT {
        let after = name.find(word).map(|at| at + word.len());
        let is_number = |number: &str| number.bytes().all(|one| one.is_ascii_hexdigit());
        if let Some(at) = after
            && name.get(at..at + DIGITS).is_some_and(is_number)
        {
            name.replace_range(at..at + DIGITS, "");
        }
    }
    if let Some(at) = name.find(SHIM).map(|at| at + SHIM.len()) {
        let digits = name[at..].bytes().take_while(u8::is_ascii_digit).count();
        name.replace_range(at..at + digits, "");
    }
    name
}

/// A number for a text that is the same on every machine (FNV-1a).
fn fnv(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |sum, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let mut profile = StartProfile::default();
        profile.add("_RNvCskwGfYPst2Cb_6wuxing4main", Start::First);
        profile.add("_RNvNtCskwGfYPst2Cb_6wuxing3app4open", Start::Home);
        profile.add("_RNvCskwGfYPst2Cb_6wuxing4main", Start::Home);
        let again = StartProfile::parse(&profile.to_text()).expect("has headings");
        assert_eq!(again, profile);
        assert!(StartProfile::parse("a name").is_err());
        assert!(StartProfile::parse("# sometimes\na name").is_err());
    }

    #[test]
    fn a_name_holds_over_builds() {
        fn check(recorded: &str, asked: &str, expected: Starts) {
            let mut profile = StartProfile::default();
            profile.add(recorded, Start::Home);
            assert_eq!(profile.starts(asked), expected, "{asked}");
        }
        let home = Starts::of(&[Start::Home]);
        check(
            "_RNvCskwGfYPst2Cb_6wuxing4main",
            "_RNvCs15kBYyAo9fc_6wuxing4main",
            home,
        );
        check(
            "_ZN4core3fmt5write17h0123456789abcdefE",
            "_ZN4core3fmt5write17hfedcba9876543210E",
            home,
        );
        check(
            "_RNvCskwGfYPst2Cb_6wuxing4main externref shim",
            "_RNvCs15kBYyAo9fc_6wuxing4main externref shim",
            home,
        );
        check(
            "_RNvCskwGfYPst2Cb_6wuxing4main",
            "_RNvCskwGfYPst2Cb_6wuxing4open",
            Starts::default(),
        );
        check(
            "__wasm_split_00pages00_export_beefb11600b8063907a2bfcb72b202d2_view_in_pages_part",
            "__wasm_split_00pages00_export_71cacd88f7f528b201f9999439a8b8a3_view_in_pages_part",
            home,
        );
        check(
            "Closure(Closure { function: Function { shim_idx: 23, ret: Unit } })",
            "Closure(Closure { function: Function { shim_idx: 121, ret: Unit } })",
            home,
        );
        check(
            "Closure(Closure { function: Function { shim_idx: 23, ret: Unit } })",
            "Closure(Closure { function: Function { shim_idx: 23, ret: String } })",
            Starts::default(),
        );
        let long = "a".repeat(101);
        check(&long, &long, home);
        check(&long, &(long.clone() + "b"), Starts::default());
    }
}
