//! The browser's edges, in a real browser. `cargo xtask test --only wasm` runs them.

#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod components;
mod edges;
mod fields;
mod journal;
mod local_storage;
mod page;
mod rows;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
