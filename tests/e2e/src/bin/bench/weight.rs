//! How much there is (分量): elements on a page.
//!
//! Not here: how many bytes come (`page`), and whether that is too much (`report`, and for the
//! files of the site `cargo xtask dist`).

use anyhow::{Context, Result};
use std::time::Duration;
use wuxing_e2e::audit::nodes;
use wuxing_e2e::person::Person;
use wuxing_e2e::routes;

/// Long enough for everything that moves in 200 ms.
const SETTLED: Duration = Duration::from_millis(350);

/// A page and how many elements it has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Its address inside the app.
    pub route: String,
    /// How many elements.
    pub nodes: u64,
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
