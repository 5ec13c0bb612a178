//! Starts that do without the rest of the app, which a recorded start does without: on a phone that
//! is slow, and with a standard of her own.
//!
//! Not here: what happens to a start that needs more (`starts_anew`).

use crate::branch::{A_BASIC, answers_on, begins_a_village};
use crate::own_standard::uses_a_table;
use crate::parts::{LATE, begins_and_answers, has_still};
use anyhow::{Result, ensure};
use wuxing_e2e::edition;
use wuxing_e2e::journey::{Journey, Stage};
use wuxing_e2e::person::Person;
use wuxing_e2e::site::Site;

/// The journeys of this file.
pub const JOURNEYS: &[Journey] = &[
    Journey::in_all(
        "weak signal: a slow database does not make a start wait",
        does_without_the_rest_where_the_database_is_slow,
    ),
    Journey::in_all(
        "weak signal: a standard of her own does not make a start wait",
        does_without_the_rest_with_an_own_standard,
    ),
];

/// The pages at which the app usually opens, one of each kind.
const USUAL: [&str; 3] = ["", "#/assess", "#/result"];

/// The database is open after the page stands, and a start takes in what it holds without the rest.
///
/// No recorded start had met that, so that such a one was given up and waited for all of the app:
/// on a phone that is busy, and in these journeys under load.
fn does_without_the_rest_where_the_database_is_slow(stage: &Stage) -> Result<()> {
    let late = edition::with_rest_on_its_way_and_slow_database(&stage.programs.site)?;
    let site = Site::serve(late.path())?;
    let secretary = stage.person()?;
    // The very first start may need the rest where the database is slow.
    secretary.opens_whatever_comes(&site.address())?;
    secretary.runs("window.letPartsCome();", &[])?;
    secretary.waits_for_the_app()?;
    begins_and_answers(&secretary)?;
    let answers = answers_on(&secretary, A_BASIC)?;

    for page in USUAL {
        stands_without_the_rest(&secretary, &format!("{}{page}", site.address()))?;
        std::thread::sleep(LATE);
        was_not_begun_anew(&secretary)?;
    }
    secretary.runs("window.letPartsCome();", &[])?;
    has_still(&secretary, &answers)
}

/// A table of her county is in use. It is read like every document, and asked as it says; no start
/// with one was recorded once, so that each was begun twice.
fn does_without_the_rest_with_an_own_standard(stage: &Stage) -> Result<()> {
    let late = edition::with_rest_on_its_way(&stage.programs.site)?;
    let site = Site::serve(late.path())?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    secretary.runs("window.letPartsCome();", &[])?;
    begins_a_village(&secretary)?;
    uses_a_table(&secretary)?;

    for page in USUAL {
        stands_without_the_rest(&secretary, &format!("{}{page}", site.address()))?;
        was_not_begun_anew(&secretary)?;
    }
    secretary.runs("window.letPartsCome();", &[])?;
    secretary.goes_to("#/assess")?;
    secretary.sees("责任落实")
}

/// Opens a page again, which stands although the rest does not come.
///
/// # Errors
/// When it does not.
pub fn stands_without_the_rest(secretary: &Person, address: &str) -> Result<()> {
    secretary.opens_whatever_comes(address)?;
    secretary.waits("the page stands without the rest", || {
        Ok(secretary.look("isReady", &[])? == true)
    })
}

/// What she has before her is the first start of the page, which lacked nothing.
///
/// # Errors
/// When it is not.
pub fn was_not_begun_anew(secretary: &Person) -> Result<()> {
    let why = "return document.documentElement.dataset.startedAnew ?? null;";
    let why = secretary.runs(why, &[])?;
    ensure!(why.is_null(), "the start was made anew: {why}");
    Ok(())
}
