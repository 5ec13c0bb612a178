//! 述评考 and the cards beside it: what is drafted from the records, votes with their shares, rows,
//! and points that become rectifications.

use anyhow::{Result, ensure};
use wuxing_e2e::journey::{Journey, Stage};

/// The journeys of this file.
pub const JOURNEYS: &[Journey] = &[Journey::in_all(
    "appraisal: the year's report",
    the_years_report,
)];

/// The year's report is drafted from the records, the votes are reckoned, and what was raised
/// becomes rectifications in one tap, which is one step back.
fn the_years_report(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    secretary.taps_button("看示例")?;
    secretary.sees_no("看示例")?;
    // It is found by what is done with it, too.
    secretary.goes_to("#/checklist/more")?;
    secretary.writes("找一项", "述职")?;
    secretary.sees("书记述评考")?;
    secretary.sees_no("党费月份")?;
    secretary.goes_to("#/mechanism/annual_report")?;
    secretary.sees_heading("书记述评考")?;
    let year = secretary.runs("return new Date().getFullYear();", &[])?;
    secretary.taps_button(&format!("填 {year} 年的"))?;
    secretary.writes("述 · 最满意的 1 件", "修好了村口的路")?;
    secretary.unfolds_first("从记录里选")?;
    secretary.taps_button("党员大会")?;
    let written = secretary.reads_field("述 · 最满意的 1 件")?;
    ensure!(
        written.starts_with("修好了村口的路\n党员大会"),
        "the field has 「{written}」"
    );
    for (grade, votes) in [("好", "20"), ("较好", "9"), ("差", "1")] {
        secretary.writes_in("评 · 本单位党员测评", grade, votes)?;
    }
    secretary.sees("好、较好合计 29 票，96.7%")?;
    secretary.taps_button("加一条意见")?;
    secretary.writes("意见或问题", "路灯少")?;
    secretary.taps_button("列入整改（1 条）")?;
    secretary.sees("已列入整改 1 条")?;
    // The step that this was is taken along.
    let taken = secretary.reads_field("意见列入整改的日期")?;
    ensure!(!taken.is_empty(), "the step has no day");
    secretary.takes_a_picture("annual-report")?;
    secretary.goes_to("#/rectifications")?;
    secretary.taps_link("路灯少")?;
    secretary.sees_heading("路灯少")?;
    secretary.taps_link("看原来的卡")?;
    secretary.sees_heading("书记述评考")
}
