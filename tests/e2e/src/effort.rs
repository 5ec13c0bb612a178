//! What the most frequent errands cost (操作量): taps and typed characters, from the first page to
//! what came of it.
//!
//! They are walked as a person walks them, by what is to be read; what they may cost is said where
//! they are held against it. Not here: how long any of it takes (`bench`).

use crate::clock::WithClock;
use crate::person::{Effort, Named, Person};
use crate::site::Site;
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::time::Duration;

/// After this, a tap is no double tap of the one before, and the next item has come.
const SETTLED: Duration = Duration::from_millis(900);

/// The first open item of the page: its first answer, and its element.
pub const FIRST_OPEN: &str = "\
const cards = [...document.querySelectorAll('main article')];
// What follows from something else has its answers under a fold.
const asked = (one) => [...one.querySelectorAll('.answers, .count-all')]
  .some((part) => part.checkVisibility());
const card = cards.find((one) => !one.querySelector(':checked, [aria-pressed=true]')
  && asked(one));
return card ? [card.querySelector('.count-all, .answer'), card.id] : null;";

/// Where everything of the page stands, from its top.
const PLACES: &str = "\
const all = [...document.querySelectorAll(
  'main article, main .answered, main .veto, main h2, main #run-end')];
return all.map((one) => Math.round(one.getBoundingClientRect().top + window.scrollY));";

/// Answers the first open item by its first answer. How far everything moved by that, in pixels;
/// `None` if nothing is open.
///
/// # Errors
/// When it does not become answered.
pub fn answers_next(person: &Person) -> Result<Option<Vec<f64>>> {
    let found = person.runs(FIRST_OPEN, &[])?;
    if found.is_null() {
        return Ok(None);
    }
    // A driver scrolls to what it taps, which is no matter of the page.
    person.look("target", &[found[0].clone()])?;
    let before = places(person)?;
    person.taps_here(&found[0])?;
    let answered = "const card = document.getElementById(arguments[0]);
return card.querySelector(':checked, [aria-pressed=true]') !== null;";
    person.waits("nothing is answered", || {
        Ok(person.runs(answered, &[found[1].clone()])? == true)
    })?;
    let after = places(person)?;
    ensure!(before.len() == after.len(), "something came or went");
    let moved = before.iter().zip(&after).map(|(one, other)| other - one);
    Ok(Some(moved.collect()))
}

/// Where everything of the page stands, in pixels from its top.
///
/// # Errors
/// When the page cannot be looked at.
pub fn places(person: &Person) -> Result<Vec<f64>> {
    let places = person.runs(PLACES, &[])?;
    let places = places.as_array().context("places")?;
    Ok(places.iter().filter_map(Value::as_f64).collect())
}

/// Waits until something is open on the page.
///
/// # Errors
/// When nothing is.
pub fn sees_something_open(person: &Person) -> Result<()> {
    person.waits("nothing is open", || {
        Ok(!person.runs(FIRST_OPEN, &[])?.is_null())
    })
}

/// From the first page to the end of the must-items (只查必达项), with every answer the best.
///
/// # Errors
/// When it does not come to an end that says what came of it.
pub fn of_the_must_items(person: &Person, site: &Site) -> Result<Effort> {
    person.opens(&site.address())?;
    person.effort();
    person.taps_button_in("你的组织是哪一类？", "村")?;
    person.taps_button("开始自评")?;
    person.sees_heading("自评")?;
    person.taps_link("快查必达项")?;
    sees_something_open(person)?;
    while answers_next(person)?.is_some() {
        std::thread::sleep(SETTLED);
    }
    let end = person.names_of("heading")?;
    ensure!(
        end.iter()
            .any(|one| one.starts_with("必达项：") && one.ends_with("全部达标")),
        "the end does not say what came of it: {end:?}"
    );
    Ok(person.effort())
}

/// A new quarter of the example (回头用户的一个季度): everything is as it was, three meetings are
/// recorded, and one problem is found and handed over.
///
/// # Errors
/// When it does not come to a result.
pub fn of_a_quarter(person: &Person, clock: &WithClock, site: &Site) -> Result<Effort> {
    clock.turns_to("2026-06-30")?;
    person.opens(&site.address())?;
    person.taps_button("看示例")?;
    person.sees_no("看示例")?;
    clock.turns_to("2026-09-20")?;
    person.reloads()?;
    person.effort();

    person.taps_button("开始 2026 年第三季度自评")?;
    person.sees("已开始 2026 年第三季度")?;
    person.taps_link("自评")?;
    person.taps_button("全部一样")?;
    person.waits("not all of it is confirmed", || {
        let names = person.names_of("button")?;
        Ok(!names.iter().any(|name| name == "全部一样"))
    })?;
    person.taps_link("基本制度")?;
    sees_something_open(person)?;
    finds_a_problem(person)?;
    person.taps_link("自评")?;
    person.taps_link("否决项和加分项")?;
    person.taps_button("以下情形都没有")?;
    person.taps_link("看结果")?;
    person.sees_heading("结果")?;
    for _ in 0..3 {
        records_a_meeting(person)?;
    }
    Ok(person.effort())
}

/// What is still open is not met: it is listed, and somebody is to see to it.
fn finds_a_problem(person: &Person) -> Result<()> {
    person.taps(&Named {
        role: "radio",
        name: "未达标",
        group: None,
    })?;
    person.taps_button("列入整改")?;
    person.chooses("责任人", "组织委员")?;
    person.taps_button("交办")
}

/// The first meeting that the checklist asks for is recorded by one tap.
fn records_a_meeting(person: &Person) -> Result<()> {
    person.taps_link("清单")?;
    let named = |person: &Person| -> Result<Option<String>> {
        let mut names = person.names_of("button")?.into_iter();
        Ok(names.find(|name| name.starts_with("记一次：") || name.starts_with("补记：")))
    };
    let mut button = None;
    person.waits("no meeting is asked for", || {
        button = named(person)?;
        Ok(button.is_some())
    })?;
    person.taps_button(&button.context("a meeting")?)?;
    person.taps_button("好了")
}
