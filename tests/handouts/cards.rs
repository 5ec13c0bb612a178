//! What stands on cards, on paper: the rows of a list keep their columns, so that a roster or a
//! list for the wall is a table and no paragraph.

use crate::shown::shown;
use crate::world::{example_village, item, organization, plain_material};
use uuid::Uuid;
use wuxing::app::material::Reach;
use wuxing::app::workspace::Workspace;
use wuxing::exchange::{Document, Language};
use wuxing::handout::book::{BookPart, book};
use wuxing::handout::rectification_list::rectification_list;
use wuxing::ledger::{Card, Entry, EntryBody, FieldValue, LedgerPage};
use wuxing::rectification::{Origin, Rectification};
use wuxing::sorted_map::SortedMap;

const CARD: Uuid = Uuid::from_u128(9_001);

/// A card of a mechanism with what was written on it.
fn card(mechanism: &str, title: &str, values: &[(&str, FieldValue)]) -> Card {
    let values = values.iter();
    let values = values.map(|(key, value)| ((*key).to_owned(), value.clone()));
    Card {
        mechanism: item(mechanism),
        year: 2026,
        title: title.to_owned(),
        values: values.collect(),
        steps: SortedMap::default(),
        links: Vec::new(),
        closed_on: None,
    }
}

/// The example village with these entries besides its own.
fn village_with(entries: Vec<(Uuid, EntryBody)>) -> Workspace {
    let mut village = example_village();
    let entry = |(id, body)| {
        let entry = Entry {
            body: Some(body),
            changed_at: 2,
            ..Entry::default()
        };
        (id, entry)
    };
    village.put(Document::Ledger(LedgerPage {
        id: Uuid::from_u128(9_000),
        organization: organization(&village).id,
        year: 2026,
        entries: entries.into_iter().map(entry).collect(),
        example: false,
        created_at: 1,
        extra: serde_json::Map::new(),
    }));
    village
}

/// The sheet of one card.
fn sheet_of(card: Card) -> String {
    let village = village_with(vec![(CARD, EntryBody::Card(card))]);
    let material = plain_material(&village, Reach::Year, Language::Chinese);
    shown(&book(&material, Some(&BookPart::Card(CARD))))
}

/// What stands on the sheet of one card of a mechanism.
fn on_paper(mechanism: &str, title: &str, values: &[(&str, FieldValue)]) -> String {
    sheet_of(card(mechanism, title, values))
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

/// A roster that is used no more said on paper that it was settled, as if it were a matter.
#[test]
fn what_is_kept_up_is_not_said_to_be_settled() {
    fn check(mechanism: &str, expected: &str) {
        let mut closed = card(mechanism, "甲", &[]);
        closed.closed_on = Some("2026-08-01".parse().unwrap());
        let sheet = sheet_of(closed);
        assert!(sheet.contains(expected), "{mechanism}: {sheet}");
    }

    check("appeals", "甲（2026 年 8 月 1 日办结）");
    check("paired_units", "甲（2026 年 8 月 1 日起不再用）");
}

/// What came of a card is listed under the name of its mechanism; a card for the user's own eyes
/// is not named.
#[test]
fn a_rectification_names_where_it_comes_from() {
    fn check(mechanism: &str, expected: &str) {
        let id = Uuid::from_u128(9_002);
        let mut behind = card(mechanism, "甲", &[("found.1.problem", text("路灯少"))]);
        behind.note_rectification("found", "1", id);
        let day = "2026-11-20".parse().unwrap();
        let one = Rectification::found(Origin::Review, "路灯少".to_owned(), day);
        let village = village_with(vec![
            (CARD, EntryBody::Card(behind)),
            (id, EntryBody::Rectification(one)),
        ]);
        let material = plain_material(&village, Reach::Year, Language::Chinese);
        let list = shown(&rectification_list(&material));
        let expected = format!("| 路灯少 | {expected} |");
        assert!(list.contains(&expected), "{mechanism}: {list}");
    }

    check("quarterly_walk", "季度巡查观摩");
    check("property_note", "评议意见");
}
