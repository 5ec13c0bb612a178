//! Finds the browsers that tests drive, and installs them on Debian. How they are driven is in
//! `browser`.

use super::apt;
use crate::process;
use anyhow::{Context, Result, bail};
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

    /// The one on `PATH`.
    ///
    /// # Errors
    /// When browser or driver is missing.
    pub fn required() -> Result<Self> {
        Self::find().context("no Chromium with chromedriver is here; `cargo xtask setup` gets it")
    }

    /// Installs it, on Debian.
    ///
    /// # Errors
    /// When it cannot be installed from here.
    pub fn install() -> Result<()> {
        apt::install(&["chromium", "chromium-driver"], "Chromium with its driver")?;
        if Self::find().is_none() {
            bail!("chromium and chromedriver are installed but not on PATH");
        }
        Ok(())
    }
}

/// Firefox, the one of Debian or another on `PATH`. It needs no driver.
pub fn firefox() -> Option<PathBuf> {
    let names = ["firefox-esr", "firefox"];
    names.into_iter().find_map(process::find_program)
}

/// Installs Firefox, on Debian.
///
/// # Errors
/// When it cannot be installed from here.
pub fn install_firefox() -> Result<()> {
    apt::install(&["firefox-esr"], "Firefox")
}

/// Whether Chinese text has glyphs, without which layouts and pictures of them are not those that
/// people see. Only Debian is known here; other desktops bring such fonts.
pub fn has_chinese_font() -> bool {
    process::find_program("dpkg-query").is_none() || apt::is_installed("fonts-noto-cjk")
}

/// Installs a font for Chinese, on Debian.
///
/// # Errors
/// When it cannot be installed from here.
pub fn install_chinese_font() -> Result<()> {
    apt::install(&["fonts-noto-cjk"], "a font for Chinese")
}

/// Whether the engine of Safari can be driven.
pub fn has_webkit() -> bool {
    // `xvfb-run` ends at once without `xauth`, which Debian only recommends beside it.
    let programs = [
        "WebKitWebDriver",
        "Xvfb",
        "xauth",
        "dbus-run-session",
        "dbus-launch",
    ];
    programs
        .into_iter()
        .all(|name| process::find_program(name).is_some())
}

/// Installs the engine of Safari with its driver, on Debian.
///
/// # Errors
/// When it cannot be installed from here.
pub fn install_webkit() -> Result<()> {
    apt::install(
        &["webkit2gtk-driver", "xvfb", "xauth", "dbus", "dbus-x11"],
        "WebKit with its driver",
    )
}
