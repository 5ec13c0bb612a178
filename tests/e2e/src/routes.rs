//! The pages of the app (页面地址) as a person comes upon them: the ones that everybody has, those of
//! the single basics, stars and indicators, which the standard names, and those of what she
//! entered.
//!
//! Not here: what a page shows.

use crate::person::Person;
use anyhow::Result;

// The addresses stand in the table of the app and nowhere else. It is read, and nothing of the app
// is compiled for it.
#[path = "../../../src/ui/route/table.rs"]
mod table;

/// The address of a row, if its page is there whatever the standard says and is entered.
macro_rules! address_of_row {
    ($address:literal) => {
        Some(concat!("#/", $address))
    };
    ($address:literal, $kind:ty) => {
        None
    };
    ($address:literal, $kind:ty, $always:literal) => {
        Some(concat!("#/", $address, "/", $always))
    };
}

macro_rules! addresses_of_pages {
    ($(
        $part:ident($pages:ident) { $(
            $(#[$about:meta])*
            $route:ident $(($argument:ident: $kind:ty $(, always $always:literal)?))?
            $address:literal =>
                $(tab $tab:ident,)?
                $(below $above:ident $(($above_argument:expr))?,)?
                $(stands $alone:ident,)?
                $(title $area:ident . $text:ident,)?
                $(titled $title:ident,)?
                page $module:ident :: $page:ident;
        )* }
    )*) => {
        const ADDRESSES: &[Option<&str>] = &[
            $($( address_of_row!($address $(, $kind $(, $always)?)?), )*)*
            // What cannot be found has a page too.
            Some("#/nowhere"),
        ];
    };
}

table::routes!(addresses_of_pages);

/// Pages that are there whatever the standard says and is entered.
pub fn always() -> Vec<String> {
    let addresses = ADDRESSES.iter().flatten();
    addresses.map(|address| (*address).to_owned()).collect()
}

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

/// The pages of what goes out: every handout, the sheets of a meeting, and a period for others.
///
/// # Errors
/// When a page cannot be looked at.
pub fn of_what_goes_out(person: &Person) -> Result<Vec<String>> {
    let mut found = on_page(person, "#/handouts", &["#/handout/"])?;
    let records = on_page(person, "#/records", &["#/record/"])?;
    if let Some(record) = records.first() {
        found.extend(on_page(person, record, &["#/handouts/of/"])?);
    }
    found.extend(on_page(person, "#/me/data", &["#/me/export/"])?);
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
    let name = route
        .trim_start_matches("#/")
        .replace(['/', ' ', '(', ')'], "-");
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pages_that_are_always_there_are_found_in_the_table() {
        let found = always();
        for address in [
            "#/",
            "#/assess/must",
            "#/checklist/month/2026-11",
            "#/nowhere",
        ] {
            assert!(found.iter().any(|one| one == address), "{address}");
        }
        // What somebody has to enter first is found by the links to it.
        assert!(found.iter().all(|one| !one.starts_with("#/record/")));
    }
}
