//! A whole year of a village, month by month (一年): what was held is recorded once from the
//! checklist, and from then on nothing asks for it again.
//!
//! Not here: what becomes of a single record (`links`).

use crate::agenda::{Asked, asked, goes_to_agenda, records, records_of};
use crate::branch::{begins_a_village, is_told_that_it_is_saved};
use anyhow::{Result, ensure};
use std::collections::BTreeSet;
use wuxing_e2e::clock::WithClock;
use wuxing_e2e::journey::{Journey, Stage};
use wuxing_e2e::person::Person;
use wuxing_e2e::site::Site;

/// The journeys of this file.
pub const JOURNEYS: &[Journey] = &[
    Journey::in_all("a year: is lived through", is_lived_through),
    Journey::in_all("a year: goes on in the example", goes_on_in_the_example),
    Journey::in_all(
        "a year: a duty counts from its day",
        a_duty_counts_from_its_day,
    ),
];

/// How many times she is asked to record something in the year, by hand: the theme day in eleven
/// months and the dues and the committee in twelve; four duties of a quarter; the plan and the
/// election once; and report, winter training, meeting of organisational life and review of
/// members for two years each, since those of the year before are still open in January.
const TIMES_ASKED: usize = 11 + 2 * 12 + 4 * 4 + 2 + 4 * 2;

/// Those four of the year before do not belong to this one.
const OF_THE_YEAR_BEFORE: usize = 4;

const THEME_DAY: &str = "主题党日";
const ELECTION: &str = "按期换届";
const ORGANISATIONAL_LIFE: &str = "组织生活会";

/// How often, by the records, the general meeting, the committee, the lecture and the theme day
/// were held by the end of each quarter. There is no theme day in March.
const COUNTS: [[u32; 4]; 4] = [[1, 3, 1, 2], [2, 6, 2, 5], [3, 9, 3, 8], [4, 12, 4, 11]];

/// From nothing through a year to the January after it.
fn is_lived_through(stage: &Stage) -> Result<()> {
    let clock = WithClock::of(&stage.programs.site, "2026-01-05")?;
    let site = Site::serve(clock.folder())?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    begins_a_village_whose_term_ends(&secretary)?;

    let mut year = Year::default();
    for month in 1..=12 {
        clock.turns_to(&format!("2026-{month:02}-20"))?;
        secretary.reloads()?;
        if month == 4 {
            notes_that_march_had_no_theme_day(&secretary)?;
        }
        if month == 10 {
            secretary.goes_to("#/")?;
            secretary.sees("离届满还有")?;
        }
        year.records_what_is_due(&secretary, 2026, |title| match title {
            THEME_DAY => month == 3,
            ELECTION => month < 10,
            ORGANISATIONAL_LIFE => month >= 10,
            _ => false,
        })?;
        nothing_is_both_due_and_done(&secretary, month)?;
        if month % 3 == 0 {
            no_count_is_asked(&secretary, month / 3)?;
        }
        is_told_that_it_is_saved(&secretary)?;
    }
    secretary.takes_a_picture("december")?;

    clock.turns_to("2027-01-10")?;
    secretary.reloads()?;
    year.records_what_is_due(&secretary, 2027, |title| title != ORGANISATIONAL_LIFE)?;
    ensure!(
        year.asked.len() == TIMES_ASKED,
        "she was asked {} times and not {TIMES_ASKED}: {:#?}",
        year.asked.len(),
        year.asked
    );
    the_year_before_is_done(&secretary)
}

/// The same with the example: what is due there is recorded once, and then it is not due.
fn goes_on_in_the_example(stage: &Stage) -> Result<()> {
    let clock = WithClock::of(&stage.programs.site, "2026-11-20")?;
    let site = Site::serve(clock.folder())?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    secretary.taps_button("看示例")?;
    secretary.sees_no("看示例")?;
    let mut year = Year::default();
    year.records_what_is_due(&secretary, 2026, |_| false)?;
    ensure!(!year.asked.is_empty(), "nothing is due in the example");
    is_told_that_it_is_saved(&secretary)?;

    clock.turns_to("2026-11-21")?;
    secretary.reloads()?;
    goes_to_agenda(&secretary)?;
    let again = asked(&secretary)?;
    ensure!(
        again.is_empty(),
        "it is asked again on the next day: {again:#?}"
    );
    nothing_is_both_due_and_done(&secretary, 11)
}

