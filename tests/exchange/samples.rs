//! Documents to test with.
//!
//! Not here: generated ones (`generated`).

use serde_json::{Map, Value, json};
use std::sync::LazyLock;
use uuid::Uuid;
use wuxing::assessment::{
    Answer, AnswerValue, Assessment, Evidence, Organization, PackReference, Verdict, VetoAnswer,
};
use wuxing::exchange::for_others::{ForOthers, OwnPart, OwnPeriod};
use wuxing::exchange::{Document, ExportError, Settings, StoredStandard, export};
use wuxing::ledger::{
    Card, Entry, EntryBody, FieldValue, Found, Given, LedgerPage, Missed, Record, RecordOf, Reply,
    Review, StepMark,
};
use wuxing::rectification::{Origin, Rectification};
use wuxing::sorted_map::SortedMap;
use wuxing::standard::{self, Facts, ItemId, OrganizationType, StandardPack};

/// The present instant of the tests: 2026-11-21T08:15:30.123Z.
pub const NOW: i64 = 1_795_248_930_123;

/// An id with this number in it.
pub fn id(number: u128) -> Uuid {
    Uuid::from_u128(0x0190_163d_8694_739b_aea5_0000_0000_0000 + number)
}

/// Put together once; generated cases ask for it thousands of times.
pub static VILLAGE: LazyLock<StandardPack> =
    LazyLock::new(|| standard::built_in(OrganizationType::Village).unwrap());
static VILLAGE_REFERENCE: LazyLock<PackReference> = LazyLock::new(|| reference(&VILLAGE));

pub fn village_pack() -> StandardPack {
    VILLAGE.clone()
}

/// A pack that is not built in.
pub fn own_pack() -> StandardPack {
    let mut pack = village_pack();
    pack.id = "local.village".to_owned();
    pack.version = "1".to_owned();
    pack
}

pub fn reference(pack: &StandardPack) -> PackReference {
    PackReference {
        id: pack.id.clone(),
        version: pack.version.clone(),
        hash: standard::hash(pack).unwrap(),
    }
}

pub fn organization(number: u128, name: &str) -> Organization {
    Organization {
        id: id(number),
        name: name.to_owned(),
        organization_type: OrganizationType::Village,
        facts: Facts {
            full_members: Some(23),
            members: Some(25),
            ..Facts::default()
        },
        term_end: Some("2028-06-30".parse().unwrap()),
        pack: None,
        local: Default::default(),
        example: false,
        created_at: NOW - 1_000_000,
        changed_at: NOW - 500_000,
        extra: Map::new(),
    }
}

pub fn assessment(number: u128, organization: Uuid, period: &str) -> Assessment {
    let note = Answer {
        note: "两委会议 3 次\n\"见记录本\"".to_owned(),
        evidence: vec![Evidence {
            name: "会议记录".to_owned(),
            place: "档案柜 2 层".to_owned(),
            date: Some("2026-09-12".parse().unwrap()),
        }],
        ..Answer::of(AnswerValue::Verdict(Verdict::Met), NOW - 4_000)
    };
    let answers = [
        ("ORG-01", note),
        (
            "ACT-01",
            Answer::of(
                AnswerValue::Count {
                    done: 2,
                    due: Some(3),
                },
                NOW - 3_000,
            ),
        ),
        (
            "VA3",
            Answer::of(AnswerValue::Band(band_of("VA3")), NOW - 2_000),
        ),
        (
            "VT1",
            Answer::of(AnswerValue::Veto(VetoAnswer::Clear), NOW - 1_000),
        ),
        (
            "SYS-02",
            Answer {
                changed_at: NOW - 500,
                ..Answer::default()
            },
        ),
    ];
    Assessment {
        id: id(number),
        organization,
        period: period.parse().unwrap(),
        pack: VILLAGE_REFERENCE.clone(),
        answers: answers
            .into_iter()
            .map(|(id, answer)| (ItemId::from(id), answer))
            .collect(),
        retired: Default::default(),
        summary: None,
        example: false,
        created_at: NOW - 900_000,
        extra: Map::new(),
    }
}

/// The best band of a scored indicator of the village pack.
pub fn band_of(item: &str) -> u32 {
    VILLAGE.scored(&item.into()).unwrap().1.bands[0].score
}

/// One of each kind, with fields that this build does not know.
pub fn workspace() -> Vec<Document> {
    let settings = Settings {
        current_organization: Some(id(1)),
        elder: true,
        last_export_made_at: Some(NOW - 7),
        changed_at: NOW - 6,
        extra: unknown_fields(),
        ..Settings::default()
    };
    let pack = own_pack();
    let mut other = assessment(4, id(2), "2026Q2");
    other.pack = reference(&pack);
    other.retired.insert(
        "OLD-1".into(),
        Answer::of(AnswerValue::Verdict(Verdict::Unmet), 5),
    );
    other.extra = unknown_fields();
    let mut second = organization(2, "新坝村第二支部");
    second.pack = Some(pack.id.clone());
    second.extra = unknown_fields();
    second.local.switched.insert("ORG-05".into(), false);
    let day = "2026-11-28".parse().unwrap();
    second.local.duties_since.insert("D-KM".into(), day);
    second.local.duties_off_since.insert("D-GM".into(), day);
    vec![
        Document::Settings(settings),
        Document::Organization(organization(1, "平潮镇新坝村党总支")),
        Document::Organization(second),
        Document::Assessment(assessment(3, id(1), "2026Q3")),
        Document::Assessment(other),
        Document::Ledger(page(6, id(1))),
        Document::Ledger(page(7, id(1))),
        Document::Ledger(LedgerPage {
            extra: unknown_fields(),
            year: 2025,
            ..page(8, id(2))
        }),
        Document::Standard(StoredStandard {
            id: id(5),
            pack,
            added_at: NOW - 8,
            draft: None,
            unpublished: false,
            extra: unknown_fields(),
        }),
    ]
}

