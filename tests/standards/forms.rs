//! What a branch, a general branch and a Party committee are asked (支部、总支、党委): the rules of a
//! branch are not put to what has branches below it, and who does not say what she is loses
//! nothing.

use super::{pack, packs};
use wuxing::standard::{Facts, Indicator, ItemId, OrganizationForm, OrganizationType, Wording};
use wuxing::text::Language;

use OrganizationForm::{Branch, GeneralBranch, PartyCommittee};
use OrganizationType::{
    Community, Institution, Office, PrivateFirm, SocialOrganization, StateEnterprise, Village,
};

fn facts(form: impl Into<Option<OrganizationForm>>, members: u32) -> Facts {
    Facts {
        form: form.into(),
        full_members: Some(members),
        members: Some(members),
        ..Facts::default()
    }
}

fn indicator(organization: OrganizationType, id: &str) -> Indicator {
    let pack = pack(organization);
    pack.indicator(&ItemId(id.to_owned())).unwrap().1.clone()
}

/// A village of 80 members in three branches could not answer whether it has no more than fifty.
#[test]
fn the_wording_follows_the_form() {
    fn check(organization: OrganizationType, id: &str, of: Facts, says: &str, not: &str) {
        let indicator = indicator(organization, id);
        let said = indicator.wording(&of).criterion.zh.clone();
        assert!(said.contains(says), "{id} of {of:?} says {said}");
        assert!(
            not.is_empty() || !said.contains(not),
            "{id} of {of:?} says {said}"
        );
    }

    let own_size = "一个支部党员一般不超过 50 人";
    check(
        Village,
        "ORG-01",
        facts(GeneralBranch, 80),
        "下设的每个支部",
        own_size,
    );
    check(
        Village,
        "ORG-01",
        facts(PartyCommittee, 120),
        "党委设立有上级批复",
        own_size,
    );
    check(Village, "ORG-01", facts(Branch, 30), own_size, "下设");
    check(Village, "ORG-01", facts(Branch, 2), "联合支部", "下设");
    check(Village, "ORG-01", facts(None, 80), own_size, "下设");
    check(
        StateEnterprise,
        "ORG-01",
        facts(PartyCommittee, 120),
        "100 人以上",
        own_size,
    );
    check(
        StateEnterprise,
        "ORG-01",
        facts(GeneralBranch, 80),
        "总支设立有上级批复",
        "100 人",
    );

    check(
        Office,
        "ORG-02",
        facts(PartyCommittee, 120),
        "按上级批复的名额",
        "3–5 人",
    );
    check(Office, "ORG-02", facts(Branch, 9), "3–5 人", "批复");
    check(
        Village,
        "TEAM-01",
        facts(GeneralBranch, 80),
        "按上级规定",
        "党龄",
    );
    check(
        Village,
        "ACT-02",
        facts(GeneralBranch, 80),
        "没有看到全国统一次数",
        "不适用",
    );
    check(
        Village,
        "SYS-02",
        facts(PartyCommittee, 120),
        "党员代表大会",
        "支委会",
    );

    for (organization, form, years) in [
        (Village, Branch, "5 年"),
        (Village, GeneralBranch, "5 年"),
        (Community, GeneralBranch, "5 年"),
        (Community, PartyCommittee, "5 年"),
        (Office, Branch, "3 年"),
        (Institution, GeneralBranch, "3 年"),
        (PrivateFirm, PartyCommittee, "5 年"),
        (SocialOrganization, Branch, "3 年"),
    ] {
        let says = format!("每届 {years}");
        check(organization, "ORG-03", facts(form, 30), &says, "");
    }
    check(Office, "ORG-03", facts(None, 30), "没有超过届满日", "每届");
    check(
        Village,
        "ORG-V1",
        facts(GeneralBranch, 40),
        "超过 50 人",
        "100 人",
    );
    check(
        Village,
        "ORG-V1",
        facts(PartyCommittee, 140),
        "县级党委",
        "超过 50 人",
    );
}

/// A number that no rule gives for general branches and committees is not shown as one.
#[test]
fn what_no_rule_says_of_a_form_is_marked_so() {
    for &organization in OrganizationType::assessed() {
        for form in [GeneralBranch, PartyCommittee] {
            for (id, expected) in [
                ("ACT-01", "建议"),
                ("ACT-02", "建议"),
                ("ORG-02", "通行做法（待核）"),
            ] {
                let indicator = indicator(organization, id);
                let Wording { certainty, .. } = indicator.wording(&facts(form, 80));
                let words = Language::Chinese.texts().facts.certainty(certainty);
                assert_eq!(words, expected, "{organization:?} {form:?} {id}");
            }
        }
        let branch = indicator(organization, "ACT-02");
        let certainty = branch.wording(&facts(Branch, 30)).certainty;
        assert_eq!(
            Language::Chinese.texts().facts.certainty(certainty),
            "已核实"
        );
    }
}

#[test]
fn what_applies_follows_the_form() {
    fn check(organization: OrganizationType, of: Facts, expected: &[&str]) {
        let pack = pack(organization);
        let spared = pack.indicators().filter(|one| {
            let when = one.not_applicable_when.as_ref();
            when.is_some_and(|when| when.holds(&of))
        });
        let spared: Vec<&str> = spared.map(|one| one.id.0.as_str()).collect();
        assert_eq!(spared, expected, "{organization:?} {of:?}");
    }

    check(Village, facts(GeneralBranch, 80), &[]);
    check(Village, facts(GeneralBranch, 40), &[]);
    check(Village, facts(Branch, 80), &["ORG-V1"]);
    check(Village, facts(None, 80), &[]);
    check(Village, facts(None, 50), &["ORG-V1"]);
    // Few full members spare a branch its committee, and a general branch nothing.
    check(Village, facts(Branch, 6), &["ORG-V1", "ACT-02"]);
    check(Village, facts(GeneralBranch, 6), &[]);
    check(Office, facts(PartyCommittee, 120), &["ORG-G1"]);
    check(Office, facts(Branch, 20), &[]);
    check(StateEnterprise, facts(GeneralBranch, 80), &["TEAM-S1"]);
    check(StateEnterprise, facts(None, 80), &[]);
}

/// Every reason why something does not apply can be said in words.
#[test]
fn what_a_form_spares_has_a_reason() {
    for pack in packs() {
        for form in OrganizationForm::ALL {
            for members in [5, 40, 120] {
                let of = facts(form, members);
                let conditions = pack.indicators().filter_map(|one| {
                    let when = one.not_applicable_when.as_ref()?;
                    when.holds(&of).then(|| when.decided_by(&of))
                });
                for decided in conditions {
                    assert!(!decided.is_empty(), "{} {of:?}", pack.id);
                }
            }
        }
    }
}
