//! What is to be done now, each thing once, what presses most first.

use crate::world::{
    assessment, basic, checklist, date, id, known, ledger, organization, pack, page,
};
use serde_json::json;
use wuxing::assessment::{
    Answer, AnswerValue, ToDo, UpNext, Verdict, judge_with_ledger, overdue, to_dos, up_next,
};
use wuxing::duty::{RecordingSince, agenda};
use wuxing::ledger::{EntryBody, Ledger};
use wuxing::rectification::{Origin, Rectification};
use wuxing::standard::{Facts, ItemId, StandardPack};

/// Two duties, of which one fills an indicator, and two other indicators.
fn whole() -> StandardPack {
    let indicator = |id: &str, filled_by: serde_json::Value| {
        let mut one = json!({
            "id": id, "title": { "zh": id }, "criterion": { "zh": "名" }, "frequency": "quarter",
            "answer": "verdict", "sources": [], "certainty": "suggestion",
        });
        if !filled_by.is_null() {
            one["filled_by"] = filled_by;
        }
        one
    };
    let mut pack = pack(
        basic(vec![
            indicator("A", json!({ "duty": "Q" })),
            indicator("B", json!("rectifications")),
            indicator("C", json!(null)),
        ]),
        json!([]),
        &[],
    );
    pack.checklist.duties = checklist([
        json!({ "id": "Q", "frequency": "quarter", "done_by": { "records": ["meeting"] } }),
        json!({ "id": "Y", "frequency": "year" }),
    ])
    .duties;
    pack
}

fn problem(origin: Origin, until: &str) -> EntryBody {
    let mut one = Rectification::found(origin, "problem".to_owned(), date("2026-07-01"));
    one.until = (!until.is_empty()).then(|| date(until));
    EntryBody::Rectification(one)
}

/// The ledger with these problems: what they come from (an indicator, or nothing), and their limit.
fn with_problems(entries: &str, problems: &[(&str, &str)]) -> Ledger {
    let of = |(number, (origin, until)): (u128, &(&str, &str))| {
        let origin = match *origin {
            "" => Origin::Other,
            own => Origin::Indicator(ItemId::from(own)),
        };
        (id(100 + number), Some(problem(origin, until)))
    };
    let mut all = ledger(entries);
    let added = Ledger::of(&[page((1..).zip(problems).map(of))]);
    all.rectifications = added.rectifications;
    all
}

fn in_words(to_do: &ToDo, today: &str) -> String {
    let days = to_do.days_left(date(today));
    let days = days.map_or(String::new(), |days| format!(" {days}"));
    match to_do {
        ToDo::Duty(state) => format!("{} {}{days}", state.duty, state.occurrence.span),
        ToDo::Rectification { id, indicators, .. } => {
            let names: Vec<String> = indicators.iter().map(ToString::to_string).collect();
            format!("problem {} [{}]{days}", id.as_u128() - 100, names.join(" "))
        }
        ToDo::Indicator { id, standing } => format!("{id} {standing:?}{days}"),
    }
}

/// What is to be done, how much is late, and what comes next where everything was looked at.
fn found(ledger: &Ledger, lacking: &[&str], today: &str) -> (String, usize, bool) {
    let (pack, facts) = (whole(), Facts::default());
    let since = RecordingSince(date("2026-07-01"));
    let known = known(&facts, None, ledger, since, date(today));
    let mut assessment = assessment("2026Q3");
    for id in ["A", "B", "C"] {
        let verdict = match lacking.contains(&id) {
            true => Verdict::Unmet,
            false => Verdict::Met,
        };
        let answer = Answer::of(AnswerValue::Verdict(verdict), 1);
        assessment.answers.insert(ItemId::from(id), answer);
    }
    let outcome = judge_with_ledger(&pack, &organization(facts), &assessment, &known);
    let agenda = agenda(&pack.checklist, &known);
    let all = to_dos(&pack, &outcome, &agenda, ledger, date(today));
    let words: Vec<String> = all.iter().map(|one| in_words(one, today)).collect();
    let next = up_next(&pack, &outcome, None, &all, date(today));
    let late = overdue(&agenda, ledger, date(today));
    (words.join(", "), late, matches!(next, UpNext::ToDo(_)))
}

#[test]
fn each_thing_stands_once_and_what_presses_most_is_first() {
    #[track_caller]
    fn check(
        (entries, problems): (&str, &[(&str, &str)]),
        lacking: &[&str],
        today: &str,
        expected: (&str, usize, bool),
    ) {
        let ledger = with_problems(entries, problems);
        let (words, late, presses) = found(&ledger, lacking, today);
        assert_eq!(
            (words.as_str(), late, presses),
            expected,
            "{today} {lacking:?}"
        );
    }

    // Far ahead: named, and nothing that has to come first.
    check(
        ("", &[]),
        &[],
        "2026-08-01",
        ("Q 2026Q3 60, Y 2026 152", 0, false),
    );
    check(
        ("meeting 2026-07-09", &[]),
        &[],
        "2026-08-01",
        ("Y 2026 152", 0, false),
    );
    // Within a week it comes first.
    check(
        ("", &[]),
        &[],
        "2026-09-23",
        ("Q 2026Q3 7, Y 2026 99", 0, true),
    );
    // A duty that is late and due again stands once, where it presses most.
    check(
        ("", &[]),
        &[],
        "2026-10-10",
        ("Q 2026Q3 -10, Y 2026 82", 1, true),
    );
    // An indicator and the duty that speaks of the same are one; before its days it is not unmet.
    check(
        ("", &[]),
        &["A"],
        "2026-10-10",
        ("Q 2026Q3 -10, Y 2026 82", 1, true),
    );
    check(
        ("meeting 2026-07-09", &[]),
        &["A", "C"],
        "2026-08-01",
        ("C Unmet, Y 2026 152", 0, false),
    );
    // An indicator and its problem are one, and the item about problems goes with the late one.
    check(
        ("meeting 2026-07-09", &[("C", "2026-09-30")]),
        &["C"],
        "2026-08-01",
        ("problem 1 [C] 60, Y 2026 152", 0, false),
    );
    check(
        ("meeting 2026-07-09", &[("", "2026-07-30"), ("C", "")]),
        &["B", "C"],
        "2026-08-01",
        ("problem 1 [B] -2, problem 2 [C], Y 2026 152", 1, true),
    );
    // A problem that neither presses nor keeps an indicator back is not named here.
    check(
        ("meeting 2026-07-09", &[("", "2026-09-30"), ("", "")]),
        &[],
        "2026-08-01",
        ("Y 2026 152", 0, false),
    );
}
