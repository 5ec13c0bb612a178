//! `cargo xtask profile`: records what the start runs (`build::start_profile`), in a browser, and
//! puts it into the repository; and looks whether what is recorded there still holds.

mod village;

use crate::browser::{self, Browser};
use crate::build::{self, Naming, RAN, REST_MODULE, Sources, Stage, StartProfile, Whole};
use crate::process::step;
use crate::server::StaticServer;
use crate::setup::browsers::Chromium;
use crate::setup::wasm_target::WasmToolchain;
use crate::workspace;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;
use wuxing_browser::webdriver::Session;

/// Keeps in the page which functions have run when the first page stands and a moment later, since
/// what the browser answers then it may as well answer before. The parts are fetched after that.
const NOTING: &str = "\
new MutationObserver(() => setTimeout(() => {
  const { exports } = window.wuxingLife;
  const ran = Object.keys(exports).filter((name) => name.startsWith('ran ') && exports[name].value);
  window.wuxingRan ??= ran.map((name) => Number(name.slice(4)));
}, 400)).observe(document.documentElement, { attributes: true, attributeFilter: ['data-state'] });
";

/// Lets what is noted be read from outside.
const SEEN: (&str, &str) = (
    "const life = newLife();",
    "const life = window.wuxingLife = newLife();",
);

/// What the start met that was not there; `None` if it could do without.
const MISSED: &str = "return document.documentElement.dataset.startedAnew ?? null;";

/// What the address of the first page ends with.
const HOME: &str = "";
/// What the addresses of pages of questions end with: one of each kind.
const PAGES_OF_QUESTIONS: [&str; 6] = [
    "#/assess",
    "#/assess/must",
    "#/assess/basic/basic_org",
    "#/assess/basic/basic_activity",
    "#/assess/star/star_party",
    "#/assess/extras",
];

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
    let profile = record(&whole, &chromium)?;
    profile.write()?;
    suffices(&whole, &profile, &chromium)
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
    let mut renewed = record(whole, &chromium)?;
    renewed.add_all(profile);
    renewed.retain(&whole.functions()?);
    renewed.write()?;
    suffices(whole, &renewed, &chromium)?;
    Ok(renewed)
}

fn suffices(whole: &Whole, profile: &StartProfile, chromium: &Chromium) -> Result<()> {
    match missed(whole, profile, chromium)? {
        None => Ok(()),
        Some(missed) => bail!("what was recorded does not suffice for the start: {missed}"),
    }
}

/// Records what the start of an app runs.
fn record(whole: &Whole, chromium: &Chromium) -> Result<StartProfile> {
    step("Recording what the start runs");
    let (compiled, functions) = whole.counted()?;
    let mut sources = Sources::read(workspace::root())?;
    if !sources.start_script.contains(SEEN.0) {
        bail!("public/start.js does not begin a life with `{}`", SEEN.0);
    }
    sources.start_script = NOTING.to_owned() + &sources.start_script.replace(SEEN.0, SEEN.1);
    let folder = workspace::target("site-counted");
    build::write(
        &folder,
        &build::assemble(&sources, &compiled, Naming::Plain)?,
    )?;
    let server = StaticServer::start(folder, 0, None)?;
    let address = format!("http://{}/", server.address);
    let mut recorder = Recorder {
        functions,
        profile: StartProfile::default(),
        address,
    };

    let secretary = Browser::start(chromium)?;
    recorder.starts(&secretary.session, HOME, Stage::FirstStart)?;
    recorder.starts(&secretary.session, HOME, Stage::FirstStart)?;
    village::begins_and_answers(&secretary.session)?;
    recorder.starts(&secretary.session, HOME, Stage::StoredData)?;
    recorder.starts(&secretary.session, HOME, Stage::StoredData)?;
    for page in PAGES_OF_QUESTIONS {
        recorder.starts(&secretary.session, page, Stage::Questions)?;
    }
    drop(secretary);

    let curious = Browser::start(chromium)?;
    recorder.starts(&curious.session, HOME, Stage::FirstStart)?;
    village::sees_example(&curious.session)?;
    recorder.starts(&curious.session, HOME, Stage::StoredData)?;
    for page in PAGES_OF_QUESTIONS {
        recorder.starts(&curious.session, page, Stage::Questions)?;
    }
    Ok(recorder.profile)
}

struct Recorder {
    functions: Vec<String>,
    profile: StartProfile,
    address: String,
}

impl Recorder {
    fn starts(&mut self, session: &Session, page: &str, stage: Stage) -> Result<()> {
        starts(session, &format!("{}{page}", self.address))?;
        village::lets_it_finish();
        let ran = session.execute("return window.wuxingRan;", &[])?;
        let ran = ran
            .as_array()
            .with_context(|| format!("nothing is noted under `{RAN}`"))?;
        for place in ran.iter().filter_map(serde_json::Value::as_u64) {
            let name = self.functions.get(usize::try_from(place)?);
            self.profile
                .add(name.context("a function that ran has no name")?, stage);
        }
        Ok(())
    }
}

/// What the first page lacks without the rest, at the very first start and with data; nothing if it
/// stands.
fn missed(whole: &Whole, profile: &StartProfile, chromium: &Chromium) -> Result<Option<String>> {
    let sources = Sources::read(workspace::root())?;
    let compiled = whole.cut(profile)?;
    let mut files = build::assemble(&sources, &compiled, Naming::Plain)?;
    // One that keeps the files on the device would bring the rest after all.
    for file in files
        .iter_mut()
        .filter(|file| file.path == "service-worker.js")
    {
        file.bytes = b"// Keeps nothing.".to_vec();
    }
    let folder = workspace::target("site-start");
    build::write(&folder, &files)?;
    let server = StaticServer::start(folder.clone(), 0, None)?;
    let address = format!("http://{}/", server.address);

    let secretary = Browser::start(chromium)?;
    let secretary = &secretary.session;
    if let Some(missed) = missed_without_rest(secretary, &folder, &address)? {
        return Ok(Some(format!("the very first one: {missed}")));
    }
    starts(secretary, &address)?;
    village::begins_and_answers(secretary)?;
    for page in [HOME].iter().chain(&PAGES_OF_QUESTIONS) {
        let missed = missed_without_rest(secretary, &folder, &format!("{address}{page}"))?;
        if let Some(missed) = missed {
            return Ok(Some(format!("one with data at `{page}`: {missed}")));
        }
    }
    Ok(None)
}

fn missed_without_rest(session: &Session, folder: &Path, address: &str) -> Result<Option<String>> {
    let (rest, away) = (folder.join(REST_MODULE), folder.join("away"));
    fs::rename(&rest, &away)?;
    let stands = starts(session, address);
    fs::rename(&away, &rest)?;
    if let Err(error) = stands {
        return Ok(Some(error.to_string()));
    }
    Ok(session.execute(MISSED, &[])?.as_str().map(str::to_owned))
}

fn starts(session: &Session, address: &str) -> Result<()> {
    // The same address again would only move within the page.
    session.open("about:blank")?;
    browser::open_and_wait(session, address)
}
