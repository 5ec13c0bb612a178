//! The standard of her county: a table is pasted as it was copied, looked over, brought into
//! use, and its first item answered. Nothing is typed that stands in the table.

use crate::branch::{WHAT_KIND, begins_a_village};
use anyhow::{Result, ensure};
use serde_json::json;
use std::path::Path;
use wuxing_e2e::journey::{Journey, Stage};
use wuxing_e2e::person::Person;
use wuxing_e2e::routes;
use wuxing_e2e::site::Site;

/// The journeys of this file.
pub const JOURNEYS: &[Journey] = &[
    Journey::in_chromium(
        "own standard: a hundred marks with merged cells",
        a_hundred_marks,
    ),
    Journey::in_chromium(
        "own standard: parts by weight, with vetoes",
        parts_by_weight,
    ),
    Journey::in_chromium("own standard: headings as rows", headings_as_rows),
    Journey::in_chromium("own standard: half points", half_points),
    Journey::in_chromium("own standard: a workbook", a_workbook),
    Journey::in_chromium("own standard: a list of duties", a_list_of_duties),
    Journey::in_chromium("own standard: from the first start", from_the_first_start),
    Journey::in_chromium("own standard: has names of its own", has_names_of_its_own),
];

/// Pages that speak of the app, of how another organisation begins, and of what documents call
/// mechanisms.
const OF_THE_APP: [&str; 3] = ["#/start", "#/help/words", "#/checklist/more"];

/// Pasting as a browser tells of it where a program copied a table.
const PASTE: &str = "const data = new DataTransfer(); \
    data.setData('text/html', arguments[0]); data.setData('text/plain', arguments[1]); \
    document.querySelector('textarea').dispatchEvent(new ClipboardEvent('paste', \
    { clipboardData: data, bubbles: true, cancelable: true }));";

/// A scheme of a hundred marks with merged cells, as a spreadsheet copies it.
fn a_hundred_marks(stage: &Stage) -> Result<()> {
    let (_site, secretary) = pastes_page(
        stage,
        include_str!("../../../fixtures/schemes/hundred-marks.html"),
    )?;
    secretary.sees("认出 5 项指标，2 个部分")?;
    secretary.sees("没有拿不准的地方")?;
    brings_into_use(&secretary)?;
    secretary.taps_link("好的班子")?;
    secretary.taps_button_in("班子健全", "没有扣分情形")?;
    secretary.sees("4 / 4 分")
}

/// The same scheme as a workbook, which an office program wrote: it comes to the same.
fn a_workbook(stage: &Stage) -> Result<()> {
    let (_site, secretary) = at_the_page(stage)?;
    let scheme = "../fixtures/schemes/hundred-marks.xlsx";
    // A file input takes a path as it is, and one with 「..」 in it leads nowhere.
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join(scheme)
        .canonicalize()?;
    secretary.chooses_file("选 Excel 或 CSV 文件", &file)?;
    reads(&secretary)?;
    secretary.sees("认出 5 项指标，2 个部分")?;
    secretary.sees("没有拿不准的地方")?;
    brings_into_use(&secretary)?;
    secretary.taps_link("好的班子")?;
    secretary.taps_button_in("班子健全", "没有扣分情形")?;
    secretary.sees("4 / 4 分")
}

/// Parts by weight, choices, discretion and vetoes, as a word processor copies it.
fn parts_by_weight(stage: &Stage) -> Result<()> {
    let (_site, secretary) = pastes_text(
        stage,
        include_str!("../../../fixtures/schemes/weighted.tsv"),
    )?;
    secretary.sees("1 处请你看一眼")?;
    secretary.unfolds_first("教学科研带头 · 40 分")?;
    secretary.taps_button("没问题")?;
    secretary.sees("没有拿不准的地方")?;
    brings_into_use(&secretary)?;
    secretary.taps_link("A 日常建设")?;
    secretary.chooses("组织设置规范", "较好")?;
    secretary.sees("15")
}

/// Headings as rows, with the points in the text, from a file of commas.
fn headings_as_rows(stage: &Stage) -> Result<()> {
    let (_site, secretary) = pastes_text(
        stage,
        include_str!("../../../fixtures/schemes/headings.csv"),
    )?;
    secretary.sees("认出 4 项指标，2 个部分")?;
    brings_into_use(&secretary)?;
    secretary.taps_link("组织建设")?;
    secretary.taps_button_in("阵地建设", "没有扣分情形")?;
    secretary.sees("10 / 10 分")
}

/// Half points under two lines of heads, and a bonus with a cap.
fn half_points(stage: &Stage) -> Result<()> {
    let (_site, secretary) = pastes_text(
        stage,
        include_str!("../../../fixtures/schemes/half-points.tsv"),
    )?;
    secretary.sees("没有拿不准的地方")?;
    brings_into_use(&secretary)?;
    secretary.taps_link("责任落实")?;
    secretary.taps_button_in("党建工作责任制", "没有扣分情形")?;
    secretary.sees("2.5 / 2.5 分")
}

