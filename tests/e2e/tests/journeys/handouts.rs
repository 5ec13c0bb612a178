//! What leaves the phone to be read (材料): a report is on its way in three taps, comes back as data,
//! and is whole on paper.
//!
//! Not here: what stands in each handout (`tests/handouts`).

use anyhow::{Result, ensure};
use std::fs;
use wuxing_e2e::clock::WithClock;
use wuxing_e2e::journey::{Journey, Stage};
use wuxing_e2e::pdf;
use wuxing_e2e::person::Person;
use wuxing_e2e::site::Site;

/// The journeys of this file.
pub const JOURNEYS: &[Journey] = &[
    Journey::in_all(
        "handouts: a report is on its way in three taps",
        a_report_is_on_its_way_in_three_taps,
    ),
    Journey::in_chromium(
        "handouts: a report is whole on paper",
        a_report_is_whole_on_paper,
    ),
    Journey::in_all("handouts: the summary is hers", the_summary_is_hers),
];

/// ＋ above the tabs.
const ADD: &str = "记会议、记问题";

/// From home to a report on its way in three taps: a page that any phone shows, without a script
/// that runs and without a request. Whoever takes it in has the same data.
fn a_report_is_on_its_way_in_three_taps(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    secretary.taps_button("看示例")?;
    secretary.sees_no("看示例")?;
    secretary.goes_to("#/")?;
    secretary.effort();
    secretary.taps_button(ADD)?;
    secretary.taps_button("汇报单")?;
    secretary.taps_button("发给别人")?;
    let effort = secretary.effort();
    ensure!(
        effort.taps == 3 && effort.characters == 0,
        "it takes {effort:?}"
    );
    let file = secretary.gets_a_file()?;
    let page = fs::read_to_string(&file)?;
    ensure!(
        page.contains("五基五星自查情况") && page.contains("一、五基达标情况"),
        "the page says no result"
    );
    ensure!(
        !page.contains("src=") && !page.contains("http:") && page.matches("<script").count() == 1,
        "the page loads or runs something"
    );
    is_read_by_a_browser(&secretary, &page)?;
    secretary.takes_a_picture("report")?;
    secretary.taps_button("复制文字")?;
    secretary.sees("已复制")?;

    // What is there already changes nothing.
    secretary.goes_to("#/me/import")?;
    secretary.chooses_file("选择文件", &file)?;
    secretary.sees("没有变化")
}

/// A parser that was not written here finds the tables whole and the data between them.
fn is_read_by_a_browser(secretary: &Person, page: &str) -> Result<()> {
    // The policy of the app, in whose page it is parsed, lets no style be.
    let read = "const text = arguments[0].replace(/<style>[^]*<\\/style>/, '');
const page = new DOMParser().parseFromString(text, 'text/html');
const tables = [...page.querySelectorAll('table')];
const isWhole = (table) => {
  const columns = table.querySelectorAll('thead th').length;
  const width = (row) => [...row.cells].reduce((sum, cell) => sum + cell.colSpan, 0);
  return columns > 0 && [...table.tBodies[0].rows].every((row) => width(row) === columns);
};
const data = JSON.parse(page.getElementById('wuxing-data').textContent);
return [tables.length, tables.every(isWhole), data.kind, page.documentElement.lang];";
    let found = secretary.runs(read, &[page.into()])?;
    ensure!(
        found[0].as_u64().is_some_and(|tables| tables >= 2)
            && found[1] == true
            && found[2] == "assessment"
            && found[3] == "zh-CN",
        "the page is read as {found}"
    );
    Ok(())
}

/// The report as it is printed: one page or two, every basic, star and problem on it, and no word
/// of the interface.
fn a_report_is_whole_on_paper(stage: &Stage) -> Result<()> {
    let clock = WithClock::of(&stage.programs.site, "2026-11-27")?;
    let site = Site::serve(clock.folder())?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    secretary.taps_button("看示例")?;
    secretary.sees_no("看示例")?;
    secretary.goes_to("#/result")?;
    secretary.taps_link("出汇报单")?;
    secretary.sees("一、五基达标情况")?;
    let printed = prints(&secretary)?;
    ensure!(
        (1..=2).contains(&printed.pages),
        "{} pages are printed",
        printed.pages
    );
    for expected in [
        "示例村党总支2026年第四季度五基五星自查情况",
        "基本组织",
        "基本保障",
        "党建领航星",
        "乡风文明星",
        "主要不足和原因",
        "活动室的灯坏了两盏",
        "党组织书记（签字）",
        "自查参考，以本地正式文件为准，不作为评比依据",
    ] {
        ensure!(
            printed.text.contains(expected),
            "「{expected}」 is not printed"
        );
    }
    for interface in ["发给别人", "复制文字", "简表", "首页", "返回"] {
        ensure!(
            !printed.text.contains(interface),
            "「{interface}」 is printed"
        );
    }

    // The other sheets lie as they are meant to, and are there.
    for (address, expected) in [
        ("#/handout/ledger", "党员大会"),
        ("#/handout/duties", "书记"),
        ("#/handout/rectifications", "活动室的灯坏了两盏"),
        ("#/handout/blank", "基本组织"),
        ("#/handout/hand-over", "移交人（签字）"),
    ] {
        secretary.goes_to(address)?;
        secretary.sees(expected)?;
        let printed = prints(&secretary)?;
        ensure!(printed.text.contains(expected), "{address} is not printed");
        ensure!(printed.fewest > 0, "{address} has an empty page");
    }
    Ok(())
}

fn prints(secretary: &Person) -> Result<pdf::Printed> {
    let folder = tempfile::tempdir()?;
    pdf::read(&secretary.prints()?, folder.path())
}

/// The summary is hers to change: what she writes stands in the report after she comes back, and
/// one tap brings back the one that writes itself.
fn the_summary_is_hers(stage: &Stage) -> Result<()> {
    const OWN: &str = "本季度重点抓了村务公开。";
    const FOLD: &str = "改情况综述，或者只复制这一段";
    let site = stage.site()?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    secretary.taps_button("看示例")?;
    secretary.sees_no("看示例")?;
    secretary.goes_to("#/handout/report")?;
    secretary.unfolds_first(FOLD)?;
    secretary.puts("情况综述", OWN)?;
    secretary.sees("这段你改过")?;
    secretary.reloads()?;
    let paper = || secretary.main_text();
    secretary.waits("what she wrote is not in the report", || {
        Ok(paper()?.contains(OWN))
    })?;
    secretary.unfolds_first(FOLD)?;
    secretary.taps_button("恢复自动写的")?;
    secretary.waits("the report does not write itself again", || {
        Ok(!paper()?.contains(OWN))
    })
}
