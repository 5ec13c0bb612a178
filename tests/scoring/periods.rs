//! What goes along into a new period, and what a newer pack retires.

use crate::world::{answer, asked, assessment, date, pack, quarter, reference, star};
use proptest::prelude::*;
use serde_json::json;
use uuid::Uuid;
use wuxing::assessment::{Answer, Assessment, retire_unknown, start_period};
use wuxing::sorted_map::SortedMap;
use wuxing::standard::{ItemId, StandardPack};

/// One indicator of each frequency, two counted ones, and one of everything else.
pub fn each_frequency() -> StandardPack {
    let names = ["month", "quarter", "half_year", "year", "term", "event"];
    let mut indicators: Vec<_> = names
        .iter()
        .map(|name| json!({ "id": name, "frequency": name }))
        .collect();
    let count = json!({ "count": { "times": 1 } });
    indicators.push(json!({ "id": "counted", "frequency": "year", "answer": count }));
    pack(json!({
        "basics": [{ "key": "basic", "indicators": indicators }],
        "stars": [star("star", vec![asked("S", &[10, 0])])],
        "vetoes": [{ "id": "V", "effect": "freeze_all_stars" }],
        "bonuses": [{ "id": "B", "options": [{ "title": { "zh": "名" }, "points": 1 }] }],
    }))
}

fn started(previous: Option<&Assessment>, period: &str, term_end: &str) -> Assessment {
    let term_end = (!term_end.is_empty()).then(|| date(term_end));
    let pack = each_frequency();
    let ids = (Uuid::from_u128(7), Uuid::nil());
    start_period(
        ids.0,
        ids.1,
        quarter(period),
        (&pack, reference()),
        previous,
        term_end,
        99,
    )
}

