//! `cargo xtask profile`: records what the start runs (`build::start_profile`), in a browser, and
//! puts it into the repository; and looks whether what is recorded there still holds.

mod village;

use crate::browser::{self, Session};
use crate::build::{self, Naming, REST_MODULE, RAN, Sources, Stage, StartProfile, Whole};
use crate::process::step;
use crate::server::StaticServer;
use crate::setup::browsers::Chromium;
use crate::setup::wasm_target::WasmToolchain;
use crate::workspace;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;

/// Keeps in the page which functions have run when the first page stands.
const NOTING: &str = "\
new MutationObserver(() => {
  const { exports } = window.wuxingLife;
  const ran = Object.keys(exports).filter((name) => name.startsWith('ran ') && exports[name].value);
  window.wuxingRan ??= ran.map((name) => Number(name.slice(4)));
}).observe(document.documentElement, { attributes: true, attributeFilter: ['data-state'] });
";

/// Lets what is noted be read from outside.
const SEEN: (&str, &str) = (
    "const life = newLife();",
    "const life = window.wuxingLife = newLife();",
);

/// Whether the page that stands is the one that was begun with.
const FIRST_LIFE: &str = "return document.documentElement.dataset.startedAnew === undefined;";

/// Runs the command.
///
/// # Errors
/// When the app does not compile, no browser is here, or the app does not do what is asked of it.
pub fn run() -> Result<()> {
    let toolchain = WasmToolchain::find_or_set_up()?;
    let whole = build::compile_whole(toolchain)?;
    let Some(chromium) = Chromium::find() else {
        bail!("no Chromium with chromedriver is here");
    };
    let profile = record(&whole, &chromium)?;
    profile.write()?;
    if !holds(&whole, &profile, &chromium)? {
        bail!("the start runs now this and now that; what was recorded does not suffice");
    }
    Ok(())
}

/// The profile of the repository where it holds, and otherwise one recorded anew, which the
/// repository has from then on. Without a browser it is taken to hold.
///
/// # Errors
/// As for [`run`].
pub fn up_to_date(whole: &Whole) -> Result<StartProfile> {
    let profile = StartProfile::read()?;
    let Some(chromium) = Chromium::find() else {
        return Ok(profile);
    };
    step("Looking whether the start runs what is recorded of it");
    if holds(whole, &profile, &chromium)? {
        return Ok(profile);
    }
    println!("    It runs more by now; what is recorded in xtask/start_profile.txt is renewed.");
    let renewed = record(whole, &chromium)?;
    renewed.write()?;
    if !holds(whole, &renewed, &chromium)? {
        bail!("the start runs now this and now that; what was recorded does not suffice");
    }
    Ok(renewed)
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
    build::write(&folder, &build::assemble(&sources, &compiled, Naming::Plain)?)?;
    let server = StaticServer::start(folder, 0, None)?;
    let address = format!("http://{}/", server.address);
    let mut recorder = Recorder { functions, profile: StartProfile::default(), address };

    let secretary = Session::start(chromium)?;
    recorder.starts(&secretary, Stage::FirstStart)?;
    recorder.starts(&secretary, Stage::FirstStart)?;
    village::begins_and_answers(&secretary)?;
    recorder.starts(&secretary, Stage::StoredData)?;
    recorder.starts(&secretary, Stage::StoredData)?;
    drop(secretary);

    let curious = Session::start(chromium)?;
    recorder.starts(&curious, Stage::FirstStart)?;
    village::sees_example(&curious)?;
    recorder.starts(&curious, Stage::StoredData)?;
    Ok(recorder.profile)
}

struct Recorder {
    functions: Vec<String>,
    profile: StartProfile,
    address: String,
}

impl Recorder {
    fn starts(&mut self, session: &Session, stage: Stage) -> Result<()> {
        starts(session, &self.address)?;
        let ran = session.execute("return window.wuxingRan;")?;
        let ran = ran.as_array().with_context(|| format!("nothing is noted under `{RAN}`"))?;
        for place in ran.iter().filter_map(serde_json::Value::as_u64) {
            let name = self.functions.get(usize::try_from(place)?);
            self.profile.add(name.context("a function that ran has no name")?, stage);
        }
        village::lets_it_finish();
        Ok(())
    }
}

/// Whether the first page stands without the rest, at the very first start and with data.
fn holds(whole: &Whole, profile: &StartProfile, chromium: &Chromium) -> Result<bool> {
    let sources = Sources::read(workspace::root())?;
    let compiled = whole.cut(profile)?;
    let mut files = build::assemble(&sources, &compiled, Naming::Plain)?;
    // One that keeps the files on the device would bring the rest after all.
    for file in files.iter_mut().filter(|file| file.path == "service-worker.js") {
        file.bytes = b"// Keeps nothing.".to_vec();
    }
    let folder = workspace::target("site-start");
    build::write(&folder, &files)?;
    let server = StaticServer::start(folder.clone(), 0, None)?;
    let address = format!("http://{}/", server.address);

    let secretary = Session::start(chromium)?;
    if !stands_without_rest(&secretary, &folder, &address)? {
        return Ok(false);
    }
    starts(&secretary, &address)?;
    village::begins_and_answers(&secretary)?;
    stands_without_rest(&secretary, &folder, &address)
}

fn stands_without_rest(session: &Session, folder: &Path, address: &str) -> Result<bool> {
    let (rest, away) = (folder.join(REST_MODULE), folder.join("away"));
    fs::rename(&rest, &away)?;
    let stands = starts(session, address);
    fs::rename(&away, &rest)?;
    Ok(stands.is_ok() && session.execute(FIRST_LIFE)? == true)
}

fn starts(session: &Session, address: &str) -> Result<()> {
    // The same address again would only move within the page.
    session.open("about:blank")?;
    browser::open_and_wait(session, address)
}
