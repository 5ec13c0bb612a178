//! What is handed to others: nothing that is for her eyes alone, nothing that is not of the period,
//! and nothing that takes anything away where it comes in.

use crate::samples::{
    NOW, any_assessment, any_entry, assessment, id, organization, page, village_pack,
};
use proptest::prelude::*;
use serde_json::Map;
use std::collections::BTreeSet;
use std::sync::LazyLock;
use uuid::Uuid;
use wuxing::assessment::{
    Answer, AnswerValue, Assessment, Organization, OwnDuty, Verdict, VetoAnswer,
};
use wuxing::exchange::for_others::{ForOthers, OwnPart, OwnPeriod};
use wuxing::exchange::inventory::Inventory;
use wuxing::exchange::plan::{self, What};
use wuxing::exchange::{Document, Opened, export, open_text};
use wuxing::ledger::{Card, Entry, EntryBody, LedgerPage, Missed, Record, RecordOf};
use wuxing::period::Frequency;
use wuxing::rectification::{Origin, Rectification};
use wuxing::sorted_map::SortedMap;
use wuxing::sorted_set::SortedSet;
use wuxing::standard::{ItemId, Role, StandardPack};

static VILLAGE: LazyLock<StandardPack> = LazyLock::new(village_pack);

/// Everything of one organisation, and which period of it goes out.
#[derive(Clone, Debug)]
struct Device {
    organization: Organization,
    assessment: Assessment,
    pages: Vec<LedgerPage>,
}

impl Device {
    fn for_others(&self, included: &SortedSet<OwnPart>) -> ForOthers {
        let period = OwnPeriod {
            organization: &self.organization,
            assessment: &self.assessment,
            pages: self.pages.iter().collect(),
            pack: Some(&VILLAGE),
            carried: None,
        };
        ForOthers::of(&period, included)
    }

    fn file(&self, included: &SortedSet<OwnPart>) -> String {
        export::for_others(&self.for_others(included), NOW, "0.1.0").unwrap()
    }

    fn own_parts(&self) -> SortedMap<OwnPart, usize> {
        self.for_others(&SortedSet::default()).own_parts().clone()
    }

    fn documents(&self) -> Vec<Document> {
        let own = [
            Document::Organization(self.organization.clone()),
            Document::Assessment(self.assessment.clone()),
        ];
        let pages = self.pages.iter().cloned().map(Document::Ledger);
        own.into_iter().chain(pages).collect()
    }

    fn put(&mut self, number: u128, body: EntryBody) {
        let entry = Entry {
            body: Some(body),
            changed_at: NOW,
            ..Entry::default()
        };
        self.pages[0].entries.insert(entry_id(number), entry);
    }
}

/// The documents of a device after it took a file over.
fn after(existing: &[Document], opened: &Opened) -> Vec<Document> {
    let plan = plan::against(existing, opened);
    let mut documents: SortedMap<_, Document> = existing
        .iter()
        .map(|document| (document.key(), document.clone()))
        .collect();
    for change in plan.to_write() {
        documents.insert(change.key, change.document.clone());
    }
    documents.into_values().collect()
}

fn empty_device() -> Device {
    Device {
        organization: organization(1, "新坝村党总支"),
        assessment: assessment(3, id(1), "2026Q3"),
        pages: vec![LedgerPage {
            entries: SortedMap::new(),
            ..page(6, id(1))
        }],
    }
}

/// The id of an entry; documents have others.
fn entry_id(number: u128) -> Uuid {
    id(300 + number)
}

fn card(mechanism: &str, title: &str) -> EntryBody {
    EntryBody::Card(Card {
        mechanism: mechanism.into(),
        year: 2026,
        title: title.to_owned(),
        values: SortedMap::new(),
        steps: SortedMap::new(),
        links: Vec::new(),
        closed_on: None,
    })
}

fn problem(origin: Origin, problem: &str) -> EntryBody {
    let day = "2026-07-01".parse().unwrap();
    EntryBody::Rectification(Rectification::found(origin, problem.to_owned(), day))
}

fn record(of: RecordOf, day: &str, line: &str) -> EntryBody {
    EntryBody::Record(Record {
        of,
        held_on: day.parse().unwrap(),
        belongs_to_year: None,
        numbers: SortedMap::new(),
        line: line.to_owned(),
        place: String::new(),
    })
}

fn own_duty(title: &str) -> OwnDuty {
    OwnDuty {
        title: title.to_owned(),
        goal: String::new(),
        measure: String::new(),
        milestone: String::new(),
        role: Role::Secretary,
        frequency: Frequency::Quarter,
    }
}

