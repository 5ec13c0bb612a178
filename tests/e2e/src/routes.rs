//! The pages of the app (页面地址) as a person comes upon them: the ones that everybody has, and
//! those of the single basics, stars and indicators, which the standard names.
//!
//! Not here: what a page shows.

use crate::person::Person;
use anyhow::Result;

/// Pages whose address does not depend on the standard.
pub const ALWAYS: [&str; 15] = [
    "#/",
    "#/start",
    "#/assess",
    "#/assess/must",
    "#/assess/extras",
    "#/result",
    "#/history",
    "#/checklist",
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
        "#/checklist".to_owned(),
        "#/".to_owned(),
    ];
    pages.extend(of_basics_and_stars(person)?);
    for page in pages {
        person.goes_to(&page)?;
        std::thread::sleep(std::time::Duration::from_millis(200));
        // A folded list has its links too, though nobody sees them yet.
        person.runs(
            "document.querySelectorAll('details').forEach((one) => one.open = true);",
            &[],
        )?;
        if let Some(found) = linked(person, &["#/indicator/"])?.into_iter().next() {
            return Ok(Some(found));
        }
    }
    Ok(None)
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
