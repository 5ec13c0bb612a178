//! How the app opens, and how this suite would notice what must not happen.

use crate::branch::is_told_that_it_is_saved;
use anyhow::{Context, Result, ensure};
use wuxing_e2e::edition;
use wuxing_e2e::journey::{Journey, Stage};
use wuxing_e2e::person::Person;
use wuxing_e2e::programs::Engine;
use wuxing_e2e::site::Site;

/// The journeys of this file.
pub const JOURNEYS: &[Journey] = &[
    Journey::in_all("opening: large type is remembered", remembers_large_type),
    Journey {
        engines: &[Engine::Chromium, Engine::Firefox],
        ..Journey::in_chromium(
            "suite: notices strays and errors",
            strays_and_errors_are_noticed,
        )
    },
    Journey::in_all("opening: behind other tabs", opens_behind_other_tabs),
    Journey::in_all(
        "opening: back to where she was",
        comes_back_to_where_she_was,
    ),
];

/// Opened in a tab behind others, where nothing is drawn, it stands all the same.
fn opens_behind_other_tabs(stage: &Stage) -> Result<()> {
    let behind = edition::behind_other_tabs(&stage.programs.site)?;
    let site = Site::serve(behind.path())?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())
}

/// 长辈模式 is switched on, is there at once and after loading again, and can be switched off.
fn remembers_large_type(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    let is_large = |secretary: &Person| -> Result<bool> {
        let size = "return parseFloat(getComputedStyle(document.body).fontSize);";
        Ok(secretary.runs(size, &[])?.as_f64().context("a size")? >= 24.0)
    };
    secretary.opens(&site.page("#/me"))?;
    ensure!(!is_large(&secretary)?, "letters are large from the start");
    secretary.ticks("长辈模式")?;
    secretary.waits("letters do not grow", || is_large(&secretary))?;
    is_told_that_it_is_saved(&secretary)?;

    secretary.reloads()?;
    ensure!(
        is_large(&secretary)?,
        "letters are small again after loading"
    );
    secretary.takes_a_picture("large")?;
    secretary.ticks("长辈模式")?;
    secretary.waits("letters do not shrink", || Ok(!is_large(&secretary)?))
}

/// She goes back from a page, and is where she was on the one before; a link leads to the top.
fn comes_back_to_where_she_was(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    secretary.taps_button("看示例")?;
    secretary.sees_no("看示例")?;
    secretary.goes_to("#/standard")?;
    secretary.sees_heading("标准")?;
    let down = || -> Result<f64> {
        let down = secretary.runs("return window.scrollY;", &[])?;
        down.as_f64().context("a number of pixels")
    };
    secretary.runs("window.scrollTo(0, 300);", &[])?;
    ensure!(down()? > 200.0, "the page is not long enough");
    let before = down()?;
    secretary.goes_to("#/result")?;
    secretary.waits("another page begins at its top", || Ok(down()? < 1.0))?;
    secretary.runs("history.back();", &[])?;
    secretary.waits("she is not where she was", || {
        Ok((down()? - before).abs() < 1.0)
    })
}

/// A page that speaks with elsewhere, or complains on the console, does not go unnoticed. Without
/// this, the silence of all other journeys would prove nothing.
fn strays_and_errors_are_noticed(stage: &Stage) -> Result<()> {
    let elsewhere = stage.site()?;
    let folder = tempfile::tempdir()?;
    let stray = format!("<img src=\"{}\">", elsewhere.page("icons/icon.svg"));
    let error = "<script>console.error('a complaint')</script>\
        <script>throw new Error('a failure')</script>";
    std::fs::write(folder.path().join("index.html"), format!("{stray}{error}"))?;
    let site = Site::serve(folder.path())?;
    // Not one of the stage's own, whose complaints would fail this journey.
    let person = Person::new(stage.engine, &stage.programs, "strays")?;
    person.opens_whatever_comes(&site.address())?;
    person.notes_what_happened()?;
    let complaints = person.watch.borrow().complaints();
    let has = |part: &str| complaints.iter().any(|one| one.contains(part));
    ensure!(
        has(&elsewhere.origin()),
        "the request to elsewhere is missing: {complaints:?}"
    );
    ensure!(
        has("a failure"),
        "the error of the page is missing: {complaints:?}"
    );
    // Firefox does not hand out what a page writes on the console itself.
    let hands_out = stage.engine == Engine::Chromium;
    ensure!(
        has("a complaint") || !hands_out,
        "the error on the console is missing: {complaints:?}"
    );
    Ok(())
}
