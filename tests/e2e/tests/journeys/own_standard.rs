//! The standard of her county: a table is pasted as it was copied, looked over, brought into
//! use, and its first item answered. Nothing is typed that stands in the table.

use crate::branch::{WHAT_KIND, begins_a_village};
use anyhow::Result;
use serde_json::json;
use std::path::Path;
use wuxing_e2e::journey::{Journey, Stage};
use wuxing_e2e::person::Person;
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
    Journey::in_chromium("own standard: changed in place", changed_in_place),
    Journey::in_chromium("own standard: the next version", the_next_version),
    Journey::in_chromium("own standard: from the first start", from_the_first_start),
];

/// Pasting as a browser tells of it where a program copied a table.
const PASTE: &str = "const data = new DataTransfer(); \
    data.setData('text/html', arguments[0]); data.setData('text/plain', arguments[1]); \
    document.querySelector('textarea').dispatchEvent(new ClipboardEvent('paste', \
    { clipboardData: data, bubbles: true, cancelable: true }));";

/// A scheme of a hundred marks with merged cells, as a spreadsheet copies it.
fn a_hundred_marks(stage: &Stage) -> Result<()> {
    let secretary = pastes_page(
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
    let site = stage.site()?;
    let secretary = at_the_page(stage, &site)?;
    let scheme = "../fixtures/schemes/hundred-marks.xlsx";
    // A file input takes a path as it is, and one with 「..」 in it leads nowhere.
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join(scheme)
        .canonicalize()?;
    secretary.chooses_file("选 Excel 或 CSV 文件", &file)?;
    let secretary = reads(secretary)?;
    secretary.sees("认出 5 项指标，2 个部分")?;
    secretary.sees("没有拿不准的地方")?;
    brings_into_use(&secretary)?;
    secretary.taps_link("好的班子")?;
    secretary.taps_button_in("班子健全", "没有扣分情形")?;
    secretary.sees("4 / 4 分")
}

/// Parts by weight, choices, discretion and vetoes, as a word processor copies it.
fn parts_by_weight(stage: &Stage) -> Result<()> {
    let secretary = pastes_text(
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
    let secretary = pastes_text(
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
    let secretary = pastes_text(
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
    let secretary = pastes_page(stage, include_str!("../../../fixtures/schemes/duties.html"))?;
    secretary.sees("认出 7 项指标，3 个部分")?;
    brings_into_use(&secretary)?;
    secretary.taps_link("组织建设")?;
    secretary.chooses("召开支委会", "达标")?;
    secretary.sees("达标")
}

/// A copy of the built-in standard: an item is rewritten, one is taken out and brought back, one is
/// added, and all of it is brought into use.
pub fn changed_in_place(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = at_the_page(stage, &site)?;
    secretary.taps_button("在自带标准上改")?;
    secretary.sees_heading("标准草稿")?;
    secretary.takes_a_picture("copy")?;
    secretary.unfolds_first("基本组织")?;
    secretary.taps_link("班子配备到位")?;
    secretary.sees_heading("改一项")?;
    secretary.writes("名称", "按时换届不拖延")?;
    secretary.sees("改过")?;
    secretary.unfolds_first("原来怎么写")?;
    secretary.sees_button("改回原来的")?;
    secretary.takes_a_picture("item")?;
    secretary.taps_link("改好了")?;
    secretary.sees("改过 1 项")?;
    secretary.unfolds_first("基本组织")?;
    secretary.taps_link("按时换届不拖延")?;
    secretary.taps_button("去掉")?;
    secretary.sees("去掉 1 项")?;
    secretary.unfolds_first("去掉的")?;
    secretary.taps_button("恢复「班子配备到位」")?;
    secretary.sees_no("去掉 1 项")?;
    secretary.unfolds_first("基本组织")?;
    secretary.taps_button("在「基本组织」加一项")?;
    secretary.sees_heading("改一项")?;
    secretary.writes("名称", "河长巡河")?;
    secretary.taps_link("改好了")?;
    secretary.sees("本县的 1 项")?;
    brings_into_use(&secretary)?;
    secretary.taps_link("基本组织")?;
    secretary.sees("河长巡河")
}

/// A scheme in use becomes the next version, which gets a name of its own.
pub fn the_next_version(stage: &Stage) -> Result<()> {
    let secretary = pastes_page(
        stage,
        include_str!("../../../fixtures/schemes/hundred-marks.html"),
    )?;
    brings_into_use(&secretary)?;
    secretary.taps_link("好的班子")?;
    secretary.taps_button_in("班子健全", "没有扣分情形")?;
    secretary.goes_to("#/standard/own")?;
    secretary.taps_button("改出下一版")?;
    secretary.sees_heading("标准草稿")?;
    secretary.unfolds_first("好的班子")?;
    secretary.taps_link("班子健全")?;
    secretary.puts("满分", "6")?;
    secretary.taps_link("改好了")?;
    secretary.sees("本期已有的回答")?;
    secretary.sees("保留 · 1")?;
    brings_into_use(&secretary)?;
    secretary.taps_link("好的班子")?;
    secretary.sees("6 / 6 分")
}

/// The county's standard from the first start: the type, and then the table.
pub fn from_the_first_start(stage: &Stage) -> Result<()> {
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
    let secretary = reads(secretary)?;
    brings_into_use(&secretary)?;
    secretary.taps_link("责任落实")?;
    secretary.sees("党建工作责任制")
}

/// A village, and the page on which a table is pasted.
fn at_the_page(stage: &Stage, site: &Site) -> Result<Person> {
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    begins_a_village(&secretary)?;
    secretary.goes_to("#/standard")?;
    secretary.taps_link("用本县的标准")?;
    secretary.sees_heading("用本县的标准")?;
    Ok(secretary)
}

fn pastes_page(stage: &Stage, html: &str) -> Result<Person> {
    let site = stage.site()?;
    let secretary = at_the_page(stage, &site)?;
    secretary.sees("在这里粘贴")?;
    secretary.runs(PASTE, &[json!(html), json!("")])?;
    reads(secretary)
}

fn pastes_text(stage: &Stage, text: &str) -> Result<Person> {
    let site = stage.site()?;
    let secretary = at_the_page(stage, &site)?;
    secretary.pastes("在这里粘贴", text)?;
    reads(secretary)
}

fn reads(secretary: Person) -> Result<Person> {
    secretary.sees("收到")?;
    secretary.taps_button("识别这张表")?;
    secretary.sees_heading("标准草稿")?;
    secretary.takes_a_picture("draft")?;
    Ok(secretary)
}

fn brings_into_use(secretary: &Person) -> Result<()> {
    secretary.taps_button("启用这套标准")?;
    secretary.sees_heading("自评")
}
