//! Dates without time zones (日期).
//!
//! Not here: instants, which are milliseconds in UTC.

use super::{PeriodError, Quarter};
use std::fmt;
use std::str::FromStr;
use time::{Date, Month};

/// A date without a time zone (日期), written `2026-03-31`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CivilDate(Date);

impl CivilDate {
    /// The first day that can be written.
    pub const EARLIEST: Self = Self(Date::MIN);

    /// The last day that can be written.
    pub(super) const LATEST: Self = Self(Date::MAX);

    /// The day given by year, month (1 to 12) and day, if there is such a day.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let month = Month::try_from(month).ok()?;
        Date::from_calendar_date(year, month, day).ok().map(Self)
    }

    /// The civil date in UTC plus `offset_minutes` at the instant `now_ms` (UTC milliseconds).
    pub fn at_instant(now_ms: i64, offset_minutes: i32) -> Option<Self> {
        let there = now_ms.saturating_add(i64::from(offset_minutes) * 60_000);
        let days = there.div_euclid(86_400_000);
        let julian = i32::try_from(days).ok()?.checked_add(2_440_588)?;
        Date::from_julian_day(julian).ok().map(Self)
    }

    /// The year, for example 2026.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        u8::from(self.0.month())
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.0.day()
    }

    /// The same day `months` earlier; the last day of that month where it has no such day.
    pub fn months_earlier(self, months: u32) -> Self {
        let total = i64::from(self.year()) * 12 + i64::from(self.month()) - 1 - i64::from(months);
        let year = i32::try_from(total.div_euclid(12)).unwrap_or(i32::MIN);
        let month = u8::try_from(total.rem_euclid(12) + 1).unwrap_or(1);
        (1..=self.day())
            .rev()
            .find_map(|day| Self::new(year, month, day))
            .unwrap_or(self)
    }

    /// The same day `months` later; the last day of that month where it has no such day.
    pub fn months_later(self, months: u32) -> Self {
        let total = i64::from(self.year()) * 12 + i64::from(self.month()) - 1 + i64::from(months);
        let year = i32::try_from(total.div_euclid(12)).unwrap_or(i32::MAX);
        let month = u8::try_from(total.rem_euclid(12) + 1).unwrap_or(12);
        (1..=self.day())
            .rev()
            .find_map(|day| Self::new(year, month, day))
            .unwrap_or(self)
    }

    /// The day `days` later, or earlier where `days` is negative; the last day that can be written
    /// where there is none.
    pub fn days_later(self, days: i32) -> Self {
        let day = self.0.to_julian_day().checked_add(days);
        let date = day.and_then(|day| Date::from_julian_day(day).ok());
        date.map_or(Self::LATEST, Self)
    }

    /// The last day of a month (1 to 12), if there is such a month.
    pub fn last_of_month(year: i32, month: u8) -> Option<Self> {
        let length = Month::try_from(month).ok()?.length(year);
        Self::new(year, month, length)
    }

    /// The quarter (季度) that holds this day.
    pub fn quarter(self) -> Quarter {
        Quarter::of_month(self.year(), self.month())
    }

    /// Days from `earlier` to this day; negative where `earlier` is the later one.
    pub fn days_since(self, earlier: Self) -> i64 {
        i64::from(self.0.to_julian_day()) - i64::from(earlier.0.to_julian_day())
    }
}

impl fmt::Display for CivilDate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{:04}-{:02}-{:02}",
            self.year(),
            self.month(),
            self.day()
        )
    }
}

impl FromStr for CivilDate {
    type Err = PeriodError;

    fn from_str(text: &str) -> Result<Self, PeriodError> {
        let not_a_date = || PeriodError::NotADate {
            text: text.chars().take(40).collect(),
        };
        let parts: Vec<&str> = text.split('-').collect();
        let [year, month, day] = parts[..] else {
            return Err(not_a_date());
        };
        if (year.len(), month.len(), day.len()) != (4, 2, 2) {
            return Err(not_a_date());
        }
        let number = |part: &str| {
            part.bytes()
                .all(|byte| byte.is_ascii_digit())
                .then(|| part.parse::<u16>().ok())
                .flatten()
        };
        let (Some(year), Some(month), Some(day)) = (number(year), number(month), number(day))
        else {
            return Err(not_a_date());
        };
        let (Ok(month), Ok(day)) = (u8::try_from(month), u8::try_from(day)) else {
            return Err(not_a_date());
        };
        Self::new(i32::from(year), month, day).ok_or_else(not_a_date)
    }
}

serialize_as_text!(CivilDate, "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");

#[cfg(test)]
mod tests {
    use super::*;

    fn quarter(text: &str) -> Quarter {
        text.parse().unwrap()
    }

    fn date(text: &str) -> CivilDate {
        text.parse().unwrap()
    }

    #[test]
    fn dates_and_quarters_from_text() {
        fn check(text: &str, expected: Option<&str>) {
            let found = text
                .parse::<CivilDate>()
                .ok()
                .map(|date| date.quarter().to_string());
            assert_eq!(found.as_deref(), expected, "{text}");
        }

        check("2026-01-01", Some("2026Q1"));
        check("2026-03-31", Some("2026Q1"));
        check("2024-02-29", Some("2024Q1"));
        check("2026-02-29", None);
        check("2026-12-31", Some("2026Q4"));
        check("2026-1-1", None);
        check("+026-01-01", None);
        check("", None);
        assert_eq!("2026Q5".parse::<Quarter>().ok(), None);
        assert_eq!("1999Q1".parse::<Quarter>().ok(), None);
        assert_eq!(quarter("2026Q4").next(), quarter("2027Q1"));
        assert_eq!(quarter("2026Q1").previous(), quarter("2025Q4"));
    }

    #[test]
    fn instants_fall_on_the_local_day() {
        fn check(now_ms: i64, offset_minutes: i32, expected: &str) {
            let found = CivilDate::at_instant(now_ms, offset_minutes).unwrap();
            assert_eq!(found.to_string(), expected);
        }

        check(0, 0, "1970-01-01");
        check(-1, 0, "1969-12-31");
        check(1_767_196_800_000, 0, "2025-12-31");
        check(1_767_196_800_000, 480, "2026-01-01");
    }

    #[test]
    fn months_later_keeps_inside_short_months() {
        fn check(from: &str, months: u32, expected: &str) {
            assert_eq!(date(from).months_later(months).to_string(), expected);
        }

        check("2026-01-31", 1, "2026-02-28");
        check("2028-01-31", 1, "2028-02-29");
        check("2026-11-30", 3, "2027-02-28");
        check("2026-12-31", 12, "2027-12-31");
        assert_eq!(date("2026-12-31").days_later(1), date("2027-01-01"));
        assert_eq!(date("2028-03-01").days_later(-1), date("2028-02-29"));
    }

    #[test]
    fn months_earlier_keeps_inside_short_months() {
        fn check(from: &str, months: u32, expected: &str) {
            assert_eq!(date(from).months_earlier(months).to_string(), expected);
        }

        check("2026-03-31", 1, "2026-02-28");
        check("2024-02-29", 12, "2023-02-28");
        check("2026-01-15", 1, "2025-12-15");
    }
}
