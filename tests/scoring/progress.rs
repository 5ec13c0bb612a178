//! How far an assessment was looked at: the indicators of the basics and the scored items alike.

use crate::world::{asked, assessment, derived, nobody, pack, star};
use serde_json::{Value, json};
use wuxing::assessment::{OpenPart, StarState, judge};

/// One star of two scored items.
fn scored_alone() -> Value {
    json!({ "stars": [star("star", vec![asked("S", &[60, 0]), asked("T", &[40, 0])])] })
}

#[track_caller]
fn check(parts: Value, answers: &str, done: usize, all: usize, open: Option<OpenPart<'_>>) {
    let pack = pack(parts);
    let outcome = judge(&pack, &nobody(), &assessment("2026Q3", answers));
    let progress = outcome.progress(&pack);
    assert_eq!((progress.done, progress.all), (done, all), "{answers}");
    assert_eq!(progress.left(), all - done);
    assert_eq!(outcome.first_open(&pack), open, "{answers}");
}

#[test]
fn regression_a_pack_of_scored_items_alone_is_not_looked_at_from_the_start() {
    // The first page said 「本期到期的都查过了」 while not one of them was answered.
    let star = Some(OpenPart::Star("star"));
    check(scored_alone(), "", 0, 2, star);
    check(scored_alone(), "S=60p", 1, 2, star);
    check(scored_alone(), "S=60p T=0p", 2, 2, None);
}

#[test]
fn basics_come_first_and_what_they_fill_is_not_asked() {
    let indicator = |id: &str| json!({ "id": id, "frequency": "quarter" });
    let bands = [(10, json!({ "verdict": "met" })), (0, Value::Null)];
    let rule = |effect: &str| json!({ "from": ["A"], "rule": "worst", "effect": effect });
    let parts = |effect: &str| {
        let filled = derived("F", &bands, rule(effect));
        json!({
            "basics": [{ "key": "basic", "indicators": [indicator("A"), indicator("B")] }],
            "stars": [
                star("star", vec![filled, asked("S", &[20, 0])]),
                { "key": "named", "related": ["A"] },
            ],
        })
    };
    let (basic, star) = (OpenPart::Basic("basic"), OpenPart::Star("star"));
    check(parts("fills"), "", 0, 3, Some(basic));
    check(parts("fills"), "A=met S=20p", 2, 3, Some(basic));
    check(parts("fills"), "A=met B=met", 2, 3, Some(star));
    check(parts("fills"), "A=met B=met S=0p", 3, 3, None);
    // What is only bounded is asked all the same.
    check(parts("limits"), "A=met B=met S=0p", 3, 4, Some(star));
    check(parts("limits"), "A=met B=met S=0p F=10p", 4, 4, None);
}

#[test]
fn regression_what_follows_from_something_not_due_is_not_asked() {
    // The star counted it as open and the next thing led to it, though its card had no choice: the
    // year's indicator and the event that it follows from had no say yet.
    let indicator = |id: &str, frequency: &str| json!({ "id": id, "frequency": frequency });
    let bands = [(60, json!({ "verdict": "met" })), (0, Value::Null)];
    let parts = |from: &str| {
        let filled = derived("F", &bands, json!({ "from": [from], "rule": "worst" }));
        let sources = [indicator("Y", "year"), indicator("E", "event")];
        json!({
            "basics": [{ "key": "basic", "indicators": sources }],
            "stars": [star("star", vec![filled, asked("S", &[40, 0])])],
        })
    };
    for from in ["Y", "E"] {
        check(parts(from), "", 0, 1, Some(OpenPart::Star("star")));
        check(parts(from), "S=40p", 1, 1, None);
        // Nobody is to be told that it was not finished.
        let pack = pack(parts(from));
        let outcome = judge(&pack, &nobody(), &assessment("2026Q3", "S=40p"));
        assert_eq!(outcome.stars[0].state, StarState::NotDue, "{from}");
        // Once it does not apply, the item is the user's to answer.
        let not_applicable = format!("S=40p {from}=na");
        check(
            parts(from),
            &not_applicable,
            1,
            2,
            Some(OpenPart::Star("star")),
        );
        check(parts(from), &format!("{not_applicable} F=60p"), 2, 2, None);
    }
}
