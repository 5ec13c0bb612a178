//! A device with something of everything that is for the eyes of the user alone, to hand out from.

use crate::samples::{NOW, assessment, id, organization, page, village_pack};
use serde_json::Map;
use std::sync::LazyLock;
use uuid::Uuid;
use wuxing::assessment::{
    Answer, AnswerValue, Assessment, Organization, OwnDuty, Verdict, VetoAnswer,
};
use wuxing::exchange::for_others::{ForOthers, OwnPart, OwnPeriod};
use wuxing::exchange::{Document, Opened, export, plan};
use wuxing::ledger::{Card, Entry, EntryBody, LedgerPage, Missed, Record, RecordOf};
use wuxing::period::Frequency;
use wuxing::rectification::{Origin, Rectification};
use wuxing::sorted_map::SortedMap;
use wuxing::sorted_set::SortedSet;
use wuxing::standard::{ItemId, Role, StandardPack};

pub static VILLAGE: LazyLock<StandardPack> = LazyLock::new(village_pack);

/// Everything of one organisation, and which period of it goes out.
#[derive(Clone, Debug)]
pub struct Device {
    pub organization: Organization,
    pub assessment: Assessment,
    pub pages: Vec<LedgerPage>,
}

impl Device {
    pub fn for_others(&self, included: &SortedSet<OwnPart>) -> ForOthers {
        let period = OwnPeriod {
            organization: &self.organization,
            assessment: &self.assessment,
            pages: self.pages.iter().collect(),
            pack: Some(&VILLAGE),
            carried: None,
        };
        ForOthers::of(&period, included)
    }

    pub fn file(&self, included: &SortedSet<OwnPart>) -> String {
        export::for_others(&self.for_others(included), NOW, "0.1.0").unwrap()
    }

    pub fn own_parts(&self) -> SortedMap<OwnPart, usize> {
        self.for_others(&SortedSet::default()).own_parts().clone()
    }

    pub fn documents(&self) -> Vec<Document> {
        let own = [
            Document::Organization(self.organization.clone()),
            Document::Assessment(self.assessment.clone()),
        ];
        let pages = self.pages.iter().cloned().map(Document::Ledger);
        own.into_iter().chain(pages).collect()
    }

    pub fn put(&mut self, number: u128, body: EntryBody) {
        let entry = Entry {
            body: Some(body),
            changed_at: NOW,
            ..Entry::default()
        };
        self.pages[0].entries.insert(entry_id(number), entry);
    }
}

/// The documents of a device after it took a file over.
pub fn after(existing: &[Document], opened: &Opened) -> Vec<Document> {
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

pub fn empty_device() -> Device {
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
pub fn entry_id(number: u128) -> Uuid {
    id(300 + number)
}

pub fn card(mechanism: &str, title: &str) -> EntryBody {
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

pub fn problem(origin: Origin, problem: &str) -> EntryBody {
    let day = "2026-07-01".parse().unwrap();
    EntryBody::Rectification(Rectification::found(origin, problem.to_owned(), day))
}

pub fn record(of: RecordOf, day: &str, line: &str) -> EntryBody {
    EntryBody::Record(Record {
        line: line.to_owned(),
        ..Record::new(of, day.parse().unwrap())
    })
}

pub fn own_duty(title: &str) -> OwnDuty {
    OwnDuty {
        title: title.to_owned(),
        goal: String::new(),
        measure: String::new(),
        milestone: String::new(),
        role: Role::Secretary,
        frequency: Frequency::Quarter,
        since: None,
    }
}

/// One of each own part, each with a word of its own, and the rest of a village.
pub fn device() -> Device {
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
pub fn secrets() -> Vec<(OwnPart, usize, Vec<&'static str>)> {
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
