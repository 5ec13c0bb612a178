//! Rules about sources as plain text: their first line, their length, words that must not stay.

use super::Finding;

/// A file that is longer has more than one subject.
const LONGEST_FILE: usize = 400;

/// Words that mark unfinished work, one a line.
const FORBIDDEN_WORDS: &str = include_str!("forbidden-words.txt");

/// Finds a source whose first line does not say what is in it.
pub fn no_module_comment(source: &str) -> Option<Finding> {
    let is_missing = !source.starts_with("//!");
    is_missing.then(|| Finding::new(1, "the first line must say, after //!, what is here"))
}

/// Finds a source that is too long.
pub fn length(source: &str) -> Option<Finding> {
    let lines = source.lines().count();
    let message = || format!("{lines} lines; split what is more than {LONGEST_FILE}");
    (lines > LONGEST_FILE).then(|| Finding::new(LONGEST_FILE, message()))
}

/// Finds words that mark unfinished work.
pub fn forbidden_words(source: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, line) in source.lines().enumerate() {
        for word in FORBIDDEN_WORDS.lines().filter(|word| line.contains(word)) {
            findings.push(Finding::new(
                index + 1,
                format!("{word}: finish it, or leave it out"),
            ));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_says_what_is_here() {
        assert_eq!(no_module_comment("//! A.\n"), None);
        assert!(no_module_comment("\n//! A.\n").is_some());
        assert!(no_module_comment("").is_some());
    }

    #[test]
    fn a_file_has_an_end() {
        assert_eq!(length(&"\n".repeat(LONGEST_FILE)), None);
        assert!(length(&"\n".repeat(LONGEST_FILE + 1)).is_some());
    }

    #[test]
    fn every_forbidden_word_is_found_and_none_is_empty() {
        for word in FORBIDDEN_WORDS.lines() {
            assert!(word.len() > 3, "`{word}` would be found everywhere");
            assert_eq!(forbidden_words(&format!("a\nb {word} c\n"))[0].line, 2);
        }
        assert_eq!(forbidden_words("a to-do list\n"), []);
    }
}
