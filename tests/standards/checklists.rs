//! The duties and records of the checklists: each type has its own, short at first, and says
//! nothing twice.
//!
//! Not here: mechanisms, presence and votes (`mechanisms`).

use super::{pack, packs};
use std::collections::BTreeSet;
use wuxing::duty::duty_of;
use wuxing::period::Frequency;
use wuxing::sorted_map::SortedMap;
use wuxing::standard::{
    AnswerKind, Asked, Certainty, Condition, Duty, Fact, Fulfilment, ItemId, OrganizationType,
    StandardPack,
};

fn duty<'a>(pack: &'a StandardPack, id: &str) -> &'a Duty {
    let found = pack.checklist.duties.iter().find(|one| one.id.0 == id);
    found.unwrap()
}

#[test]
fn each_type_has_its_own_list_and_begins_with_few_duties() {
    fn check(organization: OrganizationType, own: &str, levels: [&str; 3]) {
        let pack = pack(organization);
        let on: Vec<&str> = pack
            .checklist
            .duties
            .iter()
            .filter(|one| one.enabled)
            .map(|one| one.id.0.as_str())
            .collect();
        assert!((8..=14).contains(&on.len()), "{organization:?} {on:?}");
        let common = "D-REPORT D-WALK D-PLAN D-LECTURE D-THEME D-ELECT D-DUES D-GM D-CM D-LIFE \
            D-REVIEW";
        let common: Vec<&str> = common.split_whitespace().collect();
        assert!(common.iter().all(|id| on.contains(id)), "{on:?}");
        let rest: Vec<&str> = on.into_iter().filter(|id| !common.contains(id)).collect();
        assert_eq!(rest.join(" "), own, "{organization:?}");
        let titles = pack
            .checklist
            .levels
            .iter()
            .map(|one| one.title.zh.as_str());
        assert_eq!(titles.collect::<Vec<_>>(), levels);
        assert!(pack.checklist.levels.iter().any(|one| one.key == "branch"));
    }

    check(
        OrganizationType::Village,
        "D-WINTER D-V-OPEN D-V-4Y",
        ["镇（街道）党（工）委", "村党组织", "网格党支部、二级支部"],
    );
    check(
        OrganizationType::Community,
        "D-C-COUNCIL D-C-LISTS D-C-ACTION",
        ["街道（镇）党（工）委", "社区党组织", "网格、楼栋党支部"],
    );
    check(
        OrganizationType::Office,
        "GP5 GB6 GB7",
        ["党组", "机关党委", "党支部"],
    );
    check(
        OrganizationType::StateEnterprise,
        "D-S-STUDY D-S-MATTERS",
        ["公司党委", "部门党总支", "班组党支部"],
    );
    check(
        OrganizationType::Institution,
        "D-P-ETHICS D-P-MATTERS",
        ["校（院）党委", "党总支", "年级组、科室党支部"],
    );
    check(
        OrganizationType::PrivateFirm,
        "D-N-TALK D-N-WORK",
        ["上级党（工）委", "企业党委、党总支", "企业党支部"],
    );
    check(
        OrganizationType::SocialOrganization,
        "D-O-HONEST",
        [
            "主管单位和属地党组织",
            "社会组织党委、党总支",
            "社会组织党支部",
        ],
    );
    let whole: BTreeSet<Vec<ItemId>> = packs()
        .iter()
        .map(|pack| {
            pack.checklist
                .duties
                .iter()
                .map(|one| one.id.clone())
                .collect()
        })
        .collect();
    assert_eq!(whole.len(), 7);
}

#[test]
fn the_ten_categories_and_x() {
    for pack in packs() {
        let list = &pack.checklist;
        let keys: Vec<&str> = list.categories.iter().map(|one| one.key.as_str()).collect();
        assert_eq!(keys.join(" "), "1 2 3 4 5 6 7 8 9 10 x");
        let sourced: Vec<&str> = list
            .categories
            .iter()
            .filter(|one| one.certainty == Certainty::SourceDocument)
            .map(|one| one.key.as_str())
            .collect();
        assert_eq!(sourced, ["1", "2", "3", "x"]);
        for key in keys {
            let of = list.duties.iter().filter(|one| one.category == key);
            assert!(of.count() >= 2, "{} {key}", pack.id);
        }
        for level in &list.levels {
            let mut of = list.duties.iter().filter(|one| one.level == level.key);
            assert!(of.next().is_some(), "{} {}", pack.id, level.key);
        }
    }
    // The lists of the leading group, the committee and the branch of an office.
    let office = pack(OrganizationType::Office);
    let begins = |with: &str| {
        let ids = office.checklist.duties.iter().map(|one| &one.id.0);
        ids.filter(|id| id.starts_with(with)).count()
    };
    assert_eq!([begins("GP"), begins("GJ"), begins("GB")], [8, 9, 2]);
}

