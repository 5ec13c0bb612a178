//! The year of `year_table` on chosen days: what is late, open and next, by hand.

use crate::world::{agenda, date, date_or_none, ledger};
use crate::year_table::{VILLAGE_TERM, facts, name, pack, set};
use std::collections::BTreeSet;
use wuxing::duty::{DutyState, RecordingSince};
use wuxing::period::Span;
use wuxing::standard::OrganizationType;

/// The three lists of a day, each as a set of names.
fn lists(
    organization: OrganizationType,
    term_end: &str,
    entries: &str,
    today: &str,
) -> [BTreeSet<String>; 3] {
    let found = agenda(
        &pack(organization).checklist,
        &facts(),
        date_or_none(term_end),
        &ledger(entries),
        RecordingSince(date("2026-01-01")),
        date(today),
    );
    let names = |list: Vec<DutyState>| -> BTreeSet<String> {
        let year = date(today).year();
        let names = list.iter().map(|one| {
            let name = name(&one.duty.0, one.occurrence.span, year);
            match one.occurrence.span {
                Span::Month(_, month) => format!("{name}{month}月"),
                Span::Quarter(quarter) => format!("{name}{}季", quarter.number()),
                Span::HalfYear(_, half) => format!("{name}{half}半年"),
                Span::Year(_) | Span::Term(_) => name,
            }
        });
        names.collect()
    };
    [names(found.late), names(found.due), names(found.next)]
}

#[test]
fn what_is_late_open_and_next_on_chosen_days_when_nothing_is_done() {
    fn check(organization: OrganizationType, term_end: &str, today: &str, expected: [&str; 3]) {
        let found = lists(organization, term_end, "", today);
        let words = ["late", "due", "next"];
        for (found, (expected, word)) in found.iter().zip(expected.iter().zip(words)) {
            assert_eq!(*found, set(expected), "{organization:?} {today} {word}");
        }
    }

    let village = |today, expected| {
        check(OrganizationType::Village, VILLAGE_TERM, today, expected);
    };
    village(
        "2026-01-01",
        [
            "",
            "支委会1月 主题党日1月 党费1月 党员大会1季 党课1季 季度自查1季 村务公开1季 年度安排 换届
             上年述职 上年冬训 上年组织生活会 上年民主评议",
            "支委会2月 主题党日2月 党费2月 支委会3月 主题党日3月 党费3月",
        ],
    );
    village(
        "2026-02-28",
        [
            "支委会1月 主题党日1月 党费1月 上年述职",
            "支委会2月 主题党日2月 党费2月 党员大会1季 党课1季 季度自查1季 村务公开1季 年度安排 换届
             上年冬训 上年组织生活会 上年民主评议",
            "支委会3月 主题党日3月 党费3月 支委会4月 主题党日4月 党费4月 党员大会2季 党课2季 季度自查2季
             村务公开2季 支委会5月 主题党日5月 党费5月",
        ],
    );
    village(
        "2026-03-01",
        [
            "支委会1月 主题党日1月 党费1月 支委会2月 主题党日2月 党费2月 年度安排 上年述职 上年冬训",
            "支委会3月 主题党日3月 党费3月 党员大会1季 党课1季 季度自查1季 村务公开1季 换届
             上年组织生活会 上年民主评议",
            "支委会4月 主题党日4月 党费4月 党员大会2季 党课2季 季度自查2季 村务公开2季
             支委会5月 主题党日5月 党费5月",
        ],
    );
    let office = |today, expected| check(OrganizationType::Office, "2029-03-31", today, expected);
    office(
        "2026-04-01",
        [
            "支委会1月 主题党日1月 党费1月 支委会2月 主题党日2月 党费2月 支委会3月 主题党日3月 党费3月
             年度安排 党员大会1季 党课1季 季度自查1季 双重组织生活1季 融入业务1季
             上年述职 上年组织生活会 上年民主评议",
            "支委会4月 主题党日4月 党费4月 党员大会2季 党课2季 季度自查2季 双重组织生活2季 融入业务2季
             联系点1半年",
            "支委会5月 主题党日5月 党费5月 支委会6月 主题党日6月 党费6月",
        ],
    );
}

/// Everything done in time from January to a day on which nothing is missing.
#[test]
fn what_is_late_open_and_next_in_a_year_that_is_kept_up() {
    let kept_up = |months: std::ops::RangeInclusive<u32>| {
        let mut entries: Vec<String> = Vec::new();
        for month in months {
            for kind in ["committee_meeting", "theme_day", "dues"] {
                entries.push(format!("{kind} 2026-{month:02}-10"));
            }
            if month % 3 == 2 {
                for kind in ["general_meeting", "lecture", "quarterly_check"] {
                    entries.push(format!("{kind} 2026-{month:02}-20"));
                }
                entries.push(format!("department_matters 2026-{month:02}-21"));
            }
        }
        entries.push("tick D-PLAN 2026-01-15".to_owned());
        for kind in ["secretary_report", "organizational_life", "peer_review"] {
            entries.push(format!("{kind} 2026-01-20 for 2025"));
        }
        entries.join("; ")
    };
    let check = |entries: &str, today: &str, expected: [&str; 3]| {
        let found = lists(
            OrganizationType::StateEnterprise,
            "2027-11-30",
            entries,
            today,
        );
        let words = ["late", "due", "next"];
        for (found, (expected, word)) in found.iter().zip(expected.iter().zip(words)) {
            assert_eq!(*found, set(expected), "{today} {word}");
        }
    };

    check(&kept_up(1..=2), "2026-02-28", [
        "",
        "",
        "支委会3月 主题党日3月 党费3月 支委会4月 主题党日4月 党费4月 党员大会2季 党课2季 季度自查2季
         参与大事2季 支委会5月 主题党日5月 党费5月",
    ]);
    check(&kept_up(1..=9), "2026-09-30", [
        "",
        "",
        "支委会10月 主题党日10月 党费10月 党员大会4季 党课4季 季度自查4季 参与大事4季 组织生活会 民主评议
         支委会11月 主题党日11月 党费11月 述职 换届 支委会12月 主题党日12月 党费12月",
    ]);
    // October was not kept up, November is.
    let without_october = kept_up(1..=11).replace("2026-10-10", "2026-11-11");
    check(
        &without_october,
        "2026-12-05",
        [
            "支委会10月 主题党日10月 党费10月",
            "支委会12月 主题党日12月 党费12月 组织生活会 民主评议 述职 换届",
            "2027支委会1月 2027主题党日1月 2027党费1月 2027党员大会1季 2027党课1季 2027季度自查1季
         2027参与大事1季 2027年度安排 2027支委会2月 2027主题党日2月 2027党费2月",
        ],
    );
    // The year is over; what belongs to it can still be held, and then stands in it.
    let held_in_january = format!(
        "{}; organizational_life 2027-01-20 for 2026; secretary_report 2027-01-31 for 2026",
        kept_up(1..=12)
    );
    check(&held_in_january, "2027-02-01", [
        "支委会1月 主题党日1月 党费1月",
        "支委会2月 主题党日2月 党费2月 党员大会1季 党课1季 季度自查1季 参与大事1季 年度安排 上年民主评议
         换届",
        "支委会3月 主题党日3月 党费3月 支委会4月 主题党日4月 党费4月 党员大会2季 党课2季 季度自查2季
         参与大事2季",
    ]);
}
