//! Years, quarters, frequencies and civil dates, and when something falls due.
//!
//! Not here: the clock. Whoever needs today's date is given it.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use time::{Date, Month};

/// A date without a time zone (日期), written `2026-03-31`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CivilDate(Date);

/// What is wrong with a text that should be a date or a quarter.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PeriodError {
    /// The text is not of the form `YYYY-MM-DD`, or there is no such day.
    #[error("not a date: {text}")]
    NotADate {
        /// The text as it was found.
        text: String,
    },
    /// The text is not of the form `2026Q1`.
    #[error("not a quarter: {text}")]
    NotAQuarter {
        /// The text as it was found.
        text: String,
    },
}

impl CivilDate {
    /// The day given by year, month (1 to 12) and day, if there is such a day.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let month = Month::try_from(month).ok()?;
        Date::from_calendar_date(year, month, day).ok().map(Self)
    }

    /// The civil date in UTC plus `offset_minutes` at the instant `now_ms` (UTC milliseconds).
    pub fn at_instant(now_ms: i64, offset_minutes: i32) -> Option<Self> {
        let days = (now_ms + i64::from(offset_minutes) * 60_000).div_euclid(86_400_000);
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

    /// The quarter (季度) that holds this day.
    pub fn quarter(self) -> Quarter {
        Quarter {
            year: self.year(),
            number: (self.month() - 1) / 3 + 1,
        }
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

/// A quarter of a year (季度), the period (自评周期) of one self-assessment; written `2026Q3`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quarter {
    year: i32,
    number: u8,
}

impl Quarter {
    /// The quarter `number` (1 to 4) of `year` (2000 to 2199), or nothing outside these ranges.
    pub fn new(year: i32, number: u8) -> Option<Self> {
        ((2000..=2199).contains(&year) && (1..=4).contains(&number))
            .then_some(Self { year, number })
    }

    /// The year, 2000 to 2199.
    pub fn year(self) -> i32 {
        self.year
    }

    /// The number of the quarter in its year, 1 to 4.
    pub fn number(self) -> u8 {
        self.number
    }

    /// The last day of the quarter.
    pub fn last_day(self) -> CivilDate {
        let (month, day) = match self.number {
            1 => (3, 31),
            2 => (6, 30),
            3 => (9, 30),
            _ => (12, 31),
        };
        CivilDate::new(self.year, month, day).unwrap_or(CivilDate(Date::MAX))
    }

    /// The first day of the quarter.
    pub fn first_day(self) -> CivilDate {
        CivilDate::new(self.year, (self.number - 1) * 3 + 1, 1).unwrap_or(CivilDate(Date::MIN))
    }

    /// The quarter after this one.
    pub fn next(self) -> Self {
        if self.number == 4 {
            Self {
                year: self.year + 1,
                number: 1,
            }
        } else {
            Self {
                year: self.year,
                number: self.number + 1,
            }
        }
    }

    /// The quarter before this one.
    pub fn previous(self) -> Self {
        if self.number == 1 {
            Self {
                year: self.year - 1,
                number: 4,
            }
        } else {
            Self {
                year: self.year,
                number: self.number - 1,
            }
        }
    }
}

impl fmt::Display for Quarter {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}Q{}", self.year, self.number)
    }
}

impl FromStr for Quarter {
    type Err = PeriodError;

    fn from_str(text: &str) -> Result<Self, PeriodError> {
        let not_a_quarter = || PeriodError::NotAQuarter {
            text: text.chars().take(40).collect(),
        };
        let (year, number) = text.split_once('Q').ok_or_else(not_a_quarter)?;
        if year.len() != 4 || number.len() != 1 {
            return Err(not_a_quarter());
        }
        let year = year.parse().map_err(|_| not_a_quarter())?;
        let number = number.parse().map_err(|_| not_a_quarter())?;
        Self::new(year, number).ok_or_else(not_a_quarter)
    }
}

/// How often something is to be done or looked at (频次).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Frequency {
    /// Every month (月).
    Month,
    /// Every quarter (季).
    Quarter,
    /// Twice a year (半年).
    HalfYear,
    /// Once a year (年).
    Year,
    /// Once a term of office (届).
    Term,
    /// Whenever such a matter comes up (每件/随时).
    Event,
}

/// Whether something falls due by the end of a period (本期是否到期).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// It is due; `occurrences` is how often it was to be done since the year began (应几次).
    Due {
        /// At least 1.
        occurrences: u32,
    },
    /// It is not due by the end of the period (本期未到期).
    NotYet,
    /// It is due only where a matter came up (有事项才到期).
    OnEvent,
}

