//! What is handed to others: nothing that is for her eyes alone, nothing that is not of the period,
//! and nothing that takes anything away where it comes in.

use crate::samples::NOW;
use crate::sending_device::{after, card, device, empty_device, entry_id, record, secrets};
use wuxing::assessment::{AnswerValue, Organization, Verdict, VetoAnswer};
use wuxing::exchange::for_others::{ForOthers, OwnPart, OwnPeriod};
use wuxing::exchange::inventory::Inventory;
use wuxing::exchange::{Document, export, open_text};
use wuxing::ledger::{EntryBody, Missed, RecordOf};
use wuxing::rectification::{Origin, Rectification};
use wuxing::sorted_set::SortedSet;

#[test]
fn regression_what_is_for_her_eyes_alone_stays_on_the_device() {
    // The file of one period, the one meant for others, carried the weak signals, every veto
    // answered with 「有」, the 25-step cards and all notes.
    let device = device();
    let text = device.file(&SortedSet::default());
    for (part, _, words) in secrets() {
        for word in words {
            assert!(!text.contains(word), "{part:?}: {word}\n{text}");
        }
    }
    for word in [
        "公开原因",
        "VT1",
        "老仓库出租",
        "公开整改",
        "公开党员大会",
        "公开未开",
        "ORG-05",
    ] {
        assert!(text.contains(word), "{word}\n{text}");
    }
    let inventory = Inventory::of_period(&device.for_others(&SortedSet::default()));
    assert_eq!(
        (inventory.taken_out, inventory.notes, inventory.vetoes),
        (1, 0, 1)
    );
}

#[test]
fn each_part_is_counted_and_goes_out_when_it_is_taken_in() {
    let device = device();
    let counted: Vec<(OwnPart, usize)> = device.own_parts().into_iter().collect();
    let expected = secrets();
    assert_eq!(
        counted,
        expected
            .iter()
            .map(|(part, count, _)| (part.clone(), *count))
            .collect::<Vec<_>>()
    );
    for (part, _, words) in &expected {
        let text = device.file(&[part.clone()].into_iter().collect());
        for word in words {
            assert!(text.contains(word), "{part:?}: {word}");
        }
        for (other, _, words) in expected.iter().filter(|(other, _, _)| other != part) {
            assert!(
                !words.iter().all(|word| text.contains(word)),
                "{part:?} brought {other:?}"
            );
        }
    }
}

#[test]
fn where_the_pack_is_not_at_hand_every_card_is_private() {
    let device = device();
    let period = OwnPeriod {
        organization: &device.organization,
        assessment: &device.assessment,
        pages: device.pages.iter().collect(),
        pack: None,
        carried: None,
    };
    let inventory = Inventory::of_period(&ForOthers::of(&period, &SortedSet::default()));
    assert!(inventory.cards.is_empty());
}

#[test]
fn a_link_to_what_is_hers_alone_does_not_go_out() {
    let mut device = device();
    let mut linked = card("four_discuss_two_open", "老仓库出租");
    if let EntryBody::Card(card) = &mut linked {
        card.links = vec![entry_id(3), entry_id(11)];
    }
    device.put(10, linked);
    let text = device.file(&SortedSet::default());
    assert!(!text.contains(&entry_id(3).to_string()), "{text}");
    assert!(text.contains(&entry_id(11).to_string()));
    // It is still there where the file comes back.
    let opened = open_text(&text).unwrap();
    assert_eq!(after(&device.documents(), &opened), device.documents());
}

