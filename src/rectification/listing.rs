//! In which order rectifications are shown: what presses most comes first.
//!
//! Not here: which of them are shown.

use super::Rectification;
use crate::order::sorted_by_key;
use crate::period::CivilDate;

/// Rectifications in the order in which they are shown on `today`: overdue ones, then by their time
/// limit, then those without one, and what is closed at the end, the latest first.
pub fn in_order<'a, Key: Ord + Copy>(
    all: impl IntoIterator<Item = (Key, &'a Rectification)>,
    today: CivilDate,
) -> Vec<(Key, &'a Rectification)> {
    sorted_by_key(all, |(key, one)| {
        let closed = one.closed_on.map(std::cmp::Reverse);
        let has_no_limit = one.until.is_none();
        (
            closed.is_some(),
            closed,
            !one.is_overdue(today),
            has_no_limit,
            one.until,
            one.found_on,
            *key,
        )
    })
}

#[cfg(test)]
mod tests {
    use super::super::Origin;
    use super::*;

    #[test]
    fn what_presses_most_comes_first() {
        let date = |text: &str| text.parse::<CivilDate>().unwrap();
        let found = |until: Option<&str>, resolved: bool, closed: Option<&str>| {
            let mut one = Rectification::found(Origin::Other, String::new(), date("2026-01-01"));
            one.until = until.map(date);
            one.resolved_on = resolved.then(|| date("2026-02-01"));
            one.closed_on = closed.map(date);
            one
        };
        let all = [
            found(None, false, Some("2026-02-10")),
            found(None, false, None),
            found(Some("2026-06-30"), false, None),
            found(Some("2026-02-28"), false, None),
            found(Some("2026-01-31"), true, None),
            found(None, false, Some("2026-02-20")),
            found(Some("2026-03-31"), false, None),
        ];
        let sorted = in_order(all.iter().enumerate(), date("2026-03-15"));
        let order: Vec<usize> = sorted.into_iter().map(|(place, _)| place).collect();
        assert_eq!(order, [3, 4, 6, 2, 1, 5, 0]);
    }
}
