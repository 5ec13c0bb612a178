//! Records what starts run (录制): the app is one module that notes which of its functions have run,
//! and is started with nothing on the device, with a village, with the example, on this day and on
//! later ones, in 长辈模式 and where the browser refuses a worker.

use super::{
    CLOCK, DAYS_AHEAD, HOME, HOME_AGAIN, OFTEN_OPENED, PAGES_OF_QUESTIONS, WORKER, starts,
    turns_clock, village, without,
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
  const stands = () => document.documentElement.dataset.state === 'ready';
  const isPutOff = (time) => stands() || time > 500;
  window.setTimeout = (does, time) => after(does, isPutOff(time) ? time + 1000 : time);
  new MutationObserver(() => after(() => {
    const { exports } = window.wuxingLife;
    const isRan = (name) => name.startsWith('ran ') && exports[name].value;
    const ran = Object.keys(exports).filter(isRan);
    window.wuxingRan ??= ran.map((name) => Number(name.slice(4)));
  }, 400)).observe(document.documentElement, { attributes: true, attributeFilter: ['data-state'] });
}
";

/// Lets what is noted be read from outside.
const SEEN: (&str, &str) = (
    "const life = newLife(needed);",
    "const life = window.wuxingLife = newLife(needed);",
);

/// Records what the starts of an app run.
///
/// # Errors
/// When the module is not as it should be, or the app does not do what is asked of it.
pub fn record(whole: &Whole, chromium: &Chromium) -> Result<StartProfile> {
    step("Recording what the start runs");
    let (compiled, functions) = whole.counted()?;
    let mut sources = Sources::read(workspace::root())?;
    if !sources.start_script.contains(SEEN.0) {
        bail!("public/start.js does not begin a life with `{}`", SEEN.0);
    }
    let start = sources.start_script.replace(SEEN.0, SEEN.1);
    sources.start_script = format!("{CLOCK}{NOTING}{start}");
    let folder = workspace::target("site-counted");
    build::write(
        &folder,
        &build::assemble(&sources, &compiled, Naming::Plain)?,
    )?;
    let server = StaticServer::start(folder.clone(), 0, None)?;
    let address = format!("http://{}/", server.address);
    let mut recorder = Recorder {
        functions,
        profile: StartProfile::default(),
        folder,
        address,
    };

    recorder.of_a_village(chromium)?;
    let curious = recorder.of_the_example(chromium)?;
    village::looks_in_elder_mode(&curious.session)?;
    recorder.starts_with_data(&curious.session)?;
    drop(curious);
    // A browser that refuses a worker finds none.
    let worker = recorder.folder.join(WORKER);
    without(&worker, || recorder.of_the_example(chromium).map(drop))?;
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
        Ok(())
    }

    /// The example village, which has a whole year.
    fn of_the_example(&mut self, chromium: &Chromium) -> Result<Browser> {
        let curious = Browser::start(chromium)?;
        self.starts(&curious.session, HOME, Start::First)?;
        village::sees_example(&curious.session)?;
        self.starts_with_data(&curious.session)?;
        Ok(curious)
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
        starts(session, &format!("{}{page}", self.address))?;
        let ran = village::waits_for(session, "return window.wuxingRan ?? null;")
            .with_context(|| format!("nothing is noted under `{RAN}`"))?;
        let ran = ran.as_array().into_iter().flatten();
        for place in ran.filter_map(Value::as_u64) {
            let name = self.functions.get(usize::try_from(place)?);
            self.profile
                .add(name.context("a function that ran has no name")?, start);
        }
        Ok(())
    }
}
