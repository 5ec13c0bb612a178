//! One entry serves all (联动): what a record brings about and takes with it, and the way of an
//! indicator that is unmet to its rectification and back.
//!
//! Not here: a whole year of records (`year`).

use crate::agenda::{Asked, asked, goes_to_agenda, records};
use crate::branch::{A_BASIC, begins_a_village, goes_to_questions, is_told_that_it_is_saved};
use anyhow::{Context, Result, ensure};
use wuxing_e2e::clock::WithClock;
use wuxing_e2e::journey::{Journey, Stage};
use wuxing_e2e::person::Person;
use wuxing_e2e::site::Site;

/// The journeys of this file.
pub const JOURNEYS: &[Journey] = &[
    Journey::in_all("links: a record gives and takes", a_record_gives_and_takes),
    Journey::in_all(
        "links: a rectification comes back",
        a_rectification_comes_back,
    ),
];

const MEETING: &str = "党员大会";
const COUNTED: &str = "已按记录自动填写";

/// A meeting is recorded: its duty is done and its indicator filled. The record is taken out, and
/// both are as before; the undo brings all of it back.
fn a_record_gives_and_takes(stage: &Stage) -> Result<()> {
    let clock = WithClock::of(&stage.programs.site, "2026-01-20")?;
    let site = Site::serve(clock.folder())?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    begins_a_village(&secretary)?;
    let meeting = asks_for_the_meeting(&secretary)?.context("the meeting is due")?;
    records(&secretary, &meeting)?;
    let record = is_counted(&secretary)?;
    secretary.goes_to(&record)?;
    secretary.takes_a_picture("record")?;
    secretary.taps_button("删掉这条")?;
    secretary.taps_button("撤销")?;
    is_counted(&secretary)?;

    secretary.goes_to(&record)?;
    secretary.taps_button("删掉这条")?;
    is_told_that_it_is_saved(&secretary)?;
    secretary.reloads()?;
    is_not_counted(&secretary)
}

/// Sees that it counts, and returns the address of the record.
fn is_counted(secretary: &Person) -> Result<String> {
    ensure!(
        asks_for_the_meeting(secretary)?.is_none(),
        "what is recorded is asked for"
    );
    secretary.goes_to("#/duty/D-GM")?;
    secretary.sees_heading(MEETING)?;
    let links = secretary.addresses()?;
    let mut of_records = links.iter().filter(|one| one.starts_with("#/record/"));
    let record = of_records.next().cloned();
    secretary.goes_to("#/indicator/ACT-01")?;
    secretary.sees(COUNTED)?;
    record.with_context(|| format!("the duty does not lead to its record: {links:?}"))
}

fn is_not_counted(secretary: &Person) -> Result<()> {
    ensure!(
        asks_for_the_meeting(secretary)?.is_some(),
        "the duty is still done"
    );
    secretary.goes_to("#/indicator/ACT-01")?;
    secretary.sees_heading("党员大会")?;
    secretary.sees_no("已按记录自动填")?;
    secretary.goes_to("#/records")?;
    secretary.sees("这一年还没有记录")
}

fn asks_for_the_meeting(secretary: &Person) -> Result<Option<Asked>> {
    goes_to_agenda(secretary)?;
    let mut all = asked(secretary)?.into_iter();
    Ok(all.find(|one| one.title == MEETING))
}

/// An indicator is unmet. One tap begins its rectification, and there is never a second one; it
/// goes its way, and at the end the indicator is asked again and is met.
fn a_rectification_comes_back(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    begins_a_village(&secretary)?;
    goes_to_questions(&secretary, A_BASIC)?;
    answers_the_first(&secretary, "未达标")?;
    secretary.taps_button("列入整改")?;
    secretary.sees_heading("问题 · 已列入整改")?;
    secretary.takes_a_picture("begun")?;
    let problem = secretary.reads_field("什么问题")?;
    ensure!(!problem.is_empty(), "the problem is not filled in");
    // It was noted over the page, which is where it was.
    secretary.taps_button("好了")?;
    secretary.sees("看整改")?;
    let names = secretary.names_of("button")?;
    ensure!(
        !names.iter().any(|name| name == "列入整改"),
        "a second one can be begun"
    );
    secretary.taps_link("看整改")?;
    secretary.sees_button("交办")?;
    let rectification = secretary.runs("return location.hash;", &[])?;
    let rectification = rectification.as_str().context("an address")?.to_owned();

    secretary.taps_button("交办")?;
    secretary.sees("先填责任人")?;
    secretary.chooses("责任人", "组织委员")?;
    for step in ["交办", "已解决", "销号"] {
        secretary.taps_button(step)?;
    }
    secretary.sees("重新自评")?;
    secretary.takes_a_picture("closed")?;
    is_told_that_it_is_saved(&secretary)?;
    secretary.reloads()?;
    secretary.sees("重新自评")?;

    goes_to_questions(&secretary, A_BASIC)?;
    answers_the_first(&secretary, "达标")?;
    secretary.goes_to(&rectification)?;
    secretary.sees("自评里这项指标已经是「达标」")
}

/// Gives the first question of the page an answer by its word.
fn answers_the_first(secretary: &Person, word: &str) -> Result<()> {
    let questions = secretary.questions()?;
    let first = questions.first().context("a question")?;
    let place = first.choices.iter().position(|choice| choice == word);
    let place = place.with_context(|| format!("「{word}」 among {:?}", first.choices))?;
    secretary.answers(0, place)
}
