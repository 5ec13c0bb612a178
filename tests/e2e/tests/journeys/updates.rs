//! A server that says something else in the place of a file while a version is being fetched: she
//! keeps the version that she has, and gets the other one when it is whole.
//!
//! Not here: a page whose own files are wrong (`missing_files`).

use crate::branch::{
    A_BASIC, answers_on, begins_a_village, goes_to_questions, is_told_that_it_is_saved, outcome,
};
use crate::missing_files::comes_up;
use crate::offline::{
    another_version_waits, can_do_without_network, fails_to_install, is_offered_a_version,
    nothing_more_comes, sees_at_home,
};
use anyhow::{Context, Result, ensure};
use serde_json::json;
use std::path::Path;
use std::time::Duration;
use wuxing_e2e::edition::{self, NEW_WORD, OLD_WORD};
use wuxing_e2e::journey::{Journey, Stage};
use wuxing_e2e::kept_files;
use wuxing_e2e::person::Person;
use wuxing_e2e::site::Instead;

/// The journeys of this file.
pub const JOURNEYS: &[Journey] = &[
    Journey {
        takes_minutes: true,
        ..Journey::tried_in_webkit(
            "updates: keeps what she has until all is there",
            keeps_what_she_has_until_all_is_there,
        )
    },
    Journey::tried_in_webkit(
        "updates: is not kept with a wrong file",
        is_not_kept_with_a_wrong_file,
    ),
    Journey::tried_in_webkit(
        "updates: puts back what was thrown away",
        puts_back_what_the_browser_threw_away,
    ),
];

/// What failed attempts have left would be taken from there, and not be asked for again.
const FORGET_ATTEMPTS: &str = "\
const done = arguments[arguments.length - 1];
caches.keys()
  .then((names) => names.filter((name) => name.includes(' newer-')))
  .then((names) => Promise.all(names.map((name) => caches.delete(name))))
  .then(() => done(true), () => done(false));
";

/// Whether a file is among what is kept, by the beginning of its name; if asked, after it has been
/// taken out, as a browser does that is short of room.
const IS_KEPT: &str = "\
const [part, takeOut, done] = arguments;
(async () => {
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      if (!request.url.includes('/' + part)) continue;
      if (takeOut) await cache.delete(request);
      return !takeOut;
    }
  }
  return false;
})().then(done, () => done(null));
";

const IS_INSTALLED: &str = "\
const done = arguments[arguments.length - 1];
navigator.serviceWorker.getRegistration().then(
  (registration) => done(Boolean(registration?.active)), () => done(false));
";

/// The answers of a server to one file of a newer version, and the beginning of the file's name.
fn rows(old_page: &[u8]) -> Vec<(&'static str, Instead)> {
    vec![
        ("./", Instead::OldPage(old_page.to_vec())),
        ("./", Instead::Login),
        ("./", Instead::SentToLogin),
        ("app", Instead::Page),
        ("app", Instead::Half),
        ("app", Instead::Missing),
        ("newer-", Instead::Page),
        ("newer-", Instead::Login),
        ("newer-", Instead::Nothing),
    ]
}

/// Whatever is said in the place of one file, the version that she has goes on, today and after the
/// browser was closed. In the middle of an upload it is the same. Then the newer one comes whole,
/// and then the older one again, under a name that is true of both.
fn keeps_what_she_has_until_all_is_there(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let newer = edition::newer(&stage.programs.site)?;
    let old_page = std::fs::read(stage.programs.site.join("index.html"))?;
    let mut secretary = stage.person()?;
    // The last is what Firefox says of a fetch that failed, or that the next page cut off.
    let errors = [
        "404",
        "not as it was built",
        "Failed to fetch",
        "A ServiceWorker intercepted",
    ];
    for error in errors {
        secretary.watch.borrow_mut().expects_error(error);
    }
    secretary.opens(&site.address())?;
    begins_a_village(&secretary)?;
    can_do_without_network(&secretary)?;
    goes_to_questions(&secretary, A_BASIC)?;
    secretary.answers(0, 0)?;
    is_told_that_it_is_saved(&secretary)?;
    let answers = answers_on(&secretary, A_BASIC)?;

    site.serve_instead(newer.path());
    for (file, instead) in rows(&old_page) {
        let row = format!("{file} {instead:?}")
            .chars()
            .take(60)
            .collect::<String>();
        // The browser looks for another version by itself, too. One that was being fetched while
        // the next file was spoilt and this one was not would come whole.
        nothing_more_comes(&secretary)?;
        site.mend();
        site.answers(&path_end(newer.path(), file)?, instead);
        let goes_on = goes_on_as_before(&secretary, &answers);
        goes_on.with_context(|| format!("after {row}"))?;
    }

    let names = ["service-worker.js", "index.html"];
    let half_way = edition::with_files_of(&stage.programs.site, newer.path(), &names)?;
    site.mend();
    site.has_a_page_for_everything(true);
    site.serve_instead(half_way.path());
    goes_on_as_before(&secretary, &answers).context("in the middle of an upload")?;
    secretary.closes_and_opens_her_browser()?;
    secretary.opens(&site.address())?;
    sees_at_home(&secretary, OLD_WORD)?;

    site.serve_instead(newer.path());
    takes_what_is_offered(&secretary, NEW_WORD)?;
    site.serve_instead(&stage.programs.site);
    takes_what_is_offered(&secretary, OLD_WORD)?;
    ensure!(
        answers_on(&secretary, A_BASIC)? == answers,
        "the answers are all there"
    );
    Ok(())
}