#[test]
fn of_the_ledger_goes_out_what_is_of_the_period() {
    fn check(body: EntryBody, page_year: i32, period: &str, expected: bool) {
        let mut device = empty_device();
        device.pages[0].year = page_year;
        device.assessment.period = period.parse().unwrap();
        device.put(1, body.clone());
        let inventory = Inventory::of_period(&device.for_others(&SortedSet::default()));
        let goes = !inventory.records.is_empty()
            || inventory.missed + inventory.rectifications > 0
            || !inventory.cards.is_empty();
        assert_eq!(goes, expected, "{body:?} {period}");
    }

    let meeting = |day: &str| record(RecordOf::Kind("general_meeting".into()), day, "");
    check(meeting("2026-01-05"), 2026, "2026Q3", true);
    check(meeting("2026-09-30"), 2026, "2026Q3", true);
    check(meeting("2026-10-01"), 2026, "2026Q3", false);
    check(meeting("2025-12-31"), 2026, "2026Q3", false);
    // Of a meeting that was held in the January after, the year to which it belongs decides.
    let of_last_year = |year| {
        let mut one = meeting("2026-01-05");
        if let EntryBody::Record(record) = &mut one {
            record.belongs_to_year = Some(year);
        }
        one
    };
    check(of_last_year(2025), 2026, "2025Q4", true);
    check(of_last_year(2025), 2026, "2025Q3", false);
    check(of_last_year(2025), 2026, "2026Q1", false);
    // The meeting of organisational life of a year may be held until March; its result is judged
    // then.
    let of_life = |day: &str| record(RecordOf::Kind("organizational_life".into()), day, "");
    check(of_life("2025-12-20"), 2025, "2026Q1", true);
    check(of_life("2025-12-20"), 2025, "2027Q1", false);
    let missed = |span: &str| {
        EntryBody::Missed(Missed {
            duty: "D-GM".into(),
            span: span.parse().unwrap(),
            reason: String::new(),
        })
    };
    check(missed("2026Q3"), 2026, "2026Q3", true);
    check(missed("2026"), 2026, "2026Q1", true);
    check(missed("2026Q4"), 2026, "2026Q3", false);
    let found = |found: &str, closed: Option<&str>| {
        let day = |text: &str| text.parse().unwrap();
        EntryBody::Rectification(Rectification {
            closed_on: closed.map(day),
            ..Rectification::found(Origin::Review, String::new(), day(found))
        })
    };
    // What is still to be made good goes along, whenever it was found.
    check(found("2024-03-01", None), 2024, "2026Q3", true);
    check(found("2026-10-05", None), 2026, "2026Q3", true);
    check(
        found("2024-03-01", Some("2026-02-01")),
        2024,
        "2026Q3",
        true,
    );
    check(
        found("2024-03-01", Some("2025-02-01")),
        2024,
        "2026Q3",
        false,
    );
    check(card("four_discuss_two_open", ""), 2026, "2026Q3", true);
    check(card("four_discuss_two_open", ""), 2026, "2025Q4", false);
    // A card is worked on over years.
    let settled = |day: &str| {
        let mut one = card("four_discuss_two_open", "");
        if let EntryBody::Card(card) = &mut one {
            card.closed_on = Some(day.parse().unwrap());
        }
        one
    };
    check(card("four_discuss_two_open", ""), 2026, "2027Q1", true);
    check(settled("2027-02-01"), 2026, "2027Q1", true);
    check(settled("2026-12-01"), 2026, "2027Q1", false);
}

#[test]
fn regression_a_file_without_notes_takes_none_away() {
    // Somebody else answered on, and sent her file back: the note that was never in it is no note
    // that was deleted, whoever answered last and however often it went to and fro.
    let hers = device();
    let sent = open_text(&hers.file(&SortedSet::default())).unwrap();
    let mut theirs = after(&[], &sent);
    for document in &mut theirs {
        match document {
            Document::Organization(one) => {
                one.name = "新坝村党总支（改名）".to_owned();
                one.changed_at = NOW + 1;
            }
            Document::Assessment(one) => {
                let answer = one.answers.get_mut(&"ORG-01".into()).unwrap();
                answer.value = Some(AnswerValue::Verdict(Verdict::Met));
                answer.changed_at = NOW + 1;
            }
            _ => {}
        }
    }
    let back = open_text(&export::everything(&theirs, NOW + 2, "0.1.0").unwrap()).unwrap();
    let mut here = hers.documents();
    for _ in 0..2 {
        here = after(&here, &back);
        for document in &here {
            match document {
                Document::Organization(one) => {
                    assert_eq!(one.name, "新坝村党总支（改名）");
                    assert_eq!(one.local, LocalWithTime::of(&hers.organization));
                }
                Document::Assessment(one) => {
                    let answer = &one.answers[&"ORG-01".into()];
                    assert_eq!(answer.value, Some(AnswerValue::Verdict(Verdict::Met)));
                    assert_eq!(answer.note, "机密备注");
                    let veto = &one.answers[&"VT3".into()];
                    assert_eq!(veto.value, Some(AnswerValue::Veto(VetoAnswer::Present)));
                }
                Document::Ledger(one) => assert_eq!(*one, hers.pages[0]),
                Document::Settings(_) | Document::Standard(_) => {}
            }
        }
    }
}

/// Local settings of which the duties are as old as they were.
struct LocalWithTime;

impl LocalWithTime {
    fn of(organization: &Organization) -> wuxing::assessment::LocalSettings {
        wuxing::assessment::LocalSettings {
            own_duties_as_of: Some(organization.changed_at),
            ..organization.local.clone()
        }
    }
}

#[test]
fn a_veto_that_was_left_out_was_not_looked_at() {
    let device = device();
    let sent = open_text(&device.file(&SortedSet::default())).unwrap();
    let there = after(&[], &sent);
    let assessment = there.iter().find_map(|document| match document {
        Document::Assessment(one) => Some(one),
        _ => None,
    });
    assert_eq!(assessment.unwrap().value(&"VT3".into()), None);
}
