//! The journeys: what a person must be able to rely on, in real browsers.
//!
//! Each file tells one story. They run with `cargo xtask test --only e2e`.

// Time-outs need the clock.
#![allow(clippy::disallowed_methods)]

mod agenda;
mod answering;
mod appraisal;
mod arriving;
mod arriving_together;
mod barriers;
mod branch;
mod broken_storage;
mod edges;
mod edited_standard;
mod first_start;
mod handout_files;
mod handouts;
mod help;
mod home;
mod hurry;
mod keyboard;
mod killed;
mod leaving;
mod ledger_files;
mod links;
mod lists;
mod looked_at_otherwise;
mod mechanisms;
mod missing_files;
mod offered;
mod offline;
mod one_file;
mod opening;
mod own_standard;
mod parts;
mod private_files;
mod read_aloud;
mod recording;
mod reviewing;
mod six_days;
mod starts_anew;
mod stored;
mod two_tabs;
mod types;
mod updates;
mod without_the_rest;
mod writing;
mod year;

use std::process::ExitCode;
use wuxing_e2e::journey::Journey;
use wuxing_e2e::suite::run;

/// What the files tell. What takes minutes is begun first, the rest in this order.
const STORIES: &[&[Journey]] = &[
    opening::JOURNEYS,
    broken_storage::JOURNEYS,
    killed::JOURNEYS,
    private_files::JOURNEYS,
    reviewing::JOURNEYS,
    handout_files::JOURNEYS,
    mechanisms::JOURNEYS,
    first_start::JOURNEYS,
    answering::JOURNEYS,
    handouts::JOURNEYS,
    own_standard::JOURNEYS,
    edited_standard::JOURNEYS,
    home::JOURNEYS,
    offline::JOURNEYS,
    updates::JOURNEYS,
    missing_files::JOURNEYS,
    edges::JOURNEYS,
    looked_at_otherwise::JOURNEYS,
    parts::JOURNEYS,
    starts_anew::JOURNEYS,
    without_the_rest::JOURNEYS,
    one_file::JOURNEYS,
    writing::JOURNEYS,
    help::JOURNEYS,
    lists::JOURNEYS,
    keyboard::JOURNEYS,
    barriers::JOURNEYS,
    read_aloud::JOURNEYS,
    two_tabs::JOURNEYS,
    recording::JOURNEYS,
    links::JOURNEYS,
    appraisal::JOURNEYS,
    offered::JOURNEYS,
    types::JOURNEYS,
    leaving::JOURNEYS,
    arriving::JOURNEYS,
    arriving_together::JOURNEYS,
    ledger_files::JOURNEYS,
    hurry::JOURNEYS,
    six_days::JOURNEYS,
    year::JOURNEYS,
];

fn main() -> ExitCode {
    run(STORIES)
}
