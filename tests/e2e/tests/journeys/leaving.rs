//! What leaves the phone is what she meant (导出): others get one period without what is for her eyes
//! alone, and only what she ticks besides.
//!
//! Not here: what comes in again (`first_start`, `ledger_files`).

use crate::branch::{A_BASIC, begins_a_village, goes_to_questions, is_told_that_it_is_saved};
use anyhow::{Result, ensure};
use wuxing_e2e::journey::{Journey, Stage};

/// The journeys of this file.
pub const JOURNEYS: &[Journey] = &[Journey::in_all(
    "leaving: others get one period",
    others_get_one_period,
)];

const NOTE: &str = "只给自己看的一句";

/// From the result she exports the period: her note is not in it until she ticks it. On the page
/// 数据 nothing can be handed out before she says for whom.
fn others_get_one_period(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    begins_a_village(&secretary)?;
    goes_to_questions(&secretary, A_BASIC)?;
    secretary.answers(0, 0)?;
    secretary.unfolds_first("备注 · 佐证 · 依据")?;
    secretary.writes("备注", NOTE)?;
    is_told_that_it_is_saved(&secretary)?;

    secretary.goes_to("#/result")?;
    secretary.taps_link("导出这一期")?;
    secretary.taps_button("预览要发的内容")?;
    let sent = || secretary.reads_field("会发出的内容");
    let without = sent()?;
    ensure!(
        without.contains("\"kind\": \"assessment\"") && !without.contains(NOTE),
        "the note goes out: {without}"
    );
    secretary.takes_a_picture("for-others")?;
    secretary.ticks("备注 1 条")?;
    secretary.waits("the note that she ticked does not go out", || {
        Ok(sent()?.contains(NOTE))
    })?;

    secretary.goes_to("#/me/data")?;
    secretary.sees("发给别人")?;
    secretary.sees_no("下载文件")
}
