//! Without a network, and from one version to the next.

use crate::branch::{
    A_BASIC, answers_on, begins_a_village, goes_to_questions, is_told_that_it_is_saved,
};
use anyhow::{Result, ensure};
use std::path::Path;
use std::time::Duration;
use wuxing_e2e::edition::{self, NEW_WORD, OLD_WORD};
use wuxing_e2e::journey::{Journey, Stage};
use wuxing_e2e::person::Person;
use wuxing_e2e::site::Site;

/// The journeys of this file.
pub const JOURNEYS: &[Journey] = &[
    Journey::tried_in_webkit("offline: works without a network", works_without_network),
    Journey::tried_in_webkit(
        "offline: works in a folder",
        works_without_network_in_a_folder,
    ),
    Journey::tried_in_webkit("offline: takes a newer version", takes_a_newer_version),
];

/// The page has been told by then of what waits.
const LONG_ENOUGH_TO_HEAR: Duration = Duration::from_millis(500);

const INSTALLED: &str = "\
const done = arguments[arguments.length - 1];
navigator.serviceWorker.getRegistration().then(
  (registration) => done(Boolean(registration?.active)), () => done(false));
";

/// Looks for a newer version, and says when it is being fetched.
const LOOK_FOR_NEWER: &str = "\
const done = arguments[arguments.length - 1];
navigator.serviceWorker.getRegistration().then((registration) => registration.update())
  .then(() => done(true), () => done(true));
";

/// What becomes of another version: "coming", "waiting", or "none".
const WHAT_COMES: &str = "\
const done = arguments[arguments.length - 1];
navigator.serviceWorker.getRegistration().then(({ installing, waiting }) =>
  done(installing ? 'coming' : waiting ? 'waiting' : 'none'));
";

const SOMETHING_WAITS: &str = "\
const done = arguments[arguments.length - 1];
navigator.serviceWorker.getRegistration().then(
  (registration) => done(registration.waiting !== null));
";

/// Loaded once, it opens and keeps answers without a network.
fn works_without_network(stage: &Stage) -> Result<()> {
    works_offline_in(stage, Site::serve(&stage.programs.site)?)
}

/// The same in a folder of somebody else's site.
fn works_without_network_in_a_folder(stage: &Stage) -> Result<()> {
    works_offline_in(
        stage,
        Site::serve_below("/some/deep/folder/", &stage.programs.site)?,
    )
}

fn works_offline_in(stage: &Stage, mut site: Site) -> Result<()> {
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    begins_a_village(&secretary)?;
    can_do_without_network(&secretary)?;
    ensure!(
        !is_offered_a_version(&secretary)?,
        "the first version is no newer one"
    );

    site.stop();
    // The browser asks for a newer version in vain and says so.
    secretary
        .watch
        .borrow_mut()
        .expects_error("ERR_CONNECTION_REFUSED");
    secretary.reloads()?;
    goes_to_questions(&secretary, A_BASIC)?;
    secretary.answers(0, 0)?;
    secretary.answers(1, 1)?;
    is_told_that_it_is_saved(&secretary)?;
    let answers = answers_on(&secretary, A_BASIC)?;

    secretary.opens(&site.page(A_BASIC))?;
    ensure!(
        answers_on(&secretary, A_BASIC)? == answers,
        "the answers are still there"
    );
    secretary.takes_a_picture("without-network")
}

/// A newer version is offered, taken by a tap, and nothing is lost. One that cannot be fetched
/// whole leaves the old one as it is.
fn takes_a_newer_version(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let newer = edition::newer(&stage.programs.site)?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    begins_a_village(&secretary)?;
    can_do_without_network(&secretary)?;
    goes_to_questions(&secretary, A_BASIC)?;
    secretary.answers(0, 0)?;
    is_told_that_it_is_saved(&secretary)?;
    let answers = answers_on(&secretary, A_BASIC)?;

    // Half-way through, the server fails.
    site.serve_instead(newer.path());
    site.fail(&last_file_of(newer.path())?);
    secretary.watch.borrow_mut().expects_error("503");
    secretary.reloads()?;
    fails_to_install(&secretary)?;
    ensure!(
        !is_offered_a_version(&secretary)?,
        "half a version must not be offered"
    );
    secretary.reloads()?;
    ensure!(
        answers_on(&secretary, A_BASIC)? == answers,
        "the old version goes on"
    );
    sees_at_home(&secretary, OLD_WORD)?;

    // Then it serves again.
    site.mend();
    secretary.reloads()?;
    another_version_waits(&secretary)?;
    std::thread::sleep(LONG_ENOUGH_TO_HEAR);
    ensure!(
        !secretary.reads("网站上换了版本")?,
        "nothing is pushed away from under her finger"
    );
    ensure!(is_offered_a_version(&secretary)?, "it is not offered");
    sees_at_home(&secretary, OLD_WORD)?;
    secretary.takes_a_picture("offered")?;
    secretary.taps_button("更新")?;
    secretary.waits("the page does not come again", || secretary.reads(NEW_WORD))?;
    secretary.waits_for_the_app()?;
    ensure!(
        !is_offered_a_version(&secretary)?,
        "it is not offered twice"
    );
    ensure!(
        answers_on(&secretary, A_BASIC)? == answers,
        "the answers are all there"
    );
    Ok(())
}

/// Waits until the app is kept for a start without a network.
pub fn can_do_without_network(secretary: &Person) -> Result<()> {
    secretary.waits_long("the app is not kept for later", || {
        Ok(secretary.browser.session.execute_and_wait(INSTALLED, &[])? == true)
    })?;
    // What the first page had loaded before is the browser's own business from now on.
    std::thread::sleep(Duration::from_millis(200));
    Ok(())
}

/// Looks for another version, and waits until none is coming.
pub fn fails_to_install(secretary: &Person) -> Result<()> {
    secretary
        .browser
        .session
        .execute_and_wait(LOOK_FOR_NEWER, &[])?;
    nothing_more_comes(secretary)
}

/// Waits until no other version is being fetched; none may have come whole.
pub fn nothing_more_comes(secretary: &Person) -> Result<()> {
    secretary.waits_long("the newer version is fetched for ever", || {
        let session = &secretary.browser.session;
        let comes = session.execute_and_wait(WHAT_COMES, &[])?;
        ensure!(comes != "waiting", "half a version waits to be taken");
        Ok(comes == "none")
    })
}

/// Waits until another version has been fetched whole.
pub fn another_version_waits(secretary: &Person) -> Result<()> {
    secretary.waits("no other version waits", || {
        Ok(secretary
            .browser
            .session
            .execute_and_wait(SOMETHING_WAITS, &[])?
            == true)
    })
}

/// Whether a newer version is offered, on the next page that she opens: this one stays as it is.
pub fn is_offered_a_version(secretary: &Person) -> Result<bool> {
    std::thread::sleep(LONG_ENOUGH_TO_HEAR);
    secretary.goes_to("#/assess")?;
    secretary.sees_heading("自评")?;
    secretary.goes_to("#/")?;
    secretary.reads("网站上换了版本")
}

/// She reads these words on the first page.
pub fn sees_at_home(secretary: &Person, words: &str) -> Result<()> {
    secretary.goes_to("#/")?;
    secretary.sees(words)
}

/// The module comes late in the list; without it there is no whole version.
fn last_file_of(edition: &Path) -> Result<String> {
    let files = edition::files_below(edition)?;
    let module = files.into_iter().find(|name| name.ends_with(".wasm"));
    anyhow::Context::context(module, "the edition has a module")
}
