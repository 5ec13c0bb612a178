//! The ledger leaves the phone and comes back (台账的进出): whole, from an old file, from two tabs at
//! once, and as a file for the phone's own calendar; and the tools beside it.
//!
//! Not here: files of assessments alone (`first_start`).

use crate::agenda::{Asked, asked, goes_to_agenda, records, records_of};
use crate::branch::{begins_a_village, deletes_everything, is_told_that_it_is_saved, outcome};
use anyhow::{Context, Result, ensure};
use icalendar::{Calendar, CalendarComponent, Component};
use std::collections::BTreeSet;
use wuxing_e2e::busy_branch;
use wuxing_e2e::busy_year::VILLAGE;
use wuxing_e2e::clock::WithClock;
use wuxing_e2e::journey::{Journey, Stage};
use wuxing_e2e::person::Person;
use wuxing_e2e::programs::root;
use wuxing_e2e::site::Site;

/// The journeys of this file.
pub const JOURNEYS: &[Journey] = &[
    Journey::in_all(
        "ledger: a year goes out and comes in",
        a_year_goes_out_and_comes_in,
    ),
    Journey::in_all(
        "ledger: a file of the first version opens",
        a_file_of_the_first_version_opens,
    ),
    Journey::in_all("ledger: two tabs record in turn", two_tabs_record_in_turn),
    Journey::in_all(
        "ledger: the steps tell their limits",
        the_steps_tell_their_limits,
    ),
    Journey::in_chromium("ledger: votes are reckoned", votes_are_reckoned),
    Journey::in_all(
        "ledger: the calendar is read elsewhere",
        the_calendar_is_read_elsewhere,
    ),
];

/// A busy year goes out, everything is deleted, and it comes in again: the same is asked, and the
/// same is the result.
fn a_year_goes_out_and_comes_in(stage: &Stage) -> Result<()> {
    let clock = WithClock::of(&stage.programs.site, "2026-12-20")?;
    let site = Site::serve(clock.folder())?;
    let secretary = stage.person()?;
    busy_branch::begins(&secretary, &site.address(), &VILLAGE)?;
    clock.turns_to("2027-02-10")?;
    secretary.reloads()?;
    let before = sees(&secretary)?;
    ensure!(
        before.records.len() > 150 && !before.asked.is_empty(),
        "the year is not there: {before:?}"
    );
    secretary.goes_to("#/me/backup")?;
    secretary.taps_button("复制文字")?;
    secretary.sees("已复制")?;
    deletes_everything(&secretary)?;
    secretary.reloads()?;
    secretary.goes_to("#/")?;
    secretary.sees("你的组织是哪一类？")?;

    secretary.goes_to("#/me/import")?;
    secretary.pastes_what_was_copied("或粘贴文字")?;
    busy_branch::takes_over(&secretary)?;
    is_told_that_it_is_saved(&secretary)?;
    secretary.reloads()?;
    let after = sees(&secretary)?;
    ensure!(after == before, "{after:?} instead of {before:?}");
    Ok(())
}

/// What she sees of her year.
#[derive(Debug, PartialEq, Eq)]
struct Seen {
    asked: Vec<Asked>,
    records: Vec<String>,
    rectifications: String,
    result: String,
}

fn sees(secretary: &Person) -> Result<Seen> {
    goes_to_agenda(secretary)?;
    let asked = asked(secretary)?;
    secretary.goes_to("#/rectifications")?;
    secretary.sees_heading("问题整改")?;
    Ok(Seen {
        asked,
        rectifications: secretary.main_text()?,
        records: records_of(secretary, 2026)?,
        result: outcome(secretary)?,
    })
}

/// A file of the first version, which knew no ledger, opens, and its organisation has an agenda.
fn a_file_of_the_first_version_opens(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    let file = root().join("tests/fixtures/file-v1-backup.json");
    busy_branch::imports(&secretary, &std::fs::read_to_string(file)?)?;
    is_told_that_it_is_saved(&secretary)?;
    goes_to_agenda(&secretary)?;
    let all = asked(&secretary)?;
    let first = all.first().context("nothing is due")?;
    records(&secretary, first)?;
    is_told_that_it_is_saved(&secretary)
}

