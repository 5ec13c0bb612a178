//! Takes a picture of every page, whole, with the example village, in every way in which the app is
//! looked at; and puts those of each way together on one sheet, so that whoever changes a style
//! sees in one picture what it does everywhere. More sheets have the pages with nothing entered,
//! what the user comes upon by doing something, and the pages of a branch with a busy year and a
//! long name.
//!
//! `cargo xtask shots` builds the app and calls this. By hand: `cargo run -p wuxing-e2e --bin shots
//! -- <folder> [part of a route…]`, with the site in `WUXING_SITE`. With `--handouts` it takes
//! pictures of what leaves the phone instead (`handouts`), of all or of those with these parts in
//! their names.

#![allow(clippy::print_stdout, reason = "It says what it does.")]

mod handouts;
mod scenes;
mod sheet;

use anyhow::{Context, Result};
use scenes::SCENES;
use serde_json::json;
use sheet::Sheet;
use std::path::{Path, PathBuf};
use std::time::Duration;
use wuxing_e2e::browser::PHONE;
use wuxing_e2e::busy_branch;
use wuxing_e2e::busy_year::COMMUNITY;
use wuxing_e2e::clock::WithClock;
use wuxing_e2e::person::Person;
use wuxing_e2e::programs::{Engine, Programs};
use wuxing_e2e::routes;
use wuxing_e2e::site::Site;
use wuxing_e2e::webdriver::decode;

/// Long enough for everything that moves in 200 ms.
const SETTLED: Duration = Duration::from_millis(300);

/// The day in all pictures, so that those of two days differ by what was changed alone.
const DAY: &str = "2026-11-20";

/// A way in which the app is looked at.
#[derive(Clone, Copy)]
struct Look {
    name: &'static str,
    is_dark: bool,
    is_elder: bool,
    is_english: bool,
    screen: (u32, u32),
}

const LIGHT: Look = Look {
    name: "light",
    is_dark: false,
    is_elder: false,
    is_english: false,
    screen: PHONE,
};

/// English comes last, since it stays.
const LOOKS: [Look; 7] = [
    LIGHT,
    Look {
        name: "dark",
        is_dark: true,
        ..LIGHT
    },
    Look {
        name: "elder",
        is_elder: true,
        ..LIGHT
    },
    Look {
        name: "elder-dark",
        is_dark: true,
        is_elder: true,
        ..LIGHT
    },
    Look {
        name: "desktop",
        screen: (1280, 800),
        ..LIGHT
    },
    Look {
        name: "landscape",
        screen: (PHONE.1, PHONE.0),
        ..LIGHT
    },
    Look {
        name: "english",
        is_english: true,
        ..LIGHT
    },
];

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().context("name a folder for the pictures")?);
    let mut parts: Vec<String> = arguments.collect();
    let of_handouts = parts.iter().any(|part| part == "--handouts");
    parts.retain(|part| part != "--handouts");
    let is_asked_for =
        |route: &String| parts.is_empty() || parts.iter().any(|part| route.contains(part.as_str()));
    std::fs::create_dir_all(&folder)?;
    let site = std::env::var_os("WUXING_SITE").context("WUXING_SITE names the site")?;
    let clock = WithClock::of(Path::new(&site), DAY)?;
    let programs = Programs::of_site(clock.folder().to_owned());
    let site = Site::serve(&programs.site)?;
    if of_handouts {
        return handouts::take_pictures(&programs, &site, &folder, &parts);
    }

    let person = Person::new(Engine::Chromium, &programs, "shots")?;
    person.opens(&site.address())?;
    let mut always = routes::always();
    always.retain(is_asked_for);
    take_pictures(&person, &folder, "empty", LIGHT, &always)?;

    person.opens(&site.address())?;
    person.taps_button("看示例")?;
    let mut all = always;
    all.extend(routes::of_basics_and_stars(&person)?);
    all.extend(routes::of_an_indicator(&person)?);
    all.extend(routes::of_the_ledger(&person)?);
    all.extend(routes::of_what_goes_out(&person)?);
    all.retain(is_asked_for);
    play_scenes(&person, &folder, &parts)?;
    for look in LOOKS {
        if look.is_english {
            person.goes_to("#/me")?;
            person.chooses("语言", "English")?;
        }
        take_pictures(&person, &folder, look.name, look, &all)?;
    }
    drop(person);

    let person = Person::new(Engine::Chromium, &programs, "shots")?;
    busy_branch::begins(&person, &site.address(), &COMMUNITY)?;
    let mut busy = routes::of_a_busy_branch(&person)?;
    busy.retain(is_asked_for);
    take_pictures(&person, &folder, "busy", LIGHT, &busy)?;
    for complaint in person.watch.borrow().complaints() {
        println!("    {complaint}");
    }
    Ok(())
}

