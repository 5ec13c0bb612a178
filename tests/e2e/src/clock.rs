//! A browser whose clock stands where a story needs it (时钟), so that a year can be lived through in
//! a minute.
//!
//! The page gets a script of its own origin that moves `Date`, and nothing else. From one visit to
//! the next the day can be another one; while a page is open its clock goes on as usual. Not here:
//! other editions of the app (`edition`).

use crate::edition;
use anyhow::{Context, Result, ensure};
use std::path::Path;
use tempfile::TempDir;

/// The name of the script beside the page; the service worker does not keep it.
const FILE: &str = "clock.js";

/// A copy of the app in which a visit begins at nine in the morning of a chosen day.
pub struct WithClock {
    folder: TempDir,
}

impl WithClock {
    /// A copy of this site in which it is this day, such as `2026-01-05`.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn of(site: &Path, day: &str) -> Result<Self> {
        let clock = Self {
            folder: edition::with_script_file(site, FILE, "")?,
        };
        clock.turns_to(day)?;
        Ok(clock)
    }

    /// Where the copy is.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// From the next visit on it is this day.
    ///
    /// # Errors
    /// When it is no day, or cannot be written.
    pub fn turns_to(&self, day: &str) -> Result<()> {
        let file = self.folder.path().join(FILE);
        std::fs::write(&file, script(day)?).with_context(|| format!("{} is lost", file.display()))
    }
}

/// Moves the clock of the page that it runs in.
fn script(day: &str) -> Result<String> {
    let parts: Vec<u32> = day.split('-').map_while(|part| part.parse().ok()).collect();
    let [year, month, day_of_month] = parts[..] else {
        anyhow::bail!("{day} is no day");
    };
    ensure!((1..=12).contains(&month), "{day} is no day");
    let month_from_zero = month - 1;
    Ok(format!(
        "(() => {{\n\
         const begun = Date.now();\n\
         const ahead = new Date({year}, {month_from_zero}, {day_of_month}, 9).getTime() - begun;\n\
         window.Date = new Proxy(Date, {{\n\
           construct: (real, parts, target) =>\n\
             Reflect.construct(real, parts.length ? parts : [real.now() + ahead], target),\n\
           apply: (real) => new real(real.now() + ahead).toString(),\n\
           get: (real, name) =>\n\
             (name === 'now' ? () => real.now() + ahead : Reflect.get(real, name)),\n\
         }});\n\
         }})();\n"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_written_into_the_script() {
        fn check(day: &str, expected: Option<&str>) {
            match (script(day), expected) {
                (Ok(script), Some(part)) => assert!(script.contains(part), "{script}"),
                (Err(_), None) => {}
                (other, _) => panic!("{day}: {other:?}"),
            }
        }

        check("2026-01-05", Some("new Date(2026, 0, 5, 9)"));
        check("2027-12-31", Some("new Date(2027, 11, 31, 9)"));
        check("2026-13-01", None);
        check("2026-01", None);
        check("today", None);
    }
}
