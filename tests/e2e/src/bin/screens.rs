//! Takes a picture of every page, whole, as a phone of 390 by 844 shows it: with nothing entered,
//! with the example, and the pages of the checklist with a busy year of a community; in light, dark
//! and 长辈模式, for people to look at.
//!
//! `cargo run -p wuxing-e2e --bin screens -- <folder> [part of a route…]`. It looks at the site in
//! `WUXING_SITE`, or else at what `cargo xtask dist` or `cargo xtask build` has left.

#![allow(clippy::print_stdout, reason = "It says what it does.")]

use anyhow::{Context, Result};
use serde_json::json;
use std::path::{Path, PathBuf};
use std::time::Duration;
use wuxing_e2e::browser::PHONE;
use wuxing_e2e::busy_branch;
use wuxing_e2e::busy_year::COMMUNITY;
use wuxing_e2e::person::Person;
use wuxing_e2e::programs::{Engine, Programs, root};
use wuxing_e2e::routes;
use wuxing_e2e::site::Site;
use wuxing_e2e::webdriver::decode;

/// Long enough for everything that moves in 200 ms.
const SETTLED: Duration = Duration::from_millis(350);

const LOOKS: [&str; 3] = ["light", "dark", "elder"];

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().context("name a folder for the pictures")?);
    let parts: Vec<String> = arguments.collect();
    std::fs::create_dir_all(&folder)?;
    let programs = Programs::of_site(site_folder()?);
    let site = Site::serve(&programs.site)?;
    println!("{} in {}", programs.site.display(), folder.display());

    let person = Person::new(Engine::Chromium, &programs, "screens")?;
    person.opens(&site.address())?;
    let always = routes::always();
    take_pictures(&person, &folder, "empty", &always, &parts)?;

    person.opens(&site.address())?;
    person.taps_button("看示例")?;
    let mut all = always;
    all.extend(routes::of_basics_and_stars(&person)?);
    all.extend(routes::of_an_indicator(&person)?);
    all.extend(routes::of_the_ledger(&person)?);
    take_pictures(&person, &folder, "example", &all, &parts)?;
    drop(person);

    let person = Person::new(Engine::Chromium, &programs, "screens")?;
    busy_branch::begins(&person, &site.address(), &COMMUNITY)?;
    let busy = routes::of_a_busy_branch(&person)?;
    take_pictures(&person, &folder, "busy", &busy, &parts)?;
    for complaint in person.watch.borrow().complaints() {
        println!("{complaint}");
    }
    Ok(())
}

fn site_folder() -> Result<PathBuf> {
    let asked_for = std::env::var_os("WUXING_SITE").map(PathBuf::from);
    let built = ["dist/site", "target/site-release", "target/site-dev"].map(|one| root().join(one));
    let newest = built
        .into_iter()
        .filter(|one| one.join("index.html").is_file())
        .max_by_key(|one| {
            one.join("index.html")
                .metadata()
                .and_then(|file| file.modified())
                .ok()
        });
    asked_for
        .or(newest)
        .context("there is no site yet; `cargo xtask build` makes one")
}

fn take_pictures(
    person: &Person,
    folder: &Path,
    data: &str,
    routes: &[String],
    parts: &[String],
) -> Result<()> {
    for route in routes {
        if !parts.is_empty() && !parts.iter().any(|part| route.contains(part.as_str())) {
            continue;
        }
        for look in LOOKS {
            person.has_a_screen_of(PHONE.0, PHONE.1)?;
            person.prefers(if look == "dark" { "dark" } else { "light" })?;
            person.goes_to(route)?;
            let script = "const root = document.documentElement; \
                if (arguments[0]) root.dataset.elder = 'true'; else delete root.dataset.elder;";
            person.runs(script, &[json!(look == "elder")])?;
            std::thread::sleep(SETTLED);
            let height = person.runs("return document.documentElement.scrollHeight;", &[])?;
            let height = u32::try_from(height.as_u64().unwrap_or(0))?.max(PHONE.1);
            // A screen as long as the page shows all of it, with the tabs at its end.
            person.has_a_screen_of(PHONE.0, height)?;
            std::thread::sleep(SETTLED);
            let answer = person
                .browser
                .session
                .chromium("Page.captureScreenshot", &json!({}))?;
            let name = format!("{}-{data}-{look}.png", routes::as_file_name(route));
            std::fs::write(folder.join(&name), decode(&answer["data"])?)?;
            println!("  {name} ({height} px)");
        }
    }
    Ok(())
}
