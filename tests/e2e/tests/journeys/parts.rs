//! The parts of the app that come after the first paint: what a person can do before they are
//! there, and what she is told when they do not come.

use crate::branch::{
    A_BASIC, WHAT_KIND, answers_on, begins_a_village, goes_to_questions, is_told_that_it_is_saved,
    outcome,
};
use crate::without_the_rest::{stands_without_the_rest, was_not_begun_anew};
use anyhow::{Result, ensure};
use serde_json::json;
use std::time::Duration;
use wuxing_e2e::edition;
use wuxing_e2e::journey::{Journey, Stage};
use wuxing_e2e::person::Person;
use wuxing_e2e::site::Site;

/// The journeys of this file.
pub const JOURNEYS: &[Journey] = &[
    Journey::in_all(
        "weak signal: a page comes at the second try",
        comes_at_the_second_try,
    ),
    Journey::in_all(
        "weak signal: what comes later leaves her fields alone",
        leaves_her_fields_alone,
    ),
    Journey::in_all(
        "weak signal: taps wait for the rest",
        keeps_taps_until_the_rest_comes,
    ),
    Journey::in_all(
        "weak signal: what was tapped is done when the rest is late",
        does_what_was_tapped_when_the_rest_is_late,
    ),
    Journey::in_all(
        "gone from the server: the start goes on",
        goes_on_without_the_rest,
    ),
    Journey::in_all(
        "an office: its questions come later",
        waits_for_the_questions_of_an_office,
    ),
];

/// What comes from this machine is there and taken in by then.
const LONG_ENOUGH_FOR_PARTS: Duration = Duration::from_millis(1_500);

const CANNOT_BE_OPENED: &str = "这里没能打开";

const REST_MISSING: &str = "其余部分没能下载";
const REST_COMING: &str = "还有一部分没下载完";

/// What stands on the page to which the first tap leads.
const AFTER_THE_TAP: &str = "设支委会吗";

/// As long as the rest takes with a weak signal.
pub const LATE: Duration = Duration::from_secs(5);

/// With nothing but the first part she begins and answers. A page beyond it says that it cannot be
/// opened, and opens once the server answers again.
fn comes_at_the_second_try(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    withholds_parts(&site, stage)?;
    secretary.watch.borrow_mut().expects_error("503");
    secretary.opens(&site.address())?;
    begins_and_answers(&secretary)?;
    let answers = answers_on(&secretary, A_BASIC)?;

    secretary.goes_to("#/result")?;
    secretary.sees(CANNOT_BE_OPENED)?;
    secretary.taps_button("再试一次")?;
    secretary.sees(CANNOT_BE_OPENED)?;
    secretary.takes_a_picture("cannot-be-opened")?;

    site.mend();
    secretary.taps_button("再试一次")?;
    outcome(&secretary)?;
    ensure!(
        answers_on(&secretary, A_BASIC)? == answers,
        "the answers are all there"
    );
    secretary.goes_to("#/me/data")?;
    secretary.sees("给自己留一份")
}

/// The server is gone after the first paint. She goes on answering, and after a reload with a
/// server everything is there.
fn goes_on_without_the_rest(stage: &Stage) -> Result<()> {
    let mut site = stage.site()?;
    let secretary = stage.person()?;
    withholds_parts(&site, stage)?;
    for error in ["503", "ERR_CONNECTION_REFUSED"] {
        secretary.watch.borrow_mut().expects_error(error);
    }
    secretary.opens(&site.address())?;
    site.stop();
    begins_and_answers(&secretary)?;
    let answers = answers_on(&secretary, A_BASIC)?;
    secretary.goes_to("#/me/data")?;
    secretary.sees(CANNOT_BE_OPENED)?;

    site.mend();
    site.start()?;
    secretary.taps_button("重新打开")?;
    secretary.sees("给自己留一份")?;
    ensure!(
        answers_on(&secretary, A_BASIC)? == answers,
        "the answers are all there"
    );
    Ok(())
}

/// The rest comes while she fills in the first page: her fields stay as they are, with the cursor.
/// They used to be made anew, and a tap that came just then was lost.
fn leaves_her_fields_alone(stage: &Stage) -> Result<()> {
    let waiting = edition::with_parts_on_their_way(&stage.programs.site)?;
    let site = Site::serve(waiting.path())?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    secretary.taps_button_in(WHAT_KIND, "村")?;
    secretary.writes("组织名称", "红旗村")?;
    secretary.waits("the parts are not asked for", || {
        let asked = secretary.runs("return window.partsAsked;", &[])?;
        Ok(asked.as_u64() >= Some(1))
    })?;
    secretary.runs(
        "window.pieces = [...document.querySelectorAll('main input, main button')];
         window.field = window.pieces.find((one) => one.value === '红旗村');
         window.field.focus();
         window.changes = [];
         const note = (one) => window.changes.push(one.attributeName ?? one.type);
         const everything = { subtree: true, childList: true, attributes: true };
         new MutationObserver((all) => all.forEach(note))
           .observe(document.querySelector('main'), everything);
         window.letPartsCome();",
        &[],
    )?;
    std::thread::sleep(LONG_ENOUGH_FOR_PARTS);
    let stays = "return window.pieces.every((one) => one.isConnected)
                   && document.activeElement === window.field;";
    ensure!(
        secretary.runs(stays, &[])? == true,
        "the page was made anew while she was in it"
    );
    let changes = secretary.runs("return window.changes;", &[])?;
    ensure!(changes == json!([]), "the page was changed: {changes}");
    secretary.writes("组织名称", "党总支")?;
    secretary.taps_button("开始自评")?;
    secretary.sees_heading("自评")?;
    secretary.goes_to("#/")?;
    secretary.sees("红旗村党总支")
}

