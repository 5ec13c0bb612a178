//! Records fill the counted indicators (应几次/实几次), and what follows from them.

use crate::world::{
    assessment, basic, counted, found_at_end, judge_at_end, ledger, organization, pack, quarter,
};
use serde_json::json;
use wuxing::assessment::{Answer, AnswerValue, Basis, Outcome, Verdict};
use wuxing::period::CivilDate;
use wuxing::standard::{Facts, ItemId, StandardPack};

/// A pack with one indicator `A` that is counted and for which meetings count.
pub fn one(frequency: &str, times: u32) -> StandardPack {
    let indicator = counted("A", frequency, times);
    pack(basic(vec![indicator]), json!([]), &["A"])
}

/// How an indicator stands and why: `Partly, 10 of 12 (11 records)`.
fn words(outcome: &Outcome, id: &str) -> String {
    let found = outcome.indicator(&id.into()).unwrap();
    let basis = match &found.basis {
        Basis::Ledger(found) => {
            let (done, due, records) = (found.done, found.due, found.by.len());
            format!("{done} of {due} ({records} records)")
        }
        Basis::Counted { done, due, .. } => format!("{done} of {due}"),
        other => format!("{other:?}"),
    };
    format!("{:?}, {basis}", found.standing)
}

#[test]
fn records_fill_done_over_due() {
    fn check(frequency: &str, times: u32, period: &str, entries: &str, expected: &str) {
        let outcome = judge_at_end(
            &one(frequency, times),
            &organization(Facts::default()),
            &assessment(period),
            &ledger(entries),
            organization(Facts::default()).recording_since(0),
        );
        assert_eq!(
            words(&outcome, "A"),
            expected,
            "{frequency} x{times} {period} {entries}"
        );
    }

    check("month", 1, "2026Q1", "", "Unchecked, Open");
    let three = "meeting 2026-01-09; meeting 2026-02-09; meeting 2026-03-31";
    check("month", 1, "2026Q1", three, "Met, 3 of 3 (3 records)");
    check("month", 1, "2026Q2", three, "Unmet, 3 of 6 (3 records)");
    // Two in one month make up for no month without one.
    check(
        "month",
        1,
        "2026Q1",
        "meeting 2026-01-09; meeting 2026-01-20; meeting 2026-03-31",
        "Unmet, 2 of 3 (3 records)",
    );
    check(
        "month",
        2,
        "2026Q1",
        "meeting 2026-01-09; meeting 2026-01-20; meeting 2026-01-30; meeting 2026-03-31",
        "Unmet, 3 of 6 (4 records)",
    );
    // What is held after the end of the period, or in another year, is not in it.
    check(
        "quarter",
        1,
        "2026Q1",
        "meeting 2026-04-01",
        "Unchecked, Open",
    );
    check(
        "quarter",
        1,
        "2026Q2",
        "meeting 2026-03-31; meeting 2026-07-01",
        "Unmet, 1 of 2 (1 records)",
    );
    check(
        "quarter",
        1,
        "2026Q1",
        "meeting 2025-01-09",
        "Unchecked, Open",
    );
    check(
        "quarter",
        1,
        "2026Q1",
        "lecture 2026-01-09; tick A 2026-01-09",
        "Unchecked, Open",
    );
    // What is held in January and belongs to the year before counts there, at its end.
    let january = "meeting 2027-01-20 for 2026";
    check("year", 1, "2026Q4", january, "Met, 1 of 1 (1 records)");
    check("year", 1, "2027Q4", january, "Unchecked, Open");
    check("year", 1, "2026Q3", january, "NotDue, Open");
    check("quarter", 1, "2026Q4", january, "Unmet, 1 of 4 (1 records)");
    // Done early it counts, and never harms.
    check(
        "year",
        1,
        "2026Q1",
        "meeting 2026-01-09",
        "Met, 1 of 1 (1 records)",
    );
    check(
        "year",
        2,
        "2026Q1",
        "meeting 2026-01-09",
        "NotDue, 1 of 0 (1 records)",
    );
    check("half_year", 1, "2026Q3", "meeting 2026-03-09", {
        "Met, 1 of 1 (1 records)"
    });
    check(
        "half_year",
        1,
        "2026Q4",
        "meeting 2026-03-09; meeting 2026-04-09",
        "Unmet, 1 of 2 (2 records)",
    );
    check(
        "half_year",
        1,
        "2026Q4",
        "meeting 2026-06-30; meeting 2026-07-01",
        "Met, 2 of 2 (2 records)",
    );
}