#[test]
fn what_a_title_may_be() {
    for pack in packs() {
        let mut titles = BTreeSet::new();
        for duty in &pack.checklist.duties {
            let title = &duty.title.zh;
            assert!(title.chars().count() <= 20, "{} {title}", pack.id);
            assert!(titles.insert(title), "{} {title}", pack.id);
        }
        let mut texts = BTreeSet::new();
        for duty in &pack.checklist.duties {
            for text in [&duty.goal.zh, &duty.measure.zh] {
                assert!(texts.insert(text), "{} {text}", pack.id);
            }
        }
    }
}

/// Neither what the checklist says nor the documents that it cites puts a label on anybody, ranks,
/// gives points or has anybody check in; and nothing asks for a name or a number of identity.
#[test]
fn words_that_the_checklist_does_not_use() {
    for pack in packs() {
        let list = &pack.checklist;
        let text = serde_json::to_string(list).unwrap();
        for word in ["软弱涣散", "排名", "积分", "打卡", "身份证", "手机号"] {
            assert!(!text.contains(word), "{} {word}", pack.id);
        }
        for rule in &pack.rules {
            if text.contains(&format!("\"{}\"", rule.id)) {
                assert!(!rule.document.contains("软弱涣散"), "{}", rule.id);
            }
        }
        for field in list.mechanisms.iter().flat_map(|one| &one.fields) {
            let label = &field.label.zh;
            assert!(
                !label.contains("姓名") && !label.contains("电话"),
                "{label}"
            );
        }
    }
}

/// What fills an indicator also does a duty as often, and where the one does not apply, neither
/// does the other: a meeting is written down once.
#[test]
fn a_duty_and_the_indicator_that_counts_the_same_agree() {
    for pack in packs() {
        let counted = pack.indicators().filter(|one| !one.answer.is_verdict());
        for indicator in counted {
            let duty = duty_of(indicator, &pack.checklist);
            let duty = duty.unwrap_or_else(|| panic!("nothing fills {}", indicator.id));
            assert!(matches!(&duty.done_by, Fulfilment::Records(kinds) if kinds.len() == 1));
            assert_eq!(duty.frequency, indicator.frequency, "{}", indicator.id);
            assert_eq!(
                duty.not_applicable_when, indicator.not_applicable_when,
                "{}",
                indicator.id
            );
            let times = AnswerKind::Count { times: duty.times };
            assert_eq!(indicator.answer, times, "{}", indicator.id);
        }
    }
}

/// 「开好党员大会」, 「党员大会每季开」 and 「党员大会」 were one thing under three names.
#[test]
fn one_thing_has_one_name() {
    for pack in packs() {
        let counted = pack.indicators().filter(|one| !one.answer.is_verdict());
        for indicator in counted {
            let duty = duty_of(indicator, &pack.checklist).unwrap();
            let Fulfilment::Records(kinds) = &duty.done_by else {
                panic!("{} is not recorded", duty.id);
            };
            let kind = pack.checklist.record_kind(&kinds[0]).unwrap();
            let names = [&indicator.title.zh, &duty.title.zh, &kind.title.zh];
            assert_eq!(names, [names[0]; 3], "{} {}", pack.id, indicator.id);
        }
    }
}

/// What is said of the time agrees with the time: the report of the year ends on the same day
/// wherever it stands, and what is due in each half of the year has something to do in each.
#[test]
fn milestones_agree_with_windows_and_frequencies() {
    for pack in packs() {
        for duty in &pack.checklist.duties {
            let says = &duty.milestone.zh;
            if duty.window.is_some_and(|window| window.to == 13) {
                assert!(says.contains("次年 1 月底"), "{} {says}", duty.id);
            }
            let holidays = says.contains("春节") || says.contains("“七一”");
            if duty.frequency == Frequency::HalfYear && holidays {
                assert!(says.contains("下半年"), "{} {says}", duty.id);
            }
        }
    }
}

