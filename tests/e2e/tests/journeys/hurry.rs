//! In haste (慌忙): she taps all over, page after page, while the rest of the app is still on its
//! way, and it never stops.
//!
//! A page once ended on the rescue screen in a way that no other journey found again: this one goes
//! ways that nobody thought of, and says by which one it came there.

use anyhow::{Result, bail, ensure};
use serde_json::{Value, json};
use wuxing_e2e::journey::{Journey, Stage};
use wuxing_e2e::patience::{LONG, Look, wait_for};
use wuxing_e2e::person::Person;
use wuxing_e2e::routes;

/// The journeys of this file.
pub const JOURNEYS: &[Journey] = &[Journey::in_all("in haste: never stops it", never_stops_it)];

const SCRIPT: &str = include_str!("hurry.js");

/// Enough to come through every page several times.
const DEEDS: u32 = 200;

/// From the very first page, and from the example, whose pages are full.
fn never_stops_it(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let newcomer = stage.person()?;
    newcomer.opens(&site.address())?;
    taps_all_over(&newcomer, 1)?;

    let visitor = stage.person()?;
    visitor.opens(&site.address())?;
    visitor.taps_button("看示例")?;
    for seed in 2..=3 {
        taps_all_over(&visitor, seed)?;
    }
    visitor.opens(&site.address())?;
    visitor.takes_a_picture("afterwards")
}

/// Does at random what can be done, faster than any person, and waits for the end of it.
fn taps_all_over(secretary: &Person, seed: u32) -> Result<()> {
    let arguments = [json!(seed), json!(DEEDS), json!(routes::always())];
    secretary.runs(SCRIPT, &arguments)?;
    // A slow machine may take its time as long as it goes on.
    let mut left = u64::from(DEEDS);
    while left > 0 {
        left = wait_for(LONG, || {
            let hurry = how_far(secretary, seed)?;
            Ok(match hurry["left"].as_u64() {
                Some(now) if now < left => Look::Found(now),
                _ => Look::NotYet(format!("with seed {seed} there is no end: {hurry:#}")),
            })
        })?;
    }
    secretary.waits_for_the_app()?;
    secretary.notes_what_happened()
}

/// How many deeds are left, and what the last ones were.
fn how_far(secretary: &Person, seed: u32) -> Result<Value> {
    let hurry = secretary.runs("return window.hurry ?? null;", &[])?;
    let stopped = secretary.look("isRescue", &[])?;
    if !stopped.is_null() {
        let inventory = secretary.look("inventory", &[])?;
        bail!("with seed {seed} the app stopped after {hurry:#}\n{inventory:#}");
    }
    ensure!(!hurry.is_null(), "with seed {seed} the page was left");
    Ok(hurry)
}