/// A duty that cards of a mechanism do is switched on in November: nothing of it is overdue, the
/// pages say why, and where she puts an earlier day it counts from there.
fn a_duty_counts_from_its_day(stage: &Stage) -> Result<()> {
    let clock = WithClock::of(&stage.programs.site, "2026-01-05")?;
    let site = Site::serve(clock.folder())?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    begins_a_village(&secretary)?;
    clock.turns_to("2026-11-28")?;
    secretary.reloads()?;
    secretary.goes_to("#/duties")?;
    secretary.writes("找责任项", OF_CARDS)?;
    secretary.ticks(OF_CARDS)?;
    is_told_that_it_is_saved(&secretary)?;

    let row = || -> Result<String> {
        goes_to_agenda(&secretary)?;
        let rows = secretary.names_of("item")?;
        let own: Vec<String> = rows
            .into_iter()
            .filter(|one| one.contains(OF_CARDS))
            .collect();
        Ok(own.join("\n"))
    };
    let said = row()?;
    ensure!(
        !said.is_empty() && !said.contains("超期"),
        "on its first day it is overdue: {said}"
    );
    ensure!(
        said.contains(COUNTS_FROM),
        "nothing says from when it counts: {said}"
    );
    secretary.goes_to("#/duty/D-SYNC")?;
    secretary.sees(COUNTS_FROM)?;
    let since = secretary.reads_field("启用日期")?;
    ensure!(since == "2026-11-28", "it is in use since {since}");
    secretary.takes_a_picture("counts-from")?;

    // She did it from the beginning of the year on, and says so.
    secretary.puts("启用日期", "2026-01-05")?;
    secretary.sees("上半年")?;
    secretary.sees_no(COUNTS_FROM)?;
    is_told_that_it_is_saved(&secretary)?;
    secretary.reloads()?;
    let said = row()?;
    ensure!(
        said.contains("超期"),
        "what she takes on is not late: {said}"
    );
    Ok(())
}

/// A duty of each half-year that is off at first, done by cards of a mechanism.
const OF_CARDS: &str = "重点工作做到四同";
const COUNTS_FROM: &str = "11 月 28 日启用，从此起算";

/// What she was asked to record so far.
#[derive(Default)]
struct Year {
    /// With the year in which she was asked, since a day says its year only where that is another.
    asked: BTreeSet<(u32, Asked)>,
}

impl Year {
    /// Records everything that the checklist asks for, but what she leaves. Nothing is asked twice.
    fn records_what_is_due(
        &mut self,
        secretary: &Person,
        today: u32,
        leaves: impl Fn(&str) -> bool,
    ) -> Result<()> {
        loop {
            goes_to_agenda(secretary)?;
            let now = asked(secretary)?;
            let Some(next) = now.into_iter().find(|one| !leaves(&one.title)) else {
                return Ok(());
            };
            records(secretary, &next)?;
            ensure!(
                self.asked.insert((today, next.clone())),
                "{next:?} was recorded before and is asked again"
            );
        }
    }
}

fn begins_a_village_whose_term_ends(secretary: &Person) -> Result<()> {
    crate::branch::begins_a_village(secretary)?;
    secretary.goes_to("#/me/profile")?;
    secretary.puts("届满日", "2026-11-30")?;
    is_told_that_it_is_saved(secretary)
}

/// It is late, is said to be, and with a reason it no longer is.
fn notes_that_march_had_no_theme_day(secretary: &Person) -> Result<()> {
    goes_to_agenda(secretary)?;
    secretary.sees_heading("超期")?;
    let late = asked(secretary)?;
    let late: Vec<&Asked> = late.iter().filter(|one| one.is_late).collect();
    ensure!(
        matches!(late[..], [one] if one.title == THEME_DAY),
        "the theme day alone is late: {late:?}"
    );
    secretary.takes_a_picture("late")?;
    secretary.taps_button("未开展（填原因）")?;
    secretary.writes("没开展的原因", "汛期抢险，全体党员上堤")?;
    is_told_that_it_is_saved(secretary)?;
    goes_to_agenda(secretary)?;
    ensure!(
        asked(secretary)?.iter().all(|one| !one.is_late),
        "it is still called late"
    );
    secretary.reloads()?;
    secretary.goes_to("#/duty/D-THEME")?;
    let reason = secretary.reads_field("没开展的原因")?;
    ensure!(
        reason == "汛期抢险，全体党员上堤",
        "the reason is 「{reason}」"
    );
    Ok(())
}

