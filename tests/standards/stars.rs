//! Stars, what they follow from, the award rule, vetoes and bonuses.

use super::{pack, packs};
use std::collections::BTreeSet;
use wuxing::standard::{DerivationEffect, DerivationRule, OrganizationType};

#[test]
fn no_question_is_asked_twice() {
    fn check(organization: OrganizationType, expected: &[(&str, &str)]) {
        let pack = pack(organization);
        let mut found = Vec::new();
        for scored in pack.stars.iter().flat_map(|star| &star.indicators) {
            let Some(derivation) = &scored.derivation else {
                continue;
            };
            let rule = match (derivation.rule, derivation.effect) {
                (_, DerivationEffect::Limits) => "limited by",
                (DerivationRule::DoneOverDue, _) => "done over due of",
                (DerivationRule::Missing, _) => "missing of",
                (DerivationRule::Worst, _) => "worst of",
            };
            let from: Vec<&str> = derivation.from.iter().map(|id| id.0.as_str()).collect();
            let ledger = derivation.ledger.iter().map(|fact| format!("{fact:?}"));
            let from: Vec<String> = from.into_iter().map(str::to_owned).chain(ledger).collect();
            found.push((scored.id.0.clone(), format!("{rule} {}", from.join(" "))));
        }
        let expected: Vec<(String, String)> = expected
            .iter()
            .map(|(id, from)| ((*id).to_owned(), (*from).to_owned()))
            .collect();
        assert_eq!(found, expected, "{organization:?}");
    }

    check(
        OrganizationType::Village,
        &[
            ("VA1", "worst of ORG-01 ORG-02 ORG-03"),
            ("VA2", "done over due of ACT-01 ACT-02 ACT-03 ACT-04 ACT-05"),
            ("VA4", "missing of TEAM-03 TEAM-04"),
            ("VA5", "worst of SYS-V1"),
            ("VA7", "worst of SYS-06"),
            ("VB5", "limited by SYS-V2"),
        ],
    );
    check(
        OrganizationType::Community,
        &[
            ("CA1", "worst of ORG-C1"),
            ("CA2", "done over due of ACT-01 ACT-02 ACT-03 ACT-04 ACT-05"),
            ("CA4", "missing of ORG-C2 ACT-C1"),
            (
                "CA5",
                "done over due of SettledOf(ItemId(\"joint_projects\"))",
            ),
            ("CA6", "worst of ACT-C2"),
            ("CA7", "worst of SYS-06"),
            ("CB1", "done over due of Duty(ItemId(\"D-CONSULT\"))"),
            ("CB2", "done over due of Duty(ItemId(\"D-C-OPEN\"))"),
        ],
    );
    check(OrganizationType::Office, &[]);
    // Two items of one name would be one question in two places.
    for pack in packs() {
        let mut titles = BTreeSet::new();
        let basics = pack.indicators().map(|one| &one.title.zh);
        let scored = pack
            .stars
            .iter()
            .flat_map(|star| &star.indicators)
            .map(|one| &one.title.zh);
        for title in basics.chain(scored) {
            assert!(titles.insert(title.clone()), "{} {title}", pack.id);
        }
    }
}

#[test]
fn stars_and_awards() {
    fn check(organization: OrganizationType, stars: usize, scored: bool, pass: u32, all: &[u32]) {
        let pack = pack(organization);
        assert_eq!(pack.stars.len(), stars, "{organization:?}");
        assert!(pack.stars.iter().all(|star| star.is_scored() == scored));
        assert!(
            pack.stars
                .iter()
                .all(|star| star.maximum == if scored { 100 } else { 0 })
        );
        assert!(scored || pack.stars.iter().all(|star| !star.related.is_empty()));
        assert_eq!(pack.stars_note.is_some(), !scored, "{organization:?}");
        assert_eq!(pack.award.star_pass, pass, "{organization:?}");
        assert_eq!(pack.award.all_stars_sum.as_slice(), all, "{organization:?}");
        // Bonus points stand beside a base score: without points there is none.
        assert_eq!(
            pack.bonuses.len(),
            if scored { 7 } else { 0 },
            "{organization:?}"
        );
    }
    fn check_vetoes(organization: OrganizationType, expected: &str) {
        let pack = pack(organization);
        let ids: Vec<&str> = pack.vetoes.iter().map(|veto| veto.id.0.as_str()).collect();
        assert_eq!(ids.join(" "), expected, "{organization:?}");
    }

    check(OrganizationType::Village, 5, true, 80, &[450]);
    check(OrganizationType::Community, 5, true, 80, &[450]);
    check(OrganizationType::Office, 4, false, 80, &[]);
    check(OrganizationType::StateEnterprise, 0, false, 80, &[]);
    check(OrganizationType::Institution, 7, false, 80, &[]);
    check(OrganizationType::PrivateFirm, 5, false, 85, &[]);
    check(OrganizationType::SocialOrganization, 5, false, 85, &[]);
    check_vetoes(
        OrganizationType::Village,
        "VT10 VT1 VT2 VT3 VT4 VT5 VT7 VT8 VT9 VT6",
    );
    check_vetoes(
        OrganizationType::Community,
        "VT10 VT1 VT2 VT3 VT4 VT5 VT7 VT8 VT9",
    );
    // A star that is only named cannot be frozen, so what would freeze it is not asked.
    for &organization in OrganizationType::assessed().iter().skip(2) {
        check_vetoes(organization, "VT10");
    }
}
