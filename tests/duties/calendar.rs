//! The calendar file read back by a reader that was not written here.

use crate::world::date;
use icalendar::parser::{Component, read_calendar, unfold};
use icalendar::{Property, Trigger};
use proptest::prelude::*;
use wuxing::exchange::calendar::{CalendarEvent, write_calendar};

/// An event as the other reader found it.
#[derive(Debug, PartialEq, Eq)]
struct Found {
    id: String,
    first_day: String,
    day_after: String,
    title: String,
    description: Option<String>,
    /// Hours from the beginning of the day to the alarm.
    alarm_hours: i64,
    alarm_words: String,
}

fn value<'a>(component: &'a Component, name: &str) -> Option<&'a str> {
    let mut found = component.properties.iter().filter(|one| one.name == name);
    let value = found.next().map(|one| one.val.as_str());
    assert!(found.next().is_none(), "{name} stands twice");
    value
}

fn day(component: &Component, name: &str) -> String {
    let property = component.find_prop(name).unwrap();
    let whole_day = property.params.iter().any(|one| {
        one.key == "VALUE"
            && one
                .val
                .as_ref()
                .is_some_and(|value| value.as_str() == "DATE")
    });
    assert!(whole_day, "{name} is a day without a time");
    property.val.as_str().to_owned()
}

/// The reader takes no duration with a sign, so the sign is taken off before.
fn alarm_hours(alarm: &Component) -> i64 {
    let written = value(alarm, "TRIGGER").unwrap();
    let (sign, duration) = match written.strip_prefix('-') {
        Some(duration) => (-1, duration),
        None => (1, written),
    };
    let trigger = Trigger::try_from(&Property::new("TRIGGER", duration)).unwrap();
    sign * trigger.as_duration().unwrap().num_hours()
}

/// All events of a file, and its name.
fn read_back(text: &str) -> (String, Vec<Found>) {
    let unfolded = unfold(text);
    let calendar = read_calendar(&unfolded).unwrap();
    let name = calendar
        .properties
        .iter()
        .find(|one| one.name == "X-WR-CALNAME");
    let name = name.unwrap().val.as_str().to_owned();
    let events = calendar.components.iter().map(|event| {
        assert_eq!(event.name, "VEVENT");
        assert!(value(event, "DTSTAMP").is_some());
        assert_eq!(event.components.len(), 1, "one alarm: {event:?}");
        let alarm = &event.components[0];
        assert_eq!(alarm.name, "VALARM");
        assert_eq!(value(alarm, "ACTION"), Some("DISPLAY"));
        Found {
            id: value(event, "UID").unwrap().to_owned(),
            first_day: day(event, "DTSTART"),
            day_after: day(event, "DTEND"),
            title: value(event, "SUMMARY").unwrap().to_owned(),
            description: value(event, "DESCRIPTION").map(str::to_owned),
            alarm_hours: alarm_hours(alarm),
            alarm_words: value(alarm, "DESCRIPTION").unwrap().to_owned(),
        }
    });
    (name, events.collect())
}

fn event(title: &str, description: &str) -> CalendarEvent {
    CalendarEvent {
        id: "D-GM.2026Q4@wuxing".to_owned(),
        day: date("2026-12-31"),
        title: title.to_owned(),
        description: description.to_owned(),
        remind_days_before: 7,
    }
}

/// A text as it has to come back: the format knows one kind of line break, no tabs and no other
/// control characters.
fn kept(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\t', " ");
    text.chars()
        .filter(|character| *character == '\n' || !character.is_control())
        .collect()
}

