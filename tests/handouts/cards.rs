//! What stands on cards, on paper: the rows of a list keep their columns, so that a roster or a
//! list for the wall is a table and no paragraph.

use crate::shown::shown;
use crate::world::{example_village, item, organization, plain_material};
use uuid::Uuid;
use wuxing::app::material::Reach;
use wuxing::exchange::{Document, Language};
use wuxing::handout::book::{BookPart, book};
use wuxing::ledger::{Card, Entry, EntryBody, FieldValue, LedgerPage};
use wuxing::sorted_map::SortedMap;

const CARD: Uuid = Uuid::from_u128(9_001);

/// What stands on the sheet of one card of a mechanism.
fn on_paper(mechanism: &str, title: &str, values: &[(&str, FieldValue)]) -> String {
    let mut village = example_village();
    let values = values.iter();
    let values = values.map(|(key, value)| ((*key).to_owned(), value.clone()));
    let card = Card {
        mechanism: item(mechanism),
        year: 2026,
        title: title.to_owned(),
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
        year: 2026,
        entries: SortedMap::from([(CARD, entry)]),
        example: false,
        created_at: 1,
        extra: serde_json::Map::new(),
    }));
    let material = plain_material(&village, Reach::Year, Language::Chinese);
    shown(&book(&material, Some(&BookPart::Card(CARD))))
}

fn text(text: &str) -> FieldValue {
    FieldValue::Text(text.to_owned())
}

#[test]
fn a_roster_is_a_table_with_its_columns() {
    let values = [
        ("units.1.unit", text("门诊党支部")),
        ("units.1.kind", FieldValue::Choice("office".to_owned())),
        ("units.1.party", text("每季一次联合主题党日")),
        ("units.2.unit", text("供电所")),
        ("units.2.service", text("换路灯")),
    ];
    let expected = "\
## 结对单位
Strong: 老街片
| 序号 | 单位 | 哪一类 | 共抓基层党建 | 共建议事机制 | 共推基层治理 | 共做精准服务
| 1 | 门诊党支部 | 机关事业 | 每季一次联合主题党日 |";
    let sheet = on_paper("paired_units", "老街片", &values);
    assert!(sheet.contains(expected), "{sheet}");
    assert!(
        sheet.contains("| 2 | 供电所 |  |  |  |  | 换路灯"),
        "{sheet}"
    );
}

#[test]
fn fixed_rows_have_their_names_and_sums_stand_below() {
    let values = [
        ("sources.public.planned", FieldValue::Number(20_000)),
        ("sources.dues.received", FieldValue::Number(3_000)),
        ("service_fund", FieldValue::Number(5_000)),
    ];
    let sheet = on_paper("money", "", &values);
    assert!(sheet.contains("| 财政投入 | 20000 |"), "{sheet}");
    assert!(sheet.contains("| 党费补助 |  | 3000 |"), "{sheet}");
    assert!(sheet.contains("Σ 计划合计 20000"), "{sheet}");
    // A source of which nothing is known is no row.
    assert!(!sheet.contains("社会支持"), "{sheet}");
}

/// The timetable of an election went out without the days that it is about.
#[test]
fn an_election_says_when_the_term_ends() {
    let sheet = on_paper("election", "换届", &[("seats", FieldValue::Number(5))]);
    assert!(sheet.contains("届满日："), "{sheet}");
    assert!(sheet.contains("提前 12 个月："), "{sheet}");
}
