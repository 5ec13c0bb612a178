//! The responsibility checklist held against its rules: what falls due, what is done and late, what
//! records give the indicators, votes, time limits, and the calendar file.
//!
//! Not here: whether packs are well formed (`tests/standards`), and how an indicator is judged from
//! answers (`tests/scoring`).

#![allow(clippy::disallowed_methods, reason = "tests are not loaded by a phone")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod agenda;
mod calendar;
mod cases;
mod chosen_days;
mod counts;
mod counts_properties;
mod day_table;
mod fulfilment;
mod gathering;
mod occurrences;
mod properties;
mod quorum;
mod showing;
mod since;
mod standings;
mod steps;
mod to_do;
mod words;
mod world;
mod year_table;
