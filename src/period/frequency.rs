//! Frequencies (频次): when something falls due, and how long an answer holds.
//!
//! Not here: how often something was done.

use super::{CivilDate, Quarter, Span};
use serde::{Deserialize, Serialize};

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
    /// months before `term_end`; without a known end it is due, since nobody can say that it is
    /// not.
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

    /// The last day of the half-year or the year that a period belongs to, until which there is
    /// time for what is done once in it; `None` for what is done more often, once a term, or at any
    /// time.
    pub fn closes(self, period: Quarter) -> Option<CivilDate> {
        let is_once = matches!(self, Self::HalfYear | Self::Year);
        let spans = Span::of_year(self, period.year(), None);
        let mut spans = spans.into_iter().filter(|_| is_once);
        let own = spans.find(|span| span.holds(period.last_day()))?;
        Some(own.last_day())
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
    fn what_is_done_once_has_time_until_its_end() {
        fn check(frequency: Frequency, period: &str, expected: Option<&str>) {
            let found = frequency.closes(quarter(period));
            assert_eq!(found, expected.map(date), "{frequency:?} {period}");
        }

        check(Frequency::Year, "2026Q1", Some("2026-12-31"));
        check(Frequency::HalfYear, "2026Q1", Some("2026-06-30"));
        check(Frequency::HalfYear, "2026Q3", Some("2026-12-31"));
        check(Frequency::Quarter, "2026Q1", None);
        check(Frequency::Term, "2026Q1", None);
        check(Frequency::Event, "2026Q1", None);
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
}
