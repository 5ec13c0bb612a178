//! The journeys: what a person must be able to rely on, in real browsers.
//!
//! Each file tells one story. They run with `cargo xtask test --only e2e`.

mod branch;
mod first_start;

use wuxing_e2e::journey::{Journey, run};
use wuxing_e2e::programs::Engine::{Chromium, Webkit};

const JOURNEYS: &[Journey] = &[Journey {
    name: "a village is assessed from the first start to the result",
    engines: &[Chromium, Webkit],
    tried_in: &[],
    takes_minutes: false,
    story: first_start::a_village_is_assessed,
}];

fn main() {
    if !run(JOURNEYS) {
        std::process::exit(1);
    }
}