impl Frequency {
    /// Whether something of this frequency is due by the end of `period`.
    ///
    /// Monthly and quarterly things are due in every quarter, half-yearly ones in the second and
    /// fourth, yearly ones in the fourth. What belongs to a term of office is due from twelve
    /// months before `term_end`; without a known end it is due, since nobody can say that it is not.
    pub fn due(self, period: Quarter, term_end: Option<CivilDate>) -> Due {
        let number = u32::from(period.number());
        let once_if = |due: bool| {
            if due {
                Due::Due { occurrences: 1 }
            } else {
                Due::NotYet
            }
        };
        match self {
            Self::Month => Due::Due {
                occurrences: number * 3,
            },
            Self::Quarter => Due::Due {
                occurrences: number,
            },
            Self::HalfYear if number % 2 == 0 => Due::Due {
                occurrences: number / 2,
            },
            Self::HalfYear => Due::NotYet,
            Self::Year => once_if(number == 4),
            Self::Term => {
                once_if(term_end.is_none_or(|end| end.months_earlier(12) <= period.last_day()))
            }
            Self::Event => Due::OnEvent,
        }
    }

    /// Whether an answer given in `answered` still holds in the later period `period`.
    ///
    /// Half-yearly, yearly and term answers hold until their frequency ends and are not asked
    /// again; the others hold in their own period alone. Without a known end of term, a term
    /// answer holds for the year.
    pub fn still_holds(
        self,
        answered: Quarter,
        period: Quarter,
        term_end: Option<CivilDate>,
    ) -> bool {
        if answered > period {
            return false;
        }
        let same_year = answered.year() == period.year();
        match self {
            Self::Month | Self::Quarter | Self::Event => answered == period,
            Self::HalfYear => same_year && (answered.number() - 1) / 2 == (period.number() - 1) / 2,
            Self::Year => same_year,
            Self::Term => match term_end {
                Some(end) if answered.first_day() <= end => period.first_day() <= end,
                _ => same_year,
            },
        }
    }
}

/// Serialises a type through its text form.
macro_rules! serialize_as_text {
    ($type:ty, $pattern:literal) => {
        impl Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "pattern": $pattern })
            }
        }
    };
}

serialize_as_text!(CivilDate, "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
serialize_as_text!(Quarter, "^2[01][0-9]{2}Q[1-4]$");

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
    fn what_is_due_in_each_quarter() {
        fn check(frequency: Frequency, term_end: Option<&str>, expected: [&str; 4]) {
            let found = [1, 2, 3, 4].map(|number| {
                match frequency.due(Quarter::new(2026, number).unwrap(), term_end.map(date)) {
                    Due::Due { occurrences } => occurrences.to_string(),
                    Due::NotYet => "not yet".to_owned(),
                    Due::OnEvent => "event".to_owned(),
                }
            });
            assert_eq!(
                found,
                expected.map(str::to_owned),
                "{frequency:?} {term_end:?}"
            );
        }

        check(Frequency::Month, None, ["3", "6", "9", "12"]);
        check(Frequency::Quarter, None, ["1", "2", "3", "4"]);
        check(Frequency::HalfYear, None, ["not yet", "1", "not yet", "2"]);
        check(
            Frequency::Year,
            None,
            ["not yet", "not yet", "not yet", "1"],
        );
        check(Frequency::Event, None, ["event"; 4]);
        check(Frequency::Term, None, ["1"; 4]);
        check(Frequency::Term, Some("2028-01-01"), ["not yet"; 4]);
        check(
            Frequency::Term,
            Some("2027-12-31"),
            ["not yet", "not yet", "not yet", "1"],
        );
        check(
            Frequency::Term,
            Some("2027-06-30"),
            ["not yet", "1", "1", "1"],
        );
        check(Frequency::Term, Some("2025-06-30"), ["1"; 4]);
    }

    #[test]
    fn how_long_an_answer_holds() {
        fn check(frequency: Frequency, answered: &str, term_end: Option<&str>, last: Option<&str>) {
            let answered = quarter(answered);
            let mut period = answered;
            let mut held = None;
            for _ in 0..24 {
                if frequency.still_holds(answered, period, term_end.map(date)) {
                    held = Some(period.to_string());
                }
                period = period.next();
            }
            assert_eq!(held.as_deref(), last, "{frequency:?} from {answered}");
        }

        check(Frequency::Month, "2026Q1", None, Some("2026Q1"));
        check(Frequency::Quarter, "2026Q2", None, Some("2026Q2"));
        check(Frequency::HalfYear, "2026Q1", None, Some("2026Q2"));
        check(Frequency::HalfYear, "2026Q2", None, Some("2026Q2"));
        check(Frequency::Year, "2026Q1", None, Some("2026Q4"));
        check(
            Frequency::Term,
            "2026Q3",
            Some("2028-05-01"),
            Some("2028Q2"),
        );
        check(
            Frequency::Term,
            "2026Q3",
            Some("2025-05-01"),
            Some("2026Q4"),
        );
        check(Frequency::Term, "2026Q3", None, Some("2026Q4"));
        check(Frequency::Event, "2026Q3", None, Some("2026Q3"));
        assert!(!Frequency::Year.still_holds(quarter("2026Q3"), quarter("2026Q2"), None));
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
    fn months_earlier_keeps_inside_short_months() {
        fn check(from: &str, months: u32, expected: &str) {
            assert_eq!(date(from).months_earlier(months).to_string(), expected);
        }

        check("2026-03-31", 1, "2026-02-28");
        check("2024-02-29", 12, "2023-02-28");
        check("2026-01-15", 1, "2025-12-15");
    }
}
