//! A label inside a sentence, in English (句中用名): “Add one place” and not “Add: One place”.
//!
//! Not here: Chinese, which writes it the same everywhere.

/// The words with which a label begins in small letters inside a sentence; any other may be a name.
const SMALL: [&str; 5] = ["One", "The", "A", "An", "How"];

/// A label as it is written inside a sentence.
pub fn in_sentence(label: &str) -> String {
    match label.split_once(' ') {
        Some((first, rest)) if SMALL.contains(&first) => {
            format!("{} {rest}", first.to_ascii_lowercase())
        }
        _ => label.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_and_numbers_are_small_and_names_are_not() {
        fn check(label: &str, expected: &str) {
            assert_eq!(in_sentence(label), expected);
        }

        check("One place", "one place");
        check("The report of a year", "the report of a year");
        check("How it is now", "how it is now");
        check("Party lecture", "Party lecture");
        check("One", "One");
        check("一个议题", "一个议题");
        check("", "");
    }
}