/// The rest, which the first page does without, does not come. The page stands, says what it waits
/// for and keeps what she taps; when it comes after all, that is done.
fn keeps_taps_until_the_rest_comes(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    withholds(&site, stage, "rest-")?;
    secretary.watch.borrow_mut().expects_error("503");
    secretary.opens(&site.address())?;
    secretary.taps_button_in(WHAT_KIND, "村")?;
    secretary.sees(REST_MISSING)?;
    secretary.taps_button("再试一次 Try again")?;
    secretary.sees(REST_MISSING)?;
    ensure!(
        !secretary.reads(AFTER_THE_TAP)?,
        "her tap waits for the rest"
    );
    secretary.takes_a_picture("rest-missing")?;

    site.mend();
    secretary.sees(AFTER_THE_TAP)?;
    secretary.sees_no(REST_MISSING)?;
    goes_on_and_answers(&secretary)
}

/// The rest takes long, at the very first start and at one with data. What she taps in the meantime
/// is done when it is there, all of it and in order.
///
/// What waited on something that an earlier tap had taken away once stopped the app: the page of
/// home listens for an offer of the browser, and was left before the offer had its turn.
fn does_what_was_tapped_when_the_rest_is_late(stage: &Stage) -> Result<()> {
    let late = edition::with_rest_on_its_way(&stage.programs.site)?;
    let site = Site::serve(late.path())?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    secretary.taps_button_in(WHAT_KIND, "村")?;
    secretary.sees(REST_COMING)?;
    secretary.taps_button_in(WHAT_KIND, "机关")?;
    secretary.taps_button_in(WHAT_KIND, "村")?;
    std::thread::sleep(LATE);
    ensure!(
        !secretary.reads(AFTER_THE_TAP)?,
        "her taps wait for the rest"
    );
    secretary.runs("window.letPartsCome();", &[])?;
    secretary.sees_no(REST_COMING)?;
    secretary.sees(AFTER_THE_TAP)?;
    goes_on_and_answers(&secretary)?;
    let answers = answers_on(&secretary, A_BASIC)?;

    stands_without_the_rest(&secretary, &site.address())?;
    secretary.sees("红旗村党总支")?;
    secretary.goes_to("#/assess")?;
    let offer = "window.dispatchEvent(new Event('beforeinstallprompt'));";
    secretary.runs(offer, &[])?;
    std::thread::sleep(LATE);
    was_not_begun_anew(&secretary)?;
    secretary.sees("红旗村党总支")?;
    secretary.runs("window.letPartsCome();", &[])?;
    secretary.sees_heading("自评")?;
    has_still(&secretary, &answers)
}

/// She finds the answers that she gave.
///
/// # Errors
/// When one of them is another.
pub fn has_still(secretary: &Person, answers: &[(String, String)]) -> Result<()> {
    ensure!(
        answers_on(secretary, A_BASIC)? == answers,
        "the answers are all there"
    );
    Ok(())
}

/// An office is not what most are: its questions come after the first paint. They are asked for
/// again until they come, and nothing begins without them.
fn waits_for_the_questions_of_an_office(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    withholds_parts(&site, stage)?;
    secretary.watch.borrow_mut().expects_error("503");
    secretary.opens(&site.address())?;
    secretary.taps_button_in(WHAT_KIND, "机关")?;
    secretary.sees(CANNOT_BE_OPENED)?;
    ensure!(
        secretary.fields("组织名称")?.is_empty(),
        "nothing begins without the questions"
    );

    site.mend();
    // The app asks in the background as well, and may be the first of the two.
    let came_by_itself = secretary.taps_button("再试一次").is_err();
    stage.says(if came_by_itself {
        "the questions came by themselves"
    } else {
        "the questions came at her wish"
    });
    secretary.writes("组织名称", "机关党支部")?;
    secretary.taps_button("开始自评")?;
    secretary.sees_heading("自评")?;
    goes_to_questions(&secretary, A_BASIC)?;
    secretary.answers(0, 0)?;
    is_told_that_it_is_saved(&secretary)?;
    let answers = answers_on(&secretary, A_BASIC)?;

    // At every later start the pack comes with its part as well.
    secretary.opens(&site.page(A_BASIC))?;
    ensure!(
        answers_on(&secretary, A_BASIC)? == answers,
        "the answers are all there"
    );
    Ok(())
}

/// She begins a village and answers.
///
/// # Errors
/// When a page is not as expected.
pub fn begins_and_answers(secretary: &Person) -> Result<()> {
    begins_a_village(secretary)?;
    answers_two(secretary)
}

/// She has said before that it is a village.
fn goes_on_and_answers(secretary: &Person) -> Result<()> {
    secretary.writes("组织名称", "红旗村党总支")?;
    secretary.taps_button("开始自评")?;
    secretary.sees_heading("自评")?;
    answers_two(secretary)
}

fn answers_two(secretary: &Person) -> Result<()> {
    goes_to_questions(secretary, A_BASIC)?;
    secretary.answers(0, 0)?;
    secretary.answers(1, 1)?;
    is_told_that_it_is_saved(secretary)
}

/// The server has nothing to give but what the page names, and the rest.
fn withholds_parts(site: &Site, stage: &Stage) -> Result<()> {
    withholds(site, stage, "part-")
}

fn withholds(site: &Site, stage: &Stage, kind: &str) -> Result<()> {
    let files = edition::files_below(&stage.programs.site)?;
    let withheld: Vec<&String> = files
        .iter()
        .filter(|name| name.starts_with(kind) && name.ends_with(".wasm"))
        .collect();
    ensure!(!withheld.is_empty(), "the app has no {kind}");
    withheld.into_iter().for_each(|file| site.fail(file));
    Ok(())
}
