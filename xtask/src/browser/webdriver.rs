//! As much of the WebDriver protocol as loading one page takes.

use super::CHROMIUM_FLAGS;
use crate::setup::browsers::Chromium;
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use tempfile::TempDir;
use ureq::Agent;

/// A browser with one window. Both end when this is dropped.
pub struct Session {
    agent: Agent,
    /// The address of the session at the driver.
    address: String,
    _driver: Driver,
    _profile: TempDir,
}

impl Session {
    /// Starts the driver on a free port and the browser with an empty profile.
    ///
    /// # Errors
    /// When one of them does not start.
    pub fn start(chromium: &Chromium) -> Result<Self> {
        let driver = Driver::start(chromium)?;
        let profile = tempfile::tempdir()?;
        let mut arguments = CHROMIUM_FLAGS.map(str::to_owned).to_vec();
        arguments.push(format!("--user-data-dir={}", profile.path().display()));
        let capabilities = json!({"capabilities": {"alwaysMatch": {
            "browserName": "chrome",
            "goog:chromeOptions": {"binary": chromium.browser, "args": arguments},
            "goog:loggingPrefs": {"browser": "ALL"},
        }}});
        let agent: Agent = Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(90)))
            .build()
            .into();
        let sessions = format!("http://127.0.0.1:{}/session", driver.port);
        let answer = post(&agent, &sessions, &capabilities).context("Chromium does not start")?;
        let Some(id) = answer["sessionId"].as_str() else {
            bail!("chromedriver names no session: {answer}");
        };
        let address = format!("{sessions}/{id}");
        Ok(Self {
            agent,
            address,
            _driver: driver,
            _profile: profile,
        })
    }

    /// Opens an address and waits for the page's `load`.
    ///
    /// # Errors
    /// When the browser cannot be reached or refuses the address.
    pub fn open(&self, address: &str) -> Result<()> {
        self.post("url", &json!({"url": address})).map(drop)
    }

    /// Runs the body of a function in the page and hands back its value.
    ///
    /// # Errors
    /// When the script throws.
    pub fn execute(&self, script: &str) -> Result<Value> {
        self.post("execute/sync", &json!({"script": script, "args": []}))
    }

    /// What has been reported as an error on the console since the last call.
    ///
    /// # Errors
    /// When the browser cannot be reached.
    pub fn console_errors(&self) -> Result<Vec<String>> {
        let entries = self.post("se/log", &json!({"type": "browser"}))?;
        let entries = entries.as_array().map(Vec::as_slice).unwrap_or_default();
        let errors = entries.iter().filter(|entry| entry["level"] == "SEVERE");
        Ok(errors
            .filter_map(|entry| entry["message"].as_str())
            .map(str::to_owned)
            .collect())
    }

    fn post(&self, command: &str, body: &Value) -> Result<Value> {
        post(&self.agent, &format!("{}/{command}", self.address), body)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // The browser ends with its session. If the driver is gone, so is the browser.
        let _ = self.agent.delete(&self.address).call();
    }
}

fn post(agent: &Agent, address: &str, body: &Value) -> Result<Value> {
    let request = agent
        .post(address)
        .header("Content-Type", "application/json");
    let text = request
        .send(body.to_string())?
        .body_mut()
        .read_to_string()?;
    let mut answer: Value = serde_json::from_str(&text)?;
    if let Some(error) = answer["value"]["error"].as_str() {
        bail!(
            "{error}: {}",
            answer["value"]["message"].as_str().unwrap_or_default()
        );
    }
    Ok(answer["value"].take())
}

/// The running chromedriver, ended on drop.
struct Driver {
    child: Child,
    port: u16,
}

impl Driver {
    fn start(chromium: &Chromium) -> Result<Self> {
        let mut child = Command::new(&chromium.driver)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("{} does not start", chromium.driver.display()))?;
        let mut lines = child
            .stdout
            .take()
            .map(BufReader::new)
            .context("has an output")?
            .lines();
        let port = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| port_in(&line));
        // Its later messages are read and dropped, or it would stop when the pipe is full.
        std::thread::spawn(move || lines.for_each(drop));
        let mut driver = Self { child, port: 0 };
        driver.port = port.context("chromedriver does not say on which port it listens")?;
        Ok(driver)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn port_in(line: &str) -> Option<u16> {
    let (_, port) = line.split_once("started successfully on port ")?;
    port.trim_end_matches('.').parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_read_from_the_greeting() {
        check(
            "ChromeDriver was started successfully on port 41235.",
            Some(41235),
        );
        check("Starting ChromeDriver 150.0 on port 0", None);
    }

    fn check(line: &str, expected: Option<u16>) {
        assert_eq!(port_in(line), expected);
    }
}