fn nothing_is_both_due_and_done(secretary: &Person, month: usize) -> Result<()> {
    secretary.goes_to(&format!("#/checklist/month/2026-{month:02}"))?;
    secretary.sees_heading(&format!("2026 年 {month} 月"))?;
    let sections = secretary.sections()?;
    let titles = |heading: &str| -> BTreeSet<String> {
        let found = sections.iter().find(|(name, _)| name == heading);
        let items = found.map(|(_, items)| items.as_slice()).unwrap_or_default();
        // The day stands behind the title.
        let title = |item: &String| {
            item.split(|one: char| one.is_ascii_digit())
                .next()
                .map(str::to_owned)
        };
        items.iter().filter_map(title).collect()
    };
    let (open, done) = (titles("本月到期"), titles("已完成"));
    let both: Vec<&String> = open.intersection(&done).collect();
    ensure!(
        both.is_empty(),
        "both due and done in month {month}: {both:?}"
    );
    ensure!(
        !done.is_empty(),
        "nothing was done in month {month}: {sections:?}"
    );
    Ok(())
}

/// The assessment of the quarter knows how often it was held, and has no field open for it.
fn no_count_is_asked(secretary: &Person, quarter: usize) -> Result<()> {
    if quarter > 1 {
        secretary.goes_to("#/")?;
        let name = ["一", "二", "三", "四"][quarter - 1];
        secretary.taps_button(&format!("开始 2026 年第{name}季度自评"))?;
        secretary.sees(&format!("已开始 2026 年第{name}季度"))?;
    }
    secretary.goes_to("#/assess/basic/basic_activity")?;
    secretary.sees("按记录：")?;
    secretary.unfolds_answered()?;
    secretary.sees("已按记录自动填")?;
    let open = secretary.fields("已开次数")?;
    ensure!(open.is_empty(), "it is asked how often: {open:?}");
    let text = secretary.main_text()?;
    let found: Vec<u32> = text
        .split("按记录：")
        .skip(1)
        .filter_map(|rest| held(rest.lines().next()?))
        .collect();
    ensure!(
        found == COUNTS[quarter - 1],
        "in quarter {quarter} the records say {found:?}"
    );
    secretary.takes_a_picture(&format!("counts-{quarter}"))
}

/// How often it was held, of a sentence such as 「到今天应开 3 次，已开 2 次」 or 「到今天 3 次，都开了」:
/// the last number before what is added. None of what is not counted.
fn held(sentence: &str) -> Option<u32> {
    let sentence = sentence.split(['；', '（']).next()?;
    let counted = sentence.contains("已开") || sentence.contains("都开了");
    let mut numbers = sentence.split(|one: char| !one.is_ascii_digit());
    let last = numbers.rfind(|number| !number.is_empty())?;
    counted.then(|| last.parse().ok()).flatten()
}

/// The meeting in January stands with the year that it closes, and everything of it is there.
fn the_year_before_is_done(secretary: &Person) -> Result<()> {
    secretary.goes_to("#/checklist/year/2026")?;
    secretary.sees_heading("2026 年")?;
    let text = secretary.main_text()?;
    ensure!(!text.contains("超期"), "something of 2026 is late: {text}");
    secretary.takes_a_picture("year")?;
    is_told_that_it_is_saved(secretary)?;
    secretary.reloads()?;

    let of_2026 = records_of(secretary, 2026)?;
    ensure!(
        of_2026.len() == TIMES_ASKED - OF_THE_YEAR_BEFORE,
        "{} records belong to 2026, not {}",
        of_2026.len(),
        TIMES_ASKED - OF_THE_YEAR_BEFORE
    );
    let is_the_last = |one: &String| one.contains("组织生活会") && one.contains("1 月 10 日");
    ensure!(
        of_2026.iter().any(is_the_last),
        "the meeting of January is not among them: {of_2026:#?}"
    );
    Ok(())
}
