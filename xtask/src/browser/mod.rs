//! Loads a finished page in headless Chromium and looks whether it came up without complaint.
//! What the app does afterwards is the matter of the journeys in `tests/e2e`.

use crate::setup::browsers::Chromium;
use anyhow::{Result, bail};
use serde_json::json;
use std::time::{Duration, Instant};
use tempfile::TempDir;
use wuxing_browser::chromium::{self, Launch};
use wuxing_browser::process::Running;
use wuxing_browser::webdriver::Session;

/// A browser with an empty profile and one window. All of it ends when this is dropped.
pub struct Browser {
    /// The connection to it.
    pub session: Session,
    _driver: Running,
    _profile: TempDir,
}

impl Browser {
    /// Starts it.
    ///
    /// # Errors
    /// When it or its driver does not start.
    pub fn start(chromium: &Chromium) -> Result<Self> {
        let profile = tempfile::tempdir()?;
        let program = chromium::Chromium {
            browser: Some(chromium.browser.clone()),
            driver: chromium.driver.clone(),
        };
        let (driver, session) = program.start(&Launch {
            profile: profile.path(),
            flags: &[],
            options: json!({}),
            logs: &["browser"],
        })?;
        Ok(Self {
            session,
            _driver: driver,
            _profile: profile,
        })
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        self.session.quit();
    }
}

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
    let browser = Browser::start(chromium)?;
    let stands = open_and_wait(&browser.session, address);
    std::thread::sleep(AFTERTHOUGHTS);
    let errors = console_errors(&browser.session)?;
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
            .execute(STATE, &[])?
            .as_str()
            .unwrap_or_default()
            .to_owned();
    }
    if state != "ready" {
        let words = session.execute(WORDS, &[])?;
        bail!("{address} did not come up; it shows {words}");
    }
    Ok(())
}

/// What has been reported as an error on the console since the last call.
fn console_errors(session: &Session) -> Result<Vec<String>> {
    let entries = session.log("browser")?;
    let errors = entries.iter().filter(|entry| entry["level"] == "SEVERE");
    let messages = errors.filter_map(|entry| entry["message"].as_str());
    Ok(messages.map(str::to_owned).collect())
}
