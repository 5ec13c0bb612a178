//! Quarters (季度), the periods of self-assessment.
//!
//! Not here: what falls due in them (`frequency`).

use super::{CivilDate, PeriodError, YEARS};
use std::fmt;
use std::str::FromStr;

/// A quarter of a year (季度), the period (自评周期) of one self-assessment; written `2026Q3`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quarter {
    year: i32,
    number: u8,
}

impl Quarter {
    /// The quarter `number` (1 to 4) of `year` (2000 to 2199), or nothing outside these ranges.
    pub fn new(year: i32, number: u8) -> Option<Self> {
        (YEARS.contains(&year) && (1..=4).contains(&number)).then_some(Self { year, number })
    }

    /// The quarter in which a month (1 to 12) lies.
    pub(super) fn of_month(year: i32, month: u8) -> Self {
        let number = (month - 1) / 3 + 1;
        Self { year, number }
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
        CivilDate::new(self.year, month, day).unwrap_or(CivilDate::LATEST)
    }

    /// The first day of the quarter.
    pub fn first_day(self) -> CivilDate {
        CivilDate::new(self.year, (self.number - 1) * 3 + 1, 1).unwrap_or(CivilDate::EARLIEST)
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

serialize_as_text!(Quarter, "^2[01][0-9]{2}Q[1-4]$");
