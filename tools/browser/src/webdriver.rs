//! As much of the WebDriver protocol as a person's deeds take (W3C 驱动协议), and Chromium's own
//! commands beside it.
//!
//! Not here: starting drivers and browsers (`browser`), and finding things as a person does
//! (`person`).

use anyhow::{Context, Result, anyhow, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use std::time::Duration;
use ureq::Agent;

/// The name under which WebDriver hands out elements.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// One open browser at a driver.
pub struct Session {
    agent: Agent,
    address: String,
    /// What the browser said about itself.
    pub capabilities: Value,
}

/// An element of the page that is open, as long as the page keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element(String);

/// A window or tab.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tab(String);

impl Session {
    /// Starts a browser through the driver that listens on this port.
    ///
    /// # Errors
    /// When the driver cannot be reached or the browser does not start.
    pub fn start(port: u16, capabilities: &Value) -> Result<Self> {
        let agent: Agent = Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(120)))
            .build()
            .into();
        let sessions = format!("http://127.0.0.1:{port}/session");
        let asked = json!({"capabilities": {"alwaysMatch": capabilities}});
        let mut answer = post(&agent, &sessions, &asked).context("the browser does not start")?;
        let id = answer["sessionId"]
            .as_str()
            .context("the driver names no session")?;
        let address = format!("{sessions}/{id}");
        Ok(Self {
            agent,
            address,
            capabilities: answer["capabilities"].take(),
        })
    }

    /// Opens an address and waits for the page's `load`.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn open(&self, address: &str) -> Result<()> {
        self.post("url", &json!({"url": address})).map(drop)
    }

    /// Loads the page again.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn reload(&self) -> Result<()> {
        self.post("refresh", &json!({})).map(drop)
    }

    /// Runs the body of a function in the page and hands back its value.
    ///
    /// # Errors
    /// When the script throws.
    pub fn execute(&self, script: &str, arguments: &[Value]) -> Result<Value> {
        self.post(
            "execute/sync",
            &json!({"script": script, "args": arguments}),
        )
    }

    /// Runs the body of a function in the page that calls its last argument when it is done.
    ///
    /// # Errors
    /// When the script throws or does not come to its end.
    pub fn execute_and_wait(&self, script: &str, arguments: &[Value]) -> Result<Value> {
        self.post(
            "execute/async",
            &json!({"script": script, "args": arguments}),
        )
    }

    /// Taps the middle of an element.
    ///
    /// # Errors
    /// When it is gone, not to be seen or covered by another.
    pub fn tap(&self, element: &Element) -> Result<()> {
        self.post(&format!("element/{}/click", element.0), &json!({}))
            .map(drop)
    }

    /// Types into an element, key by key.
    ///
    /// # Errors
    /// When it is gone or takes no keys.
    pub fn type_into(&self, element: &Element, text: &str) -> Result<()> {
        self.post(
            &format!("element/{}/value", element.0),
            &json!({"text": text}),
        )
        .map(drop)
    }

    /// Where the person is; every command goes there.
    ///
    /// # Errors
    /// When the tab is closed.
    pub fn tab(&self) -> Result<Tab> {
        let answer = self.get("window")?;
        answer
            .as_str()
            .map(|name| Tab(name.to_owned()))
            .context("the tab has a name")
    }

    /// Opens another tab, or another window where a tab behind others would stand still, without
    /// going there.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn new_tab(&self, kind: &str) -> Result<Tab> {
        let answer = self.post("window/new", &json!({"type": kind}))?;
        let name = answer["handle"]
            .as_str()
            .context("the new tab has a name")?;
        Ok(Tab(name.to_owned()))
    }

    /// Goes to another tab.
    ///
    /// # Errors
    /// When it is closed.
    pub fn switch_to(&self, tab: &Tab) -> Result<()> {
        self.post("window", &json!({"handle": tab.0})).map(drop)
    }

    /// Closes the tab where the person is. Another one must be gone to afterwards.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn close_tab(&self) -> Result<()> {
        let answer = self
            .agent
            .delete(format!("{}/window", self.address))
            .call()?;
        value_of(answer.into_body().read_to_string()?).map(drop)
    }

    /// Makes the window of this size in CSS pixels.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn resize(&self, width: u32, height: u32) -> Result<()> {
        self.post("window/rect", &json!({"width": width, "height": height}))
            .map(drop)
    }

    /// A picture of what is to be seen, as PNG.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn screenshot(&self) -> Result<Vec<u8>> {
        let answer = self.get("screenshot")?;
        decode(&answer)
    }

    /// A command of the Chrome DevTools Protocol; Chromium alone knows them.
    ///
    /// # Errors
    /// When the browser is another one, or refuses.
    pub fn chromium(&self, command: &str, parameters: &Value) -> Result<Value> {
        self.post(
            "goog/cdp/execute",
            &json!({"cmd": command, "params": parameters}),
        )
    }

    /// What has been logged since the last call: `browser` is the console, `performance` the
    /// network. Chromium alone keeps logs.
    ///
    /// # Errors
    /// When the browser is another one or is gone.
    pub fn log(&self, kind: &str) -> Result<Vec<Value>> {
        match self.post("se/log", &json!({"type": kind}))? {
            Value::Array(entries) => Ok(entries),
            other => bail!("the log is no list: {other}"),
        }
    }

    /// Ends the browser in good order.
    pub fn quit(&self) {
        // If the driver is gone, so is the browser.
        let _ = self.agent.delete(&self.address).call();
    }

    fn post(&self, command: &str, body: &Value) -> Result<Value> {
        post(&self.agent, &format!("{}/{command}", self.address), body)
    }

    fn get(&self, command: &str) -> Result<Value> {
        let answer = self
            .agent
            .get(format!("{}/{command}", self.address))
            .call()?;
        value_of(answer.into_body().read_to_string()?)
    }
}

impl Element {
    /// The element in an answer of a script, if it is one.
    pub fn of(value: &Value) -> Option<Self> {
        value[ELEMENT].as_str().map(|id| Self(id.to_owned()))
    }

    /// As an argument of a script.
    pub fn as_argument(&self) -> Value {
        json!({ELEMENT: self.0})
    }
}

/// The bytes of a picture in an answer.
///
/// # Errors
/// When it is no base64.
pub fn decode(answer: &Value) -> Result<Vec<u8>> {
    let text = answer.as_str().context("a picture is text")?;
    Ok(STANDARD.decode(text)?)
}

fn post(agent: &Agent, address: &str, body: &Value) -> Result<Value> {
    let request = agent
        .post(address)
        .header("Content-Type", "application/json");
    let answer = request.send(body.to_string())?;
    value_of(
        answer
            .into_body()
            .with_config()
            .limit(200_000_000)
            .read_to_string()?,
    )
}

fn value_of(text: String) -> Result<Value> {
    let mut answer: Value =
        serde_json::from_str(&text).with_context(|| format!("the driver says: {text}"))?;
    if let Some(error) = answer["value"]["error"].as_str() {
        let message = answer["value"]["message"].as_str().unwrap_or_default();
        let first_lines = message.lines().take(3).collect::<Vec<_>>().join(" ");
        return Err(anyhow!("{error}: {first_lines}"));
    }
    Ok(answer["value"].take())
}
