//! Answering (作答): nothing moves while she answers, the next item comes by itself, an answer can be
//! taken back, and a quarter takes few taps.
//!
//! Not here: what the answers amount to.

use crate::branch::{A_BASIC, begins_a_village, goes_to_questions};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::time::Duration;
use wuxing_e2e::clock::WithClock;
use wuxing_e2e::effort::{self, FIRST_OPEN, answers_next, places, sees_something_open};
use wuxing_e2e::journey::{Journey, Stage};
use wuxing_e2e::person::{Effort, Person};
use wuxing_e2e::programs::Engine;
use wuxing_e2e::site::Site;

/// The journeys of this file.
pub const JOURNEYS: &[Journey] = &[
    Journey::in_all(
        "answering: nothing moves, and the next item comes",
        nothing_moves_and_the_next_item_comes,
    ),
    Journey::in_chromium(
        "answering: nothing moves in any look",
        nothing_moves_in_any_look,
    ),
    Journey::in_chromium(
        "answering: nothing moves on a star in any look",
        nothing_moves_on_a_star_in_any_look,
    ),
    Journey::in_all(
        "answering: pressed again, an answer is taken back",
        pressed_again_an_answer_is_taken_back,
    ),
    Journey::in_all(
        "answering: the must-items from nothing",
        the_must_items_from_nothing,
    ),
    Journey::in_all(
        "answering: a quarter as the one before",
        a_quarter_as_the_one_before,
    ),
];

/// The most taps that a quarter may take in which all is as before but three meetings and one
/// problem, and the most of the must-items from nothing.
const OF_A_QUARTER: u64 = 30;
const OF_THE_MUST_ITEMS: u64 = 20;

/// After this, a tap on the chosen answer is no double tap any longer.
const NO_DOUBLE_TAP: Duration = Duration::from_millis(900);

/// How far an element stands below what lies over the top of the page, and whether the page can be
/// scrolled further.
const BELOW_HEAD: &str = "\
const card = document.getElementById(arguments[0]);
const head = document.querySelector('.progress-head').getBoundingClientRect().bottom;
const left = document.documentElement.scrollHeight - window.innerHeight - window.scrollY;
return [card.getBoundingClientRect().top - head, left];";

/// A veto, what answers all of them at once, and a step of a bonus item that gives points.
const PARTS_OF_EXTRAS: &str = "\
const first = (which) => document.querySelector(`main ${which}`);
const all_at_once = first('.together-button:not(.together-over) button');
const step = first('.bonus-scored .step:last-of-type');
return [first('.veto input'), first('.veto input'), all_at_once, step];";

/// No answer moves anything, whatever the answer and the size of the letters, and the next open
/// item comes to its place under the head.
fn nothing_moves_and_the_next_item_comes(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    begins_a_village(&secretary)?;
    for route in ["#/assess/must", "#/assess/basic/basic_team"] {
        answers_all_of(&secretary, route)?;
        secretary.sees("都查过了")?;
    }
    answers_all_of(&secretary, "#/assess/star/star_prosperity")?;
    switches_move_nothing(&secretary)
}

/// The same in large type, and in English, whose words take more room.
fn nothing_moves_in_any_look(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = in_large_type(stage, &site)?;
    answers_all_of(&secretary, "#/assess/basic/basic_activity")?;
    secretary.goes_to("#/me")?;
    secretary.chooses("语言", "English")?;
    answers_all_of(&secretary, "#/assess/must")
}

/// The same on the pages of stars and of vetoes: an answer in bold took a line more, and a shorter
/// word beside a switch left the title of a veto a line less. The word in the header that says
/// whether it is saved is none at first, then a longer and a shorter one, and gave the title a
/// second line.
fn nothing_moves_on_a_star_in_any_look(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = in_large_type(stage, &site)?;
    answers_all_of(&secretary, "#/assess/star/star_prosperity")?;
    switches_move_nothing(&secretary)?;
    secretary.goes_to("#/me")?;
    secretary.chooses("语言", "English")?;
    secretary.goes_to("#/assess/star/star_harmony")?;
    secretary.reloads()?;
    answers_all_of(&secretary, "#/assess/star/star_harmony")
}

/// Somebody with a village who reads in large type.
fn in_large_type(stage: &Stage, site: &Site) -> Result<Person> {
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    begins_a_village(&secretary)?;
    secretary.goes_to("#/me")?;
    secretary.ticks("长辈模式")?;
    Ok(secretary)
}

/// Answers one thing after the other; none of the answers moves anything.
fn answers_all_of(secretary: &Person, route: &str) -> Result<()> {
    secretary.goes_to(route)?;
    sees_something_open(secretary)?;
    while let Some(moved) = answers_next(secretary)? {
        ensure!(
            moved.iter().all(|by| *by == 0.0),
            "an answer on {route} moved something: {moved:?}"
        );
        comes_into_place(secretary)?;
    }
    Ok(())
}

