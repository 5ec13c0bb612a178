//! The indicators of the basics: how many, which must be met, which apply.

use super::{pack, packs};
use std::collections::BTreeSet;
use wuxing::standard::{
    AnswerKind, Facts, InstitutionKind, ItemId, OrganizationType, StandardPack,
};

#[test]
fn how_many_indicators_are_asked_at_first() {
    fn check(organization: OrganizationType, expected: [usize; 5]) {
        let pack = pack(organization);
        let mut found: Vec<usize> = pack
            .basics
            .iter()
            .map(|basic| basic.indicators.iter().filter(|one| one.enabled).count())
            .collect();
        if organization == OrganizationType::Institution {
            // The leadership of schools and that of hospitals are asked of one kind each.
            found[0] -= 1;
        }
        assert_eq!(found, expected, "{organization:?}");
    }

    check(OrganizationType::Village, [7, 6, 8, 8, 5]);
    check(OrganizationType::Community, [7, 7, 8, 8, 6]);
    check(OrganizationType::Office, [7, 7, 8, 8, 5]);
    check(OrganizationType::StateEnterprise, [8, 7, 7, 7, 6]);
    check(OrganizationType::Institution, [7, 7, 7, 7, 5]);
    check(OrganizationType::PrivateFirm, [7, 7, 7, 6, 6]);
    check(OrganizationType::SocialOrganization, [8, 6, 7, 6, 5]);
}

/// The indicators that every pack has.
fn core() -> BTreeSet<ItemId> {
    let ids = |pack: &StandardPack| pack.indicators().map(|one| one.id.clone()).collect();
    let all: Vec<BTreeSet<ItemId>> = packs().iter().map(ids).collect();
    all.iter()
        .skip(1)
        .fold(all[0].clone(), |common, ids| &common & ids)
}

#[test]
fn must_items() {
    fn check(organization: OrganizationType, expected: &[&str]) {
        let core = core();
        let pack = pack(organization);
        let must = |in_core: bool| {
            let kept = pack.indicators().filter(move |one| one.must);
            kept.filter(|one| core.contains(&one.id) == in_core)
                .collect::<Vec<_>>()
        };
        assert_eq!(must(true).len(), 15, "{organization:?}");
        let own: Vec<&str> = must(false).iter().map(|one| one.id.0.as_str()).collect();
        assert_eq!(own, expected, "{organization:?}");
        assert!(must(true).iter().chain(&must(false)).all(|one| one.enabled));
    }

    check(OrganizationType::Village, &["ACT-V1", "SYS-V1", "SYS-V2"]);
    check(OrganizationType::Community, &["ACT-C1", "SYS-C1"]);
    check(OrganizationType::Office, &["ACT-G1"]);
    check(OrganizationType::StateEnterprise, &["SYS-S1"]);
    check(OrganizationType::Institution, &[]);
    check(OrganizationType::PrivateFirm, &["ORG-N1"]);
    check(OrganizationType::SocialOrganization, &["ORG-O2"]);
    assert_eq!(core().len(), 38);
}

#[test]
fn what_is_switched_off_and_what_is_counted() {
    let mut off = BTreeSet::new();
    let mut counted = BTreeSet::new();
    for pack in packs() {
        off.extend(
            pack.indicators()
                .filter(|one| !one.enabled)
                .map(|one| one.id.0.clone()),
        );
        let counts = pack
            .indicators()
            .filter(|one| one.answer == AnswerKind::Count { times: 1 });
        counted.extend(counts.map(|one| one.id.0.clone()));
        assert!(pack.indicators().all(|one| matches!(
            one.answer,
            AnswerKind::Verdict | AnswerKind::Count { times: 1 }
        )));
    }
    let expected_off = "ACT-03 ACT-08 ACT-C3 ACT-G2 ACT-V3 ORG-05 ORG-07 ORG-V3 SUP-03 SUP-04 \
        SUP-07 SUP-08 SUP-V2 SYS-01 SYS-07 SYS-08 SYS-V3 TEAM-06 TEAM-07 TEAM-V2 TEAM-V3";
    assert_eq!(off.into_iter().collect::<Vec<_>>().join(" "), expected_off);
    let expected_counted = "ACT-01 ACT-02 ACT-03 ACT-04 ACT-05 ACT-C1 SYS-V3";
    assert_eq!(
        counted.into_iter().collect::<Vec<_>>().join(" "),
        expected_counted
    );
}

#[test]
fn what_does_not_apply() {
    fn check(organization: OrganizationType, facts: Facts, expected: &[&str]) {
        let pack = pack(organization);
        let ids: Vec<&str> = pack
            .indicators()
            .filter(|one| {
                one.not_applicable_when
                    .as_ref()
                    .is_some_and(|when| when.holds(&facts))
            })
            .map(|one| one.id.0.as_str())
            .collect();
        assert_eq!(ids, expected, "{organization:?} {facts:?}");
    }
    fn stars_apply(kind: Option<InstitutionKind>) -> bool {
        let facts = Facts {
            institution: kind,
            ..Facts::default()
        };
        let pack = pack(OrganizationType::Institution);
        pack.stars.iter().any(|star| {
            star.not_applicable_when
                .as_ref()
                .is_none_or(|when| !when.holds(&facts))
        })
    }

    let village = OrganizationType::Village;
    let institution = OrganizationType::Institution;
    let none = Facts::default();
    let of = |kind| Facts {
        institution: Some(kind),
        ..Facts::default()
    };
    check(village, none, &[]);
    check(
        village,
        Facts {
            full_members: Some(6),
            ..none
        },
        &["ACT-02"],
    );
    check(
        village,
        Facts {
            full_members: Some(7),
            ..none
        },
        &[],
    );
    check(
        village,
        Facts {
            full_members: Some(6),
            committee: Some(true),
            ..none
        },
        &[],
    );
    check(
        village,
        Facts {
            full_members: Some(9),
            committee: Some(false),
            ..none
        },
        &["ACT-02"],
    );
    check(
        village,
        Facts {
            groups: Some(0),
            ..none
        },
        &["ORG-05", "ACT-03"],
    );
    check(
        village,
        Facts {
            members: Some(50),
            ..none
        },
        &["ORG-V1"],
    );
    check(
        village,
        Facts {
            members: Some(51),
            ..none
        },
        &[],
    );
    check(institution, none, &[]);
    check(
        institution,
        of(InstitutionKind::School),
        &["ORG-PH1", "SYS-P1"],
    );
    check(
        institution,
        of(InstitutionKind::Hospital),
        &["ORG-PS1", "SYS-P1"],
    );
    check(
        institution,
        of(InstitutionKind::University),
        &["ORG-PS1", "ORG-PH1"],
    );
    assert!(stars_apply(None) && stars_apply(Some(InstitutionKind::University)));
    assert!(!stars_apply(Some(InstitutionKind::School)));
    assert!(!stars_apply(Some(InstitutionKind::Hospital)));
}
