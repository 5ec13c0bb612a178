//! Several things in one line (并列), joined as the language joins them.
//!
//! Not here: how many of them are said.

use super::Language;

/// These things, joined as the language joins them: with the sign that stands in lists, or, where
/// one of them has a sign in itself, with the one that parts more strongly.
pub fn list<Item: AsRef<str>>(items: impl IntoIterator<Item = Item>, language: Language) -> String {
    let words = &language.texts().common;
    let items: Vec<Item> = items.into_iter().collect();
    let has_a_sign = |item: &Item| item.as_ref().contains(words.list_signs);
    let between = match items.iter().any(has_a_sign) {
        true => words.list_between_long,
        false => words.list_between,
    };
    let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
    items.join(between)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_are_joined_as_the_language_joins_them() {
        #[track_caller]
        fn check(items: &[&str], chinese: &str, english: &str) {
            assert_eq!(list(items, Language::Chinese), chinese);
            assert_eq!(list(items, Language::English), english);
        }

        check(&[], "", "");
        check(&["一"], "一", "一");
        check(&["a", "b", "c"], "a、b、c", "a, b, c");
        check(&["a, b", "c"], "a, b、c", "a, b; c");
        check(&["甲、乙", "丙"], "甲、乙；丙", "甲、乙, 丙");
        check(&["who：a", "b：c"], "who：a；b：c", "who：a, b：c");
        check(&["who: a", "b: c"], "who: a、b: c", "who: a; b: c");
        check(&["甲，乙", "丙", "丁"], "甲，乙；丙；丁", "甲，乙, 丙, 丁");
    }
}
