//! Measures the finished app beside the floor (性能测量), a hand-written page with the same questions,
//! in headless Chromium as a phone of 390 by 844 whose processor is four times as slow as this one.
//!
//! `cargo xtask bench` writes the floor and calls this. In reading order: [`host`] serves both as a
//! static host would, [`starts`] measures how long they take to start, [`taps`] how long a tap
//! takes, [`weight`] how much there is, [`ledger`] what a busy year costs, [`report`] sets it all
//! beside the budgets, and [`notes`] says where it was measured.
//!
//! App and floor take turns within one run, so that what else the machine does meets both. Nothing
//! here fails because something is slow; a year that takes more room than a phone has does fail.

#![allow(clippy::print_stdout, reason = "The report is what it is for.")]

mod host;
mod ledger;
mod notes;
mod report;
mod starts;
mod taps;
mod weight;

use anyhow::{Context, Result, ensure};
use host::Host;
use notes::Surroundings;
use report::Measurements;
use std::path::PathBuf;
use wuxing_e2e::person::Person;
use wuxing_e2e::programs::{Engine, Programs};

/// Two pages that take turns: the app, and the floor beside it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pair<T> {
    /// Of the app.
    pub app: T,
    /// Of the floor.
    pub floor: T,
}

fn main() -> Result<()> {
    let programs = Programs::of_site(folder("WUXING_SITE")?);
    let floor = folder("WUXING_FLOOR")?;
    let load_before = notes::load();
    let starts = starts::measure(&programs, &floor)?;
    println!("    The starts are measured.");
    let app = Host::serve(&programs.site)?;
    let floor = Host::serve(&floor)?;
    let pages = Pair {
        app: examples_person(&programs, &app)?,
        floor: Person::new(Engine::Chromium, &programs, "bench")?,
    };
    pages.floor.opens(&floor.address())?;
    let nodes = Pair {
        app: weight::longest_page(&pages.app)?,
        floor: weight::this_page(&pages.floor)?,
    };
    let taps = taps::measure(&pages)?;
    let busy_year = ledger::measure(&programs)?;
    println!("    A busy year is measured.");
    let surroundings = Surroundings {
        browser: notes::browser_of(&pages.app),
        questions: weight::questions(&pages.floor)?,
        load: [load_before, notes::load()],
    };
    let bytes = Pair {
        app: weight::first_paint_bytes(&app)?,
        floor: weight::first_paint_bytes(&floor)?,
    };
    let measurements = Measurements {
        bytes,
        starts,
        taps,
        nodes,
        busy_year,
    };
    println!("\n{}", report::text(&measurements, &surroundings));
    report::is_kept_in_room(&measurements.busy_year)
}

/// A person who looks at the example village.
fn examples_person(programs: &Programs, app: &Host) -> Result<Person> {
    let person = Person::new(Engine::Chromium, programs, "bench")?;
    person.opens(&app.address())?;
    person.taps_button("看示例")?;
    person.sees_no("看示例")?;
    Ok(person)
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