/// The answers that came along, with the period they come from.
fn along(assessment: &Assessment) -> String {
    let one = |(id, answer): (&ItemId, &Answer)| match answer.carried_from {
        Some(period) => format!("{id}@{period}"),
        None => format!("{id}@this period"),
    };
    assessment
        .answers
        .iter()
        .map(one)
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn what_goes_along_into_a_new_period() {
    fn check(from: &str, to: &str, term_end: &str, expected: &str) {
        let all = "month=met quarter=met half_year=met year=met term=met event=met counted=1 \
                   S=10p V=present B=1+";
        let previous = assessment(from, all);
        let found = started(Some(&previous), to, term_end);
        assert_eq!(
            along(&found),
            expected,
            "{from} to {to}, term until {term_end}"
        );
        assert_eq!((found.period, found.created_at), (quarter(to), 99));
        assert!(found.retired.is_empty());
    }

    check(
        "2026Q1",
        "2026Q2",
        "",
        "V@2026Q1 half_year@2026Q1 term@2026Q1 year@2026Q1",
    );
    check("2026Q2", "2026Q3", "", "V@2026Q2 term@2026Q2 year@2026Q2");
    check(
        "2026Q3",
        "2026Q4",
        "",
        "V@2026Q3 half_year@2026Q3 term@2026Q3 year@2026Q3",
    );
    check("2026Q4", "2027Q1", "", "");
    // The term: it ends later, in the new period, before it, before the answer.
    check("2026Q4", "2027Q1", "2028-05-01", "term@2026Q4");
    check("2026Q4", "2027Q1", "2027-01-01", "term@2026Q4");
    check("2026Q4", "2027Q1", "2026-12-31", "");
    check(
        "2026Q3",
        "2026Q4",
        "2025-01-01",
        "V@2026Q3 half_year@2026Q3 term@2026Q3 year@2026Q3",
    );
    check("2026Q1", "2029Q4", "2030-01-01", "term@2026Q1");
    // Quarters may be left out; nothing comes from the future.
    check("2026Q1", "2026Q4", "", "V@2026Q1 term@2026Q1 year@2026Q1");
    check("2026Q3", "2026Q2", "", "");
}

/// What was looked at in March and not met was not due; in December it is asked, and not held
/// against her as an answer of that time.
#[test]
fn what_was_not_met_early_is_asked_again_when_it_is_due() {
    fn check(from: &str, answers: &str, to: &str, expected: &str) {
        let previous = assessment(from, answers);
        let found = started(Some(&previous), to, "2027-01-31");
        assert_eq!(along(&found), expected, "{answers} from {from} to {to}");
    }

    check("2026Q1", "year=unmet", "2026Q4", "");
    check("2026Q1", "year=partly", "2026Q2", "");
    check("2026Q1", "year=na", "2026Q4", "year@2026Q1");
    check("2026Q1", "half_year=unmet", "2026Q2", "");
    check("2026Q1", "term=unmet", "2026Q2", "term@2026Q1");
    check("2026Q1", "V=clear", "2026Q2", "");
    check("2026Q1", "V=unclear", "2026Q2", "");
    check("2026Q4", "V=present", "2027Q1", "");
}

#[test]
fn an_answer_keeps_the_period_that_it_comes_from() {
    let first = assessment("2026Q1", "half_year=met year=met term=na");
    let second = started(Some(&first), "2026Q2", "2028-01-01");
    let third = started(Some(&second), "2026Q3", "2028-01-01");
    assert_eq!(along(&third), "term@2026Q1 year@2026Q1");
    let next_year = started(Some(&third), "2027Q1", "2028-01-01");
    assert_eq!(along(&next_year), "term@2026Q1");
    assert_eq!(
        started(Some(&next_year), "2028Q2", "2028-01-01").answers,
        SortedMap::new()
    );
}

#[test]
fn what_was_written_beside_an_answer_goes_along_with_it() {
    let mut previous = assessment("2026Q1", "year=met");
    let (id, written) = answer("term=met");
    let note = Answer {
        note: "在柜子里".into(),
        value: None,
        ..written
    };
    previous.answers.insert(id, note);
    previous
        .answers
        .get_mut(&ItemId::from("year"))
        .unwrap()
        .note = "见会议记录".into();
    let found = started(Some(&previous), "2026Q2", "");
    assert_eq!(
        along(&found),
        "year@2026Q1",
        "a note without an answer stays in its period"
    );
    let year = &found.answers[&ItemId::from("year")];
    assert_eq!((year.note.as_str(), year.changed_at), ("见会议记录", 1));
}

#[test]
fn a_first_period_begins_empty() {
    assert_eq!(started(None, "2026Q2", "").answers, SortedMap::new());
}

#[test]
fn regression_a_retired_answer_does_not_come_back_as_one_of_this_period() {
    let mut first = assessment("2026Q1", "old=met");
    let mut with_old = each_frequency();
    with_old.basics[0].indicators[0].id = "old".into();
    assert!(retire_unknown(&mut first, &each_frequency()));
    let mut second = started(Some(&first), "2026Q2", "");
    // The newest pack asks for `old` again, every month: what held in the first quarter is no
    // answer for the second. It is kept where it was given.
    retire_unknown(&mut second, &with_old);
    assert_eq!(second.answers, SortedMap::new());
    assert!(first.retired.contains_key(&ItemId::from("old")));
}

#[test]
fn what_a_newer_pack_retires_comes_back_with_it() {
    let all = each_frequency();
    let mut less = all.clone();
    less.basics[0].indicators.truncate(2);
    less.stars.clear();
    let before = assessment(
        "2026Q1",
        "month=met year=unmet S=10p V=clear B=3+ stranger=met",
    );
    let mut found = before.clone();
    assert!(retire_unknown(&mut found, &less));
    let ids = |answers: &SortedMap<ItemId, Answer>| {
        answers
            .keys()
            .map(|id| id.0.clone())
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(
        (ids(&found.answers).as_str(), ids(&found.retired).as_str()),
        { ("B V month", "S stranger year") }
    );
    assert!(
        !retire_unknown(&mut found, &less),
        "the second time nothing moves"
    );
    assert!(retire_unknown(&mut found, &all));
    assert_eq!(ids(&found.retired), "stranger");
    found.answers.extend(std::mem::take(&mut found.retired));
    assert_eq!(found, before, "nothing was lost on the way");
}

#[test]
fn regression_a_retired_answer_is_not_lost_to_a_newer_one() {
    let pack = each_frequency();
    let mut both = assessment("2026Q1", "month=met");
    both.retired.extend([answer("month=unmet")]);
    assert!(
        !retire_unknown(&mut both, &pack),
        "the answer of today stays, and so does the old one"
    );
    assert_eq!(both.answers[&ItemId::from("month")], answer("month=met").1);
    assert_eq!(
        both.retired[&ItemId::from("month")],
        answer("month=unmet").1
    );

    // The other way round, the one that was changed last stays.
    for (given, retired, expected) in [(5, 9, "unmet"), (9, 5, "met")] {
        let mut both = assessment("2026Q1", "gone=met");
        both.answers
            .get_mut(&ItemId::from("gone"))
            .unwrap()
            .changed_at = given;
        let (id, old) = answer("gone=unmet");
        both.retired.insert(
            id,
            Answer {
                changed_at: retired,
                ..old
            },
        );
        assert!(retire_unknown(&mut both, &pack));
        let kept = both.retired[&ItemId::from("gone")].value.clone();
        assert_eq!(kept, answer(&format!("gone={expected}")).1.value);
    }
}

proptest! {
    /// Whatever two packs know, going to one and back leaves every answer.
    #[test]
    fn retiring_loses_no_answer(answered in 0_u32..64, known in 0_u32..64, then in 0_u32..64) {
        let of = |set: u32| (0..6).filter(move |place| set >> place & 1 == 1);
        let pack_of = |set: u32| {
            let ids = of(set).map(|id| json!({ "id": format!("I{id}"), "frequency": "year" }));
            let indicators: Vec<_> = ids.collect();
            pack(json!({ "basics": [{ "key": "basic", "indicators": indicators }] }))
        };
        let text: Vec<String> = of(answered).map(|id| format!("I{id}=met")).collect();
        let before = assessment("2026Q1", &text.join(" "));
        let mut found = before.clone();
        for set in [known, then] {
            retire_unknown(&mut found, &pack_of(set));
            let known: Vec<String> = of(answered & set).map(|id| format!("I{id}")).collect();
            let active: Vec<&str> = found.answers.keys().map(|id| id.0.as_str()).collect();
            prop_assert_eq!(active, known);
        }
        found.answers.extend(std::mem::take(&mut found.retired));
        prop_assert_eq!(found, before);
    }
}
