//! The draft of the yearly report takes what was written on the card of the year (书记述评考) in the
//! place of what it would draft.

use crate::world::{example_village, item, organization, plain_material};
use uuid::Uuid;
use wuxing::app::material::Reach;
use wuxing::exchange::{Document, Language};
use wuxing::handout::statement::statement;
use wuxing::handout::{Block, Tone};
use wuxing::ledger::{Card, Entry, EntryBody, FieldValue, LedgerPage};
use wuxing::sorted_map::SortedMap;

/// What stands in bold in the draft, with these fields on the card of this year.
fn named(year: i32, values: &[(&str, &str)]) -> Vec<String> {
    let mut village = example_village();
    let values = values.iter().map(|(key, text)| {
        let value = FieldValue::Text((*text).to_owned());
        ((*key).to_owned(), value)
    });
    let card = Card {
        mechanism: item("annual_report"),
        year,
        title: String::new(),
        values: values.collect(),
        steps: SortedMap::default(),
        links: Vec::new(),
        closed_on: None,
    };
    let entry = Entry {
        body: Some(EntryBody::Card(card)),
        changed_at: 2,
        ..Entry::default()
    };
    village.put(Document::Ledger(LedgerPage {
        id: Uuid::from_u128(9_000),
        organization: organization(&village).id,
        year,
        entries: SortedMap::from([(Uuid::from_u128(9_001), entry)]),
        example: false,
        created_at: 1,
        extra: serde_json::Map::new(),
    }));
    let material = plain_material(&village, Reach::Year, Language::Chinese);
    let blocks = statement(&material).blocks.into_iter();
    let strong = blocks.filter_map(|block| match block {
        Block::Paragraph {
            text,
            tone: Tone::Strong,
        } => Some(text),
        _ => None,
    });
    strong.collect()
}

#[test]
fn what_was_written_stands_in_the_draft() {
    let written = [
        ("best", "修好村东头的桥\n群众少走三里路"),
        ("worst", "流动党员联系断过两个月"),
        ("next.1.matter", "集体经济"),
        ("next.1.goal", "过百万"),
        ("next.2.matter", "支部活动阵地"),
    ];
    let expected = [
        "修好村东头的桥\n群众少走三里路",
        "流动党员联系断过两个月",
        "1. 集体经济 · 过百万",
        "2. 支部活动阵地",
        "3. ",
    ];
    assert_eq!(named(2026, &written), expected);
    // That of another year says nothing of this one.
    let drafted = named(2026, &[]);
    assert_eq!(named(2025, &written), drafted);
    assert!(drafted[0].starts_with("创建"), "{drafted:?}");
}
