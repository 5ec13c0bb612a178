//! Every page for everybody: with a screen reader, with large text, with a thumb, on an old phone.

use anyhow::{Context, Result, bail, ensure};
use serde_json::json;
use std::time::Duration;
use wuxing_e2e::audit::{
    Barriers, MOST_NODES, barriers, double_text, nodes, overlapping, sideways, small_targets,
    usual_text,
};
use wuxing_e2e::browser::PHONE;
use wuxing_e2e::busy_branch;
use wuxing_e2e::busy_year::COMMUNITY;
use wuxing_e2e::journey::{Journey, Stage};
use wuxing_e2e::person::Person;
use wuxing_e2e::routes;

/// The journeys of this file.
pub const JOURNEYS: &[Journey] = &[
    Journey::in_chromium("barriers: the start has none", the_start_has_none),
    Journey {
        takes_minutes: true,
        ..Journey::in_chromium("barriers: no page has any", no_page_has_barriers)
    },
    Journey {
        takes_minutes: true,
        ..Journey::in_chromium(
            "barriers: no page of a busy year has any",
            no_page_of_a_busy_year_has_any,
        )
    },
    Journey {
        takes_minutes: true,
        ..Journey::in_chromium(
            "barriers: no words lie on others in English",
            no_words_lie_on_others_in_english,
        )
    },
];

/// Long enough for everything that moves in 200 ms.
const SETTLED: Duration = Duration::from_millis(250);

/// The smallest phone that is still in use.
const SMALL_PHONE: (u32, u32) = (360, 640);

const LOOKS: [Look; 3] = [
    Look {
        name: "light",
        scheme: "light",
        elder: false,
        least_target: 48,
    },
    Look {
        name: "dark",
        scheme: "dark",
        elder: false,
        least_target: 48,
    },
    Look {
        name: "elder",
        scheme: "light",
        elder: true,
        least_target: 60,
    },
];

struct Look {
    name: &'static str,
    scheme: &'static str,
    elder: bool,
    least_target: u32,
}

/// With nothing entered.
fn the_start_has_none(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let person = stage.person()?;
    person.opens(&site.address())?;
    let pages = [
        "#/start",
        "#/me",
        "#/me/data",
        "#/me/import",
        "#/checklist",
        "#/help",
        "#/help/words",
    ]
    .map(str::to_owned);
    no_page_has_any(stage, &person, &pages)
}

/// With the example, in which everything is filled.
fn no_page_has_barriers(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let person = stage.person()?;
    person.opens(&site.address())?;
    let pages = pages_of_the_example(&person)?;
    no_page_has_any(stage, &person, &pages)
}

/// She opens the example; the addresses of its pages.
fn pages_of_the_example(person: &Person) -> Result<Vec<String>> {
    person.taps_button("看示例")?;
    person.sees_no("看示例")?;
    let mut pages = routes::always();
    pages.extend(routes::of_basics_and_stars(person)?);
    pages.extend(routes::of_an_indicator(person)?);
    pages.extend(routes::of_the_ledger(person)?);
    Ok(pages)
}

/// English takes more room than Chinese: two things that can be done with an indicator lay on what
/// opens its note.
fn no_words_lie_on_others_in_english(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let person = stage.person()?;
    person.opens(&site.address())?;
    let pages = pages_of_the_example(&person)?;
    person.goes_to("#/me")?;
    person.chooses("语言", "English")?;
    let mut findings = Vec::new();
    for look in LOOKS.iter().filter(|look| look.scheme == "light") {
        for page in &pages {
            shows(&person, page, look)?;
            for (width, height) in [PHONE, SMALL_PHONE] {
                person.has_a_screen_of(width, height)?;
                let found = [overlapping(&person)?, sideways(&person)?].concat();
                let place = format!("{page} ({}, {width} px)", look.name);
                findings.extend(found.into_iter().map(|one| format!("{place}: {one}")));
            }
        }
        person.notes_what_happened()?;
    }
    ensure!(
        findings.is_empty(),
        "{} places:\n    {}",
        findings.len(),
        findings.join("\n    ")
    );
    Ok(())
}

/// With a long name and a year in which much was entered.
fn no_page_of_a_busy_year_has_any(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let person = stage.person()?;
    busy_branch::begins(&person, &site.address(), &COMMUNITY)?;
    let pages = routes::of_a_busy_branch(&person)?;
    no_page_has_any(stage, &person, &pages)
}

fn no_page_has_any(stage: &Stage, person: &Person, pages: &[String]) -> Result<()> {
    let axe = stage
        .programs
        .axe
        .as_deref()
        .map(std::fs::read_to_string)
        .transpose();
    let axe = axe.context("WUXING_AXE cannot be read")?;
    let mut findings = Vec::new();
    for look in &LOOKS {
        for page in pages {
            shows(person, page, look)?;
            let mut note = |kind: &str, found: Vec<String>| {
                let place = format!("{page} ({}), {kind}", look.name);
                findings.extend(found.into_iter().map(|one| format!("{place}: {one}")));
            };
            if let Some(axe) = &axe {
                let Barriers { found, undecided } = barriers(person, axe)?;
                note("axe", found);
                let unknown = undecided.into_iter().filter(|one| !is_known(one));
                note("axe is not sure", unknown.collect());
            }
            note("lies on other words", overlapping(person)?);
            note(
                "too small for a thumb",
                small_targets(person, look.least_target)?,
            );
            let nodes = nodes(person)?;
            if nodes > MOST_NODES {
                note("too much", vec![format!("{nodes} elements")]);
            }
            person.has_a_screen_of(SMALL_PHONE.0, SMALL_PHONE.1)?;
            note("scrolls sideways", sideways(person)?);
            note("lies on other words", overlapping(person)?);
            double_text(person)?;
            std::thread::sleep(SETTLED);
            note("scrolls sideways with double text", sideways(person)?);
            usual_text(person)?;
            person.has_a_screen_of(SMALL_PHONE.1, SMALL_PHONE.0)?;
            note("scrolls sideways when it lies", sideways(person)?);
            person.has_a_screen_of(PHONE.0, PHONE.1)?;
        }
        person.notes_what_happened()?;
    }
    if axe.is_none() {
        stage.says("WUXING_AXE is not set, so nobody looked with the rules of axe-core");
    }
    if findings.is_empty() {
        return Ok(());
    }
    bail!(
        "{} barriers:\n    {}",
        findings.len(),
        findings.join("\n    ")
    )
}

/// What axe-core does not decide about and a person has looked at. The list may only become
/// shorter; `tests/contrast.rs` holds all of these colours against what they stand on.
const KNOWN: [&str; 6] = [
    // A single character, as 「无」 beside the switch of a veto, could be a picture for all it knows.
    "Element content is too short",
    // So could the arrow between two standings.
    "Element content contains only non-text characters",
    // The share of a basic stands in a ring that is drawn.
    ".basic-ring > .basic-share",
    // The head of a table on paper lies over its rows.
    "thead > tr > th",
    // A long name in the bar is cut off behind what stands beside it; both are on the bar.
    ".shell-period",
    // A button with an icon that is drawn.
    "element contains an image node",
];

fn is_known(undecided: &str) -> bool {
    KNOWN.iter().any(|known| undecided.contains(known))
}

fn shows(person: &Person, page: &str, look: &Look) -> Result<()> {
    person.prefers(look.scheme)?;
    person.goes_to(page)?;
    let script = "const root = document.documentElement; \
        if (arguments[0]) root.dataset.elder = 'true'; else delete root.dataset.elder;";
    person.runs(script, &[json!(look.elder)])?;
    std::thread::sleep(SETTLED);
    Ok(())
}
