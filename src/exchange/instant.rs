//! Instants as a file writes them: `2026-11-21T08:15:30.123Z`.
//!
//! Not here: civil dates (`period`), any time zone but UTC, any clock.

use super::limits::INSTANTS;
use crate::period::CivilDate;

const DAY_MS: i64 = 86_400_000;

/// The instant `ms` (UTC milliseconds) in ISO 8601. What lies outside the years 1 to 9999, which
/// only a broken clock shows, is written as the nearest instant inside them.
///
/// ```
/// use wuxing::exchange::instant;
/// assert_eq!(instant::write(1_795_248_930_123), "2026-11-21T08:15:30.123Z");
/// ```
pub fn write(ms: i64) -> String {
    let ms = ms.clamp(*INSTANTS.start(), *INSTANTS.end());
    let date = CivilDate::at_instant(ms, 0)
        .map(|date| date.to_string())
        .unwrap_or_default();
    let of_day = ms.rem_euclid(DAY_MS);
    let (seconds, milliseconds) = (of_day / 1000, of_day % 1000);
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    format!("{date}T{hours:02}:{minutes:02}:{seconds:02}.{milliseconds:03}Z")
}

/// The instant that a text in ISO 8601, UTC, names, with or without parts of a second; `None` for
/// any other text.
pub fn read(text: &str) -> Option<i64> {
    let (date, time) = text.strip_suffix('Z')?.split_once('T')?;
    let epoch = CivilDate::new(1970, 1, 1)?;
    let days = date.parse::<CivilDate>().ok()?.days_since(epoch);
    let (time, fraction) = time.split_once('.').unwrap_or((time, "0"));
    let parts: Vec<&str> = time.split(':').collect();
    let [hours, minutes, seconds] = parts[..] else {
        return None;
    };
    let hours = number_below(hours, 2, 24)?;
    let minutes = number_below(minutes, 2, 60)?;
    let seconds = number_below(seconds, 2, 60)?;
    let padded: String = fraction.chars().chain("00".chars()).take(3).collect();
    let milliseconds = number_below(&padded, 3, 1000)?;
    Some(days * DAY_MS + ((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds)
}

/// A number of exactly so many digits, below a bound.
fn number_below(text: &str, digits: usize, bound: i64) -> Option<i64> {
    let fits = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| text.parse().ok())
        .flatten()
        .filter(|number| *number < bound)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_are_written_and_read_back() {
        fn check(ms: i64, text: &str) {
            assert_eq!(write(ms), text);
            assert_eq!(read(text), Some(ms));
        }

        check(0, "1970-01-01T00:00:00.000Z");
        check(-1, "1969-12-31T23:59:59.999Z");
        check(1_795_248_930_123, "2026-11-21T08:15:30.123Z");
        check(951_782_400_000, "2000-02-29T00:00:00.000Z");
        check(*INSTANTS.start(), "0001-01-01T00:00:00.000Z");
        check(*INSTANTS.end(), "9999-12-31T23:59:59.999Z");
        assert_eq!(write(i64::MAX), write(*INSTANTS.end()));
        assert_eq!(write(i64::MIN), write(*INSTANTS.start()));
    }

    #[test]
    fn other_forms_are_read_leniently_or_not_at_all() {
        fn check(text: &str, expected: Option<i64>) {
            assert_eq!(read(text), expected, "{text}");
        }

        check("1970-01-01T00:00:01Z", Some(1000));
        check("1970-01-01T00:00:00.5Z", Some(500));
        check("1970-01-01T00:00:00.123456Z", Some(123));
        check("1970-01-01T24:00:00Z", None);
        check("1970-01-01T00:00Z", None);
        check("1970-01-01T00:00:00+08:00", None);
        check("1970-02-30T00:00:00Z", None);
        check("1970-01-01", None);
        check("五月", None);
        check("", None);
    }
}
