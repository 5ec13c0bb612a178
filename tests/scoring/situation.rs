//! Where an organisation stands, in one thing, and the one thing to do next.

use crate::world::{asked, assessment, date, nobody, organization, pack, quarter, star};
use serde_json::{Value, json};
use wuxing::assessment::{
    BasicsReached, Outcome, Situation, StarsReached, ToAllStars, UpNext, judge, judge_with_ledger,
    up_next,
};
use wuxing::duty::{Circumstances, RecordingSince};
use wuxing::ledger::Ledger;
use wuxing::standard::{Facts, OrganizationType, StandardPack, built_in};

/// Two basics with a must-item, two stars, and a disqualifier of each kind.
fn whole() -> StandardPack {
    let indicator =
        |id: &str, must: bool| json!({ "id": id, "frequency": "quarter", "must": must });
    pack(json!({
        "basics": [
            { "key": "b1", "indicators": [indicator("A", true), indicator("B", false)] },
            { "key": "b2", "indicators": [indicator("C", false)] },
        ],
        "stars": [
            star("first", vec![asked("S", &[60, 0]), asked("T", &[40, 0])]),
            star("second", vec![asked("U", &[100, 79, 76])]),
        ],
        "vetoes": [
            { "id": "V", "effect": "freeze_all_stars" },
            { "id": "W", "effect": "basics_unmet" },
            { "id": "X", "effect": { "at_most_stars": 1 } },
        ],
        "award": { "all_stars_sum": 180 },
    }))
}

fn stars_words(stars: Option<StarsReached>) -> String {
    let Some(StarsReached {
        counted,
        of,
        to_all,
    }) = stars
    else {
        return "no stars".to_owned();
    };
    let to_all = match to_all {
        ToAllStars::Won => "all won".to_owned(),
        ToAllStars::Points(points) => format!("{points} short"),
        ToAllStars::Unknown => "not said".to_owned(),
    };
    format!("{counted} of {of} stars, {to_all}")
}

fn in_words(situation: Situation) -> String {
    match situation {
        Situation::ListAlone => "a list alone".to_owned(),
        Situation::Untouched { musts, all } => format!("untouched, {musts} musts of {all}"),
        Situation::Open {
            left,
            musts_met,
            stars,
        } => {
            let musts = musts_met.map_or(String::new(), |due| format!(", {due} musts met"));
            format!(
                "{left} left{musts}{}",
                if stars { ", for stars" } else { "" }
            )
        }
        Situation::Vetoed { basics: true } => "basics vetoed".to_owned(),
        Situation::Vetoed { basics: false } => "stars vetoed".to_owned(),
        Situation::Unmet { basics, stars } => {
            format!("unmet {}; {}", basics.join(" "), stars_words(stars))
        }
        Situation::Reached { basics, stars } => {
            let basics = match basics {
                Some(BasicsReached::Met) => "met",
                Some(BasicsReached::MetSoFar) => "met so far",
                None => "nothing due",
            };
            format!("{basics}; {}", stars_words(stars))
        }
    }
}

#[track_caller]
fn check_of(pack: &StandardPack, answers: &str, expected: &str) {
    let outcome = judge(pack, &nobody(), &assessment("2026Q3", answers));
    assert_eq!(in_words(outcome.situation(pack)), expected, "{answers}");
}

#[test]
fn the_one_thing_that_is_most_worth_knowing() {
    let check = |answers: &str, expected: &str| check_of(&whole(), answers, expected);

    check("", "untouched, 1 musts of 6");
    check("A=met", "5 left, 1 musts met, for stars");
    check("B=met", "5 left, for stars");
    check("A=unmet", "5 left, for stars");
    check("S=60p", "5 left, for stars");
    let basics = "A=met B=met C=met";
    check(basics, "3 left, 1 musts met, for stars");
    check(
        &format!("{basics} S=60p T=40p U=100p"),
        "met; 2 of 2 stars, all won",
    );
    // A point that is missing to a star is missing to the sum, and told once.
    check(
        &format!("{basics} S=60p T=40p U=79p"),
        "met; 1 of 2 stars, 1 short",
    );
    check(
        &format!("{basics} S=60p T=40p U=76p"),
        "met; 1 of 2 stars, 4 short",
    );
    check(
        &format!("{basics} S=60p T=0p U=76p"),
        "met; 0 of 2 stars, 44 short",
    );
    check(
        &format!("{basics} S=60p T=40p U=100p X=present"),
        "met; 1 of 2 stars, not said",
    );
    check(
        "A=met B=met C=unmet S=60p T=40p U=100p",
        "unmet b2; 2 of 2 stars, all won",
    );
    check(
        "A=unmet B=met C=unmet S=60p T=40p U=100p",
        "unmet b1 b2; 2 of 2 stars, all won",
    );
}

#[test]
fn a_disqualifier_comes_before_everything_else() {
    let check = |answers: &str, expected: &str| check_of(&whole(), answers, expected);

    check("A=met V=present", "stars vetoed");
    check("A=met W=present", "basics vetoed");
    check("A=met V=present W=present", "basics vetoed");
    check("A=met V=clear W=unclear", "5 left, 1 musts met, for stars");
}

