//! Writing a note, with a Chinese input method and without.

use crate::branch::{
    A_BASIC, WHAT_KIND, begins_a_village, goes_to_questions, is_told_that_it_is_saved,
};
use anyhow::{Result, ensure};
use serde_json::json;
use std::time::Duration;
use wuxing_e2e::journey::{Journey, Stage};
use wuxing_e2e::person::Person;
use wuxing_e2e::site::Site;

/// The journeys of this file.
pub const JOURNEYS: &[Journey] = &[
    Journey::in_all(
        "writing: begins with the cursor in a field",
        begins_with_the_cursor_in_a_field,
    ),
    Journey::in_chromium("writing: composes in peace", composes_in_peace),
    Journey::in_chromium("writing: keeps a note half typed", keeps_a_note_half_typed),
];

/// Longer than the app waits before it saves what was typed.
const LONGER_THAN_A_PAUSE: Duration = Duration::from_millis(900);

/// Timers of some length no longer ring, as in a page that the phone has put to sleep: what saves
/// after a pause in typing is no help.
const TIMERS_SLEEP: &str = "\
const ring = window.setTimeout.bind(window);
window.setTimeout = (call, delay, ...rest) => delay >= 300 ? 0 : ring(call, delay, ...rest);
";

/// Letters wait under the caret until a word is chosen. Meanwhile the field is left alone, even
/// when the app saves and draws; afterwards the word is kept.
fn composes_in_peace(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    opens_a_note(&secretary, &site)?;
    secretary.writes("备注", "届满")?;

    for letters in ["h", "hu", "hua", "huan", "huan j", "huan ji", "huan jie"] {
        composes(&secretary, letters)?;
        reads_in_field(&secretary, &format!("届满{letters}"))?;
    }
    std::thread::sleep(LONGER_THAN_A_PAUSE);
    reads_in_field(&secretary, "届满huan jie")?;
    commits(&secretary, "换届")?;
    reads_in_field(&secretary, "届满换届")?;

    // The next word begins before the first one is saved.
    composes(&secretary, "yi")?;
    std::thread::sleep(LONGER_THAN_A_PAUSE);
    reads_in_field(&secretary, "届满换届yi")?;
    commits(&secretary, "已完成")?;
    is_told_that_it_is_saved(&secretary)?;
    secretary.takes_a_picture("composed")?;

    secretary.reloads()?;
    goes_to_questions(&secretary, A_BASIC)?;
    unfolds_the_note(&secretary)?;
    reads_in_field(&secretary, "届满换届已完成")
}

/// A tap that leaves the cursor where it is, as on some phones: the field is left only when it
/// goes away with its page. The app used to stop there, because nothing was behind the field then.
fn begins_with_the_cursor_in_a_field(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    secretary.taps_button_in(WHAT_KIND, "村")?;
    secretary.writes("组织名称", "红旗村党总支")?;
    secretary.runs(
        "const begin = [...document.querySelectorAll('button')]
           .find((one) => one.innerText.trim() === '开始自评');
         document.querySelector('main input[type=text]').focus();
         begin.click();",
        &[],
    )?;
    secretary.sees_heading("自评")?;
    goes_to_questions(&secretary, A_BASIC)?;
    secretary.answers(0, 0)?;
    is_told_that_it_is_saved(&secretary)
}

/// A note is half typed when a call comes: the page goes to the background and the browser is
/// killed there. What was typed is there afterwards.
fn keeps_a_note_half_typed(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let mut secretary = stage.person()?;
    opens_a_note(&secretary, &site)?;
    is_told_that_it_is_saved(&secretary)?;
    secretary.runs(TIMERS_SLEEP, &[])?;
    secretary.writes("备注", "支委会记录在")?;
    secretary.puts_the_page_in_the_background()?;
    // A browser is given a moment before it is ended.
    std::thread::sleep(Duration::from_millis(300));
    secretary.has_her_browser_killed()?;

    secretary.opens(&site.page(A_BASIC))?;
    goes_to_questions(&secretary, A_BASIC)?;
    unfolds_the_note(&secretary)?;
    reads_in_field(&secretary, "支委会记录在")
}

fn opens_a_note(secretary: &Person, site: &Site) -> Result<()> {
    secretary.opens(&site.address())?;
    begins_a_village(secretary)?;
    goes_to_questions(secretary, A_BASIC)?;
    unfolds_the_note(secretary)
}

fn unfolds_the_note(secretary: &Person) -> Result<()> {
    secretary.unfolds_first("备注 · 佐证 · 依据")
}

fn composes(secretary: &Person, letters: &str) -> Result<()> {
    let end = letters.chars().count();
    let composition = json!({"text": letters, "selectionStart": end, "selectionEnd": end});
    secretary
        .browser
        .session
        .chromium("Input.imeSetComposition", &composition)
        .map(drop)
}

fn commits(secretary: &Person, word: &str) -> Result<()> {
    secretary
        .browser
        .session
        .chromium("Input.insertText", &json!({"text": word}))
        .map(drop)
}

fn reads_in_field(secretary: &Person, expected: &str) -> Result<()> {
    let found = secretary.reads_field("备注")?;
    ensure!(
        found == expected,
        "the note says 「{found}」 and not 「{expected}」"
    );
    Ok(())
}
