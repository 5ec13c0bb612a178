//! The calendar file (日历文件, RFC 5545), so that the phone's own calendar reminds, with no server.
//!
//! Every event is a whole day with an alarm before it. The same event has the same id whenever the
//! file is made, so that a second import replaces the first instead of doubling it. Not here: which
//! duties go into the file, and their words.

use super::instant;
use crate::period::CivilDate;

/// One event of a calendar file (日程).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarEvent {
    /// The id, the same each time; letters, digits, `-`, `.` and `@` only.
    pub id: String,
    /// The day.
    pub day: CivilDate,
    /// What it is about, in one line.
    pub title: String,
    /// More about it; may have several lines.
    pub description: String,
    /// How many days before it the phone reminds, at nine in the morning.
    pub remind_days_before: u32,
}

/// The most octets of a line, without its end (RFC 5545, 3.1).
const LINE_OCTETS: usize = 75;

/// Writes a calendar file. `name` is shown as the name of the calendar where the phone shows one,
/// `now_ms` is the present instant in UTC milliseconds.
pub fn write_calendar(events: &[CalendarEvent], name: &str, now_ms: i64) -> String {
    let mut text = String::new();
    let mut line = |content: String| fold_into(&mut text, &content);
    line("BEGIN:VCALENDAR".to_owned());
    line("VERSION:2.0".to_owned());
    line("PRODID:-//wuxing//wuxing//ZH".to_owned());
    line("CALSCALE:GREGORIAN".to_owned());
    line("METHOD:PUBLISH".to_owned());
    line(format!("X-WR-CALNAME:{}", escaped(name)));
    let stamp = stamp(now_ms);
    for event in events {
        line("BEGIN:VEVENT".to_owned());
        line(format!("UID:{}", event.id));
        line(format!("DTSTAMP:{stamp}"));
        line(format!("DTSTART;VALUE=DATE:{}", basic(event.day)));
        line(format!(
            "DTEND;VALUE=DATE:{}",
            basic(event.day.days_later(1))
        ));
        line(format!("SUMMARY:{}", escaped(&event.title)));
        if !event.description.is_empty() {
            line(format!("DESCRIPTION:{}", escaped(&event.description)));
        }
        // A whole day does not make the user busy.
        line("TRANSP:TRANSPARENT".to_owned());
        line("BEGIN:VALARM".to_owned());
        line("ACTION:DISPLAY".to_owned());
        line(format!("DESCRIPTION:{}", escaped(&event.title)));
        line(format!("TRIGGER:{}", trigger(event.remind_days_before)));
        line("END:VALARM".to_owned());
        line("END:VEVENT".to_owned());
    }
    line("END:VCALENDAR".to_owned());
    text
}

/// Nine in the morning, so many days before the day begins.
fn trigger(days_before: u32) -> String {
    match days_before.checked_sub(1) {
        None => "PT9H".to_owned(),
        Some(0) => "-PT15H".to_owned(),
        Some(days) => format!("-P{days}DT15H"),
    }
}

/// `20261121`.
fn basic(day: CivilDate) -> String {
    day.to_string().replace('-', "")
}

/// `20261121T081530Z`.
fn stamp(now_ms: i64) -> String {
    let written = instant::write(now_ms);
    let seconds = written.split('.').next().unwrap_or_default();
    format!("{}Z", seconds.replace(['-', ':'], ""))
}

/// A text as a value: what separates values is escaped, a line break is written as `\n`, and other
/// control characters, which the format does not have, are left out.
fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for character in text.replace("\r\n", "\n").chars() {
        match character {
            '\\' | ';' | ',' => {
                value.push('\\');
                value.push(character);
            }
            '\n' => value.push_str("\\n"),
            '\t' => value.push(' '),
            character if character.is_control() => {}
            character => value.push(character),
        }
    }
    value
}

/// Adds a line, folded so that no part is longer than [`LINE_OCTETS`] and no character is cut.
fn fold_into(text: &mut String, line: &str) {
    let mut octets = 0;
    for character in line.chars() {
        if octets + character.len_utf8() > LINE_OCTETS {
            text.push_str("\r\n ");
            octets = 1;
        }
        text.push(character);
        octets += character.len_utf8();
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(title: &str, remind_days_before: u32) -> CalendarEvent {
        CalendarEvent {
            id: "D-GM.2026Q4@wuxing".to_owned(),
            day: "2026-12-31".parse().unwrap(),
            title: title.to_owned(),
            description: "目标；措施, 节点\n第二行".to_owned(),
            remind_days_before,
        }
    }

    #[test]
    fn a_file_has_the_lines_of_the_format() {
        let text = write_calendar(&[event("党员大会", 7)], "责任清单", 1_795_248_930_123);
        for line in [
            "BEGIN:VCALENDAR",
            "DTSTAMP:20261121T081530Z",
            "DTSTART;VALUE=DATE:20261231",
            "DTEND;VALUE=DATE:20270101",
            "SUMMARY:党员大会",
            "DESCRIPTION:目标；措施\\, 节点\\n第二行",
            "TRIGGER:-P6DT15H",
            "END:VCALENDAR",
        ] {
            assert!(
                text.split("\r\n").any(|found| found == line),
                "{line}\n{text}"
            );
        }
        assert!(text.ends_with("\r\n"));
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    }

    #[test]
    fn reminders_come_at_nine_in_the_morning() {
        fn check(days_before: u32, expected: &str) {
            assert_eq!(trigger(days_before), expected);
        }

        check(0, "PT9H");
        check(1, "-PT15H");
        check(3, "-P2DT15H");
    }

    #[test]
    fn no_line_is_longer_than_the_format_allows_and_no_character_is_cut() {
        let title = "四".repeat(200);
        let text = write_calendar(&[event(&title, 1)], "单", 0);
        assert!(text.split("\r\n").all(|line| line.len() <= LINE_OCTETS));
        assert!(text.replace("\r\n ", "").contains(&title));
    }
}
