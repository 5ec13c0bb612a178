//! Starts of the app that are given up and made anew: where they need more than is there, and where
//! the engine stops them.

use crate::branch::{A_BASIC, answers_on};
use crate::parts::{LATE, begins_and_answers, has_still};
use crate::without_the_rest::stands_without_the_rest;
use anyhow::{Result, ensure};
use wuxing_e2e::edition;
use wuxing_e2e::journey::{Journey, Stage};
use wuxing_e2e::programs::Engine;
use wuxing_e2e::site::Site;

/// The journeys of this file.
pub const JOURNEYS: &[Journey] = &[
    Journey::in_all(
        "weak signal: a start that needs more is made anew",
        starts_anew_where_a_start_needs_more,
    ),
    Journey::in_all(
        "stopped by the engine: a start is made anew without waiting for the rest",
        starts_anew_without_the_rest_after_a_stop,
    ),
    // In Firefox, what a driver changes of the page's interfaces is not changed for the page.
    Journey {
        engines: &[Engine::Chromium, Engine::Webkit],
        ..Journey::in_chromium(
            "stopped by the engine: it opens again by itself",
            opens_again_after_the_engine_stopped_it,
        )
    },
    Journey::in_all(
        "weak signal: the journal is made without the rest",
        makes_its_journal_without_the_rest,
    ),
];

/// The slots are lost and the journal brings everything back, which no usual start runs. The start
/// is made anew once the rest is there, and stands with all that was entered.
fn starts_anew_where_a_start_needs_more(stage: &Stage) -> Result<()> {
    let late = edition::with_rest_on_its_way(&stage.programs.site)?;
    let site = Site::serve(late.path())?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    secretary.runs("window.letPartsCome();", &[])?;
    begins_and_answers(&secretary)?;
    let answers = answers_on(&secretary, A_BASIC)?;

    secretary.runs("localStorage.clear();", &[])?;
    secretary.opens_whatever_comes(&site.address())?;
    secretary.waits("the start does without the rest", || {
        let anew = "return document.documentElement.dataset.startedAnew !== undefined;";
        Ok(secretary.runs(anew, &[])? == true)
    })?;
    secretary.runs("window.letPartsCome();", &[])?;
    secretary.sees("红旗村党总支")?;
    has_still(&secretary, &answers)
}

/// WebKit has been seen to stop a sound app while it started, too. It was taken for a start that
/// lacks a module, and waited for the rest, which may be long in coming.
fn starts_anew_without_the_rest_after_a_stop(stage: &Stage) -> Result<()> {
    let late = edition::stopped_while_it_starts(&stage.programs.site)?;
    let site = Site::serve(late.path())?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    secretary.runs("window.letPartsCome();", &[])?;
    begins_and_answers(&secretary)?;
    let answers = answers_on(&secretary, A_BASIC)?;

    secretary.runs("window.stopNextStart();", &[])?;
    stands_without_the_rest(&secretary, &site.address())?;
    secretary.sees("红旗村党总支")?;
    let stopped = "return document.documentElement.dataset.startedAnew !== undefined;";
    ensure!(secretary.runs(stopped, &[])? == true, "nothing stopped it");
    secretary.runs("window.letPartsCome();", &[])?;
    has_still(&secretary, &answers)
}

/// WebKit has been seen to stop a sound app in the middle of drawing. It opens again by itself,
/// with what was saved, and says so; what stops it again at once is told by the rescue page.
fn opens_again_after_the_engine_stopped_it(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    begins_and_answers(&secretary)?;
    let answers = answers_on(&secretary, A_BASIC)?;
    secretary
        .watch
        .borrow_mut()
        .expects_error("Out of bounds memory access");

    secretary.runs(edition::STOPS_AT_NEXT_WORDS, &[])?;
    secretary.goes_to("#/me")?;
    secretary.sees("刚才停了一下")?;
    secretary.taps_button("知道了")?;
    secretary.sees_no("刚才停了一下")?;
    secretary.sees_heading("我的")?;
    ensure!(
        answers_on(&secretary, A_BASIC)? == answers,
        "what was saved is there"
    );

    secretary.runs(edition::STOPS_AT_NEXT_WORDS, &[])?;
    secretary.runs("location.hash = '#/checklist';", &[])?;
    std::thread::sleep(LATE);
    ensure!(
        !secretary.look("isRescue", &[])?.is_null(),
        "no rescue page stands"
    );
    Ok(())
}

/// The database is being made while the rest is missing, and the start may be given up meanwhile.
/// What it says can be taken up only while it says it: left lying, it would leave a journal that
/// takes nothing for ever.
fn makes_its_journal_without_the_rest(stage: &Stage) -> Result<()> {
    let late = edition::with_rest_and_database_on_their_way(&stage.programs.site)?;
    let site = Site::serve(late.path())?;
    let secretary = stage.person()?;
    secretary.opens_whatever_comes(&site.address())?;
    std::thread::sleep(LATE);
    secretary.runs("window.letPartsCome();", &[])?;
    secretary.waits_for_the_app()?;
    begins_and_answers(&secretary)
}
