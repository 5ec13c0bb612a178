//! Starts Chromium with its driver.
//!
//! Not here: finding or installing it, and other browsers.

use crate::process::Running;
use crate::webdriver::Session;
use anyhow::{Context, Result, anyhow};
use serde_json::{Map, Value, json};
use std::io::{BufRead, BufReader, PipeReader};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

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

/// How long the driver may take until it listens, on a machine with much else to do.
const PATIENCE: Duration = Duration::from_secs(60);

/// How often the driver is started before it is given up. It chooses a port that is free for one
/// kind of addresses, and ends where another program has the same port for the other kind.
const TRIES: usize = 3;

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
        let (driver, port) = tried(TRIES, || self.try_driver())?;
        let session = Session::start(port, &self.capabilities(launch))?;
        Ok((driver, session))
    }

    /// Starts the driver and waits until it says on which port it listens.
    fn try_driver(&self) -> Result<(Running, u16)> {
        let (output, input) = std::io::pipe()?;
        let mut command = Command::new(&self.driver);
        command
            .arg("--port=0")
            .stdout(input.try_clone()?)
            .stderr(input);
        let driver = Running::start(command)?;
        let port = port_told(&lines_of(output), PATIENCE)?;
        Ok((driver, port))
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

/// What comes of the first of so many tries that succeeds, or what is wrong with the last.
fn tried<T>(times: usize, mut attempt: impl FnMut() -> Result<T>) -> Result<T> {
    for _ in 1..times {
        if let Ok(found) = attempt() {
            return Ok(found);
        }
    }
    attempt().with_context(|| format!("tried {times} times"))
}

/// The lines that a program prints. All are read, whether anybody waits for them or not, or the
/// program would stop when the pipe is full.
fn lines_of(output: PipeReader) -> Receiver<String> {
    let (sender, lines) = mpsc::channel();
    std::thread::spawn(move || {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            // An error means that the port is known and nobody waits any longer.
            let _ = sender.send(line);
        }
    });
    lines
}

/// The port that the driver says it listens on.
///
/// # Errors
/// When it ends or says nothing of a port in this time, with what it said instead.
fn port_told(lines: &Receiver<String>, patience: Duration) -> Result<u16> {
    let until = Instant::now() + patience;
    let mut said = Vec::new();
    let what = loop {
        match lines.recv_timeout(until.saturating_duration_since(Instant::now())) {
            Ok(line) => match port_in(&line) {
                Some(port) => return Ok(port),
                None => said.push(line),
            },
            Err(RecvTimeoutError::Disconnected) => break "ended before it listened".to_owned(),
            Err(RecvTimeoutError::Timeout) => {
                break format!("does not listen after {} s", patience.as_secs());
            }
        }
    };
    let said = said.join(" | ");
    Err(anyhow!("chromedriver {what}; it said: 「{said}」"))
}

fn port_in(greeting: &str) -> Option<u16> {
    let (_, port) = greeting.split_once("started successfully on port ")?;
    port.trim_end_matches('.').parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::ensure;

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

    #[test]
    fn what_the_driver_said_instead_of_a_port_is_told() {
        fn check(lines: &[&str], is_over: bool, expected: Result<u16, &str>) {
            let (sender, receiver) = mpsc::channel();
            lines
                .iter()
                .for_each(|&line| sender.send(line.to_owned()).unwrap());
            let _runs_on = (!is_over).then_some(sender);
            let found = port_told(&receiver, Duration::from_secs(0));
            let found = found.map_err(|error| error.to_string());
            assert_eq!(found, expected.map_err(str::to_owned), "{lines:?}");
        }

        let greeting = "ChromeDriver was started successfully on port 41235.";
        check(&["Starting ChromeDriver", greeting], false, Ok(41235));
        check(&[greeting], true, Ok(41235));
        check(
            &["Starting", "Exiting..."],
            true,
            Err("chromedriver ended before it listened; it said: 「Starting | Exiting...」"),
        );
        check(
            &["Starting"],
            false,
            Err("chromedriver does not listen after 0 s; it said: 「Starting」"),
        );
    }

    /// Once in some thousand starts the driver found its port taken and ended, which failed the
    /// journey that wanted it.
    #[test]
    fn a_driver_that_ends_at_once_is_started_again() {
        fn check(failures: usize, expected: Result<usize, &str>) {
            let mut starts = 0;
            let found = tried(TRIES, || {
                starts += 1;
                ensure!(starts > failures, "the port is taken");
                Ok(starts)
            });
            let found = found.map_err(|error| format!("{error:#}"));
            assert_eq!(found, expected.map_err(str::to_owned));
            assert_eq!(starts, (failures + 1).min(TRIES));
        }

        check(0, Ok(1));
        check(1, Ok(2));
        check(TRIES - 1, Ok(TRIES));
        check(TRIES, Err("tried 3 times: the port is taken"));
    }
}
