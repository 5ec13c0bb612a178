//! How many of something, in English (单复数): “1 day” and “2 days”.
//!
//! Not here: Chinese, which has one form for all numbers.

use std::fmt::Display;

/// A number with its noun.
pub fn counted(number: impl Display, one: &str, many: &str) -> String {
    let number = number.to_string();
    let noun = if number == "1" { one } else { many };
    format!("{number} {noun}")
}

/// A number of points.
pub fn points(number: impl Display) -> String {
    counted(number, "point", "points")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_one_and_all_others_are_many() {
        fn check(number: u32, expected: &str) {
            assert_eq!(counted(number, "day", "days"), expected);
        }

        check(0, "0 days");
        check(1, "1 day");
        check(2, "2 days");
        check(11, "11 days");
        assert_eq!(points(1), "1 point");
    }
}
