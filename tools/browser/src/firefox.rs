//! Starts Firefox with a profile of its own (火狐浏览器), and speaks with it without a driver.
//!
//! Not here: finding or installing it, and what is said to it (`wire`).

use crate::process::Running;
use crate::webdriver::Session;
use anyhow::{Context, Result, ensure};
use serde_json::json;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// The file in the profile in which Firefox says on which port it listens.
const PORT_FILE: &str = "MarionetteActivePort";

/// How long it may take until it listens.
const PATIENCE: Duration = Duration::from_secs(60);

/// How its window is larger than the page in it, in CSS pixels; no window is narrower than 500.
const AROUND_THE_PAGE: (u32, u32) = (110, 120);

/// What every start of Firefox needs here: none of the pages and questions that it comes up with
/// itself, none of the add-ons that it brings along (which take a third of the start), downloads
/// without a question, timers that run behind other tabs as well, and a closed door in the place of
/// the network.
const SETTINGS: [(&str, &str); 36] = [
    ("marionette.port", "0"),
    ("browser.startup.page", "0"),
    ("browser.startup.homepage", "\"about:blank\""),
    ("browser.sessionstore.resume_from_crash", "false"),
    ("toolkit.startup.max_resumed_crashes", "-1"),
    (
        "toolkit.legacyUserProfileCustomizations.stylesheets",
        "true",
    ),
    ("intl.accept_languages", "\"zh-CN, zh\""),
    ("browser.download.folderList", "2"),
    ("browser.download.useDownloadDir", "true"),
    ("browser.download.alwaysOpenPanel", "false"),
    (
        "browser.download.always_ask_before_handling_new_types",
        "false",
    ),
    ("browser.download.manager.addToRecentDocs", "false"),
    ("dom.min_background_timeout_value", "4"),
    ("dom.timeout.enable_budget_timer_throttling", "false"),
    ("dom.ipc.processPrelaunch.enabled", "false"),
    ("dom.disable_open_during_load", "false"),
    ("network.proxy.type", "1"),
    ("network.proxy.http", "\"127.0.0.1\""),
    ("network.proxy.http_port", "9"),
    ("network.proxy.ssl", "\"127.0.0.1\""),
    ("network.proxy.ssl_port", "9"),
    ("network.dns.disablePrefetch", "true"),
    ("datareporting.policy.dataSubmissionEnabled", "false"),
    ("browser.translations.automaticallyPopup", "false"),
    ("extensions.enabledScopes", "0"),
    ("extensions.installDistroAddons", "false"),
    ("browser.aboutwelcome.enabled", "false"),
    ("browser.newtabpage.enabled", "false"),
    ("browser.startup.homepage_override.mstone", "\"ignore\""),
    ("browser.safebrowsing.malware.enabled", "false"),
    ("browser.safebrowsing.phishing.enabled", "false"),
    ("browser.pagethumbnails.capturing_disabled", "true"),
    ("app.normandy.enabled", "false"),
    ("toolkit.telemetry.enabled", "false"),
    ("datareporting.healthreport.uploadEnabled", "false"),
    (
        "services.settings.server",
        "\"data:,#remote-settings-dummy/v1\"",
    ),
];

/// How it is started.
#[derive(Clone, Copy, Debug)]
pub struct Launch<'a> {
    /// The browser.
    pub browser: &'a Path,
    /// The folder of the profile; what is in it from an earlier start stays.
    pub profile: &'a Path,
    /// Where it puts what is downloaded.
    pub downloads: &'a Path,
    /// Width and height of the page in CSS pixels.
    pub page: (u32, u32),
}

/// How often it is started at most: on a busy machine it ends at once every few hundred times.
const TRIES: u32 = 3;

/// Starts Firefox.
///
/// # Errors
/// When its profile cannot be written, or it does not come up however often it is tried.
pub fn start(launch: &Launch<'_>) -> Result<(Running, Session)> {
    let mut tried = 1;
    loop {
        match start_once(launch) {
            Err(_) if tried < TRIES => tried += 1,
            started => return started,
        }
    }
}

fn start_once(launch: &Launch<'_>) -> Result<(Running, Session)> {
    let profile = launch.profile;
    write_profile(launch)?;
    let mut command = Command::new(launch.browser);
    command
        .args(["--headless", "--no-remote", "--marionette"])
        // To read the errors on its console.
        .arg("--remote-allow-system-access")
        .arg("--profile")
        .arg(profile)
        .env("HOME", profile)
        .env("MOZ_CRASHREPORTER_DISABLE", "1")
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let mut running = Running::start(command)?;
    let port = port(&mut running, &profile.join(PORT_FILE))?;
    let asked = json!({"unhandledPromptBehavior": "ignore"});
    let session = Session::with_firefox(port, &asked)?;
    let ((width, height), around) = (launch.page, AROUND_THE_PAGE);
    session.resize(width + around.0, height + around.1)?;
    Ok((running, session))
}

fn write_profile(launch: &Launch<'_>) -> Result<()> {
    let profile = launch.profile;
    // Of a start before.
    let _ = fs::remove_file(profile.join(PORT_FILE));
    let downloads = json!(launch.downloads).to_string();
    let own = [("browser.download.dir", downloads.as_str())];
    let settings: String = SETTINGS
        .iter()
        .chain(&own)
        .map(|(name, value)| format!("user_pref(\"{name}\", {value});\n"))
        .collect();
    fs::write(profile.join("user.js"), settings).context("the profile cannot be written")?;
    // No window gets as narrow as a phone; the page in it does.
    let (width, height) = launch.page;
    let sizes = format!("max-width: {width}px; max-height: {height}px");
    fs::create_dir_all(profile.join("chrome"))?;
    let style = format!("browser[type=\"content\"] {{ {sizes} }}\n");
    Ok(fs::write(profile.join("chrome/userChrome.css"), style)?)
}

fn port(running: &mut Running, file: &Path) -> Result<u16> {
    let started = Instant::now();
    loop {
        if let Ok(text) = fs::read_to_string(file)
            && let Ok(port) = text.trim().parse()
        {
            return Ok(port);
        }
        ensure!(running.is_running(), "Firefox ended at once");
        ensure!(started.elapsed() < PATIENCE, "Firefox does not listen");
        std::thread::sleep(Duration::from_millis(50));
    }
}
