//! The app as one file, opened from the phone's own storage.

use crate::branch::{
    A_BASIC, answers_on, begins_a_village, goes_to_questions, is_told_that_it_is_saved,
};
use anyhow::{Result, ensure};
use wuxing_e2e::journey::{Journey, Stage};
use wuxing_e2e::programs::Engine;

/// The journeys of this file.
pub const JOURNEYS: &[Journey] = &[Journey::in_all(
    "one file: keeps answers",
    keeps_answers_in_one_file,
)];

/// It starts, is answered, is closed, and knows all of it when it is opened again.
fn keeps_answers_in_one_file(stage: &Stage) -> Result<()> {
    let mut secretary = stage.person()?;
    secretary.opens(&stage.file())?;
    begins_a_village(&secretary)?;
    goes_to_questions(&secretary, A_BASIC)?;
    secretary.answers(0, 0)?;
    secretary.answers(1, 1)?;
    is_told_that_it_is_saved(&secretary)?;
    let answers = answers_on(&secretary, A_BASIC)?;
    secretary.takes_a_picture("answered")?;

    match stage.engine {
        Engine::Chromium | Engine::Firefox => secretary.closes_and_opens_her_browser()?,
        // Under a driver this browser keeps nothing from one start to the next.
        Engine::Webkit => secretary.leaves_the_tab_and_opens_another()?,
    }
    secretary.opens(&stage.file())?;
    ensure!(
        answers_on(&secretary, A_BASIC)? == answers,
        "the answers are still there"
    );
    Ok(())
}
