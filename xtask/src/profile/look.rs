//! Looks whether what is recorded suffices (查漏): the app as it is shipped is started without the
//! module that a start does without.

use super::{
    CLOCK, DAYS_AHEAD, HOME, HOME_AGAIN, IS_SLOW, OFTEN_OPENED, PAGES_OF_QUESTIONS, SLOW_ANSWER,
    SLOWNESS, WORKER, full_year, starts, turns_clock, turns_slow, village, without,
};
use crate::browser::Browser;
use crate::build::{self, Naming, REST_MODULE, Sources, StartProfile, Whole};
use crate::server::StaticServer;
use crate::setup::browsers::Chromium;
use crate::workspace;
use anyhow::Result;
use std::path::PathBuf;
use wuxing_browser::webdriver::Session;

/// What the start met that was not there, or that its page waits for a part; `None` if it could do
/// without.
const MISSED: &str = "\
const busy = document.querySelector('main [aria-busy=\"true\"]');
return document.documentElement.dataset.startedAnew ?? busy?.innerText ?? null;";

/// The pages at which the app usually opens, of each kind.
const USUAL: [&str; 4] = [HOME, "#/assess", "#/assess/must", "#/result"];

/// In the place of the worker that keeps the files on the device, and would bring the rest after
/// all: it takes over as soon as it can, as that one does.
const KEEPS_NOTHING: &str = "\
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
";

/// What a start lacks without the rest: at the very first one and at those with data, in both
/// languages and in 长辈模式, with a worker and without, on a slow device and a quick one; `None` if
/// all of them stand.
///
/// # Errors
/// When the app cannot be cut, or does not do what is asked of it.
pub fn missed(
    whole: &Whole,
    profile: &StartProfile,
    chromium: &Chromium,
) -> Result<Option<String>> {
    let mut sources = Sources::read(workspace::root())?;
    sources.start_script = format!("{CLOCK}{SLOWNESS}{}", sources.start_script);
    let compiled = whole.cut(profile)?;
    let mut files = build::assemble(&sources, &compiled, Naming::Plain)?;
    for file in files.iter_mut().filter(|file| file.path == WORKER) {
        file.bytes = KEEPS_NOTHING.as_bytes().to_vec();
    }
    let folder = workspace::target("site-start");
    build::write(&folder, &files)?;
    let server = StaticServer::start(folder.clone(), 0, None)?;
    let look = Look {
        address: format!("http://{}/", server.address),
        folder,
    };
    if let Some(missed) = look.at_a_village(chromium)? {
        return Ok(Some(missed));
    }
    if let Some(missed) = look.at_the_example(chromium)? {
        return Ok(Some(missed));
    }
    for (year, fills) in full_year::YEARS {
        if let Some(missed) = look.with_full_year(chromium, year, fills)? {
            return Ok(Some(missed));
        }
    }
    for begins in village::OWN_STANDARDS {
        if let Some(missed) = look.with_own_standard(chromium, begins)? {
            return Ok(Some(missed));
        }
    }
    let worker = look.folder.join(WORKER);
    without(&worker, || look.without_a_worker(chromium))
}

/// The app of which is looked what its starts lack.
struct Look {
    folder: PathBuf,
    address: String,
}

impl Look {
    fn at_a_village(&self, chromium: &Chromium) -> Result<Option<String>> {
        let secretary = Browser::start(chromium)?;
        let secretary = &secretary.session;
        if let Some(missed) = self.missed_at(secretary, HOME)? {
            return Ok(Some(format!("the very first one: {missed}")));
        }
        starts(secretary, &self.address)?;
        village::begins_and_answers(secretary)?;
        if let Some(missed) = self.with_data(secretary, "a village")? {
            return Ok(Some(missed));
        }
        for days in DAYS_AHEAD {
            turns_clock(secretary, days)?;
            if let Some(missed) = self.missed_at(secretary, HOME)? {
                return Ok(Some(format!("a village {days} days later: {missed}")));
            }
        }
        turns_slow(secretary, true)?;
        if let Some(missed) = self.at_usual_pages(secretary, "a village, slow,")? {
            return Ok(Some(missed));
        }
        turns_slow(secretary, false)?;
        turns_clock(secretary, 0)?;
        starts(secretary, &self.address)?;
        village::answers_everything(secretary)?;
        self.at_usual_pages(secretary, "a village, answered,")
    }

