//! A review there and back (审核): the secretary sends a period, whoever checks writes what was
//! found, and the secretary sees both columns, accepts, replies, and takes up what is to be put
//! right.
//!
//! Not here: the files in between (`private_files`).

use crate::branch::{A_BASIC, answers_everything, begins_a_village, goes_to_questions, outcome};
use crate::own_standard::uses_half_points;
use anyhow::{Result, ensure};
use wuxing_e2e::busy_branch::imports;
use wuxing_e2e::journey::{Journey, Stage};
use wuxing_e2e::person::Person;

/// The journeys of this file.
pub const JOURNEYS: &[Journey] = &[
    Journey::in_all("reviewing: goes there and back", goes_there_and_back),
    Journey::in_all("reviewing: differs by tenths", differs_by_tenths),
    Journey::in_all(
        "reviewing: is not taken where nothing is known",
        is_not_taken_where_nothing_is_known,
    ),
];

/// There, back, answered, there again, and closed, between two browsers that know nothing of each
/// other but the files.
fn goes_there_and_back(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let (secretary, checker) = (stage.person()?, stage.person()?);
    secretary.opens(&site.address())?;
    begins_a_village(&secretary)?;
    goes_to_questions(&secretary, A_BASIC)?;
    ensure!(answers_everything(&secretary)? > 0);
    let own = outcome(&secretary)?;

    checker.opens(&site.address())?;
    imports(&checker, &period(&secretary)?)?;
    checker.taps_button("审核这一份")?;
    checker.sees_heading("审核")?;
    checker.writes("审核单位", "镇党委组织办")?;
    let item = first_met(&checker)?;
    checker.taps_button(&item)?;
    checker.chooses("审核认定", "部分达标")?;
    checker.writes("审核意见", "记录缺两次")?;
    checker.writes("整改要求", "把缺的记录补上")?;
    checker.takes_a_picture("reviewing")?;
    ensure!(
        checker
            .names_of("button")?
            .iter()
            .any(|name| name.starts_with("其余")),
        "one tap agrees on the rest"
    );
    let review = what_goes_back(&checker)?;
    ensure!(!review.contains("answers"), "a review has no answers in it");

    imports(&secretary, &review)?;
    // Home says so until it was replied to.
    secretary.goes_to("#/")?;
    secretary.sees("有 1 条还没有回应")?;
    secretary.taps_link("看审核意见")?;
    secretary.sees_heading("不一样的 1 条")?;
    secretary.sees("镇党委组织办")?;
    secretary.sees("记录缺两次")?;
    secretary.takes_a_picture("side by side")?;
    secretary.taps_button("认可")?;
    secretary.sees("已认可")?;
    secretary.taps_button("列入整改")?;
    secretary.goes_to("#/")?;
    secretary.sees_no("还没有回应")?;
    secretary.goes_to("#/review")?;
    secretary.taps_link("看整改")?;
    secretary.sees("把缺的记录补上")?;
    let after = outcome(&secretary)?;
    let says = |text: &str| text.replace("自评和审核对照", "");
    ensure!(
        says(&after).contains("五基") && says(&own).contains("五基"),
        "her own result stays: {after}"
    );

    // Her reply goes along; whoever checks closes it, and that closes hers.
    imports(&checker, &period(&secretary)?)?;
    checker.goes_to("#/reviewing")?;
    checker.sees_heading("审核")?;
    let item = first_reviewed(&checker)?;
    checker.taps_button(&item)?;
    checker.taps_button("已整改好，销号")?;
    checker.sees("已销号")?;
    imports(&secretary, &what_goes_back(&checker)?)?;
    secretary.taps_button("看审核意见")?;
    secretary.sees("审核方已销号")
}

/// By a scheme with half points the level above gives two points where the secretary gave two and a
/// half, and both are told how far they are apart.
fn differs_by_tenths(stage: &Stage) -> Result<()> {
    let (site, secretary) = uses_half_points(stage)?;
    secretary.taps_link("责任落实")?;
    secretary.taps_button_in("党建工作责任制", "没有扣分情形")?;
    secretary.sees("2.5 / 2.5 分")?;

    let checker = stage.person()?;
    checker.opens(&site.address())?;
    imports(&checker, &period(&secretary)?)?;
    checker.taps_button("审核这一份")?;
    checker.sees_heading("审核")?;
    checker.writes("审核单位", "镇党委组织办")?;
    let item = named(&checker, |name| name.contains("自评：2.5 / 2.5 分"))?;
    checker.taps_button(&item)?;
    checker.puts("审核得分（满分 2.5）", "2.1")?;
    checker.sees("审核：2.1 分")?;
    checker.takes_a_picture("tenths")?;

    imports(&secretary, &what_goes_back(&checker)?)?;
    secretary.goes_to("#/review")?;
    secretary.sees_heading("不一样的 1 条")?;
    secretary.sees("2.1 分")?;
    secretary.sees("自评比审核多 0.4 分")?;
    secretary.takes_a_picture("tenths side by side")
}

/// A review on a device that does not have what it is about is not taken.
fn is_not_taken_where_nothing_is_known(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let (secretary, checker) = (stage.person()?, stage.person()?);
    secretary.opens(&site.address())?;
    begins_a_village(&secretary)?;
    secretary.goes_to("#/reviewing")?;
    secretary.writes("审核单位", "镇党委组织办")?;
    let review = what_goes_back(&secretary)?;
    checker.opens(&site.address())?;
    checker.goes_to("#/me/import")?;
    checker.puts("或粘贴文字", &review)?;
    checker.taps_button("打开这段文字")?;
    checker.sees("这份审核说的组织不在这部设备上")
}

/// What she sends of her period.
fn period(secretary: &Person) -> Result<String> {
    secretary.goes_to("#/result")?;
    secretary.taps_link("导出这一期")?;
    secretary.taps_button("预览要发的内容")?;
    secretary.reads_field("会发出的内容")
}

fn what_goes_back(checker: &Person) -> Result<String> {
    checker.goes_to("#/reviewing")?;
    checker.sees_heading("发回去")?;
    checker.taps_button("预览要发的内容")?;
    checker.reads_field("会发出的内容")
}

fn first_met(checker: &Person) -> Result<String> {
    named(checker, |name| name.contains("自评：达标"))
}

fn first_reviewed(checker: &Person) -> Result<String> {
    named(checker, |name| name.contains("审核：部分达标"))
}

fn named(checker: &Person, is_it: impl Fn(&str) -> bool) -> Result<String> {
    let mut found = None;
    checker.waits("there is no such item", || {
        let names = checker.names_of("button")?;
        found = names.into_iter().find(|name| is_it(name));
        Ok(found.is_some())
    })?;
    found.ok_or_else(|| anyhow::anyhow!("there is no such item"))
}
