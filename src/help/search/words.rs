//! The words of a query (搜索词): whether texts have them, and where they stand in one.
//!
//! Not here: what is searched (`sieve`).

use crate::help::initials::begins_with_letters;
use std::ops::Range;

/// Whether a title with what is said beside it has all words of a query, or their first letters in
/// the title. A query without a word is in every text.
pub fn has_words(title: &str, beside: &str, query: &str) -> bool {
    let beside = beside.to_ascii_lowercase();
    let mut words = words(query).into_iter();
    words.all(|word| is_in_title(title, &word) || beside.contains(&word))
}

/// Where the words of a query stand in a text, in bytes, from the first to the last, none over
/// another.
pub fn places(text: &str, query: &str) -> Vec<Range<usize>> {
    let lower = text.to_ascii_lowercase();
    let words = words(query);
    let mut places = Vec::new();
    let mut at = 0;
    while at < lower.len() {
        let rest = &lower[at..];
        let longest = words.iter().filter(|word| rest.starts_with(word.as_str()));
        match longest.map(String::len).max() {
            Some(length) => {
                places.push(at..at + length);
                at += length;
            }
            None => at += rest.chars().next().map_or(1, char::len_utf8),
        }
    }
    places
}

/// Whether a title has a word of a query, or the word is the first letters of it.
pub(super) fn is_in_title(title: &str, word: &str) -> bool {
    says(title, word) || begins_with_letters(title, word)
}

/// Whether a text has a word of a query. Quotation marks count for nothing: few type those of
/// 「“五位一体”组织数」.
pub(in crate::help) fn says(text: &str, word: &str) -> bool {
    let text = text.to_ascii_lowercase();
    text.contains(word) || unquoted(&text).contains(&unquoted(word))
}

/// A text without its quotation marks.
fn unquoted(text: &str) -> String {
    const MARKS: [char; 7] = ['“', '”', '‘', '’', '「', '」', '"'];
    text.chars().filter(|sign| !MARKS.contains(sign)).collect()
}

/// The words of a query, in small letters.
pub(in crate::help) fn words(query: &str) -> Vec<String> {
    let words = query.split_whitespace();
    words.map(str::to_ascii_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_marked_where_they_stand() {
        fn check(text: &str, query: &str, expected: &[&str]) {
            let places = places(text, query).into_iter();
            let marked: Vec<&str> = places.map(|place| &text[place]).collect();
            assert_eq!(marked, expected, "{text} {query}");
        }

        check("党员大会和党员", "党员", &["党员", "党员"]);
        check("General Meeting", "meet general", &["General", "Meet"]);
        check("党员大会", "dydh", &[]);
        check("党员大会", "", &[]);
        check("aaa", "a aa", &["aa", "a"]);
    }

    #[test]
    fn every_word_has_to_be_in_one_of_the_texts() {
        fn check(query: &str, expected: bool) {
            let found = has_words("党员大会", "每季一次, Meeting", query);
            assert_eq!(found, expected, "{query}");
        }

        check("", true);
        check("  ", true);
        check("大会", true);
        check("dydh", true);
        check("大会 每季", true);
        check("meeting", true);
        check("mjyc", false);
        check("大会 每月", false);
    }
}