    fn at_the_example(&self, chromium: &Chromium) -> Result<Option<String>> {
        let curious = Browser::start(chromium)?;
        let curious = &curious.session;
        starts(curious, &self.address)?;
        village::sees_example(curious)?;
        if let Some(missed) = self.with_data(curious, "the example")? {
            return Ok(Some(missed));
        }
        village::looks_in_elder_mode(curious)?;
        if let Some(missed) = self.missed_at(curious, HOME)? {
            return Ok(Some(format!("the example in 长辈模式: {missed}")));
        }
        // In English all modules are waited for, and nothing can be missed.
        village::reads_english(curious)?;
        starts(curious, &self.address)?;
        let missed = missed_by_now(curious)?;
        Ok(missed.map(|missed| format!("the example in English: {missed}")))
    }

    fn with_full_year(
        &self,
        chromium: &Chromium,
        year: &str,
        fills: full_year::FillsYear,
    ) -> Result<Option<String>> {
        let secretary = Browser::start(chromium)?;
        let secretary = &secretary.session;
        starts(secretary, &self.address)?;
        fills(secretary)?;
        self.at_usual_pages(secretary, year)
    }

    fn with_own_standard(
        &self,
        chromium: &Chromium,
        begins: village::UsesStandard,
    ) -> Result<Option<String>> {
        let secretary = Browser::start(chromium)?;
        let secretary = &secretary.session;
        starts(secretary, &self.address)?;
        village::begins_and_answers(secretary)?;
        begins(secretary)?;
        // Its own parts are not among these pages: what is scored in other ways there waits for a
        // part of the app, as it may.
        if let Some(missed) = self.at_usual_pages(secretary, "an own standard")? {
            return Ok(Some(missed));
        }
        village::answers_everything(secretary)?;
        self.at_usual_pages(secretary, "an own standard, answered,")
    }

    fn without_a_worker(&self, chromium: &Chromium) -> Result<Option<String>> {
        let curious = Browser::start(chromium)?;
        let curious = &curious.session;
        starts(curious, &self.address)?;
        village::sees_example(curious)?;
        self.at_usual_pages(curious, "the example without a worker")
    }

    fn with_data(&self, session: &Session, whose: &str) -> Result<Option<String>> {
        let others = PAGES_OF_QUESTIONS.iter().chain(&OFTEN_OPENED);
        self.missed_at_one(session, [HOME, HOME_AGAIN].iter().chain(others), whose)
    }

    /// At fewer pages, since every build waits for it.
    fn at_usual_pages(&self, session: &Session, whose: &str) -> Result<Option<String>> {
        self.missed_at_one(session, &USUAL, whose)
    }

    fn missed_at_one<'a>(
        &self,
        session: &Session,
        pages: impl IntoIterator<Item = &'a &'static str>,
        whose: &str,
    ) -> Result<Option<String>> {
        for page in pages {
            if let Some(missed) = self.missed_at(session, page)? {
                return Ok(Some(format!("{whose} at `{page}`: {missed}")));
            }
        }
        Ok(None)
    }

    fn missed_at(&self, session: &Session, page: &str) -> Result<Option<String>> {
        let rest = self.folder.join(REST_MODULE);
        let stands = without(&rest, || {
            Ok(starts(session, &format!("{}{page}", self.address)))
        })?;
        match stands {
            Err(error) => Ok(Some(error.to_string())),
            Ok(()) => {
                if is_slow(session)? {
                    std::thread::sleep(SLOW_ANSWER);
                }
                missed_by_now(session)
            }
        }
    }
}

fn missed_by_now(session: &Session) -> Result<Option<String>> {
    Ok(session.execute(MISSED, &[])?.as_str().map(str::to_owned))
}

fn is_slow(session: &Session) -> Result<bool> {
    let asked = session.execute(IS_SLOW, &[])?;
    Ok(asked == true)
}
