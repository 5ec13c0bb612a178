//! As much of the WebDriver protocol as a person's deeds take (W3C 驱动协议), and what Chromium and
//! Firefox have beside it.
//!
//! Not here: how a command gets to a browser (`wire`), starting drivers and browsers (`chromium`,
//! `firefox`), and finding things as a person does.

use crate::wire::{Command, Driver, Marionette, Wire};
use anyhow::{Context, Result, bail, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// The name under which WebDriver hands out elements.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

const NAVIGATE: Command = Command::post("url", "WebDriver:Navigate");
const REFRESH: Command = Command::post("refresh", "");
const EXECUTE: Command = Command::post("execute/sync", "WebDriver:ExecuteScript");
const EXECUTE_AND_WAIT: Command = Command::post("execute/async", "WebDriver:ExecuteAsyncScript");
const CLICK: Command = Command::post("element/{id}/click", "WebDriver:ElementClick");
const SEND_KEYS: Command = Command::post("element/{id}/value", "WebDriver:ElementSendKeys");
const WINDOW: Command = Command::get("window", "WebDriver:GetWindowHandle");
const NEW_WINDOW: Command = Command::post("window/new", "WebDriver:NewWindow");
const SWITCH_TO_WINDOW: Command = Command::post("window", "WebDriver:SwitchToWindow");
const CLOSE_WINDOW: Command = Command::delete("window", "WebDriver:CloseWindow");
const WINDOW_RECT: Command = Command::post("window/rect", "WebDriver:SetWindowRect");
const SCREENSHOT: Command = Command::get("screenshot", "WebDriver:TakeScreenshot");
const QUIT: Command = Command::delete("", "Marionette:Quit");
// What Firefox is never asked for has no name there.
const DEVTOOLS: Command = Command::post("goog/cdp/execute", "");
const LOG: Command = Command::post("se/log", "");

/// How long a page may take to load again.
const LOADING: Duration = Duration::from_secs(60);

/// Errors of pages; warnings, and what the browser says of itself, are left out.
const FIREFOX_ERRORS: &str = "\
const isOfAPage = (one) => /^(https?|file|blob):/.test(one.sourceName);
const all = Services.console.getMessageArray();
Services.console.reset();
return all
  .filter((one) => one instanceof Ci.nsIScriptError && !(one.flags & 1) && isOfAPage(one))
  .map((one) => `${one.errorMessage} (${one.sourceName}:${one.lineNumber})`);
";

/// One open browser.
pub struct Session {
    wire: Wire,
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
        let (driver, capabilities) = Driver::start(port, capabilities)?;
        Ok(Self {
            wire: Wire::Driver(driver),
            capabilities,
        })
    }

    /// Speaks with the Firefox that listens on this port, without a driver in between.
    ///
    /// # Errors
    /// When it cannot be reached.
    pub fn with_firefox(port: u16, capabilities: &Value) -> Result<Self> {
        let (marionette, capabilities) = Marionette::connect(port, capabilities)?;
        Ok(Self {
            wire: Wire::Marionette(marionette),
            capabilities,
        })
    }

    /// Opens an address and waits for the page's `load`.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn open(&self, address: &str) -> Result<()> {
        self.ask(NAVIGATE, json!({"url": address})).map(drop)
    }

    /// Loads the page again.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn reload(&self) -> Result<()> {
        match &self.wire {
            Wire::Driver(_) => self.ask(REFRESH, json!({})).map(drop),
            // Its command goes past the service worker, as a person does only with Shift.
            Wire::Marionette(_) => self.reload_by_script(),
        }
    }

    fn reload_by_script(&self) -> Result<()> {
        self.execute("window.isLeft = true; location.reload();", &[])?;
        let is_there = "return !window.isLeft && document.readyState === 'complete';";
        let started = Instant::now();
        // While one page goes and the other comes, neither can be asked.
        while !matches!(self.execute(is_there, &[]), Ok(Value::Bool(true))) {
            ensure!(started.elapsed() < LOADING, "the page does not load again");
            std::thread::sleep(Duration::from_millis(30));
        }
        Ok(())
    }

    /// Runs the body of a function in the page and hands back its value.
    ///
    /// # Errors
    /// When the script throws.
    pub fn execute(&self, script: &str, arguments: &[Value]) -> Result<Value> {
        self.ask(EXECUTE, json!({"script": script, "args": arguments}))
    }

    /// Runs the body of a function in the page that calls its last argument when it is done.
    ///
    /// # Errors
    /// When the script throws or does not come to its end.
    pub fn execute_and_wait(&self, script: &str, arguments: &[Value]) -> Result<Value> {
        let body = json!({"script": script, "args": arguments});
        self.ask(EXECUTE_AND_WAIT, body)
    }

    /// Taps the middle of an element.
    ///
    /// # Errors
    /// When it is gone, not to be seen or covered by another.
    pub fn tap(&self, element: &Element) -> Result<()> {
        self.ask(CLICK, json!({"id": element.0})).map(drop)
    }

    /// Types into an element, key by key.
    ///
    /// # Errors
    /// When it is gone or takes no keys.
    pub fn type_into(&self, element: &Element, text: &str) -> Result<()> {
        let body = json!({"id": element.0, "text": text});
        self.ask(SEND_KEYS, body).map(drop)
    }

    /// Where the person is; every command goes there.
    ///
    /// # Errors
    /// When the tab is closed.
    pub fn tab(&self) -> Result<Tab> {
        let answer = self.ask(WINDOW, json!({}))?;
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
        let answer = self.ask(NEW_WINDOW, json!({"type": kind}))?;
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
        self.ask(SWITCH_TO_WINDOW, json!({"handle": tab.0}))
            .map(drop)
    }

    /// Closes the tab where the person is. Another one must be gone to afterwards.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn close_tab(&self) -> Result<()> {
        self.ask(CLOSE_WINDOW, json!({})).map(drop)
    }

    /// Makes the window of this size in CSS pixels.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn resize(&self, width: u32, height: u32) -> Result<()> {
        let body = json!({"width": width, "height": height});
        self.ask(WINDOW_RECT, body).map(drop)
    }

    /// A picture of what is to be seen, as PNG.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn screenshot(&self) -> Result<Vec<u8>> {
        decode(&self.ask(SCREENSHOT, json!({"full": false}))?)
    }

    /// A command of the Chrome DevTools Protocol; Chromium alone knows them.
    ///
    /// # Errors
    /// When the browser is another one, or refuses.
    pub fn chromium(&self, command: &str, parameters: &Value) -> Result<Value> {
        let body = json!({"cmd": command, "params": parameters});
        self.ask(DEVTOOLS, body)
    }

    /// What has been logged since the last call: `browser` is the console, `performance` the
    /// network. Chromium alone keeps logs.
    ///
    /// # Errors
    /// When the browser is another one or is gone.
    pub fn log(&self, kind: &str) -> Result<Vec<Value>> {
        match self.ask(LOG, json!({"type": kind}))? {
            Value::Array(entries) => Ok(entries),
            other => bail!("the log is no list: {other}"),
        }
    }

    /// Ends the browser in good order.
    pub fn quit(&self) {
        // If nobody answers, the browser is gone already.
        let _ = self.ask(QUIT, json!({"flags": ["eForceQuit"]}));
    }

    /// What pages have left on the console as errors since the last call; Firefox alone is asked in
    /// this way. What a page writes there itself (`console.error`) is not among it.
    ///
    /// # Errors
    /// When the browser is another one or is gone.
    pub fn firefox_errors(&self) -> Result<Vec<String>> {
        let Wire::Marionette(marionette) = &self.wire else {
            bail!("Firefox alone hands out its errors");
        };
        marionette.enter("chrome")?;
        let errors = self.execute(FIREFOX_ERRORS, &[]);
        marionette.enter("content")?;
        let errors = errors?;
        let texts = errors.as_array().into_iter().flatten();
        Ok(texts
            .filter_map(|text| text.as_str().map(str::to_owned))
            .collect())
    }

    fn ask(&self, command: Command, body: Value) -> Result<Value> {
        self.wire.ask(command, body)
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
