//! What happens to a person's phone (设备): pages are opened and loaded again, tabs come and go,
//! the browser is closed or killed, the screen shows less.
//!
//! Not here: what she sees (`super`) and does (`deeds`) on a page.

use super::Person;
use crate::programs::Engine;
use crate::webdriver::{Tab, decode};
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

impl Person {
    /// Opens the app at an address and waits until it stands.
    ///
    /// # Errors
    /// When it does not come up.
    pub fn opens(&self, address: &str) -> Result<()> {
        self.opens_whatever_comes(address)?;
        self.waits_for_the_app()
    }

    /// Opens an address without expecting anything of it.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn opens_whatever_comes(&self, address: &str) -> Result<()> {
        self.watch.borrow_mut().may_speak_with(address);
        // An address that differs from the current one by its hash alone loads nothing.
        self.browser.session.open("about:blank")?;
        self.browser.session.open(address)
    }

    /// Loads the page again and waits until the app stands.
    ///
    /// # Errors
    /// When it does not come up.
    pub fn reloads(&self) -> Result<()> {
        self.notes_what_happened()?;
        self.browser.session.reload()?;
        self.waits_for_the_app()
    }

    /// Goes to a page of the app by its address, such as `#/assess`, and waits while the part of
    /// the app that it needs is on its way.
    ///
    /// # Errors
    /// When the page cannot be spoken with, or says for ever that it is being opened.
    pub fn goes_to(&self, route: &str) -> Result<()> {
        self.runs("location.hash = arguments[0];", &[json!(route)])?;
        self.waits(&format!("{route} does not open"), || {
            let waiting = "return document.querySelector('main [aria-busy=\"true\"]') !== null;";
            Ok(self.runs(waiting, &[])? == false)
        })?;
        self.notes_what_happened()
    }

    /// Runs a script in the page, for what no finger can do: to break things.
    ///
    /// # Errors
    /// When the script throws.
    pub fn runs(&self, script: &str, arguments: &[Value]) -> Result<Value> {
        self.browser.session.execute(script, arguments)
    }

    /// Opens the app in another tab and goes there; hands back the tab she came from and the new
    /// one.
    ///
    /// # Errors
    /// When the app does not come up there.
    pub fn opens_another_tab(&self, address: &str) -> Result<(Tab, Tab)> {
        let old = self.browser.session.tab()?;
        let new = self.new_tab()?;
        self.switches_to(&new)?;
        self.opens(address)?;
        Ok((old, new))
    }

    /// Goes to another tab.
    ///
    /// # Errors
    /// When it is closed.
    pub fn switches_to(&self, tab: &Tab) -> Result<()> {
        self.browser.session.switch_to(tab)?;
        if self.browser.engine == Engine::Chromium {
            self.browser
                .session
                .chromium("Page.bringToFront", &json!({}))?;
        }
        Ok(())
    }

    /// Goes to an empty tab, so that the page of the app is no longer to be seen.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn puts_the_page_in_the_background(&self) -> Result<()> {
        let new = self.new_tab()?;
        self.switches_to(&new)
    }

    /// The browser dies from one moment to the next and is opened again.
    ///
    /// # Errors
    /// When it does not start again.
    pub fn has_her_browser_killed(&mut self) -> Result<()> {
        self.browser.kill();
        self.browser.start_again()
    }

    /// Closes the browser and opens it again.
    ///
    /// # Errors
    /// When it does not start again.
    pub fn closes_and_opens_her_browser(&mut self) -> Result<()> {
        self.notes_what_happened()?;
        self.browser.close_and_start_again()
    }

    /// Closes the browser until [`Self::opens_her_browser`].
    ///
    /// # Errors
    /// When it cannot be spoken with.
    pub fn closes_her_browser(&mut self) -> Result<()> {
        self.notes_what_happened()?;
        self.browser.close();
        Ok(())
    }

    /// Opens the browser that was closed.
    ///
    /// # Errors
    /// When it does not start.
    pub fn opens_her_browser(&mut self) -> Result<()> {
        self.browser.start_again()
    }

    /// Closes the browser and opens it again, without anything that it had fetched before; Chromium
    /// alone.
    ///
    /// # Errors
    /// When it does not start again.
    pub fn loses_what_was_fetched(&mut self) -> Result<()> {
        self.closes_her_browser()?;
        self.browser.forget_what_was_fetched()?;
        self.browser.start_again()
    }

    /// Waits for a file to be downloaded, and hands back where it is.
    ///
    /// # Errors
    /// When none comes.
    pub fn gets_a_file(&self) -> Result<PathBuf> {
        let mut files = self.gets_files(1)?;
        files.pop().context("a file was found")
    }

    /// Waits until as many files were downloaded, and hands back where they are.
    ///
    /// # Errors
    /// When fewer come.
    pub fn gets_files(&self, count: usize) -> Result<Vec<PathBuf>> {
        let mut found = Vec::new();
        self.waits("not all files were downloaded", || {
            found = whole_files(&self.browser.downloads());
            Ok(found.len() >= count)
        })?;
        Ok(found)
    }

    /// Closes the tab and opens an empty one.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn leaves_the_tab_and_opens_another(&self) -> Result<()> {
        self.notes_what_happened()?;
        let new = self.new_tab()?;
        self.browser.session.close_tab()?;
        self.switches_to(&new)
    }

    /// Notes errors and requests up to now; called often, since a browser that is killed takes its
    /// notes with it.
    ///
    /// # Errors
    /// When the browser cannot be spoken with.
    pub fn notes_what_happened(&self) -> Result<()> {
        self.watch.borrow_mut().note(&self.browser)
    }

    /// Prints the page as Chromium does, to a PDF.
    ///
    /// # Errors
    /// When the browser refuses, or is another.
    pub fn prints(&self) -> Result<Vec<u8>> {
        let on_paper = json!({"preferCSSPageSize": true, "printBackground": false});
        let answer = self
            .browser
            .session
            .chromium("Page.printToPDF", &on_paper)?;
        decode(&answer["data"])
    }

    /// Keeps a picture of the screen as `<journey>-<step>.png`.
    ///
    /// # Errors
    /// When it cannot be taken or written.
    pub fn takes_a_picture(&self, step: &str) -> Result<()> {
        let picture = match self.browser.engine {
            // A picture of what is on the screen, without scrolling anything.
            Engine::Chromium => {
                let answer = self
                    .browser
                    .session
                    .chromium("Page.captureScreenshot", &json!({}))?;
                decode(&answer["data"])?
            }
            Engine::Webkit | Engine::Firefox => self.browser.session.screenshot()?,
        };
        self.watch.borrow().keep_picture(step, &picture)
    }

    /// Sets the width and height of the screen in CSS pixels; Chromium alone.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn has_a_screen_of(&self, width: u32, height: u32) -> Result<()> {
        let metrics =
            json!({"width": width, "height": height, "deviceScaleFactor": 2, "mobile": true});
        let session = &self.browser.session;
        session
            .chromium("Emulation.setDeviceMetricsOverride", &metrics)
            .map(drop)
    }

    /// Prefers a light or a dark page, as set on the phone; Chromium alone.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn prefers(&self, scheme: &str) -> Result<()> {
        let features = json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]});
        self.browser
            .session
            .chromium("Emulation.setEmulatedMedia", &features)
            .map(drop)
    }

    /// WebKit's driver brings no tab to the front, and a tab behind others draws nothing.
    fn new_tab(&self) -> Result<Tab> {
        self.browser.session.new_tab(match self.browser.engine {
            Engine::Chromium | Engine::Firefox => "tab",
            Engine::Webkit => "window",
        })
    }
}

/// The files in a folder into which a browser downloads that are all there. Each browser has names
/// of its own for those that are still on their way, and Firefox holds their names with empty files
/// besides.
fn whole_files(folder: &Path) -> Vec<PathBuf> {
    const ON_THEIR_WAY: [&str; 4] = ["crdownload", "tmp", "part", "wkdownload"];
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    let files = files.map(|entry| entry.path()).filter(|path| {
        let ending = path.extension().unwrap_or_default();
        let is_on_its_way = ON_THEIR_WAY.iter().any(|other| ending == *other);
        !is_on_its_way && path.metadata().is_ok_and(|file| file.len() > 0)
    });
    files.collect()
}
