//! Drives the finished app in real browsers as a person would: by what stands on the page.
//!
//! In reading order: [`programs`] says what is to be driven and with what, [`browser`] is a browser
//! with a profile that outlives it, [`site`] serves the app, [`edition`] makes other versions of it
//! with [`kept_files`] and [`clock`] sets its day, [`person`] looks, taps and writes, [`busy_year`]
//! makes up a year in which much goes on and [`busy_branch`] brings it in, [`watch`] notes errors
//! and requests, [`audit`] looks for barriers, [`effort`] counts taps, [`read_aloud`] tells what a
//! screen reader comes by, [`office_program`] opens what was written, [`journey`] says what a story
//! has at hand and [`suite`] runs them all. The journeys themselves are in `tests/journeys`,
//! pictures of every page are taken by `src/bin/shots`.
//!
//! Not here: how a browser is driven, which the build tool does as well (`tools/browser`), and
//! anything of the app's own code, but for the addresses of its pages ([`routes`]). A journey knows
//! the words on the page and the format that is promised in `docs/`, so that it also holds when
//! everything inside changes.

// Time-outs need the clock; nothing here decides anything by it that the app would see.
#![allow(clippy::disallowed_methods)]

pub mod audit;
pub mod browser;
pub mod busy_branch;
pub mod busy_year;
pub mod clock;
pub mod edition;
pub mod effort;
pub mod journey;
pub mod kept_files;
pub mod office_program;
pub mod patience;
pub mod pdf;
pub mod person;
pub mod programs;
pub mod read_aloud;
pub mod routes;
pub mod site;
pub mod suite;
pub mod watch;

pub use wuxing_browser::webdriver;