/// Two tabs record in turn, and everything is in both.
fn two_tabs_record_in_turn(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    begins_a_village(&secretary)?;
    is_told_that_it_is_saved(&secretary)?;
    let (first, second) = secretary.opens_another_tab(&site.page("#/checklist"))?;
    const ROUNDS: usize = 6;
    let this_year = secretary.runs("return new Date().getFullYear();", &[])?;
    let this_year = u32::try_from(this_year.as_u64().context("a year")?)?;
    let mut recorded = BTreeSet::new();
    for round in 0..ROUNDS {
        secretary.switches_to(if round % 2 == 0 { &first } else { &second })?;
        goes_to_agenda(&secretary)?;
        let mut due = asked(&secretary)?.into_iter();
        let next = due.find(|one| !recorded.contains(&one.button));
        let next = next.context("nothing more is due")?;
        records(&secretary, &next)?;
        is_told_that_it_is_saved(&secretary)?;
        recorded.insert(next.button);
    }
    for tab in [&first, &second] {
        secretary.switches_to(tab)?;
        for _ in 0..2 {
            secretary.waits("a record of the other tab does not come", || {
                Ok(records_of(&secretary, this_year)?.len() == ROUNDS)
            })?;
            secretary.reloads()?;
        }
    }
    Ok(())
}

/// A person on her way into the Party: a step is taken by a tap, its day is put, and the limit of
/// the next one is told.
fn the_steps_tell_their_limits(stage: &Stage) -> Result<()> {
    let clock = WithClock::of(&stage.programs.site, "2026-06-20")?;
    let site = Site::serve(clock.folder())?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    begins_a_village(&secretary)?;
    secretary.goes_to("#/mechanism/admission_steps")?;
    secretary.taps_button("加一位发展对象（代号）")?;
    secretary.writes("代号", "甲")?;
    secretary.taps_button("好了")?;
    secretary.taps_link("甲")?;
    secretary.sees_heading("办理进度")?;
    secretary.unfolds_everything()?;
    ensure!(
        secretary.names_of("checkbox")?.len() >= 25,
        "there are 25 steps"
    );
    secretary.ticks("1. 递交入党申请书")?;
    secretary.sees("最晚 7 月 20 日")?;
    secretary.puts("递交入党申请书的日期", "2026-03-02")?;
    secretary.sees("已过期限：最晚 4 月 2 日")?;
    secretary.takes_a_picture("overdue")?;
    is_told_that_it_is_saved(&secretary)?;
    secretary.reloads()?;
    secretary.sees("已过期限：最晚 4 月 2 日")?;
    secretary.unfolds_everything()?;
    secretary.ticks("2. 党组织派人谈话")?;
    secretary.sees("晚于规定：最晚 4 月 2 日")
}

/// Three numbers say whether enough came and whether it passed.
fn votes_are_reckoned(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    begins_a_village(&secretary)?;
    secretary.goes_to("#/quorum")?;
    secretary.sees_heading("到会表决计算")?;
    for (number, value) in [("应到人数", "32"), ("实到人数", "20"), ("赞成票", "17")] {
        secretary.puts(number, value)?;
    }
    secretary.sees("到会人数够")?;
    secretary.sees("实得 17 票")?;
    secretary.sees("通过")?;
    secretary.sees_no("没有通过")?;
    secretary.takes_a_picture("passed")?;
    secretary.puts("赞成票", "16")?;
    secretary.sees("没有通过")?;
    secretary.puts("实到人数", "15")?;
    secretary.sees("人数有误")?;
    secretary.puts("赞成票", "15")?;
    secretary.sees("到会人数不足")
}

/// What is copied for the phone's calendar is read by a parser that is not ours.
fn the_calendar_is_read_elsewhere(stage: &Stage) -> Result<()> {
    let clock = WithClock::of(&stage.programs.site, "2026-06-20")?;
    let site = Site::serve(clock.folder())?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    begins_a_village(&secretary)?;
    secretary.goes_to("#/me/profile")?;
    secretary.puts("届满日", "2026-12-31")?;
    secretary.goes_to("#/calendar")?;
    secretary.taps_button("复制文字")?;
    secretary.sees("已复制")?;
    secretary.takes_a_picture("copied")?;
    secretary.goes_to("#/me/import")?;
    secretary.pastes_what_was_copied("或粘贴文字")?;
    let text = secretary.reads_field("或粘贴文字")?;

    let calendar: Calendar = text
        .replace('\n', "\r\n")
        .parse()
        .map_err(anyhow::Error::msg)?;
    let events: Vec<_> = calendar
        .components
        .iter()
        .filter_map(|one| match one {
            CalendarComponent::Event(event) => Some(event),
            _ => None,
        })
        .collect();
    ensure!(events.len() > 30, "only {} events", events.len());
    let ids: BTreeSet<_> = events.iter().filter_map(|event| event.get_uid()).collect();
    ensure!(ids.len() == events.len(), "ids are not unique");
    let has = |title: &str, day: &str| {
        events.iter().any(|event| {
            event
                .get_summary()
                .is_some_and(|summary| summary.contains(title))
                && event.property_value("DTSTART") == Some(day)
        })
    };
    for (title, day) in [
        ("收缴党费", "20260630"),
        ("党员大会", "20260930"),
        ("换届", "20261130"),
    ] {
        ensure!(has(title, day), "「{title}」 on {day} is missing in {text}");
    }
    Ok(())
}
