//! Measures the finished app beside the floor (性能测量), a hand-written page with the same questions,
//! and perhaps a peer's page, in headless Chromium as a phone of 390 by 844 whose processor is four
//! times as slow as this one.
//!
//! `cargo xtask bench` writes the floor and calls this. In reading order: [`page`] measures one
//! start, [`starts`] all of them, [`taps`] how long a tap takes, [`weight`] how much there is,
//! [`ledger`] what a busy year costs, [`import`] how long a large file takes, [`report`] sets it
//! all beside what it is held against in a [`table`], and [`notes`] says where it was measured.
//!
//! They take turns within one run, so that what else the machine does meets all of them. Nothing
//! here fails because something is slow; a year that takes more room than a phone has does fail.

#![allow(clippy::print_stdout, reason = "The report is what it is for.")]

mod import;
mod ledger;
mod notes;
mod page;
mod report;
mod starts;
mod table;
mod taps;
mod weight;

use anyhow::{Context, Result, ensure};
use notes::Surroundings;
use report::Measurements;
use starts::{Others, sees_the_example};
use std::path::PathBuf;
use wuxing_e2e::audit::nodes;
use wuxing_e2e::clock::WithClock;
use wuxing_e2e::effort;
use wuxing_e2e::person::{Effort, Person};
use wuxing_e2e::programs::{Engine, Programs};
use wuxing_e2e::site::Site;

/// How often each start is measured, unless `WUXING_ROUNDS` says otherwise.
const ROUNDS: usize = 5;

/// The app, the floor beside it, and perhaps a peer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beside<T> {
    /// Of the app.
    pub app: T,
    /// Of the floor.
    pub floor: T,
    /// Of the peer.
    pub peer: Option<T>,
}

impl<T> Beside<T> {
    fn all(&self) -> impl Iterator<Item = &T> {
        [&self.app, &self.floor].into_iter().chain(&self.peer)
    }

    /// Makes something of each, until that fails.
    fn each<U>(&self, mut make: impl FnMut(&T) -> Result<U>) -> Result<Beside<U>> {
        Ok(Beside {
            app: make(&self.app)?,
            floor: make(&self.floor)?,
            peer: self.peer.as_ref().map(make).transpose()?,
        })
    }
}

fn main() -> Result<()> {
    let programs = Programs::of_site(folder("WUXING_SITE")?);
    let floor = folder("WUXING_FLOOR")?;
    let peer = std::env::var("WUXING_PEER").ok();
    let rounds = match std::env::var("WUXING_ROUNDS") {
        Ok(number) => number.parse().context("WUXING_ROUNDS is a number")?,
        Err(_) => ROUNDS,
    };
    let load_before = notes::load();
    let others = Others {
        floor: &floor,
        peer: peer.as_deref(),
    };
    let starts = starts::measure(&programs, &others, rounds)?;
    println!("    The starts are measured.");
    let (app, floor) = (
        Site::serve_compressed(&programs.site)?,
        Site::serve_compressed(&floor)?,
    );
    let someone = || Person::new(Engine::Chromium, &programs, "bench");
    let pages = Beside {
        app: someone()?,
        floor: someone()?,
        peer: peer.as_ref().map(|_| someone()).transpose()?,
    };
    sees_the_example(&pages.app, &app.address())?;
    pages.floor.opens(&floor.address())?;
    if let (Some(person), Some(peer)) = (&pages.peer, &peer) {
        page::start(
            person,
            peer,
            page::Usable::WhenItRests,
            page::Network::Local,
        )?;
        person.opens_whatever_comes(peer)?;
    }
    let taps = taps::measure(&pages)?;
    println!("    The taps are measured.");
    let longest_page = weight::longest_page(&pages.app)?;
    let nodes = Beside {
        app: longest_page.nodes,
        ..pages.each(nodes)?
    };
    let busy_year = ledger::measure(&programs)?;
    println!("    A busy year is measured.");
    let import = import::measure(&programs)?;
    println!("    An import is measured.");
    let efforts = efforts(&programs)?;
    println!("    Taps are counted.");
    let surroundings = Surroundings {
        browser: notes::browser_of(&pages.app),
        questions: weight::questions(&pages.floor)?,
        rounds,
        peer,
        longest_page: longest_page.route,
        load: [load_before, notes::load()],
    };
    let measurements = Measurements {
        starts,
        taps,
        nodes,
        busy_year,
        import,
        efforts,
    };
    println!("\n{}", report::text(&measurements, &surroundings));
    report::is_kept_in_room(&measurements.busy_year)
}

/// What the two errands cost that are done most.
fn efforts(programs: &Programs) -> Result<[Effort; 2]> {
    let clock = WithClock::of(&programs.site, "2026-06-30")?;
    let (site, today) = (Site::serve(clock.folder())?, Site::serve(&programs.site)?);
    let someone = || Person::new(Engine::Chromium, programs, "bench");
    Ok([
        effort::of_a_quarter(&someone()?, &clock, &site)?,
        effort::of_the_must_items(&someone()?, &today)?,
    ])
}

fn folder(variable: &str) -> Result<PathBuf> {
    let value = std::env::var_os(variable);
    let value = value.with_context(|| format!("`cargo xtask bench` sets {variable}"))?;
    let folder = PathBuf::from(value);
    ensure!(
        folder.join("index.html").is_file(),
        "{} has no index.html",
        folder.display()
    );
    Ok(folder)
}
