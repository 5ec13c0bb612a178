//! Help where the word stands, and the search.

use crate::branch::{begins_a_village, is_told_that_it_is_saved};
use anyhow::{Result, ensure};
use serde_json::json;
use std::time::Duration;
use wuxing_e2e::clock::WithClock;
use wuxing_e2e::journey::{Journey, Stage};
use wuxing_e2e::person::Person;
use wuxing_e2e::site::Site;

/// The journeys of this file.
pub const JOURNEYS: &[Journey] = &[
    Journey::in_all(
        "help: a hard word says what it means",
        a_hard_word_says_what_it_means,
    ),
    Journey::in_all("help: what is searched is found", what_is_searched_is_found),
    Journey::in_all("help: is reminded of a backup", is_reminded_of_a_backup),
];

/// From a question to what a hard word of it means, and back to the word; then the pages of help,
/// which need no organisation.
fn a_hard_word_says_what_it_means(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    secretary.taps_link("帮助")?;
    secretary.sees_heading("帮助")?;
    secretary.unfolds_first("换手机怎么办？")?;
    secretary.sees("在新手机打开这个网址")?;
    secretary.taps_link("名词解释")?;
    secretary.sees_heading("名词解释")?;
    secretary.sees("村集体的资金、资产、资源")?;
    secretary.goes_to("#/start")?;
    begins_a_village(&secretary)?;
    secretary.goes_to("#/indicator/ORG-01")?;
    secretary.unfolds_everything()?;
    opens_and_closes(&secretary)
}

/// The first mark of certainty opens its meaning over the page; closing it leaves the focus where
/// it was.
fn opens_and_closes(secretary: &Person) -> Result<()> {
    let marked = "return document.querySelector('.term-mark')?.innerText ?? '';";
    secretary.waits("no source has a mark", || {
        Ok(secretary.runs(marked, &[])? != "")
    })?;
    let mark = secretary.runs(marked, &[])?;
    let mark = mark.as_str().unwrap_or_default().to_owned();
    secretary.runs("document.querySelector('.term-mark').focus();", &[])?;
    secretary.runs("document.activeElement.click();", &[])?;
    secretary.sees_heading(&mark)?;
    secretary.takes_a_picture("meaning")?;
    secretary.taps_button("知道了")?;
    let focused = "return document.activeElement.innerText;";
    secretary.waits("the focus is not back at the mark", || {
        Ok(secretary.runs(focused, &[])? == json!(mark))
    })
}

/// What is asked and what was recorded is found while it is written, by words and by first letters;
/// the way back leads to the list.
fn what_is_searched_is_found(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    secretary.taps_button("看示例")?;
    secretary.sees_no("看示例")?;
    for page in ["#/assess", "#/checklist", "#/me"] {
        secretary.goes_to(page)?;
        secretary.taps_link("搜索")?;
        secretary.sees_heading("搜索")?;
    }
    let field = "找指标、责任项、记录和名词";
    secretary.writes(field, "dydh")?;
    secretary.sees_status("找到")?;
    secretary.sees_heading("五基指标")?;
    secretary.sees_heading("责任项")?;
    secretary.sees_heading("记录")?;
    secretary.takes_a_picture("found")?;
    let focused = secretary.runs("return document.activeElement.type;", &[])?;
    ensure!(focused == "search", "the field lost the focus: {focused}");
    secretary.taps_link("党员大会 每季度至少")?;
    secretary.sees_heading("党员大会")?;
    secretary.runs("history.back();", &[])?;
    secretary.sees_status("找到")?;
    ensure!(
        secretary.reads_field(field)? == "dydh",
        "what was written is gone"
    );
    secretary.puts(field, "没有这样的词")?;
    secretary.sees_status("没有找到")
}

/// A month after she began without a backup the home page says so, in one line that leads to where
/// one is made; the day before it says nothing.
fn is_reminded_of_a_backup(stage: &Stage) -> Result<()> {
    let clock = WithClock::of(&stage.programs.site, "2026-10-01")?;
    let site = Site::serve(clock.folder())?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    begins_a_village(&secretary)?;
    is_told_that_it_is_saved(&secretary)?;
    for (day, reminded) in [("2026-10-30", false), ("2026-11-02", true)] {
        clock.turns_to(day)?;
        secretary.reloads()?;
        secretary.goes_to("#/")?;
        if reminded {
            secretary.sees("天没有备份")?;
        } else {
            // What reminds comes with a later part of the app.
            std::thread::sleep(Duration::from_secs(3));
            ensure!(!secretary.reads("没有备份")?, "reminded on {day}");
        }
    }
    secretary.taps_link("去备份")?;
    secretary.sees_heading("备份")
}
