//! What the indicators of a basic amount to, and the basics as a whole.

use crate::words::{basic_word, joined};
use crate::world::{assessment, basic, changed, nobody, pack};
use serde_json::{Value, json};
use wuxing::assessment::{BasicsState, LocalSettings, Threshold, judge};
use wuxing::sorted_map::SortedMap;

/// Indicators by name; a name with `*` is a must-item, one with `~` is looked at once a year.
fn indicators(names: &str) -> Value {
    let one = |name: &str| {
        json!({
            "id": name.trim_end_matches(['*', '~']),
            "frequency": if name.ends_with('~') { "year" } else { "quarter" },
            "must": name.ends_with('*'),
        })
    };
    names.split_whitespace().map(one).collect()
}

#[test]
fn when_a_basic_is_met() {
    fn check(names: &str, answers: &str, expected: &str) {
        let outcome = judge(
            &basic(indicators(names)),
            &nobody(),
            &assessment("2026Q1", answers),
        );
        let result = &outcome.basics[0];
        let missing = joined(&result.must_missing);
        let mut found = format!("{} {}%", basic_word(result.state), result.reached_percent);
        if !missing.is_empty() {
            found = format!("{found}, missing {missing}");
        }
        assert_eq!(found, expected, "{names} {answers}");
    }

    check("A B", "A=met B=met", "met 100%");
    check("A B", "A=met B=na", "met 100%");
    check("A B", "A=met B=partly", "unmet 75%");
    check("A B", "A=met", "incomplete 50%");
    check("A B", "A=unmet", "incomplete 0%");
    check("A B", "", "incomplete 0%");
    // Exactly 80 percent is enough.
    check("A B C D E", "A=met B=met C=met D=met E=unmet", "met 80%");
    check(
        "A B C D E",
        "A=met B=met C=met D=partly E=partly",
        "met 80%",
    );
    check(
        "A B C D E",
        "A=met B=met C=met D=partly E=unmet",
        "unmet 70%",
    );
    // 79.17 percent is not enough, and is not rounded up.
    check(
        "A B C D E F G H I J K L",
        "A=met B=met C=met D=met E=met F=met G=met H=met I=met J=partly K=unmet L=unmet",
        "unmet 79%",
    );
    check(
        "A B C D E F G",
        "A=met B=met C=met D=met E=met F=met G=unmet",
        "met 85%",
    );
    // A must-item has to be met in full, whatever the share.
    check(
        "A* B C D E",
        "A=unmet B=met C=met D=met E=met",
        "unmet 80%, missing A",
    );
    check(
        "A* B C D E",
        "A=partly B=met C=met D=met E=met",
        "unmet 90%, missing A",
    );
    check("A* B C D E", "A=na B=met C=met D=met E=met", "met 100%");
    check(
        "A* B* C",
        "A=unmet B=partly C=met",
        "unmet 50%, missing A B",
    );
    // Not having looked is not unmet: it is never named as missing and never met.
    check("A* B C D E", "B=met C=met D=met E=met", "incomplete 80%");
    check("A* B*", "A=unmet", "incomplete 0%, missing A");
    // What is not due, or does not apply, stays outside.
    check("A~ B~", "", "nothing due 0%");
    check("A~ B~", "A=unmet B=partly", "nothing due 0%");
    check("A~ B~", "A=met", "met 100%");
    check("A B~", "A=met", "met 100%");
    check("A B~", "A=unmet B=met", "unmet 50%");
    check("A B", "A=na B=na", "nothing due 0%");
    check("A*", "A=15p", "incomplete 0%");
}

#[test]
fn the_numbers_of_the_pack_decide() {
    fn check(needed: u32, weight: u32, own: Option<u32>, answers: &str, expected: &str) {
        let pack = pack(json!({
            "basics": [{ "key": "basic", "indicators": indicators("A B C D") }],
            "judgement": { "basic_met_percent": needed, "partly_weight_percent": weight },
        }));
        let thresholds: SortedMap<Threshold, u32> = own
            .map(|own| (Threshold::BasicMetPercent, own))
            .into_iter()
            .collect();
        let organization = changed(LocalSettings {
            thresholds,
            ..LocalSettings::default()
        });
        let outcome = judge(&pack, &organization, &assessment("2026Q1", answers));
        let result = &outcome.basics[0];
        let state = basic_word(result.state);
        let found = format!(
            "{state} {} of {}",
            result.reached_percent, result.needed_percent
        );
        assert_eq!(found, expected, "{needed} {weight} {own:?} {answers}");
    }

    check(75, 50, None, "A=met B=met C=met D=unmet", "met 75 of 75");
    check(76, 50, None, "A=met B=met C=met D=unmet", "unmet 75 of 76");
    check(80, 20, None, "A=met B=met C=met D=partly", "met 80 of 80");
    check(81, 20, None, "A=met B=met C=met D=partly", "unmet 80 of 81");
    check(
        100,
        100,
        None,
        "A=met B=partly C=partly D=partly",
        "met 100 of 100",
    );
    check(
        75,
        50,
        Some(90),
        "A=met B=met C=met D=unmet",
        "unmet 75 of 90",
    );
    check(
        90,
        50,
        Some(75),
        "A=met B=met C=met D=unmet",
        "met 75 of 75",
    );
    check(
        90,
        50,
        Some(0),
        "A=unmet B=unmet C=unmet D=unmet",
        "unmet 0 of 1",
    );
    check(
        90,
        50,
        Some(900),
        "A=met B=met C=met D=met",
        "met 100 of 100",
    );
}

#[test]
fn the_basics_as_a_whole() {
    fn check(answers: &str, expected: BasicsState) {
        let pack = pack(json!({
            "basics": [
                { "key": "first", "indicators": indicators("A") },
                { "key": "second", "indicators": indicators("B") },
                { "key": "third", "indicators": indicators("C~") },
            ],
            "vetoes": [{ "id": "V", "effect": "basics_unmet" }],
        }));
        let outcome = judge(&pack, &nobody(), &assessment("2026Q1", answers));
        assert_eq!(outcome.basics_state, expected, "{answers}");
        assert_eq!(
            outcome.basics_vetoed_by.len(),
            usize::from(answers.contains("present"))
        );
    }

    check("A=met B=met", BasicsState::Met);
    check("A=met B=unmet", BasicsState::Unmet);
    check("A=met", BasicsState::Incomplete);
    check("A=unmet", BasicsState::Incomplete);
    check("A=na B=na", BasicsState::NothingDue);
    check("A=na B=na C=met", BasicsState::Met);
    check("A=na B=na V=present", BasicsState::Unmet);
    check("A=met B=met V=present", BasicsState::Unmet);
    check("A=met V=present", BasicsState::Unmet);
    check("A=met B=met V=unclear", BasicsState::Met);
    check("A=met B=met V=clear", BasicsState::Met);
}
