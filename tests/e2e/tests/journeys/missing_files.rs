//! A page whose own files do not come, or come as something else: it downloads the app anew by
//! itself, once, and where that is in vain it says so and offers to try again. It never touches
//! what she has entered.
//!
//! Not here: what the service worker fetches (`updates`).

use crate::branch::{
    A_BASIC, answers_on, begins_a_village, goes_to_questions, is_told_that_it_is_saved,
};
use anyhow::{Context, Result, ensure};
use wuxing_e2e::journey::{Journey, Stage};
use wuxing_e2e::kept_files;
use wuxing_e2e::patience::{LONG, Look, wait_for};
use wuxing_e2e::person::Person;
use wuxing_e2e::programs::Engine;
use wuxing_e2e::site::{Instead, Site};

/// The journeys of this file.
pub const JOURNEYS: &[Journey] = &[
    Journey::in_all("missing files: is downloaded anew", is_downloaded_anew),
    Journey::in_all(
        "missing files: says that it cannot be opened",
        says_that_it_cannot_be_opened,
    ),
    Journey::in_all(
        "missing files: opens without the slash",
        opens_without_the_slash,
    ),
];

/// What browsers say of such files on their consoles.
const COMPLAINTS: [&str; 8] = [
    "404",
    "503",
    "Unexpected",
    "MIME",
    "WebAssembly",
    "wasm",
    "SyntaxError",
    "Failed to load",
];

/// Each of these is answered wrongly once, at the first visit; the app comes up all the same.
fn is_downloaded_anew(stage: &Stage) -> Result<()> {
    let secretary = stage.person()?;
    expects_what_wrong_files_say(&secretary);
    let rows = [
        ("boot", Instead::Missing),
        ("boot", Instead::Page),
        ("boot", Instead::Nothing),
        ("app", Instead::Missing),
        ("app", Instead::Page),
        ("app", Instead::Half),
        ("app", Instead::Nothing),
        ("wuxing", Instead::Missing),
        ("wuxing", Instead::Page),
        ("wuxing", Instead::Half),
        ("style", Instead::Missing),
        ("style", Instead::Page),
    ];
    for (file, instead) in rows {
        let row = format!("{file} {instead:?}");
        let site = stage.site()?;
        site.answers_once(&name(stage, file)?, instead);
        secretary.opens_whatever_comes(&site.page("#/me"))?;
        comes_up(&secretary).with_context(|| format!("after {row}"))?;
        // WebKit asks twice for what the page loads ahead, and has the right one by then.
        let requests = site.requests();
        let was_mended = requests.iter().any(|one| one.contains("repair.html"));
        ensure!(
            was_mended || stage.engine == Engine::Webkit,
            "after {row} it came up without having been mended"
        );
        secretary.sees_heading("我的")?;
        let address = secretary.runs("return location.href;", &[])?;
        ensure!(
            address == site.page("#/me").as_str(),
            "after {row} the address stays {address}"
        );
    }
    Ok(())
}

/// The server has lost what the page begins with. The page says what can be done, tapping it says
/// why it is in vain, and once the server is mended the same tap opens the app with all that was
/// entered.
fn says_that_it_cannot_be_opened(stage: &Stage) -> Result<()> {
    let secretary = stage.person()?;
    expects_what_wrong_files_say(&secretary);
    let site = stage.site()?;
    let answers = has_answered_once(&secretary, &site)?;
    forgets_the_worker(&secretary)?;

    for file in ["boot", "app"] {
        site.answers(&name(stage, file)?, Instead::Missing);
    }
    secretary.opens_whatever_comes(&site.page(A_BASIC))?;
    secretary.sees("现在下载不到完整的应用")?;
    secretary.taps_link("回到应用")?;
    secretary.sees("一直打不开")?;
    secretary.takes_a_picture("cannot-be-opened")?;
    secretary.taps_link("重新下载应用")?;
    secretary.sees("现在下载不到完整的应用")?;
    site.mend();
    secretary.taps_button("再试一次")?;
    comes_up(&secretary)?;
    ensure!(
        answers_on(&secretary, A_BASIC)? == answers,
        "the answers are all there"
    );
    Ok(())
}

/// A folder that is opened without its slash is opened all the same.
fn opens_without_the_slash(stage: &Stage) -> Result<()> {
    let site = Site::serve_below("/some/app/", &stage.programs.site)?;
    let secretary = stage.person()?;
    expects_what_wrong_files_say(&secretary);
    let without = site.address();
    let without = without.trim_end_matches('/');
    secretary.opens_whatever_comes(&format!("{without}#/me"))?;
    comes_up(&secretary)?;
    secretary.sees_heading("我的")?;
    let address = secretary.runs("return location.href;", &[])?;
    ensure!(address == site.page("#/me").as_str(), "it is at {address}");
    Ok(())
}

/// Waits until the app stands, over however many pages that lead to it.
pub fn comes_up(secretary: &Person) -> Result<()> {
    wait_for(LONG, || {
        // A page that is just being left cannot be looked at.
        let is_ready = secretary.look("isReady", &[]);
        Ok(match is_ready {
            Ok(ready) if ready == true => Look::Found(()),
            _ => Look::NotYet(format!("the app does not come up: {:?}", secretary.text())),
        })
    })
}

/// The console speaks of what the story is about.
pub fn expects_what_wrong_files_say(secretary: &Person) {
    let mut watch = secretary.watch.borrow_mut();
    COMPLAINTS.iter().for_each(|part| watch.expects_error(part));
}

/// The name of a file of the finished app, by its beginning.
fn name(stage: &Stage, beginning: &str) -> Result<String> {
    let names = kept_files::names(&stage.programs.site)?;
    let found = names.into_iter().find(|name| name.starts_with(beginning));
    found.with_context(|| format!("the app has no {beginning}"))
}

fn has_answered_once(secretary: &Person, site: &Site) -> Result<Vec<(String, String)>> {
    secretary.opens(&site.address())?;
    begins_a_village(secretary)?;
    goes_to_questions(secretary, A_BASIC)?;
    secretary.answers(0, 0)?;
    is_told_that_it_is_saved(secretary)?;
    answers_on(secretary, A_BASIC)
}

/// As on a first visit: nothing of the app is kept.
fn forgets_the_worker(secretary: &Person) -> Result<()> {
    let script = "\
const done = arguments[arguments.length - 1];
(async () => {
  const all = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  await Promise.all(all.map((one) => one.unregister()));
  for (const name of await caches.keys()) await caches.delete(name);
})().then(() => done(true), () => done(false));
";
    let session = &secretary.browser.session;
    session.execute_and_wait(script, &[]).map(drop)
}
