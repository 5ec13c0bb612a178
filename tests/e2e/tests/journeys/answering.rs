//! Answering (作答): nothing moves while she answers, the next item comes by itself, an answer can be
//! taken back, and a quarter takes few taps.
//!
//! Not here: what the answers amount to.

use crate::branch::{A_BASIC, WHAT_KIND, begins_a_village, goes_to_questions};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::time::Duration;
use wuxing_e2e::clock::WithClock;
use wuxing_e2e::journey::Stage;
use wuxing_e2e::person::{Effort, Person};
use wuxing_e2e::programs::Engine;
use wuxing_e2e::site::Site;

/// The most taps that a quarter may take in which all is as before but three meetings and one
/// problem, and the most of the must-items from nothing.
const OF_A_QUARTER: usize = 30;
const OF_THE_MUST_ITEMS: usize = 20;

/// After this, a tap on the chosen answer is no double tap any longer.
const NO_DOUBLE_TAP: Duration = Duration::from_millis(900);

/// Where everything of the page stands, from its top, and how far down it is scrolled.
const PLACES: &str = "\
const all = [...document.querySelectorAll('main article, main .answered, main h2, main #run-end')];
return all.map((one) => Math.round(one.getBoundingClientRect().top + window.scrollY));";

/// The first open item: the words of its first answer, and its name.
const FIRST_OPEN: &str = "\
const cards = [...document.querySelectorAll('main article')];
const card = cards.find((one) => !one.querySelector(':checked, [aria-pressed=true]')
  && one.querySelector('.answers-row, .count-all'));
return card ? [card.querySelector('.count-all, .answers-row .answer'), card.id] : null;";

/// How far an element stands below what lies over the top of the page, and whether the page can be
/// scrolled further.
const BELOW_HEAD: &str = "\
const card = document.getElementById(arguments[0]);
const head = document.querySelector('.progress-head').getBoundingClientRect().bottom;
const left = document.documentElement.scrollHeight - window.innerHeight - window.scrollY;
return [card.getBoundingClientRect().top - head, left];";

/// Answers the first open item by its first answer. Hands back its element and how far everything
/// moved, `None` once nothing is open.
fn answers_next(secretary: &Person) -> Result<Option<Vec<f64>>> {
    let found = secretary.runs(FIRST_OPEN, &[])?;
    if found.is_null() {
        return Ok(None);
    }
    let places = |secretary: &Person| -> Result<Vec<f64>> {
        let places = secretary.runs(PLACES, &[])?;
        let places = places.as_array().context("places")?;
        Ok(places.iter().filter_map(Value::as_f64).collect())
    };
    let before = places(secretary)?;
    secretary.taps_here(&found[0])?;
    let answered = "const card = document.getElementById(arguments[0]);
return card.querySelector(':checked, [aria-pressed=true]') !== null;";
    secretary.waits("nothing is answered", || {
        Ok(secretary.runs(answered, &[found[1].clone()])? == true)
    })?;
    let after = places(secretary)?;
    ensure!(before.len() == after.len(), "something came or went");
    Ok(Some(
        before.iter().zip(&after).map(|(one, other)| other - one).collect(),
    ))
}

/// No answer moves anything, whatever the answer and the size of the letters, and the next open item
/// comes to its place under the head.
pub fn nothing_moves_and_the_next_item_comes(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    begins_a_village(&secretary)?;
    for route in ["#/assess/must", "#/assess/basic/basic_team"] {
        secretary.goes_to(route)?;
        secretary.waits("nothing is asked", || {
            Ok(!secretary.runs(FIRST_OPEN, &[])?.is_null())
        })?;
        while let Some(moved) = answers_next(&secretary)? {
            ensure!(
                moved.iter().all(|by| *by == 0.0),
                "an answer on {route} moved something: {moved:?}"
            );
            comes_into_place(&secretary)?;
        }
        secretary.sees("都查过了")?;
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
pub fn pressed_again_an_answer_is_taken_back(stage: &Stage) -> Result<()> {
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
pub fn the_must_items_from_nothing(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    secretary.effort();
    secretary.taps_button_in(WHAT_KIND, "村")?;
    secretary.taps_button("开始自评")?;
    secretary.sees_heading("自评")?;
    secretary.taps_link("快查必达项")?;
    secretary.waits("nothing is asked", || {
        Ok(!secretary.runs(FIRST_OPEN, &[])?.is_null())
    })?;
    while answers_next(&secretary)?.is_some() {
        std::thread::sleep(NO_DOUBLE_TAP);
    }
    let end = secretary.names_of("heading")?;
    ensure!(
        end.iter().any(|one| one.starts_with("必达项：") && one.ends_with("全部达标")),
        "the end does not say what came of it: {end:?}"
    );
    secretary.takes_a_picture("must-end")?;
    is_within(&secretary, "the must-items from nothing", OF_THE_MUST_ITEMS)
}

fn is_within(secretary: &Person, what: &str, most: usize) -> Result<()> {
    let Effort { taps, characters } = secretary.effort();
    println!("    {what}: {taps} taps of {most}, {characters} characters");
    ensure!(characters == 0, "{what}: {characters} characters");
    ensure!(taps <= most, "{what}: {taps} taps, and {most} at most");
    Ok(())
}

/// A new quarter of the example: everything is as it was, three meetings are held and one problem is
/// found.
pub fn a_quarter_as_the_one_before(stage: &Stage) -> Result<()> {
    let clock = WithClock::of(&stage.programs.site, "2026-06-30")?;
    let site = Site::serve(clock.folder())?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    secretary.taps_button("看示例")?;
    secretary.sees_no("看示例")?;
    clock.turns_to("2026-09-20")?;
    secretary.reloads()?;
    secretary.effort();
    secretary.taps_button("开始 2026 年第三季度自评")?;
    secretary.sees("已开始 2026 年第三季度")?;
    Ok(())
}
