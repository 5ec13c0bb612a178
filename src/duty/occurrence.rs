//! When a duty falls due in a year: its occurrences (应办时点).
//!
//! Not here: whether it was done (`standing`).

use crate::period::{CivilDate, Frequency, Span};
use crate::standard::{Duty, Window};

/// One time that a duty is to be done (一次应办).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Occurrence {
    /// The span for which it counts.
    pub span: Span,
    /// The first day on which it is due.
    pub opens: CivilDate,
    /// The last day on which it is due; from the next day on it is late.
    pub closes: CivilDate,
}

impl Occurrence {
    /// One that is due on every day of its span.
    pub fn whole(span: Span) -> Self {
        Self {
            span,
            opens: span.first_day(),
            closes: span.last_day(),
        }
    }

    /// For how many days its time has been up (超期天数); less than 1 if it is not.
    pub fn days_late(self, today: CivilDate) -> i64 {
        today.days_since(self.closes)
    }

    /// The day that is entered at first when it is recorded `today`: today, where that counts for
    /// the span; the last day of the span where the span is over, so that what was held in October
    /// and is recorded in November counts for October. The page of the record says that such a day
    /// is to be looked at.
    pub fn day_to_record(self, today: CivilDate) -> CivilDate {
        // What may be done in the next year still counts for its own: the record says for which.
        let goes_over = self.closes.year() > self.span.year();
        if goes_over || self.span.holds(today) {
            today
        } else {
            self.span.last_day().min(today)
        }
    }
}

/// Whether a day may have been entered because its span was over ([`Occurrence::day_to_record`]):
/// it is the last of its month, and gone.
pub fn is_day_to_check(day: CivilDate, today: CivilDate) -> bool {
    day < today && CivilDate::last_of_month(day.year(), day.month()) == Some(day)
}

/// The occurrences of a duty that belong to a year, in their order. A duty of a term of office has
/// one, in the year in which the term ends; one that comes up at any time has none.
pub fn occurrences(duty: &Duty, year: i32, term_end: Option<CivilDate>) -> Vec<Occurrence> {
    Span::of_year(duty.frequency, year, term_end)
        .into_iter()
        .map(|span| {
            let (opens, closes) = days(duty, span);
            Occurrence {
                span,
                opens,
                closes,
            }
        })
        .collect()
}

fn days(duty: &Duty, span: Span) -> (CivilDate, CivilDate) {
    let whole = (span.first_day(), span.last_day());
    let Some(window) = duty.window.filter(|_| duty.frequency == Frequency::Year) else {
        return whole;
    };
    let year = span.year();
    // A window that is none, which validation refuses, is passed over and not guessed at.
    if !(window.from..=Window::LAST_MONTH).contains(&window.to) {
        return whole;
    }
    let opens = CivilDate::new(year, window.from, 1);
    let (closing_year, closing_month) = match window.to {
        to if to > 12 => (year + 1, to - 12),
        to => (year, to),
    };
    let closes = CivilDate::last_of_month(closing_year, closing_month);
    opens.zip(closes).unwrap_or(whole)
}

/// How many months before the end of term it is worth a word (届满提醒).
const TERM_END_IS_NEAR: u32 = 12;

/// How many days are left of a term of office, 0 on its last day (届满日) and less once it is over.
/// `None` while more than twelve months are left, which nobody has to be told.
pub fn days_to_term_end(term_end: CivilDate, today: CivilDate) -> Option<i64> {
    (today >= term_end.months_earlier(TERM_END_IS_NEAR)).then(|| term_end.days_since(today))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> CivilDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_end_of_term_is_told_from_twelve_months_ahead() {
        fn check(today: &str, expected: Option<i64>) {
            let found = days_to_term_end(date("2027-03-31"), date(today));
            assert_eq!(found, expected, "{today}");
        }

        check("2026-03-30", None);
        check("2026-03-31", Some(365));
        check("2027-03-01", Some(30));
        check("2027-03-30", Some(1));
        check("2027-03-31", Some(0));
        check("2027-04-01", Some(-1));
        check("2028-03-31", Some(-366));
    }

    #[test]
    fn a_record_for_an_earlier_span_is_entered_within_it() {
        fn check(span: &str, closes: &str, today: &str, expected: &str) {
            let span: Span = span.parse().unwrap();
            let occurrence = Occurrence {
                span,
                opens: span.first_day(),
                closes: date(closes),
            };
            let found = occurrence.day_to_record(date(today));
            assert_eq!(found.to_string(), expected, "{span} {today}");
        }

        check("2026-11", "2026-11-30", "2026-11-21", "2026-11-21");
        check("2026-10", "2026-10-31", "2026-11-21", "2026-10-31");
        check("2026Q3", "2026-09-30", "2026-11-21", "2026-09-30");
        check("2025-12", "2025-12-31", "2026-01-03", "2025-12-31");
        check("2026", "2027-03-31", "2027-02-10", "2027-02-10");
        check("2026", "2026-02-28", "2026-11-21", "2026-11-21");
        check("2027-01", "2027-01-31", "2026-12-30", "2026-12-30");
    }

    #[test]
    fn only_the_last_day_of_a_month_that_is_over_is_to_be_looked_at() {
        fn check(day: &str, expected: bool) {
            let found = is_day_to_check(date(day), date("2026-11-30"));
            assert_eq!(found, expected, "{day}");
        }

        check("2026-10-31", true);
        check("2026-10-30", false);
        check("2024-02-29", true);
        check("2026-11-30", false);
        check("2026-12-31", false);
    }
}
