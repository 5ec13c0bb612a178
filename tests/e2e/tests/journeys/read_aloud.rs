//! What a screen reader comes by on the main pages, in order. What is to be read stands in
//! `tests/golden/read-aloud/`, so that a change of it is seen by whoever reads the change.

use crate::branch::is_told_that_it_is_saved;
use anyhow::{Context, Result};
use expect_test::expect_file;
use wuxing_e2e::clock::WithClock;
use wuxing_e2e::journey::{Journey, Stage};
use wuxing_e2e::programs::root;
use wuxing_e2e::read_aloud;
use wuxing_e2e::site::Site;

/// The journeys of this file.
pub const JOURNEYS: &[Journey] = &[Journey::in_chromium(
    "read aloud: every main page says the same",
    every_main_page_says_the_same,
)];

/// The day on which they are read; the example is made of it.
const DAY: &str = "2026-11-20";

const PAGES: [(&str, &str); 8] = [
    ("home", "#/"),
    ("assess", "#/assess"),
    ("questions", "#/assess/basic/basic_activity"),
    ("star", "#/assess/star/star_party"),
    ("result", "#/result"),
    ("checklist", "#/checklist"),
    ("rectifications", "#/rectifications"),
    ("me", "#/me"),
];

/// The first page, and the main pages of the example village.
fn every_main_page_says_the_same(stage: &Stage) -> Result<()> {
    let clock = WithClock::of(&stage.programs.site, DAY)?;
    let site = Site::serve(clock.folder())?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    secretary.sees("看示例")?;
    let mut read = vec![("start", read_aloud::page(&secretary)?)];
    secretary.taps_button("看示例")?;
    secretary.sees_no("看示例")?;
    is_told_that_it_is_saved(&secretary)?;
    // What was done a moment ago is no part of a page.
    secretary.taps_button("关闭")?;
    secretary.sees_no("已打开示例")?;
    for (name, route) in PAGES {
        secretary.goes_to(route)?;
        let title = secretary.names_of("heading")?.into_iter().next();
        title.with_context(|| format!("{route} has no heading"))?;
        read.push((name, read_aloud::page(&secretary)?));
    }
    let folder = root().join("tests/golden/read-aloud");
    for (name, text) in read {
        expect_file![folder.join(format!("{name}.txt"))].assert_eq(&text);
    }
    Ok(())
}