/// Neither the switch of a veto nor a step of a bonus item moves anything, nor does what answers
/// all vetoes at once.
fn switches_move_nothing(secretary: &Person) -> Result<()> {
    secretary.goes_to("#/assess/extras")?;
    secretary.waits("there is no veto", || {
        Ok(secretary.runs(PARTS_OF_EXTRAS, &[])?[0].is_object())
    })?;
    let parts = secretary.runs(PARTS_OF_EXTRAS, &[])?;
    let parts = parts.as_array().context("things to tap")?;
    for part in parts.iter().filter(|part| !part.is_null()) {
        secretary.look("target", std::slice::from_ref(part))?;
        let before = places(secretary)?;
        secretary.taps_here(part)?;
        std::thread::sleep(NO_DOUBLE_TAP);
        ensure!(
            places(secretary)? == before,
            "{part} of the vetoes and bonus items moves something"
        );
    }
    Ok(())
}

/// The first open item stands right under the head, or as far up as the page can be scrolled.
fn comes_into_place(secretary: &Person) -> Result<()> {
    let next = secretary.runs(FIRST_OPEN, &[])?;
    let next = match &next[1] {
        Value::Null => json!("run-end"),
        id => id.clone(),
    };
    secretary.waits(&format!("{next} does not come into place"), || {
        let place = secretary.runs(BELOW_HEAD, std::slice::from_ref(&next))?;
        let (below, left) = (place[0].as_f64(), place[1].as_f64());
        let is_under = below.is_some_and(|below| (-1.0..=40.0).contains(&below));
        Ok(is_under || left.is_some_and(|left| left < 2.0))
    })
}

/// A second tap on the chosen answer takes it back, one that follows at once does not, and the
/// keyboard can do it, too.
fn pressed_again_an_answer_is_taken_back(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    begins_a_village(&secretary)?;
    goes_to_questions(&secretary, A_BASIC)?;
    let chosen = |secretary: &Person| -> Result<Option<usize>> {
        Ok(secretary.questions()?.first().context("a question")?.chosen)
    };
    secretary.answers(0, 1)?;
    let again = |secretary: &Person| -> Result<()> {
        let radio = secretary.look("choice", &[json!(0), json!(1)])?;
        secretary.taps_here(&radio)
    };
    std::thread::sleep(NO_DOUBLE_TAP);
    again(&secretary)?;
    secretary.waits("the answer is not taken back", || {
        Ok(chosen(&secretary)?.is_none())
    })?;
    again(&secretary)?;
    secretary.waits("it is not chosen again", || {
        Ok(chosen(&secretary)? == Some(1))
    })?;
    if stage.engine == Engine::Chromium {
        let radio = secretary.look("choice", &[json!(0), json!(1)])?;
        secretary.runs("arguments[0].focus();", std::slice::from_ref(&radio))?;
        presses_the_space_bar(&secretary)?;
        secretary.waits("the space bar does not take it back", || {
            Ok(chosen(&secretary)?.is_none())
        })?;
        presses_the_space_bar(&secretary)?;
        secretary.waits("the space bar does not choose", || {
            Ok(chosen(&secretary)? == Some(1))
        })?;
    }
    secretary.taps_button("撤销")
}

/// Presses the space bar, where the focus is.
fn presses_the_space_bar(secretary: &Person) -> Result<()> {
    for kind in ["keyDown", "keyUp"] {
        let mut press = json!({ "type": kind, "key": " ", "code": "Space" });
        press["windowsVirtualKeyCode"] = json!(32);
        if kind == "keyDown" {
            press["text"] = json!(" ");
        }
        secretary
            .browser
            .session
            .chromium("Input.dispatchKeyEvent", &press)?;
    }
    Ok(())
}

/// From the first page to the end of the must-items: hardly more taps than there are items, and the
/// end says what came of it.
fn the_must_items_from_nothing(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    let effort = effort::of_the_must_items(&secretary, &site)?;
    secretary.takes_a_picture("must-end")?;
    is_within("the must-items from nothing", effort, OF_THE_MUST_ITEMS)
}

/// A new quarter of the example: everything is as it was, three meetings are held and one problem
/// is found.
fn a_quarter_as_the_one_before(stage: &Stage) -> Result<()> {
    let clock = WithClock::of(&stage.programs.site, "2026-06-30")?;
    let site = Site::serve(clock.folder())?;
    let secretary = stage.person()?;
    let effort = effort::of_a_quarter(&secretary, &clock, &site)?;
    secretary.takes_a_picture("quarter-end")?;
    is_within("a quarter as the one before", effort, OF_A_QUARTER)
}

#[allow(clippy::print_stdout, reason = "The figures are what it is for.")]
fn is_within(what: &str, effort: Effort, most: u64) -> Result<()> {
    let Effort { taps, characters } = effort;
    println!("    {what}: {taps} taps of {most}, {characters} characters");
    ensure!(characters == 0, "{what}: {characters} characters");
    ensure!(taps <= most, "{what}: {taps} taps, and {most} at most");
    Ok(())
}
