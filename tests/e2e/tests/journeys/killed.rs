//! The phone needs the memory and ends the browser, from one moment to the next.

use crate::branch::{
    A_BASIC, WHAT_KIND, answers_on, begins_a_village, deletes_everything, goes_to_questions,
    is_told_that_it_is_saved,
};
use anyhow::{Result, ensure};
use std::time::{Duration, Instant};
use wuxing_e2e::edition;
use wuxing_e2e::journey::{Journey, Stage};
use wuxing_e2e::person::Person;
use wuxing_e2e::site::Site;

/// The journeys of this file.
pub const JOURNEYS: &[Journey] = &[
    Journey::in_chromium("killed: what was deleted stays deleted", stays_deleted),
    Journey::in_chromium(
        "deleted on a slow phone: stays deleted",
        stays_deleted_on_a_slow_phone,
    ),
    Journey {
        takes_minutes: true,
        ..Journey::in_chromium("killed: keeps the last answer", keeps_the_last_answer)
    },
];

/// Edits for minutes, more often than browsers like to write to disk. The browser is killed right
/// after 「已保存」 shows, and the last answer is there all the same.
fn keeps_the_last_answer(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let mut secretary = stage.person()?;
    secretary.opens(&site.address())?;
    begins_a_village(&secretary)?;
    goes_to_questions(&secretary, A_BASIC)?;
    let questions = secretary.questions()?.len();

    let long_enough = Duration::from_secs(if stage.programs.quick { 20 } else { 180 });
    let started = Instant::now();
    let mut edits = 0;
    while started.elapsed() < long_enough {
        secretary.answers(edits % questions, edits / questions % 2)?;
        edits += 1;
        secretary.sees_status("已保存")?;
        secretary.notes_what_happened()?;
        std::thread::sleep(Duration::from_secs(3));
    }
    secretary.answers(0, 2)?;
    is_told_that_it_is_saved(&secretary)?;
    let answers: Vec<_> = secretary
        .questions()?
        .into_iter()
        .map(|one| one.chosen)
        .collect();
    secretary.has_her_browser_killed()?;

    secretary.opens(&site.page(A_BASIC))?;
    goes_to_questions(&secretary, A_BASIC)?;
    let kept: Vec<_> = secretary
        .questions()?
        .into_iter()
        .map(|one| one.chosen)
        .collect();
    ensure!(
        kept == answers,
        "after {edits} edits there should be {answers:?}, not {kept:?}"
    );
    ensure!(
        !answers_on(&secretary, A_BASIC)?.is_empty(),
        "something was asked at all"
    );
    Ok(())
}

/// What was deleted does not come back, though the browser is killed as soon as she is told.
fn stays_deleted(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let mut secretary = stage.person()?;
    has_a_village_written_to_disk(&secretary, &site)?;
    deletes_everything(&secretary)?;
    secretary.has_her_browser_killed()?;

    secretary.opens(&site.address())?;
    secretary.sees(WHAT_KIND)?;
    ensure!(!secretary.reads("红旗村")?, "the village came back");
    Ok(())
}

/// The phone is slow, and the page is loaded again as soon as she is told.
fn stays_deleted_on_a_slow_phone(stage: &Stage) -> Result<()> {
    let slow = edition::with_slow_journal(&stage.programs.site)?;
    let site = Site::serve(slow.path())?;
    let secretary = stage.person()?;
    has_a_village_written_to_disk(&secretary, &site)?;
    deletes_everything(&secretary)?;
    secretary.reloads()?;
    secretary.goes_to("#/")?;
    secretary.sees(WHAT_KIND)
}

fn has_a_village_written_to_disk(secretary: &Person, site: &Site) -> Result<()> {
    secretary.opens(&site.address())?;
    begins_a_village(secretary)?;
    is_told_that_it_is_saved(secretary)?;
    // Browsers write localStorage to disk some seconds late.
    std::thread::sleep(Duration::from_secs(8));
    Ok(())
}
