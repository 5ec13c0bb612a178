//! Generated documents to test with.
//!
//! Not here: fixed ones (`samples`).

use crate::samples::{NOW, VILLAGE, assessment, bodies, id, organization, page, unknown_fields};
use proptest::prelude::*;
use serde_json::Map;
use wuxing::assessment::{
    Answer, AnswerValue, Assessment, Evidence, Organization, Summary, Verdict, VetoAnswer,
};
use wuxing::exchange::{Document, Settings};
use wuxing::ledger::{Entry, EntryBody, FieldValue, Found, Given, LedgerPage};
use wuxing::period::Quarter;
use wuxing::standard::ItemId;

/// Any entry, with few texts and times, so that two of them meet.
pub fn any_entry() -> impl Strategy<Value = Entry> {
    let body =
        (0..bodies().len(), "[一-十a\"\\\\ ]{0,3}", 0..3_u32).prop_map(|(kind, text, number)| {
            let mut body = bodies().swap_remove(kind);
            match &mut body {
                EntryBody::Record(one) => {
                    one.line = text;
                    one.numbers.insert(Given::HalfHours, number);
                }
                EntryBody::Missed(one) => one.reason = text,
                EntryBody::Rectification(one) => one.problem = text,
                EntryBody::Review(one) => {
                    one.remark = text;
                    one.found = Some(Found::Points(number));
                }
                EntryBody::Reply(one) => one.text = text,
                EntryBody::Card(one) => {
                    one.values
                        .insert("demand".to_owned(), FieldValue::Text(text));
                    one.values
                        .insert("amount".to_owned(), FieldValue::Number(number));
                }
            }
            body
        });
    let changed_at = prop_oneof![0..6_i64, Just(NOW)];
    let extra = prop_oneof![4 => Just(Map::new()), 1 => Just(unknown_fields())];
    (prop::option::weighted(0.8, body), changed_at, extra).prop_map(|(body, changed_at, extra)| {
        Entry {
            body,
            changed_at,
            extra,
        }
    })
}

/// Any version of one page, over a few entries, so that two of them meet.
pub fn any_page() -> impl Strategy<Value = LedgerPage> {
    let entries = prop::collection::btree_map(600..606_u128, any_entry(), 0..5);
    (entries, 0..4_i64, any::<bool>(), 2025..2028_i32).prop_map(
        |(entries, begun, example, year)| LedgerPage {
            entries: entries
                .into_iter()
                .map(|(number, entry)| (id(number), entry))
                .collect(),
            created_at: begun,
            example,
            year,
            ..page(6, id(1))
        },
    )
}

/// Any answer to an item of the village pack, of the kind that the item asks for.
pub fn any_answer(item: &'static str) -> impl Strategy<Value = Answer> {
    let pack = &*VILLAGE;
    let item = ItemId::from(item);
    let value = if pack.indicator(&item).is_some() {
        prop_oneof![
            prop_oneof![
                Just(Verdict::Met),
                Just(Verdict::Partly),
                Just(Verdict::Unmet),
                Just(Verdict::NotApplicable),
            ]
            .prop_map(AnswerValue::Verdict),
            (0..40_u32, prop::option::of(0..40_u32))
                .prop_map(|(done, due)| AnswerValue::Count { done, due }),
        ]
        .boxed()
    } else if let Some((_, scored)) = pack.scored(&item) {
        let scores: Vec<u32> = scored.bands.iter().map(|band| band.score).collect();
        prop::sample::select(scores)
            .prop_map(AnswerValue::Band)
            .boxed()
    } else {
        prop_oneof![
            Just(VetoAnswer::Clear),
            Just(VetoAnswer::Present),
            Just(VetoAnswer::Unclear)
        ]
        .prop_map(AnswerValue::Veto)
        .boxed()
    };
    let changed_at = prop_oneof![0..6_i64, Just(NOW)];
    (
        prop::option::of(value),
        "[一-十a\"\\\\ ]{0,4}",
        prop::bool::ANY,
        changed_at,
        prop::option::weighted(0.3, 0..6_i64),
    )
        .prop_map(|(value, note, with_evidence, changed_at, as_of)| Answer {
            value,
            // A note is never younger than its answer, and of one that was left out nothing is
            // known.
            note_as_of: as_of.filter(|time| *time < changed_at),
            note: if as_of == Some(0) {
                String::new()
            } else {
                note
            },
            evidence: if with_evidence {
                vec![Evidence::default()]
            } else {
                Vec::new()
            },
            changed_at,
            ..Answer::default()
        })
}

/// Any assessment of one organisation and period, over a few items, so that two of them meet.
pub fn any_assessment() -> impl Strategy<Value = Assessment> {
    let one = |item: &'static str| {
        prop::option::of(any_answer(item)).prop_map(move |answer| (ItemId::from(item), answer))
    };
    let in_use = (
        one("ORG-01"),
        one("ORG-02"),
        one("ACT-01"),
        one("VA3"),
        one("VT1"),
    );
    let retired = prop::option::of(any_answer("ORG-01"));
    let summary = prop::option::of((".{0,8}", 0..4_i64));
    let summary =
        summary.prop_map(|one| one.map(|(text, changed_at)| Summary { changed_at, text }));
    (in_use, retired, summary, 0..4_i64, any::<bool>()).prop_map(
        |((a, b, c, d, e), retired, summary, begun, example)| {
            let answers = [a, b, c, d, e].into_iter();
            let answers = answers
                .filter_map(|(id, answer)| Some((id, answer?)))
                .collect();
            let retired = retired.map(|answer| (ItemId::from("OLD-1"), answer));
            Assessment {
                answers,
                retired: retired.into_iter().collect(),
                summary,
                example,
                created_at: begun,
                ..assessment(3, id(1), "2026Q3")
            }
        },
    )
}

/// Any workspace of up to three organisations, with a few assessments and pages each.
pub fn any_workspace() -> impl Strategy<Value = Vec<Document>> {
    let organizations = prop::collection::vec(("[一-十 ]{0,5}", 0..9_i64), 0..4);
    (
        organizations,
        prop::collection::vec((any_assessment(), 1..5_u8), 0..5),
        prop::collection::vec(any_page(), 0..4),
    )
        .prop_map(|(organizations, assessments, pages)| {
            let count = organizations.len() as u128;
            let mut documents: Vec<Document> = vec![Document::Settings(Settings::default())];
            for (number, (name, changed_at)) in organizations.into_iter().enumerate() {
                let one = organization(number as u128 + 1, &name);
                documents.push(Document::Organization(Organization { changed_at, ..one }));
            }
            for (number, (one, quarter)) in assessments.into_iter().enumerate() {
                // Each its own organisation and period, as in any workspace of this app.
                let Some(place) = (number as u128).checked_rem(count) else {
                    continue;
                };
                let year = 2026 + number as i32 / 4;
                documents.push(Document::Assessment(Assessment {
                    id: id(100 + number as u128),
                    organization: id(place + 1),
                    period: Quarter::new(year + number as i32, quarter.min(4)).unwrap(),
                    ..one
                }));
            }
            for (number, one) in pages.into_iter().enumerate() {
                let Some(place) = (number as u128).checked_rem(count) else {
                    continue;
                };
                documents.push(Document::Ledger(LedgerPage {
                    id: id(200 + number as u128),
                    organization: id(place + 1),
                    ..one
                }));
            }
            documents
        })
}
