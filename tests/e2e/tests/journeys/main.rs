//! The journeys: what a person must be able to rely on, in real browsers.
//!
//! Each file tells one story. They run with `cargo xtask test --only e2e`.

mod first_start;

use wuxing_e2e::journey::{Journey, run};
use wuxing_e2e::programs::Engine::{Chromium, Webkit};

const JOURNEYS: &[Journey] = &[Journey {
    name: "the app comes up",
    engines: &[Chromium, Webkit],
    tried_in: &[],
    takes_minutes: false,
    story: first_start::the_app_comes_up,
}];

fn main() {
    if !run(JOURNEYS) {
        std::process::exit(1);
    }
}
