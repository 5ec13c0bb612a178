//! The first start: from nothing to a result that is still there tomorrow, and that survives as a
//! file or a copied text when everything else is gone.

use crate::branch::{
    answers_everything, answers_on, begins_a_village, deletes_everything, goes_to_questions,
    is_told_that_it_is_saved, outcome,
};
use crate::stored::keys;
use anyhow::{Result, ensure};
use wuxing_e2e::journey::{Journey, Stage};
use wuxing_e2e::person::Person;
use wuxing_e2e::routes;

/// The journeys of this file.
pub const JOURNEYS: &[Journey] = &[Journey::in_all(
    "first start: a village is assessed",
    a_village_is_assessed,
)];

/// A village is entered, everything in the five basics and one star is answered by tapping, and
/// after loading the page again all of it is there. Then it goes out and comes in again.
fn a_village_is_assessed(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    secretary.sees("没有服务器，不上传，不排名")?;
    secretary.takes_a_picture("welcome")?;
    begins_a_village(&secretary)?;
    secretary.takes_a_picture("overview")?;

    let pages = routes::of_basics_and_stars(&secretary)?;
    let (basics, stars): (Vec<&String>, Vec<&String>) =
        pages.iter().partition(|page| page.contains("/basic/"));
    ensure!(
        basics.len() == 5 && stars.len() == 5,
        "five basics and five stars: {pages:?}"
    );
    for page in basics.iter().chain(stars.first()) {
        goes_to_questions(&secretary, page)?;
        let answered = answers_everything(&secretary)?;
        ensure!(answered > 0, "nothing could be answered on {page}");
        is_told_that_it_is_saved(&secretary)?;
    }
    secretary.takes_a_picture("answered")?;

    let before = outcome(&secretary)?;
    ensure!(
        before.contains("到今天，五基全部达标"),
        "every basic is met: {before}"
    );
    secretary.takes_a_picture("result")?;
    let answers = answers_on(&secretary, basics[0])?;

    secretary.reloads()?;
    is_as_before(&secretary, &before)?;
    ensure!(
        answers_on(&secretary, basics[0])? == answers,
        "so is every answer"
    );

    comes_back_from_a_file(&secretary)?;
    is_as_before(&secretary, &before)?;
    comes_back_from_copied_text(&secretary)?;
    is_as_before(&secretary, &before)?;
    ensure!(
        answers_on(&secretary, basics[0])? == answers,
        "every answer came back"
    );
    Ok(())
}

fn is_as_before(secretary: &Person, before: &str) -> Result<()> {
    let now = outcome(secretary)?;
    ensure!(
        now == before,
        "the result differs:\n{now}\ninstead of:\n{before}"
    );
    Ok(())
}

fn comes_back_from_a_file(secretary: &Person) -> Result<()> {
    secretary.goes_to("#/me/backup")?;
    secretary.taps_button("下载文件")?;
    secretary.sees("已开始下载")?;
    let file = secretary.gets_a_file()?;
    secretary.takes_a_picture("exported")?;
    begins_anew(secretary)?;

    secretary.goes_to("#/me/import")?;
    secretary.chooses_file("选择文件", &file)?;
    looks_and_imports(secretary)
}

fn comes_back_from_copied_text(secretary: &Person) -> Result<()> {
    secretary.goes_to("#/me/backup")?;
    secretary.taps_button("复制文字")?;
    secretary.sees("已复制")?;
    begins_anew(secretary)?;

    secretary.goes_to("#/me/import")?;
    secretary.pastes_what_was_copied("或粘贴文字")?;
    secretary.taps_button("打开这段文字")?;
    looks_and_imports(secretary)
}

fn begins_anew(secretary: &Person) -> Result<()> {
    deletes_everything(secretary)?;
    secretary.reloads()?;
    secretary.goes_to("#/")?;
    secretary.sees("你的组织是哪一类？")?;
    let left = keys(secretary, "wuxing:slot:assessment")?;
    ensure!(
        left.is_empty(),
        "an assessment is still on the device: {left:?}"
    );
    Ok(())
}

fn looks_and_imports(secretary: &Person) -> Result<()> {
    secretary.sees_heading("导入预览")?;
    secretary.takes_a_picture("preview")?;
    secretary.taps_button("导入")?;
    secretary.sees("导入好了")?;
    is_told_that_it_is_saved(secretary)
}
