//! The browser breaks its promises: it is full, it damages what it keeps, it refuses or never
//! answers. The person is told, and nothing that was safe is lost.

use crate::branch::{
    A_BASIC, answers_on, begins_a_village, goes_to_questions, is_told_that_it_is_saved,
};
use crate::stored::{
    Slot, deletes_journal, fills_local_storage, keys, makes_room, slots, writes_slot,
};
use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};
use wuxing_e2e::edition;
use wuxing_e2e::journey::{Journey, Stage};
use wuxing_e2e::person::{Named, Person};
use wuxing_e2e::routes;
use wuxing_e2e::site::Site;

/// The journeys of this file.
pub const JOURNEYS: &[Journey] = &[
    Journey::in_all(
        "no room anywhere: she is led to an export",
        is_led_to_an_export,
    ),
    Journey::in_all("full storage: she is told", is_told_that_storage_is_full),
    Journey::in_all(
        "damaged slot: the journal opens",
        opens_the_journal_for_a_damaged_slot,
    ),
    Journey::in_all(
        "no journal: the other slot opens",
        opens_the_other_slot_without_a_journal,
    ),
    Journey::in_all(
        "newer data: is left alone",
        leaves_data_of_a_newer_version_alone,
    ),
    Journey::in_all(
        "refused storage: every page says so",
        is_told_that_nothing_is_kept,
    ),
    Journey::in_all(
        "hanging journal: a smaller promise",
        is_told_of_a_smaller_promise,
    ),
];

/// An address of the site where no app runs, from which its storage can be changed.
const ELSEWHERE: &str = "no-page-of-the-app";

/// localStorage is full to the last unit. She is told, an export is at hand, the answer is safe in
/// the journal, and once there is room everything is as before.
fn is_told_that_storage_is_full(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    let before = has_answered_once(&secretary, &site)?;

    fills_local_storage(&secretary)?;
    secretary.answers(1, 1)?;
    // What she is told moves the questions down; she taps the next one where it is then.
    secretary.sees("请现在导出一份")?;
    secretary.answers(2, 0)?;
    secretary.unfolds_first("备注 · 佐证 · 依据")?;
    secretary.writes("备注", "存储已经满了，这一句也不能丢。")?;
    secretary.sees_status("已存，请看说明")?;
    secretary.sees("请现在导出一份")?;
    secretary.takes_a_picture("full")?;
    let answers = answers_on(&secretary, A_BASIC)?;
    ensure!(answers != before, "the answers are on the page");

    secretary.reloads()?;
    ensure!(
        answers_on(&secretary, A_BASIC)? == answers,
        "the journal had them"
    );
    makes_room(&secretary)?;
    secretary.answers(0, 1)?;
    is_told_that_it_is_saved(&secretary)
}

/// localStorage is full and there is no journal: nothing more can be kept. She is told so, and is
/// led to an export that has everything.
fn is_led_to_an_export(stage: &Stage) -> Result<()> {
    let without = edition::without_journal(&stage.programs.site)?;
    let site = Site::serve(without.path())?;
    let secretary = stage.person()?;
    has_answered_once_somehow(&secretary, &site)?;

    fills_local_storage(&secretary)?;
    secretary.unfolds_first("备注 · 佐证 · 依据")?;
    secretary.writes("备注", "存储已经满了，这一句只在页面上。")?;
    secretary.sees_status("没有保存成功")?;
    secretary.takes_a_picture("nowhere-to-go")?;
    secretary.taps_button("立即导出")?;
    secretary.taps_button("预览要发的内容")?;
    let sent = secretary.reads_field("会发出的内容")?;
    ensure!(
        sent.contains("这一句只在页面上"),
        "the export lacks what could not be saved"
    );
    Ok(())
}

/// One byte of the newest slot is damaged: the journal has it all, and the damaged one is moved
/// aside and not thrown away.
fn opens_the_journal_for_a_damaged_slot(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    let answers = has_answered_once(&secretary, &site)?;

    let damaged = damages_the_newest_slot(&secretary, &site)?;
    secretary.opens(&site.page(A_BASIC))?;
    ensure!(
        answers_on(&secretary, A_BASIC)? == answers,
        "the journal had everything"
    );
    is_kept_aside(&secretary, &damaged)
}

/// The newest slot is damaged and the journal is gone: the other slot opens, with all but the last
/// answer.
fn opens_the_other_slot_without_a_journal(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    let earlier = has_answered_once(&secretary, &site)?;
    secretary.answers(1, 1)?;
    is_told_that_it_is_saved(&secretary)?;

    let damaged = damages_the_newest_slot(&secretary, &site)?;
    deletes_journal(&secretary)?;
    secretary.opens(&site.page(A_BASIC))?;
    ensure!(
        answers_on(&secretary, A_BASIC)? == earlier,
        "all but the last answer is there"
    );
    is_kept_aside(&secretary, &damaged)
}

/// A newer version of the app has written here. Its data can be read, is never written over, and
/// the person is told why.
fn leaves_data_of_a_newer_version_alone(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    let answers = has_answered_once(&secretary, &site)?;

    leaves_the_app(&secretary, &site)?;
    let newest = newest_assessment(&secretary)?;
    let newer = of_a_newer_schema(&newest)?;
    writes_slot(&secretary, &newest.key, &newer)?;
    secretary.opens(&site.page(A_BASIC))?;
    secretary.sees("新版本写的")?;
    secretary.takes_a_picture("newer-data")?;
    ensure!(
        answers_on(&secretary, A_BASIC)? == answers,
        "it can be read"
    );
    // What is not taken does not stay chosen, either.
    secretary.taps(&Named {
        role: "radio",
        name: "部分达标",
        group: Some("班子配备到位"),
    })?;
    secretary.sees("不能改")?;
    ensure!(
        answers_on(&secretary, A_BASIC)? == answers,
        "an answer that was not taken stays chosen"
    );
    std::thread::sleep(std::time::Duration::from_secs(1));
    let now = newest_assessment(&secretary)?;
    ensure!(
        now.value == newer,
        "data of a newer version was written over"
    );
    Ok(())
}

