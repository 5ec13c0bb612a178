//! The example village and a busy one, with what their handouts are made of.

use uuid::Uuid;
use wuxing::app::material::{Reach, material};
use wuxing::app::workspace::Workspace;
use wuxing::app::{example, example_files, example_matters};
use wuxing::assessment::Organization;
use wuxing::duty::RecordingSince;
use wuxing::exchange::Language;
use wuxing::exchange::for_others::OwnPart;
use wuxing::handout::Material;
use wuxing::ledger::{Entry, EntryBody, Given, LedgerPage, Record, RecordOf};
use wuxing::period::CivilDate;
use wuxing::rectification::{Origin, Rectification};
use wuxing::sorted_map::SortedMap;
use wuxing::sorted_set::SortedSet;
use wuxing::standard::{ItemId, built_in};

/// The day on which handouts are made here.
pub const TODAY: &str = "2026-11-27";

pub fn today() -> CivilDate {
    TODAY.parse().unwrap()
}

/// The example village in its fourth quarter.
pub fn example_village() -> Workspace {
    let mut last = 0;
    let mut new_id = || {
        last += 1;
        Uuid::from_u128(last)
    };
    let (village, quarter) = (example_files::village(), today().quarter());
    let bare = example::documents(village, quarter, 1, &mut new_id).unwrap();
    let documents = example_matters::added_to(bare, village, today(), 1, &mut new_id);
    let mut all = Workspace::default();
    documents.into_iter().for_each(|one| all.put(one));
    all
}

/// The example village in a year in which much is going on: every kind of record every week, and
/// thirty problems, some of them with long texts.
pub fn busy_village() -> Workspace {
    let mut all = example_village();
    let organization = organization(&all).id;
    let pack = built_in(organization_of(&all).organization_type).unwrap();
    let mut entries = SortedMap::new();
    let mut number = 10_000_u128;
    let mut put = |body| {
        number += 1;
        let entry = Entry {
            body: Some(body),
            changed_at: 2,
            ..Entry::default()
        };
        entries.insert(Uuid::from_u128(number), entry);
    };
    for kind in &pack.checklist.records {
        for week in 0..40_i32 {
            let mut numbers = SortedMap::new();
            for asked in &kind.asks {
                numbers.insert(Given::from(*asked), 40);
            }
            put(EntryBody::Record(Record {
                numbers,
                line: "讨论<产业>项目 & 通过了=SUM(A1)的方案".to_owned(),
                place: "2 号柜第 1 层".to_owned(),
                ..Record::new(
                    RecordOf::Kind(kind.id.clone()),
                    CivilDate::new(2026, 1, 5).unwrap().days_later(week * 7),
                )
            }));
        }
    }
    for week in 0..30_i32 {
        let found = CivilDate::new(2026, 2, 1).unwrap().days_later(week * 7);
        let mut one = Rectification::found(Origin::Other, "问题说明".repeat(8), found);
        one.who = "组织委员".to_owned();
        one.until = Some(found.days_later(30));
        one.measure = "整改措施写得比较长".repeat(4);
        one.assigned_on = Some(found);
        if week % 3 == 0 {
            one.resolved_on = Some(found.days_later(10));
            one.closed_on = Some(found.days_later(12));
        }
        put(EntryBody::Rectification(one));
    }
    let page = LedgerPage {
        id: Uuid::from_u128(9_999),
        organization,
        year: 2026,
        entries,
        example: true,
        created_at: 1,
        extra: Default::default(),
    };
    all.ledgers.insert(page.id, page);
    all
}

pub fn organization(all: &Workspace) -> &Organization {
    all.organizations.values().next().unwrap()
}

fn organization_of(all: &Workspace) -> &Organization {
    organization(all)
}

/// What handouts of the latest period are made of.
pub fn material_of(all: &Workspace, reach: Reach, included: &SortedSet<OwnPart>) -> Material {
    let period = all.assessments_of(organization(all).id)[0].id;
    let since = RecordingSince("2026-01-01".parse().unwrap());
    material(all, period, reach, included, today(), since).unwrap()
}

/// The same without anything for the user's eyes alone, in a language.
pub fn plain_material(all: &Workspace, reach: Reach, language: Language) -> Material {
    Material {
        language,
        ..material_of(all, reach, &SortedSet::default())
    }
}

/// An id of an item.
pub fn item(id: &str) -> ItemId {
    ItemId::from(id)
}
