//! Steps and their time limits: 发展党员 in 25 steps with the limits that have a source, and the
//! corners of each kind of limit.

use crate::words::warning_word;
use crate::world::{body, date, mechanism};
use serde_json::{Value, json};
use wuxing::duty::step_states;
use wuxing::ledger::{Card, EntryBody};
use wuxing::sorted_map::SortedMap;
use wuxing::standard::{Mechanism, OrganizationType, built_in};

fn limit(after: &str, months: u32, rule: &str) -> Value {
    json!({ "after": after, "months": months, "rule": rule })
}

/// The 25 steps of the built-in packs under the keys `s1` to `s25`. Their limits: a talk within a
/// month of the application (2), looked at every half-year while trained (6), a year of training
/// before the next stage (7), the meeting within a month of the preliminary review (15), approval
/// within three months of a meeting (17, 24), a year of probation from the meeting (23).
fn admission() -> Mechanism {
    let checklist = built_in(OrganizationType::Village).unwrap().checklist;
    let mut found = checklist.mechanisms.into_iter();
    let mut mechanism = found.find(|one| one.id.0 == "admission_steps").unwrap();
    let numbers: SortedMap<String, String> = (1..)
        .zip(&mechanism.steps)
        .map(|(number, step)| (step.key.clone(), format!("s{number}")))
        .collect();
    for step in &mut mechanism.steps {
        step.key = numbers[&step.key].clone();
        for limit in &mut step.deadlines {
            limit.after = numbers[&limit.after].clone();
        }
    }
    mechanism
}

fn card(steps: &str) -> Card {
    match body(&format!("card M 2026 {steps}")) {
        EntryBody::Card(card) => card,
        _ => unreachable!(),
    }
}

/// All that is to be minded: `s2 overdue since 2026-02-28; s6 …`.
fn warnings(mechanism: &Mechanism, steps: &str, today: &str) -> String {
    let states = step_states(mechanism, &card(steps), date(today));
    let words = states
        .iter()
        .filter(|state| state.warning.is_some())
        .map(|state| format!("{} {}", state.key, warning_word(state)));
    words.collect::<Vec<_>>().join("; ")
}

#[test]
fn the_twenty_five_steps_and_their_limits() {
    fn check(steps: &str, today: &str, expected: &str) {
        assert_eq!(
            warnings(&admission(), steps, today),
            expected,
            "{steps} on {today}"
        );
    }

    check("", "2026-06-01", "");
    // A talk within one month; a month after the last of January is the last of February.
    check("s1=2026-01-31", "2026-01-31", "s2 soon, until 2026-02-28");
    check("s1=2026-01-31", "2026-02-28", "s2 soon, until 2026-02-28");
    check("s1=2026-01-31", "2026-03-01", "s2 overdue since 2026-02-28");
    check("s1=2026-01-31 s2=2026-02-28", "2026-03-01", "");
    check("s1=2026-01-31 s2=2026-03-01", "2026-03-01", {
        "s2 too late, until 2026-02-28"
    });
    check("s1=2028-01-31", "2028-02-29", "s2 soon, until 2028-02-29");
    // Looked at every half-year, from the day on which the activist was named.
    let named = "s1=2026-01-05 s2=2026-01-10 s3=2026-04-01 s4=2026-04-10 s5=2026-04-10";
    check(named, "2026-08-31", "");
    check(named, "2026-09-01", "s6 soon, until 2026-10-01");
    check(named, "2026-10-01", "s6 soon, until 2026-10-01");
    check(named, "2026-10-02", "s6 overdue since 2026-10-01");
    let looked_at = format!("{named} s6=2026-09-20");
    check(&looked_at, "2026-10-02", "");
    check(&looked_at, "2027-02-18", "s6 soon, until 2027-03-20");
    check(&looked_at, "2027-03-21", "s6 overdue since 2027-03-20");
    let twice = format!("{named} s6=2026-09-20,2027-03-10");
    check(&twice, "2027-03-21", "");
    // Twelve full months of training; then it need not be looked at any more.
    check(&format!("{twice} s7=2027-03-31"), "2027-03-31", {
        "s7 too early, from 2027-04-01"
    });
    check(&format!("{twice} s7=2027-04-01"), "2029-01-01", "");
    // The meeting within a month of the review, approval within three months of the meeting.
    let reviewed = format!("{twice} s7=2027-04-01 s13=2027-06-30");
    check(&reviewed, "2027-06-30", "s15 soon, until 2027-07-30");
    check(&reviewed, "2027-07-31", "s15 overdue since 2027-07-30");
    check(&format!("{reviewed} s15=2027-07-31"), "2027-07-31", {
        "s15 too late, until 2027-07-30"
    });
    let met = format!("{reviewed} s15=2027-07-15");
    check(&met, "2027-09-14", "");
    check(&met, "2027-09-15", "s17 soon, until 2027-10-15");
    check(&met, "2027-10-16", "s17 overdue since 2027-10-15");
    check(&format!("{met} s17=2027-10-16"), "2027-10-16", {
        "s17 too late, until 2027-10-15"
    });
    // A year of probation from the meeting on.
    let probation = format!("{met} s17=2027-09-01 s21=2028-01-10,2028-07-08 s22=2028-07-01");
    check(&probation, "2029-01-01", "");
    check(&format!("{probation} s23=2028-07-14"), "2028-07-14", {
        "s23 too early, from 2028-07-15"
    });
    let full = format!("{probation} s23=2028-07-20");
    check(&full, "2028-10-20", "s24 soon, until 2028-10-20");
    check(&full, "2028-10-21", "s24 overdue since 2028-10-20");
    check(
        &format!("{full} s24=2028-10-20 s25=2028-11-01"),
        "2030-01-01",
        "",
    );
    // A step that was forgotten is no reason to warn; one that was taken out of turn is.
    check(
        "s1=2026-01-05 s2=2026-01-10 s4=2026-02-01",
        "2026-02-01",
        "",
    );
    check(
        "s1=2026-01-05 s2=2026-01-10 s3=2026-03-01 s4=2026-02-01",
        "2026-03-01",
        "s4 out of order",
    );
    check("s1=2026-01-05 s2=2026-01-04", "2026-03-01", {
        "s2 out of order"
    });
}

