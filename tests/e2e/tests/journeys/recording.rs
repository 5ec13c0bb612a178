//! Recording in place (记一次): from wherever the user is, over the page, which stays as it was.
//!
//! Not here: what a record brings about (`links`).

use crate::agenda::records_of;
use crate::branch::{A_BASIC, begins_a_village, goes_to_questions, is_told_that_it_is_saved};
use anyhow::{Context, Result, ensure};
use std::time::{Duration, Instant};
use wuxing_e2e::clock::WithClock;
use wuxing_e2e::journey::{Journey, Stage};
use wuxing_e2e::person::Person;
use wuxing_e2e::site::Site;

/// The journeys of this file.
pub const JOURNEYS: &[Journey] = &[
    Journey::in_all(
        "recording: two taps record a meeting",
        two_taps_record_a_meeting,
    ),
    Journey::in_all(
        "recording: the list stays in its place",
        the_list_stays_in_its_place,
    ),
    Journey::in_all(
        "recording: back leads to how it was",
        back_leads_to_how_it_was,
    ),
    Journey::in_chromium(
        "recording: the way back covers nothing",
        the_way_back_covers_nothing,
    ),
];

/// ＋ above the tabs.
const ADD: &str = "记会议、记问题";

/// Two taps from the first page to a recorded meeting. What is known stands there, the vote is
/// judged as it is typed, and nothing is lost by leaving.
fn two_taps_record_a_meeting(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    begins_a_village(&secretary)?;
    secretary.goes_to("#/")?;
    secretary.taps_button(ADD)?;
    secretary.taps_button("党员大会")?;
    secretary.sees_heading("党员大会 · 已记")?;
    let expected = secretary.reads_field("应到人数")?;
    ensure!(expected == "32", "「{expected}」 are expected, and not 32");
    secretary.puts("实到人数", "20")?;
    secretary.puts("赞成票", "17")?;
    secretary.sees("人数够，表决通过")?;
    secretary.sees("须 16 人到会、17 票赞成")?;
    secretary.takes_a_picture("passed")?;
    secretary.chooses("哪一天", "昨天")?;
    secretary.taps_button("好了")?;
    is_told_that_it_is_saved(&secretary)?;
    let yesterday = "const day = new Date(Date.now() - 864e5); \
        return [day.getFullYear(), `${day.getMonth() + 1} 月 ${day.getDate()} 日`];";
    let yesterday = secretary.runs(yesterday, &[])?;
    let year = u32::try_from(yesterday[0].as_u64().context("a year")?)?;
    let day = yesterday[1].as_str().context("a day")?;
    let records = records_of(&secretary, year)?;
    let is_it = |one: &String| one.contains("党员大会") && one.contains(day);
    ensure!(records.iter().any(is_it), "it is not among {records:?}");

    // Last time's numbers are offered, and not taken by themselves.
    secretary.goes_to("#/")?;
    secretary.taps_button(ADD)?;
    secretary.taps_button("党员大会")?;
    secretary.taps_button("和上次一样：实到人数 20，赞成票 17")?;
    secretary.sees("人数够，表决通过")?;
    secretary.taps_button("撤销")?;
    let records = records_of(&secretary, year)?;
    ensure!(records.len() == 1, "it was not taken back: {records:?}");
    Ok(())
}

/// A meeting is recorded over the list from under a fold: the list is where it was, the fold is
/// open, and the browser's own way back leads to the list and not past it.
fn the_list_stays_in_its_place(stage: &Stage) -> Result<()> {
    let clock = WithClock::of(&stage.programs.site, "2026-11-20")?;
    let site = Site::serve(clock.folder())?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    secretary.taps_button("看示例")?;
    secretary.sees_no("看示例")?;
    secretary.goes_to("#/checklist")?;
    secretary.unfolds_everything()?;
    secretary.runs("window.scrollTo(0, 200);", &[])?;
    let before = down(&secretary)?;
    let button = secretary
        .names_of("button")?
        .into_iter()
        .rfind(|name| name.contains("记一次：") || name.contains("做完了："))
        .context("nothing is due in the example")?;
    let find = "return [...document.querySelectorAll('.agenda .button')].find((one) => \
        one.getAttribute('aria-label') === arguments[0]).click();";
    secretary.runs(find, &[serde_json::json!(button)])?;
    secretary.sees_button("好了")?;
    secretary.runs("history.back();", &[])?;
    is_closed(&secretary)?;
    is_on(&secretary, "#/checklist")?;
    let after = down(&secretary)?;
    ensure!(
        (after - before).abs() < 2.0,
        "the list went from {before} to {after}"
    );
    let open = "return document.querySelectorAll('main details[open]').length;";
    ensure!(
        secretary.runs(open, &[])?.as_u64() > Some(0),
        "the folds are shut"
    );
    secretary.sees_status("已记")
}

