//! The day by which a period is judged (判定日): today while the period runs, its end once it is
//! over.
//!
//! Not here: what has fallen due by that day (`duty`), and where today comes from (`effects`).

use super::{CivilDate, Quarter};

/// By which day a period is judged (判定日). What lies after it is held against nobody, and what is
/// dated after it counts for nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JudgingDay {
    period: Quarter,
    today: CivilDate,
}

impl JudgingDay {
    /// The day by which `period` is judged on `today`.
    pub fn new(period: Quarter, today: CivilDate) -> Self {
        Self { period, today }
    }

    /// As on the day after the period: all of it has fallen due.
    pub fn after(period: Quarter) -> Self {
        Self::new(period, period.last_day().days_later(1))
    }

    /// The period that is judged.
    pub fn period(self) -> Quarter {
        self.period
    }

    /// Whether the period is not over yet, so that what is said of it is said of today alone
    /// (到今天).
    pub fn is_running(self) -> bool {
        self.today <= self.period.last_day()
    }

    /// The last day on which what was done counts: today, or the last day of a period that is over.
    pub fn last_counted(self) -> CivilDate {
        self.today.min(self.period.last_day())
    }

    /// Whether what could be done until the end of `closes` has fallen due. On that day itself it
    /// can still be done.
    pub fn is_past(self, closes: CivilDate) -> bool {
        closes < self.today && closes <= self.period.last_day()
    }

    /// Whether what can be done from `opens` on has begun.
    pub fn has_begun(self, opens: CivilDate) -> bool {
        opens <= self.last_counted()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_fallen_due_on_a_day() {
        fn check(today: &str, closes: &str, past: bool, running: bool) {
            let judging = JudgingDay::new("2026Q1".parse().unwrap(), today.parse().unwrap());
            assert_eq!(judging.is_past(closes.parse().unwrap()), past, "{today}");
            assert_eq!(judging.is_running(), running, "{today}");
        }

        check("2026-01-20", "2026-01-31", false, true);
        check("2026-01-31", "2026-01-31", false, true);
        check("2026-02-01", "2026-01-31", true, true);
        check("2026-03-31", "2026-03-31", false, true);
        check("2026-04-01", "2026-03-31", true, false);
        // What closes after the period is not held against it, however late one looks.
        check("2027-01-01", "2026-04-30", false, false);
        // A period that lies ahead.
        check("2025-12-31", "2026-01-31", false, true);
    }

    #[test]
    fn nothing_counts_after_today_nor_after_the_period() {
        fn check(today: &str, expected: &str) {
            let judging = JudgingDay::new("2026Q1".parse().unwrap(), today.parse().unwrap());
            assert_eq!(judging.last_counted().to_string(), expected, "{today}");
        }

        check("2026-02-10", "2026-02-10");
        check("2026-03-31", "2026-03-31");
        check("2026-07-01", "2026-03-31");
        assert!(!JudgingDay::after("2026Q4".parse().unwrap()).is_running());
    }
}