#[test]
fn an_answer_stands_before_any_record() {
    fn check(value: AnswerValue, expected: &str) {
        let mut answered = assessment("2026Q1");
        answered.answers.insert("A".into(), Answer::of(value, 1));
        let three = ledger("meeting 2026-01-09; meeting 2026-02-09; meeting 2026-03-31");
        let nobody = organization(Facts::default());
        let outcome = judge_at_end(
            &one("month", 1),
            &nobody,
            &answered,
            &three,
            nobody.recording_since(0),
        );
        assert_eq!(words(&outcome, "A"), expected);
    }

    check(AnswerValue::Verdict(Verdict::Unmet), "Unmet, Answered");
    check(
        AnswerValue::Verdict(Verdict::NotApplicable),
        "NotApplicable, Answered",
    );
    check(AnswerValue::Count { done: 1, due: None }, "Unmet, 1 of 3");
    check(
        AnswerValue::Count {
            done: 1,
            due: Some(1),
        },
        "Met, 1 of 1",
    );
    // Her own number of times due is what the records are held against, and no answer.
    check(AnswerValue::OwnDue(4), "Unmet, 3 of 4 (3 records)");
    check(AnswerValue::OwnDue(0), "Met, 3 of 3 (3 records)");
    // A value of another kind is no answer.
    check(AnswerValue::Band(5), "Met, 3 of 3 (3 records)");
}

#[test]
fn a_note_without_an_answer_leaves_the_records_to_speak() {
    let mut noted = assessment("2026Q1");
    let mut answer = Answer::of(AnswerValue::Verdict(Verdict::Met), 1);
    answer.value = None;
    answer.note = "记录本在柜中".to_owned();
    noted.answers.insert("A".into(), answer);
    let nobody = organization(Facts::default());
    let entries = ledger("meeting 2026-02-02");
    let outcome = judge_at_end(
        &one("quarter", 1),
        &nobody,
        &noted,
        &entries,
        nobody.recording_since(0),
    );
    assert_eq!(words(&outcome, "A"), "Met, 1 of 1 (1 records)");
}

#[test]
fn regression_a_record_makes_nothing_apply_that_does_not() {
    fn check(committee: Option<bool>, entries: &str, expected: &str) {
        let mut indicator = counted("A", "month", 1);
        indicator["not_applicable_when"] = json!({ "at_most": ["committee", 0] });
        let pack = pack(basic(vec![indicator]), json!([]), &["A"]);
        let facts = Facts {
            committee,
            ..Facts::default()
        };
        let outcome = judge_at_end(
            &pack,
            &organization(facts),
            &assessment("2026Q1"),
            &ledger(entries),
            organization(Facts::default()).recording_since(0),
        );
        assert_eq!(words(&outcome, "A"), expected, "{committee:?} {entries}");
    }

    let without = "NotApplicable, Facts([(Committee, 0)])";
    check(Some(false), "", without);
    // One meeting of a committee that there is not used to make the indicator unmet.
    check(Some(false), "meeting 2026-02-02", without);
    check(
        Some(true),
        "meeting 2026-02-02",
        "Unmet, 1 of 3 (1 records)",
    );
    check(None, "meeting 2026-02-02", "Unmet, 1 of 3 (1 records)");
}

#[test]
fn only_counted_indicators_that_a_kind_names_are_filled() {
    let mut plain = counted("B", "month", 1);
    plain["answer"] = json!("verdict");
    let indicators = vec![counted("A", "month", 1), plain, counted("C", "month", 1)];
    let pack = pack(basic(indicators), json!([]), &["A", "B", "gone"]);
    let begun = organization(Facts::default()).recording_since(0);
    let found = found_at_end(
        &pack,
        &ledger("meeting 2026-02-02"),
        quarter("2026Q1"),
        begun,
    );
    let ids: Vec<&ItemId> = found.0.keys().collect();
    assert_eq!(ids, [&ItemId::from("A")]);
}

/// Whoever begins in May has not missed four months of meetings: they are not written down here.
#[test]
fn what_was_due_before_the_ledger_was_begun_is_asked_and_not_missing() {
    fn check(begun: &str, entries: &str, expected: &str) {
        let mut village = organization(Facts::default());
        let epoch: CivilDate = "1970-01-01".parse().unwrap();
        let begun: CivilDate = begun.parse().unwrap();
        village.created_at = begun.days_since(epoch) * 86_400_000;
        let outcome = judge_at_end(
            &one("month", 1),
            &village,
            &assessment("2026Q2"),
            &ledger(entries),
            village.recording_since(0),
        );
        assert_eq!(words(&outcome, "A"), expected, "{begun} {entries}");
    }

    let two = "meeting 2026-05-09; meeting 2026-06-09";
    check("2026-05-03", two, "Unchecked, 2 of 6 (2 records)");
    check("2026-01-31", two, "Unmet, 2 of 6 (2 records)");
    check("2025-11-01", two, "Unmet, 2 of 6 (2 records)");
    // Written down afterwards, nothing is unknown any more.
    let all = "meeting 2026-01-09; meeting 2026-02-09; meeting 2026-03-09; meeting 2026-04-09";
    check(
        "2026-05-03",
        &format!("{all}; {two}"),
        "Met, 6 of 6 (6 records)",
    );
    check("2026-05-03", all, "Unmet, 4 of 6 (4 records)");
}
