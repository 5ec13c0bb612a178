//! A browser with its profile (浏览器), which can be killed and started again as a phone does it.
//!
//! Not here: what a person does in it (`person`).

use crate::patience::{LONG, Look, wait_for};
use crate::programs::{Engine, Programs};
use crate::webdriver::Session;
use anyhow::Result;
use serde_json::json;
use std::fs;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;
use tempfile::TempDir;
use wuxing_browser::chromium::{Chromium, Launch};
use wuxing_browser::firefox;
use wuxing_browser::process::Running;

/// A mid-range phone, in CSS pixels.
pub const PHONE: (u32, u32) = (390, 844);

/// What Chromium is told beside what every start of it needs.
const CHROMIUM_FLAGS: [&str; 6] = [
    "--disable-breakpad",
    "--disable-default-apps",
    "--lang=zh-CN",
    // Other tabs keep their timers, or a journey with two of them waits for minutes.
    "--disable-background-timer-throttling",
    "--disable-backgrounding-occluded-windows",
    // What leaves this machine by mistake meets a closed door instead of the network.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
];

/// How long a browser that was told to end may take to write what it has.
const ENDING: Duration = Duration::from_secs(20);

const MINI_BROWSER: &str = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";

/// A running browser. It ends, with its driver and its profile, when this is dropped.
pub struct Browser {
    /// Which one it is.
    pub engine: Engine,
    /// The connection to it.
    pub session: Session,
    driver: Running,
    programs: Programs,
    profile: TempDir,
}

impl Browser {
    /// Starts a browser with an empty profile.
    ///
    /// # Errors
    /// When it or its driver does not start.
    pub fn start(engine: Engine, programs: &Programs) -> Result<Self> {
        let profile = tempfile::tempdir()?;
        let (driver, session) = start(engine, programs, &profile)?;
        Ok(Self {
            engine,
            session,
            driver,
            programs: programs.clone(),
            profile,
        })
    }

    /// Ends the browser from one moment to the next; what it had not written to disk is lost.
    pub fn kill(&mut self) {
        self.driver.kill();
    }

    /// Starts the browser again with the same profile, after it was killed or closed.
    ///
    /// # Errors
    /// When it or its driver does not start.
    pub fn start_again(&mut self) -> Result<()> {
        self.driver.kill();
        let (driver, session) = start(self.engine, &self.programs, &self.profile)?;
        self.driver = driver;
        self.session = session;
        Ok(())
    }

    /// The folder into which pages download.
    pub fn downloads(&self) -> PathBuf {
        downloads_in(&self.profile)
    }

    /// Closes the browser in good order, until it is started again.
    pub fn close(&mut self) {
        self.quit();
        self.driver.kill();
    }

    /// Closes the browser in good order and starts it again with the same profile.
    ///
    /// # Errors
    /// When it or its driver does not start.
    pub fn close_and_start_again(&mut self) -> Result<()> {
        self.quit();
        self.start_again()
    }

    fn quit(&mut self) {
        self.session.quit();
        // A driver waits for its browser; nobody else waits for this one.
        if self.engine == Engine::Firefox {
            self.driver.ends_within(ENDING);
        }
    }

    /// Takes from Chromium's profile all that was fetched and what was made of it: its caches, and
    /// service workers with their files. What pages have stored stays. The browser must be closed.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn forget_what_was_fetched(&self) -> Result<()> {
        for name in ["Cache", "Code Cache", "Service Worker"] {
            let folder = self.profile.path().join("Default").join(name);
            if folder.exists() {
                fs::remove_dir_all(folder)?;
            }
        }
        Ok(())
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if self.driver.is_running() {
            self.session.quit();
        }
    }
}

fn start(engine: Engine, programs: &Programs, profile: &TempDir) -> Result<(Running, Session)> {
    match engine {
        Engine::Chromium => start_chromium(programs, profile),
        Engine::Webkit => start_webkit(profile),
        Engine::Firefox => firefox::start(&firefox::Launch {
            browser: &programs.firefox,
            profile: profile.path(),
            downloads: &downloads_in(profile),
            page: PHONE,
        }),
    }
}

fn start_chromium(programs: &Programs, profile: &TempDir) -> Result<(Running, Session)> {
    // A killed browser leaves these behind; they name a process that is no more.
    for left_over in [
        "SingletonLock",
        "SingletonSocket",
        "SingletonCookie",
        "DevToolsActivePort",
    ] {
        let _ = fs::remove_file(profile.path().join(left_over));
    }
    let chromium = Chromium {
        browser: programs.chromium.clone(),
        driver: programs.chromedriver.clone(),
    };
    let (driver, session) = chromium.start(&Launch {
        profile: profile.path(),
        flags: &CHROMIUM_FLAGS,
        options: json!({"mobileEmulation": {"deviceMetrics": {
            "width": PHONE.0, "height": PHONE.1, "pixelRatio": 2, "touch": true, "mobile": true,
        }}}),
        logs: &["browser", "performance"],
    })?;
    let downloads = json!({"behavior": "allow", "downloadPath": downloads_in(profile)});
    session.chromium("Browser.setDownloadBehavior", &downloads)?;
    Ok((driver, session))
}

fn downloads_in(profile: &TempDir) -> PathBuf {
    profile.path().join("downloads")
}

/// `WebKitWebDriver` wants a display and a message bus; both are its own and end with it. The
/// browser downloads into the folder that the desktop names for it.
fn start_webkit(profile: &TempDir) -> Result<(Running, Session)> {
    let port = free_port()?;
    let (settings, downloads) = (profile.path().join("config"), downloads_in(profile));
    fs::create_dir_all(&settings)?;
    fs::create_dir_all(&downloads)?;
    let named = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", downloads.display());
    fs::write(settings.join("user-dirs.dirs"), named)?;
    let mut command = Command::new("dbus-run-session");
    command
        .args([
            "--",
            "xvfb-run",
            "--auto-servernum",
            "--server-args=-screen 0 1280x1024x24",
        ])
        .arg("WebKitWebDriver")
        .arg(format!("--port={port}"))
        .env("HOME", profile.path())
        .env("XDG_CONFIG_HOME", settings)
        .env("XDG_DATA_HOME", profile.path().join("data"))
        .env("XDG_CACHE_HOME", profile.path().join("cache"))
        .env("XDG_RUNTIME_DIR", profile.path())
        .env("LANG", "C.UTF-8")
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let mut driver = Running::start(command)?;
    wait_for(LONG, || {
        anyhow::ensure!(driver.is_running(), "WebKitWebDriver ended at once");
        Ok(match TcpStream::connect((Ipv4Addr::LOCALHOST, port)) {
            Ok(_) => Look::Found(()),
            Err(error) => Look::NotYet(format!("WebKitWebDriver does not listen: {error}")),
        })
    })?;
    let capabilities = json!({
        "webkitgtk:browserOptions": {"binary": MINI_BROWSER, "args": ["--automation"]},
        "unhandledPromptBehavior": "ignore",
    });
    let session = Session::start(port, &capabilities)?;
    // A window has a frame; the page inside comes close to the phone's width.
    session.resize(PHONE.0, PHONE.1)?;
    Ok((driver, session))
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
        .local_addr()?
        .port())
}