/// One of each own part, each with a word of its own, and the rest of a village.
fn device() -> Device {
    let mut one = empty_device();
    let noted = Answer {
        note: "机密备注".to_owned(),
        reason: "公开原因".to_owned(),
        ..Answer::of(AnswerValue::Verdict(Verdict::Partly), NOW - 90)
    };
    let present = Answer {
        reason: "机密否决".to_owned(),
        ..Answer::of(AnswerValue::Veto(VetoAnswer::Present), NOW - 80)
    };
    let unclear = Answer::of(AnswerValue::Veto(VetoAnswer::Unclear), NOW - 70);
    let answers = &mut one.assessment.answers;
    answers.clear();
    answers.insert("ORG-01".into(), noted);
    answers.insert(
        "VT1".into(),
        Answer::of(AnswerValue::Veto(VetoAnswer::Clear), NOW),
    );
    answers.insert("VT3".into(), present);
    answers.insert("VT4".into(), unclear);
    let duties = &mut one.organization.local.own_duties;
    duties.insert("OWN-1".into(), own_duty("机密责任项"));
    one.organization
        .local
        .switched
        .insert("ORG-05".into(), false);
    let duty = |id: &str| RecordOf::Duty(id.into());
    let signal = Origin::Signal("weak_signals".into(), "vacancy".to_owned());
    one.put(1, card("weak_signals", "机密薄弱"));
    one.put(2, problem(signal, "机密薄弱整改"));
    one.put(3, card("admission_steps", "机密甲一"));
    one.put(4, card("no_longer_in_the_pack", "机密不认得"));
    one.put(5, problem(Origin::Indicator("VT3".into()), "机密否决整改"));
    one.put(6, record(duty("OWN-1"), "2026-07-02", "机密责任记录"));
    one.put(10, card("four_discuss_two_open", "老仓库出租"));
    one.put(11, problem(Origin::Indicator("ORG-02".into()), "公开整改"));
    one.put(
        12,
        record(
            RecordOf::Kind("general_meeting".into()),
            "2026-08-01",
            "公开党员大会",
        ),
    );
    let missed = Missed {
        duty: "D-GM".into(),
        span: "2026Q2".parse().unwrap(),
        reason: "公开未开".to_owned(),
    };
    one.put(13, EntryBody::Missed(missed));
    let taken_out = Entry {
        changed_at: NOW,
        ..Entry::default()
    };
    one.pages[0].entries.insert(entry_id(14), taken_out);
    let mut later = Map::new();
    later.insert("机密新栏".to_owned(), true.into());
    one.organization.extra = later;
    one
}

/// The word that tells each own part of [`device`].
fn secrets() -> Vec<(OwnPart, usize, Vec<&'static str>)> {
    let mechanism = |id: &str| OwnPart::Mechanism(ItemId::from(id));
    vec![
        (OwnPart::Notes, 1, vec!["机密备注"]),
        (
            OwnPart::Vetoes,
            3,
            vec![
                "机密否决",
                "机密否决整改",
                "VT3",
                "VT4",
                "present",
                "unclear",
            ],
        ),
        (
            mechanism("admission_steps"),
            1,
            vec!["机密甲一", "admission_steps"],
        ),
        (mechanism("no_longer_in_the_pack"), 1, vec!["机密不认得"]),
        (
            mechanism("weak_signals"),
            2,
            vec!["机密薄弱", "机密薄弱整改", "weak_signals"],
        ),
        (
            OwnPart::OwnDuties,
            2,
            vec!["机密责任项", "机密责任记录", "OWN-1"],
        ),
        (OwnPart::Unknown, 1, vec!["机密新栏"]),
    ]
}

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

/// Any device with one organisation: every kind of entry, of a few years and mechanisms.
fn any_device() -> impl Strategy<Value = Device> {
    let mechanisms = [
        "weak_signals",
        "admission_steps",
        "four_discuss_two_open",
        "gone",
    ];
    let entry = (any_entry(), 0..4_usize, 0..4_usize, 2025..2027_i32).prop_map(
        move |(mut entry, mechanism, origin, year)| {
            match &mut entry.body {
                Some(EntryBody::Review(one)) => one.period = "2026Q3".parse().unwrap(),
                Some(EntryBody::Reply(one)) => one.period = "2026Q3".parse().unwrap(),
                Some(EntryBody::Card(card)) => {
                    card.mechanism = mechanisms[mechanism].into();
                    card.year = year;
                    card.links = vec![id(600), id(601), id(602)];
                }
                Some(EntryBody::Rectification(one)) => {
                    one.origin = match origin {
                        0 => Origin::Signal("weak_signals".into(), "records".to_owned()),
                        1 => Origin::Indicator("VT3".into()),
                        2 => Origin::Indicator("ORG-01".into()),
                        _ => Origin::Review,
                    };
                }
                Some(EntryBody::Record(one)) => {
                    one.belongs_to_year = Some(year);
                    if origin == 0 {
                        one.of = RecordOf::Duty("OWN-1".into());
                    }
                }
                Some(EntryBody::Missed(_)) | None => {}
            }
            entry
        },
    );
    let pages = prop::collection::vec(
        (
            prop::collection::btree_map(600..606_u128, entry, 0..5),
            2025..2027_i32,
        ),
        0..3,
    );
    let own = prop::collection::btree_map(1..3_u8, "[一-十]{0,2}", 0..3);
    (any_assessment(), pages, own, 0..6_i64).prop_map(|(assessment, pages, own, changed_at)| {
        let mut organization = organization(1, "新坝村");
        organization.changed_at = changed_at;
        for (number, title) in own {
            let id = ItemId(format!("OWN-{number}"));
            organization.local.own_duties.insert(id, own_duty(&title));
        }
        let pages = pages
            .into_iter()
            .enumerate()
            .map(|(number, (entries, year))| LedgerPage {
                entries: entries
                    .into_iter()
                    .map(|(entry, content)| (id(entry + 10 * number as u128), content))
                    .collect(),
                year,
                ..page(20 + number as u128, id(1))
            });
        Device {
            organization,
            assessment,
            pages: pages.collect(),
        }
    })
}

