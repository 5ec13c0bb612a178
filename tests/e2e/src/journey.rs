//! Runs journeys and says how they went (旅程), in the words of cargo's own tests.
//!
//! Not here: the journeys themselves, which are in `tests/journeys`.

// The report is what this module is for.
#![allow(clippy::print_stdout)]

use crate::person::Person;
use crate::programs::{Engine, Programs};
use crate::site::Site;
use crate::watch::Watch;
use anyhow::{Context, Result, anyhow};
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::rc::Rc;
use std::time::{Duration, Instant};

/// A journey: a story that must come to its end in some engines.
pub struct Journey {
    /// Its name, in the words of the report.
    pub name: &'static str,
    /// In which engines it must hold.
    pub engines: &'static [Engine],
    /// In which engines it is tried, and only told how it went.
    pub tried_in: &'static [Engine],
    /// Whether it takes minutes; it then runs beside the others.
    pub takes_minutes: bool,
    /// The story.
    pub story: Story,
}

/// What happens on a journey.
pub type Story = fn(&Stage) -> Result<()>;

/// What a story has at hand.
pub struct Stage {
    /// The finished app and the programs.
    pub programs: Programs,
    /// The engine in which the story runs now.
    pub engine: Engine,
    name: String,
    watches: RefCell<Vec<Rc<RefCell<Watch>>>>,
}

impl Stage {
    /// For a story with this name.
    pub fn new(name: &str, engine: Engine, programs: &Programs) -> Self {
        let name = name.to_owned();
        Self {
            programs: programs.clone(),
            engine,
            name,
            watches: RefCell::default(),
        }
    }

    /// A person with a new phone.
    ///
    /// # Errors
    /// When her browser does not start.
    pub fn person(&self) -> Result<Person> {
        let picture_name = match self.engine {
            Engine::Chromium => self.name.clone(),
            Engine::Webkit => format!("{}-webkit", self.name),
        };
        let person = Person::new(self.engine, &self.programs, &picture_name)?;
        self.watches.borrow_mut().push(Rc::clone(&person.watch));
        Ok(person)
    }

    /// The finished app as a site of its own.
    ///
    /// # Errors
    /// When no port is free.
    pub fn site(&self) -> Result<Site> {
        Site::serve(&self.programs.site)
    }

    /// The address of the app as one file.
    pub fn file(&self) -> String {
        address_of(&self.programs.file)
    }

    /// Says something beside the verdict, such as what could not be looked at.
    pub fn says(&self, words: &str) {
        println!("{}: {words}", self.name);
    }

    /// Whether everything was as it should be behind the persons' backs.
    ///
    /// # Errors
    /// When there was an error on a console, or a request to elsewhere.
    pub fn verdict(&self) -> Result<()> {
        self.watches
            .borrow()
            .iter()
            .try_for_each(|watch| watch.borrow().verdict())
    }
}

/// The address of a file on this machine.
pub fn address_of(file: &Path) -> String {
    format!("file://{}", file.display())
}

/// Runs every journey that the arguments of the program ask for: those of each engine one after
/// the other, both engines at once, and beside them what takes minutes. Returns whether all went
/// well.
pub fn run(journeys: &'static [Journey]) -> bool {
    let programs = match Programs::from_environment() {
        Ok(Some(programs)) => programs,
        Ok(None) => {
            println!(
                "The journeys drive the finished app in a browser. `cargo xtask test` builds it \
                 and runs them; by hand: `cargo xtask dist`, then WUXING_SITE=dist/site \
                 WUXING_FILE=dist/wuxing.html cargo test --package wuxing-e2e --test journeys."
            );
            return true;
        }
        Err(error) => {
            println!("The journeys cannot begin: {error:#}");
            return false;
        }
    };
    let filters: Vec<String> = std::env::args()
        .skip(1)
        .filter(|one| !one.starts_with('-'))
        .collect();
    let asked_for: Vec<Trip> = trips(journeys, &programs)
        .into_iter()
        .filter(|trip| filters.is_empty() || filters.iter().any(|part| trip.name().contains(part)))
        .collect();
    println!("\nrunning {} tests", asked_for.len());
    let started = Instant::now();
    let (long, short): (Vec<Trip>, Vec<Trip>) = asked_for
        .into_iter()
        .partition(|trip| trip.journey.takes_minutes);
    let (chromium, webkit): (Vec<Trip>, Vec<Trip>) = short
        .into_iter()
        .partition(|trip| trip.engine == Engine::Chromium);
    // Each of them has its own browser and its own site, so they meet nowhere.
    let results: Vec<bool> = std::thread::scope(|scope| {
        let runs = [chromium, webkit, long].map(|trips| {
            let programs = &programs;
            let run = move || trips.iter().map(|trip| trip.run(programs)).collect();
            scope.spawn(run)
        });
        let results = runs.into_iter();
        let results = results.map(|run| run.join().unwrap_or_else(|_| vec![false]));
        results.collect::<Vec<Vec<bool>>>().concat()
    });
    summarize(&results, started.elapsed())
}

/// A journey in one engine.
struct Trip {
    journey: &'static Journey,
    engine: Engine,
    must_hold: bool,
}

impl Trip {
    fn name(&self) -> String {
        match self.engine {
            Engine::Chromium => self.journey.name.to_owned(),
            Engine::Webkit => format!("{} in webkit", self.journey.name),
        }
    }

    /// Returns whether it went well, or need not have.
    fn run(&self, programs: &Programs) -> bool {
        let started = Instant::now();
        let stage = Stage::new(self.journey.name, self.engine, programs);
        // A panic in one story must not keep the others from being told.
        let told = catch_unwind(AssertUnwindSafe(|| (self.journey.story)(&stage)));
        let told = told.unwrap_or_else(|panic| Err(anyhow!("panicked: {}", message_of(&*panic))));
        let told = told.and_then(|()| stage.verdict().context("behind her back"));
        let (name, seconds) = (self.name(), started.elapsed().as_secs());
        match (told, self.must_hold) {
            (Ok(()), true) => println!("test {name} ... ok ({seconds} s)"),
            (Ok(()), false) => println!("tried: {name}: holds ({seconds} s)"),
            (Err(error), true) => {
                println!("test {name} ... FAILED ({seconds} s)\n    {error:#}");
                return false;
            }
            (Err(error), false) => {
                println!("tried: {name}: does not hold ({seconds} s): {error:#}")
            }
        }
        true
    }
}

fn trips(journeys: &'static [Journey], programs: &Programs) -> Vec<Trip> {
    let mut trips = Vec::new();
    for &engine in &programs.engines {
        for journey in journeys {
            if journey.engines.contains(&engine) {
                trips.push(Trip {
                    journey,
                    engine,
                    must_hold: true,
                });
            } else if journey.tried_in.contains(&engine) {
                trips.push(Trip {
                    journey,
                    engine,
                    must_hold: false,
                });
            }
        }
    }
    trips
}

fn message_of(panic: &(dyn std::any::Any + Send)) -> &str {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("without a word")
}

fn summarize(results: &[bool], took: Duration) -> bool {
    let passed = results.iter().filter(|&&went_well| went_well).count();
    let failed = results.len().saturating_sub(passed);
    println!(
        "\ntest result: {}. {passed} passed; {failed} failed; 0 ignored; 0 measured; \
         0 filtered out; finished in {:.2}s\n",
        if failed == 0 { "ok" } else { "FAILED" },
        took.as_secs_f32()
    );
    failed == 0
}
