//! Starts Chromium with its driver.
//!
//! Not here: finding or installing it, and other browsers.

use crate::process::Running;
use crate::webdriver::Session;
use anyhow::{Context, Result};
use serde_json::{Map, Value, json};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What every start of Chromium needs here: no window, no sandbox (which root may not use), and
/// none of the requests that a browser makes for itself.
pub const FLAGS: [&str; 7] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/// Chromium (or Chrome) and the driver that belongs to it.
#[derive(Clone, Debug)]
pub struct Chromium {
    /// The browser; without it the driver looks for one.
    pub browser: Option<PathBuf>,
    /// `chromedriver`.
    pub driver: PathBuf,
}

/// How it is started, beside what every start needs.
#[derive(Clone, Debug)]
pub struct Launch<'a> {
    /// The folder of the profile.
    pub profile: &'a Path,
    /// Further flags.
    pub flags: &'a [&'a str],
    /// Further members of `goog:chromeOptions`.
    pub options: Value,
    /// The logs that it keeps, such as `browser` for the console.
    pub logs: &'a [&'a str],
}

impl Chromium {
    /// Starts the driver on a free port, and the browser through it.
    ///
    /// # Errors
    /// When one of them does not start.
    pub fn start(&self, launch: &Launch<'_>) -> Result<(Running, Session)> {
        let mut command = Command::new(&self.driver);
        command
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut driver = Running::start(command)?;
        let output = driver.take_output().context("chromedriver has an output")?;
        let mut lines = BufReader::new(output).lines();
        let port = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| port_in(&line));
        // Its later messages are read and dropped, or it would stop when the pipe is full.
        std::thread::spawn(move || lines.for_each(drop));
        let port = port.context("chromedriver does not say on which port it listens")?;
        let session = Session::start(port, &self.capabilities(launch))?;
        Ok((driver, session))
    }

    fn capabilities(&self, launch: &Launch<'_>) -> Value {
        let flags = FLAGS.iter().chain(launch.flags);
        let mut arguments: Vec<String> = flags.map(|&flag| flag.to_owned()).collect();
        arguments.push(format!("--user-data-dir={}", launch.profile.display()));
        let mut options = launch.options.as_object().cloned().unwrap_or_default();
        options.insert("args".to_owned(), json!(arguments));
        if let Some(browser) = &self.browser {
            options.insert("binary".to_owned(), json!(browser));
        }
        let logs = launch
            .logs
            .iter()
            .map(|&log| (log.to_owned(), json!("ALL")));
        json!({
            "browserName": "chrome",
            "goog:chromeOptions": options,
            "goog:loggingPrefs": Map::from_iter(logs),
            "unhandledPromptBehavior": "ignore",
        })
    }
}

fn port_in(greeting: &str) -> Option<u16> {
    let (_, port) = greeting.split_once("started successfully on port ")?;
    port.trim_end_matches('.').parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_read_from_the_greeting() {
        fn check(greeting: &str, expected: Option<u16>) {
            assert_eq!(port_in(greeting), expected, "{greeting}");
        }

        check(
            "ChromeDriver was started successfully on port 41235.",
            Some(41235),
        );
        check("Starting ChromeDriver 150.0 on port 0", None);
    }
}