/// Any choice of own parts.
fn some_of(parts: &SortedMap<OwnPart, usize>, chosen: u8) -> SortedSet<OwnPart> {
    let all = parts.keys().cloned().enumerate();
    all.filter(|(number, _)| chosen & (1 << number) != 0)
        .map(|(_, part)| part)
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn her_own_file_changes_nothing_on_her_device(device in any_device(), chosen in any::<u8>()) {
        let included = some_of(&device.own_parts(), chosen);
        let opened = open_text(&device.file(&included)).unwrap();
        let plan = plan::against(&device.documents(), &opened);
        for change in &plan.changes {
            prop_assert!(device.documents().contains(&change.document), "{:?}", change.key);
            // What a file says less of by a field of a later version or by a link is a difference.
            if let What::Merges(one) = &change.what {
                prop_assert_eq!((one.added, one.newer_there, one.removed), (0, 0, 0));
            }
        }
    }

    #[test]
    fn whatever_comes_back_nothing_that_was_left_out_is_lost(
        hers in any_device(),
        theirs in any_device(),
        chosen in any::<u8>(),
    ) {
        // Another device of hers or of somebody else, with any state of the same things.
        let included = some_of(&theirs.own_parts(), chosen);
        let opened = open_text(&theirs.file(&included)).unwrap();
        let here = after(&hers.documents(), &opened);
        let sent: BTreeSet<_> = opened.documents.iter().flat_map(names).collect();
        for name in hers.documents().iter().flat_map(names) {
            let stays = here.iter().flat_map(names).any(|one| one == name);
            prop_assert!(stays || sent.contains(&name), "{} is gone", name);
        }
        if !included.contains(&OwnPart::Notes) {
            let notes = |documents: &[Document]| -> Vec<String> {
                let all = documents.iter().filter_map(|document| match document {
                    Document::Assessment(one) => {
                        Some(one.answers.values().chain(one.retired.values()))
                    }
                    _ => None,
                });
                let notes = all.flatten().map(|answer| answer.note.clone());
                notes.filter(|note| !note.is_empty()).collect()
            };
            prop_assert_eq!(notes(&here), notes(&hers.documents()));
        }
        if !included.contains(&OwnPart::OwnDuties) {
            let duties = |documents: &[Document]| -> Vec<_> {
                let all = documents.iter().filter_map(|document| match document {
                    Document::Organization(one) => Some(one.local.own_duties.clone()),
                    _ => None,
                });
                all.collect()
            };
            prop_assert_eq!(duties(&here), duties(&hers.documents()));
        }
    }

    #[test]
    fn a_part_that_is_not_taken_in_is_not_there(device in any_device(), chosen in any::<u8>()) {
        let parts = device.own_parts();
        let included = some_of(&parts, chosen);
        let sent = device.for_others(&included);
        prop_assert_eq!(sent.own_parts(), &parts);
        let inventory = Inventory::of_period(&sent);
        let opened = open_text(&device.file(&included)).unwrap();
        prop_assert_eq!(&opened.issues, &[]);
        prop_assert_eq!(Inventory::of(&opened.documents), inventory.clone());
        if !included.contains(&OwnPart::Notes) {
            prop_assert_eq!(inventory.notes, 0);
        }
        if !included.contains(&OwnPart::OwnDuties) {
            prop_assert_eq!(inventory.own_duties, 0);
            prop_assert!(inventory.records.keys().all(|of| *of != RecordOf::Duty("OWN-1".into())));
        }
        if !included.contains(&OwnPart::Unknown) {
            prop_assert_eq!(inventory.unknown, 0);
        }
        for id in ["weak_signals", "admission_steps", "gone"].map(ItemId::from) {
            if !included.contains(&OwnPart::Mechanism(id.clone())) {
                prop_assert!(!inventory.cards.contains_key(&id));
            }
        }
    }
}

/// What there is in a document, by name: answers and entries.
fn names(document: &Document) -> Vec<String> {
    match document {
        Document::Assessment(one) => {
            let all = one.answers.keys().chain(one.retired.keys());
            all.map(ToString::to_string).collect()
        }
        Document::Ledger(one) => one.entries.keys().map(ToString::to_string).collect(),
        Document::Organization(one) => vec![one.id.to_string()],
        Document::Settings(_) | Document::Standard(_) => Vec::new(),
    }
}
