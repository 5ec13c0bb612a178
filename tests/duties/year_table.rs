//! One year of a village, an office and a state enterprise, held against tables written by hand
//! from the rules: what closes in each month. The lists of chosen days are in `chosen_days`.
//!
//! The organisations have a committee; the term of office of the village ends on 2026-10-31, that
//! of the others later. A name stands for a duty that is on by default; `上年` marks what belongs to
//! the year before. When a pack changes what is on, the tables are to be written anew, from the
//! rules and not from what the program says.

use crate::world::{date, date_or_none, ledger, year_plan};
use std::collections::BTreeSet;
use wuxing::duty::{RecordingSince, in_force, occurrences};
use wuxing::period::{CivilDate, Span};
use wuxing::sorted_map::SortedMap;
use wuxing::standard::{Facts, OrganizationForm, OrganizationType, StandardPack, built_in};

/// The names in the tables, and the duties for which they stand.
const NAMES: [(&str, &str); 19] = [
    ("支委会", "D-CM"),
    ("主题党日", "D-THEME"),
    ("党费", "D-DUES"),
    ("党员大会", "D-GM"),
    ("党课", "D-LECTURE"),
    ("季度自查", "D-WALK"),
    ("组织生活会", "D-LIFE"),
    ("民主评议", "D-REVIEW"),
    ("述职", "D-REPORT"),
    ("年度安排", "D-PLAN"),
    ("换届", "D-ELECT"),
    ("村务公开", "D-V-OPEN"),
    ("冬训", "D-WINTER"),
    ("四议两公开", "D-V-4Y"),
    ("双重组织生活", "GP5"),
    ("融入业务", "GB6"),
    ("联系点", "GB7"),
    ("前置研究", "D-S-STUDY"),
    ("参与大事", "D-S-MATTERS"),
];

const VILLAGE: &str = "
    1  支委会 主题党日 党费 上年述职
    2  支委会 主题党日 党费 年度安排 上年冬训
    3  支委会 主题党日 党费 党员大会 党课 季度自查 村务公开 上年组织生活会 上年民主评议
    4  支委会 主题党日 党费
    5  支委会 主题党日 党费
    6  支委会 主题党日 党费 党员大会 党课 季度自查 村务公开
    7  支委会 主题党日 党费
    8  支委会 主题党日 党费
    9  支委会 主题党日 党费 党员大会 党课 季度自查 村务公开
    10 支委会 主题党日 党费 换届
    11 支委会 主题党日 党费
    12 支委会 主题党日 党费 党员大会 党课 季度自查 村务公开
";

const OFFICE: &str = "
    1  支委会 主题党日 党费 上年述职
    2  支委会 主题党日 党费 年度安排
    3  支委会 主题党日 党费 党员大会 党课 季度自查 双重组织生活 融入业务 上年组织生活会 上年民主评议
    4  支委会 主题党日 党费
    5  支委会 主题党日 党费
    6  支委会 主题党日 党费 党员大会 党课 季度自查 双重组织生活 融入业务 联系点
    7  支委会 主题党日 党费
    8  支委会 主题党日 党费
    9  支委会 主题党日 党费 党员大会 党课 季度自查 双重组织生活 融入业务
    10 支委会 主题党日 党费
    11 支委会 主题党日 党费
    12 支委会 主题党日 党费 党员大会 党课 季度自查 双重组织生活 融入业务 联系点
";

const ENTERPRISE: &str = "
    1  支委会 主题党日 党费 上年述职
    2  支委会 主题党日 党费 年度安排
    3  支委会 主题党日 党费 党员大会 党课 季度自查 参与大事 上年组织生活会 上年民主评议
    4  支委会 主题党日 党费
    5  支委会 主题党日 党费
    6  支委会 主题党日 党费 党员大会 党课 季度自查 参与大事
    7  支委会 主题党日 党费
    8  支委会 主题党日 党费
    9  支委会 主题党日 党费 党员大会 党课 季度自查 参与大事
    10 支委会 主题党日 党费
    11 支委会 主题党日 党费
    12 支委会 主题党日 党费 党员大会 党课 季度自查 参与大事
";

/// The end of term of the village.
pub const VILLAGE_TERM: &str = "2026-10-31";

/// An organisation with a committee.
pub fn facts() -> Facts {
    Facts {
        committee: Some(true),
        ..Facts::default()
    }
}

/// The built-in pack of a type.
pub fn pack(organization: OrganizationType) -> StandardPack {
    built_in(organization).unwrap()
}

/// The words of a row, in no order.
pub fn set(words: &str) -> BTreeSet<String> {
    words.split_whitespace().map(str::to_owned).collect()
}

/// What stands in the table for an occurrence, seen from a year.
pub fn name(duty: &str, span: Span, year: i32) -> String {
    let known = NAMES.iter().find(|(_, id)| *id == duty);
    assert!(known.is_some(), "{duty} has no name in the tables");
    let name = known.unwrap().0;
    match span.year() {
        of if of == year || matches!(span, Span::Term(_)) => name.to_owned(),
        of if of == year - 1 => format!("上年{name}"),
        of => format!("{of}{name}"),
    }
}