/// A file with one period in which nothing is left out as hers alone.
pub fn period_file(
    organization: &Organization,
    assessment: &Assessment,
    pages: &[&LedgerPage],
    pack: Option<&StandardPack>,
) -> Result<String, ExportError> {
    let period = OwnPeriod {
        organization,
        assessment,
        pages: pages.to_vec(),
        pack: Some(pack.unwrap_or(&VILLAGE)),
        carried: pack,
    };
    let own = ForOthers::of(&period, &Default::default());
    let always = [OwnPart::Notes, OwnPart::OwnDuties];
    let everything = own.own_parts().keys().cloned().chain(always).collect();
    export::for_others(&ForOthers::of(&period, &everything), NOW, "0.1.0")
}

/// The bodies of entries, one of each kind, with something in every field.
pub fn bodies() -> Vec<EntryBody> {
    let day = |text: &str| text.parse().unwrap();
    let record = Record {
        of: RecordOf::Kind("R-GM".into()),
        held_on: day("2026-01-12"),
        belongs_to_year: Some(2025),
        numbers: SortedMap::from([(Given::Eligible, 32), (Given::Present, 28)]),
        line: "学习全会精神，\n讨论\"两委\"补选".to_owned(),
        place: "档案柜 2 层".to_owned(),
    };
    let missed = Missed {
        duty: "D-GM".into(),
        span: "2026-02".parse().unwrap(),
        reason: "春节期间多数党员外出".to_owned(),
    };
    let rectification = Rectification {
        who: "组织委员".to_owned(),
        until: Some(day("2026-09-30")),
        measure: "补齐记录".to_owned(),
        result: "已补".to_owned(),
        assigned_on: Some(day("2026-07-05")),
        resolved_on: Some(day("2026-08-01")),
        closed_on: Some(day("2026-08-02")),
        ..Rectification::found(
            Origin::Signal("weak_signals".into(), "records".to_owned()),
            "记录不全".to_owned(),
            day("2026-07-01"),
        )
    };
    let values = [
        ("demand", FieldValue::Text("路灯".to_owned())),
        ("amount", FieldValue::Number(3_000_000)),
        ("by", FieldValue::Date(day("2026-05-01"))),
        ("listed", FieldValue::Checked(true)),
        ("level", FieldValue::Choice("branch".to_owned())),
    ];
    let step = StepMark {
        on: vec![day("2026-03-01"), day("2026-06-01")],
        line: "党支部会".to_owned(),
    };
    let card = Card {
        mechanism: "inventories".into(),
        year: 2026,
        title: "甲".to_owned(),
        values: values
            .into_iter()
            .map(|(key, value)| (key.to_owned(), value))
            .collect(),
        steps: SortedMap::from([("proposed".to_owned(), step)]),
        links: vec![id(601)],
        closed_on: Some(day("2026-12-01")),
    };
    let review = Review {
        found: Some(Found::Partly),
        remark: "记录缺两次".to_owned(),
        order: "补齐记录".to_owned(),
        until: Some(day("2026-10-31")),
        closed_on: Some(day("2026-10-20")),
        by: "镇党委组织办".to_owned(),
        ..Review::begun("2026Q3".parse().unwrap(), Some("ORG-01".into()))
    };
    let reply = Reply {
        accepted: true,
        text: "已补".to_owned(),
        rectification: Some(id(603)),
        ..Reply::to(id(605), &review)
    };
    vec![
        EntryBody::Record(record.clone()),
        EntryBody::Record(Record {
            of: RecordOf::Duty("D-TICK".into()),
            ..record
        }),
        EntryBody::Missed(missed),
        EntryBody::Rectification(rectification),
        EntryBody::Card(card),
        EntryBody::Review(review),
        EntryBody::Reply(reply),
    ]
}

/// A page with an entry of each kind, one that was taken out, and fields of a later build.
pub fn page(number: u128, organization: Uuid) -> LedgerPage {
    let mut entries = SortedMap::new();
    for (index, body) in bodies().into_iter().enumerate() {
        let entry = Entry {
            body: Some(body),
            changed_at: NOW - 100 + index as i64,
            extra: Map::new(),
        };
        entries.insert(id(100 * number + index as u128), entry);
    }
    let taken_out = Entry {
        changed_at: NOW - 50,
        ..Entry::default()
    };
    let later = Entry {
        extra: unknown_fields(),
        ..taken_out.clone()
    };
    entries.insert(id(100 * number + 50), taken_out);
    entries.insert(id(100 * number + 51), later);
    LedgerPage {
        id: id(number),
        organization,
        year: 2026,
        entries,
        example: false,
        created_at: NOW - 800_000,
        extra: Map::new(),
    }
}

pub fn unknown_fields() -> Map<String, Value> {
    let fields = json!({"later": {"deep": [1, "二", null, true]}, "z": -5});
    fields.as_object().cloned().unwrap_or_default()
}
