//! `cargo xtask bench`: measures the finished app beside a hand-written page with the same
//! indicators, and perhaps a peer's page, and prints all of them beside what they are held against.
//!
//! Not here: the measuring, which is done by `tests/e2e/src/bin/bench`, since the journeys know
//! already how to drive a browser. Timings are printed and never fail: they depend on the machine.
//! What must hold on every machine, the sizes, is checked by `cargo xtask dist`.

mod floor;

use crate::dist;
use crate::dist::site_folder;
use crate::process::{self, step};
use crate::serve::WATCHED;
use crate::setup::browsers::Chromium;
use crate::setup::wasm_target::active_cargo;
use crate::workspace;
use anyhow::Result;
use std::process::Command;
use std::time::SystemTime;
use walkdir::WalkDir;

/// What is measured, and how often.
#[derive(clap::Args)]
pub struct Options {
    /// The address of another page that asks with radio buttons, measured beside the app. It must
    /// be served on this machine: the browser reaches nothing else.
    #[arg(long, value_name = "URL")]
    peer: Option<String>,
    /// How often each start is measured.
    #[arg(long, default_value_t = 5)]
    rounds: usize,
}

/// Runs the command.
///
/// # Errors
/// When there is no browser, the app cannot be built, or one of the pages does not come up.
pub fn run(options: &Options) -> Result<()> {
    let chromium = Chromium::required()?;
    make_site_if_missing()?;
    let floor = floor::write(workspace::root(), &workspace::target("bench").join("floor"))?;
    step("Measuring in Chromium; ten minutes or more, best with nothing else running");
    println!("    {}", age_of_site());
    let mut command = Command::new(active_cargo());
    command
        .args(["run", "--package", "wuxing-e2e", "--bin", "bench"])
        .current_dir(workspace::root())
        .env("WUXING_SITE", site_folder())
        .env("WUXING_FLOOR", floor)
        .env("WUXING_ROUNDS", options.rounds.to_string())
        .env("WUXING_CHROMIUM", &chromium.browser)
        .env("WUXING_CHROMEDRIVER", &chromium.driver);
    if let Some(peer) = &options.peer {
        command.env("WUXING_PEER", peer);
    }
    process::run(&mut command)
}

/// A site that is over its size budget is made all the same, and can be measured.
fn make_site_if_missing() -> Result<()> {
    let is_there = || site_folder().join("index.html").is_file();
    if is_there() {
        return Ok(());
    }
    match dist::run() {
        Err(error) if is_there() => {
            println!("    {error:#}");
            Ok(())
        }
        made => made,
    }
}

/// When the site was made and whether the sources are newer, in a sentence.
fn age_of_site() -> String {
    let page = site_folder().join("index.html");
    let made = page.metadata().and_then(|file| file.modified()).ok();
    let age = made.and_then(|made| SystemTime::now().duration_since(made).ok());
    let minutes = age.map_or(0, |age| age.as_secs() / 60);
    let is_outdated = newest_source() > made;
    let advice = if is_outdated {
        "; sources have changed since then, and `cargo xtask dist` makes it anew"
    } else {
        ""
    };
    format!("dist/site was made {minutes} minutes ago{advice}.")
}

fn newest_source() -> Option<SystemTime> {
    let files = WATCHED
        .iter()
        .flat_map(|name| WalkDir::new(workspace::root().join(name)))
        .flatten()
        .filter(|entry| entry.file_type().is_file());
    files
        .filter_map(|file| file.metadata().ok()?.modified().ok())
        .max()
}
