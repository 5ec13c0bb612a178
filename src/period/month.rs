//! Months (月) of a year.
//!
//! Not here: a month as a span in which something is to be done (`span`).

use super::{CivilDate, PeriodError, YEARS};
use std::fmt;
use std::str::FromStr;

/// A month (月) of one of the [`YEARS`], written `2026-11`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: i32,
    /// 1 to 12.
    number: u8,
}

impl Month {
    /// The month given by its year and its number (1 to 12), if there is such a month.
    pub fn new(year: i32, number: u8) -> Option<Self> {
        (YEARS.contains(&year) && (1..=12).contains(&number)).then_some(Self { year, number })
    }

    /// The month in which a day lies; the first or the last one that can be written where the day
    /// lies outside of the [`YEARS`].
    pub fn of(day: CivilDate) -> Self {
        let year = day.year().clamp(*YEARS.start(), *YEARS.end());
        let number = match day.year() {
            own if own < year => 1,
            own if own > year => 12,
            _ => day.month(),
        };
        Self { year, number }
    }

    /// The year, for example 2026.
    pub fn year(self) -> i32 {
        self.year
    }

    /// Its number in the year, 1 to 12.
    pub fn number(self) -> u8 {
        self.number
    }

    /// The month before; the first one is its own.
    pub fn previous(self) -> Self {
        let (year, number) = match self.number {
            1 => (self.year - 1, 12),
            number => (self.year, number - 1),
        };
        Self::new(year, number).unwrap_or(self)
    }

    /// The month after; the last one is its own.
    pub fn next(self) -> Self {
        let (year, number) = match self.number {
            12 => (self.year + 1, 1),
            number => (self.year, number + 1),
        };
        Self::new(year, number).unwrap_or(self)
    }

    /// Its days as a calendar shows them (月历): weeks from Monday to Sunday, with nothing where a
    /// day lies in the month before or after.
    pub fn weeks(self) -> Vec<[Option<CivilDate>; 7]> {
        // A Monday.
        let known = CivilDate::new(2024, 1, 1);
        let days = (1..=31).filter_map(|day| CivilDate::new(self.year, self.number, day));
        let mut weeks: Vec<[Option<CivilDate>; 7]> = Vec::new();
        for day in days {
            let since = known.map_or(0, |known| day.days_since(known));
            let weekday = usize::try_from(since.rem_euclid(7)).unwrap_or_default();
            if weekday == 0 || weeks.is_empty() {
                weeks.push([None; 7]);
            }
            if let Some(place) = weeks.last_mut().and_then(|week| week.get_mut(weekday)) {
                *place = Some(day);
            }
        }
        weeks
    }

    /// Whether a day lies in it.
    pub fn holds(self, day: CivilDate) -> bool {
        day.year() == self.year && day.month() == self.number
    }
}

impl fmt::Display for Month {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}", self.year, self.number)
    }
}

impl FromStr for Month {
    type Err = PeriodError;

    fn from_str(text: &str) -> Result<Self, PeriodError> {
        let read = || {
            let (year, number) = text.split_once('-')?;
            Self::new(year.parse().ok()?, number.parse().ok()?)
        };
        read().ok_or_else(|| PeriodError::NotASpan {
            text: text.chars().take(40).collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weeks_of_a_month_begin_on_monday() {
        /// Each week as its days, with a dash for none.
        fn check(month: &str, first: &str, last: &str, expected: usize) {
            let weeks = month.parse::<Month>().unwrap().weeks();
            let said = |week: &[Option<CivilDate>; 7]| {
                let days = week.iter().map(|day| match day {
                    Some(day) => day.day().to_string(),
                    None => "-".to_owned(),
                });
                days.collect::<Vec<_>>().join(" ")
            };
            assert_eq!(weeks.first().map(said).as_deref(), Some(first), "{month}");
            assert_eq!(weeks.last().map(said).as_deref(), Some(last), "{month}");
            assert_eq!(weeks.len(), expected, "{month}");
        }

        check("2026-11", "- - - - - - 1", "30 - - - - - -", 6);
        check("2026-02", "- - - - - - 1", "23 24 25 26 27 28 -", 5);
        check("2027-02", "1 2 3 4 5 6 7", "22 23 24 25 26 27 28", 4);
        check("2000-01", "- - - - - 1 2", "31 - - - - - -", 6);
        check("2024-02", "- - - 1 2 3 4", "26 27 28 29 - - -", 5);
    }

    #[test]
    fn a_month_is_followed_by_the_next() {
        fn check(text: &str, previous: &str, next: &str) {
            let month: Month = text.parse().unwrap();
            assert_eq!(month.to_string(), text);
            assert_eq!(month.previous().to_string(), previous, "before {text}");
            assert_eq!(month.next().to_string(), next, "after {text}");
        }

        check("2026-11", "2026-10", "2026-12");
        check("2026-12", "2026-11", "2027-01");
        check("2027-01", "2026-12", "2027-02");
        // Beyond the ends there is nothing to look at.
        check("2000-01", "2000-01", "2000-02");
        check("2199-12", "2199-11", "2199-12");
    }

    #[test]
    fn what_is_no_month_is_refused() {
        for text in ["2026-13", "2026-00", "2026", "1999-12", "2200-01", "", "-1"] {
            assert!(text.parse::<Month>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_day_lies_in_its_month() {
        fn check(day: &str, expected: &str, holds: bool) {
            let day: CivilDate = day.parse().unwrap();
            let month = Month::of(day);
            assert_eq!(month.to_string(), expected, "{day}");
            assert_eq!(month.holds(day), holds, "{day}");
        }

        check("2026-11-30", "2026-11", true);
        check("2026-02-01", "2026-02", true);
        check("1999-07-01", "2000-01", false);
        check("2300-07-01", "2199-12", false);
    }
}
