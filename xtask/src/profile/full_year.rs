//! A year in which much was entered (填得满的一年): the file in which every member of the format stands
//! that a user can fill, and the busy year of the journeys. Without them a start would be recorded
//! that meets what an example has, and one with a little more would be begun twice.
//!
//! Not here: what is done by tapping alone (`village`).

use super::village::{begins_and_answers, does, does_with, goes_to, presses, waits_for};
use anyhow::{Context, Result};
use serde_json::Value;
use wuxing_browser::webdriver::Session;
use wuxing_e2e::busy_year;

/// A backup of the present version of the format, frozen.
const EVERY_MEMBER: &str = include_str!("../../../tests/fixtures/file-v4-backup.json");

const READS_PREVIEW: &str = "return document.querySelector('main textarea')?.value || false;";
const PASTES: &str = "\
const labels = [...document.querySelectorAll('main label')];
const field = labels.find((one) => one.innerText.includes('或粘贴文字'))?.control;
if (!field) return false;
field.value = arguments[0];
field.dispatchEvent(new Event('input', { bubbles: true }));
field.dispatchEvent(new Event('change', { bubbles: true }));
return true;";
const IS_TAKEN: &str = "return document.querySelector('main').innerText.includes('导入好了');";

/// Has a year in the app, on a device that has nothing yet.
pub type FillsYear = fn(&Session) -> Result<()>;

/// The years.
pub const YEARS: [(&str, FillsYear); 2] = [
    ("every member", with_every_member),
    ("a busy year", with_busy_year),
];

fn with_every_member(session: &Session) -> Result<()> {
    let mut file: Value = serde_json::from_str(EVERY_MEMBER)?;
    // A standard of one's own is another start: whoever has it here is judged by the built-in one.
    let payload = &mut file["payload"];
    payload["standards"] = Value::Array(Vec::new());
    let organizations = payload["organizations"].as_array_mut();
    for organization in organizations.into_iter().flatten() {
        organization["pack"] = Value::Null;
    }
    let is_built_in = |one: &Value| {
        let pack = one.pointer("/pack/id").and_then(Value::as_str);
        pack.is_some_and(|pack| pack.starts_with("wuxing."))
    };
    let assessments = payload["assessments"].as_array_mut();
    assessments.context("a list")?.retain(is_built_in);
    // The sum is over the whole.
    file.as_object_mut().context("a file")?.remove("sha256");
    imports(session, &file.to_string())
}

fn with_busy_year(session: &Session) -> Result<()> {
    begins_and_answers(session)?;
    goes_to(session, "#/me/backup")?;
    presses(session, "预览要发的内容")?;
    let text = waits_for(session, READS_PREVIEW)?;
    let mut file =
        serde_json::from_str(text.as_str().unwrap_or_default()).context("what goes out is JSON")?;
    let year = session.execute("return new Date().getFullYear();", &[])?;
    let year = i32::try_from(year.as_i64().context("a year")?)?;
    busy_year::add_to(&mut file, year, &busy_year::VILLAGE)?;
    imports(session, &file.to_string())
}

fn imports(session: &Session, text: &str) -> Result<()> {
    goes_to(session, "#/me/import")?;
    does_with(session, PASTES, &[text.into()])?;
    presses(session, "打开这段文字")?;
    presses(session, "导入")?;
    does(session, IS_TAKEN)
}
