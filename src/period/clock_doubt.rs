//! Whether the date of the device can be right (手机日期).
//!
//! A phone whose clock was lost shows 1970 or the year of its making, and everything that follows
//! from today follows from that. Not here: the clock itself, and what is said about it.

use super::CivilDate;

/// The year in which this version was written, to be moved on with each release: no phone that runs
/// it can truly be in an earlier one.
const WRITTEN_IN: i32 = 2026;

/// How many years a version can be in use.
const YEARS_IN_USE: i32 = 20;

/// By how many days the clock of another device can be ahead without either being wrong.
const DAYS_AHEAD: i64 = 2;

/// Why the date of the device cannot be right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockDoubt {
    /// It is no date at all.
    Unreadable,
    /// It lies before this version was written, or so late that nobody uses it any more.
    Impossible(CivilDate),
    /// It lies before a day on which something here was entered.
    Behind {
        /// The date of the device.
        today: CivilDate,
        /// The day on which something was entered last.
        entered: CivilDate,
    },
}

impl ClockDoubt {
    /// Whether nothing may be begun by such a date. One that is only behind can be right: the other
    /// day may have been the wrong one.
    pub fn forbids_beginning(self) -> bool {
        !matches!(self, Self::Behind { .. })
    }
}

/// Whether a day can have been today for anybody who uses this version or an earlier one.
pub fn can_be_today(day: CivilDate) -> bool {
    (WRITTEN_IN..WRITTEN_IN + YEARS_IN_USE).contains(&day.year())
}

/// Why the date of the device cannot be right; `None` if there is no reason for doubt. `entered`
/// are the days on which something was entered here; those that cannot have been are no witnesses.
pub fn clock_doubt(
    today: Option<CivilDate>,
    entered: impl IntoIterator<Item = CivilDate>,
) -> Option<ClockDoubt> {
    let Some(today) = today else {
        return Some(ClockDoubt::Unreadable);
    };
    if !can_be_today(today) {
        return Some(ClockDoubt::Impossible(today));
    }
    let days = entered.into_iter().filter(|day| can_be_today(*day));
    let entered = days.max()?;
    let is_behind = entered.days_since(today) > DAYS_AHEAD;
    is_behind.then_some(ClockDoubt::Behind { today, entered })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_that_cannot_be_is_doubted() {
        fn check(today: &str, entered: &[&str], expected: Option<ClockDoubt>) {
            let entered = entered.iter().map(|day| day.parse().unwrap());
            assert_eq!(
                clock_doubt(today.parse().ok(), entered),
                expected,
                "{today}"
            );
        }

        fn impossible(day: &str) -> Option<ClockDoubt> {
            Some(ClockDoubt::Impossible(day.parse().unwrap()))
        }

        check("2026-11-27", &[], None);
        check("2026-01-01", &[], None);
        check("2045-12-31", &[], None);
        check("1970-01-01", &[], impossible("1970-01-01"));
        check("1999-12-31", &[], impossible("1999-12-31"));
        check("2000-01-02", &[], impossible("2000-01-02"));
        check("2025-12-31", &[], impossible("2025-12-31"));
        check("2099-01-01", &[], impossible("2099-01-01"));
        check("2200-01-01", &[], impossible("2200-01-01"));
        check("no date", &[], Some(ClockDoubt::Unreadable));
        check("2026-11-27", &["2026-11-20", "2026-11-29"], None);
        check(
            "2026-11-27",
            &["2026-11-30", "2026-11-01"],
            Some(ClockDoubt::Behind {
                today: "2026-11-27".parse().unwrap(),
                entered: "2026-11-30".parse().unwrap(),
            }),
        );
        // What was entered in a year that cannot have been says nothing about today.
        check("2026-11-27", &["2099-01-01", "1970-01-01"], None);
    }
}