/// A list of duties without points, from a web page.
fn a_list_of_duties(stage: &Stage) -> Result<()> {
    let (_site, secretary) =
        pastes_page(stage, include_str!("../../../fixtures/schemes/duties.html"))?;
    secretary.sees("认出 7 项指标，3 个部分")?;
    brings_into_use(&secretary)?;
    secretary.taps_link("组织建设")?;
    secretary.chooses("召开支委会", "达标")?;
    secretary.sees("达标")
}

/// The county's standard from the first start: the type, and then the table.
fn from_the_first_start(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    secretary.taps_button_in(WHAT_KIND, "村")?;
    secretary.writes("组织名称", "红旗村党总支")?;
    secretary.takes_a_picture("begin")?;
    secretary.taps_button("用本县的标准")?;
    secretary.sees_heading("用本县的标准")?;
    secretary.pastes(
        "在这里粘贴",
        include_str!("../../../fixtures/schemes/half-points.tsv"),
    )?;
    reads(&secretary)?;
    brings_into_use(&secretary)?;
    secretary.taps_link("责任落实")?;
    secretary.sees("党建工作责任制")
}

/// A scheme of a county has no stars and no five basics, and no page speaks of any but the pages
/// that begin another organisation, and those that say what the app is called.
fn has_names_of_its_own(stage: &Stage) -> Result<()> {
    let (_site, secretary) = uses_hundred_marks(stage)?;
    secretary.taps_link("好的班子")?;
    secretary.taps_button_in("班子健全", "没有扣分情形")?;
    let mut pages = routes::always();
    pages.retain(|page| !OF_THE_APP.contains(&page.as_str()));
    pages.extend(routes::of_basics_and_stars(&secretary)?);
    pages.extend(routes::of_an_indicator(&secretary)?);
    let mut found = Vec::new();
    for page in pages {
        secretary.goes_to(&page)?;
        secretary.unfolds_everything()?;
        let text = secretary.main_text()?.replace("五基五星", "");
        // What documents are called stands as it is in the sources.
        let text = match (page.as_str(), text.split_once("依据 ")) {
            ("#/standard", Some((before, _))) => before,
            _ => &text,
        };
        for word in ["星", "五基", "个基"] {
            if let Some((before, after)) = text.split_once(word) {
                let before: String = before.chars().rev().take(12).collect();
                let before: String = before.chars().rev().collect();
                let after: String = after.chars().take(12).collect();
                found.push(format!("{page}: {before}{word}{after}"));
            }
        }
    }
    ensure!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

/// A village that uses a scheme of a hundred marks.
pub fn uses_hundred_marks(stage: &Stage) -> Result<(Site, Person)> {
    let scheme = include_str!("../../../fixtures/schemes/hundred-marks.html");
    let (site, secretary) = pastes_page(stage, scheme)?;
    brings_into_use(&secretary)?;
    Ok((site, secretary))
}

/// A village that uses a scheme with half points.
pub fn uses_half_points(stage: &Stage) -> Result<(Site, Person)> {
    let scheme = include_str!("../../../fixtures/schemes/half-points.tsv");
    let (site, secretary) = pastes_text(stage, scheme)?;
    brings_into_use(&secretary)?;
    Ok((site, secretary))
}

/// A village, and the page on which a table is pasted.
pub fn at_the_page(stage: &Stage) -> Result<(Site, Person)> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    begins_a_village(&secretary)?;
    secretary.goes_to("#/standard")?;
    secretary.taps_link("用本县的标准")?;
    secretary.sees_heading("用本县的标准")?;
    Ok((site, secretary))
}

/// Somebody with an organisation has it judged by a table of a county.
pub fn uses_a_table(secretary: &Person) -> Result<()> {
    secretary.goes_to("#/standard/own")?;
    // As text, since not every browser lets a script paste a page.
    let scheme = include_str!("../../../fixtures/schemes/half-points.tsv");
    secretary.pastes("在这里粘贴", scheme)?;
    reads(secretary)?;
    brings_into_use(secretary)
}

fn pastes_page(stage: &Stage, html: &str) -> Result<(Site, Person)> {
    let (site, secretary) = at_the_page(stage)?;
    secretary.sees("在这里粘贴")?;
    secretary.runs(PASTE, &[json!(html), json!("")])?;
    reads(&secretary)?;
    Ok((site, secretary))
}

fn pastes_text(stage: &Stage, text: &str) -> Result<(Site, Person)> {
    let (site, secretary) = at_the_page(stage)?;
    secretary.pastes("在这里粘贴", text)?;
    reads(&secretary)?;
    Ok((site, secretary))
}

fn reads(secretary: &Person) -> Result<()> {
    secretary.sees("收到")?;
    secretary.taps_button("识别这张表")?;
    secretary.sees_heading("标准草稿")?;
    secretary.takes_a_picture("draft")
}

pub fn brings_into_use(secretary: &Person) -> Result<()> {
    secretary.taps_button("启用这套标准")?;
    secretary.sees_heading("自评")
}
