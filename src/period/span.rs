//! Spans (时段): the month, quarter, half-year, year or term in which something is to be done.
//!
//! Not here: whether it was done (`duty`).

use super::{CivilDate, Frequency, PeriodError, Quarter, YEARS};
use std::fmt;
use std::str::FromStr;

/// A span of time in which something is to be done once or several times (时段); written `2026-06`,
/// `2026Q2`, `2026H1`, `2026`, or `T2027-06-30` for the term of office that ends on that day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Span {
    /// A month (月), 1 to 12 of a year from 2000 to 2199.
    Month(i32, u8),
    /// A quarter (季).
    Quarter(Quarter),
    /// The first or the second half (半年), 1 or 2, of a year from 2000 to 2199.
    HalfYear(i32, u8),
    /// A year (年), 2000 to 2199.
    Year(i32),
    /// A term of office (届), by its last day.
    Term(CivilDate),
}

impl Span {
    /// The spans of a frequency that lie in a year, in their order. A term of office has one span,
    /// in the year in which it ends; what comes up at any time has none.
    pub fn of_year(frequency: Frequency, year: i32, term_end: Option<CivilDate>) -> Vec<Self> {
        if !YEARS.contains(&year) {
            return Vec::new();
        }
        match frequency {
            Frequency::Month => (1..=12).map(|month| Self::Month(year, month)).collect(),
            Frequency::Quarter => (1..=4)
                .filter_map(|number| Quarter::new(year, number))
                .map(Self::Quarter)
                .collect(),
            Frequency::HalfYear => vec![Self::HalfYear(year, 1), Self::HalfYear(year, 2)],
            Frequency::Year => vec![Self::Year(year)],
            Frequency::Term => term_end
                .filter(|end| end.year() == year)
                .map(Self::Term)
                .into_iter()
                .collect(),
            Frequency::Event => Vec::new(),
        }
    }

    /// The first day. A term of office is looked after from twelve months before its end.
    pub fn first_day(self) -> CivilDate {
        let day = |year, month| CivilDate::new(year, month, 1).unwrap_or(CivilDate::EARLIEST);
        match self {
            Self::Month(year, month) => day(year, month),
            Self::Quarter(quarter) => quarter.first_day(),
            Self::HalfYear(year, half) => day(year, if half == 1 { 1 } else { 7 }),
            Self::Year(year) => day(year, 1),
            Self::Term(end) => end.months_earlier(12),
        }
    }

    /// The last day.
    pub fn last_day(self) -> CivilDate {
        let day = |year, month| CivilDate::last_of_month(year, month).unwrap_or(CivilDate::LATEST);
        match self {
            Self::Month(year, month) => day(year, month),
            Self::Quarter(quarter) => quarter.last_day(),
            Self::HalfYear(year, half) => day(year, if half == 1 { 6 } else { 12 }),
            Self::Year(year) => day(year, 12),
            Self::Term(end) => end,
        }
    }

    /// The year to which it belongs.
    pub fn year(self) -> i32 {
        match self {
            Self::Month(year, _) | Self::HalfYear(year, _) | Self::Year(year) => year,
            Self::Quarter(quarter) => quarter.year(),
            Self::Term(end) => end.year(),
        }
    }

    /// Whether a day lies in it.
    pub fn holds(self, day: CivilDate) -> bool {
        (self.first_day()..=self.last_day()).contains(&day)
    }
}

impl fmt::Display for Span {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Month(year, month) => write!(formatter, "{year:04}-{month:02}"),
            Self::Quarter(quarter) => write!(formatter, "{quarter}"),
            Self::HalfYear(year, half) => write!(formatter, "{year:04}H{half}"),
            Self::Year(year) => write!(formatter, "{year:04}"),
            Self::Term(end) => write!(formatter, "T{end}"),
        }
    }
}

impl FromStr for Span {
    type Err = PeriodError;

    fn from_str(text: &str) -> Result<Self, PeriodError> {
        let read = || {
            if let Some(end) = text.strip_prefix('T') {
                return end.parse().ok().map(Self::Term);
            }
            let year: i32 = text.get(..4)?.parse().ok()?;
            let rest = text.get(4..)?;
            let within = YEARS.contains(&year);
            match (rest.get(..1), rest.get(1..)) {
                (Some("-"), Some(month)) if month.len() == 2 => {
                    let month: u8 = month.parse().ok()?;
                    ((1..=12).contains(&month) && within).then_some(Self::Month(year, month))
                }
                (Some("Q"), _) => text.parse().ok().map(Self::Quarter),
                (Some("H"), Some("1")) if within => Some(Self::HalfYear(year, 1)),
                (Some("H"), Some("2")) if within => Some(Self::HalfYear(year, 2)),
                (None, _) if within => Some(Self::Year(year)),
                _ => None,
            }
        };
        // One span is written in one way only.
        read()
            .filter(|span| span.to_string() == text)
            .ok_or_else(|| PeriodError::NotASpan {
                text: text.chars().take(40).collect(),
            })
    }
}

serialize_as_text!(
    Span,
    "^([0-9]{4}(-[0-9]{2}|Q[1-4]|H[12])?|T[0-9]{4}-[0-9]{2}-[0-9]{2})$"
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_written_in_one_way() {
        fn check(text: &str, expected: Option<(&str, &str)>) {
            let found = text.parse::<Span>().ok();
            let days =
                found.map(|span| (span.first_day().to_string(), span.last_day().to_string()));
            let days = days
                .as_ref()
                .map(|(first, last)| (first.as_str(), last.as_str()));
            assert_eq!(days, expected, "{text}");
            if let Some(span) = found {
                assert_eq!(span.to_string(), text);
            }
        }

        check("2026-02", Some(("2026-02-01", "2026-02-28")));
        check("2028-02", Some(("2028-02-01", "2028-02-29")));
        check("2026Q4", Some(("2026-10-01", "2026-12-31")));
        check("2026H1", Some(("2026-01-01", "2026-06-30")));
        check("2026H2", Some(("2026-07-01", "2026-12-31")));
        check("2026", Some(("2026-01-01", "2026-12-31")));
        check("T2027-06-30", Some(("2026-06-30", "2027-06-30")));
        check("2026-13", None);
        check("2026-2", None);
        check("2026H3", None);
        check("1999", None);
        check("20260", None);
        check("", None);
        check("二〇二六", None);
    }
}
