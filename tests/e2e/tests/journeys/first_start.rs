//! The first start: from nothing to a result that is still there tomorrow.

use crate::branch::{
    answers_everything, answers_on, begins_a_village, goes_to_questions, is_told_that_it_is_saved,
    outcome,
};
use anyhow::{Result, ensure};
use wuxing_e2e::journey::Stage;
use wuxing_e2e::routes;

/// A village is entered, everything in the five basics and one star is answered by tapping, and
/// after loading the page again all of it is there.
pub fn a_village_is_assessed(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    secretary.sees("没有服务器，不上传，不排名")?;
    secretary.takes_a_picture("welcome")?;
    begins_a_village(&secretary)?;
    secretary.takes_a_picture("overview")?;

    let pages = routes::of_basics_and_stars(&secretary)?;
    let (basics, stars): (Vec<&String>, Vec<&String>) =
        pages.iter().partition(|page| page.contains("/basic/"));
    ensure!(
        basics.len() == 5 && stars.len() == 5,
        "five basics and five stars: {pages:?}"
    );
    for page in basics.iter().chain(stars.first()) {
        goes_to_questions(&secretary, page)?;
        let answered = answers_everything(&secretary)?;
        ensure!(answered > 0, "nothing could be answered on {page}");
        is_told_that_it_is_saved(&secretary)?;
    }
    secretary.takes_a_picture("answered")?;

    let before = outcome(&secretary)?;
    ensure!(
        before.contains("五个基都达标"),
        "every basic is met: {before}"
    );
    secretary.takes_a_picture("result")?;
    let answers = answers_on(&secretary, basics[0])?;

    secretary.reloads()?;
    ensure!(
        outcome(&secretary)? == before,
        "the result is the same after loading again"
    );
    ensure!(
        answers_on(&secretary, basics[0])? == answers,
        "so is every answer"
    );
    Ok(())
}
