//! Handouts: what stands in them, that nothing of it is for the user's eyes alone, and that a page
//! with the data in it brings the data back.
//!
//! Not here: how they look, which journeys and pictures show.

#![allow(clippy::disallowed_methods, reason = "tests are not loaded by a phone")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod cards;
mod drawn;
mod golden;
mod privacy;
mod shown;
mod summary;
mod world;
mod written;
