//! When a duty falls due in a year: its occurrences (应办时点).
//!
//! Not here: whether it was done (`standing`).

use crate::period::{CivilDate, Frequency, Span};
use crate::standard::Duty;

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
    if !(window.from..=15).contains(&window.to) {
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

/// How many months are left until the end of term (届满日) when that is worth a word: 12, 6 or 1
/// as the most that it can be, and 0 once it has passed; nothing earlier than twelve months before.
pub fn months_to_term_end(term_end: CivilDate, today: CivilDate) -> Option<u32> {
    if today > term_end {
        return Some(0);
    }
    [1, 6, 12]
        .into_iter()
        .find(|months| term_end.months_earlier(*months) <= today)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> CivilDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_end_of_term_is_announced_twelve_six_and_one_month_ahead() {
        fn check(today: &str, expected: Option<u32>) {
            assert_eq!(
                months_to_term_end(date("2027-03-31"), date(today)),
                expected,
                "{today}"
            );
        }

        check("2026-03-30", None);
        check("2026-03-31", Some(12));
        check("2026-09-29", Some(12));
        check("2026-09-30", Some(6));
        check("2027-02-27", Some(6));
        check("2027-02-28", Some(1));
        check("2027-03-31", Some(1));
        check("2027-04-01", Some(0));
    }
}
