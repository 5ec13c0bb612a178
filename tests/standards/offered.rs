//! Which mechanisms each type of organisation is offered: all of them, those that are on at first
//! and those that come later, as lists that are read when they change (`tests/golden/mechanisms/`).
//!
//! Not here: what holds of each mechanism (`mechanisms`, `later`).

use super::all_packs;
use expect_test::expect_file;
use std::fmt::Write;
use wuxing::standard::{Act, Listing, OrganizationType, StandardPack, built_in_in_chinese};

/// A line for each mechanism: whether it is on (`+`) or comes later (`…`), its id, its name, and
/// where it stands.
fn list(pack: &StandardPack) -> String {
    let early = built_in_in_chinese(pack.organization).unwrap().checklist;
    let mut text = String::new();
    for one in &pack.checklist.mechanisms {
        let mark = match (one.enabled, early.mechanism(&one.id)) {
            (true, _) => '+',
            (false, Some(_)) => ' ',
            (false, None) => '…',
        };
        let listing = match one.list {
            Listing::Duty => "职责任务",
            Listing::Issue => "问题整改",
            Listing::Innovation => "创新创优",
        };
        let act = match one.act {
            Some(Act::Meeting) => "会议",
            Some(Act::Appraisal) => "考评",
            Some(Act::Joint) => "联建",
            Some(Act::List) => "清单",
            Some(Act::Site) => "阵地",
            None => "",
        };
        let private = if one.private {
            "，只给自己看"
        } else {
            ""
        };
        let (id, title) = (&one.id, &one.title.zh);
        writeln!(text, "{mark} {id} {title} · {listing} {act}{private}").unwrap();
    }
    text
}

#[test]
fn what_each_type_is_offered() {
    macro_rules! check {
        ($($organization:ident $file:literal,)+) => {
            $(
                let mut packs = all_packs().into_iter();
                let of_type = |pack: &StandardPack| {
                    pack.organization == OrganizationType::$organization
                };
                let pack = packs.find(of_type).unwrap();
                let path = concat!("../golden/mechanisms/", $file, ".txt");
                expect_file![path].assert_eq(&list(&pack));
            )+
            let all = [$(OrganizationType::$organization),+];
            assert_eq!(all, OrganizationType::ALL);
        };
    }

    check! {
        Village "village",
        Community "community",
        Office "office",
        StateEnterprise "state_enterprise",
        Institution "institution",
        PrivateFirm "private_firm",
        SocialOrganization "social_organization",
        LeadingGroup "leading_group",
        TownCommittee "town_committee",
    }
}
