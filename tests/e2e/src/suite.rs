//! Runs journeys and says how they went (执行), as cargo's own tests do: `libtest-mimic` reads the
//! arguments, chooses and counts.
//!
//! Not here: what a journey is (`journey`).

// The report is what this module is for.
#![allow(clippy::print_stdout)]

use crate::journey::Journey;
use crate::programs::{Engine, Programs};
use libtest_mimic::{Arguments, Completion, Failed, Trial};
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How many journeys are made at once beside one a core: a browser waits often, for a page that
/// comes or for something that is to happen after a while.
const BESIDE_THE_CORES: usize = 2;

/// Runs every journey that the arguments of the program ask for, a few at once. Without the
/// environment that says what to drive, every journey is ignored.
pub fn run(stories: &'static [&'static [Journey]]) -> ExitCode {
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
    let times = Arc::new(Times::default());
    let trials = trials(stories, programs.as_ref(), &times);
    let mut arguments = Arguments::from_args();
    arguments.test_threads.get_or_insert_with(at_once);
    let conclusion = libtest_mimic::run(&arguments, trials);
    times.say();
    conclusion.exit_code()
}

/// How many journeys are made at once. Each has its own browser and its own site, so they meet
/// nowhere; but a machine has room for a few browsers alone.
fn at_once() -> usize {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    cores + BESIDE_THE_CORES
}

/// How long the journeys took (用时).
#[derive(Default)]
struct Times(Mutex<Vec<(Duration, Engine, String)>>);

impl Times {
    fn note(&self, trip: Trip, took: Duration) {
        let mut times = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        times.push((took, trip.engine, trip.name()));
    }

    /// Says what took longest, and what each engine took in all.
    fn say(&self) {
        let mut times = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        times.sort_by_key(|(took, ..)| std::cmp::Reverse(*took));
        let longest: Vec<String> = times
            .iter()
            .take(5)
            .map(|(took, _, name)| format!("{name} {} s", took.as_secs()))
            .collect();
        if longest.is_empty() {
            return;
        }
        eprintln!("The longest journeys: {}.", longest.join(", "));
        for engine in Engine::ALL {
            let of_engine = times.iter().filter(|(_, other, _)| *other == engine);
            let took: Vec<Duration> = of_engine.map(|(took, ..)| *took).collect();
            if !took.is_empty() {
                let (all, name) = (took.iter().sum::<Duration>(), engine.name());
                eprintln!("{name}: {} journeys, {} s.", took.len(), all.as_secs());
            }
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
    fn trial(self, programs: Option<&Arc<Programs>>, times: &Arc<Times>) -> Trial {
        let (programs, times) = (programs.cloned(), Arc::clone(times));
        let is_ignored = programs.is_none();
        let trial = Trial::ignorable_test(self.name(), move || {
            let programs = programs.ok_or("WUXING_SITE does not say what to drive")?;
            let started = Instant::now();
            let told = self.journey.tell(self.engine, &programs);
            times.note(self, started.elapsed());
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
}

/// Every journey in every engine that is asked for. What takes minutes is begun first, so that at
/// the end nothing is waited for alone; the engines take turns, since one and the same several
/// times over would want the same of the machine.
fn trials(
    stories: &'static [&'static [Journey]],
    programs: Option<&Arc<Programs>>,
    times: &Arc<Times>,
) -> Vec<Trial> {
    let engines = programs.map_or(&Engine::ALL[..], |programs| &programs.engines);
    let journeys = stories.iter().copied().flatten();
    let trips = journeys.flat_map(|journey| {
        engines.iter().filter_map(move |&engine| {
            let must_hold = journey.engines.contains(&engine);
            let is_made = must_hold || journey.tried_in.contains(&engine);
            is_made.then_some(Trip {
                journey,
                engine,
                must_hold,
            })
        })
    });
    let mut trips: Vec<Trip> = trips.collect();
    trips.sort_by_key(|trip| !trip.journey.takes_minutes);
    let trials = trips.into_iter().map(|trip| trip.trial(programs, times));
    trials.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const JOURNEYS: &[&[Journey]] = &[&[
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
    ]];

    #[test]
    fn every_engine_has_its_journeys_and_the_longest_come_first() {
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

        check(Some(&[Engine::Chromium]), &["/in one", "/in all"]);
        check(
            Some(&Engine::ALL),
            &[
                "/in one",
                "tried/in one in webkit",
                "/in all",
                "/in all in webkit",
                "/in all in firefox",
            ],
        );
        check(
            None,
            &[
                "/in one, ignored",
                "tried/in one in webkit, ignored",
                "/in all, ignored",
                "/in all in webkit, ignored",
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
