//! When the end of a term is to be looked at ahead (届满提醒).
//!
//! Not here: the duty to hold the election (`occurrence`).

use crate::period::CivilDate;

/// How many months before the end of term it is looked at, the earliest first. The pack says so of
/// 按期换届, as a practice of some places.
const MONTHS_AHEAD: [u32; 3] = [12, 6, 1];

/// A day on which the end of term is to be looked at (届满提醒).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TermReminder {
    /// How many months are left of the term.
    pub months: u32,
    /// The day.
    pub day: CivilDate,
    /// Whether it is gone.
    pub is_past: bool,
}

/// The days on which the end of a term is to be looked at, the earliest first.
pub fn term_reminders(term_end: CivilDate, today: CivilDate) -> [TermReminder; 3] {
    MONTHS_AHEAD.map(|months| {
        let day = term_end.months_earlier(months);
        TermReminder {
            months,
            day,
            is_past: day < today,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twelve_six_and_one_month_ahead() {
        let date = |text: &str| text.parse::<CivilDate>().unwrap();
        let found = term_reminders(date("2027-03-31"), date("2026-10-01"));
        let said = found.map(|one| (one.months, one.day.to_string(), one.is_past));
        let expected = [
            (12, "2026-03-31".to_owned(), true),
            (6, "2026-09-30".to_owned(), true),
            (1, "2027-02-28".to_owned(), false),
        ];
        assert_eq!(said, expected);
    }
}
