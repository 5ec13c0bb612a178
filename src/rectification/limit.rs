//! The time limits that are usual for a rectification (常用时限).
//!
//! Not here: whether its time is up (`state`).

use crate::period::CivilDate;

/// A time limit that is usual (整改时限).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UsualLimit {
    /// In a week (一周).
    Week,
    /// In a month (一个月).
    Month,
    /// By the end of this month (月底).
    EndOfMonth,
}

impl UsualLimit {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Week, Self::Month, Self::EndOfMonth];

    /// The last day of the limit for what is found on this day.
    pub fn day(self, today: CivilDate) -> CivilDate {
        match self {
            Self::Week => today.days_later(7),
            Self::Month => today.months_later(1),
            Self::EndOfMonth => {
                CivilDate::last_of_month(today.year(), today.month()).unwrap_or(today)
            }
        }
    }

    /// Which of them a limit is; `None` if it is none of them, or was set on another day.
    pub fn of(until: CivilDate, today: CivilDate) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|limit| limit.day(today) == until)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_limits_are_days_of_the_calendar() {
        fn check(today: &str, expected: [&str; 3]) {
            let today: CivilDate = today.parse().unwrap();
            let days = UsualLimit::ALL.map(|limit| limit.day(today).to_string());
            assert_eq!(days, expected, "{today}");
        }

        check("2026-11-27", ["2026-12-04", "2026-12-27", "2026-11-30"]);
        check("2026-01-31", ["2026-02-07", "2026-02-28", "2026-01-31"]);
        check("2027-12-31", ["2028-01-07", "2028-01-31", "2027-12-31"]);
        check("2028-02-01", ["2028-02-08", "2028-03-01", "2028-02-29"]);
    }

    #[test]
    fn a_limit_is_known_again_on_the_day_on_which_it_was_set() {
        fn check(until: &str, expected: Option<UsualLimit>) {
            let today = "2026-11-23".parse().unwrap();
            let found = UsualLimit::of(until.parse().unwrap(), today);
            assert_eq!(found, expected, "{until}");
        }

        // A week later is the end of the month, too: the first of them is meant.
        check("2026-11-30", Some(UsualLimit::Week));
        check("2026-12-23", Some(UsualLimit::Month));
        check("2026-12-01", None);
        check("2026-11-23", None);
    }
}
