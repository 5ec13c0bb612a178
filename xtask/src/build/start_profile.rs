//! What the start runs (启动剖面): the names of the functions that ran in a browser until the first
//! page stood. `cargo xtask profile` records it, and the build cuts the module along it.
//!
//! Names and not numbers, so that it holds as long as the code is much the same. What it lacks
//! costs the start time and nothing else: see `public/gate.js`.

use crate::workspace;
use anyhow::{Context, Result, bail};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

/// Which start it was that ran a function first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// The very first one, with nothing on the device.
    FirstStart,
    /// One with data on the device.
    StoredData,
    /// One with data at a page of questions.
    Questions,
    /// One with data at another page that is often opened.
    Opened,
}

impl Stage {
    const ALL: [Self; 4] = [
        Self::FirstStart,
        Self::StoredData,
        Self::Questions,
        Self::Opened,
    ];

    fn heading(self) -> &'static str {
        match self {
            Self::FirstStart => "# The very first start",
            Self::StoredData => "# A start with data on the device, beyond that",
            Self::Questions => "# A start at a page of questions, beyond that",
            Self::Opened => "# A start at another page that is often opened, beyond that",
        }
    }
}

/// What the start runs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StartProfile {
    stages: BTreeMap<String, Stage>,
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
    pub fn add(&mut self, function: &str, stage: Stage) {
        let entry = self.stages.entry(stable_name(function)).or_insert(stage);
        *entry = stage.min(*entry);
    }

    /// At which start a function runs first, by its name as the compiler wrote it; `None` if the
    /// start does without.
    pub fn stage(&self, function: &str) -> Option<Stage> {
        self.stages.get(&stable_name(function)).copied()
    }

    /// Takes in what another profile has.
    pub fn add_all(&mut self, other: Self) {
        for (name, stage) in other.stages {
            let entry = self.stages.entry(name).or_insert(stage);
            *entry = stage.min(*entry);
        }
    }

    /// Without what is no function of the app any more.
    pub fn retain(&mut self, functions: &[String]) {
        let names: BTreeSet<String> = functions.iter().map(|one| stable_name(one)).collect();
        self.stages.retain(|name, _| names.contains(name));
    }

    fn parse(text: &str) -> Result<Self> {
        let mut stages = BTreeMap::new();
        let mut stage = None;
        for line in text.lines().filter(|line| !line.is_empty()) {
            match Stage::ALL.into_iter().find(|one| one.heading() == line) {
                Some(found) => stage = Some(found),
                None => {
                    let Some(stage) = stage else {
                        bail!("the start profile has no heading above `{line}`");
                    };
                    stages.insert(line.to_owned(), stage);
                }
            }
        }
        Ok(Self { stages })
    }

    fn to_text(&self) -> String {
        let mut text = String::new();
        for stage in Stage::ALL {
            text += &format!("{}\n", stage.heading());
            let names = self.stages.iter().filter(|(_, one)| **one == stage);
            names.for_each(|(name, _)| text += &format!("{name}\n"));
        }
        text
    }
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
    match name.char_indices().nth(LONGEST) {
        None => name,
        Some((end, _)) => format!("{}… {:016x}", &name[..end], fnv(&name)),
    }
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
        profile.add("_RNvCskwGfYPst2Cb_6wuxing4main", Stage::FirstStart);
        profile.add("_RNvNtCskwGfYPst2Cb_6wuxing3app4open", Stage::StoredData);
        profile.add("_RNvCskwGfYPst2Cb_6wuxing4main", Stage::StoredData);
        let again = StartProfile::parse(&profile.to_text()).expect("has headings");
        assert_eq!(again, profile);
        assert!(StartProfile::parse("a name").is_err());
    }

    #[test]
    fn a_name_holds_over_builds() {
        fn check(recorded: &str, asked: &str, expected: Option<Stage>) {
            let mut profile = StartProfile::default();
            profile.add(recorded, Stage::StoredData);
            assert_eq!(profile.stage(asked), expected, "{asked}");
        }
        let stage = Some(Stage::StoredData);
        check(
            "_RNvCskwGfYPst2Cb_6wuxing4main",
            "_RNvCs15kBYyAo9fc_6wuxing4main",
            stage,
        );
        check(
            "_ZN4core3fmt5write17h0123456789abcdefE",
            "_ZN4core3fmt5write17hfedcba9876543210E",
            stage,
        );
        check(
            "_RNvCskwGfYPst2Cb_6wuxing4main externref shim",
            "_RNvCs15kBYyAo9fc_6wuxing4main externref shim",
            stage,
        );
        check(
            "_RNvCskwGfYPst2Cb_6wuxing4main",
            "_RNvCskwGfYPst2Cb_6wuxing4open",
            None,
        );
        let long = "a".repeat(101);
        check(&long, &long, stage);
        check(&long, &(long.clone() + "b"), None);
    }
}
