//! Runs journeys and says how they went (旅程), as cargo's own tests do: `libtest-mimic` reads the
//! arguments, chooses and counts.
//!
//! Not here: the journeys themselves, which are in `tests/journeys`.

// The report is what this module is for.
#![allow(clippy::print_stdout)]

use crate::person::Person;
use crate::programs::{Engine, Programs};
use crate::site::Site;
use crate::watch::Watch;
use anyhow::{Context, Result};
use libtest_mimic::{Arguments, Completion, Failed, Trial};
use std::cell::RefCell;
use std::path::Path;
use std::process::ExitCode;
use std::rc::Rc;
use std::sync::{Arc, Mutex, PoisonError};
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
            other => format!("{}-{}", self.name, other.name()),
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

    /// Says something beside the verdict, such as what could not be looked at. Not on the output,
    /// where it could come into the middle of a line of the harness.
    pub fn says(&self, words: &str) {
        eprintln!("{}: {words}", self.name);
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
/// the other, all engines at once, and beside them what takes minutes. Without the environment
/// that says what to drive, every journey is ignored.
pub fn run(journeys: &'static [Journey]) -> ExitCode {
    let programs = match Programs::from_environment() {
        Ok(programs) => programs.map(Arc::new),
        Err(error) => {
            eprintln!("error: the journeys cannot begin: {error:#}");
            return ExitCode::FAILURE;
        }
    };
    if programs.is_none() {
        println!(
            "The journeys drive the finished app in a browser. `cargo xtask test` builds it and \
             runs them; by hand: `cargo xtask dist`, then WUXING_SITE=dist/site \
             WUXING_FILE=dist/wuxing.html cargo test --package wuxing-e2e --test journeys."
        );
    }
    let lanes = Arc::new(Lanes::default());
    let trials = trials(journeys, programs.as_ref(), &lanes);
    let mut arguments = Arguments::from_args();
    // A thread each: most of them wait for their lane.
    arguments.test_threads.get_or_insert(trials.len().max(1));
    let conclusion = libtest_mimic::run(&arguments, trials);
    lanes.say_what_took_longest();
    conclusion.exit_code()
}

/// What keeps journeys that share an engine apart. Each has its own browser and its own site, so
/// they would meet nowhere; but a machine has room for a few browsers alone.
#[derive(Default)]
struct Lanes {
    chromium: Mutex<()>,
    webkit: Mutex<()>,
    firefox: Mutex<()>,
    takes_minutes: Mutex<()>,
    /// How long every journey took, in seconds.
    times: Mutex<Vec<(u64, String)>>,
}

impl Lanes {
    fn of(&self, trip: Trip) -> &Mutex<()> {
        match trip.engine {
            _ if trip.journey.takes_minutes => &self.takes_minutes,
            Engine::Chromium => &self.chromium,
            Engine::Webkit => &self.webkit,
            Engine::Firefox => &self.firefox,
        }
    }

    fn note(&self, name: String, took: Duration) {
        let mut times = self.times.lock().unwrap_or_else(PoisonError::into_inner);
        times.push((took.as_secs(), name));
    }

    fn say_what_took_longest(&self) {
        let mut times = self.times.lock().unwrap_or_else(PoisonError::into_inner);
        times.sort();
        let longest = times.iter().rev().take(5);
        let longest: Vec<String> = longest
            .map(|(seconds, name)| format!("{name} {seconds} s"))
            .collect();
        if !longest.is_empty() {
            eprintln!("The longest journeys: {}.", longest.join(", "));
        }
    }
}

/// A journey in one engine.
#[derive(Clone, Copy)]
struct Trip {
    journey: &'static Journey,
    engine: Engine,
    must_hold: bool,
}

impl Trip {
    fn name(self) -> String {
        match self.engine {
            Engine::Chromium => self.journey.name.to_owned(),
            other => format!("{} in {}", self.journey.name, other.name()),
        }
    }

    /// What is only tried is told and counts neither way.
    fn trial(self, programs: Option<&Arc<Programs>>, lanes: &Arc<Lanes>) -> Trial {
        let (programs, lanes) = (programs.cloned(), Arc::clone(lanes));
        let is_ignored = programs.is_none();
        let trial = Trial::ignorable_test(self.name(), move || {
            let programs = programs.ok_or("WUXING_SITE does not say what to drive")?;
            // Who was here before may have panicked, which takes nothing from who comes now.
            let lane = lanes.of(self).lock();
            let _alone = lane.unwrap_or_else(PoisonError::into_inner);
            let started = Instant::now();
            let told = self.tell(&programs);
            lanes.note(self.name(), started.elapsed());
            match told {
                Ok(()) => Ok(Completion::Completed),
                Err(error) if self.must_hold => Err(Failed::from(format!("{error:#}"))),
                Err(error) => {
                    // On one line, as all verdicts are.
                    let why = format!("{error:#}").replace('\n', " ");
                    Ok(Completion::ignored_with(format!("does not hold: {why}")))
                }
            }
        });
        let kind = if self.must_hold { "" } else { "tried" };
        trial.with_kind(kind).with_ignored_flag(is_ignored)
    }

    fn tell(self, programs: &Programs) -> Result<()> {
        let stage = Stage::new(self.journey.name, self.engine, programs);
        (self.journey.story)(&stage)?;
        stage.verdict().context("noted by the browser")
    }
}

fn trials(
    journeys: &'static [Journey],
    programs: Option<&Arc<Programs>>,
    lanes: &Arc<Lanes>,
) -> Vec<Trial> {
    let engines = programs.map_or(&Engine::ALL[..], |programs| &programs.engines);
    let trips = engines.iter().flat_map(|&engine| {
        journeys.iter().filter_map(move |journey| {
            let must_hold = journey.engines.contains(&engine);
            let is_made = must_hold || journey.tried_in.contains(&engine);
            is_made.then_some(Trip {
                journey,
                engine,
                must_hold,
            })
        })
    });
    trips.map(|trip| trip.trial(programs, lanes)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const JOURNEYS: &[Journey] = &[
        Journey {
            name: "in all",
            engines: &Engine::ALL,
            tried_in: &[],
            takes_minutes: false,
            story: |_| Ok(()),
        },
        Journey {
            name: "in one",
            engines: &[Engine::Chromium],
            tried_in: &[Engine::Webkit],
            takes_minutes: true,
            story: |_| anyhow::bail!("it does not"),
        },
    ];

    #[test]
    fn every_engine_has_its_journeys() {
        fn check(engines: Option<&[Engine]>, expected: &[&str]) {
            let programs = engines.map(|engines| {
                Arc::new(Programs {
                    engines: engines.to_vec(),
                    ..Programs::of_site("site".into())
                })
            });
            let trials = trials(JOURNEYS, programs.as_ref(), &Arc::default());
            let found: Vec<String> = trials
                .iter()
                .map(|trial| {
                    let ignored = if trial.has_ignored_flag() {
                        ", ignored"
                    } else {
                        ""
                    };
                    format!("{}/{}{ignored}", trial.kind(), trial.name())
                })
                .collect();
            assert_eq!(found, expected);
        }

        check(Some(&[Engine::Chromium]), &["/in all", "/in one"]);
        check(
            Some(&Engine::ALL),
            &[
                "/in all",
                "/in one",
                "/in all in webkit",
                "tried/in one in webkit",
                "/in all in firefox",
            ],
        );
        check(
            None,
            &[
                "/in all, ignored",
                "/in one, ignored",
                "/in all in webkit, ignored",
                "tried/in one in webkit, ignored",
                "/in all in firefox, ignored",
            ],
        );
    }

    #[test]
    fn what_is_only_tried_counts_neither_way() {
        fn check(engine: Engine, expected: (u64, u64, u64)) {
            let programs = Arc::new(Programs {
                engines: vec![engine],
                ..Programs::of_site("site".into())
            });
            let trials = trials(JOURNEYS, Some(&programs), &Arc::default());
            // Printed nowhere: whoever counts what harnesses print would count this one too.
            let arguments = Arguments::from_iter(["journeys", "--logfile", "/dev/null"]);
            let found = libtest_mimic::run(&arguments, trials);
            assert_eq!(
                (found.num_passed, found.num_failed, found.num_ignored),
                expected
            );
        }

        check(Engine::Chromium, (1, 1, 0));
        check(Engine::Webkit, (1, 0, 1));
    }
}