/// The browser refuses to keep anything: every page says so before it is too late.
fn is_told_that_nothing_is_kept(stage: &Stage) -> Result<()> {
    let refusing = edition::with_storage_refused(&stage.programs.site)?;
    let site = Site::serve(refusing.path())?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    secretary.sees("关闭前请导出")?;
    secretary.sees("这个浏览器不让保存数据")?;
    begins_a_village(&secretary)?;
    goes_to_questions(&secretary, A_BASIC)?;
    secretary.answers(0, 0)?;
    let answers = answers_on(&secretary, A_BASIC)?;
    for route in routes::always() {
        secretary.goes_to(&route)?;
        let told = secretary.sees("关闭前请导出");
        told.with_context(|| format!("{route} does not say that nothing is kept"))?;
    }
    secretary.takes_a_picture("refused")?;
    ensure!(
        answers_on(&secretary, A_BASIC)? == answers,
        "until then the answers are there"
    );
    Ok(())
}

/// The journal never answers: saving is not held up, and the promise is a smaller one, in words.
fn is_told_of_a_smaller_promise(stage: &Stage) -> Result<()> {
    let hanging = edition::with_journal_hanging(&stage.programs.site)?;
    let site = Site::serve(hanging.path())?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    // The journal might hold what she had; it never says so, and she can go on.
    secretary.sees("正在找以前的内容")?;
    secretary.taps_button("不等了，从头开始")?;
    begins_a_village(&secretary)?;
    goes_to_questions(&secretary, A_BASIC)?;
    secretary.answers(0, 0)?;
    secretary.sees_status("已存，请看说明")?;
    ensure!(
        !secretary.reads("已保存")?,
        "the whole promise must not be made"
    );
    secretary.taps_button("已存，请看说明")?;
    secretary.sees("第二份备份还没写完")?;
    secretary.takes_a_picture("hanging")?;
    let answers = answers_on(&secretary, A_BASIC)?;
    secretary.reloads()?;
    ensure!(
        answers_on(&secretary, A_BASIC)? == answers,
        "localStorage had it"
    );
    Ok(())
}

/// A village with one answer, where the whole promise cannot be made.
fn has_answered_once_somehow(secretary: &Person, site: &Site) -> Result<()> {
    secretary.opens(&site.address())?;
    begins_a_village(secretary)?;
    goes_to_questions(secretary, A_BASIC)?;
    secretary.answers(0, 0)?;
    secretary.sees_status("已存，请看说明")
}

/// A village with one answer, and what is answered then.
fn has_answered_once(secretary: &Person, site: &Site) -> Result<Vec<(String, String)>> {
    secretary.opens(&site.address())?;
    begins_a_village(secretary)?;
    goes_to_questions(secretary, A_BASIC)?;
    secretary.answers(0, 0)?;
    is_told_that_it_is_saved(secretary)?;
    answers_on(secretary, A_BASIC)
}

fn leaves_the_app(secretary: &Person, site: &Site) -> Result<()> {
    for missing in [ELSEWHERE, "favicon.ico"] {
        secretary.watch.borrow_mut().expects_error(missing);
    }
    secretary.opens_whatever_comes(&site.page(ELSEWHERE))
}

fn newest_assessment(secretary: &Person) -> Result<Slot> {
    slots(secretary, "assessment/")?
        .into_iter()
        .next()
        .context("the assessment is kept in a slot")
}

/// Leaves the app, and changes one character in the middle of the newest slot.
fn damages_the_newest_slot(secretary: &Person, site: &Site) -> Result<String> {
    leaves_the_app(secretary, site)?;
    let newest = newest_assessment(secretary)?;
    let middle = newest
        .value
        .char_indices()
        .nth(newest.value.chars().count() / 2);
    let (at, old) = middle.context("a slot has a middle")?;
    let new = if old == 'x' { 'y' } else { 'x' };
    let damaged = format!(
        "{}{new}{}",
        &newest.value[..at],
        &newest.value[at + old.len_utf8()..]
    );
    writes_slot(secretary, &newest.key, &damaged)?;
    Ok(damaged)
}

fn is_kept_aside(secretary: &Person, damaged: &str) -> Result<()> {
    let aside = keys(secretary, "wuxing:aside:")?;
    for key in &aside {
        let script = "return localStorage.getItem(arguments[0]) === arguments[1];";
        if secretary.runs(script, &[key.as_str().into(), damaged.into()])? == true {
            return Ok(());
        }
    }
    anyhow::bail!("the damaged slot is not among what was moved aside: {aside:?}")
}

/// The same body under a header that a later version of the app would write.
fn of_a_newer_schema(slot: &Slot) -> Result<String> {
    let (header, body) = slot
        .value
        .split_once('\n')
        .context("a slot has a header line")?;
    let parts: Vec<&str> = header.split(' ').collect();
    let [magic, layout, _, schema, _] = parts[..] else {
        anyhow::bail!("a header has five parts: {header}");
    };
    let (generation, schema) = (slot.generation + 5, schema.parse::<u64>()? + 1);
    let header = format!("{magic} {layout} {generation} {schema}");
    // The newer build seals what it writes, as every build does.
    let digest = Sha256::digest(format!("{header}\n{body}"));
    let seal: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(format!("{header} {seal}\n{body}"))
}
