//! Home answers (首页): on one screen where the organisation stands, what comes next and what is to
//! be done; and every page has one thing to do next at most, and says in the window what it is.

use crate::branch::begins_a_village;
use anyhow::{Context, Result, ensure};
use serde_json::json;
use wuxing_e2e::browser::PHONE;
use wuxing_e2e::journey::{Journey, Stage};
use wuxing_e2e::person::Person;
use wuxing_e2e::routes;
use wuxing_e2e::site::Site;

/// The journeys of this file.
pub const JOURNEYS: &[Journey] = &[
    Journey::in_chromium("home: answers on one screen", answers_on_one_screen),
    Journey::in_all(
        "home: says little while there is nothing",
        says_little_while_there_is_nothing,
    ),
    Journey::in_chromium(
        "home: one thing to do on a page",
        has_one_thing_to_do_on_a_page,
    ),
];

/// The button that names the next thing.
const FILLED: &str = "\
return [...document.querySelectorAll('.button-filled')]
  .filter((one) => one.checkVisibility() && !one.closest('[inert]'))
  .map((one) => one.innerText.trim());";

fn filled(secretary: &Person) -> Result<Vec<String>> {
    let found = secretary.runs(FILLED, &[])?;
    let found = found.as_array().context("a list")?;
    Ok(found
        .iter()
        .filter_map(|one| one.as_str().map(str::to_owned))
        .collect())
}

/// The site has to be kept as long as pages are loaded from it.
fn sees_the_example(stage: &Stage) -> Result<(Site, Person)> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    secretary.taps_button("看示例")?;
    secretary.sees_no("看示例")?;
    Ok((site, secretary))
}

/// With the example, all of home is on one screen of a phone, tabs included.
fn answers_on_one_screen(stage: &Stage) -> Result<()> {
    let (_site, secretary) = sees_the_example(stage)?;
    // What was just done is told on that page alone.
    secretary.goes_to("#/me")?;
    secretary.reloads()?;
    secretary.goes_to("#/")?;
    secretary.sees("五基全部达标")?;
    secretary.sees_heading("示例村党总支")?;
    secretary.takes_a_picture("home")?;
    let height = "return document.scrollingElement.scrollHeight;";
    let height = secretary.runs(height, &[])?.as_u64().context("a height")?;
    ensure!(
        height <= u64::from(PHONE.1),
        "home is {height} high on a screen of {}",
        PHONE.1
    );
    let parts = "\
const links = (list) => [...document.querySelectorAll(`${list} a[href]`)].length;
return [links('.basics'), links('.stars')];";
    ensure!(
        secretary.runs(parts, &[])? == json!([5, 5]),
        "each basic and each star is a link"
    );
    ensure!(filled(&secretary)?.len() == 1, "one thing comes next");
    Ok(())
}

/// With nothing answered there is the sentence and the one button, and nothing that looks like a
/// result.
fn says_little_while_there_is_nothing(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    begins_a_village(&secretary)?;
    secretary.goes_to("#/")?;
    secretary.sees("还没开始查")?;
    ensure!(
        filled(&secretary)? == ["快查必达项（约 5 分钟）"],
        "the must-items come first: {:?}",
        filled(&secretary)?
    );
    secretary.sees_no("未查完")?;
    secretary.sees_no("待办")
}

/// Every page has at most one filled button, and the window is called like the page and the
/// organisation.
fn has_one_thing_to_do_on_a_page(stage: &Stage) -> Result<()> {
    let (_site, secretary) = sees_the_example(stage)?;
    let mut pages = routes::always();
    pages.extend(routes::of_basics_and_stars(&secretary)?);
    pages.extend(routes::of_the_ledger(&secretary)?);
    let mut found = Vec::new();
    for page in pages {
        secretary.goes_to(&page)?;
        std::thread::sleep(std::time::Duration::from_millis(150));
        let filled = filled(&secretary)?;
        if filled.len() > 1 {
            found.push(format!("{page} has several: {filled:?}"));
        }
        let title = secretary.runs("return document.title;", &[])?;
        let title = title.as_str().unwrap_or_default();
        if !title.ends_with(" · 示例村党总支") || title.starts_with(' ') {
            found.push(format!("{page} is called 「{title}」"));
        }
    }
    ensure!(found.is_empty(), "{}", found.join("\n    "));
    secretary.goes_to("#/assess")?;
    secretary.waits("the window is not called like the page", || {
        Ok(secretary.runs("return document.title;", &[])? == "自评 · 示例村党总支")
    })
}