#[test]
fn what_may_be_told_of_a_step_before_it_is_taken() {
    let states = step_states(&admission(), &card("s3=2026-02-28"), date("2026-03-01"));
    let of = |key: &str| states.iter().find(|state| state.key == key).unwrap();
    assert_eq!(states.len(), 25);
    assert_eq!(of("s7").not_before, Some(date("2027-02-28")));
    assert_eq!(of("s7").not_after, None);
    assert_eq!(of("s6").not_after, Some(date("2026-08-28")));
    assert_eq!(of("s2").not_after, None);
    assert_eq!(of("s3").taken, [date("2026-02-28")]);
}

#[test]
fn regression_a_card_that_was_put_away_presses_nobody() {
    fn check(steps: &str, expected: &str) {
        assert_eq!(warnings(&admission(), steps, "2027-01-01"), expected);
    }

    // A person who moved away used to stay overdue for ever.
    check("s1=2026-01-05", "s2 overdue since 2026-02-05");
    check("s1=2026-01-05 closed=2026-03-01", "");
    // What was done too late remains what it is.
    check("s1=2026-01-05 s2=2026-02-09 closed=2026-03-01", {
        "s2 too late, until 2026-02-05"
    });
}

#[test]
fn limits_of_one_step_hold_together() {
    fn check(limits: Value, steps: &str, today: &str, expected: &str) {
        let mechanism = mechanism(&[("a", json!([])), ("b", json!([])), ("c", limits)]);
        let found = warnings(&mechanism, steps, today);
        assert_eq!(found, expected, "{steps} on {today}");
    }

    let window = || json!([limit("a", 3, "not_before"), limit("a", 6, "within")]);
    check(window(), "a=2026-01-15", "2026-06-14", "");
    check(
        window(),
        "a=2026-01-15",
        "2026-06-15",
        "c soon, until 2026-07-15",
    );
    check(window(), "a=2026-01-15 c=2026-04-14", "2026-06-15", {
        "c too early, from 2026-04-15"
    });
    check(window(), "a=2026-01-15 c=2026-04-15", "2026-06-15", "");
    check(window(), "a=2026-01-15 c=2026-07-16", "2026-08-15", {
        "c too late, until 2026-07-15"
    });
    // Of several limits the strictest.
    let two = || json!([limit("a", 6, "within"), limit("b", 1, "within")]);
    check(two(), "a=2026-01-15 b=2026-02-10", "2026-03-11", {
        "c overdue since 2026-03-10"
    });
    let two = || json!([limit("a", 2, "not_before"), limit("b", 6, "not_before")]);
    check(
        two(),
        "a=2026-01-15 b=2026-02-10 c=2026-08-09",
        "2026-09-01",
        "c too early, from 2026-08-10",
    );
    // A limit reckoned from a step that was not taken, or that is not there, says nothing.
    check(two(), "c=2026-08-09", "2026-09-01", "");
    check(
        json!([limit("z", 1, "within")]),
        "a=2026-01-15",
        "2029-01-01",
        "",
    );
}

#[test]
fn regression_a_first_time_in_time_is_not_called_overdue() {
    fn check(steps: &str, today: &str, expected: &str) {
        let limits = json!([limit("a", 1, "within"), limit("a", 6, "every")]);
        let mechanism = mechanism(&[("a", json!([])), ("b", limits), ("c", json!([]))]);
        let found = warnings(&mechanism, steps, today);
        assert_eq!(found, expected, "{steps} on {today}");
    }

    // Within a month for the first time, and every half-year from then on.
    check("a=2026-01-10", "2026-02-11", "b overdue since 2026-02-10");
    check("a=2026-01-10 b=2026-02-01", "2026-05-01", "");
    check("a=2026-01-10 b=2026-02-01", "2026-08-01", {
        "b soon, until 2026-08-01"
    });
    check("a=2026-01-10 b=2026-02-01", "2026-08-02", {
        "b overdue since 2026-08-01"
    });
    check("a=2026-01-10 b=2026-02-01 c=2026-09-01", "2027-01-01", "");
    check("a=2026-01-10 b=2026-03-01", "2026-03-02", {
        "b too late, until 2026-02-10"
    });
}
