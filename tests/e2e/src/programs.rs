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
    /// Gecko, and with it Firefox.
    Firefox,
}

impl Engine {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Webkit, Self::Firefox];

    /// The name that it is chosen by, and under which its journeys are told.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Webkit => "webkit",
            Self::Firefox => "firefox",
        }
    }

    /// The engines in a list such as `chromium,firefox`; `all` are all of them.
    ///
    /// # Errors
    /// When there is no engine of such a name.
    fn read_list(list: &str) -> Result<Vec<Self>> {
        if list == "all" {
            return Ok(Self::ALL.to_vec());
        }
        let names = list.split(',').map(str::trim);
        names
            .map(|name| {
                let found = Self::ALL.into_iter().find(|engine| engine.name() == name);
                found.with_context(|| format!("WUXING_BROWSERS names {name}"))
            })
            .collect()
    }
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
    /// Firefox, from `WUXING_FIREFOX` or else `firefox-esr` from `PATH`.
    pub firefox: PathBuf,
    /// Which engines are to be driven, from `WUXING_BROWSERS`: their names with commas, or `all`.
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
        let chosen = std::env::var("WUXING_BROWSERS");
        let engines = Engine::read_list(chosen.as_deref().unwrap_or("chromium"))?;
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
            firefox: path_of("WUXING_FIREFOX").unwrap_or_else(|| "firefox-esr".into()),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn engines_are_chosen_by_their_names() {
        fn check(list: &str, expected: Option<&[Engine]>) {
            let found = Engine::read_list(list).ok();
            assert_eq!(found.as_deref(), expected, "{list}");
        }

        check("chromium", Some(&[Engine::Chromium]));
        check("firefox, webkit", Some(&[Engine::Firefox, Engine::Webkit]));
        check("all", Some(&Engine::ALL));
        check("netscape", None);
    }
}
