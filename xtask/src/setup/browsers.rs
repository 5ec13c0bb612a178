//! Finds the browsers that tests drive, and installs them on Debian. How they are driven is in
//! `browser`.

use super::apt;
use crate::process;
use anyhow::{Result, bail};
use std::path::PathBuf;

/// Chromium (or Chrome) and the driver that belongs to it.
#[derive(Clone, Debug)]
pub struct Chromium {
    /// The browser.
    pub browser: PathBuf,
    /// `chromedriver`.
    pub driver: PathBuf,
}

impl Chromium {
    /// The one on `PATH`, when browser and driver are both there.
    pub fn find() -> Option<Self> {
        let names = [
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
        ];
        let browser = names.into_iter().find_map(process::find_program)?;
        let driver = process::find_program("chromedriver")?;
        Some(Self { browser, driver })
    }

    /// The one on `PATH`; on Debian it is installed when it is missing.
    ///
    /// # Errors
    /// When it is missing and cannot be installed from here.
    pub fn find_or_install() -> Result<Self> {
        if let Some(found) = Self::find() {
            return Ok(found);
        }
        apt::install(&["chromium", "chromium-driver"], "Chromium with its driver")?;
        match Self::find() {
            Some(installed) => Ok(installed),
            None => bail!("chromium and chromedriver are installed but not on PATH"),
        }
    }
}

/// Makes sure that Chinese text has glyphs, without which layouts and pictures of them are not
/// those that people see. Only Debian is known here; other desktops bring such fonts.
///
/// # Errors
/// When the font is missing and cannot be installed from here.
pub fn install_chinese_font() -> Result<()> {
    if process::find_program("dpkg-query").is_none() || apt::is_installed("fonts-noto-cjk") {
        return Ok(());
    }
    apt::install(&["fonts-noto-cjk"], "a font for Chinese")
}

/// Makes sure that the engine of Safari can be driven.
///
/// # Errors
/// When it is missing and cannot be installed from here.
pub fn install_webkit() -> Result<()> {
    // `xvfb-run` ends at once without `xauth`, which Debian only recommends beside it.
    let programs = [
        "WebKitWebDriver",
        "Xvfb",
        "xauth",
        "dbus-run-session",
        "dbus-launch",
    ];
    if programs
        .into_iter()
        .all(|name| process::find_program(name).is_some())
    {
        return Ok(());
    }
    apt::install(
        &["webkit2gtk-driver", "xvfb", "xauth", "dbus", "dbus-x11"],
        "WebKit with its driver",
    )
}