#[test]
fn what_closes_in_each_month_of_a_year() {
    fn check(organization: OrganizationType, term_end: &str, table: &str) {
        let pack = pack(organization);
        let mut found: SortedMap<u8, BTreeSet<String>> = SortedMap::new();
        for duty in in_force(&pack.checklist, &facts()) {
            for year in [2025, 2026, 2027] {
                for one in occurrences(duty, year, date_or_none(term_end)) {
                    if one.closes.year() == 2026 {
                        let names = found.entry(one.closes.month()).or_default();
                        names.insert(name(&duty.id.0, one.span, 2026));
                        // Nothing closes before the last day of a month.
                        let last = CivilDate::last_of_month(2026, one.closes.month());
                        assert_eq!(Some(one.closes), last, "{}", duty.id);
                    }
                }
            }
        }
        let expected: SortedMap<u8, BTreeSet<String>> = table
            .trim()
            .lines()
            .map(|line| line.trim().split_once(' ').unwrap())
            .map(|(month, words)| (month.parse().unwrap(), set(words)))
            .collect();
        for month in 1..=12 {
            assert_eq!(
                found[&month], expected[&month],
                "{organization:?}, month {month}"
            );
        }
    }

    check(OrganizationType::Village, VILLAGE_TERM, VILLAGE);
    check(OrganizationType::Office, "2029-03-31", OFFICE);
    check(OrganizationType::StateEnterprise, "", ENTERPRISE);
}

#[test]
fn a_branch_without_a_committee_has_no_meetings_of_one() {
    fn check(facts: Facts, expected: bool) {
        for &organization in OrganizationType::assessed() {
            let pack = pack(organization);
            let found = year_plan(
                &pack.checklist,
                &facts,
                None,
                &ledger(""),
                RecordingSince(date("2026-01-01")),
                2026,
                date("2026-06-01"),
            );
            let has = found.iter().any(|state| state.duty.0 == "D-CM");
            assert_eq!(has, expected, "{organization:?} {facts:?}");
        }
    }

    let of = |committee, full_members| Facts {
        committee,
        full_members,
        ..Facts::default()
    };
    check(of(Some(true), None), true);
    check(of(Some(false), Some(30)), false);
    check(of(None, Some(6)), false);
    check(of(None, Some(7)), true);
    check(of(None, None), true);
    // A general branch has its committee, however few its members; a branch may have none.
    let formed = |form, committee, full_members| Facts {
        form: Some(form),
        ..of(committee, full_members)
    };
    check(formed(OrganizationForm::Branch, None, Some(6)), false);
    check(formed(OrganizationForm::Branch, Some(true), None), true);
    check(
        formed(OrganizationForm::GeneralBranch, Some(false), Some(6)),
        true,
    );
    check(
        formed(OrganizationForm::PartyCommittee, None, Some(5)),
        true,
    );
}

#[test]
fn what_may_be_switched_on_has_the_frequency_of_its_rule() {
    fn check(organization: OrganizationType, id: &str, expected: &str) {
        let pack = pack(organization);
        let duty = pack.checklist.duties.iter().find(|duty| duty.id.0 == id);
        let found = occurrences(duty.unwrap(), 2026, None);
        let words: Vec<String> = found
            .iter()
            .map(|one| {
                format!(
                    "{}..{}",
                    &one.opens.to_string()[5..],
                    &one.closes.to_string()[5..]
                )
            })
            .collect();
        let words = match words.len() {
            12 => "每月".to_owned(),
            _ => words.join(" "),
        };
        assert_eq!(words, expected, "{organization:?} {id}");
    }

    let quarters = "01-01..03-31 04-01..06-30 07-01..09-30 10-01..12-31";
    let halves = "01-01..06-30 07-01..12-31";
    let year = "01-01..12-31";
    use OrganizationType::{Office, StateEnterprise, Village};
    for organization in [Village, Office, StateEnterprise] {
        check(organization, "D-PG", "每月");
        check(organization, "D-OPEN", quarters);
        check(organization, "D-HOURS", year);
        check(organization, "D-HOURS-S", year);
        check(organization, "D-DUESPUB", "12-01..12-31");
        check(organization, "D-CARE", halves);
    }
    check(Village, "D-V-COUNCIL", quarters);
    check(Village, "D-FORUM", quarters);
    check(Village, "D-WINTER", "12-01..02-28");
    check(Office, "GP2", halves);
    check(Office, "GB7", halves);
    check(Office, "GP8", quarters);
    check(Office, "GP7", "11-01..01-31");
}

/// What can be done after its year has ended has to be recorded for the year that has ended.
#[test]
fn what_closes_in_the_next_year_is_shown_by_records_that_can_belong_to_it() {
    for organization in OrganizationType::ALL {
        let checklist = pack(organization).checklist;
        for duty in &checklist.duties {
            let over = duty.window.is_some_and(|window| window.to > 12);
            let kinds = match &duty.done_by {
                wuxing::standard::Fulfilment::Records(kinds) if over => kinds,
                _ => continue,
            };
            for kind in checklist
                .records
                .iter()
                .filter(|one| kinds.contains(&one.id))
            {
                assert!(kind.may_belong_to_other_year, "{} {}", duty.id, kind.id);
            }
        }
    }
}