/// Takes a picture of each scene, in the looks in which a line may break otherwise.
fn play_scenes(person: &Person, folder: &Path, parts: &[String]) -> Result<()> {
    let is_asked_for =
        |title: &str| parts.is_empty() || parts.iter().any(|one| title.contains(one));
    for look in LOOKS
        .iter()
        .filter(|look| look.screen == PHONE && !look.is_english)
    {
        let name = format!("scenes-{}", look.name);
        let mut sheet = Sheet::new(folder, &name)?;
        person.prefers(if look.is_dark { "dark" } else { "light" })?;
        for scene in SCENES.iter().filter(|scene| is_asked_for(&scene.title())) {
            has_a_screen_of(person, PHONE.0, PHONE.1)?;
            scene.play(person)?;
            let picture = picture_of(person, *look).with_context(|| scene.title())?;
            sheet.add(&scene.title(), &picture)?;
        }
        person.prefers("light")?;
        let file = sheet.finish(person)?;
        println!("    {}", file.display());
    }
    Ok(())
}

/// Takes a picture of each of these pages, and puts them on a sheet with this name.
fn take_pictures(
    person: &Person,
    folder: &Path,
    name: &str,
    look: Look,
    routes: &[String],
) -> Result<()> {
    let mut sheet = Sheet::new(folder, name)?;
    person.prefers(if look.is_dark { "dark" } else { "light" })?;
    for route in routes {
        person.goes_to(route)?;
        let picture = picture_of(person, look).with_context(|| route.clone())?;
        sheet.add(route, &picture)?;
    }
    person.prefers("light")?;
    let file = sheet.finish(person)?;
    println!("    {} ({} pages)", file.display(), routes.len());
    Ok(())
}

/// The page that is open, whole, as PNG.
fn picture_of(person: &Person, look: Look) -> Result<Vec<u8>> {
    let (width, height) = look.screen;
    has_a_screen_of(person, width, height)?;
    let script = "const root = document.documentElement; \
        if (arguments[0]) root.dataset.elder = 'true'; else delete root.dataset.elder;";
    person.runs(script, &[json!(look.is_elder)])?;
    std::thread::sleep(SETTLED);
    let whole = person.runs("return document.documentElement.scrollHeight;", &[])?;
    let whole = u32::try_from(whole.as_u64().unwrap_or(0))?;
    if whole > height {
        // A screen as long as the page shows all of it, with the tabs at its end.
        has_a_screen_of(person, width, whole)?;
        std::thread::sleep(SETTLED);
    }
    screenshot(person)
}

/// What is on the screen, as PNG.
fn screenshot(person: &Person) -> Result<Vec<u8>> {
    let session = &person.browser.session;
    let answer = session.chromium("Page.captureScreenshot", &json!({}))?;
    decode(&answer["data"])
}

/// A screen of this size in CSS pixels, one picture point each.
fn has_a_screen_of(person: &Person, width: u32, height: u32) -> Result<()> {
    let is_phone = width == PHONE.0;
    let metrics =
        json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": is_phone});
    let session = &person.browser.session;
    session
        .chromium("Emulation.setDeviceMetricsOverride", &metrics)
        .map(drop)
}
