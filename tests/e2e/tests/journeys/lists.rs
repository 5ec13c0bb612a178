//! Long lists (长清单): what is searched in them and whose they are is kept on the way back, and on a
//! wide screen the list stands beside the page that it leads to.
//!
//! Not here: the search over everything (`help`).

use crate::branch::begins_a_village;
use anyhow::{Result, ensure};
use wuxing_e2e::browser::PHONE;
use wuxing_e2e::journey::{Journey, Stage};
use wuxing_e2e::person::Person;
use wuxing_e2e::site::Site;

/// The journeys of this file.
pub const JOURNEYS: &[Journey] = &[
    Journey::in_all(
        "lists: what was searched is kept",
        what_was_searched_is_kept,
    ),
    Journey::in_chromium("lists: stand beside their pages", stand_beside_their_pages),
    Journey::in_chromium(
        "lists: the list beside says what was answered",
        the_list_beside_says_what_was_answered,
    ),
];

/// A screen on which a list and a page stand side by side, in CSS pixels.
const WIDE: (u32, u32) = (1_280, 800);

/// The list beside the page: its name, and the row of the page that is shown; `null` if there is
/// none.
const BESIDE: &str = "\
const list = document.querySelector('aside');
if (!list) return null;
const row = list.querySelector('a[aria-current]:not(.room)');
return [list.getAttribute('aria-label'), row && row.getAttribute('href')];";

/// Whether what has the focus is in the page, and not in the list beside it.
const IS_IN_PAGE: &str = "return document.activeElement.closest('main') !== null;";

/// The duties are searched, one of them is looked at, and the way back leads to what was found.
fn what_was_searched_is_kept(stage: &Stage) -> Result<()> {
    let (_site, secretary) = sees_the_example(stage)?;
    secretary.goes_to("#/standard")?;
    secretary.writes("找指标", "dydh")?;
    secretary.sees("找到 1 条")?;
    secretary.taps_link("党员大会")?;
    secretary.sees_heading("党员大会")?;
    secretary.taps_link("返回 标准")?;
    secretary.sees_heading("标准")?;
    secretary.sees("找到 1 条")?;
    let written = secretary.reads_field("找指标")?;
    ensure!(written == "dydh", "the field has 「{written}」");

    secretary.goes_to("#/duties")?;
    secretary.writes("找责任项", "党费")?;
    secretary.sees("收缴党费")?;
    secretary.sees_no("联系流动党员")?;
    secretary.goes_to("#/me")?;
    secretary.sees_heading("我的")?;
    secretary.goes_to("#/duties")?;
    secretary.sees("收缴党费")?;
    secretary.sees_no("联系流动党员")
}

/// On a wide screen the checklist stands beside a duty; its row is marked, the focus goes to what
/// was opened, and what is narrower has the page alone.
fn stand_beside_their_pages(stage: &Stage) -> Result<()> {
    let (_site, secretary) = sees_the_example(stage)?;
    secretary.has_a_screen_of(WIDE.0, WIDE.1)?;
    secretary.goes_to("#/checklist")?;
    secretary.sees_heading("清单")?;
    let beside = secretary.runs(BESIDE, &[])?;
    ensure!(beside.is_null(), "a list has a list beside it: {beside}");
    let duty = opens_the_first_duty(&secretary)?;
    secretary.waits("the checklist does not stand beside the duty", || {
        let beside = secretary.runs(BESIDE, &[])?;
        Ok(beside[0] == "清单" && beside[1] == duty.as_str())
    })?;
    // From the title the keyboard comes to the page first, and to the list behind it.
    secretary.presses("\u{e004}")?;
    ensure!(
        secretary.runs(IS_IN_PAGE, &[])? == true,
        "the focus does not go to the page"
    );
    secretary.takes_a_picture("beside")?;

    secretary.goes_to("#/assess/basic/basic_team")?;
    secretary.sees_heading("基本队伍")?;
    secretary.waits("自评 does not stand beside a basic", || {
        let beside = secretary.runs(BESIDE, &[])?;
        Ok(beside[0] == "自评" && beside[1] == "#/assess/basic/basic_team")
    })?;
    secretary.takes_a_picture("questions")?;
    secretary.has_a_screen_of(PHONE.0, PHONE.1)?;
    secretary.waits("a list stands beside a page on a phone", || {
        Ok(secretary.runs(BESIDE, &[])?.is_null())
    })
}

/// Answering beside the list: what is answered stands in the list at once.
fn the_list_beside_says_what_was_answered(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    begins_a_village(&secretary)?;
    secretary.has_a_screen_of(WIDE.0, WIDE.1)?;
    secretary.goes_to("#/assess/basic/basic_org")?;
    secretary.sees_heading("基本组织")?;
    secretary.answers(0, 0)?;
    secretary.waits("the list does not say it", || {
        let list = "return document.querySelector('aside')?.innerText ?? '';";
        let list = secretary.runs(list, &[])?;
        Ok(list.as_str().is_some_and(|text| text.contains("已查 1/")))
    })
}

/// Opens the first duty of the checklist, and hands back its address.
fn opens_the_first_duty(secretary: &Person) -> Result<String> {
    let first = "return document.querySelector('main .agenda-what')?.getAttribute('href') ?? '';";
    let mut address = String::new();
    secretary.waits("no duty is listed", || {
        let found = secretary.runs(first, &[])?;
        address = found.as_str().unwrap_or_default().to_owned();
        Ok(!address.is_empty())
    })?;
    let link = secretary.runs("return document.querySelector('main .agenda-what');", &[])?;
    secretary.taps_here(&link)?;
    Ok(address)
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
