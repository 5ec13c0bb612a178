//! Records what starts run (录制): the app is one module that notes which of its functions have run,
//! and is started with nothing on the device, with a village, with the example, on this day and on
//! later ones, in 长辈模式, where the browser refuses a worker, and where the device is slow.

use super::{
    CLOCK, DAYS_AHEAD, HOME, HOME_AGAIN, OFTEN_OPENED, PAGES_OF_QUESTIONS, SLOWNESS, WORKER,
    full_year, starts, turns_clock, turns_slow, village, without,
};
use crate::browser::Browser;
use crate::build::{self, Naming, RAN, Sources, Start, StartProfile, Whole};
use crate::process::step;
use crate::server::StaticServer;
use crate::setup::browsers::Chromium;
use crate::workspace;
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::path::PathBuf;
use wuxing_browser::webdriver::Session;

/// Keeps in the page which functions have run when the first page stands and a moment later, since
/// what the browser answers then it may as well answer before. What the app puts off until the page
/// stands comes later, and so do the parts.
const NOTING: &str = "\
{
  const after = window.setTimeout;
  const isPutOff = (time) => stands() || (time > 500 && !ringsEarly(time));
  window.setTimeout = (does, time) => after(does, isPutOff(time) ? time + 1000 + LATE_MS : time);
  for (const name of ['requestIdleCallback', 'requestAnimationFrame']) {
    const asks = window[name].bind(window);
    window[name] = (does, ...how) =>
      stands() ? after(() => asks(does, ...how), 1000 + LATE_MS) : asks(does, ...how);
  }
  new MutationObserver(() => after(() => {
    const { exports } = window.wuxingLife;
    const isRan = (name) => name.startsWith('ran ') && exports[name].value;
    const ran = Object.keys(exports).filter(isRan);
    window.wuxingRan ??= ran.map((name) => Number(name.slice(4)));
  }, 400 + LATE_MS)).observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['data-state'],
  });
}
";

/// Lets what is noted be read from outside.
const SEEN: (&str, &str) = (
    "const life = newLife(needed);",
    "const life = window.wuxingLife = newLife(needed);",
);

/// Records what the starts of an app run, beyond what is known.
///
/// # Errors
/// When the module is not as it should be, or the app does not do what is asked of it.
pub fn record(whole: &Whole, known: StartProfile, chromium: &Chromium) -> Result<StartProfile> {
    step("Recording what the start runs");
    let (compiled, functions) = whole.counted()?;
    let mut sources = Sources::read(workspace::root())?;
    if !sources.start_script.contains(SEEN.0) {
        bail!("public/start.js does not begin a life with `{}`", SEEN.0);
    }
    let start = sources.start_script.replace(SEEN.0, SEEN.1);
    sources.start_script = format!("{CLOCK}{SLOWNESS}{NOTING}{start}");
    let folder = workspace::target("site-counted");
    build::write(
        &folder,
        &build::assemble(&sources, &compiled, Naming::Plain)?,
    )?;
    let server = StaticServer::start(folder.clone(), 0, None)?;
    let address = format!("http://{}/", server.address);
    let mut recorder = Recorder {
        functions,
        profile: known,
        folder,
        address,
    };

    recorder.of_a_village(chromium)?;
    for (_, fills) in full_year::YEARS {
        recorder.of_a_full_year(chromium, fills)?;
    }
    let curious = recorder.of_the_example(chromium)?;
    village::looks_in_elder_mode(&curious.session)?;
    recorder.starts_with_data(&curious.session)?;
    drop(curious);
    // A browser that refuses a worker finds none.
    let worker = recorder.folder.join(WORKER);
    without(&worker, || recorder.of_the_example(chromium).map(drop))?;
    // Last, since of these starts is noted what they run beyond the others.
    for begins in village::OWN_STANDARDS {
        recorder.of_an_own_standard(chromium, begins)?;
    }
    Ok(recorder.profile)
}

struct Recorder {
    functions: Vec<String>,
    profile: StartProfile,
    folder: PathBuf,
    address: String,
}

