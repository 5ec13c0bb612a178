//! What goes into the calendar file (日程), in words.
//!
//! Not here: of what it reminds and when (`duty`), and the format (`exchange::calendar`).

use crate::app::state::AppState;
use crate::assessment::Organization;
use crate::duty::{self, Circumstances, Reminded, Reminder};
use crate::exchange::calendar::CalendarEvent;
use crate::standard::StandardPack;
use crate::text::Language;
use crate::ui::duty_words::{duty_title, who_words};
use crate::ui::speech::say;
use leptos::prelude::*;

/// The events of the open organisation, in the order of their days.
pub fn reminders(state: AppState, language: Language) -> Vec<CalendarEvent> {
    let Some(pack) = state.pack_in_force.get() else {
        return Vec::new();
    };
    let found = state.with_known(|one, known| events(&pack, one, known, language));
    found.unwrap_or_default()
}

fn events(
    pack: &StandardPack,
    organization: &Organization,
    known: &Circumstances<'_>,
    language: Language,
) -> Vec<CalendarEvent> {
    let found = duty::reminders(&pack.checklist, known).into_iter();
    let events = found.filter_map(|one| {
        let Words {
            id,
            title,
            description,
        } = in_words(&one, pack, known, language)?;
        Some(CalendarEvent {
            id: format!("{id}.{}@wuxing", organization.id),
            day: one.day,
            title,
            description,
            remind_days_before: one.days_before,
        })
    });
    events.collect()
}

/// What is said of an event, and what tells it from others of the organisation.
struct Words {
    id: String,
    title: String,
    description: String,
}

fn in_words(
    reminder: &Reminder,
    pack: &StandardPack,
    known: &Circumstances<'_>,
    language: Language,
) -> Option<Words> {
    let texts = language.texts();
    let words = &texts.duties;
    Some(match &reminder.of {
        Reminded::Duty(state) => {
            let duty = pack.checklist.duty(&state.duty)?;
            let span = state.occurrence.span;
            let lines = [
                who_words(duty, language.texts()),
                say(&duty.goal, language),
                say(&duty.measure, language),
            ];
            let lines: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).collect();
            Words {
                id: format!("{}.{span}", duty.id),
                title: (texts.common.in_brackets)(&duty_title(duty, language), &(words.span)(span)),
                description: lines.join("\n"),
            }
        }
        Reminded::Rectification(id) => {
            let one = known.ledger.rectifications.get(id)?;
            Words {
                id: id.to_string(),
                title: (words.calendar_rectification)(one.problem.clone()),
                description: one.measure.clone(),
            }
        }
        Reminded::TermEnd(months, end) => Words {
            id: format!("term-{months}.{end}"),
            title: (words.calendar_term)(*months),
            description: String::new(),
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::example::documents;
    use crate::app::example_files;
    use crate::duty::RecordingSince;
    use crate::exchange::Document;
    use crate::ledger::Ledger;
    use crate::period::CivilDate;
    use crate::standard::built_in;
    use std::collections::BTreeSet;
    use uuid::Uuid;

    fn village() -> (StandardPack, Organization) {
        let now = "2026Q4".parse().unwrap();
        let documents = documents(example_files::village(), now, 1, || Uuid::from_u128(7)).unwrap();
        let organization = documents.into_iter().find_map(|one| match one {
            Document::Organization(one) => Some(one),
            _ => None,
        });
        let organization = organization.unwrap();
        let pack = built_in(organization.organization_type).unwrap();
        (pack, organization)
    }

    fn made(today: &str, term_end: &str) -> Vec<CalendarEvent> {
        let (pack, mut organization) = village();
        organization.term_end = Some(term_end.parse().unwrap());
        let today: CivilDate = today.parse().unwrap();
        let known = Circumstances {
            facts: &organization.facts,
            term_end: organization.term_end,
            ledger: &Ledger::default(),
            recording_since: RecordingSince(today),
            today,
        };
        events(&pack, &organization, &known, Language::Chinese)
    }

    #[test]
    fn the_same_event_has_the_same_id_whenever_the_file_is_made() {
        let ids = |today: &str| -> BTreeSet<String> {
            let events = made(today, "2028-06-30");
            let ids: BTreeSet<String> = events.iter().map(|one| one.id.clone()).collect();
            assert_eq!(ids.len(), events.len(), "no id stands twice");
            ids
        };
        let (earlier, later) = (ids("2026-11-21"), ids("2026-12-05"));
        let month = "D-THEME.2026-12";
        for found in [&earlier, &later] {
            assert_eq!(found.iter().filter(|id| id.starts_with(month)).count(), 1);
        }
        assert!(earlier.intersection(&later).count() > 20);
    }

    #[test]
    fn events_lie_within_the_next_twelve_months_in_the_order_of_their_days() {
        let events = made("2026-11-21", "2028-06-30");
        let days: Vec<CivilDate> = events.iter().map(|one| one.day).collect();
        assert!(days.is_sorted());
        let (first, last) = ("2026-11-21".parse().unwrap(), "2027-11-21".parse().unwrap());
        assert!(days.iter().all(|day| (first..=last).contains(day)));
    }

    #[test]
    fn the_end_of_term_is_announced_while_it_lies_ahead() {
        fn check(term_end: &str, expected: &[&str]) {
            let events = made("2026-11-21", term_end);
            let term = events.iter().filter(|one| one.id.starts_with("term-"));
            let days: Vec<String> = term.map(|one| one.day.to_string()).collect();
            assert_eq!(days, expected, "{term_end}");
        }

        check("2027-06-30", &["2026-12-30", "2027-05-30"]);
        check("2028-06-30", &["2027-06-30"]);
        check("2026-11-30", &[]);
        check("2030-06-30", &[]);
    }
}
