//! How the app opens, and how this suite would notice what must not happen.

use anyhow::{Context, Result, ensure};
use wuxing_e2e::edition;
use wuxing_e2e::journey::Stage;
use wuxing_e2e::person::Person;
use wuxing_e2e::site::Site;

/// Opened in a tab behind others, where nothing is drawn, it stands all the same.
pub fn opens_behind_other_tabs(stage: &Stage) -> Result<()> {
    let behind = edition::behind_other_tabs(&stage.programs.site)?;
    let site = Site::serve(behind.path())?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())
}

/// A page that speaks with elsewhere, or complains on the console, does not go unnoticed. Without
/// this, the silence of all other journeys would prove nothing.
pub fn strays_and_errors_are_noticed(stage: &Stage) -> Result<()> {
    let elsewhere = stage.site()?;
    let folder = tempfile::tempdir()?;
    let stray = format!("<img src=\"{}\">", elsewhere.page("icons/icon.svg"));
    let error = "<script>console.error('a complaint')</script>";
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
    has("a complaint")
        .then_some(())
        .context("the error on the console is missing")
}
