//! The rule of home: it is shown from a pack in brief, which lacks its long texts, so what home
//! shows may read none of them.
//!
//! Which they are is said where a pack is written by position. Not here: that everything is
//! reckoned the same without them (`tests/app/in_brief.rs`).

use super::Finding;
use super::tokens::{Token, matches, read, without_tests};

const POSITIONAL: &str = include_str!("../../../src/standard/positional/mod.rs");

/// What stands on home, or is asked by it for words.
const OF_HOME: [&str; 8] = [
    "src/text/duty_words.rs",
    "src/ui/bar.rs",
    "src/ui/components/basics_picture.rs",
    "src/ui/components/stars_picture.rs",
    "src/ui/home_reminder.rs",
    "src/ui/pages/home/",
    "src/ui/pictures.rs",
    "src/ui/situation_words.rs",
];

/// Whether a file is shown on home.
pub fn is_of_home(file: &str) -> bool {
    OF_HOME.iter().any(|beginning| file.starts_with(beginning))
}

/// Finds where a long text of a pack is read, outside tests.
pub fn long_texts(tokens: &[Token]) -> Vec<Finding> {
    let (tokens, names) = (without_tests(tokens), long_names());
    let found = tokens.iter().enumerate().filter_map(|(index, token)| {
        let is_read = names.contains(&token.text) && index > 0 && tokens[index - 1].text == ".";
        // A word of the interface may have the same name.
        let of_interface = index > 1 && tokens[index - 2].text == "words";
        (is_read && !of_interface).then(|| {
            let name = &token.text;
            let message = format!("home is shown from a pack in brief, which has no {name}");
            Finding::new(token.line, message)
        })
    });
    found.collect()
}

/// The names of the members that a pack in brief lacks.
fn long_names() -> Vec<String> {
    let tokens = read(POSITIONAL).unwrap_or_default();
    let start = (0..tokens.len()).find(|at| matches(&tokens, *at, &["const", "LONG_TEXTS"]));
    let list = tokens.iter().skip(start.unwrap_or(tokens.len()));
    let list = list.skip_while(|token| token.text != "=");
    let list = list.take_while(|token| token.text != ";");
    let literals = list.filter_map(|token| {
        let name = token.text.strip_prefix('"')?.strip_suffix('"')?;
        Some(name.to_owned())
    });
    literals.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_build_script_says_what_is_long() {
        let names = long_names();
        for name in ["criterion", "goal", "measure", "when"] {
            assert!(names.iter().any(|one| one == name), "{name}: {names:?}");
        }
    }

    #[test]
    fn home_that_reads_a_long_text_is_found() {
        fn check(source: &str, expected: &[usize]) {
            let findings = long_texts(&read(source).expect("is Rust"));
            let lines: Vec<usize> = findings.iter().map(|finding| finding.line).collect();
            assert_eq!(lines, expected, "{findings:?}");
        }

        check("fn a() {\n say(&one.criterion, language) }", &[2]);
        check("fn a() { duty.goal }", &[1]);
        check("fn a() { words.note }", &[]);
        check("fn a() { one.title }", &[]);
        check("#[cfg(test)]\nmod tests { fn a() { one.goal } }", &[]);
    }
}
