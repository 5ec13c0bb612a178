//! What files of version 1 say.
//!
//! Not here: what holds for the files of every version (`frozen`).

use crate::frozen::{VERSION_1, assessments, organizations, settings, standards};
use crate::samples::NOW;
use serde_json::{Value, json};
use uuid::Uuid;
use wuxing::assessment::{Assessment, Threshold};
use wuxing::exchange::{Language, Theme};
use wuxing::sorted_map::SortedMap;
use wuxing::standard::OrganizationType;

/// All answers of an assessment as they are written, in use and 「已停用」.
fn answers(assessment: &Assessment) -> SortedMap<String, Value> {
    let all = assessment.answers.iter().chain(&assessment.retired);
    all.map(|(id, answer)| (id.0.clone(), serde_json::to_value(answer).unwrap()))
        .collect()
}

fn id(number: u128) -> Uuid {
    Uuid::from_u128(0x0190_163d_8694_739b_aea5_966c_26f8_0000 + number)
}

fn from_later() -> Value {
    json!({"from_later": {"kept": [1, "二", null, true]}})
}

#[test]
fn an_assessment_of_version_1() {
    let opened = VERSION_1.assessment();
    assert_eq!(opened.issues, [], "the pack is in the file");
    let [standard] = standards(&opened)[..] else {
        unreachable!()
    };
    assert_eq!(
        (standard.pack.id.as_str(), standard.added_at),
        ("local.mini", NOW)
    );
    let [organization] = organizations(&opened)[..] else {
        unreachable!()
    };
    assert_eq!(
        (organization.id, organization.name.as_str()),
        (id(2), "新坝村第二党支部")
    );
    assert_eq!(organization.pack.as_deref(), Some("local.mini"));
    assert_eq!(organization.facts.groups, Some(0));
    assert_eq!(organization.facts.full_members, None);
    assert_eq!(Value::from(organization.extra.clone()), from_later());
    let [assessment] = assessments(&opened)[..] else {
        unreachable!()
    };
    assert_eq!((assessment.id, assessment.organization), (id(4), id(2)));
    assert_eq!(assessment.period.to_string(), "2026Q2");
    let expected = json!({
        "B-01": {"value": {"bonus": [0, 2]}, "changed_at": 1_780_000_000_003_i64},
        "M-01": {"value": {"count": {"done": 2}}, "changed_at": 1_780_000_000_001_i64},
        "S-01": {"value": {"band": 60}, "changed_at": 1_780_000_000_002_i64},
        "V-01": {"value": {"veto": "present"}, "changed_at": 1_780_000_000_004_i64},
    });
    assert_eq!(json!(answers(assessment)), expected);
}

#[test]
fn a_backup_of_version_1() {
    let opened = VERSION_1.backup();
    let settings = settings(&opened)[0];
    assert_eq!(settings.current_organization, Some(id(1)));
    assert_eq!((settings.theme, settings.elder), (Theme::Light, true));
    assert_eq!(settings.language, Language::Chinese);
    assert_eq!(settings.last_export_confirmed_at, Some(1_790_000_000_000));
    assert_eq!(settings.last_export_made_at, Some(1_794_000_000_000));
    assert_eq!(Value::from(settings.extra.clone()), from_later());

    let [village, second] = organizations(&opened)[..] else {
        unreachable!()
    };
    assert_eq!((village.id, second.id), (id(1), id(2)));
    assert_eq!(village.name, "平潮镇新坝村党总支");
    assert_eq!(village.organization_type, OrganizationType::Village);
    assert_eq!(
        village.facts.number(wuxing::standard::Fact::FullMembers),
        Some(23)
    );
    assert_eq!(village.facts.committee, Some(true));
    assert_eq!(
        village.term_end.map(|date| date.to_string()).as_deref(),
        Some("2028-06-30")
    );
    assert_eq!(village.local.switched.get(&"ORG-05".into()), Some(&false));
    assert_eq!(
        village.local.thresholds.get(&Threshold::BasicMetPercent),
        Some(&85)
    );
    assert_eq!(village.local.times.get(&"ACT-04".into()), Some(&2));
    let line = village.local.lines.get(&"VB1".into()).map(String::as_str);
    assert_eq!(line, Some("村集体经营性收入 80 万元"));

    let [first, _] = assessments(&opened)[..] else {
        unreachable!()
    };
    assert_eq!((first.id, first.organization), (id(3), id(1)));
    assert_eq!(first.period.to_string(), "2026Q3");
    assert_eq!(first.pack.id, "wuxing.village");
    assert_eq!(Value::from(first.extra.clone()), from_later());
    let expected = json!({
        "ORG-01": {
            "value": {"verdict": "met"},
            "note": "批复原件在 2 号柜\n\"新坝〔2023〕5 号\" 😀",
            "evidence": [
                {"name": "成立批复", "place": "档案柜 2 层", "date": "2023-06-30"},
                {"name": "党员名册", "place": ""},
            ],
            "changed_at": 1_794_500_000_000_i64,
        },
        "ORG-02": {
            "value": {"verdict": "partly"},
            "carried_from": "2026Q1",
            "changed_at": 1_794_500_000_001_i64,
        },
        "ACT-01": {"value": {"count": {"done": 2}}, "changed_at": 1_794_500_000_002_i64},
        "ACT-02": {"value": {"count": {"done": 8, "due": 9}}, "changed_at": 1_794_500_000_003_i64},
        "ACT-03": {
            "value": {"verdict": "not_applicable"},
            "reason": "党员集中居住，合并召开",
            "changed_at": 1_794_500_000_004_i64,
            "from_later": {"kept": [1, "二", null, true]},
        },
        "VB1": {"value": {"band": 18}, "changed_at": 1_794_500_000_005_i64},
        "VT1": {"value": {"veto": "clear"}, "changed_at": 1_794_500_000_006_i64},
        "VT2": {"value": {"veto": "unclear"}, "changed_at": 1_794_500_000_007_i64},
        "BN1": {"value": {"bonus": [1]}, "changed_at": 1_794_500_000_008_i64},
        "SYS-02": {"note": "问一下镇里", "changed_at": 1_794_500_000_009_i64},
        "SYS-03": {"changed_at": 1_794_500_000_010_i64},
        "OLD-07": {"value": {"verdict": "unmet"}, "changed_at": 1_760_000_000_000_i64},
    });
    assert_eq!(json!(answers(first)), expected);
    assert!(first.retired.contains_key(&"OLD-07".into()));

    let [standard] = standards(&opened)[..] else {
        unreachable!()
    };
    assert_eq!((standard.id, standard.added_at), (id(5), 1_779_000_000_000));
    assert_eq!(standard.pack.title.zh, "某镇自定标准");
    assert_eq!(Value::from(standard.extra.clone()), from_later());
}
