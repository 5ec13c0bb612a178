//! What happens behind a person's back (旁观): errors on the console and requests to elsewhere, and
//! the pictures of a journey.
//!
//! Every journey ends with [`Watch::verdict`]: no error that was not announced, and not one request
//! that leaves the origin of the app.

use crate::browser::Browser;
use crate::programs::{Engine, Programs};
use crate::webdriver::Session;
use anyhow::{Result, bail};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::PathBuf;

/// Every file that the open page has fetched, for browsers that keep no log.
const RESOURCES: &str =
    "return performance.getEntriesByType('resource').map((entry) => entry.name);";

/// What Firefox says of a request that the next page cut off while the worker was answering it.
/// Such a request has no address any more; one that the worker really failed to answer is named.
const CUT_OFF: &str = "Failed to load \u{2018}\u{2019}. A ServiceWorker intercepted";

/// What is noted about one browser.
pub struct Watch {
    journey: String,
    pictures: PathBuf,
    origins: BTreeSet<String>,
    announced: Vec<String>,
    errors: Vec<String>,
    strays: BTreeSet<String>,
}

impl Watch {
    /// Notes for a journey.
    pub fn new(journey: &str, programs: &Programs) -> Self {
        Self {
            journey: journey.to_owned(),
            pictures: programs.pictures.clone(),
            origins: BTreeSet::new(),
            announced: Vec::new(),
            errors: Vec::new(),
            strays: BTreeSet::new(),
        }
    }

    /// The app is here; everything else is elsewhere.
    pub fn may_speak_with(&mut self, address: &str) {
        self.origins.insert(origin_of(address));
    }

    /// An error whose message has this part belongs to the journey, such as that of a server that
    /// has been stopped.
    pub fn expects_error(&mut self, part: &str) {
        self.announced.push(part.to_owned());
    }

    /// Reads what the browser has noted since the last time.
    ///
    /// # Errors
    /// When the browser cannot be spoken with.
    pub fn note(&mut self, browser: &Browser) -> Result<()> {
        let session = &browser.session;
        match browser.engine {
            Engine::Chromium => {
                for entry in session.log("browser")? {
                    if entry["level"] == "SEVERE" {
                        self.note_error(entry["message"].as_str().unwrap_or_default());
                    }
                }
                for entry in session.log("performance")? {
                    if let Some(address) = request_in(&entry) {
                        self.note_request(&address);
                    }
                }
            }
            Engine::Webkit => self.note_resources(session)?,
            Engine::Firefox => {
                for error in session.firefox_errors()? {
                    if !error.contains(CUT_OFF) {
                        self.note_error(&error);
                    }
                }
                self.note_resources(session)?;
            }
        }
        Ok(())
    }

    fn note_resources(&mut self, session: &Session) -> Result<()> {
        let entries = session.execute(RESOURCES, &[])?;
        let addresses = entries.as_array().into_iter().flatten();
        for address in addresses.filter_map(Value::as_str) {
            self.note_request(address);
        }
        Ok(())
    }

    /// Whether everything was as it should be.
    ///
    /// # Errors
    /// When there was an error, or a request to elsewhere.
    pub fn verdict(&self) -> Result<()> {
        let complaints = self.complaints();
        if !complaints.is_empty() {
            bail!("{}", complaints.join("\n    "));
        }
        Ok(())
    }

    /// Every error and every request to elsewhere.
    pub fn complaints(&self) -> Vec<String> {
        let strays = self
            .strays
            .iter()
            .map(|one| format!("a request left the origin: {one}"));
        let errors = self
            .errors
            .iter()
            .map(|one| format!("an error on the console: {one}"));
        strays.chain(errors).collect()
    }

    /// Writes a picture into the folder of pictures.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn keep_picture(&self, step: &str, picture: &[u8]) -> Result<()> {
        std::fs::create_dir_all(&self.pictures)?;
        let name: String = format!("{}-{step}.png", self.journey)
            .chars()
            .filter(|letter| !":,/".contains(*letter))
            .map(|letter| if letter == ' ' { '-' } else { letter })
            .collect();
        Ok(std::fs::write(self.pictures.join(name), picture)?)
    }

    fn note_error(&mut self, message: &str) {
        if !self
            .announced
            .iter()
            .any(|part| message.contains(part.as_str()))
        {
            self.errors.push(message.to_owned());
        }
    }

    fn note_request(&mut self, address: &str) {
        let stays = ["data:", "blob:", "about:", "chrome:", "chrome-error:"];
        if stays.iter().any(|scheme| address.starts_with(scheme)) {
            return;
        }
        if !self.origins.contains(&origin_of(address)) {
            self.strays.insert(address.to_owned());
        }
    }
}

/// Scheme, host and port; of a file the whole path, since a file may fetch no other.
fn origin_of(address: &str) -> String {
    if address.starts_with("file:") {
        return address
            .split(['#', '?'])
            .next()
            .unwrap_or_default()
            .to_owned();
    }
    address.split('/').take(3).collect::<Vec<_>>().join("/")
}

fn request_in(entry: &Value) -> Option<String> {
    let message: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
    let event = &message["message"];
    let address = match event["method"].as_str()? {
        "Network.requestWillBeSent" => &event["params"]["request"]["url"],
        "Network.webSocketCreated" => &event["params"]["url"],
        _ => return None,
    };
    address.as_str().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_scheme_host_and_port_or_a_whole_file() {
        fn check(address: &str, expected: &str) {
            assert_eq!(origin_of(address), expected);
        }

        check("http://127.0.0.1:80/a/b?c#d", "http://127.0.0.1:80");
        check("https://example.org", "https://example.org");
        check("file:///tmp/wuxing.html#/assess", "file:///tmp/wuxing.html");
    }
}