impl Recorder {
    /// A village that has answered a little.
    fn of_a_village(&mut self, chromium: &Chromium) -> Result<()> {
        let secretary = Browser::start(chromium)?;
        let secretary = &secretary.session;
        self.starts(secretary, HOME, Start::First)?;
        self.starts(secretary, HOME, Start::First)?;
        village::begins_and_answers(secretary)?;
        for days in DAYS_AHEAD {
            turns_clock(secretary, days)?;
            self.starts_with_data(secretary)?;
        }
        turns_slow(secretary, true)?;
        self.starts_with_data(secretary)?;
        turns_slow(secretary, false)?;
        turns_clock(secretary, 0)?;
        village::answers_everything(secretary)?;
        self.starts_with_data(secretary)
    }

    /// A village in which more was entered than in most.
    fn of_a_full_year(&mut self, chromium: &Chromium, fills: full_year::FillsYear) -> Result<()> {
        let secretary = Browser::start(chromium)?;
        let secretary = &secretary.session;
        starts(secretary, &self.address)?;
        fills(secretary)?;
        self.starts_with_data(secretary)
    }

    /// The example village, which has a whole year.
    fn of_the_example(&mut self, chromium: &Chromium) -> Result<Browser> {
        let curious = Browser::start(chromium)?;
        self.starts(&curious.session, HOME, Start::First)?;
        village::sees_example(&curious.session)?;
        self.starts_with_data(&curious.session)?;
        turns_slow(&curious.session, true)?;
        self.starts_with_data(&curious.session)?;
        turns_slow(&curious.session, false)?;
        Ok(curious)
    }

    /// A village with a standard of its own.
    fn of_an_own_standard(
        &mut self,
        chromium: &Chromium,
        begins: village::UsesStandard,
    ) -> Result<()> {
        let secretary = Browser::start(chromium)?;
        let secretary = &secretary.session;
        starts(secretary, &self.address)?;
        village::begins_and_answers(secretary)?;
        begins(secretary)?;
        self.with_own_standard(secretary, &[])?;
        let its_parts = village::answers_everything(secretary)?;
        self.with_own_standard(secretary, &its_parts)?;
        turns_slow(secretary, true)?;
        self.with_own_standard(secretary, &[])
    }

    /// Starts with data and a standard of its own.
    fn with_own_standard(&mut self, session: &Session, parts: &[String]) -> Result<()> {
        let own = Some(Start::Own);
        for page in [HOME, HOME_AGAIN] {
            self.starts_with(session, page, Start::Home, own)?;
        }
        for page in PAGES_OF_QUESTIONS
            .into_iter()
            .chain(parts.iter().map(String::as_str))
        {
            self.starts_with(session, page, Start::Questions, own)?;
        }
        for page in OFTEN_OPENED {
            self.starts_with(session, page, Start::Opened, own)?;
        }
        Ok(())
    }

    /// Home twice: at the first time the worker may have just been installed.
    fn starts_with_data(&mut self, session: &Session) -> Result<()> {
        for page in [HOME, HOME_AGAIN] {
            self.starts(session, page, Start::Home)?;
        }
        for page in PAGES_OF_QUESTIONS {
            self.starts(session, page, Start::Questions)?;
        }
        for page in OFTEN_OPENED {
            self.starts(session, page, Start::Opened)?;
        }
        Ok(())
    }

    fn starts(&mut self, session: &Session, page: &str, start: Start) -> Result<()> {
        self.starts_with(session, page, start, None)
    }

    /// A start, and with what beside it: what that one does not run is noted for this.
    fn starts_with(
        &mut self,
        session: &Session,
        page: &str,
        start: Start,
        beside: Option<Start>,
    ) -> Result<()> {
        starts(session, &format!("{}{page}", self.address))?;
        let ran = village::waits_for(session, "return window.wuxingRan ?? null;")
            .with_context(|| format!("nothing is noted under `{RAN}`"))?;
        let ran = ran.as_array().into_iter().flatten();
        for place in ran.filter_map(Value::as_u64) {
            let name = self.functions.get(usize::try_from(place)?);
            let name = name.context("a function that ran has no name")?;
            match beside {
                Some(_) if self.profile.starts(name).has(start) => {}
                _ => self.profile.add(name, beside.unwrap_or(start)),
            }
        }
        Ok(())
    }
}
