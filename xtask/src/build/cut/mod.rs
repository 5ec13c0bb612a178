//! Cuts the whole module (分块): into what every start runs, what some starts run beyond that (the
//! very first one, one at home with data, one at a page of questions, one at another page that is
//! often opened), the rest, and the parts of the app.
//!
//! It is cut when wasm-bindgen has done its work, along what was seen to run
//! (`build::start_profile`) and what the functions marked in `ui/split_points.rs` reach. What must
//! hold for a module that is not there yet is the matter of `public/gate.js` and `public/parts.js`.

mod count;
mod emit;
mod homes;
mod names;
mod parts;
mod references;
mod sharing;
mod table;

pub use count::{RAN, count, names};
pub use names::shorten;

use super::site::Loaded;
use super::start_profile::StartProfile;
use super::starts::Start;
use crate::process::step;
use anyhow::{Context, Result};
use homes::Home;
use references::References;
use std::collections::BTreeMap;

/// A module that comes after the first one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LaterModule {
    /// Its plain name, such as `part-pages.wasm`.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// When a browser loads it.
    pub loaded: Loaded,
}

/// The module with all that the first page does without.
pub const REST_MODULE: &str = "rest.wasm";

/// A module after cutting.
pub struct Cut {
    /// What the first page needs.
    pub first: Vec<u8>,
    /// The others.
    pub later: Vec<LaterModule>,
    /// By the name of each part, the later modules that it consists of; under the word of each
    /// start those that it loads, and under `rest` what no start does.
    pub parts: BTreeMap<String, Vec<String>>,
}

/// Cuts a module.
///
/// `linked` is the module as the linker wrote it, with its relocations; `whole` is the same after
/// wasm-bindgen, with the names of its functions.
///
/// # Errors
/// When one of them is not as these tools leave it.
pub fn cut(linked: &[u8], whole: &[u8], profile: &StartProfile) -> Result<Cut> {
    step("Cutting the module");
    let references = References::read(linked).context("the linked module could not be read")?;
    let homes = homes::decide(&references, profile);
    let mut modules = emit::emit(whole, &homes)?;
    let first = modules
        .remove(&Home::FIRST)
        .context("nothing runs at the start")?;
    let mut cut = Cut {
        first,
        later: Vec::new(),
        parts: BTreeMap::new(),
    };
    // A part without anything of its own is there all the same, and so is a start.
    let starts = Start::ALL.map(|start| start.word().to_owned());
    for part in references.part_roots.keys().chain(&starts) {
        cut.parts.insert(part.clone(), Vec::new());
    }
    for (home, bytes) in modules {
        let mut loaded = Loaded::Background;
        let (name, parts) = match home {
            Home::Starts(starts) => {
                let words = starts.iter().map(|start| start.word().to_owned());
                loaded = Loaded::AtStart(starts);
                (format!("start-{starts}.wasm"), words.collect())
            }
            Home::Rest => (REST_MODULE.to_owned(), vec!["rest".to_owned()]),
            Home::Parts(parts) => {
                let parts = Vec::from_iter(parts);
                (format!("part-{}.wasm", parts.join("-")), parts)
            }
        };
        for part in parts {
            cut.parts.entry(part).or_default().push(name.clone());
        }
        cut.later.push(LaterModule {
            name,
            bytes,
            loaded,
        });
    }
    Ok(cut)
}
