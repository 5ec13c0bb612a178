//! The engine held against its rules: from one answer to the whole outcome.
//!
//! Not here: whether packs are well formed, and the packs' own examples (`tests/packs.rs`).

#![allow(clippy::disallowed_methods, reason = "tests are not loaded by a phone")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod all_stars;
mod basics;
mod cases;
mod comparison;
mod counts;
mod derivations;
mod golden;
mod grouped;
mod indicators;
mod must;
mod next_steps;
mod periods;
mod progress;
mod properties;
mod same_answers;
mod scheme;
mod situation;
mod spared;
mod stars;
mod vetoes;
mod way;
mod words;
mod world;
