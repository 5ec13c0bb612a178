//! Six days of a year (六天): whichever page she looks at, each says the same of her branch.
//!
//! A branch that held every meeting was once told on one page that it had failed, and on another
//! that nothing was late. Not here: how each indicator stands on a day, which is a table of its own
//! (`tests/duties`).

use anyhow::{Result, ensure};
use wuxing_e2e::clock::WithClock;
use wuxing_e2e::journey::{Journey, Stage};
use wuxing_e2e::person::Person;
use wuxing_e2e::site::Site;

/// The journeys of this file.
pub const JOURNEYS: &[Journey] = &[
    Journey::in_all(
        "six days: every page says the same",
        every_page_says_the_same,
    ),
    Journey::in_all(
        "six days: a quarter that is over",
        a_quarter_that_is_over_is_judged_by_its_end,
    ),
];

/// A day, and what the pages say on it.
struct Day {
    day: &'static str,
    /// The quarter that is open then.
    quarter: &'static str,
    /// What the meetings of the committee come to.
    committee: &'static str,
    /// What is still ahead of them in the quarter.
    ahead: Option<&'static str>,
}

const DAYS: [Day; 6] = [
    day(
        "2026-01-20",
        "第一季度",
        "到今天 1 次，都开了",
        Some("2 月的还没到"),
    ),
    day("2026-03-31", "第一季度", "到今天 3 次，都开了", None),
    day(
        "2026-04-01",
        "第二季度",
        "到今天 3 次，都开了",
        Some("4 月的还没到"),
    ),
    day(
        "2026-11-27",
        "第四季度",
        "到今天 11 次，都开了",
        Some("12 月的还没到"),
    ),
    day("2026-12-31", "第四季度", "到今天 12 次，都开了", None),
    day("2027-01-01", "第一季度", "", Some("1 月的还没到")),
];

const fn day(
    day: &'static str,
    quarter: &'static str,
    committee: &'static str,
    ahead: Option<&'static str>,
) -> Day {
    Day {
        day,
        quarter,
        committee,
        ahead,
    }
}

/// The one item of the example that is not met: a problem is overdue.
const UNMET: &str = "问题整改闭环";

/// Whatever the day, home, checklist, result and report say the same.
fn every_page_says_the_same(stage: &Stage) -> Result<()> {
    let clock = WithClock::of(&stage.programs.site, DAYS[0].day)?;
    let site = Site::serve(clock.folder())?;
    for day in &DAYS {
        clock.turns_to(day.day)?;
        // Somebody who sees the example for the first time on that day.
        let secretary = stage.person()?;
        secretary.opens(&site.address())?;
        secretary.taps_button("看示例")?;
        secretary.sees_no("看示例")?;
        agrees(&secretary, day)?;
    }
    Ok(())
}

fn agrees(secretary: &Person, day: &Day) -> Result<()> {
    let says = |place: &str, text: &str, wanted: &str| {
        ensure!(
            text.contains(wanted),
            "{}: {place} lacks 「{wanted}」: {text}",
            day.day
        );
        Ok(())
    };
    let says_nothing_of = |place: &str, text: &str, unwanted: &str| {
        ensure!(
            !text.contains(unwanted),
            "{}: {place} says 「{unwanted}」: {text}",
            day.day
        );
        Ok(())
    };
    secretary.goes_to("#/")?;
    secretary.sees(day.quarter)?;
    let home = secretary.main_text()?;
    says("home", &home, UNMET)?;
    secretary.goes_to("#/checklist")?;
    secretary.sees_heading("清单")?;
    // No duty is late; one problem is.
    secretary.sees("超期 1 件")?;
    let checklist = secretary.main_text()?;
    secretary.goes_to("#/checklist/unmet")?;
    let unmet = secretary.main_text()?;
    says("the list of what is unmet", &unmet, UNMET)?;
    for meeting in ["支委会", "主题党日", "党员大会"] {
        says_nothing_of("the list of what is unmet", &unmet, meeting)?;
    }
    secretary.goes_to("#/result")?;
    secretary.sees("到今天，五基全部达标")?;
    secretary.unfolds_everything()?;
    let result = secretary.main_text()?;
    says("the report", &result, "超期")?;
    for (place, text) in [
        ("home", &home),
        ("the checklist", &checklist),
        ("the list of what is unmet", &unmet),
        ("the result", &result),
    ] {
        says_nothing_of(place, text, "必达项没达标")?;
    }
    secretary.goes_to("#/indicator/ACT-02")?;
    secretary.sees("支委会")?;
    let meetings = secretary.main_text()?;
    says("the indicator", &meetings, day.committee)?;
    says("the result", &result, day.committee)?;
    match day.ahead {
        Some(ahead) => says("the indicator", &meetings, ahead),
        None => says_nothing_of("the indicator", &meetings, "还没到"),
    }
}

/// When the quarter is over it is judged by its end, and no longer by today.
fn a_quarter_that_is_over_is_judged_by_its_end(stage: &Stage) -> Result<()> {
    let clock = WithClock::of(&stage.programs.site, "2026-03-31")?;
    let site = Site::serve(clock.folder())?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    secretary.taps_button("看示例")?;
    secretary.sees_no("看示例")?;
    secretary.goes_to("#/result")?;
    secretary.sees("到今天，五基全部达标")?;
    clock.turns_to("2026-04-01")?;
    secretary.reloads()?;
    secretary.goes_to("#/result")?;
    secretary.sees("五基全部达标")?;
    secretary.sees_no("到今天")
}
