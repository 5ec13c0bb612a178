//! A function of its own for what a start may not show (单列的函数).
//!
//! The module of a start has the functions that it was seen to run, each of them whole
//! (`xtask/src/build/cut`). But the compiler writes a function into the place that calls it where
//! there is no other: all pages into what chooses one of them. What is not shown would be loaded
//! with what decides that, and compiled by the phone. Below the interface `#[inline(never)]` does
//! the same.

/// What `make` makes, in a function that is never written into the one that asks for it.
#[inline(never)]
pub fn apart<Made>(make: impl FnOnce() -> Made) -> Made {
    make()
}
