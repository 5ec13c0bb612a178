//! The rule of pages: a page words what there is and filters it, and decides nothing. What follows
//! from days, rules and conditions is reckoned below the interface, where it has native tests. And
//! the interface joins words by the texts of the language, never by signs of its own.
//!
//! Not here: which module may use which (`layers`).

use super::Finding;
use super::tokens::{Token, matches, without_tests};

/// What only the core reckons with, and where a page finds what comes of it.
const RECKONED_BELOW: [(&str, &str); 12] = [
    ("Frequency", "the module duty says when something is due"),
    ("Due", "IndicatorResult::asking says whether it is asked"),
    ("Fulfilment", "duty::Showing says what shows a duty"),
    ("DeadlineRule", "duty::step_states says how a step stands"),
    ("Condition", "applies_to says whether it applies"),
    (
        "ProfileAnswer",
        "assessment::spared says what answers itself",
    ),
    ("Schedule", "the outcome says when an indicator is due"),
    ("months_earlier", "a limit is reckoned in the core"),
    ("months_later", "a limit is reckoned in the core"),
    ("days_later", "a limit is reckoned in the core"),
    ("days_since", "what is left is reckoned in the core"),
    ("last_of_month", "a limit is reckoned in the core"),
];

/// Signs that stand in Chinese alone.
const SIGNS: [char; 11] = [
    '、', '，', '；', '：', '。', '（', '）', '「', '」', '《', '》',
];

/// Finds what a page reckons with itself, outside tests.
pub fn decisions(tokens: &[Token]) -> Vec<Finding> {
    let tokens = without_tests(tokens);
    let found = tokens.iter().enumerate().filter_map(|(index, token)| {
        let mut rules = RECKONED_BELOW.iter();
        let (name, instead) = rules.find(|(name, _)| token.text == *name)?;
        // How a duty stands is what a page words.
        let before = index.saturating_sub(3);
        if matches(&tokens, before, &["DutyStanding", ":", ":", name]) {
            return None;
        }
        let message = format!("a page decides nothing, and needs no {name}: {instead}");
        Some(Finding::new(token.line, message))
    });
    found.collect()
}

/// Finds a text of the interface that puts the signs of one language around or between words.
pub fn signs(tokens: &[Token]) -> Vec<Finding> {
    let tokens = without_tests(tokens);
    let found = tokens.iter().enumerate().filter_map(|(index, token)| {
        let has_a_sign = token.text.starts_with('"') && token.text.contains(SIGNS);
        // A comment on an item is an attribute with a text.
        let is_comment = matches(&tokens, index.saturating_sub(2), &["doc", "="]);
        let message = || format!("{}: signs stand in src/text, in every language", token.text);
        (has_a_sign && !is_comment).then(|| Finding::new(token.line, message()))
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use super::super::tokens::read;
    use super::*;

    #[test]
    fn signs_of_one_language_are_found() {
        fn check(source: &str, expected: usize) {
            let findings = signs(&read(source).expect("is Rust"));
            assert_eq!(findings.len(), expected, "{findings:?}");
        }

        check("fn a() { format!(\"{name}（{more}）\") }", 1);
        check("fn a() { all.join(\"、\") }", 1);
        check("fn a() { all.join(\" · \") }", 0);
        check("/// 「首页」\nfn a() { label.split_once('：') }", 0);
        check("#[cfg(test)]\nmod tests { const A: &str = \"一、二\"; }", 0);
    }

    #[test]
    fn a_page_that_reckons_is_found() {
        fn check(source: &str, expected: &[usize]) {
            let findings = decisions(&read(source).expect("is Rust"));
            let lines: Vec<usize> = findings.iter().map(|finding| finding.line).collect();
            assert_eq!(lines, expected, "{findings:?}");
        }

        check("use crate::period::{CivilDate,\n Due};", &[2]);
        check("fn a() {\n end.months_earlier(12) }", &[2]);
        check(
            "fn a() { match duty.done_by { Fulfilment::Tick => 1 } }",
            &[1],
        );
        // Words and filters are what pages are for.
        check(
            "fn a() { words.due_next(states.filter(DutyStanding::waits)) }",
            &[],
        );
        check("fn a() { DutyStanding::Due }", &[]);
        check("/// Due\nfn a() { \"Frequency\"; }", &[]);
        check("#[cfg(test)]\nmod tests { use crate::period::Due; }", &[]);
    }
}
