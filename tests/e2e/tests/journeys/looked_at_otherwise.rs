//! A browser that changes what it shows: it translates the page, darkens it by itself, or shows it
//! in the colours of the system.
//!
//! Not here: the app's own dark theme (`barriers`).

use crate::branch::{A_BASIC, begins_a_village, goes_to_questions, is_told_that_it_is_saved};
use anyhow::{Context, Result, ensure};
use serde_json::json;
use wuxing_e2e::journey::{Journey, Stage};
use wuxing_e2e::person::Person;
use wuxing_e2e::routes;

/// The journeys of this file.
pub const JOURNEYS: &[Journey] = &[
    Journey::in_all("looked at otherwise: is not translated", is_not_translated),
    Journey::in_all(
        "looked at otherwise: says what is so under a translator",
        says_what_is_so_under_a_translator,
    ),
    Journey::in_chromium("looked at otherwise: is not darkened", is_not_darkened),
    Journey::in_chromium(
        "looked at otherwise: the colours of the system",
        shows_what_is_full_in_the_colours_of_the_system,
    ),
    Journey::in_chromium(
        "looked at otherwise: no page loses what its fills say",
        no_page_loses_what_its_fills_say,
    ),
];

const TRANSLATOR: &str = include_str!("translator.js");

/// The page asks translators to leave it alone, and has two languages of its own.
fn is_not_translated(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    answers_under_a_translator(&secretary, &site.address(), false)?;
    ensure!(
        secretary.runs("return window.translated();", &[])? == 0,
        "something was translated"
    );
    secretary.goes_to("#/me")?;
    secretary.chooses("语言", "English")?;
    secretary.sees_status("Saved")?;
    let language = secretary.runs("return document.documentElement.lang;", &[])?;
    ensure!(language == "en", "the page says that it is {language}");
    Ok(())
}

/// Under one that does not listen, what matters most still says what is so: the heading, how far
/// she is, what an undo takes back, and whether it is saved.
fn says_what_is_so_under_a_translator(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    answers_under_a_translator(&secretary, &site.address(), true)?;
    ensure!(
        secretary.runs("return window.translated() > 0;", &[])? == true,
        "nothing was translated"
    );
    Ok(())
}

fn answers_under_a_translator(secretary: &Person, address: &str, is_deaf: bool) -> Result<()> {
    secretary.opens(address)?;
    begins_a_village(secretary)?;
    secretary.runs("window.isDeaf = arguments[0];", &[json!(is_deaf)])?;
    secretary.runs(TRANSLATOR, &[])?;
    goes_to_questions(secretary, A_BASIC)?;
    secretary.sees_heading("基本组织")?;
    for question in 0..3 {
        secretary.answers(question, 0)?;
    }
    secretary.sees("还剩 2 项")?;
    secretary.sees("已答")?;
    is_told_that_it_is_saved(secretary)
}

/// The light theme asks browsers that darken pages to leave it alone. One that does not listen
/// leaves what is drawn as it is and darkens the rest: an empty star must not be one that is filled
/// with a light colour.
fn is_not_darkened(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    begins_a_village(&secretary)?;
    secretary.goes_to("#/result")?;
    secretary.sees_heading("结果")?;
    secretary.prefers("light")?;
    let darkening = json!({"enabled": true});
    let session = &secretary.browser.session;
    session.chromium("Emulation.setAutoDarkModeOverride", &darkening)?;
    std::thread::sleep(std::time::Duration::from_millis(300));
    secretary.takes_a_picture("darkened")?;
    let script = "\
const of = (which) => getComputedStyle(document.querySelector(which));
return [of(':root').colorScheme, of('.star-ground').fill];";
    let found = secretary.runs(script, &[])?;
    let scheme = found[0].as_str().unwrap_or_default();
    ensure!(scheme.contains("only"), "the page asks for {scheme}");
    ensure!(found[1] == "none", "an empty star is filled with {found}");
    Ok(())
}

/// In the colours of the system a pillar, a bar and a star that are partly full look so.
fn shows_what_is_full_in_the_colours_of_the_system(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    secretary.taps_button("看示例")?;
    secretary.sees_no("看示例")?;
    let features = json!({"features": [{"name": "forced-colors", "value": "active"}]});
    let session = &secretary.browser.session;
    session.chromium("Emulation.setEmulatedMedia", &features)?;
    std::thread::sleep(std::time::Duration::from_millis(300));
    secretary.takes_a_picture("home")?;
    let differs = |part: &str, ground: &str, property: &str| -> Result<()> {
        let script = "\
const colour = (which) => getComputedStyle(document.querySelector(which))[arguments[2]];
return [colour(arguments[0]), colour(arguments[1])];";
        let colours = secretary.runs(script, &[json!(part), json!(ground), json!(property)])?;
        ensure!(
            colours[0] != colours[1],
            "{part} looks like {ground}: {colours}"
        );
        Ok(())
    };
    differs(".basic-fill", ".basic-track", "stroke")?;
    differs(".star-fill", ".star-ground", "fill")?;
    differs(
        ".tab[aria-current]",
        ".tab:not([aria-current])",
        "borderTopColor",
    )?;
    marks_the_chosen_answer(&secretary)
}

