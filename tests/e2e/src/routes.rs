//! The pages of the app (页面地址) as a person comes upon them: the ones that everybody has, those of
//! the single basics, stars and indicators, which the standard names, and those of what she
//! entered.
//!
//! Not here: what a page shows.

use crate::person::Person;
use anyhow::Result;

/// Pages whose address does not depend on the standard.
pub const ALWAYS: [&str; 24] = [
    "#/",
    "#/start",
    "#/assess",
    "#/assess/must",
    "#/assess/extras",
    "#/result",
    "#/history",
    "#/checklist",
    "#/checklist/all",
    "#/checklist/unmet",
    "#/checklist/month/2026-11",
    "#/checklist/year/2026",
    "#/duties",
    "#/records",
    "#/rectifications",
    "#/quorum",
    "#/calendar",
    "#/standard",
    "#/standard/local",
    "#/me",
    "#/me/profile",
    "#/me/data",
    "#/me/import",
    "#/nowhere",
];

/// The pages of the basics and stars, from the links on the page that lists them.
///
/// # Errors
/// When the page cannot be looked at.
pub fn of_basics_and_stars(person: &Person) -> Result<Vec<String>> {
    person.goes_to("#/assess")?;
    let mut found = Vec::new();
    person.waits("no basic is linked to", || {
        found = linked(person, &["#/assess/basic/", "#/assess/star/"])?;
        Ok(!found.is_empty())
    })?;
    Ok(found)
}

/// The page of one indicator, from the links on pages that name some.
///
/// # Errors
/// When no page can be looked at.
pub fn of_an_indicator(person: &Person) -> Result<Option<String>> {
    let mut pages = vec![
        "#/result".to_owned(),
        "#/checklist/unmet".to_owned(),
        "#/".to_owned(),
    ];
    pages.extend(of_basics_and_stars(person)?);
    for page in pages {
        let found = on_page(person, &page, &["#/indicator/"])?;
        if let Some(found) = found.into_iter().next() {
            return Ok(Some(found));
        }
    }
    Ok(None)
}

/// The pages of the checklist that depend on what was entered: the present month and year, a duty,
/// a record, a rectification, every mechanism that is on, and a card of each that has one.
///
/// # Errors
/// When a page cannot be looked at.
pub fn of_the_ledger(person: &Person) -> Result<Vec<String>> {
    let mut found = Vec::new();
    let times = ["#/checklist/month/", "#/checklist/year/"];
    found.extend(on_page(person, "#/checklist", &times)?);
    let mechanisms = on_page(person, "#/checklist/all", &["#/mechanism/"])?;
    let singles = [
        ("#/checklist", "#/duty/"),
        ("#/records", "#/record/"),
        ("#/rectifications", "#/rectification/"),
    ];
    let cards = mechanisms.iter().map(|page| (page.as_str(), "#/card/"));
    let mut first_ones = Vec::new();
    for (page, beginning) in singles.into_iter().chain(cards) {
        first_ones.extend(on_page(person, page, &[beginning])?.into_iter().next());
    }
    found.extend(mechanisms);
    found.extend(first_ones);
    let mut seen = std::collections::BTreeSet::new();
    found.retain(|address| seen.insert(address.clone()));
    Ok(found)
}

/// The pages that grow with what is entered.
///
/// # Errors
/// When a page cannot be looked at.
pub fn of_a_busy_branch(person: &Person) -> Result<Vec<String>> {
    let grows = [
        "#/",
        "#/records",
        "#/rectifications",
        "#/checklist",
        "#/checklist/all",
        "#/duties",
    ];
    let mut pages: Vec<String> = grows.map(str::to_owned).to_vec();
    pages.extend(of_the_ledger(person)?);
    Ok(pages)
}

/// As a part of a file's name.
pub fn as_file_name(route: &str) -> String {
    let name = route.trim_start_matches("#/").replace('/', "-");
    if name.is_empty() {
        "home".to_owned()
    } else {
        name
    }
}

/// Links of a page that lead to addresses that begin so; there may be none.
fn on_page(person: &Person, page: &str, beginnings: &[&str]) -> Result<Vec<String>> {
    person.goes_to(page)?;
    std::thread::sleep(std::time::Duration::from_millis(200));
    // A folded list has its links too, though nobody sees them yet.
    person.unfolds_everything()?;
    linked(person, beginnings)
}

fn linked(person: &Person, beginnings: &[&str]) -> Result<Vec<String>> {
    let mut found: Vec<String> = person.addresses()?;
    found.retain(|address| {
        beginnings
            .iter()
            .any(|beginning| address.starts_with(beginning))
    });
    let mut seen = std::collections::BTreeSet::new();
    found.retain(|address| seen.insert(address.clone()));
    Ok(found)
}