fn goes_on_as_before(secretary: &Person, answers: &[(String, String)]) -> Result<()> {
    let session = &secretary.browser.session;
    session.execute_and_wait(FORGET_ATTEMPTS, &[])?;
    secretary.reloads()?;
    fails_to_install(secretary)?;
    ensure!(
        !is_offered_a_version(secretary)?,
        "what is not whole is offered"
    );
    sees_at_home(secretary, OLD_WORD)?;
    ensure!(
        answers_on(secretary, A_BASIC)? == answers,
        "the answers are still there"
    );
    Ok(())
}

fn takes_what_is_offered(secretary: &Person, word: &str) -> Result<()> {
    secretary.reloads()?;
    another_version_waits(secretary)?;
    ensure!(is_offered_a_version(secretary)?, "it is not offered");
    ensure!(
        !secretary.reads("新版本")?,
        "nobody knows which of the two is newer"
    );
    secretary.takes_a_picture("offered")?;
    secretary.taps_button("更新")?;
    secretary.waits("the page does not come again", || secretary.reads(word))?;
    secretary.waits_for_the_app()
}

/// The first version of all is fetched wrongly. It is not kept; the next visit, on which the file
/// is still wrong, says what is the matter, and once the server is mended all is as before.
fn is_not_kept_with_a_wrong_file(stage: &Stage) -> Result<()> {
    for (file, instead) in [("app", Instead::Page), ("boot", Instead::Login)] {
        let row = format!("{file} {instead:?}");
        first_installation(stage, file, instead).with_context(|| row)?;
    }
    Ok(())
}

fn first_installation(stage: &Stage, file: &str, instead: Instead) -> Result<()> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    expects_what_wrong_files_say(&secretary);
    let wrong = path_end(&stage.programs.site, file)?;
    site.answers_from_the_second_time(&wrong, instead);
    secretary.opens(&site.address())?;
    begins_a_village(&secretary)?;
    goes_to_questions(&secretary, A_BASIC)?;
    secretary.answers(0, 0)?;
    is_told_that_it_is_saved(&secretary)?;
    let answers = answers_on(&secretary, A_BASIC)?;
    secretary.waits("the worker does not ask for it", || {
        let requests = site.requests();
        let asked = requests.iter().filter(|one| one.contains(&wrong)).count();
        Ok(asked >= 3)
    })?;
    std::thread::sleep(Duration::from_millis(500));
    let session = &secretary.browser.session;
    ensure!(
        session.execute_and_wait(IS_INSTALLED, &[])? == false,
        "it is kept with a wrong file"
    );

    secretary.opens_whatever_comes(&site.page(A_BASIC))?;
    secretary.sees("现在下载不到完整的应用")?;
    secretary.sees("什么都没有改")?;
    secretary.takes_a_picture("cannot-be-downloaded")?;
    site.mend();
    secretary.taps_button("再试一次")?;
    comes_up(&secretary)?;
    ensure!(
        answers_on(&secretary, A_BASIC)? == answers,
        "the answers are all there"
    );
    Ok(())
}

/// The browser throws one of the kept files away. With a network it is put back, so that the next
/// start without one has it again.
fn puts_back_what_the_browser_threw_away(stage: &Stage) -> Result<()> {
    let mut site = stage.site()?;
    let secretary = stage.person()?;
    secretary
        .watch
        .borrow_mut()
        .expects_error("ERR_CONNECTION_REFUSED");
    secretary.opens(&site.address())?;
    begins_a_village(&secretary)?;
    can_do_without_network(&secretary)?;
    let session = &secretary.browser.session;
    let is_kept = |part: &str, take_out: bool| {
        session.execute_and_wait(IS_KEPT, &[json!(part), json!(take_out)])
    };
    for part in ["start-opened", "style", "boot"] {
        ensure!(is_kept(part, false)? == true, "{part} is not kept");
        is_kept(part, true)?;
        ensure!(is_kept(part, false)? == false, "{part} is still kept");
    }
    secretary.reloads()?;
    for part in ["start-opened", "style", "boot"] {
        let otherwise = format!("{part} is not put back");
        secretary.waits(&otherwise, || Ok(is_kept(part, false)? == true))?;
    }
    site.stop();
    secretary.reloads()?;
    outcome(&secretary).map(drop)
}

/// How the path of a file of an edition ends, by the beginning of its name.
fn path_end(edition: &Path, beginning: &str) -> Result<String> {
    if beginning == "./" {
        return Ok("/".to_owned());
    }
    let names = kept_files::names(edition)?;
    let found = names.into_iter().find(|name| name.starts_with(beginning));
    found.with_context(|| format!("the edition has no {beginning}"))
}

fn expects_what_wrong_files_say(secretary: &Person) {
    crate::missing_files::expects_what_wrong_files_say(secretary);
    secretary
        .watch
        .borrow_mut()
        .expects_error("not as it was built");
}