#[test]
fn packs_that_have_only_a_part() {
    let only = |parts: Value| pack(parts);
    let stars = only(json!({ "stars": [star("first", vec![asked("S", &[100, 0])])] }));
    check_of(&stars, "", "untouched, 0 musts of 1");
    check_of(&stars, "S=100p", "nothing due; 1 of 1 stars, not said");
    let indicator = json!({ "id": "A", "frequency": "quarter" });
    let basics = only(
        json!({ "basics": [{ "key": "b1", "indicators": [indicator] }],
        "stars": [{ "key": "named", "related": ["A"] }] }),
    );
    check_of(&basics, "A=met", "met; no stars");
    check_of(&basics, "A=unmet", "unmet b1; no stars");
}

#[test]
fn while_the_period_runs_the_basics_are_met_so_far() {
    let (pack, facts, ledger) = (whole(), Facts::default(), Ledger::default());
    let known = Circumstances {
        facts: &facts,
        term_end: None,
        ledger: &ledger,
        recording_since: RecordingSince(date("2026-01-01")),
        today: date("2026-08-01"),
    };
    let answers = "A=met B=met C=met S=60p T=40p U=100p";
    let outcome = judge_with_ledger(&pack, &nobody(), &assessment("2026Q3", answers), &known);
    let found = in_words(outcome.situation(&pack));
    assert_eq!(found, "met so far; 2 of 2 stars, all won");
}

#[test]
fn what_facts_answer_is_nobodys_answer() {
    let indicator = json!({ "id": "A", "frequency": "quarter",
        "not_applicable_when": { "at_least": ["groups", 1] } });
    let other = json!({ "id": "B", "frequency": "quarter" });
    let pack = pack(json!({ "basics": [{ "key": "b1", "indicators": [indicator, other] }] }));
    let facts = Facts {
        groups: Some(2),
        ..Facts::default()
    };
    let outcome = judge(&pack, &organization(facts, ""), &assessment("2026Q3", ""));
    assert_eq!(
        in_words(outcome.situation(&pack)),
        "untouched, 0 musts of 1"
    );
}

fn next_words(pack: &StandardPack, outcome: &Outcome, begin: Option<&str>) -> String {
    let found = up_next(pack, outcome, begin.map(quarter), &[], date("2026-08-01"));
    match found {
        UpNext::Begin(period) => format!("begin {period}"),
        UpNext::Musts => "musts".to_owned(),
        UpNext::OfBasic(key, id) => format!("{id} of {key}"),
        UpNext::OfStar(key, id) => format!("{id} of {key}"),
        UpNext::Vetoes => "vetoes".to_owned(),
        UpNext::ToDo(_) => "to do".to_owned(),
        UpNext::Result => "result".to_owned(),
        UpNext::Checklist => "checklist".to_owned(),
    }
}

#[test]
fn one_thing_comes_next() {
    fn check(answers: &str, begin: Option<&str>, expected: &str) {
        let pack = whole();
        let outcome = judge(&pack, &nobody(), &assessment("2026Q3", answers));
        assert_eq!(next_words(&pack, &outcome, begin), expected, "{answers}");
    }

    check("", None, "musts");
    check("", Some("2026Q4"), "begin 2026Q4");
    check("A=met", None, "B of b1");
    check("B=met", None, "A of b1");
    check("A=met B=met", None, "C of b2");
    check("A=met B=met C=met", None, "S of first");
    check("A=met B=met C=met S=60p", None, "T of first");
    let all = "A=met B=met C=met S=60p T=40p U=100p";
    check(all, None, "vetoes");
    check(&format!("{all} V=clear W=clear X=unclear"), None, "vetoes");
    check(&format!("{all} V=clear W=clear X=clear"), None, "result");
}

/// What is asked nothing is not said to be met, and begins anew with the year alone.
#[test]
fn a_list_alone_is_neither_met_nor_open() {
    let pack = built_in(OrganizationType::TownCommittee).unwrap();
    let outcome = judge(&pack, &nobody(), &assessment("2026Q3", ""));
    assert_eq!(in_words(outcome.situation(&pack)), "a list alone");
    assert_eq!(next_words(&pack, &outcome, None), "checklist");
    assert_eq!(next_words(&pack, &outcome, Some("2026Q4")), "checklist");
    assert_eq!(next_words(&pack, &outcome, Some("2027Q1")), "begin 2027Q1");
}

/// At the end of a quarter's run, basics of which nothing is due counted among all, and in the
/// history of the same quarter they did not.
#[test]
fn regression_a_basic_of_which_nothing_is_due_is_not_counted() {
    fn check(answers: &str, expected: (usize, usize)) {
        let outcome = judge(&whole(), &nobody(), &assessment("2026Q1", answers));
        assert_eq!(outcome.basics_met(), expected, "{answers}");
    }

    check("", (0, 2));
    check("A=met B=met C=met", (2, 2));
    check("A=met B=met C=unmet", (1, 2));
    check("A=met B=met C=na", (1, 1));
    check("A=na B=na C=na", (0, 0));
}
