//! What holds for any meetings that fill counted indicators, and for the stars that follow.

use crate::cases::{day, gathered, year};
use crate::counts::one;
use crate::world::{
    assessment, basic, counted, found_at_end, id, judge_at_end, organization, pack, page, quarter,
};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use wuxing::assessment::{Answer, AnswerValue, Basis, Outcome, Standing, judge};
use wuxing::duty::RecordingSince;
use wuxing::ledger::{EntryBody, Ledger, Record, RecordOf};
use wuxing::period::CivilDate;
use wuxing::standard::{Facts, ItemId, StandardPack};

/// A pack whose star follows from two counted indicators, as 三会一课 does.
fn with_star() -> StandardPack {
    let label = || json!({ "zh": "名" });
    let bands: Vec<Value> = [(20, 95), (14, 80), (8, 60)]
        .iter()
        .map(|(score, percent)| {
            json!({ "score": score, "when": label(), "reached_by": { "percent": percent } })
        })
        .chain([json!({ "score": 0, "when": label() })])
        .collect();
    let scored = json!({
        "id": "S", "title": label(), "maximum": 20, "bands": bands,
        "derivation": { "from": ["A", "B"], "rule": "done_over_due" },
        "sources": [], "certainty": "suggestion",
    });
    let star = json!({
        "key": "star", "title": label(), "maximum": 20, "indicators": [scored],
        "sources": [], "certainty": "suggestion",
    });
    let indicators = vec![counted("A", "month", 1), counted("B", "quarter", 1)];
    pack(basic(indicators), json!([star]), &["A", "B"])
}

fn meeting(held_on: CivilDate, belongs_to_year: Option<i32>) -> EntryBody {
    EntryBody::Record(Record {
        belongs_to_year,
        ..Record::new(RecordOf::Kind("meeting".into()), held_on)
    })
}

fn meetings() -> impl Strategy<Value = Vec<EntryBody>> {
    let one = (day(), prop::option::weighted(0.2, year()));
    prop::collection::vec(one.prop_map(|(day, year)| meeting(day, year)), 0..24)
}

fn judged(pack: &StandardPack, period: &str, ledger: &Ledger) -> Outcome {
    let nobody = organization(Facts::default());
    judge_at_end(
        pack,
        &nobody,
        &assessment(period),
        ledger,
        recording_since(),
    )
}

/// Of an organisation that was entered long ago.
fn recording_since() -> RecordingSince {
    organization(Facts::default()).recording_since(0)
}

proptest! {
    #[test]
    fn as_many_months_as_have_a_meeting(meetings in meetings(), number in 1_u8..=4) {
        let period = quarter(&format!("2026Q{number}"));
        let ledger = gathered(&meetings);
        // By hand: in which months of 2026 up to the end of the period there was one. What belongs
        // to 2026 and was held outside it counts in its first or its last month.
        let months: BTreeSet<u8> = ledger
            .records
            .values()
            .filter(|record| record.belongs_to_year.unwrap_or(record.held_on.year()) == 2026)
            .map(|record| match record.held_on.year() {
                2026 => record.held_on.month(),
                year if year < 2026 => 1,
                _ => 12,
            })
            .filter(|month| *month <= number * 3)
            .collect();
        let found = found_at_end(&one("month", 1), &ledger, period, recording_since());
        let done = found.0.get(&ItemId::from("A")).map(|count| count.done);
        prop_assert_eq!(done, (!months.is_empty()).then(|| u32::try_from(months.len()).unwrap()));
    }

    #[test]
    fn a_star_follows_from_what_was_recorded_as_from_what_was_counted(
        meetings in meetings(), number in 1_u8..=4,
    ) {
        let (pack, period) = (with_star(), format!("2026Q{number}"));
        let ledger = gathered(&meetings);
        let from_records = judged(&pack, &period, &ledger);
        // The same numbers, typed in.
        let mut typed = assessment(&period);
        for (id, count) in found_at_end(&pack, &ledger, quarter(&period), recording_since()).0 {
            let value = AnswerValue::Count { done: count.done, due: None };
            typed.answers.insert(id, Answer::of(value, 1));
        }
        let from_answers = judge(&pack, &organization(Facts::default()), &typed);
        prop_assert_eq!(&from_records.stars, &from_answers.stars);
        let standings = |outcome: &Outcome| -> Vec<Standing> {
            outcome.basics[0].indicators.iter().map(|one| one.standing).collect()
        };
        prop_assert_eq!(standings(&from_records), standings(&from_answers));
    }

    #[test]
    fn a_record_taken_out_restores_the_outcome_of_before(
        meetings in meetings(), which in any::<Index>(), number in 1_u8..=4,
    ) {
        prop_assume!(!meetings.is_empty());
        let (pack, period) = (with_star(), format!("2026Q{number}"));
        let place = which.index(meetings.len());
        let entries = |but: Option<usize>, body: bool| {
            let all = meetings.iter().enumerate();
            let kept = all.filter(|(at, _)| Some(*at) != but || body);
            page(kept.map(|(at, one)| (id(at as u128), (Some(at) != but).then(|| one.clone()))))
        };
        let before = judged(&pack, &period, &Ledger::of(&[entries(Some(place), false)]));
        let with_it = judged(&pack, &period, &Ledger::of(&[entries(None, true)]));
        let after = judged(&pack, &period, &Ledger::of(&[entries(Some(place), true)]));
        prop_assert_eq!(&before, &after);
        // And it gave nothing away while it was there: no count is lower with it than without.
        let done = |outcome: &Outcome| -> Vec<u32> {
            let basis = outcome.basics[0].indicators.iter().map(|one| match &one.basis {
                Basis::Ledger(found) => found.done,
                _ => 0,
            });
            basis.collect()
        };
        let (less, more) = (done(&before), done(&with_it));
        prop_assert!(less.iter().zip(&more).all(|(less, more)| more >= less));
    }
}

#[test]
fn without_a_ledger_everything_is_judged_as_it_always_was() {
    let pack = with_star();
    let (nobody, empty) = (organization(Facts::default()), Ledger::default());
    let assessment = assessment("2026Q4");
    let mut found = judge_at_end(&pack, &nobody, &assessment, &empty, recording_since());
    let always = judge(&pack, &nobody, &assessment);
    found.judging = always.judging;
    assert_eq!(found, always);
}