#[test]
fn one_kind_of_records_for_one_fact() {
    for pack in packs() {
        let list = &pack.checklist;
        let mut does: SortedMap<&ItemId, Vec<&ItemId>> = SortedMap::new();
        let mut hours = BTreeSet::new();
        for duty in &list.duties {
            match &duty.done_by {
                Fulfilment::Records(kinds) => kinds
                    .iter()
                    .for_each(|kind| does.entry(kind).or_default().push(&duty.id)),
                Fulfilment::Hours { of, .. } => hours.extend(of),
                Fulfilment::Tick | Fulfilment::Cards(_) => {}
            }
        }
        // Two duties that one kind of records does would be one fact said twice.
        for (kind, duties) in &does {
            assert_eq!(duties.len(), 1, "{} {kind} {duties:?}", pack.id);
        }
        for kind in &list.records {
            let used = does.contains_key(&kind.id) || hours.contains(&kind.id);
            assert!(used, "{} {}", pack.id, kind.id);
            let asks_hours = kind.asks.contains(&Asked::Hours);
            assert_eq!(asks_hours, hours.contains(&kind.id), "{}", kind.id);
        }
        // What is still due in the new year is recorded there for the old one.
        for duty in &list.duties {
            let Fulfilment::Records(kinds) = &duty.done_by else {
                continue;
            };
            let late = duty.window.is_some_and(|window| window.to > 12);
            for kind in list.records.iter().filter(|one| kinds.contains(&one.id)) {
                assert_eq!(kind.may_belong_to_other_year, late, "{}", kind.id);
            }
        }
    }
}

#[test]
fn what_the_calendar_says() {
    fn check(id: &str, frequency: Frequency, window: Option<(u8, u8)>) {
        let pack = pack(OrganizationType::Village);
        let duty = duty(&pack, id);
        assert_eq!(duty.frequency, frequency, "{id}");
        assert_eq!(
            duty.window.map(|window| (window.from, window.to)),
            window,
            "{id}"
        );
    }

    check("D-CM", Frequency::Month, None);
    check("D-PG", Frequency::Month, None);
    check("D-THEME", Frequency::Month, None);
    check("D-DUES", Frequency::Month, None);
    check("D-GM", Frequency::Quarter, None);
    check("D-LECTURE", Frequency::Quarter, None);
    check("D-OPEN", Frequency::Quarter, None);
    check("D-V-OPEN", Frequency::Quarter, None);
    check("D-V-COUNCIL", Frequency::Quarter, None);
    check("D-WALK", Frequency::Quarter, None);
    check("D-FORUM", Frequency::Quarter, None);
    check("D-CARE", Frequency::HalfYear, None);
    check("D-PLAN", Frequency::Year, Some((1, 2)));
    check("D-LIFE", Frequency::Year, Some((10, 15)));
    check("D-REVIEW", Frequency::Year, Some((10, 15)));
    check("D-REPORT", Frequency::Year, Some((11, 13)));
    check("D-WINTER", Frequency::Year, Some((12, 14)));
    check("D-DUESPUB", Frequency::Year, Some((12, 12)));
    check("D-TALK", Frequency::Year, Some((9, 12)));
    check("D-HOURS", Frequency::Year, None);
    check("D-ELECT", Frequency::Term, None);
    check("D-ADMIT", Frequency::Event, None);
    check("D-V-4Y", Frequency::Event, None);
}

#[test]
fn what_does_not_apply() {
    let pack = pack(OrganizationType::Office);
    let no_groups = Condition::AtMost(Fact::Groups, 0);
    for id in ["D-PG", "R-XZ3"] {
        assert_eq!(
            duty(&pack, id).not_applicable_when,
            Some(no_groups.clone()),
            "{id}"
        );
    }
    let committee = &duty(&pack, "D-CM").not_applicable_when;
    assert!(committee.is_some());
    assert_eq!(duty(&pack, "D-ASSIGN").not_applicable_when, *committee);
}