#[test]
fn every_event_comes_back_as_it_was() {
    fn check(title: &str, description: &str) {
        let text = write_calendar(&[event(title, description)], title, 0);
        let (name, found) = read_back(&text);
        assert_eq!(name, kept(title));
        let expected = Found {
            id: "D-GM.2026Q4@wuxing".to_owned(),
            first_day: "20261231".to_owned(),
            day_after: "20270101".to_owned(),
            title: kept(title),
            description: (!description.is_empty()).then(|| kept(description)),
            alarm_hours: 9 - 7 * 24,
            alarm_words: kept(title),
        };
        assert_eq!(found, [expected]);
    }

    check("党员大会", "");
    check(
        "党员大会",
        "目标：一季一次；措施, 节点\n第二行\r\n第三行\n\n末行",
    );
    check(
        "a,b;c\\d:e\"f\"",
        "\\n is no line break; \\, is no comma, \\\\",
    );
    check("换届 🗳️👨‍👩‍👧‍👦", "👍🏽 e\u{301} 𠮷野家");
    check(" 前后有空格 ", "\n\n");
    check("BEGIN:VEVENT", "END:VEVENT\nEND:VCALENDAR\nBEGIN:VALARM");
    check("一\u{7}二\t三\u{85}四\u{0}", "\r回车\r");
    check(&"四议两公开，".repeat(60), &"🀄".repeat(300));
    // Places where a line is folded right before a blank, a backslash or a break.
    for length in 55..80 {
        let filler = "x".repeat(length);
        check(
            &format!("{filler} ,\\;\n y"),
            &format!("{filler}\\\\ \n\n  z"),
        );
    }
}

#[test]
fn days_and_alarms_come_back() {
    fn check(day: &str, remind_days_before: u32, expected: [&str; 2], hours: i64) {
        let event = CalendarEvent {
            day: date(day),
            remind_days_before,
            ..event("党课", "")
        };
        let (_, found) = read_back(&write_calendar(&[event], "单", 0));
        let days = [found[0].first_day.as_str(), found[0].day_after.as_str()];
        assert_eq!(days, expected);
        assert_eq!(found[0].alarm_hours, hours, "{remind_days_before}");
    }

    // At nine in the morning: of the day itself, of the day before, of a week before.
    check("2026-01-01", 0, ["20260101", "20260102"], 9);
    check("2026-02-28", 1, ["20260228", "20260301"], 9 - 24);
    check("2028-02-28", 2, ["20280228", "20280229"], 9 - 48);
    check("2028-02-29", 7, ["20280229", "20280301"], 9 - 7 * 24);
    check("2026-12-31", 30, ["20261231", "20270101"], 9 - 30 * 24);
    check("2199-12-31", 365, ["21991231", "22000101"], 9 - 365 * 24);
}

#[test]
fn a_file_of_no_events_and_one_of_many_are_read() {
    fn check(count: usize) {
        let events: Vec<CalendarEvent> = (0..count)
            .map(|number| CalendarEvent {
                id: format!("D-{number}@wuxing"),
                ..event(&format!("第 {number} 项"), "")
            })
            .collect();
        let (_, found) = read_back(&write_calendar(&events, "责任清单", 1_795_248_930_123));
        let ids: Vec<&str> = found.iter().map(|one| one.id.as_str()).collect();
        let expected: Vec<&str> = events.iter().map(|one| one.id.as_str()).collect();
        assert_eq!(ids, expected);
    }

    check(0);
    check(1);
    check(200);
}

proptest! {
    #[test]
    fn any_text_comes_back(
        title in any::<String>(),
        description in "(\\PC|[\\\\,;:\r\n\t \"]|会|\u{1f600}){0,120}",
        days in 0_i32..70_000, remind_days_before in 0_u32..=400, now_ms in any::<i64>(),
    ) {
        let event = CalendarEvent {
            day: date("2000-01-01").days_later(days),
            remind_days_before,
            ..event(&title, &description)
        };
        let text = write_calendar(std::slice::from_ref(&event), &title, now_ms);
        let is_short = |line: &str| line.len() <= 75 && !line.contains(['\r', '\n']);
        prop_assert!(text.split("\r\n").all(is_short));
        let (name, found) = read_back(&text);
        prop_assert_eq!(name, kept(&title));
        prop_assert_eq!(found.len(), 1);
        prop_assert_eq!(&found[0].title, &kept(&title));
        let back = found[0].description.clone().unwrap_or_default();
        prop_assert_eq!(back, kept(&description));
        prop_assert_eq!(&found[0].first_day, &event.day.to_string().replace('-', ""));
        prop_assert_eq!(found[0].alarm_hours, 9 - 24 * i64::from(remind_days_before));
    }
}