/// The way back leads where the user came from, and the page is as it was left: how far down, which
/// folds are open. The browser's and the app's own way back agree.
fn back_leads_to_how_it_was(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    secretary.taps_button("看示例")?;
    secretary.sees_no("看示例")?;
    for way in ["browser", "app"] {
        secretary.goes_to("#/checklist/more")?;
        secretary.unfolds_everything()?;
        secretary.runs("window.scrollTo(0, 260);", &[])?;
        let before = down(&secretary)?;
        secretary.goes_to("#/quorum")?;
        secretary.waits("another page begins at its top", || {
            Ok(down(&secretary)? < 1.0)
        })?;
        match way {
            "browser" => drop(secretary.runs("history.back();", &[])?),
            _ => secretary.taps_link("返回 更多工作机制")?,
        }
        is_on(&secretary, "#/checklist/more")?;
        secretary.waits("the page is not as it was left", || {
            let open = "return document.querySelectorAll('main details[open]').length;";
            let folds = secretary.runs(open, &[])?.as_u64();
            Ok((down(&secretary)? - before).abs() < 2.0 && folds > Some(0))
        })?;
    }
    goes_on_before_a_sheet_is_left(&secretary)
}

/// The browser leaves the entry of a sheet later than the app does. Whoever tapped a tab meanwhile
/// was taken back by it, and stood on the page below the sheet again.
fn goes_on_before_a_sheet_is_left(secretary: &Person) -> Result<()> {
    secretary.goes_to("#/")?;
    secretary.taps_button(ADD)?;
    secretary.sees_button("党员大会")?;
    let leave_and_go_on =
        "document.querySelector('dialog[open] .sheet-close').click(); location.hash = '#/records';";
    secretary.runs(leave_and_go_on, &[])?;
    std::thread::sleep(Duration::from_millis(800));
    is_on(secretary, "#/records")?;
    secretary.sees("年的记录")?;
    secretary.runs("history.back();", &[])?;
    is_on(secretary, "#/")
}

/// What says what was done, with the way back, lies over nothing of the frame, leaves every control
/// of the page within reach, and is gone after six seconds and with the page.
fn the_way_back_covers_nothing(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    begins_a_village(&secretary)?;
    secretary.has_a_screen_of(360, 640)?;
    goes_to_questions(&secretary, A_BASIC)?;
    secretary.answers(0, 0)?;
    let since = Instant::now();
    secretary.sees("已答「")?;
    let covered = secretary.runs(COVERED, &[])?;
    ensure!(
        covered.as_array().is_some_and(Vec::is_empty),
        "it covers {covered}"
    );
    secretary.takes_a_picture("answered")?;
    secretary.sees_no("已答「")?;
    let stayed = since.elapsed();
    ensure!(
        stayed > Duration::from_secs(4) && stayed < Duration::from_secs(9),
        "it stayed for {stayed:?}"
    );

    secretary.answers(1, 0)?;
    secretary.sees("已答「")?;
    std::thread::sleep(Duration::from_secs(1));
    let since = Instant::now();
    secretary.goes_to("#/assess")?;
    secretary.sees_no("已答「")?;
    ensure!(
        since.elapsed() < Duration::from_secs(3),
        "it goes along to other pages"
    );
    Ok(())
}

/// The controls that the bar covers: of the frame in any case, of the page when it is scrolled to
/// its end.
const COVERED: &str = "\
const bar = () => document.querySelector('.undo').getBoundingClientRect();
const shown = (one) => one.checkVisibility() && !one.closest('.undo');
const controls = (where) => [...document.querySelectorAll(where)].filter(shown);
const meets = (one) => {
  const [a, b] = [one.getBoundingClientRect(), bar()];
  return a.width > 0 && a.left < b.right - 1 && b.left < a.right - 1
    && a.top < b.bottom - 1 && b.top < a.bottom - 1;
};
const names = (all) => all.filter(meets).map((one) => one.outerHTML.slice(0, 80));
const frame = names(controls('.shell-top :is(a, button), .shell-bottom :is(a, button)'));
window.scrollTo(0, document.documentElement.scrollHeight);
return [...frame, ...names(controls('main :is(a, button, label, summary, input)'))];
";

fn down(secretary: &Person) -> Result<f64> {
    let down = secretary.runs("return window.scrollY;", &[])?;
    down.as_f64().context("a number of pixels")
}

fn is_on(secretary: &Person, address: &str) -> Result<()> {
    secretary.waits(&format!("the page is not {address}"), || {
        Ok(secretary.runs("return location.hash;", &[])? == address)
    })
}

fn is_closed(secretary: &Person) -> Result<()> {
    secretary.waits("it still lies over the page", || {
        let open = "return document.querySelector('dialog[open]') !== null;";
        Ok(secretary.runs(open, &[])? == false)
    })
}