/// What says something by its fill, what it has to differ from, and by which property.
const FILLS: [[&str; 3]; 9] = [
    [".basic-fill", ".basic-track", "stroke"],
    [".star-fill", ".star-ground", "fill"],
    [".period-fill", ".period-track", "fill"],
    [
        ".tab[aria-current]",
        ".tab:not([aria-current])",
        "borderTopColor",
    ],
    [
        ".room[aria-current]",
        ".room:not([aria-current])",
        "borderTopStyle",
    ],
    [
        ".answer :checked + .answer-face",
        ".answer :not(:checked) + .answer-face",
        "backgroundColor",
    ],
    [
        ".switch:checked::before",
        ".switch:not(:checked)::before",
        "backgroundColor",
    ],
    [
        ".calendar-today",
        ".calendar-day:not(.calendar-today)",
        "borderTopStyle",
    ],
    [
        ".button-filled",
        ".button:not(.button-filled)",
        "borderTopWidth",
    ],
];

/// On every page, whatever says something by its fill says it in the colours of the system as well.
fn no_page_loses_what_its_fills_say(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    secretary.taps_button("看示例")?;
    secretary.sees_no("看示例")?;
    let mut pages = routes::always();
    pages.extend(routes::of_basics_and_stars(&secretary)?);
    pages.extend(routes::of_an_indicator(&secretary)?);
    pages.extend(routes::of_the_ledger(&secretary)?);
    // One switch of the page of vetoes is on, beside those that are off.
    secretary.goes_to("#/assess/extras")?;
    secretary.waits("there is no veto", || {
        let veto = "return document.querySelector('.veto input') !== null;";
        Ok(secretary.runs(veto, &[])? == true)
    })?;
    let veto = secretary.runs("return document.querySelector('.veto input');", &[])?;
    secretary.taps_here(&veto)?;
    let features = json!({"features": [{"name": "forced-colors", "value": "active"}]});
    let session = &secretary.browser.session;
    session.chromium("Emulation.setEmulatedMedia", &features)?;
    let mut seen = [false; FILLS.len()];
    let mut lost = Vec::new();
    for page in &pages {
        secretary.goes_to(page)?;
        std::thread::sleep(SETTLED);
        let found = secretary.runs(COMPARED, &[json!(FILLS)])?;
        let found = found.as_array().context("a list")?;
        for ((pair, seen), said) in FILLS.iter().zip(&mut seen).zip(found) {
            *seen |= !said.is_null();
            if said == false {
                lost.push(format!("{page}: {} looks like {}", pair[0], pair[1]));
            }
        }
    }
    ensure!(lost.is_empty(), "{}", lost.join("\n    "));
    let unseen = FILLS.iter().zip(seen).filter(|(_, seen)| !seen);
    let unseen: Vec<&str> = unseen.map(|(pair, _)| pair[0]).collect();
    ensure!(unseen.is_empty(), "on no page there is {unseen:?}");
    Ok(())
}

/// Long enough for everything that moves in 200 ms.
const SETTLED: std::time::Duration = std::time::Duration::from_millis(250);

/// Of each pair: whether both look different; `null` where the page does not have both.
const COMPARED: &str = "\
return arguments[0].map(([part, ground, property]) => {
  const looks = (which) => {
    const [of, inside] = which.split('::');
    const element = document.querySelector(of);
    return element && getComputedStyle(element, inside && `::${inside}`)[property];
  };
  const [one, other] = [looks(part), looks(ground)];
  return one === null || other === null ? null : one !== other;
});";

fn marks_the_chosen_answer(secretary: &Person) -> Result<()> {
    secretary.goes_to("#/indicator/ORG-01")?;
    secretary.takes_a_picture("answers")?;
    let script = "\
const face = document.querySelector('.answer :checked + .answer-face');
const icon = face?.querySelector('.icon');
return icon ? getComputedStyle(icon).color === getComputedStyle(face).color : null;";
    let same = secretary.runs(script, &[])?;
    let same = same.as_bool().context("an answer is chosen")?;
    ensure!(
        same,
        "the mark of the chosen answer has a colour of its own"
    );
    Ok(())
}
