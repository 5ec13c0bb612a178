//! `cargo xtask profile`: records what the start runs (`build::start_profile`), in a browser, and
//! puts it into the repository; and looks whether what is recorded there still holds.
//!
//! Which starts these are stands here; `record` notes what they run, `look` tells what they lack
//! without the rest, and `village` does in the page what is done between two of them.

mod full_year;
mod look;
mod record;
mod village;

use crate::browser;
use crate::build::{self, StartProfile, Whole};
use crate::process::step;
use crate::setup::browsers::Chromium;
use crate::setup::wasm_target::WasmToolchain;
use anyhow::{Result, bail};
use look::missed;
use record::record;
use std::fs;
use std::path::Path;
use std::time::Duration;
use wuxing_browser::webdriver::Session;

/// What the address of the first page ends with.
const HOME: &str = "";
/// The same where the user has come back to it.
const HOME_AGAIN: &str = "#/";
/// What the addresses of pages of questions end with: one of each kind.
const PAGES_OF_QUESTIONS: [&str; 6] = [
    "#/assess",
    "#/assess/must",
    "#/assess/basic/basic_org",
    "#/assess/basic/basic_activity",
    "#/assess/star/star_party",
    "#/assess/extras",
];
/// The other pages that are opened often: `PART_OF_PAGE` in `public/needed.js`.
const OFTEN_OPENED: [&str; 5] = ["#/result", "#/checklist", "#/records", "#/me", "#/me/data"];

/// How often is recorded at most.
const MOST_RECORDINGS: usize = 3;

const WORKER: &str = "service-worker.js";

/// Has the page believe that it is some days later, as [`TURNS_CLOCK`] has said: what a start runs
/// depends on the day, since a month, a quarter and a year come to their ends.
const CLOCK: &str = "\
{
  const ahead = Number(window.sessionStorage.getItem('days ahead')) * 86400000;
  const moved = {
    construct: (real, parts, target) =>
      Reflect.construct(real, parts.length ? parts : [real.now() + ahead], target),
    get: (real, name) => name === 'now' ? () => real.now() + ahead : Reflect.get(real, name),
  };
  if (ahead > 0) window.Date = new Proxy(Date, moved);
}
";
const TURNS_CLOCK: &str = "window.sessionStorage.setItem('days ahead', arguments[0]);";
/// Has the page believe that its device is slow, as [`TURNS_SLOW`] has said: the timers of a second
/// or two ring before the page stands, and the database is open only after that. Longer ones wait
/// for what never comes.
const SLOWNESS: &str = "\
const isSlow = window.sessionStorage.getItem('is slow') === 'yes';
const LATE_MS = isSlow ? 800 : 0;
const stands = () => document.documentElement.dataset.state === 'ready';
const ringsEarly = (time) => isSlow && time >= 1000 && time <= 2000 && !stands();
if (isSlow) {
  const after = window.setTimeout;
  window.setTimeout = (does, time) => after(does, ringsEarly(time) ? 0 : time);
  const open = window.IDBFactory.prototype.open;
  window.IDBFactory.prototype.open = function (...named) {
    const request = open.apply(this, named);
    Object.defineProperty(request, 'onsuccess', {
      set: (told) => request.addEventListener('success', (event) =>
        after(() => told.call(request, event), LATE_MS)),
    });
    return request;
  };
}
";
const IS_SLOW: &str = "return window.sessionStorage.getItem('is slow') === 'yes';";
const TURNS_SLOW: &str = "window.sessionStorage.setItem('is slow', arguments[0]);";
/// By when a database that is slow has answered, and what follows from that is shown.
const SLOW_ANSWER: Duration = Duration::from_millis(1_200);
/// The same day, and one in the next month, in the next quarter and in the next year.
const DAYS_AHEAD: [u32; 4] = [0, 31, 92, 366];

/// Runs the command.
///
/// # Errors
/// When the app does not compile, no browser is here, or the app does not do what is asked of it.
pub fn run() -> Result<()> {
    let toolchain = WasmToolchain::required()?;
    let whole = build::compile_whole(toolchain)?;
    let Some(chromium) = Chromium::find() else {
        bail!("no Chromium with chromedriver is here");
    };
    let profile = recorded(&whole, StartProfile::default(), &chromium)?;
    profile.write()
}

/// The profile of the repository where it holds, and otherwise one with what the start runs by now,
/// which the repository has from then on. Without a browser it is taken to hold.
///
/// # Errors
/// As for [`run`].
pub fn up_to_date(whole: &Whole) -> Result<StartProfile> {
    let profile = StartProfile::read()?;
    let Some(chromium) = Chromium::find() else {
        return Ok(profile);
    };
    step("Looking whether the start runs what is recorded of it");
    if missed(whole, &profile, &chromium)?.is_none() {
        return Ok(profile);
    }
    println!("    It runs more by now, which is added to xtask/start_profile.txt.");
    let mut renewed = recorded(whole, profile, &chromium)?;
    renewed.retain(&whole.functions()?);
    renewed.write()?;
    Ok(renewed)
}

/// What starts run beyond what is known, recorded until it suffices: which answer of a browser
/// comes first is not the same every time.
fn recorded(whole: &Whole, known: StartProfile, chromium: &Chromium) -> Result<StartProfile> {
    let mut profile = known;
    let mut missing = String::new();
    for _ in 0..MOST_RECORDINGS {
        profile = record(whole, profile, chromium)?;
        match missed(whole, &profile, chromium)? {
            None => return Ok(profile),
            Some(missed) => missing = missed,
        }
        println!("    It does not suffice yet: {missing}");
    }
    bail!("what was recorded does not suffice for the start: {missing}")
}

/// From the next start on it is so many days later.
fn turns_clock(session: &Session, days: u32) -> Result<()> {
    session.execute(TURNS_CLOCK, &[days.into()]).map(drop)
}

/// From the next start on the device is slow, or not any more.
fn turns_slow(session: &Session, is_slow: bool) -> Result<()> {
    let word = if is_slow { "yes" } else { "no" };
    session.execute(TURNS_SLOW, &[word.into()]).map(drop)
}

/// Does something while a file is not there.
fn without<Found>(file: &Path, does: impl FnOnce() -> Result<Found>) -> Result<Found> {
    let away = file.with_extension("away");
    fs::rename(file, &away)?;
    let done = does();
    fs::rename(&away, file)?;
    done
}

fn starts(session: &Session, address: &str) -> Result<()> {
    // The same address again would only move within the page.
    session.open("about:blank")?;
    browser::open_and_wait(session, address)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace;
    use std::collections::BTreeSet;

    #[test]
    fn what_opens_without_its_part_is_recorded() {
        let script = fs::read_to_string(workspace::root().join("public/needed.js"));
        let script = script.expect("is there");
        let (_, list) = script
            .split_once("var PART_OF_PAGE = {")
            .expect("has the list");
        let (list, _) = list.split_once('}').expect("the list ends");
        let listed = list.split('"').filter(|one| one.starts_with("#/"));
        let of_questions = PAGES_OF_QUESTIONS.iter();
        let of_parts = of_questions.filter(|page| list.contains(&format!("\"{page}\"")));
        let recorded = of_parts.chain(&OFTEN_OPENED).copied();
        assert_eq!(
            listed.collect::<BTreeSet<_>>(),
            recorded.collect::<BTreeSet<_>>()
        );
    }
}
