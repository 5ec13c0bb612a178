//! What is driven and with what (被测与工具), from the environment that `cargo xtask test` sets.
//!
//! Not here: installing or building any of it; `cargo xtask` does that.

use anyhow::{Context, Result, ensure};
use std::path::{Path, PathBuf};

/// The engine of a browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, and with it nearly every browser on Android.
    Chromium,
    /// WebKit, and with it every browser on an iPhone.
    Webkit,
}

impl Engine {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Chromium, Self::Webkit];
}

/// The finished app and the programs that drive it.
#[derive(Clone, Debug)]
pub struct Programs {
    /// The folder with the app as a site, from `WUXING_SITE`.
    pub site: PathBuf,
    /// The app as one file, from `WUXING_FILE`.
    pub file: PathBuf,
    /// The script of axe-core, from `WUXING_AXE`.
    pub axe: Option<PathBuf>,
    /// `chromedriver`, from `WUXING_CHROMEDRIVER` or else from `PATH`.
    pub chromedriver: PathBuf,
    /// The browser itself, from `WUXING_CHROMIUM`; without it chromedriver looks for one.
    pub chromium: Option<PathBuf>,
    /// Which engines are to be driven, from `WUXING_BROWSERS` (`chromium` or `all`).
    pub engines: Vec<Engine>,
    /// Whether long journeys are cut short, from `WUXING_QUICK`.
    pub quick: bool,
    /// Where pictures go: `target/e2e`.
    pub pictures: PathBuf,
}

impl Programs {
    /// Reads the environment; nothing when `WUXING_SITE` is not set.
    ///
    /// # Errors
    /// When it names something that is not there.
    pub fn from_environment() -> Result<Option<Self>> {
        let Some(site) = path_of("WUXING_SITE") else {
            return Ok(None);
        };
        let file = path_of("WUXING_FILE").context("WUXING_FILE names the app as one file")?;
        ensure!(
            site.join("index.html").is_file(),
            "{} has no index.html",
            site.display()
        );
        ensure!(file.is_file(), "{} is not there", file.display());
        let all = std::env::var("WUXING_BROWSERS").is_ok_and(|which| which == "all");
        let engines = if all {
            Engine::ALL.to_vec()
        } else {
            vec![Engine::Chromium]
        };
        let programs = Self::of_site(site.canonicalize()?);
        Ok(Some(Self {
            file: file.canonicalize()?,
            engines,
            ..programs
        }))
    }

    /// For looking at a site in Chromium alone.
    pub fn of_site(site: PathBuf) -> Self {
        Self {
            file: site.join("index.html"),
            site,
            axe: path_of("WUXING_AXE"),
            chromedriver: path_of("WUXING_CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into()),
            chromium: path_of("WUXING_CHROMIUM"),
            engines: vec![Engine::Chromium],
            quick: std::env::var("WUXING_QUICK").is_ok_and(|value| value != "0"),
            pictures: root().join("target/e2e"),
        }
    }
}

/// The folder of the whole project.
pub fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here)
}

/// Paths may be relative to the folder of the project, which is not the folder that cargo runs
/// tests in.
fn path_of(variable: &str) -> Option<PathBuf> {
    let value = std::env::var_os(variable).filter(|value| !value.is_empty())?;
    let path = PathBuf::from(&value);
    let in_root = root().join(&path);
    if path.is_relative() && path.components().count() > 1 && in_root.exists() {
        return Some(in_root);
    }
    Some(path)
}
