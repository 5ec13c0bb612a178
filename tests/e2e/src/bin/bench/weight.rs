//! How much there is (分量): bytes that the first paint loads, and elements on a page.
//!
//! Not here: whether that is too much (`report`, and for the bytes `cargo xtask dist`).

use crate::host::Host;
use anyhow::{Context, Result};
use std::time::Duration;
use wuxing_e2e::audit::nodes;
use wuxing_e2e::person::Person;
use wuxing_e2e::routes;

/// Long enough for everything that moves in 200 ms.
const SETTLED: Duration = Duration::from_millis(350);

/// What of the files that a page names is loaded before it is painted.
const FIRST_PAINT: [&str; 3] = [".css", ".js", ".wasm"];

/// A page and how many elements it has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Its address inside the app.
    pub route: String,
    /// How many elements.
    pub nodes: u64,
}

/// How many bytes the page and the files that it names have in their brotli forms.
///
/// # Errors
/// When one of them has no such form.
pub fn first_paint_bytes(host: &Host) -> Result<u64> {
    let page = std::fs::read_to_string(host.folder.join("index.html"))?;
    let mut sum = 0;
    for name in std::iter::once("index.html").chain(files_named_by(&page)) {
        let file = host.folder.join(format!("{name}.br"));
        let data = std::fs::metadata(&file);
        sum += data
            .with_context(|| format!("{} is missing", file.display()))?
            .len();
    }
    Ok(sum)
}

/// Looks at every page with the example in it, and hands back the one with the most elements.
///
/// # Errors
/// When a page cannot be looked at.
pub fn longest_page(person: &Person) -> Result<Page> {
    let mut pages = routes::always();
    pages.extend(routes::of_basics_and_stars(person)?);
    pages.extend(routes::of_an_indicator(person)?);
    pages.extend(routes::of_the_ledger(person)?);
    let mut longest = Page::default();
    for route in pages {
        person.goes_to(&route)?;
        std::thread::sleep(SETTLED);
        let nodes = nodes(person)?;
        if nodes > longest.nodes {
            longest = Page { route, nodes };
        }
    }
    Ok(longest)
}

/// The page that is open.
///
/// # Errors
/// When it cannot be looked at.
pub fn this_page(person: &Person) -> Result<Page> {
    Ok(Page {
        route: String::new(),
        nodes: nodes(person)?,
    })
}

/// How many questions with radio buttons the page asks.
///
/// # Errors
/// When it cannot be looked at.
pub fn questions(person: &Person) -> Result<u64> {
    let count = "return document.querySelectorAll('fieldset').length;";
    person
        .runs(count, &[])?
        .as_u64()
        .context("a number of questions")
}

fn files_named_by(page: &str) -> impl Iterator<Item = &str> {
    let after = |attribute| page.split(attribute).skip(1);
    after(" href=\"")
        .chain(after(" src=\""))
        .filter_map(|rest| rest.split('"').next())
        .filter(|name| FIRST_PAINT.iter().any(|end| name.ends_with(end)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn style_scripts_and_module_are_loaded_first() {
        fn check(page: &str, expected: &[&str]) {
            assert_eq!(files_named_by(page).collect::<Vec<_>>(), expected);
        }

        check(
            "<link rel=\"icon\" href=\"icon.svg\"><link href=\"a.css\"><script src=\"b.js\">",
            &["a.css", "b.js"],
        );
        check(
            "<link rel=\"preload\" href=\"a.wasm\" as=\"fetch\">",
            &["a.wasm"],
        );
        check("<p>a.js</p>", &[]);
    }
}
