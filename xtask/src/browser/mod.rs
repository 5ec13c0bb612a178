//! Loads a finished page in headless Chromium and looks whether it came up without complaint.
//! What the app does afterwards is the matter of the journeys in `tests/e2e`.

mod webdriver;

use crate::setup::browsers::Chromium;
use anyhow::{Result, bail};
use std::time::{Duration, Instant};
pub use webdriver::Session;

/// What every start of Chromium here needs: no window, no sandbox (which root may not use), and
/// none of the requests that a browser makes for itself.
pub const CHROMIUM_FLAGS: [&str; 7] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

const PATIENCE: Duration = Duration::from_secs(30);
/// Errors that follow the start, such as a file that is missing, need a moment to be reported.
const AFTERTHOUGHTS: Duration = Duration::from_millis(500);

/// What the page says of itself: nothing at first, then that the app is ready, or how it failed.
const STATE: &str = "return document.documentElement.dataset.state || '';";
const WORDS: &str = "return document.body.innerText;";

/// Opens a page in a browser of its own and waits until the app stands.
///
/// # Errors
/// When it does not come up in half a minute, or anything was reported as an error on the console.
pub fn check_that_it_loads(chromium: &Chromium, address: &str) -> Result<()> {
    let session = Session::start(chromium)?;
    let stands = open_and_wait(&session, address);
    std::thread::sleep(AFTERTHOUGHTS);
    let errors = session.console_errors()?;
    if !errors.is_empty() {
        bail!(
            "{address} reports errors on the console:\n    {}",
            errors.join("\n    ")
        );
    }
    stands
}

/// Opens a page and waits until the app stands.
///
/// # Errors
/// When it does not come up in half a minute.
pub fn open_and_wait(session: &Session, address: &str) -> Result<()> {
    session.open(address)?;
    let started = Instant::now();
    let mut state = String::new();
    while state.is_empty() && started.elapsed() < PATIENCE {
        std::thread::sleep(Duration::from_millis(50));
        state = session
            .execute(STATE)?
            .as_str()
            .unwrap_or_default()
            .to_owned();
    }
    if state != "ready" {
        let words = session.execute(WORDS)?;
        bail!("{address} did not come up; it shows {words}");
    }
    Ok(())
}
