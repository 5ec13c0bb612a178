//! The types that lead others (党组, 镇（街道）党（工）委): a list of responsibilities alone, and nothing in it
//! that is asked of a branch.
//!
//! Not here: their examples (`app::example`).

use super::pack;
use wuxing::standard::{Mechanism, OrganizationType, Responsibility, StandardPack};

fn ids<'a, One>(all: &'a [One], id: impl Fn(&'a One) -> &'a str) -> Vec<&'a str> {
    all.iter().map(id).collect()
}

fn duties_of<'a>(pack: &'a StandardPack, level: &str) -> Vec<&'a str> {
    let duties = pack.checklist.duties.iter();
    let own = duties.filter(|one| one.level == level);
    own.map(|one| one.id.0.as_str()).collect()
}

#[test]
fn a_leading_body_keeps_a_list_and_is_asked_nothing() {
    fn check(organization: OrganizationType, levels: [&str; 3], own: &str, below: &[&str]) {
        let pack = pack(organization);
        assert!(pack.is_list_alone() && pack.bonuses.is_empty() && pack.groupings.is_empty());
        assert!(pack.stars_note.is_some(), "it says why nothing is asked");
        let list = &pack.checklist;
        let titles = list.levels.iter().map(|one| one.title.zh.as_str());
        assert_eq!(titles.collect::<Vec<_>>(), levels);
        let on = list.duties.iter().filter(|one| one.enabled);
        let on: Vec<&str> = on.map(|one| one.id.0.as_str()).collect();
        assert_eq!(on.join(" "), own);
        assert!(on.iter().all(|id| duties_of(&pack, "branch").contains(id)));
        let keys = list
            .levels
            .iter()
            .skip(1)
            .map(|one| duties_of(&pack, &one.key));
        let found: Vec<String> = keys.map(|ids| ids.join(" ")).collect();
        assert_eq!(found, below);
        // What is said of a branch alone.
        for id in ["general_meeting", "committee_meeting", "theme_day", "dues"] {
            assert!(!ids(&list.records, |one| &one.id.0).contains(&id), "{id}");
        }
        for id in ["admission_steps", "weak_signals", "election", "dues_months"] {
            assert!(list.mechanism(&id.into()).is_none(), "{id}");
        }
        assert!(list.quorums.is_empty());
    }

    check(
        OrganizationType::LeadingGroup,
        ["党组", "机关党委", "党支部"],
        "D-REPORT D-LECTURE GP1 GP2 GP3 GP4 GP5 GP6 GP7 GP8",
        &["GJ1 GJ2 GJ3 GJ4 GJ5 GJ6 GJ7 GJ8 GJ9", "GB6 GB7"],
    );
    check(
        OrganizationType::TownCommittee,
        [
            "镇（街道）党（工）委",
            "村（社区）党组织",
            "网格党支部、二级支部",
        ],
        "D-REPORT D-LECTURE U-1 U-2 U-3 U-4 U-5 U-6 U-7",
        &["D-GRID D-CONSULT D-FORUM", "L-1 L-2 L-3"],
    );
}

/// The lists by level and by post, and what a source says of a leading body.
#[test]
fn what_a_leading_body_can_switch_on() {
    for organization in OrganizationType::leading() {
        let pack = pack(*organization);
        let has = |id: &str| {
            pack.checklist
                .mechanism(&id.into())
                .map(Mechanism::is_private)
        };
        for id in [
            "level_list",
            "three_lists",
            "annual_report",
            "double_hundred",
        ] {
            assert_eq!(has(id), Some(false), "{} {id}", pack.id);
        }
        for id in [
            "quarterly_walk",
            "three_musts",
            "contact_points",
            "paired_projects",
        ] {
            assert_eq!(has(id), Some(false), "{} {id}", pack.id);
        }
    }
}

/// A kind of responsibility stands where a source that is cited says it, and nowhere else.
#[test]
fn kinds_of_responsibility_are_those_of_the_sources() {
    let mut found = Vec::new();
    for pack in super::all_packs() {
        for duty in &pack.checklist.duties {
            let Some(kind) = duty.responsibility else {
                continue;
            };
            assert!(duty.sources.iter().any(|id| id == "M15"), "{}", duty.id);
            found.push((pack.id.clone(), duty.id.0.clone(), kind));
        }
    }
    let of = |pack: &str| {
        let all = [
            ("GP1", Responsibility::First),
            ("GP3", Responsibility::Leading),
            ("GB6", Responsibility::Direct),
        ];
        all.map(|(id, kind)| (format!("wuxing.{pack}"), id.to_owned(), kind))
    };
    let expected: Vec<_> = ["office", "leading_group"]
        .into_iter()
        .flat_map(of)
        .collect();
    assert_eq!(found, expected);
}
