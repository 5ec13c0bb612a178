//! Drives browsers and serves pages to them: what the build tool and the journeys have in common.
//!
//! In reading order: [`process`] starts and ends programs, [`webdriver`] speaks with a driver,
//! [`chromium`] starts one with its browser and [`firefox`] a browser without one, [`server`]
//! answers requests on this machine, and [`media_type`] says what a file is.
//!
//! WebDriver is spoken by a thin client of our own over `ureq`, which the build tool needs anyway.
//! `fantoccini` and `thirtyfour` would bring an asynchronous runtime and two minutes of building,
//! and do not know how to kill a browser. Firefox is spoken with directly: its driver would have to
//! be compiled.
//!
//! Not here: what is done in a browser, and what is served.

// Time-outs need the clock.
#![allow(clippy::disallowed_methods)]

pub mod chromium;
pub mod firefox;
pub mod media_type;
pub mod process;
pub mod server;
pub mod webdriver;
mod wire;
