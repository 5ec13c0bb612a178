//! The engine held against its rules: from one answer to the whole outcome.
//!
//! Not here: whether packs are well formed, and the packs' own examples (`tests/packs.rs`).

mod basics;
mod derivations;
mod indicators;
mod periods;
mod stars;
mod vetoes;
mod way;
mod world;
